import CellRuntime
import Tensors

/// One or several dimensions, as `dim=` takes them.
struct Dimensions: CellConvertible {
    let list: [Int]

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> Dimensions {
        if value.object is Tuple || value.object is List { return Dimensions(list: try [Int].convert(value, place)) }
        return Dimensions(list: [try Int.convert(value, place)])
    }
    static var cellTypeName: String { "int or tuple of ints" }
}

extension TensorMembers {
    /// Functions that make one number, or one for each row, out of many.
    @MembersBuilder static var reductions: [Member] {
        Method<Tensor>(
            "sum", doc: "The sum of all values, or along dimensions.", Parameter("dim", Dimensions?.self, default: nil),
            Parameter("keepdim", Bool.self, default: false),
            Parameter("dtype", DTypeArgument?.self, .keywordOnly, default: nil)
        ) { tensor, _, dimensions, keep, type in
            guard let dimensions else {
                return try Tensor.call("aten::sum", .tensor(tensor), named: [("dtype", .optional(type?.dtype))])
            }
            return try Tensor.call(
                "aten::sum", overload: "dim_IntList", .tensor(tensor), .ints(dimensions.list), .bool(keep),
                .optional(type?.dtype))
        }
        Method<Tensor>(
            "mean", doc: "The mean of all values, or along dimensions.",
            Parameter("dim", Dimensions?.self, default: nil),
            Parameter("keepdim", Bool.self, default: false),
            Parameter("dtype", DTypeArgument?.self, .keywordOnly, default: nil)
        ) { tensor, _, dimensions, keep, type in
            let kind = type?.dtype ?? tensor.dtype
            if !kind.isFloatingPoint {
                throw Raise.runtimeError(
                    "mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. "
                        + "Got: \(DTypeObject.scalarName(kind))")
            }
            guard let dimensions else {
                return try Tensor.call("aten::mean", .tensor(tensor), named: [("dtype", .optional(type?.dtype))])
            }
            return try Tensor.call(
                "aten::mean", overload: "dim", .tensor(tensor), .ints(dimensions.list), .bool(keep),
                .optional(type?.dtype))
        }
        spread("std", "aten::std", "The standard deviation: how far values are from their mean.")
        spread("var", "aten::var", "The variance: the mean square of the distances from the mean.")
        extreme("max", "aten::max", "The greatest value; along a dimension, also where it stands.")
        extreme("min", "aten::min", "The least value; along a dimension, also where it stands.")
        bound("amax", "aten::amax", "The greatest value, or those along dimensions.")
        bound("amin", "aten::amin", "The least value, or those along dimensions.")
        extreme("median", "aten::median", "The middle value; along a dimension, also where it stands.")
        place("argmax", "aten::argmax", "Where the greatest value stands.")
        place("argmin", "aten::argmin", "Where the least value stands.")
        truth("any", "aten::any", "Whether one of the values is not 0.")
        truth("all", "aten::all", "Whether none of the values is 0.")
        Method<Tensor>(
            "prod", doc: "The product of all values, or along a dimension.", Parameter("dim", Int?.self, default: nil),
            Parameter("keepdim", Bool.self, default: false)
        ) { tensor, _, dimension, keep in
            guard let dimension else { return try Tensor.call("aten::prod", .tensor(tensor)) }
            return try Tensor.call("aten::prod", overload: "dim_int", .tensor(tensor), .int(dimension), .bool(keep))
        }
        Method<Tensor>(
            "norm", doc: "The length of the values as one vector, or along dimensions.",
            Parameter("p", Double.self, default: 2),
            Parameter("dim", Dimensions?.self, default: nil), Parameter("keepdim", Bool.self, default: false)
        ) { tensor, _, power, dimensions, keep in
            try Tensor.call(
                "aten::norm", overload: "ScalarOpt_dim", .tensor(tensor), .double(power), .ints(dimensions?.list ?? []),
                .bool(keep))
        }
        Method<Tensor>("cumsum", doc: "Sums of all values so far along a dimension.", Parameter("dim", Int.self)) {
            tensor, _, dimension in try tensor.cumsum(dimension)
        }
        Method<Tensor>("cumprod", doc: "Products of all values so far along a dimension.", Parameter("dim", Int.self)) {
            tensor, _, dimension in try Tensor.call("aten::cumprod", .tensor(tensor), .int(dimension))
        }
        Method<Tensor>(
            "logsumexp", doc: "log(sum(exp(x))) along a dimension.", Parameter("dim", Dimensions.self),
            Parameter("keepdim", Bool.self, default: false)
        ) {
            tensor, _, dimensions, keep in
            try Tensor.call("aten::logsumexp", .tensor(tensor), .ints(dimensions.list), .bool(keep))
        }
        Method<Tensor>(
            "sort", doc: "The values in order along a dimension, and where they stood.",
            Parameter("dim", Int.self, default: -1),
            Parameter("descending", Bool.self, default: false)
        ) { tensor, _, dimension, descending in
            ReturnPair.make("sort", try tensor.sort(dimension, descending: descending))
        }
        Method<Tensor>(
            "argsort", doc: "Where the values in order stand.", Parameter("dim", Int.self, default: -1),
            Parameter("descending", Bool.self, default: false)
        ) { tensor, _, dimension, descending in try tensor.sort(dimension, descending: descending).indices }
        Method<Tensor>(
            "topk", doc: "The k greatest values along a dimension, and where they stand.", Parameter("k", Int.self),
            Parameter("dim", Int.self, default: -1), Parameter("largest", Bool.self, default: true)
        ) { tensor, _, count, dimension, largest in
            ReturnPair.make("topk", try tensor.topk(count, dimension, largest: largest))
        }
        Method<Tensor>("unique", doc: "The different values, in order.", Parameter("sorted", Bool.self, default: true))
        {
            tensor, _, sorted in
            try Tensor.callMany("aten::_unique2", .tensor(tensor), .bool(sorted), .bool(false), .bool(false))[0]
        }
        Method<Tensor>(
            "bincount", doc: "How often each whole number occurs.", Parameter("minlength", Int.self, default: 0)
        ) {
            tensor, _, length in try Tensor.call("aten::bincount", .tensor(tensor), .none, .int(length))
        }
        Method<Tensor>(
            "histc", doc: "Counts of values in equal bins.", Parameter("bins", Int.self, default: 100),
            Parameter("min", Double.self, default: 0), Parameter("max", Double.self, default: 0)
        ) {
            tensor, _, bins, least, greatest in
            try Tensor.call("aten::histc", .tensor(tensor), .int(bins), .double(least), .double(greatest))
        }
        Method<Tensor>("count_nonzero", doc: "How many values are not 0.") { tensor, _ in
            try tensor.ne(.int(0)).sum()
        }
    }

