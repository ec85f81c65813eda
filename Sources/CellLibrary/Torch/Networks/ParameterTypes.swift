import CellRuntime
import Tensors

/// `torch.nn.Parameter`: a tensor that a network learns.
enum ParameterTypes {
    static let declaration: TypeObject = NativeType<TensorObject>(
        "Parameter", module: "torch.nn.parameter", doc: "A tensor that a network learns.",
        base: TensorObject.declaration,
        isBase: false
    ) {
        Constructor(Parameter("data", Tensor.self), Parameter("requires_grad", Bool.self, default: true)) {
            _, data, wanted in
            let tensor = try data.detach()
            if wanted { try tensor.setRequiresGrad(true) }
            return object(tensor)
        }
        Method<TensorObject>("__repr__") { object, cell in
            try "Parameter containing:\n" + LibraryState.of(cell).tensorPrinter.text(object.tensor, typeName: "tensor")
        }
    }.type

    static func object(_ tensor: Tensor) -> TensorObject { TensorObject(tensor, type: declaration) }
}
