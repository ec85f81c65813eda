import Tensors

/// Scales the gradients of a step down where their norm is above a limit (fastai's `GradientClip`).
public final class GradientClip: Callback {
    public let order = 31
    private let limit: Double
    private let norm: Double

    /// - Parameters:
    ///   - limit: The largest norm of all gradients together.
    ///   - norm: Which one: 2 for Euclid's.
    public init(_ limit: Double = 1, norm: Double = 2) { (self.limit, self.norm) = (limit, norm) }

    public func on(_ event: Event, _ learner: Learner) throws {
        guard event == .beforeStep, learner.isTraining else { return }
        let gradients = learner.model.parameters.compactMap(\.grad)
        guard !gradients.isEmpty else { return }
        try withoutGradients {
            let norms = try Tensor.stack(gradients.map { try $0.norm(norm) })
            // As PyTorch's clip_grad_norm_ has it.
            let factor = limit / (try norms.norm(norm).item() + 1e-6)
            guard factor < 1 else { return }
            for gradient in gradients { try gradient.mul_(.double(factor)) }
        }
    }
}
