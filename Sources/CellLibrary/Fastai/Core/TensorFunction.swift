import CellRuntime
import Tensors

/// fastai's `tensor`, which takes pictures, arrays and several numbers too.
enum TensorFunction {
    static var members: [Member] {
        [
            Function(
                "tensor",
                doc: "A tensor of numbers, lists, arrays, tables or a picture; tensor(1, 2) is tensor([1, 2]).",
                Parameter("dtype", DTypeArgument?.self, .keywordOnly, default: nil),
                Parameter("requires_grad", Bool.self, .keywordOnly, default: false), Parameter("x", Variadic.self)
            ) { cell, type, requiresGrad, values -> Value in
                guard let first = values.values.first else {
                    throw Raise.typeError("tensor() needs something to make a tensor of")
                }
                let source = values.values.count == 1 ? first : .list(Array(values.values))
                if source.object is TensorObject, type == nil, !requiresGrad { return source }
                var tensor = try made(source, type?.dtype, cell)
                if type == nil, tensor.dtype == .float64 { tensor = try tensor.to(dtype: .float32) }
                if requiresGrad { try tensor.setRequiresGrad(true) }
                return .object(TensorObject(tensor))
            }
        ]
    }

    private static func made(_ value: Value, _ type: DType?, _ cell: Interpreter) throws -> Tensor {
        let isPlain = value.object is List || value.object is Tuple || value.object is TensorObject
        if value.object is ImageObject || (!isPlain && value.type.lookup("__array__") != nil) {
            let numbers = try ArrayObject.make(value, cell).numbers("tensor")
            return try type.map { try numbers.to(dtype: $0) } ?? numbers
        }
        return try NestedValues(value, cell).tensor(type, floating: .float32)
    }
}
