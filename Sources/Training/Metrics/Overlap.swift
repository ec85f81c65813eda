import Tensors

/// How far predicted and true regions of a segmentation overlap, pixels of the whole set counted together.
public final class Overlap: Metric {
    public enum Kind: String, Sendable {
        /// Twice the intersection over the sum of both, of two classes 0 and 1 (fastai's `Dice`).
        case dice
        /// The same averaged over classes (`DiceMulti`).
        case dice_multi
        /// Intersection over union, of two classes (`JaccardCoeff`).
        case jaccard_coeff
        /// The same averaged over classes (`JaccardCoeffMulti`).
        case jaccard_coeff_multi
    }

    public var name: String { kind.rawValue }
    private let kind: Kind
    private let axis: Int
    private var both: [Double] = []
    private var sum: [Double] = []

    public init(_ kind: Kind, axis: Int = 1) { (self.kind, self.axis) = (kind, axis) }

    public func reset() { (both, sum) = ([], []) }

    public func accumulate(_ learner: Learner) throws {
        guard let output = learner.prediction, let target = learner.targets.first else { return }
        let predicted = try output.argmax(axis).reshape([-1])
        let wanted = try target.reshape([-1])
        let classes = output.shape[axis]
        if both.isEmpty { (both, sum) = (Array(repeating: 0, count: classes), Array(repeating: 0, count: classes)) }
        for k in 0..<classes {
            let (p, t) = (try predicted.eq(.int(k)), try wanted.eq(.int(k)))
            both[k] += try p.bitwiseAnd(.tensor(t)).sum().item()
            sum[k] += try p.sum().item() + t.sum().item()
        }
    }

    public func value() -> Double? {
        let known = (isBinary ? [1] : Array(sum.indices)).filter { sum.indices.contains($0) && sum[$0] > 0 }
        let scores = known.map { isDice ? 2 * both[$0] / sum[$0] : both[$0] / (sum[$0] - both[$0]) }
        return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
    }

    /// The score of each class; nil for one that is in no mask.
    public var scores: [Double?] {
        sum.indices.map { index in
            guard sum[index] > 0 else { return nil }
            return isDice ? 2 * both[index] / sum[index] : both[index] / (sum[index] - both[index])
        }
    }

    private var isBinary: Bool { kind == .dice || kind == .jaccard_coeff }
    private var isDice: Bool { kind == .dice || kind == .dice_multi }
}
