/// Finds the word that a misspelt one was meant to be.
enum Spelling {
    /// How many slips are forgiven in a word of so many letters.
    static func tolerance(_ length: Int) -> Int { length < 4 ? 0 : length < 7 ? 1 : 2 }

    /// Slips between two words: letters left out, added, changed or swapped with their neighbour; `limit + 1` when
    /// there are more than `limit` (optimal string alignment distance).
    static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
        guard abs(left.count - right.count) <= limit else { return limit + 1 }
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var older = [Int](repeating: 0, count: right.count + 1)
        var old = Array(0...right.count)
        var row = older
        for i in 1...left.count {
            row[0] = i
            var least = i
            for j in 1...right.count {
                var best = min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1))
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    best = min(best, older[j - 2] + 1)
                }
                row[j] = best
                least = min(least, best)
            }
            if least > limit { return limit + 1 }
            (older, old, row) = (old, row, older)
        }
        return min(old[right.count], limit + 1)
    }
}
