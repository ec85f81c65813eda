import Tensors

/// How far predictions are from their targets, and how predictions are read.
public protocol LossFunction: AnyObject {
    /// The loss of a batch: one number, or, without reduction, one for each item or part of an item.
    func loss(_ prediction: Tensor, _ targets: [Tensor], reduction: Tensor.Reduction) throws -> Tensor
    /// Probabilities or values from the model's outputs.
    func activation(_ output: Tensor) throws -> Tensor
    /// What is predicted, from ``activation(_:)``: a class's index, flags, or the values themselves.
    func decode(_ activated: Tensor) throws -> Tensor
    /// As fastai prints it, such as "FlattenedLoss of CrossEntropyLoss()".
    var description: String { get }
}

extension LossFunction {
    public func activation(_ output: Tensor) throws -> Tensor { output }
    public func decode(_ activated: Tensor) throws -> Tensor { activated }

    /// One target for each prediction.
    func target(_ targets: [Tensor]) throws -> Tensor {
        guard let target = targets.first else {
            throw TrainingError.setting("a loss needs targets, and the batch has none")
        }
        return target
    }
}

/// A loss given by a function, such as one written by the user.
public final class CustomLoss: LossFunction {
    public let description: String
    private let function: (Tensor, [Tensor]) throws -> Tensor

    public init(_ name: String, _ function: @escaping (Tensor, [Tensor]) throws -> Tensor) {
        description = name
        self.function = function
    }

    public func loss(_ prediction: Tensor, _ targets: [Tensor], reduction: Tensor.Reduction) throws -> Tensor {
        let loss = try function(prediction, targets)
        guard loss.count > 1 else { return loss }
        switch reduction {
        case .none: return loss
        case .mean: return try loss.mean()
        case .sum: return try loss.sum()
        }
    }
}
