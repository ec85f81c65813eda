import CellRuntime
import Tensors

/// Calculations with NumPy's types: whole numbers divide and take roots as float64, and meet fractions as float64.
enum ArrayMath {
    /// Brings two operands to the type NumPy would calculate in.
    static func promoted(_ a: Numbers, _ b: Numbers) throws -> (Tensor, Tensor) {
        let type = common(a, b)
        return (try a.tensor.as(type), try b.tensor.as(type))
    }

    private static func common(_ a: Numbers, _ b: Numbers) -> DType {
        let (x, y) = (a.tensor.dtype, b.tensor.dtype)
        if a.isWeak != b.isWeak {
            let (weak, strong) = a.isWeak ? (x, y) : (y, x)
            if weak.isFloatingPoint { return strong.isFloatingPoint ? strong : .float64 }
            return strong == .bool && weak != .bool ? .int64 : strong
        }
        if x == y { return x }
        if x.isFloatingPoint, y.isFloatingPoint { return x == .float64 || y == .float64 ? .float64 : .float32 }
        if x.isFloatingPoint || y.isFloatingPoint {
            let (floating, whole) = x.isFloatingPoint ? (x, y) : (y, x)
            return whole.size >= 4 ? .float64 : floating
        }
        if x == .bool { return y }
        if y == .bool { return x }
        if x == .uint8 || y == .uint8 {
            let other = x == .uint8 ? y : x
            return other == .int8 ? .int16 : other
        }
        return x.size > y.size ? x : y
    }

    /// Calls `compute` in the common type, and tells shapes that do not fit in NumPy's words.
    static func binary(
        _ a: Numbers, _ b: Numbers, inFloat: Bool = false, _ compute: (Tensor, Tensor) throws -> Tensor
    ) throws -> Value {
        var (x, y) = try promoted(a, b)
        if inFloat, !x.dtype.isFloatingPoint { (x, y) = (try x.to(dtype: .float64), try y.to(dtype: .float64)) }
        try checkShapes(x, y)
        return try ArrayObject.value(compute(x, y))
    }

    static func checkShapes(_ x: Tensor, _ y: Tensor) throws(Raise) {
        for (a, b) in zip(x.shape.reversed(), y.shape.reversed()) where a != b && a != 1 && b != 1 {
            func text(_ shape: [Int]) -> String {
                shape.count == 1 ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ",") + ")"
            }
            throw .valueError("operands could not be broadcast together with shapes \(text(x.shape)) \(text(y.shape)) ")
        }
    }

    /// A function of each value, computed in fractions.
    static func floating(_ numbers: Numbers, _ symbol: StaticString) throws -> Value {
        try ArrayObject.value(Tensor.call(symbol, .tensor(numbers.tensor.floating())))
    }
}

extension Tensor {
    func `as`(_ type: DType) throws(TensorError) -> Tensor { dtype == type ? self : try to(dtype: type) }

    /// Itself, or its whole numbers as float64.
    func floating() throws(TensorError) -> Tensor { dtype.isFloatingPoint ? self : try to(dtype: .float64) }
}

extension ArrayMembers {
    /// Operators of arrays and of scalars.
    @MembersBuilder static var operators: [Member] {
        both("add") { a, b in a.dtype == .bool ? try a.bitwiseOr(.tensor(b)) : try a.add(.tensor(b)) }
        both("sub") { a, b in try a.sub(.tensor(b)) }
        both("mul") { a, b in a.dtype == .bool ? try a.bitwiseAnd(.tensor(b)) : try a.mul(.tensor(b)) }
        both("truediv", inFloat: true) { a, b in try a.div(.tensor(b)) }
        both("floordiv") { a, b in try a.floorDivide(.tensor(b)) }
        both("mod") { a, b in try a.remainder(.tensor(b)) }
        both("pow") { a, b in
            if !b.dtype.isFloatingPoint, try b.count > 0 && b.min().item() < 0 {
                throw Raise.valueError("Integers to negative integer powers are not allowed.")
            }
            return try a.pow(.tensor(b))
        }
        both("matmul") { a, b in try a.matmul(b) }
        both("and") { a, b in try a.bitwiseAnd(.tensor(b)) }
        both("or") { a, b in try a.bitwiseOr(.tensor(b)) }
        both("xor") { a, b in try a.bitwiseXor(.tensor(b)) }
        comparing("eq") { a, b in try a.eq(.tensor(b)) }
        comparing("ne") { a, b in try a.ne(.tensor(b)) }
        comparing("lt") { a, b in try a.lt(.tensor(b)) }
        comparing("le") { a, b in try a.le(.tensor(b)) }
        comparing("gt") { a, b in try a.gt(.tensor(b)) }
        comparing("ge") { a, b in try a.ge(.tensor(b)) }
        one("__neg__") { try $0.neg() }
        one("__pos__") { $0 }
        one("__abs__") { try $0.abs() }
        one("__invert__") { try Tensor.call("aten::bitwise_not", .tensor($0)) }
        inPlace("__iadd__") { a, b throws(TensorError) in try a.add_(b) }
        inPlace("__isub__") { a, b throws(TensorError) in try a.sub_(b) }
        inPlace("__imul__") { a, b throws(TensorError) in try a.mul_(b) }
        inPlace("__itruediv__") { a, b throws(TensorError) in try a.div_(b) }
    }

