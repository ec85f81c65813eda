/// Splits in which all pictures of one thing are on the same side, so that a validation set shows things
/// that training never saw.
public enum GroupedSplit {
    /// Folds with nearly equally many pictures of each class; each group is in exactly one.
    ///
    /// - Parameters:
    ///   - strata: what is to be spread evenly, such as each picture's class.
    ///   - groups: what must stay together, as long as `strata`.
    ///   - seed: another seed, other folds.
    /// - Returns: for each fold the indices of its validation pictures, in order.
    public static func folds(_ count: Int, strata: [String], groups: [String], seed: UInt64) -> [[Int]] {
        precondition(count > 1 && strata.count == groups.count)
        var random = Randomness(seed: seed)
        var folds = [[Int]](repeating: [], count: count)
        let members = Dictionary(grouping: groups.indices) { groups[$0] }
        let names = Dictionary(grouping: members.keys) { name in strata[members[name]?.first ?? 0] }
        for stratum in names.keys.sorted() {
            var filled = [Int](repeating: 0, count: count)
            for name in (names[stratum] ?? []).sorted().shuffled(using: &random) {
                guard let indices = members[name] else { continue }
                // The emptiest fold; among equals any, so that small strata do not all begin in the first.
                let least = filled.min() ?? 0
                let fold = random.choice(filled.indices.filter { filled[$0] == least })
                folds[fold] += indices
                filled[fold] += indices.count
            }
        }
        return folds.map { $0.sorted() }
    }
}
