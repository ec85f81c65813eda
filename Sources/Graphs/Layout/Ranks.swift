/// Which layer each node is in: edges go from lower to higher layers, save those that close a cycle.
struct Ranks {
    /// By the node's index.
    private(set) var ranks: [Int]
    /// Edges that go back or stay in a layer, and are drawn around the others.
    let returning: [Bool]

    /// - Parameter edges: by the nodes' indices; those that are not `isBinding` (`constraint=false`) have no say.
    /// - Parameter same: nodes that share a layer.
    init(count: Int, edges: [(from: Int, to: Int, isBinding: Bool)], same: [[Int]]) {
        var leader = Array(0..<count)
        func root(_ node: Int) -> Int { leader[node] == node ? node : root(leader[node]) }
        for group in same {
            for node in group.dropFirst() { leader[root(node)] = root(group[0]) }
        }
        let roots = (0..<count).map(root)
        var next = Array(repeating: [Int](), count: count)
        for edge in edges where edge.isBinding && roots[edge.from] != roots[edge.to] {
            next[roots[edge.from]].append(roots[edge.to])
        }
        let forward = Self.withoutCycles(next)
        var ranks = Self.longestPaths(forward)
        Self.tighten(&ranks, forward)
        let all = roots.map { ranks[$0] }
        let least = all.min() ?? 0
        self.ranks = all.map { $0 - least }
        returning = edges.map { all[$0.from] >= all[$0.to] }
    }

    /// The same edges without those that lead back to where a walk along them came from.
    private static func withoutCycles(_ next: [[Int]]) -> [[Int]] {
        var state = Array(repeating: 0, count: next.count)
        var result = Array(repeating: [Int](), count: next.count)
        for start in next.indices where state[start] == 0 {
            var path = [(node: start, at: 0)]
            state[start] = 1
            while let (node, at) = path.last {
                guard at < next[node].count else {
                    state[node] = 2
                    path.removeLast()
                    continue
                }
                path[path.count - 1].at += 1
                let target = next[node][at]
                if state[target] == 1 { continue }
                result[node].append(target)
                if state[target] == 0 {
                    state[target] = 1
                    path.append((target, 0))
                }
            }
        }
        return result
    }

    private static func longestPaths(_ next: [[Int]]) -> [Int] {
        var waiting = Array(repeating: 0, count: next.count)
        for targets in next { for target in targets { waiting[target] += 1 } }
        var ranks = Array(repeating: 0, count: next.count)
        var ready = next.indices.filter { waiting[$0] == 0 }
        while let node = ready.popLast() {
            for target in next[node] {
                ranks[target] = max(ranks[target], ranks[node] + 1)
                waiting[target] -= 1
                if waiting[target] == 0 { ready.append(target) }
            }
        }
        return ranks
    }

    /// Moves nodes that more edges leave than enter as far towards their targets as they can go: labels stand right
    /// before the loss they are compared in, not at the far end.
    private static func tighten(_ ranks: inout [Int], _ next: [[Int]]) {
        var entering = Array(repeating: 0, count: next.count)
        for targets in next { for target in targets { entering[target] += 1 } }
        for node in ranks.indices.sorted(by: { ranks[$0] > ranks[$1] }) where next[node].count > entering[node] {
            guard let nearest = next[node].map({ ranks[$0] }).min() else { continue }
            ranks[node] = max(ranks[node], nearest - 1)
        }
    }
}
