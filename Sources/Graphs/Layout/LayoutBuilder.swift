/// Layered drawing after Sugiyama: layers, order, places, then lines in the channels between layers. Edges that go back
/// run below everything.
///
/// All is thought of as going from left to right, `u` along the layers and `v` across; other directions turn the result.
struct LayoutBuilder {
    private let graph: Graph
    private let direction: Direction
    private var isSideways: Bool { direction.isSideways }

    /// Nodes first, then the places where long edges pass a layer.
    private struct Item {
        var lines: [String] = []
        var length = 1
        var breadth = 1
        var layer = 0
        var u = 0
        var row = 0
        var end: Int { u + length }
        var bottom: Int { row - breadth / 2 + breadth }
    }
    private var items: [Item] = []
    private var layers: [[Int]] = []
    private var edges: [(from: Int, to: Int)] = []
    private var isReturning: [Bool] = []
    /// The items that each edge passes, its ends included.
    private var chains: [[Int]] = []
    /// Between layers; the first is before all layers, the last behind all.
    private var channels: [Channel] = []
    private var layout = GraphLayout()

    init(_ graph: Graph, direction: Direction, labelLimit: Int) {
        self.graph = graph
        self.direction = direction
        let index = Dictionary(graph.nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
        edges = graph.edges.map { (index[$0.from] ?? 0, index[$0.to] ?? 0) }
        items = graph.nodes.map { node in
            let lines = LabelLines.broken(node.label, limit: labelLimit)
            let size = LabelLines.size(of: node, lines)
            return Item(
                lines: lines, length: isSideways ? size.width : size.height,
                breadth: isSideways ? size.height : size.width)
        }
        let ranks = Ranks(
            count: items.count,
            edges: zip(edges, graph.edges).map { ends, edge in
                (ends.from, ends.to, edge.attributes["constraint"]?.lowercased() != "false")
            }, same: graph.sameRanks.map { $0.compactMap { index[$0] } })
        isReturning = ranks.returning
        layers = Array(repeating: [], count: (ranks.ranks.max() ?? -1) + 1)
        for (item, rank) in ranks.ranks.enumerated() {
            items[item].layer = rank
            layers[rank].append(item)
        }
    }

    func made() -> GraphLayout {
        guard !items.isEmpty else { return GraphLayout() }
        var builder = self
        builder.makeChains()
        builder.placeAcross()
        builder.makeChannels()
        builder.placeAlong()
        builder.draw()
        return builder.layout
    }

    // MARK: Places

    private mutating func makeChains() {
        for (number, edge) in edges.enumerated() {
            var chain = [edge.from]
            if !isReturning[number] {
                for layer in (items[edge.from].layer + 1)..<max(items[edge.from].layer + 1, items[edge.to].layer) {
                    chain.append(items.count)
                    layers[layer].append(items.count)
                    items.append(Item(layer: layer))
                }
            }
            chains.append(chain + [edge.to])
        }
    }

    private mutating func placeAcross() {
        let links = chains.indices.filter { !isReturning[$0] }.flatMap { number in
            zip(chains[number], chains[number].dropFirst()).map { (from: $0, to: $1) }
        }
        layers = Ordering.sorted(layers, links: links, count: items.count)
        var sizes = items.map(\.breadth)
        if !isSideways {
            // Labels stand beside vertical lines.
            for (number, edge) in edges.enumerated() where !isReturning[number] {
                let label = LabelLines.width(graph.edges[number].label)
                if label > 0 { sizes[edge.to] = max(sizes[edge.to], 2 * label + 7) }
            }
        }
        // Arrows that come from below need a row between a box and a line that passes under it.
        let gap = isSideways ? (items.count > graph.nodes.count ? 1 : 0) : 3
        let rows = Placing.middles(layers, links: links, sizes: sizes, gap: gap)
        for item in items.indices { items[item].row = rows[item] }
        let top = items.map { $0.row - $0.breadth / 2 }.min() ?? 0
        for item in items.indices { items[item].row -= top }
    }

    private mutating func makeChannels() {
        channels = Array(repeating: Channel(), count: layers.count + 1)
        for number in edges.indices {
            let (from, to) = edges[number]
            if isReturning[number] {
                if isHemmedIn(from) {
                    channels[items[from].layer + 1].add(.init(edge: number, left: (from, items[from].row)))
                }
                if isHemmedIn(to) { channels[items[to].layer].add(.init(edge: number, right: (to, items[to].row))) }
            } else {
                for (left, right) in zip(chains[number], chains[number].dropFirst()) {
                    channels[items[right].layer].add(
                        .init(edge: number, left: (left, items[left].row), right: (right, items[right].row)))
                }
            }
        }
        for index in channels.indices { channels[index].assignTracks() }
        for number in edges.indices where !isReturning[number] {
            let width = LabelLines.width(graph.edges[number].label)
            guard width > 0, let side = labelSide(number) else { continue }
            let room = isSideways ? width + 3 : 1
            switch side {
            case .target(let channel): channels[channel].rightLabel = max(channels[channel].rightLabel, room)
            case .source(let channel): channels[channel].leftLabel = max(channels[channel].leftLabel, room)
            case .middle(let item): if isSideways { items[item].length = width + 4 }
            }
        }
    }

    private enum LabelSide {
        /// Before the target, in this channel. `source`: behind the source. `middle`: where the line passes a layer.
        case target(Int)
        case source(Int)
        case middle(Int)
    }

    /// Where an edge's line is its own.
    private func labelSide(_ number: Int) -> LabelSide? {
        let (from, to) = edges[number]
        if channels[items[to].layer].arriving(to) == 1 { return .target(items[to].layer) }
        if channels[items[from].layer + 1].leaving(from) == 1 { return .source(items[from].layer + 1) }
        return chains[number].count > 2 ? .middle(chains[number][1]) : nil
    }

    /// Whether another node stands below in the same layer, so that no line can leave downwards.
    private func isHemmedIn(_ node: Int) -> Bool {
        let layer = layers[items[node].layer]
        guard let place = layer.firstIndex(of: node) else { return false }
        return layer[(place + 1)...].contains { $0 < graph.nodes.count }
    }

    private func track(_ channel: Channel, _ number: Int) -> Int {
        channel.start + 1 + channel.leftLabel + number * step
    }
    private var step: Int { isSideways ? 2 : 1 }

    private mutating func placeAlong() {
        var u = 0
        for index in channels.indices {
            channels[index].start = u
            let isInner = index > 0 && index < layers.count
            if isInner || !channels[index].segments.isEmpty {
                let count = channels[index].trackCount
                u += 1 + channels[index].leftLabel + (count > 0 ? count * step : step - 1)
                u += channels[index].rightLabel + (isSideways ? 2 : 1)
            }
            channels[index].end = u
            guard index < layers.count else { continue }
            let length = layers[index].map { items[$0].length }.max() ?? 1
            for item in layers[index] {
                if item >= graph.nodes.count { items[item].length = length }
                items[item].u = u + (length - items[item].length) / 2
            }
            u += length
        }
    }

    // MARK: Lines

    private typealias Place = (u: Int, v: Int)

    private mutating func draw() {
        let bottom = items.map(\.bottom).max() ?? 0
        var length = channels.last?.end ?? 0
        var breadth = bottom
        var ways: [(edge: Int, points: [Place])] = []
        var labels: [(text: String, place: Place)] = []
        for number in edges.indices where !isReturning[number] {
            ways.append((number, forward(number)))
            let text = graph.edges[number].label.replacing("\n", with: " ")
            guard !text.isEmpty else { continue }
            guard let place = place(ofLabel: number) else {
                layout.notes.append("\(ends(number)): \(text)")
                continue
            }
            labels.append((text, place))
            if !isSideways { breadth = max(breadth, place.v + LabelLines.width(text)) }
        }
        var v = bottom + (isSideways ? 1 : 2)
        for lane in lanes() {
            var extra = 0
            for number in lane {
                let points = returning(number, v)
                ways.append((number, points))
                let text = graph.edges[number].label.replacing("\n", with: " ")
                let width = LabelLines.width(text)
                let span = points.filter { $0.v == v }.map(\.u)
                guard width > 0, let least = span.min(), let most = span.max() else { continue }
                if !isSideways {
                    labels.append((text, ((least + most) / 2, v + 2)))
                    extra = max(extra, width + 2)
                } else if most - least >= width + 4 {
                    labels.append((text, ((least + most - width + 1) / 2, v)))
                } else {
                    let start = max(0, (least + most - width + 1) / 2)
                    labels.append((text, (start, v + 1)))
                    length = max(length, start + width)
                    extra = 1
                }
            }
            breadth = v + 1 + extra
            v += (isSideways ? 1 : 2) + extra
        }
        finish(ways, labels, length: length, breadth: breadth)
    }

    private func ends(_ number: Int) -> String {
        let edge = graph.edges[number]
        return "\(graph.label(of: edge.from)) \(graph.isDirected ? "→" : "–") \(graph.label(of: edge.to))"
            .replacing("\n", with: " ")
    }

    private func forward(_ number: Int) -> [Place] {
        let chain = chains[number]
        var points: [Place] = [(items[chain[0]].end, items[chain[0]].row)]
        for (left, right) in zip(chain, chain.dropFirst()) {
            let channel = channels[items[right].layer]
            if let index = channel.segments.firstIndex(where: { $0.edge == number && $0.right?.item == right }),
                let number = channel.tracks[index]
            {
                points += [(track(channel, number), items[left].row), (track(channel, number), items[right].row)]
            }
        }
        return points + [(items[edges[number].to].u - 1, items[edges[number].to].row)]
    }

    private func place(ofLabel number: Int) -> Place? {
        guard let side = labelSide(number) else { return nil }
        let (from, to) = edges[number]
        let width = LabelLines.width(graph.edges[number].label)
        switch side {
        case .target(let channel):
            let end = channels[channel].end
            return isSideways ? (end - 3 - width, items[to].row) : (end - 2, items[to].row + 2)
        case .source(let channel):
            let start = channels[channel].start
            return isSideways ? (start + 2, items[from].row) : (start + 1, items[from].row + 2)
        case .middle(let item):
            let (start, length) = (items[item].u, items[item].length)
            return isSideways
                ? (start + (length - width) / 2, items[item].row) : (start + length / 2, items[item].row + 2)
        }
    }

    // MARK: Lines that go back

    /// Edges that go back by the line below all layers that they share with others: short ones are nearest.
    private func lanes() -> [[Int]] {
        var lanes: [[Int]] = []
        func span(_ number: Int) -> ClosedRange<Int> {
            let places = returning(number, 0).map(\.u)
            return (places.min() ?? 0)...(places.max() ?? 0)
        }
        let numbers = edges.indices.filter { isReturning[$0] }.sorted { (span($0).count, $0) < (span($1).count, $1) }
        for number in numbers {
            if let lane = lanes.firstIndex(where: { $0.allSatisfy { !span($0).overlaps(span(number)) } }) {
                lanes[lane].append(number)
            } else {
                lanes.append([number])
            }
        }
        return lanes
    }

    private func returning(_ number: Int, _ lane: Int) -> [Place] {
        let (from, to) = edges[number]
        func cell(_ node: Int, isExit: Bool) -> Int {
            let hasExit = edges.indices.contains { isReturning[$0] && edges[$0].from == node }
            let hasEntry = edges.indices.contains { isReturning[$0] && edges[$0].to == node }
            let middle = items[node].u + items[node].length / 2
            guard hasExit, hasEntry else { return middle }
            let distance = items[node].length >= 7 ? 2 : 1
            return middle + (isExit ? distance : -distance)
        }
        func crossing(_ index: Int, _ isExit: Bool) -> Int {
            let channel = channels[index]
            let segment = channel.segments.firstIndex { $0.edge == number && (isExit ? $0.right : $0.left) == nil }
            return track(channel, segment.flatMap { channel.tracks[$0] } ?? 0)
        }
        var points: [Place] = []
        if isHemmedIn(from) {
            let u = crossing(items[from].layer + 1, true)
            points += [(items[from].end, items[from].row), (u, items[from].row), (u, lane)]
        } else {
            let u = cell(from, isExit: true)
            points += [(u, items[from].bottom), (u, lane)]
        }
        if isHemmedIn(to) {
            let u = crossing(items[to].layer, false)
            points += [(u, lane), (u, items[to].row), (items[to].u - 1, items[to].row)]
        } else {
            let u = cell(to, isExit: false)
            points += [(u, lane), (u, items[to].bottom)]
        }
        return points
    }

    // MARK: The result

    private mutating func finish(
        _ ways: [(edge: Int, points: [Place])], _ labels: [(text: String, place: Place)], length: Int, breadth: Int
    ) {
        func turned(_ place: Place, width: Int = 1, height: Int = 1) -> GraphLayout.Point {
            switch direction {
            case .right: .init(x: place.u, y: place.v)
            case .left: .init(x: length - place.u - width, y: place.v)
            case .down: .init(x: place.v, y: place.u)
            case .up: .init(x: place.v, y: length - place.u - height)
            }
        }
        for (index, node) in graph.nodes.enumerated() where node.attributes["style"] != "invis" {
            let item = items[index]
            let (width, height) = isSideways ? (item.length, item.breadth) : (item.breadth, item.length)
            let corner = turned((item.u, item.row - item.breadth / 2), width: width, height: height)
            layout.boxes.append(
                .init(
                    id: node.id, lines: item.lines, x: corner.x, y: corner.y, width: width, height: height,
                    shape: .init(node.attributes["shape"] ?? graph.attributes["shape"] ?? "ellipse"),
                    isDashed: LabelLines.isDashed(node.attributes)))
        }
        for (number, points) in ways where graph.edges[number].attributes["style"] != "invis" {
            let edge = graph.edges[number]
            let kind = edge.attributes["dir"] ?? (graph.isDirected ? "forward" : "none")
            layout.routes.append(
                .init(
                    from: edge.from, to: edge.to, points: points.map { turned($0) },
                    hasHead: (kind == "forward" || kind == "both") && edge.attributes["arrowhead"] != "none",
                    hasTail: kind == "back" || kind == "both", isDashed: LabelLines.isDashed(edge.attributes)))
        }
        layout.labels = labels.map { text, place in
            let corner = turned(place, width: LabelLines.width(text))
            return .init(text: text, x: corner.x, y: corner.y)
        }
        (layout.width, layout.height) = isSideways ? (length, breadth) : (breadth, length)
    }
}

extension GraphLayout.Box.Shape {
    init(_ name: String) {
        switch name {
        case "plaintext", "plain", "none": self = .none
        case "ellipse", "oval", "circle", "egg", "point", "doublecircle": self = .round
        case "box3d", "component", "cylinder", "folder": self = .double
        default: self = .square
        }
    }
}
