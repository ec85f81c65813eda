import CellRuntime
import Tensors
import Training

/// A loss by fastai's name.
final class LossObject: Object, NativeObject {
    let loss: any LossFunction

    init(_ loss: any LossFunction) {
        self.loss = loss
        super.init(type: Self.declaration)
    }

    static let declaration: TypeObject = NativeType<LossObject>(
        "BaseLoss", module: "fastai.losses", doc: "A loss function."
    ) {
        Method<LossObject>("__call__", Parameter("inp", TensorObject.self), Parameter("targ", TensorObject.self)) {
            object, _, output, target in
            TensorObject(try object.loss.loss(output.tensor, [target.tensor], reduction: .mean))
        }
        Method<LossObject>("activation", Parameter("x", TensorObject.self)) { object, _, output in
            TensorObject(try object.loss.activation(output.tensor))
        }
        Method<LossObject>("decodes", Parameter("x", TensorObject.self)) { object, _, output in
            TensorObject(try object.loss.decode(output.tensor))
        }
        Method<LossObject>("__repr__") { object, _ in "\(object.loss)" }
    }.type

    private static var axis: Parameter<Int> {
        Parameter("axis", Int.self, default: -1)
    }

    static var members: [Member] {
        [
            Function("CrossEntropyLossFlat", doc: "For one class of several.", axis) { _, axis in
                LossObject(CrossEntropyLoss(axis: axis))
            },
            Function(
                "LabelSmoothingCrossEntropy", doc: "Cross-entropy that expects no certainty.",
                Parameter("eps", Double.self, default: 0.1)
            ) {
                _, smoothing in LossObject(CrossEntropyLoss(smoothing: smoothing))
            },
            Function(
                "FocalLossFlat", doc: "Cross-entropy that cares less for what is easy.", axis,
                Parameter("gamma", Double.self, default: 2)
            ) {
                _, axis, gamma in LossObject(FocalLoss(gamma: gamma, axis: axis))
            },
            Function(
                "BCEWithLogitsLossFlat", doc: "For several classes at once.", axis,
                Parameter("thresh", Double.self, default: 0.5)
            ) {
                _, _, threshold in LossObject(BinaryCrossEntropyLoss(threshold: threshold))
            },
            Function("MSELossFlat", doc: "For numbers: the mean squared error.", axis) { _, _ in
                LossObject(MeanSquaredError())
            },
            Function("L1LossFlat", doc: "For numbers: the mean absolute error.", axis) { _, _ in
                LossObject(MeanAbsoluteError())
            },
        ]
    }
}

/// A parameter that takes a loss: fastai's, or a function of cells.
struct LossArgument: CellConvertible {
    let loss: any LossFunction

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> LossArgument {
        if let object = value.object as? LossObject { return LossArgument(loss: object.loss) }
        let cell = place.cell
        if value.object is NativeFunction, let made = try? cell.call(value, []).object as? LossObject {
            return LossArgument(loss: made.loss)
        }
        guard value.object is CellFunction || value.object?.type.lookup("__call__") != nil else {
            throw place.mismatch("a loss, such as CrossEntropyLossFlat(), or a function", value)
        }
        var name = (value.object as? NetworkObject).map { "\($0.module)" }
        if name == nil { name = try cell.attributeIfAny(Str("__name__"), of: value)?.text }
        return LossArgument(
            loss: CustomLoss(name ?? "loss") { output, targets in
                let result = try cell.call(value, ([output] + targets).map { .object(TensorObject($0)) })
                guard let tensor = result.object as? TensorObject else {
                    throw Raise.typeError("a loss function gives a tensor, not \(result.type.name)")
                }
                return tensor.tensor
            })
    }
    static var cellTypeName: String { "loss" }
}
