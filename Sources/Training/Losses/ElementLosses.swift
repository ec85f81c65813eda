import Tensors

/// Predictions and targets as two lists of numbers: fastai's `BaseLoss` with `is_2d=False, floatify=True`.
private func lists(_ prediction: Tensor, _ target: Tensor) throws -> (Tensor, Tensor) {
    let (a, b) = (try prediction.reshape([-1]), try target.reshape([-1]).to(dtype: .float32))
    guard a.count == b.count else { throw TrainingError.sizes(prediction: prediction.shape, target: target.shape) }
    return (a, b)
}

/// Binary cross-entropy of logits, for any number of classes an item (fastai's `BCEWithLogitsLossFlat`).
public final class BinaryCrossEntropyLoss: LossFunction {
    /// The probability above which a class is predicted.
    public var threshold: Double
    /// How much more each class's positives count; with it nothing is flattened.
    public let positiveWeight: Tensor?

    public init(threshold: Double = 0.5, positiveWeight: Tensor? = nil) {
        self.threshold = threshold
        self.positiveWeight = positiveWeight
    }

    public func loss(_ prediction: Tensor, _ targets: [Tensor], reduction: Tensor.Reduction) throws -> Tensor {
        let target = try target(targets)
        if let positiveWeight {
            return try prediction.binaryCrossEntropyWithLogits(
                target.to(dtype: .float32), positiveWeight: positiveWeight, reduction: reduction)
        }
        let (logits, flags) = try lists(prediction, target)
        return try logits.binaryCrossEntropyWithLogits(flags, reduction: reduction)
    }

    public func activation(_ output: Tensor) throws -> Tensor { try output.sigmoid() }
    public func decode(_ activated: Tensor) throws -> Tensor { try activated.gt(.double(threshold)) }
    public var description: String { "FlattenedLoss of BCEWithLogitsLoss()" }
}

/// Mean squared error (fastai's `MSELossFlat`).
public final class MeanSquaredError: LossFunction {
    public init() {}
    public func loss(_ prediction: Tensor, _ targets: [Tensor], reduction: Tensor.Reduction) throws -> Tensor {
        let (values, wanted) = try lists(prediction, target(targets))
        return try values.mseLoss(wanted, reduction: reduction)
    }
    public var description: String { "FlattenedLoss of MSELoss()" }
}

/// Mean absolute error (fastai's `L1LossFlat`).
public final class MeanAbsoluteError: LossFunction {
    public init() {}
    public func loss(_ prediction: Tensor, _ targets: [Tensor], reduction: Tensor.Reduction) throws -> Tensor {
        let (values, wanted) = try lists(prediction, target(targets))
        return try values.l1Loss(wanted, reduction: reduction)
    }
    public var description: String { "FlattenedLoss of L1Loss()" }
}
