/// The space between two layers, in which lines go from rows of the left layer to rows of the right one. (Layers are
/// called left and right, and places in them rows, whichever way the graph is drawn.)
struct Channel {
    /// A line through the channel.
    struct Segment {
        var edge: Int
        /// The item it comes from and its row; nil where it comes from below all layers.
        var left: (item: Int, row: Int)?
        /// The item it goes to; nil where it goes below all layers.
        var right: (item: Int, row: Int)?
    }

    /// Lines that share one vertical stretch, for they share an end.
    private struct Net {
        var segments: [Int]
        var interval: ClosedRange<Int>
        var leftRows: [Int]
        var rightRows: [Int]
    }

    private(set) var segments: [Segment] = []
    /// For each segment its track, from 0; nil for a straight line.
    private(set) var tracks: [Int?] = []
    private(set) var trackCount = 0
    /// Cells kept for labels before the tracks and behind them.
    var leftLabel = 0
    var rightLabel = 0
    /// The first cell, set when the layers are placed.
    var start = 0
    var end = 0

    private static let below = 1 << 20

    mutating func add(_ segment: Segment) { segments.append(segment) }

    /// How many lines leave an item into this channel, and how many arrive.
    func leaving(_ item: Int) -> Int { segments.count { $0.left?.item == item } }
    func arriving(_ item: Int) -> Int { segments.count { $0.right?.item == item } }

    mutating func assignTracks() {
        var groups: [[Int]] = []
        var places: [String: Int] = [:]
        for (index, segment) in segments.enumerated() {
            let key: String
            if let left = segment.left, leaving(left.item) > 1 || segment.right == nil {
                key = "from \(left.item)"
            } else {
                key = "to \(segment.right?.item ?? -1)"
            }
            if let place = places[key] {
                groups[place].append(index)
            } else {
                places[key] = groups.count
                groups.append([index])
            }
        }
        let nets = groups.compactMap { group -> Net? in
            let left = group.compactMap { segments[$0].left?.row }
            let right = group.compactMap { segments[$0].right?.row }
            let isOpen = group.contains { segments[$0].left == nil || segments[$0].right == nil }
            let rows = left + right + (isOpen ? [Self.below] : [])
            guard let least = rows.min(), let most = rows.max(), least < most else { return nil }
            return Net(segments: group, interval: least...most, leftRows: left, rightRows: right)
        }
        tracks = Array(repeating: nil, count: segments.count)
        let ordered = Self.bestOrder(nets)
        var positions: [Int] = []
        for (index, net) in ordered.enumerated() {
            let position =
                ordered[..<index].indices.filter { ordered[$0].interval.overlaps(net.interval) }
                .map { positions[$0] + 1 }.max() ?? 0
            positions.append(position)
            for segment in net.segments { tracks[segment] = position }
        }
        trackCount = (positions.max() ?? -1) + 1
    }

    private static func bestOrder(_ nets: [Net]) -> [Net] {
        // Down-going lines: the upper ones turn later; up-going ones: the lower ones turn later.
        let usual = nets.sorted { first, second in
            let (one, two) = (first.leftRows.max() ?? below, second.leftRows.max() ?? below)
            return (first.rightRows.max() ?? below) >= one ? one > two : one < two
        }
        guard nets.count <= 6 else { return usual }
        var best = (usual, cost(usual))
        permute(usual) { order in
            let found = cost(order)
            if found < best.1 { best = (order, found) }
        }
        return best.0
    }

    private static func permute(_ nets: [Net], _ visit: ([Net]) -> Void) {
        func extend(_ chosen: [Net], _ left: [Net]) {
            if left.isEmpty { return visit(chosen) }
            for index in left.indices {
                var rest = left
                let next = rest.remove(at: index)
                extend(chosen + [next], rest)
            }
        }
        extend([], nets)
    }

    /// Crossings, and much more for lines that would lie on each other.
    private static func cost(_ order: [Net]) -> Int {
        var total = 0
        for (index, net) in order.enumerated() {
            for earlier in order[..<index] {
                for row in net.leftRows {
                    if earlier.interval.contains(row) { total += 1 }
                    if earlier.rightRows.contains(row) { total += 100 }
                }
                for row in earlier.rightRows where net.interval.contains(row) { total += 1 }
            }
        }
        return total
    }
}
