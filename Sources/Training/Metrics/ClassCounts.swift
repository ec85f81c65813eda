import Tensors

/// How often each class was predicted for each: what precision, recall and their kin are made of.
public struct ClassCounts: Sendable, Equatable {
    /// `matrix[actual][predicted]`.
    public let matrix: [[Int]]

    public init(matrix: [[Int]]) { self.matrix = matrix }

    /// - Parameter classes: Nil takes as many as occur.
    public init(predicted: [Int], actual: [Int], classes: Int? = nil) {
        let count = max(classes ?? 0, (predicted.max() ?? -1) + 1, (actual.max() ?? -1) + 1)
        var matrix = Array(repeating: Array(repeating: 0, count: count), count: count)
        for (a, p) in zip(actual, predicted) where a >= 0 && p >= 0 { matrix[a][p] += 1 }
        self.matrix = matrix
    }

    public var classes: Int { matrix.count }
    var total: Int { matrix.reduce(0) { $0 + $1.reduce(0, +) } }

    func right(_ k: Int) -> Int { matrix[k][k] }
    func actual(_ k: Int) -> Int { matrix[k].reduce(0, +) }
    func predicted(_ k: Int) -> Int { matrix.reduce(0) { $0 + $1[k] } }

    /// How values of several classes become one, as scikit-learn's `average`.
    public enum Average: String, Sendable { case binary, macro, micro, weighted }

    /// A value made of hits, predictions and actual items, of the positive class or averaged over classes.
    func averaged(
        _ average: Average, positive: Int = 1,
        _ score: @escaping (_ right: Int, _ predicted: Int, _ actual: Int) -> Double
    ) -> Double {
        // Classes that neither occur nor are predicted are no classes to scikit-learn.
        let known = (0..<classes).filter { actual($0) + predicted($0) > 0 }
        let single = { (k: Int) in score(right(k), predicted(k), actual(k)) }
        switch average {
        case .binary: return positive < classes ? single(positive) : 0
        case .macro: return known.isEmpty ? 0 : known.map(single).reduce(0, +) / Double(known.count)
        case .weighted: return known.map { single($0) * Double(actual($0)) }.reduce(0, +) / Double(max(1, total))
        case .micro:
            return score(
                known.map(right).reduce(0, +), known.map(predicted).reduce(0, +), known.map(actual).reduce(0, +))
        }
    }

    public func precision(_ average: Average = .binary, positive: Int = 1) -> Double {
        averaged(average, positive: positive) { right, predicted, _ in share(right, predicted) }
    }

    public func recall(_ average: Average = .binary, positive: Int = 1) -> Double {
        averaged(average, positive: positive) { right, _, actual in share(right, actual) }
    }

    /// The harmonic mean of precision and recall in which recall counts `beta` times as much.
    public func f(_ beta: Double = 1, _ average: Average = .binary, positive: Int = 1) -> Double {
        averaged(average, positive: positive) { right, predicted, actual in
            let whole = Double(predicted) + beta * beta * Double(actual)
            return whole > 0 ? (1 + beta * beta) * Double(right) / whole : 0
        }
    }

    /// Intersection over union.
    public func jaccard(_ average: Average = .binary, positive: Int = 1) -> Double {
        averaged(average, positive: positive) { right, predicted, actual in share(right, predicted + actual - right) }
    }

    /// The mean of the recalls of all classes that occur.
    public func balancedAccuracy() -> Double {
        let recalls = (0..<classes).filter { actual($0) > 0 }.map { share(right($0), actual($0)) }
        return recalls.isEmpty ? 0 : recalls.reduce(0, +) / Double(recalls.count)
    }

    /// Agreement beyond chance (Cohen, 1960).
    public func kappa() -> Double {
        let n = Double(total)
        let seen = (0..<classes).map { Double(right($0)) }.reduce(0, +) / n
        let chance = (0..<classes).map { Double(actual($0)) * Double(predicted($0)) }.reduce(0, +) / (n * n)
        return (seen - chance) / (1 - chance)
    }

    /// Matthews' correlation, for any number of classes.
    public func matthews() -> Double {
        let n = Double(total)
        let hits = (0..<classes).map { Double(right($0)) }.reduce(0, +)
        let (rows, columns) = ((0..<classes).map { Double(actual($0)) }, (0..<classes).map { Double(predicted($0)) })
        let product = zip(rows, columns).map(*).reduce(0, +)
        let spread = { (counts: [Double]) in n * n - counts.map { $0 * $0 }.reduce(0, +) }
        let scale = (spread(rows) * spread(columns)).squareRoot()
        return scale > 0 ? (hits * n - product) / scale : 0
    }
}

private func share(_ part: Int, _ whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) : 0 }

extension Metrics {
    /// A metric of class counts; `axis` is the dimension of the classes.
    private static func counted(_ name: String, axis: Int, _ score: @escaping (ClassCounts) -> Double) -> WholeMetric {
        WholeMetric(name, prepare: { try $0.argmax(axis) }) { predicted, target in
            score(try ClassCounts(predicted: predicted.array(), actual: target.array()))
        }
    }

    public static func precision(axis: Int = -1, average: ClassCounts.Average = .binary, positive: Int = 1)
        -> WholeMetric
    { counted("precision_score", axis: axis) { $0.precision(average, positive: positive) } }