    private static let other = [ParameterDescription(name: "other", kind: .positionalOnly)]

    /// `a op b` and `b op a`.
    private static func both(
        _ name: String, inFloat: Bool = false, compute: @escaping (Tensor, Tensor) throws -> Tensor
    ) -> [Member] {
        [("__\(name)__", false), ("__r\(name)__", true)].map { name, isReversed in
            RawMethod(name, other) { arguments throws(Raise) in
                guard let own = Numbers(operand: arguments[0], arguments.cell),
                    let given = Numbers(operand: arguments[1], arguments.cell)
                else { return .notImplemented }
                do {
                    let (a, b) = isReversed ? (given, own) : (own, given)
                    return try ArrayMath.binary(a, b, inFloat: inFloat, compute)
                } catch { throw Raise(error) }
            }
        }
    }

    private static func comparing(_ name: String, compute: @escaping (Tensor, Tensor) throws -> Tensor) -> Member {
        RawMethod("__\(name)__", other) { arguments throws(Raise) in
            if case .texts(let texts)? = (arguments[0].object as? ArrayObject)?.content {
                guard let text = arguments[1].text, name == "eq" || name == "ne" else { return .notImplemented }
                do { return .object(ArrayObject(try Tensor(texts.map { ($0 == text) == (name == "eq") }))) } catch {
                    throw Raise(error)
                }
            }
            guard let own = Numbers(operand: arguments[0], arguments.cell),
                let given = Numbers(operand: arguments[1], arguments.cell)
            else { return .notImplemented }
            do { return try ArrayMath.binary(own, given, compute) } catch { throw Raise(error) }
        }
    }

    private static func one(_ name: String, compute: @escaping (Tensor) throws -> Tensor) -> Member {
        RawMethod(name) { arguments throws(Raise) in
            guard let own = Numbers(operand: arguments[0], arguments.cell) else { return .notImplemented }
            do { return try ArrayObject.value(compute(own.tensor)) } catch { throw Raise(error) }
        }
    }

    private static func inPlace(
        _ name: String, compute: @escaping (Tensor, Operand) throws(TensorError) -> Tensor
    ) -> Member {
        RawMethod(name, other) { arguments throws(Raise) in
            guard case .numbers(let tensor)? = (arguments[0].object as? ArrayObject)?.content,
                let given = Operand(arguments[1])
            else { return .notImplemented }
            do throws(TensorError) { _ = try compute(tensor, given) } catch { throw error.raise }
            return arguments[0]
        }
    }

    // MARK: One number, or one for each row, out of many

