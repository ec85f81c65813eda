import CellRuntime
import Tensors

/// A NumPy whole number or truth value, such as `np.int64(3)`; fractions are floats of the class `np.float64`.
public final class ScalarObject: Object {
    let number: Int
    let dtype: DType

    init(_ number: Int, _ dtype: DType) {
        self.number = number
        self.dtype = dtype
        super.init(type: ScalarTypes.type(of: dtype))
    }
}

/// The classes of NumPy's scalars.
enum ScalarTypes {
    /// The only number of a tensor as a scalar.
    static func value(_ tensor: Tensor) throws -> Value {
        if tensor.dtype.isFloatingPoint {
            let box = FloatBox(try tensor.item())
            box.type = type(of: tensor.dtype)
            return .object(box)
        }
        return .object(ScalarObject(try tensor.intItem(), tensor.dtype))
    }

    static func type(of dtype: DType) -> TypeObject { all[dtype] ?? types.float }

    static func dtype(of type: TypeObject) -> DType? { all.first { $0.value === type }?.key }

    static let all: [DType: TypeObject] = {
        var made: [DType: TypeObject] = [:]
        for dtype in DType.allCases where dtype != .bfloat16 {
            made[dtype] = dtype.isFloatingPoint ? floating(dtype) : whole(dtype)
        }
        return made
    }()

    private static func floating(_ dtype: DType) -> TypeObject {
        NativeType<FloatBox>(dtype.name, module: "numpy", doc: "A NumPy number.", base: types.float, isBase: false) {
            Constructor(Parameter("value", Double.self, default: 0)) { _, value -> Value in
                try ScalarTypes.value(Tensor(value).to(dtype: dtype))
            }
            Method<FloatBox>("__repr__") { number, _ in
                "np.\(dtype.name)(\(try FloatWords.numpy(number.value, dtype)))"
            }
            Method<FloatBox>("__str__") { number, _ in try FloatWords.numpy(number.value, dtype) }
            Property<FloatBox>("dtype", doc: "The type.") { _, _ in ArrayTypeObject.of(dtype) }
            Property<FloatBox>("shape", doc: "No dimensions.") { _, _ -> Value in .tuple([]) }
            Method<FloatBox>("item", doc: "The number as Python's.") { number, _ in number.value }
            Method<FloatBox>("tolist", doc: "The number as Python's.") { number, _ in number.value }
            ArrayMembers.operators
            ArrayMembers.reductions
        }.type
    }

    private static func whole(_ dtype: DType) -> TypeObject {
        NativeType<ScalarObject>(
            dtype == .bool ? "bool" : dtype.name, module: "numpy", doc: "A NumPy number.", isBase: false
        ) {
            Constructor(Parameter("value", Double.self, default: 0)) { _, value -> Value in
                try ScalarTypes.value(Tensor(value).to(dtype: dtype))
            }
            Method<ScalarObject>("__repr__") { number, _ in
                dtype == .bool ? (number.number != 0 ? "np.True_" : "np.False_") : "np.\(dtype.name)(\(number.number))"
            }
            Method<ScalarObject>("__str__") { number, _ in
                dtype == .bool ? (number.number != 0 ? "True" : "False") : "\(number.number)"
            }
            Method<ScalarObject>("__format__", Parameter("spec", String.self)) { number, cell, spec in
                try cell.format(number.plain, spec)
            }
            Method<ScalarObject>("__int__") { number, _ in number.number }
            Method<ScalarObject>("__index__") { number, _ in number.number }
            Method<ScalarObject>("__float__") { number, _ in Double(number.number) }
            Method<ScalarObject>("__bool__") { number, _ in number.number != 0 }
            Method<ScalarObject>("__hash__") { number, _ in number.number }
            Property<ScalarObject>("dtype", doc: "The type.") { _, _ in ArrayTypeObject.of(dtype) }
            Property<ScalarObject>("shape", doc: "No dimensions.") { _, _ -> Value in .tuple([]) }
            Method<ScalarObject>("item", doc: "The number as Python's.") { number, _ in number.plain }
            Method<ScalarObject>("tolist", doc: "The number as Python's.") { number, _ in number.plain }
            ArrayMembers.operators
            ArrayMembers.reductions
        }.type
    }
}

extension ScalarObject {
    /// As Python's own number.
    var plain: Value { dtype == .bool ? .bool(number != 0) : .int(number) }
}

/// `array.dtype`
public final class ArrayTypeObject: Object, NativeObject, @unchecked Sendable {
    let dtype: DType

    private init(_ dtype: DType) {
        self.dtype = dtype
        super.init(type: Self.declaration)
    }

    private static let all = Dictionary(uniqueKeysWithValues: DType.allCases.map { ($0, ArrayTypeObject($0)) })

    static func of(_ dtype: DType) -> ArrayTypeObject { all[dtype] ?? ArrayTypeObject(dtype) }

    public static let declaration = NativeType<ArrayTypeObject>(
        "dtype", module: "numpy", doc: "The type of an array's values.", isBase: false
    ) {
        Constructor(Parameter("dtype", DTypeArgument.self)) { _, type in ArrayTypeObject.of(type.dtype) }
        Property<ArrayTypeObject>("name", doc: "Its name.") { type, _ in type.dtype.name }
        Property<ArrayTypeObject>("itemsize", doc: "Bytes a value takes.") { type, _ in type.dtype.size }
        Property<ArrayTypeObject>("kind", doc: "i, u, f or b.") { type, _ in
            type.dtype == .bool ? "b" : type.dtype.isFloatingPoint ? "f" : type.dtype == .uint8 ? "u" : "i"
        }
        Method<ArrayTypeObject>("__str__") { type, _ in type.dtype.name }
        Method<ArrayTypeObject>("__repr__") { type, _ in "dtype('\(type.dtype.name)')" }
        Method<ArrayTypeObject>("__eq__", Parameter("other", Value.self)) { type, cell, other in
            let place = ArgumentPlace(function: "dtype", parameter: "other", position: 1, cell: cell)
            return (try? DTypeArgument.convert(other, place))?.dtype == type.dtype
        }
        Method<ArrayTypeObject>("__hash__") { type, _ in Int(type.dtype.rawValue) }
    }.type
}

/// A fraction in NumPy's words: the shortest digits that mean it.
enum FloatWords {
    static func numpy(_ value: Double, _ dtype: DType = .float64) throws(TensorError) -> String {
        try ArrayPrinter().scalar(dtype == .float64 ? Tensor(value) : Tensor(value).to(dtype: dtype))
    }
}
