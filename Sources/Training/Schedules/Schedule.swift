import Foundation

/// A value over the course of a training, by its position from 0 to 1.
public typealias Schedule = @Sendable (Double) -> Double

/// fastai's annealings, from `start` to `end`.
public enum Anneal {
    /// Along half a cosine wave: `start + (1 + cos(π (1 - x))) (end - start) / 2`.
    public static func cosine(_ start: Double, _ end: Double) -> Schedule {
        { start + (1 + cos(.pi * (1 - $0))) * (end - start) / 2 }
    }

    public static func linear(_ start: Double, _ end: Double) -> Schedule { { start + $0 * (end - start) } }

    /// By equal factors.
    public static func exponential(_ start: Double, _ end: Double) -> Schedule { { start * pow(end / start, $0) } }

    public static func constant(_ value: Double) -> Schedule { { _ in value } }

    public static func polynomial(_ start: Double, _ end: Double, power: Double) -> Schedule {
        { start + (end - start) * pow($0, power) }
    }

    /// Schedules one after the other, each over its share of the training.
    ///
    /// - Throws: ``TrainingError/setting(_:)`` when the shares do not make one whole.
    public static func combined(_ shares: [Double], _ schedules: [Schedule]) throws(TrainingError) -> Schedule {
        guard !shares.isEmpty, shares.count == schedules.count, shares.allSatisfy({ $0 >= 0 }),
            abs(shares.reduce(0, +) - 1) < 1e-6
        else { throw .setting("the shares of a combined schedule must be positive and add up to 1: \(shares)") }
        let starts = shares.indices.map { shares[..<$0].reduce(0, +) } + [1]
        return { position in
            let index = min((starts.lastIndex { position >= $0 } ?? 0), schedules.count - 1)
            let length = starts[index + 1] - starts[index]
            return schedules[index](length > 0 ? (position - starts[index]) / length : 1)
        }
    }

    /// Up along half a cosine wave for a share of the training, then down along another.
    public static func combinedCosine(_ share: Double, _ start: Double, _ middle: Double, _ end: Double)
        throws(TrainingError) -> Schedule
    {
        try combined([share, 1 - share], [cosine(start, middle), cosine(middle, end)])
    }
}
