/// The order of items within layers: neighbours near each other, few crossings (barycentre sweeps after Sugiyama).
enum Ordering {
    /// - Parameters:
    ///   - layers: items by index, in a first order.
    ///   - links: pairs of items in one layer and the next.
    static func sorted(_ layers: [[Int]], links: [(from: Int, to: Int)], count: Int) -> [[Int]] {
        var before = Array(repeating: [Int](), count: count)
        var after = Array(repeating: [Int](), count: count)
        for link in links {
            before[link.to].append(link.from)
            after[link.from].append(link.to)
        }
        var layers = layers
        var best = (layers, crossings(layers, after))
        for sweep in 0..<8 where best.1 > 0 {
            let isForward = sweep % 2 == 0
            for index in isForward ? Array(layers.indices.dropFirst()) : layers.indices.dropLast().reversed() {
                let fixed = layers[isForward ? index - 1 : index + 1]
                let place = Dictionary(uniqueKeysWithValues: fixed.enumerated().map { ($1, Double($0)) })
                let own = Dictionary(uniqueKeysWithValues: layers[index].enumerated().map { ($1, Double($0)) })
                let key = layers[index].reduce(into: [Int: Double]()) { keys, item in
                    let places = (isForward ? before : after)[item].compactMap { place[$0] }
                    keys[item] = places.isEmpty ? own[item] : places.reduce(0, +) / Double(places.count)
                }
                layers[index].sort { (key[$0] ?? 0, own[$0] ?? 0) < (key[$1] ?? 0, own[$1] ?? 0) }
            }
            let found = crossings(layers, after)
            if found < best.1 { best = (layers, found) }
        }
        return best.0
    }

    private static func crossings(_ layers: [[Int]], _ after: [[Int]]) -> Int {
        zip(layers, layers.dropFirst()).reduce(0) { total, pair in
            let place = Dictionary(uniqueKeysWithValues: pair.1.enumerated().map { ($1, $0) })
            let ends = pair.0.map { item in after[item].compactMap { place[$0] } }
            var count = 0
            for first in ends.indices {
                for second in (first + 1)..<max(first + 1, ends.count) {
                    for left in ends[first] { count += ends[second].count { $0 < left } }
                }
            }
            return total + count
        }
    }
}

/// Where items stand across their layer: near the middle of their neighbours, in order, without overlap.
enum Placing {
    /// - Parameters:
    ///   - sizes: of the items, across the layers. `gap`: free cells between two.
    /// - Returns: the middle of each item, at least half its size from 0.
    static func middles(_ layers: [[Int]], links: [(from: Int, to: Int)], sizes: [Int], gap: Int) -> [Int] {
        var before = Array(repeating: [Int](), count: sizes.count)
        var after = Array(repeating: [Int](), count: sizes.count)
        for link in links {
            before[link.to].append(link.from)
            after[link.from].append(link.to)
        }
        var middles = Array(repeating: 0.0, count: sizes.count)
        for layer in layers {
            var top = 0
            for item in layer {
                middles[item] = Double(top + sizes[item] / 2)
                top += sizes[item] + gap
            }
        }
        func settle(_ layer: [Int], _ neighbours: (Int) -> [Int]) {
            let wanted = layer.map { item in
                let near = neighbours(item).map { middles[$0] }
                return near.isEmpty ? middles[item] : near.reduce(0, +) / Double(near.count)
            }
            let distances = zip(layer, layer.dropFirst()).map { sizes[$0] - sizes[$0] / 2 + gap + sizes[$1] / 2 }
            for (item, middle) in zip(layer, apart(wanted, distances)) { middles[item] = middle }
        }
        for _ in 0..<6 {
            for layer in layers.dropFirst() { settle(layer) { before[$0] } }
            for layer in layers.dropLast().reversed() { settle(layer) { after[$0] } }
        }
        for layer in layers { settle(layer) { before[$0] + after[$0] } }
        // Rounded layer by layer, so that distances stay whole.
        var result = Array(repeating: 0, count: sizes.count)
        for layer in layers {
            var least = Int.min
            for (index, item) in layer.enumerated() {
                if index > 0 { least = result[layer[index - 1]] + distance(sizes, layer[index - 1], item, gap) }
                result[item] = max(least, Int(middles[item].rounded(.down)))
            }
        }
        let top = sizes.indices.map { result[$0] - sizes[$0] / 2 }.min() ?? 0
        return result.map { $0 - top }
    }

    private static func distance(_ sizes: [Int], _ first: Int, _ second: Int, _ gap: Int) -> Int {
        sizes[first] - sizes[first] / 2 + gap + sizes[second] / 2
    }

    /// The places nearest to the wanted ones (least squares) that keep their order and distances: isotonic
    /// regression by pooling adjacent violators.
    private static func apart(_ wanted: [Double], _ distances: [Int]) -> [Double] {
        var offsets = [0.0]
        for distance in distances { offsets.append((offsets.last ?? 0) + Double(distance)) }
        var pools: [(sum: Double, count: Int)] = []
        for (value, offset) in zip(wanted, offsets) {
            pools.append((value - offset, 1))
            while pools.count > 1, let last = pools.last,
                case let previous = pools[pools.count - 2],
                previous.sum / Double(previous.count) > last.sum / Double(last.count)
            {
                pools.removeLast(2)
                pools.append((previous.sum + last.sum, previous.count + last.count))
            }
        }
        let levels = pools.flatMap { Array(repeating: $0.sum / Double($0.count), count: $0.count) }
        return zip(levels, offsets).map { $0 + $1 }
    }
}