    @MembersBuilder static var reductions: [Member] {
        reducing("sum", "The sum of all values, or along an axis.") { tensor, axes, keep in
            try Tensor.call("aten::sum", overload: "dim_IntList", .tensor(tensor), .ints(axes), .bool(keep), .none)
        }
        reducing("mean", "The mean of all values, or along an axis.") { tensor, axes, keep in
            try Tensor.call("aten::mean", overload: "dim", .tensor(tensor.floating()), .ints(axes), .bool(keep), .none)
        }
        spread("std", "aten::std", "The standard deviation.")
        spread("var", "aten::var", "The variance.")
        reducing("max", "The greatest value.") { tensor, axes, keep in
            try Tensor.call("aten::amax", .tensor(tensor), .ints(axes), .bool(keep))
        }
        reducing("min", "The least value.") { tensor, axes, keep in
            try Tensor.call("aten::amin", .tensor(tensor), .ints(axes), .bool(keep))
        }
        reducing("any", "Whether one of the values is not 0.") { tensor, axes, keep in
            try tensor.ne(.int(0)).reduced("aten::any", axes, keep)
        }
        reducing("all", "Whether none of the values is 0.") { tensor, axes, keep in
            try tensor.ne(.int(0)).reduced("aten::all", axes, keep)
        }
        reducing("prod", "The product of all values.") { tensor, axes, keep in
            try (tensor.dtype == .bool ? tensor.to(dtype: .int64) : tensor).reduced("aten::prod", axes, keep)
        }
        Method<Numbers>("argmax", doc: "Where the greatest value stands.", Parameter("axis", Int?.self, default: nil)) {
            numbers, _, axis -> Value in try ArrayObject.value(numbers.tensor.argmax(axis))
        }
        Method<Numbers>("argmin", doc: "Where the least value stands.", Parameter("axis", Int?.self, default: nil)) {
            numbers, _, axis -> Value in try ArrayObject.value(numbers.tensor.argmin(axis))
        }
        Method<Numbers>("argsort", doc: "Where the values in order stand.", Parameter("axis", Int.self, default: -1)) {
            numbers, _, axis in ArrayObject(try numbers.tensor.sort(axis).indices)
        }
        Method<Numbers>("cumsum", doc: "Sums of all values so far.", Parameter("axis", Int?.self, default: nil)) {
            numbers, _, axis in
            try ArrayObject(axis.map { try numbers.tensor.cumsum($0) } ?? numbers.tensor.reshape([-1]).cumsum(0))
        }
        Method<Numbers>("dot", doc: "The sum of products, or the matrix product.", Parameter("b", Numbers.self)) {
            numbers, _, other -> Value in
            try ArrayMath.binary(numbers, other) { a, b in
                a.dimensions == 0 || b.dimensions == 0 ? try a.mul(.tensor(b)) : try a.matmul(b)
            }
        }
        Method<Numbers>(
            "round", doc: "Rounded to so many decimals, halves to the even one.",
            Parameter("decimals", Int.self, default: 0)
        ) {
            numbers, _, decimals -> Value in
            guard numbers.tensor.dtype.isFloatingPoint else { return try ArrayObject.value(numbers.tensor) }
            return try ArrayObject.value(
                Tensor.call(
                    "aten::round", overload: "decimals", .tensor(numbers.tensor), named: [("decimals", .int(decimals))])
            )
        }
        Method<Numbers>(
            "clip", doc: "Kept between two bounds.", Parameter("min", Operand?.self, default: nil),
            Parameter("max", Operand?.self, default: nil)
        ) { numbers, _, least, greatest -> Value in try ArrayObject.value(numbers.tensor.clamped(least, greatest)) }
        Method<Numbers>("nonzero", doc: "Where values are not 0, for each dimension.") { numbers, _ -> Value in
            let places = try numbers.tensor.nonzero()
            return .tuple(
                try (0..<numbers.tensor.dimensions).map { .object(ArrayObject(try places.select(1, $0).contiguous())) })
        }
    }

    private static func reducing(
        _ name: String, _ doc: String, compute: @escaping (Tensor, [Int], Bool) throws -> Tensor
    ) -> Method<Numbers> {
        Method<Numbers>(
            name, doc: doc, Parameter("axis", Dimensions?.self, default: nil),
            Parameter("keepdims", Bool.self, default: false)
        ) { numbers, _, axis, keep -> Value in
            let tensor = numbers.tensor
            if tensor.count == 0, name == "max" || name == "min" {
                throw Raise.valueError("zero-size array to reduction operation \(name)imum which has no identity")
            }
            let axes = try axis?.list.map { try tensor.axis($0) } ?? Array(0..<tensor.dimensions)
            return try ArrayObject.value(compute(tensor, axes, keep))
        }
    }

    private static func spread(_ name: String, _ symbol: StaticString, _ doc: String) -> Method<Numbers> {
        Method<Numbers>(
            name, doc: doc, Parameter("axis", Dimensions?.self, default: nil), Parameter("ddof", Int.self, default: 0),
            Parameter("keepdims", Bool.self, default: false)
        ) { numbers, _, axis, correction, keep -> Value in
            let axes = axis?.list ?? Array(0..<numbers.tensor.dimensions)
            return try ArrayObject.value(
                Tensor.call(
                    symbol, overload: "dim", .tensor(numbers.tensor.floating()), .ints(axes), .bool(correction == 1),
                    .bool(keep)))
        }
    }
}

extension Numbers {
    /// An operand of an operator; nil for what is not numbers.
    init?(operand value: Value, _ cell: Interpreter) {
        switch value {
        case .bool, .int, .float: break
        case .object(let object):
            guard object is ArrayObject || object is ScalarObject || object is FloatBox || object is List else {
                return nil
            }
        default: return nil
        }
        let place = ArgumentPlace(function: "operator", parameter: "other", position: 1, cell: cell)
        guard let numbers = try? Numbers.convert(value, place) else { return nil }
        self = numbers
    }
}

extension Tensor {
    /// An axis counted from 0, in NumPy's words.
    func axis(_ axis: Int) throws(Raise) -> Int {
        guard (-dimensions..<dimensions).contains(axis) else {
            throw .indexError("axis \(axis) is out of bounds for array of dimension \(dimensions)")
        }
        return axis < 0 ? axis + dimensions : axis
    }

    /// Reduces axis after axis, for operators that take one only.
    fileprivate func reduced(_ symbol: StaticString, _ axes: [Int], _ keep: Bool) throws -> Tensor {
        if axes.count == dimensions, !keep { return try Tensor.call(symbol, .tensor(self)) }
        return try axes.sorted(by: >).reduce(self) { tensor, axis in
            try Tensor.call(
                symbol, overload: symbol.description == "aten::prod" ? "dim_int" : "dim", .tensor(tensor), .int(axis),
                .bool(keep))
        }
    }
}
