import CellRuntime
import Tensors

/// `torch.float32` and the like.
final class DTypeObject: Object, NativeObject, @unchecked Sendable {
    let dtype: DType

    private init(_ dtype: DType) {
        self.dtype = dtype
        super.init(type: Self.declaration)
    }

    private static let all = Dictionary(uniqueKeysWithValues: DType.allCases.map { ($0, DTypeObject($0)) })

    /// The one object of a type: cells compare them by `is` too.
    static func of(_ dtype: DType) -> DTypeObject { all[dtype] ?? DTypeObject(dtype) }

    /// libtorch's own name, such as `Float` and `Long`.
    static func scalarName(_ dtype: DType) -> String {
        switch dtype {
        case .uint8: "Byte"
        case .int8: "Char"
        case .int16: "Short"
        case .int32: "Int"
        case .int64: "Long"
        case .float16: "Half"
        case .float32: "Float"
        case .float64: "Double"
        case .bool: "Bool"
        case .bfloat16: "BFloat16"
        }
    }

    static let declaration = NativeType<DTypeObject>(
        "dtype", module: "torch", doc: "The type of a tensor's numbers.", isBase: false
    ) {
        Property<DTypeObject>("is_floating_point", doc: "Whether they are fractions.") { type, _ in
            type.dtype.isFloatingPoint
        }
        Property<DTypeObject>("itemsize", doc: "Bytes a number takes.") { type, _ in type.dtype.size }
        Method<DTypeObject>("__repr__") { type, _ in "torch.\(type.dtype.name)" }
    }.type
}

/// A type of numbers as an argument: torch's, numpy's, Python's own or a name.
struct DTypeArgument: CellConvertible {
    let dtype: DType

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> DTypeArgument {
        switch value.object {
        case let type as DTypeObject: return DTypeArgument(dtype: type.dtype)
        case let type as ArrayTypeObject: return DTypeArgument(dtype: type.dtype)
        case let type as TypeObject:
            if type === types.float { return DTypeArgument(dtype: .float64) }
            if type === types.int { return DTypeArgument(dtype: .int64) }
            if type === types.bool { return DTypeArgument(dtype: .bool) }
            if let own = ScalarTypes.dtype(of: type) { return DTypeArgument(dtype: own) }
        default:
            let names = ["int": DType.int64, "float": .float64, "double": .float64, "long": .int64]
            if let text = value.text, let own = names[text] ?? DType.allCases.first(where: { $0.name == text }) {
                return DTypeArgument(dtype: own)
            }
        }
        throw place.mismatch("torch.dtype", value)
    }
    static var cellTypeName: String { "dtype" }
}

/// `torch.device`.
final class DeviceObject: Object, NativeObject {
    /// Such as `cpu` or `cuda:0`.
    let name: String

    init(_ name: String) {
        self.name = name
        super.init(type: Self.declaration)
    }

    private var parts: (type: Substring, index: Int?) {
        let parts = name.split(separator: ":")
        return (parts.first ?? "cpu", parts.count > 1 ? Int(parts[1]) : nil)
    }

    static let declaration = NativeType<DeviceObject>(
        "device", module: "torch", doc: "Where tensors are kept and computed with.", isBase: false
    ) {
        Constructor(Parameter("device", String.self), Parameter("index", Int?.self, default: nil)) { _, name, index in
            let kind = name.split(separator: ":").first.map(String.init) ?? ""
            guard ["cpu", "cuda", "mps"].contains(kind) else {
                throw Raise.runtimeError(
                    "Expected one of cpu, cuda, mps device type at start of device string: \(name)")
            }
            return DeviceObject(index.map { "\(name):\($0)" } ?? name)
        }
        Property<DeviceObject>("type", doc: "`cpu`, `cuda` or `mps`.") { device, _ in String(device.parts.type) }
        Property<DeviceObject>("index", doc: "Which of them.") { device, _ in device.parts.index }
        Method<DeviceObject>("__str__") { device, _ in device.name }
        Method<DeviceObject>("__repr__") { device, _ in
            let index = device.parts.index.map { ", index=\($0)" } ?? ""
            return "device(type='\(device.parts.type)'\(index))"
        }
        Method<DeviceObject>("__eq__", Parameter("other", Value.self)) { device, _, other in
            (other.object as? DeviceObject)?.name == device.name
        }
        Method<DeviceObject>("__hash__") { device, _ in device.name.hashValue >> 1 }
    }.type
}

/// `torch.Size`: a shape, which is a tuple.
enum SizeObject {
    static func make(_ shape: [Int]) -> Value {
        let tuple = Tuple(ContiguousArray(shape.map(Value.int)))
        tuple.type = declaration
        return .object(tuple)
    }

    static let declaration: TypeObject = NativeType<Tuple>(
        "Size", module: "torch", doc: "The sizes of a tensor's dimensions.", base: types.tuple, isBase: false
    ) {
        Constructor(Parameter("sizes", [Int].self, default: [])) { _, sizes in SizeObject.make(sizes) }
        Method<Tuple>("numel", doc: "How many numbers a tensor of this shape holds.") { size, _ in
            size.items.reduce(1) { product, item in
                if case .int(let number) = item { product * number } else { product }
            }
        }
        Method<Tuple>("__repr__") { size, cell in
            "torch.Size([" + (try size.items.map { try cell.repr($0) }).joined(separator: ", ") + "])"
        }
        Method<Tuple>("__getitem__", Parameter("index", Value.self)) { size, cell, index -> Value in
            let plain = Value.tuple(size.items)
            let part = try cell.item(of: plain, at: index)
            guard let tuple = part.object as? Tuple else { return part }
            tuple.type = SizeObject.declaration
            return part
        }
    }.type
}

/// Shapes in words.
enum SizeText {
    /// `(2, 3)`, `(2,)`, `()`
    static func tuple(_ shape: [Int]) -> String {
        shape.count == 1 ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ", ") + ")"
    }
}
