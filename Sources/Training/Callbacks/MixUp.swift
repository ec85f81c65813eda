import Tensors

/// Trains on blends of two items each, and asks for the blend of their targets (Zhang and others, 2018; fastai's
/// `MixUp`).
public final class MixUp: Callback {
    public let order = 90
    private let alpha: Double
    private var own: (any LossFunction)?
    private let blend = Blend()

    /// - Parameter alpha: Of the beta distribution that the share of an item is drawn from; the larger share is its own.
    public init(_ alpha: Double = 0.4) { self.alpha = alpha }

    public func on(_ event: Event, _ learner: Learner) throws {
        switch event {
        case .beforeFit:
            own = learner.loss
            blend.inner = learner.loss
            learner.loss = blend
        case .beforeBatch where learner.isTraining: try mix(learner)
        case .beforeBatch: blend.other = nil
        case .afterFit, .afterFailure:
            if let own { learner.loss = own }
            (own, blend.other) = (nil, nil)
        default: break
        }
    }

    private func mix(_ learner: Learner) throws {
        let count = learner.batchItems
        let first = try Self.gamma(alpha, count)
        let share = try first.div(.tensor(first.add(.tensor(Self.gamma(alpha, count)))))
        // The larger of both, so that an item is mostly itself.
        let own = try share.maximum(share.subtracted(from: .int(1)))
        let order = try Tensor.randperm(count)
        learner.inputs = try learner.inputs.map { input in
            guard input.dtype.isFloatingPoint else { return input }
            let weight = try own.reshape([count] + Array(repeating: 1, count: input.dimensions - 1))
            let other = try input.indexSelect(0, order)
            return try other.add(.tensor(input.sub(.tensor(other)).mul(.tensor(weight))))
        }
        blend.other = try (learner.targets.map { try $0.indexSelect(0, order) }, own)
    }

    private static func gamma(_ alpha: Double, _ count: Int) throws -> Tensor {
        try Tensor.call("aten::_standard_gamma", .tensor(Tensor.full([count], alpha))).clamp(min: 1e-10)
    }

    /// The loss against both targets, each by its share.
    private final class Blend: LossFunction {
        var inner: any LossFunction = MeanSquaredError()
        var other: (targets: [Tensor], own: Tensor)?

        func loss(_ prediction: Tensor, _ targets: [Tensor], reduction: Tensor.Reduction) throws -> Tensor {
            guard let other else { return try inner.loss(prediction, targets, reduction: reduction) }
            let own = try inner.loss(prediction, targets, reduction: .none)
            let mixed = try inner.loss(prediction, other.targets, reduction: .none)
            // Losses of an item's parts share its weight.
            let weight = try other.own.unsqueeze(1).expand([other.own.count, own.count / other.own.count])
                .reshape(own.shape)
            let loss = try mixed.add(.tensor(own.sub(.tensor(mixed)).mul(.tensor(weight))))
            switch reduction {
            case .none: return loss
            case .mean: return try loss.mean()
            case .sum: return try loss.sum()
            }
        }

        func activation(_ output: Tensor) throws -> Tensor { try inner.activation(output) }
        func decode(_ activated: Tensor) throws -> Tensor { try inner.decode(activated) }
        var description: String { inner.description }
    }
}
