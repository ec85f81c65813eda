import CellRuntime
import Tensors

extension TensorMembers {
    /// Other types of numbers, and Python's own.
    @MembersBuilder static var conversions: [Member] {
        Method<Tensor>("item", doc: "The only number, as a Python number.") { tensor, _ in
            guard tensor.count == 1 else {
                throw Raise.runtimeError("a Tensor with \(tensor.count) elements cannot be converted to Scalar")
            }
            return try tensor.single()
        }
        Method<Tensor>("tolist", doc: "The numbers as nested lists.") { tensor, _ in try tensor.nestedLists() }
        Method<Tensor>("numpy", doc: "The numbers as a numpy array.") { tensor, _ in
            if tensor.requiresGrad {
                throw Raise.runtimeError(
                    "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
            }
            return ArrayObject(tensor)
        }
        converting("float", .float32)
        converting("double", .float64)
        converting("half", .float16)
        converting("long", .int64)
        converting("int", .int32)
        converting("short", .int16)
        converting("byte", .uint8)
        converting("bool", .bool)
        Method<TensorObject>("cpu", doc: "The numbers in the processor's memory.") { object, _ in
            object.tensor.device == "cpu"
                ? object : TensorObject(try object.tensor.to(device: "cpu"), type: object.resultType)
        }
        Method<TensorObject>("cuda", doc: "The numbers in a GPU's memory.") { object, _ in
            TensorObject(try object.tensor.to(device: "cuda"), type: object.resultType)
        }
        Method<TensorObject>(
            "to", doc: "The numbers as another type or on another device.",
            Parameter("target", Value.self, default: .none),
            Parameter("dtype", DTypeArgument?.self, .keywordOnly, default: nil),
            Parameter("device", Value.self, .keywordOnly, default: .none)
        ) { object, cell, target, type, device in
            var tensor = object.tensor
            for place in [target, device] where !place.isNone {
                if let other = place.object as? TensorObject {
                    tensor = try tensor.to(dtype: other.tensor.dtype)
                } else if let name = place.text ?? (place.object as? DeviceObject)?.name {
                    if name != tensor.device { tensor = try tensor.to(device: name) }
                } else {
                    let position = ArgumentPlace(function: "to", parameter: "target", position: 1, cell: cell)
                    tensor = try tensor.to(dtype: DTypeArgument.convert(place, position).dtype)
                }
            }
            if let type { tensor = try tensor.to(dtype: type.dtype) }
            return tensor.isSame(as: object.tensor) ? object : TensorObject(tensor, type: object.resultType)
        }
        Method<TensorObject>(
            "type", doc: "The name of its type, or the numbers as another type.",
            Parameter("dtype", DTypeArgument?.self, default: nil)
        ) {
            object, _, type -> Value in
            guard let type else { return .string("torch.\(DTypeObject.scalarName(object.tensor.dtype))Tensor") }
            return .object(TensorObject(try object.tensor.to(dtype: type.dtype), type: object.resultType))
        }
        Method<Tensor>("type_as", doc: "The numbers as the type of another tensor.", Parameter("other", Tensor.self)) {
            tensor, _, other in try tensor.to(dtype: other.dtype)
        }
        Method<TensorObject>("clone", doc: "A copy of its own.") { object, _ in
            TensorObject(try object.tensor.clone(), type: object.resultType)
        }
        made("new_zeros", "Zeros of the same type.") { tensor, shape in try .zeros(shape, dtype: tensor.dtype) }
        made("new_ones", "Ones of the same type.") { tensor, shape in try .ones(shape, dtype: tensor.dtype) }
        made("new_empty", "Memory of the same type, whatever it holds.") { tensor, shape in
            try Tensor(uninitialized: shape, dtype: tensor.dtype)
        }
        Method<Tensor>(
            "new_full", doc: "One number all over, of the same type.", Parameter("size", Dimensions.self),
            Parameter("fill_value", Double.self)
        ) { tensor, _, size, value in try Tensor.full(size.list, value, dtype: tensor.dtype) }
        Method<Tensor>("new_tensor", doc: "A tensor of the same type.", Parameter("data", Value.self)) {
            tensor, cell, data in
            try NestedValues(data, cell).tensor(tensor.dtype, floating: .float32)
        }
    }

    private static func converting(_ name: String, _ type: DType) -> Method<TensorObject> {
        Method<TensorObject>(name, doc: "The numbers as \(type.name).") { object, _ in
            object.tensor.dtype == type
                ? object : TensorObject(try object.tensor.to(dtype: type), type: object.resultType)
        }
    }

    private static func made(
        _ name: String, _ doc: String, make: @escaping (Tensor, [Int]) throws -> Tensor
    ) -> Method<Tensor> {
        Method<Tensor>(name, doc: doc, Parameter("size", Variadic.self)) { tensor, cell, sizes in
            try make(tensor, sizes.sizes(name, cell))
        }
    }
}

extension Tensor {
    /// The values as lists in lists, or the one value.
    func nestedLists() throws -> Value {
        let values: [Value]
        if dtype.isFloatingPoint {
            values = try array(of: Double.self).map(Value.float)
        } else if dtype == .bool {
            values = try array(of: Bool.self).map(Value.bool)
        } else {
            values = try array(of: Int.self).map(Value.int)
        }
        return Self.nest(values[...], shape[...])
    }

    private static func nest(_ values: ArraySlice<Value>, _ shape: ArraySlice<Int>) -> Value {
        guard let size = shape.first else { return values.first ?? .none }
        let width = size == 0 ? 0 : values.count / size
        return .list(
            (0..<size).map { index in
                let start = values.startIndex + index * width
                return nest(values[start..<start + width], shape.dropFirst())
            })
    }
}
