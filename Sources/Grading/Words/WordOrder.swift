/// Whether words stand in an order that English would put them in.
///
/// The measure compares how well neighbours suit each other, by the classes of words, with how well the same words would
/// suit each other in any order: a *z* of 0 is what shuffling gives, sentences lie at 2 to 4.
enum WordOrder {
    private static let table: [[Double]] = WordOrderTable.text.split(separator: "\n").map { row in
        row.split(separator: " ").map { (Double($0) ?? 0) / 10 }
    }

    /// - Parameters:
    ///   - words: of an answer, in order; neighbours across a mark of punctuation say nothing.
    ///   - isKnown: whether two words stand in a row in what is known about the subject.
    /// - Returns: nil where there are too few words to tell.
    static func z(_ words: [Word], isKnown: (Word, Word) -> Bool) -> Double? {
        let boundary = WordClass.boundary.rawValue
        func weight(_ left: Word?, _ right: Word?) -> Double {
            let value = table[left?.wordClass.rawValue ?? boundary][right?.wordClass.rawValue ?? boundary]
            guard let left, let right else { return value }
            return value + (isKnown(left, right) ? 1.5 : 0)
        }
        var pairs = 0.0
        var observed = 0.0
        var misplaced = 0.0
        for (index, word) in words.enumerated() {
            let previous = index > 0 ? words[index - 1] : nil
            if let previous, previous.run == word.run {
                observed += weight(previous, word)
                pairs += 1
                if word.isCapital, !word.wordClass.isContent, word.text != "i" { misplaced += 1 }
            } else if previous == nil || previous?.sentence != word.sentence {
                observed += weight(nil, word)
                if previous != nil { observed += weight(previous, nil) }
                pairs += previous == nil ? 1 : 2
            }
        }
        if let last = words.last {
            observed += weight(last, nil)
            pairs += 1
        }
        guard pairs >= 5, words.count >= 5 else { return nil }
        // Of a long answer, a stretch is enough to know what chance would give.
        let sample: [Word?] = [nil] + words.prefix(48).map { $0 }
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
        return (observed - pairs * mean) / (pairs * variance + 1).squareRoot() - 0.7 * misplaced
    }
}
