import Tensors

/// Logits `[…, classes]` and class indices made into two dimensions and one: fastai's `BaseLoss`.
private func flattened(_ prediction: Tensor, _ target: Tensor, axis: Int) throws -> (Tensor, Tensor) {
    let rows = try prediction.transpose(axis, -1)
    let logits = try rows.reshape([-1, rows.shape.last ?? 1])
    let indices = try (target.dimensions > max(axis, 0) ? target.transpose(axis, -1) : target).reshape([-1])
    guard logits.shape[0] == indices.shape[0] else {
        throw TrainingError.sizes(prediction: prediction.shape, target: target.shape)
    }
    return (logits, indices.dtype == .int64 ? indices : try indices.to(dtype: .int64))
}

/// Cross-entropy of logits against class indices (fastai's `CrossEntropyLossFlat`).
public final class CrossEntropyLoss: LossFunction {
    /// The dimension of the classes.
    public let axis: Int
    /// One weight a class.
    public let weight: Tensor?
    /// What part of each target is spread over all classes.
    public let smoothing: Double

    public init(axis: Int = -1, weight: Tensor? = nil, smoothing: Double = 0) {
        self.axis = axis
        self.weight = weight
        self.smoothing = smoothing
    }

    public func loss(_ prediction: Tensor, _ targets: [Tensor], reduction: Tensor.Reduction) throws -> Tensor {
        let (logits, indices) = try flattened(prediction, target(targets), axis: axis)
        return try logits.crossEntropy(indices, weight: weight, reduction: reduction, labelSmoothing: smoothing)
    }

    public func activation(_ output: Tensor) throws -> Tensor { try output.softmax(axis) }
    public func decode(_ activated: Tensor) throws -> Tensor { try activated.argmax(axis) }
    public var description: String { "FlattenedLoss of CrossEntropyLoss()" }
}

/// Cross-entropy in which easy items count less (Lin and others, 2017).
public final class FocalLoss: LossFunction {
    public let axis: Int
    /// How much less: each loss is multiplied by `(1 - p)^gamma`.
    public let gamma: Double
    public let weight: Tensor?

    public init(gamma: Double = 2, axis: Int = -1, weight: Tensor? = nil) {
        self.gamma = gamma
        self.axis = axis
        self.weight = weight
    }

    public func loss(_ prediction: Tensor, _ targets: [Tensor], reduction: Tensor.Reduction) throws -> Tensor {
        let (logits, indices) = try flattened(prediction, target(targets), axis: axis)
        let single = try logits.crossEntropy(indices, weight: weight, reduction: .none)
        let missed = try single.neg().exp().subtracted(from: .int(1))
        let loss = try missed.pow(.double(gamma)).mul(.tensor(single))
        switch reduction {
        case .none: return loss
        case .mean: return try loss.mean()
        case .sum: return try loss.sum()
        }
    }

    public func activation(_ output: Tensor) throws -> Tensor { try output.softmax(axis) }
    public func decode(_ activated: Tensor) throws -> Tensor { try activated.argmax(axis) }
    public var description: String { "FlattenedLoss of FocalLoss()" }
}
