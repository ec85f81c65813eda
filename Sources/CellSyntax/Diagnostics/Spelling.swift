/// Finds what a misspelt name was probably meant to be.
public enum Spelling {
    /// The candidate nearest to `name`, if one is near enough; of equals the first in the alphabet.
    ///
    /// Near enough is what CPython takes for its suggestions: about a third of the letters may
    /// differ, where a letter in the wrong case counts half.
    public static func closest(to name: String, among candidates: some Sequence<String>) -> String? {
        var best: (name: String, cost: Int)?
        for candidate in candidates where candidate != name {
            let limit = (name.count + candidate.count + 3) * moveCost / 6
            let bound = min(limit, best?.cost ?? limit)
            guard let cost = distance(name, candidate, limit: bound) else { continue }
            if let best, cost > best.cost || cost == best.cost && candidate >= best.name {
                continue
            }
            best = (candidate, cost)
        }
        return best?.name
    }

    private static let moveCost = 2
    private static let caseCost = 1
    /// Names beyond this length are hardly typed by hand.
    private static let longest = 80

    /// Insertions, deletions, replacements and swaps of neighbours cost 2, a change of case 1; nil
    /// above `limit`. (Damerau's distance, each letter moved at most once.)
    static func distance(_ left: String, _ right: String, limit: Int) -> Int? {
        let a = Array(left)
        let b = Array(right)
        guard a.count <= longest, b.count <= longest else { return nil }
        guard abs(a.count - b.count) * moveCost <= limit else { return nil }
        var before = [Int](repeating: 0, count: b.count + 1)
        var previous = (0...b.count).map { $0 * moveCost }
        for i in a.indices {
            var row = [(i + 1) * moveCost]
            row.reserveCapacity(b.count + 1)
            for j in b.indices {
                var cost = min(
                    previous[j + 1] + moveCost, row[j] + moveCost,
                    previous[j] + substitutionCost(a[i], b[j]))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    cost = min(cost, before[j - 1] + moveCost)
                }
                row.append(cost)
            }
            before = previous
            previous = row
        }
        let cost = previous[b.count]
        return cost <= limit ? cost : nil
    }

    private static func substitutionCost(_ a: Character, _ b: Character) -> Int {
        if a == b { return 0 }
        return a.lowercased() == b.lowercased() ? caseCost : moveCost
    }
}