    public static func recall(axis: Int = -1, average: ClassCounts.Average = .binary, positive: Int = 1)
        -> WholeMetric
    { counted("recall_score", axis: axis) { $0.recall(average, positive: positive) } }

    public static func f1(axis: Int = -1, average: ClassCounts.Average = .binary, positive: Int = 1) -> WholeMetric {
        counted("f1_score", axis: axis) { $0.f(1, average, positive: positive) }
    }

    public static func fBeta(_ beta: Double, axis: Int = -1, average: ClassCounts.Average = .binary, positive: Int = 1)
        -> WholeMetric
    { counted("fbeta_score", axis: axis) { $0.f(beta, average, positive: positive) } }

    public static func jaccard(axis: Int = -1, average: ClassCounts.Average = .binary, positive: Int = 1)
        -> WholeMetric
    { counted("jaccard_score", axis: axis) { $0.jaccard(average, positive: positive) } }

    public static func balancedAccuracy(axis: Int = -1) -> WholeMetric {
        counted("balanced_accuracy_score", axis: axis) { $0.balancedAccuracy() }
    }

    public static func cohenKappa(axis: Int = -1) -> WholeMetric {
        counted("cohen_kappa_score", axis: axis) { $0.kappa() }
    }

    public static func matthews(axis: Int = -1) -> WholeMetric {
        counted("matthews_corrcoef", axis: axis) { $0.matthews() }
    }

    public static func hammingLoss(axis: Int = -1) -> WholeMetric {
        WholeMetric("hamming_loss", prepare: { try $0.argmax(axis) }) { predicted, target in
            try predicted.ne(.tensor(target)).to(dtype: .float64).mean().item()
        }
    }

    /// The area under the curve of true over false positives, by the probability of the last of two classes.
    public static func rocAucBinary(axis: Int = -1) -> WholeMetric {
        WholeMetric(
            "roc_auc_score",
            prepare: { output in
                let probabilities = try output.softmax(axis)
                return try probabilities.select(axis, (probabilities.shape.last ?? 1) - 1)
            }
        ) { scores, target in try areaUnderCurve(scores.array(), target.array()) }
    }

    /// The part of pairs of a positive and a negative item in which the positive one scores higher; ties count half.
    static func areaUnderCurve(_ scores: [Double], _ flags: [Int]) throws -> Double {
        let order = scores.indices.sorted { scores[$0] < scores[$1] }
        let positives = flags.count { $0 != 0 }
        guard positives > 0, positives < flags.count else {
            throw TrainingError.setting("RocAuc needs items of both classes")
        }
        var (rankSum, index) = (0.0, 0)
        while index < order.count {
            var end = index
            while end < order.count, scores[order[end]] == scores[order[index]] { end += 1 }
            let rank = Double(index + 1 + end) / 2
            rankSum += Double(order[index..<end].count { flags[$0] != 0 }) * rank
            index = end
        }
        let (p, n) = (Double(positives), Double(flags.count - positives))
        return (rankSum - p * (p + 1) / 2) / (p * n)
    }

    // MARK: Several classes an item

    /// A metric of each class's flags against the rest, averaged.
    private static func multi(
        _ name: String, threshold: Double, sigmoid: Bool, _ average: ClassCounts.Average,
        _ score: @escaping (ClassCounts) -> Double
    ) -> WholeMetric {
        WholeMetric(name, flattens: false, prepare: { try (sigmoid ? $0.sigmoid() : $0).ge(.double(threshold)) }) {
            predicted, target in
            let classes = predicted.shape.last ?? 1
            let (flags, wanted): ([Int], [Int]) = (try predicted.array(), try target.array())
            if average == .micro { return score(ClassCounts(predicted: flags, actual: wanted, classes: 2)) }
            let column = { (values: [Int], k: Int) in stride(from: k, to: values.count, by: classes).map { values[$0] }
            }
            let counts = (0..<classes).map {
                ClassCounts(predicted: column(flags, $0), actual: column(wanted, $0), classes: 2)
            }
            let weights = counts.map { average == .weighted ? Double($0.actual(1)) : 1 }
            let sum = weights.reduce(0, +)
            return sum > 0 ? zip(counts, weights).map { score($0) * $1 }.reduce(0, +) / sum : 0
        }
    }

    public static func precisionMulti(
        threshold: Double = 0.5, sigmoid: Bool = true, average: ClassCounts.Average = .macro
    ) -> WholeMetric {
        multi("precision_score", threshold: threshold, sigmoid: sigmoid, average) { $0.precision() }
    }

    public static func recallMulti(
        threshold: Double = 0.5, sigmoid: Bool = true, average: ClassCounts.Average = .macro
    ) -> WholeMetric {
        multi("recall_score", threshold: threshold, sigmoid: sigmoid, average) { $0.recall() }
    }

    public static func f1Multi(
        threshold: Double = 0.5, sigmoid: Bool = true, average: ClassCounts.Average = .macro
    ) -> WholeMetric {
        multi("f1_score", threshold: threshold, sigmoid: sigmoid, average) { $0.f() }
    }

    public static func jaccardMulti(
        threshold: Double = 0.5, sigmoid: Bool = true, average: ClassCounts.Average = .macro
    ) -> WholeMetric {
        multi("jaccard_score", threshold: threshold, sigmoid: sigmoid, average) { $0.jaccard() }
    }
}
