import Grading

/// How far a grader and a person agree.
struct Agreement {
    private(set) var counts: [[Int]] = Array(repeating: [0, 0, 0], count: 3)
    private(set) var unsure = 0
    static let labels: [Grade.Verdict] = [.right, .partly, .wrong]

    /// Unsure counts as a miss: as wrong where the label is not, and else as partly.
    mutating func add(label: Grade.Verdict, verdict: Grade.Verdict) {
        var given = verdict
        if verdict == .unsure {
            unsure += 1
            given = label == .wrong ? .partly : .wrong
        }
        guard let row = Self.labels.firstIndex(of: label), let column = Self.labels.firstIndex(of: given) else {
            return
        }
        counts[row][column] += 1
    }

    var total: Int { counts.joined().reduce(0, +) }
    var agreed: Int { (0..<3).reduce(0) { $0 + counts[$1][$1] } }

    /// Cohen's kappa over right, partly and wrong.
    var kappa: Double { Self.kappa(counts) }

    /// Cohen's kappa over right or not.
    var rightKappa: Double {
        let right = counts[0][0]
        let refused = counts[0][1] + counts[0][2]
        let let_in = counts[1][0] + counts[2][0]
        return Self.kappa([[right, refused], [let_in, total - right - refused - let_in]])
    }

    private static func kappa(_ counts: [[Int]]) -> Double {
        let total = Double(counts.joined().reduce(0, +))
        let seen = Double(counts.indices.reduce(0) { $0 + counts[$1][$1] }) / total
        let chance = counts.indices.reduce(0.0) { sum, index in
            let row = Double(counts[index].reduce(0, +))
            let column = Double(counts.reduce(0) { $0 + $1[index] })
            return sum + row * column / (total * total)
        }
        return (seen - chance) / (1 - chance)
    }

    /// Right answers called wrong, and called anything but right.
    var refused: (wrong: Double, notRight: Double) {
        let row = counts[0].reduce(0, +)
        return (Double(counts[0][2]) / Double(max(1, row)), Double(counts[0][1] + counts[0][2]) / Double(max(1, row)))
    }
}
