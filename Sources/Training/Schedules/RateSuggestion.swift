import Foundation

/// fastai's ways to read a learning rate off a search; raw values are its names.
public enum RateSuggestion: String, Sendable, CaseIterable {
    case slide, valley, steep, minimum

    /// What is suggested, and the place that is marked in the plot.
    public struct Point: Sendable, Equatable {
        public let rate: Double
        public let mark: (rate: Double, loss: Double)

        public static func == (a: Point, b: Point) -> Bool { a.rate == b.rate && a.mark == b.mark }
    }

    /// - Throws: ``TrainingError/nothingRecorded(_:)`` when there are too few losses to say anything.
    public func point(_ rates: [Double], _ losses: [Double]) throws(TrainingError) -> Point {
        let count = losses.firstIndex { $0.isNaN } ?? losses.count
        let (rates, losses) = (Array(rates[..<count]), Array(losses[..<count]))
        guard count > 2 else {
            throw .nothingRecorded("the search ended after too few batches to suggest a rate; try more steps")
        }
        switch self {
        case .valley: return Self.valley(rates, losses)
        case .slide: return Self.slide(rates, losses)
        case .minimum: return Self.minimum(rates, losses)
        case .steep: return Self.steep(rates, losses)
        }
    }

    /// A half into the longest stretch over which losses keep falling.
    private static func valley(_ rates: [Double], _ losses: [Double]) -> Point {
        var lengths = [Int](repeating: 1, count: losses.count)
        var (start, end) = (0, 0)
        for i in 1..<losses.count {
            for j in 0..<i {
                if losses[i] < losses[j], lengths[i] < lengths[j] + 1 { lengths[i] = lengths[j] + 1 }
                if lengths[end] < lengths[i] {
                    end = i
                    start = end - lengths[end]
                }
            }
        }
        let third = Double(end - start) / 3
        // As in Python, an index before the first counts from the end.
        let index = start + Int(third) + Int(third / 2)
        let place = index < 0 ? index + losses.count : index
        return Point(rate: rates[place], mark: (rates[place], losses[place]))
    }

    /// A tenth of the rate with the lowest loss.
    private static func minimum(_ rates: [Double], _ losses: [Double]) -> Point {
        let index = losses.indices.min { losses[$0] < losses[$1] } ?? 0
        return Point(rate: rates[index] / 10, mark: (rates[index], losses[index]))
    }

    /// Where the loss falls most steeply over the logarithm of the rate.
    private static func steep(_ rates: [Double], _ losses: [Double]) -> Point {
        let slopes = losses.indices.dropLast().map {
            (losses[$0 + 1] - losses[$0]) / (log(rates[$0 + 1]) - log(rates[$0]))
        }
        let index = slopes.indices.min { slopes[$0] < slopes[$1] } ?? 0
        return Point(rate: rates[index], mark: (rates[index], losses[index]))
    }

    /// By an interval that slides from the right to where slopes at its ends agree.
    private static func slide(_ rates: [Double], _ losses: [Double]) -> Point {
        let (count, width, threshold) = (losses.count, 15, 0.005)
        let slopes = losses.indices.map { index in
            let (low, high) = (max(0, index - 1), min(count - 1, index + 1))
            return (losses[high] - losses[low]) / Double(high - low)
        }
        var (right, left) = (count - 1, count - 1 - width)
        var rate = rates[max(0, left)]
        while left >= 0, abs(slopes[right] - slopes[left]) > threshold {
            rate = rates[left]
            right -= 1
            left -= 1
        }
        let above = rates.firstIndex { $0 >= rate } ?? count - 1
        return Point(rate: rate, mark: (rate, losses[above]))
    }
}
