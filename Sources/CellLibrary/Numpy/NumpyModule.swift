public import CellRuntime
import Foundation
import Tensors

/// The modules `numpy`, `numpy.random` and `numpy.linalg`.
public enum NumpyModule {
    public static let modules = [numpy, NumpyRandomModule.module, linalg]

    static let numpy = NativeModule("numpy", doc: "Arrays of numbers.") {
        ArrayObject.declaration
        ArrayTypeObject.declaration
        types
        making
        methodsAsFunctions
        elementwise
        joining
        choosing
    }

    @MembersBuilder private static var types: [Member] {
        for (type, declared) in ScalarTypes.all.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where type != .bool {
            Constant(type.name, declared)
        }
        Constant("bool_", ScalarTypes.type(of: .bool))
        Constant("int_", ScalarTypes.type(of: .int64))
        Constant("pi", Double.pi)
        Constant("e", 2.718281828459045)
        Constant("inf", Double.infinity)
        Constant("nan", Double.nan)
        Constant("newaxis", Value.none)
    }

    @MembersBuilder private static var making: [Member] {
        for name in ["array", "asarray"] {
            Function(
                name, doc: "An array of numbers, lists, tensors or pictures.", Parameter("object", Value.self),
                Parameter("dtype", Value.self, default: .none)
            ) { cell, value, type in
                let place = ArgumentPlace(function: name, parameter: "dtype", position: 2, cell: cell)
                if type.object === CellRuntime.types.str {
                    let array = try ArrayObject.make(value, cell)
                    return ArrayObject(try array.allValues().map { try cell.str($0) }, shape: array.shape)
                }
                let wanted = try DTypeArgument?.convert(type, place)?.dtype
                let made = try ArrayObject.make(value, as: wanted, cell)
                // The memory of an array or tensor is not shared by `array`.
                guard name == "array", value.object === made || value.object is TensorObject,
                    case .numbers(let tensor) = made.content
                else { return made }
                return ArrayObject(try tensor.detach().clone())
            }
        }
        shaped("zeros", "Zeros of a shape.") { try .zeros($0, dtype: $1) }
        shaped("ones", "Ones of a shape.") { try .ones($0, dtype: $1) }
        shaped("empty", "Memory of a shape, whatever it holds.") { try Tensor(uninitialized: $0, dtype: $1) }
        Function("zeros_like", doc: "Zeros of the same shape and type.", Parameter("a", Numbers.self)) { _, numbers in
            ArrayObject(try numbers.tensor.zerosLike())
        }
        Function("ones_like", doc: "Ones of the same shape and type.", Parameter("a", Numbers.self)) { _, numbers in
            ArrayObject(try numbers.tensor.onesLike())
        }
        Function(
            "full", doc: "One value all over.", Parameter("shape", Dimensions.self),
            Parameter("fill_value", Numbers.self),
            Parameter("dtype", DTypeArgument?.self, default: nil)
        ) { _, shape, value, type in
            ArrayObject(try Tensor.full(shape.list, value.tensor.item(), dtype: type?.dtype ?? value.tensor.dtype))
        }
        for name in ["eye", "identity"] {
            Function(name, doc: "A matrix with ones on its diagonal.", Parameter("N", Int.self)) { _, size in
                ArrayObject(try Tensor.eye(size).to(dtype: .float64))
            }
        }
        Function(
            "arange", doc: "Numbers from a start to before an end: arange(end) or arange(start, end, step).",
            Parameter("start", Value.self), Parameter("stop", Value.self, default: .none),
            Parameter("step", Value.self, default: .int(1)), Parameter("dtype", DTypeArgument?.self, default: nil)
        ) { cell, first, second, step, type in
            let (start, end) = second.isNone ? (Value.int(0), first) : (first, second)
            return ArrayObject(try Arange.make(start, end, step, type?.dtype, floating: .float64, cell))
        }
        Function(
            "linspace", doc: "Numbers at equal distances, both ends included.", Parameter("start", Double.self),
            Parameter("stop", Double.self), Parameter("num", Int.self, default: 50),
            Parameter("endpoint", Bool.self, default: true)
        ) { _, start, end, count, endpoint in
            let steps = Double(max(1, endpoint ? count - 1 : count))
            let values = (0..<max(0, count)).map { index in
                endpoint && index == count - 1 && count > 1 ? end : start + Double(index) * ((end - start) / steps)
            }
            return ArrayObject(try Tensor(values))
        }
        Function(
            "loadtxt", doc: "The words or numbers of a text file, a row a line.", Parameter("fname", Value.self),
            Parameter("dtype", Value.self, default: .none), Parameter("delimiter", String?.self, default: nil),
            Parameter("skiprows", Int.self, default: 0)
        ) { cell, file, type, delimiter, skipped in
            let path = try cell.str(file)
            let text: String
            do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
                throw Raise.osError(ENOENT, "\(path) not found.")
            }
            let lines = text.split(whereSeparator: \.isNewline).dropFirst(skipped).map { $0.prefix { $0 != "#" } }
            let rows = lines.compactMap { line -> [String]? in
                let words =
                    delimiter.map { line.components(separatedBy: $0) }
                    ?? line.split(whereSeparator: \.isWhitespace).map(String.init)
                return words.isEmpty ? nil : words
            }
            let width = rows.first?.count ?? 0
            if let odd = rows.firstIndex(where: { $0.count != width }) {
                throw Raise.valueError(
                    "the number of columns changed from \(width) to \(rows[odd].count) at row \(odd + 1); use `usecols` to select "
                        + "a subset and avoid this error")
            }
            let words = rows.flatMap(\.self)
            let shape = width == 1 ? [rows.count] : [rows.count, width]
            if type.object === CellRuntime.types.str { return ArrayObject(words, shape: shape) }
            let place = ArgumentPlace(function: "loadtxt", parameter: "dtype", position: 2, cell: cell)
            let wanted = try DTypeArgument?.convert(type, place)?.dtype ?? .float64
            let numbers = try words.map { word in
                guard let number = Double(word) else {
                    throw Raise.valueError("could not convert string '\(word)' to \(wanted.name)")
                }
                return number
            }
            return ArrayObject(try Tensor(numbers, shape: shape).to(dtype: wanted))
        }
    }

    /// Methods of arrays that are functions too, and take lists: `np.mean([1, 2])`.
    private static var methodsAsFunctions: [Member] {
        let names = [
            "sum": "sum", "mean": "mean", "std": "std", "var": "var", "max": "max", "amax": "max", "min": "min",
            "amin": "min",
            "any": "any", "all": "all", "prod": "prod", "argmax": "argmax", "argmin": "argmin", "argsort": "argsort",
            "cumsum": "cumsum", "dot": "dot", "round": "round", "around": "round", "clip": "clip", "nonzero": "nonzero",
        ]
        return names.sorted { $0.key < $1.key }.compactMap { name, method in
            ArrayObject.declaration.lookup(method).map { Constant(name, $0) }
        }
    }

    @MembersBuilder private static var elementwise: [Member] {
        floating("sqrt", "aten::sqrt", "Square roots.")
        floating("exp", "aten::exp", "e to the power of each value.")
        floating("log", "aten::log", "Natural logarithms.")
        floating("log2", "aten::log2", "Logarithms to the base 2.")
        floating("log10", "aten::log10", "Logarithms to the base 10.")
        floating("log1p", "aten::log1p", "log(1 + x).")
        floating("sin", "aten::sin", "Sines.")
        floating("cos", "aten::cos", "Cosines.")
        floating("tan", "aten::tan", "Tangents.")
        floating("arctan", "aten::atan", "Arc tangents.")
        floating("tanh", "aten::tanh", "Hyperbolic tangents.")
        floating("floor", "aten::floor", "Rounded down.")
        floating("ceil", "aten::ceil", "Rounded up.")
        plain("abs", "aten::abs", "Without signs.")
        plain("absolute", "aten::abs", "Without signs.")
        plain("square", "aten::square", "Squares.")
        plain("negative", "aten::neg", "With signs exchanged.")
        plain("sign", "aten::sign", "-1, 0 or 1.")
        plain("isnan", "aten::isnan", "Where values are not a number.")
        plain("isinf", "aten::isinf", "Where values are infinite.")
        plain("isfinite", "aten::isfinite", "Where values are finite.")
        plain("logical_not", "aten::logical_not", "Where values are 0.")
        pair("maximum", "The greater of two.") { try $0.maximum($1) }
        pair("minimum", "The smaller of two.") { try $0.minimum($1) }
        pair("add", "The sum.") { try $0.add(.tensor($1)) }
        pair("subtract", "The difference.") { try $0.sub(.tensor($1)) }
        pair("multiply", "The product.") { try $0.mul(.tensor($1)) }
        pair("power", "The power.") { try $0.pow(.tensor($1)) }
        pair("matmul", "The matrix product.") { try $0.matmul($1) }
        pair("logical_and", "Where both are not 0.") { try Tensor.call("aten::logical_and", .tensor($0), .tensor($1)) }
        pair("logical_or", "Where one is not 0.") { try Tensor.call("aten::logical_or", .tensor($0), .tensor($1)) }
        pair("equal", "Where they are equal.") { try $0.eq(.tensor($1)) }
        Function("divide", doc: "The quotient.", Parameter("x1", Numbers.self), Parameter("x2", Numbers.self)) {
            _, a, b -> Value in
            try ArrayMath.binary(a, b, inFloat: true) { try $0.div(.tensor($1)) }
        }
    }

    @MembersBuilder private static var joining: [Member] {
        Function(
            "concatenate", doc: "Arrays joined along an axis.", Parameter("arrays", [Numbers].self),
            Parameter("axis", Int.self, default: 0)
        ) { _, arrays, axis in ArrayObject(try Tensor.cat(arrays.map(\.tensor), axis)) }
        Function(
            "stack", doc: "Arrays joined along a new axis.", Parameter("arrays", [Numbers].self),
            Parameter("axis", Int.self, default: 0)
        ) {
            _, arrays, axis in ArrayObject(try Tensor.stack(arrays.map(\.tensor), axis))
        }
        Function("vstack", doc: "Arrays below one another.", Parameter("tup", [Numbers].self)) { _, arrays in
            ArrayObject(
                try Tensor.cat(arrays.map { $0.tensor.dimensions < 2 ? try $0.tensor.reshape([1, -1]) : $0.tensor }, 0))
        }
        Function("hstack", doc: "Arrays beside one another.", Parameter("tup", [Numbers].self)) { _, arrays in
            ArrayObject(
                try Tensor.cat(arrays.map(\.tensor), arrays.first.map { $0.tensor.dimensions < 2 ? 0 : 1 } ?? 0))
        }
        Function("reshape", doc: "In another shape.", Parameter("a", Numbers.self), Parameter("shape", Dimensions.self))
        { _, numbers, shape in
            ArrayObject(try numbers.tensor.reshape(shape.list))
        }
        Function(
            "transpose", doc: "With dimensions in reverse order, or another.", Parameter("a", Numbers.self),
            Parameter("axes", Dimensions?.self, default: nil)
        ) {
            _, numbers, axes in
            ArrayObject(try numbers.tensor.permute(axes?.list ?? Array((0..<numbers.tensor.dimensions).reversed())))
        }
        Function(
            "expand_dims", doc: "With a new dimension of size 1.", Parameter("a", Numbers.self),
            Parameter("axis", Int.self)
        ) {
            _, numbers, axis in ArrayObject(try numbers.tensor.unsqueeze(axis))
        }
        Function("squeeze", doc: "Without dimensions of size 1.", Parameter("a", Numbers.self)) { _, numbers in
            ArrayObject(try numbers.tensor.squeeze())
        }
        Function(
            "flip", doc: "The other way round.", Parameter("m", Numbers.self),
            Parameter("axis", Dimensions?.self, default: nil)
        ) {
            _, numbers, axes in ArrayObject(try numbers.tensor.flip(axes?.list ?? Array(0..<numbers.tensor.dimensions)))
        }
    }

    @MembersBuilder private static var choosing: [Member] {
        Function(
            "where", doc: "One of two values at each place, by a condition; places where it holds without values.",
            Parameter("condition", Numbers.self), Parameter("x", Numbers?.self, default: nil),
            Parameter("y", Numbers?.self, default: nil)
        ) { cell, condition, first, second -> Value in
            guard let first, let second else {
                return try cell.callMethod("nonzero", of: .object(ArrayObject(condition.tensor)))
            }
            return try ArrayMath.binary(first, second) { a, b in
                try Tensor.call(
                    "aten::where", overload: "self", .tensor(condition.tensor.to(dtype: .bool)), .tensor(a), .tensor(b))
            }
        }
        Function(
            "sort", doc: "The values in order.", Parameter("a", Numbers.self), Parameter("axis", Int.self, default: -1)
        ) {
            _, numbers, axis in ArrayObject(try numbers.tensor.sort(axis).values)
        }
        Function(
            "unique", doc: "The different values, in order; with how often each occurs when asked.",
            Parameter("ar", Value.self),
            Parameter("return_counts", Bool.self, default: false)
        ) { cell, value, counts -> Value in
            let array = try ArrayObject.make(value, cell)
            if case .texts(let texts) = array.content {
                let different = Set(texts).sorted()
                guard counts else { return .object(ArrayObject(different)) }
                return .tuple([
                    .object(ArrayObject(different)),
                    .object(ArrayObject(try Tensor(different.map { text in texts.count { $0 == text } }))),
                ])
            }
            let outputs = try Tensor.callMany(
                "aten::_unique2", .tensor(array.numbers("unique")), .bool(true), .bool(false), .bool(counts))
            return counts
                ? .tuple([.object(ArrayObject(outputs[0])), .object(ArrayObject(outputs[2]))])
                : .object(ArrayObject(outputs[0]))
        }
        quantile("quantile", 1)
        quantile("percentile", 100)
        Function(
            "median", doc: "The middle value, or the mean of both middle ones.", Parameter("a", Numbers.self),
            Parameter("axis", Int?.self, default: nil)
        ) {
            _, numbers, axis -> Value in
            let tensor = try axis == nil ? numbers.tensor.reshape([-1]) : numbers.tensor
            return try ArrayObject.value(
                Tensor.call(
                    "aten::quantile", overload: "scalar", .tensor(tensor.floating()), .double(0.5), .int(axis ?? 0),
                    .bool(false)))
        }
        Function(
            "allclose", doc: "Whether all values are equal but for rounding.", Parameter("a", Numbers.self),
            Parameter("b", Numbers.self),
            Parameter("rtol", Double.self, default: 1e-5), Parameter("atol", Double.self, default: 1e-8)
        ) { _, a, b, relative, absolute in
            let (x, y) = try ArrayMath.promoted(a, b)
            let outputs = try callOperator(
                "aten::allclose", [.tensor(x), .tensor(y), .double(relative), .double(absolute)])
            if case .bool(let flag)? = outputs.first { return flag }
            return false
        }
        Function(
            "array_equal", doc: "Whether shapes and all values are equal.", Parameter("a1", Numbers.self),
            Parameter("a2", Numbers.self)
        ) {
            _, a, b in try a.tensor.shape == b.tensor.shape && a.tensor.ne(.tensor(b.tensor)).any().item() == 0
        }
        Function("bincount", doc: "How often each whole number occurs.", Parameter("x", Numbers.self)) { _, numbers in
            ArrayObject(try Tensor.call("aten::bincount", .tensor(numbers.tensor)))
        }
        Function(
            "set_printoptions", doc: "How arrays are written.",
            Parameter("linewidth", Int?.self, .keywordOnly, default: nil),
            Parameter("precision", Int?.self, .keywordOnly, default: nil),
            Parameter("threshold", Int?.self, .keywordOnly, default: nil),
            Parameter("suppress", Bool?.self, .keywordOnly, default: nil)
        ) { cell, lineWidth, precision, threshold, suppress in
            if let lineWidth { LibraryState.of(cell).arrayPrinter.options.lineWidth = lineWidth }
            if let threshold { LibraryState.of(cell).arrayPrinter.options.threshold = threshold }
            if let precision { LibraryState.of(cell).arrayPrinter.options.precision = precision }
            if let suppress { LibraryState.of(cell).arrayPrinter.suppressesSmall = suppress }
        }
    }

    static let linalg = NativeModule("numpy.linalg", doc: "Linear algebra.") {
        Function("norm", doc: "The length of a vector.", Parameter("x", Numbers.self)) { _, numbers -> Value in
            try ArrayObject.value(numbers.tensor.floating().square().sum().sqrt())
        }
        Function("inv", doc: "The inverse of a matrix.", Parameter("a", Numbers.self)) { _, numbers in
            ArrayObject(try Tensor.call("aten::linalg_inv", .tensor(numbers.tensor.floating())))
        }
        Function("det", doc: "The determinant of a matrix.", Parameter("a", Numbers.self)) { _, numbers -> Value in
            try ArrayObject.value(Tensor.call("aten::linalg_det", .tensor(numbers.tensor.floating())))
        }
    }

    private static func shaped(_ name: String, _ doc: String, make: @escaping ([Int], DType) throws -> Tensor) -> Member
    {
        Function(
            name, doc: doc, Parameter("shape", Dimensions.self), Parameter("dtype", DTypeArgument?.self, default: nil)
        ) {
            _, shape, type in ArrayObject(try make(shape.list, type?.dtype ?? .float64))
        }
    }

    private static func floating(_ name: String, _ symbol: StaticString, _ doc: String) -> Member {
        Function(name, doc: doc, Parameter("x", Numbers.self)) { _, numbers -> Value in
            try ArrayMath.floating(numbers, symbol)
        }
    }

    private static func plain(_ name: String, _ symbol: StaticString, _ doc: String) -> Member {
        Function(name, doc: doc, Parameter("x", Numbers.self)) { _, numbers -> Value in
            try ArrayObject.value(Tensor.call(symbol, .tensor(numbers.tensor)))
        }
    }

    private static func pair(_ name: String, _ doc: String, compute: @escaping (Tensor, Tensor) throws -> Tensor)
        -> Member
    {
        Function(name, doc: doc, Parameter("x1", Numbers.self), Parameter("x2", Numbers.self)) { _, a, b -> Value in
            try ArrayMath.binary(a, b, compute)
        }
    }

    private static func quantile(_ name: String, _ whole: Double) -> Member {
        Function(
            name, doc: "The value below which a part of all values lies.", Parameter("a", Numbers.self),
            Parameter("q", Double.self),
            Parameter("axis", Int?.self, default: nil)
        ) { _, numbers, part, axis -> Value in
            let tensor = try axis == nil ? numbers.tensor.reshape([-1]) : numbers.tensor
            return try ArrayObject.value(
                Tensor.call(
                    "aten::quantile", overload: "scalar", .tensor(tensor.floating()), .double(part / whole),
                    .int(axis ?? 0), .bool(false)))
        }
    }
}

extension Tensor {
    fileprivate func square() throws(TensorError) -> Tensor { try Tensor.call("aten::square", .tensor(self)) }
}