    private static func bound(_ name: String, _ symbol: StaticString, _ doc: String) -> Method<Tensor> {
        Method<Tensor>(
            name, doc: doc, Parameter("dim", Dimensions?.self, default: nil),
            Parameter("keepdim", Bool.self, default: false)
        ) { tensor, _, dimensions, keep in
            try Tensor.call(symbol, .tensor(tensor), .ints(dimensions?.list ?? []), .bool(keep))
        }
    }

    private static func spread(_ name: String, _ symbol: StaticString, _ doc: String) -> Method<Tensor> {
        Method<Tensor>(
            name, doc: doc, Parameter("dim", Dimensions?.self, default: nil),
            Parameter("unbiased", Bool.self, default: true),
            Parameter("keepdim", Bool.self, default: false),
            Parameter("correction", Int?.self, .keywordOnly, default: nil)
        ) { tensor, _, dimensions, unbiased, keep, correction in
            let correction = correction ?? (unbiased ? 1 : 0)
            if correction < 2 {
                return try Tensor.call(
                    symbol, overload: "dim", .tensor(tensor), .ints(dimensions?.list ?? Array(0..<tensor.dimensions)),
                    .bool(correction == 1), .bool(keep))
            }
            throw Raise.valueError("correction must be 0 or 1")
        }
    }

    private static func extreme(_ name: String, _ symbol: StaticString, _ doc: String) -> Method<Tensor> {
        Method<Tensor>(
            name, doc: doc, Parameter("dim", Value.self, default: .none),
            Parameter("keepdim", Bool.self, default: false)
        ) { tensor, cell, dimension, keep -> Value in
            if dimension.isNone { return try Tensor.call(symbol, .tensor(tensor)).cellValue }
            if let other = dimension.object as? TensorObject {
                let between: StaticString = name == "max" ? "aten::maximum" : "aten::minimum"
                return try Tensor.call(between, .tensor(tensor), .tensor(other.tensor)).cellValue
            }
            let place = ArgumentPlace(function: name, parameter: "dim", position: 1, cell: cell)
            let outputs = try Tensor.callMany(
                symbol, overload: "dim", .tensor(tensor), .int(Int.convert(dimension, place)), .bool(keep))
            return ReturnPair.make(name, (outputs[0], outputs[1])).cellValue
        }
    }

    private static func place(_ name: String, _ symbol: StaticString, _ doc: String) -> Method<Tensor> {
        Method<Tensor>(
            name, doc: doc, Parameter("dim", Int?.self, default: nil), Parameter("keepdim", Bool.self, default: false)
        ) { tensor, _, dimension, keep in
            try Tensor.call(symbol, .tensor(tensor), dimension.map(Argument.int) ?? .none, .bool(keep))
        }
    }

    private static func truth(_ name: String, _ symbol: StaticString, _ doc: String) -> Method<Tensor> {
        Method<Tensor>(
            name, doc: doc, Parameter("dim", Int?.self, default: nil), Parameter("keepdim", Bool.self, default: false)
        ) { tensor, _, dimension, keep in
            guard let dimension else { return try Tensor.call(symbol, .tensor(tensor)) }
            return try Tensor.call(symbol, overload: "dim", .tensor(tensor), .int(dimension), .bool(keep))
        }
    }
}

/// `torch.return_types.max` and the like: values and where they stand.
enum ReturnPair {
    static func make(_ name: String, _ pair: (values: Tensor, indices: Tensor)) -> Tuple {
        let tuple = Tuple([pair.values.cellValue, pair.indices.cellValue])
        tuple.type = types[name] ?? tuple.type
        return tuple
    }

    private static let types = Dictionary(
        uniqueKeysWithValues: ["max", "min", "median", "sort", "topk"].map { ($0, declare($0)) })

    private static func declare(_ name: String) -> TypeObject {
        NativeType<Tuple>(name, module: "torch.return_types", base: CellRuntime.types.tuple, isBase: false) {
            Property<Tuple>("values", doc: "The values.") { pair, _ in pair.items[0] }
            Property<Tuple>("indices", doc: "Where they stand.") { pair, _ in pair.items[1] }
            Method<Tuple>("__repr__") { pair, cell in
                let (values, indices) = (try cell.repr(pair.items[0]), try cell.repr(pair.items[1]))
                return "torch.return_types.\(name)(\nvalues=\(values),\nindices=\(indices))"
            }
        }.type
    }
}
