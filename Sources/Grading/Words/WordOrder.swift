/// Whether words stand in an order that English would put them in.
///
/// The measure compares how well neighbours suit each other, by the classes of words, with how well the same words would
/// suit each other in any order: a *z* of 0 is what shuffling gives, sentences lie at 2 to 4.
enum WordOrder {
    private static let table: [[Double]] = WordOrderTable.text.split(separator: "\n").map { row in
        row.split(separator: " ").map { (Double($0) ?? 0) / 10 }
    }

    /// - Parameters:
    ///   - runs: the words between punctuation marks.
    ///   - isKnown: whether two words stand in a row in what is known about the subject.
    /// - Returns: nil where there are too few words to tell.
    static func z(_ runs: [[Word]], isKnown: (Word, Word) -> Bool) -> Double? {
        func weight(_ left: Word, _ right: Word) -> Double {
            table[left.wordClass.rawValue][right.wordClass.rawValue] + (isKnown(left, right) ? 1.5 : 0)
        }
        let words = runs.flatMap { $0 }
        var pairs = 0.0
        var observed = 0.0
        for run in runs {
            for (left, right) in zip(run, run.dropFirst()) {
                observed += weight(left, right)
                pairs += 1
            }
        }
        guard pairs >= 4, words.count >= 6 else { return nil }
        // Of a long answer the pairs within a stretch are enough.
        let sample = words.prefix(60)
        var sum = 0.0
        var squares = 0.0
        for (i, left) in sample.enumerated() {
            for (j, right) in sample.enumerated() where i != j {
                let value = weight(left, right)
                sum += value
                squares += value * value
            }
        }
        let count = Double(sample.count * (sample.count - 1))
        let mean = sum / count
        let variance = max(0, squares / count - mean * mean)
        return (observed - pairs * mean) / (pairs * variance + 1).squareRoot()
    }
}
