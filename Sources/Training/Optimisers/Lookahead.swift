import Tensors

/// Another rule, after every few steps of which the weights go back part of the way (Zhang and others, 2019). Around
/// ``RAdam`` it is fastai's `ranger`.
public final class Lookahead: UpdateRule {
    private let rule: any UpdateRule
    private let every: Int
    private let share: Double
    private var steps = 0
    /// The weights as they were before the first step, and where each return led; by parameter.
    private var slow: [ObjectIdentifier: (parameter: Tensor, weights: Tensor)] = [:]

    /// - Parameters:
    ///   - every: Steps between two returns.
    ///   - share: How much of the way is kept.
    public init(_ rule: any UpdateRule, every: Int = 6, share: Double = 0.5) {
        (self.rule, self.every, self.share) = (rule, max(1, every), share)
    }

    public var defaults: [Hyper: Double] { rule.defaults }

    public func reset() { (steps, slow) = (0, [:]) }

    public func apply(_ updates: inout [Update]) throws {
        for update in updates where slow[ObjectIdentifier(update.parameter)] == nil {
            slow[ObjectIdentifier(update.parameter)] = (update.parameter, try update.parameter.detach().clone())
        }
        try rule.apply(&updates)
        steps += 1
        guard steps % every == 0 else { return }
        for update in updates {
            guard let weights = slow[ObjectIdentifier(update.parameter)]?.weights else { continue }
            try weights.add_(.tensor(update.parameter.detach().sub(.tensor(weights)).mul(.double(share))))
            _ = try update.parameter.copy_(weights)
        }
    }
}
