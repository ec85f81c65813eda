import Foundation
import Graphs
import Testing

/// Drawings against `Golden/*.txt`; `UPDATE_GOLDEN=1` writes those anew.
@Suite struct DrawingTests {
    static let graphs: [(name: String, source: String)] = [
        ("program", "program[shape=box3d width=1 height=0.7] inputs->program->results"),
        ("weights", "model[shape=box3d width=1 height=0.7] inputs->model->results; weights->model"),
        (
            "training",
            """
            ordering=in
            model[shape=box3d width=1 height=0.7]
            inputs->model->results; weights->model; results->performance
            performance->weights[constraint=false label=update]
            """
        ),
        ("trained", "model[shape=box3d width=1 height=0.7] inputs->model->results"),
        (
            "jargon",
            """
            ordering=in
            model[shape=box3d width=1 height=0.7 label=architecture]
            inputs->model->predictions; parameters->model; labels->loss; predictions->loss
            loss->parameters[constraint=false label=update]
            """
        ),
        ("downwards", "digraph { a -> b -> c; a -> d -> c [label=\"by way of d\"]; c -> a [label=again] }"),
        ("undirected", "graph { rankdir=LR; ant -- bee -- cat -- ant; dog [shape=box style=dashed] }"),
        ("dense", "digraph { rankdir=LR; {x1 x2} -> {h1 h2 h3} -> {y1 y2} }"),
        ("crossing", "digraph { rankdir=LR; a -> y; b -> x; a -> z; c -> z; c -> y }"),
        ("long", "digraph { rankdir=LR; a -> b -> c -> d; a -> d [label=short]; b -> d; d -> b; c -> c [label=self] }"),
        ("wide", "digraph { rankdir=LR; \"a rather long label here\" -> \"and another long one\" -> \"日本語の\\nラベル\" }"),
        ("back", "digraph { rankdir=RL; first -> second [style=dashed]; second -> third [dir=both label=two] }"),
        ("fan", "digraph { root -> {left middle right}; middle -> leaf; right -> leaf; {rank=same left leaf} }"),
    ]

    @Test(arguments: graphs.map(\.name)) func drawing(name: String) throws {
        let source = try #require(Self.graphs.first { $0.name == name }).source
        let graph = try Graph(dot: source)
        let layout = try #require(GraphLayout.fitting(graph, width: 80))
        let drawn = GraphCharacters.lines(layout).joined(separator: "\n") + "\n"
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden/\(name).txt")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(drawn.utf8).write(to: file)
        }
        #expect(try drawn == String(contentsOf: file, encoding: .utf8))
    }

    /// No box lies on another, and each line begins and ends at its own boxes.
    @Test(arguments: graphs.map(\.name), [40, 80, 300]) func isSound(name: String, width: Int) throws {
        let graph = try Graph(dot: try #require(Self.graphs.first { $0.name == name }).source)
        guard let layout = GraphLayout.fitting(graph, width: width) else { return }
        #expect(layout.width <= width)
        Self.check(layout)
    }

    static func check(_ layout: GraphLayout) {
        for (index, box) in layout.boxes.enumerated() {
            #expect(
                box.x >= 0 && box.y >= 0 && box.x + box.width <= layout.width && box.y + box.height <= layout.height)
            for other in layout.boxes[..<index] {
                let isApart =
                    box.x + box.width <= other.x || other.x + other.width <= box.x || box.y + box.height <= other.y
                    || other.y + other.height <= box.y
                #expect(isApart, "\(box.id) lies on \(other.id)")
            }
        }
        for route in layout.routes {
            for (id, end) in [(route.from, route.points.first), (route.to, route.points.last)] {
                guard let box = layout.boxes.first(where: { $0.id == id }), let end else { continue }
                let isBeside =
                    (end.x >= box.x - 1 && end.x <= box.x + box.width && end.y >= box.y && end.y < box.y + box.height)
                    || (end.y >= box.y - 1 && end.y <= box.y + box.height && end.x >= box.x
                        && end.x < box.x + box.width)
                #expect(isBeside, "\(route.from) -> \(route.to) ends at \(end), away from \(id)")
            }
            for (point, next) in zip(route.points, route.points.dropFirst()) {
                #expect(point.x == next.x || point.y == next.y)
                for box in layout.boxes {
                    let xs = min(point.x, next.x)...max(point.x, next.x)
                    let ys = min(point.y, next.y)...max(point.y, next.y)
                    let isInside =
                        xs.overlaps(box.x...(box.x + box.width - 1)) && ys.overlaps(box.y...(box.y + box.height - 1))
                    #expect(!isInside, "\(route.from) -> \(route.to) goes through \(box.id)")
                }
            }
        }
    }

    /// Graphs of every kind are placed soundly, whatever their edges.
    @Test func randomGraphsAreSound() {
        var state: UInt64 = 11
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for round in 0..<150 {
            let count = 1 + random(9)
            let nodes = (0..<count).map {
                Graph.Node(id: "n\($0)", attributes: random(3) == 0 ? ["label": "node \($0)"] : [:])
            }
            let edges = (0..<random(12)).map { _ in
                Graph.Edge(
                    from: "n\(random(count))", to: "n\(random(count))",
                    attributes: random(3) == 0 ? ["label": "edge"] : random(4) == 0 ? ["constraint": "false"] : [:])
            }
            let graph = Graph(
                attributes: ["rankdir": ["LR", "TB", "RL", "BT"][round % 4]], nodes: nodes, edges: edges,
                sameRanks: random(4) == 0 ? [["n0", "n\(count - 1)"]] : [])
            guard let layout = GraphLayout.fitting(graph, width: 2000) else {
                Issue.record("graph \(round) has no layout")
                continue
            }
            Self.check(layout)
            #expect(GraphCharacters.lines(layout).count >= layout.height)
        }
    }

    @Test func wordsTellWhatIsDrawn() throws {
        let graph = try Graph(dot: "a->b[label=\"two words\"]; c")
        #expect(GraphWords.lines(graph) == ["Graph of 3 nodes:", "  a → b (two words)", "  c"])
        let many = Graph(nodes: (0..<500).map { Graph.Node(id: "\($0)") })
        #expect(GraphLayout.fitting(many, width: 80) == nil)
    }

    @Test func pictureIsXML() throws {
        let graph = try Graph(dot: "a->\"<b> & c\"[label=\"x<y\"]")
        let text = try #require(GraphSVG.text(graph))
        let parser = XMLCheck.parse(text)
        #expect(parser, "\(text)")
        #expect(text.contains("&lt;b&gt; &amp; c"))
    }
}

/// Whether tags nest, which is all that these pictures can get wrong.
enum XMLCheck {
    static func parse(_ text: String) -> Bool {
        var open: [Substring] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            let name = tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" }
            if tag.hasPrefix("/") {
                guard open.popLast() == name else { return false }
            } else if !tag.hasSuffix("/") {
                open.append(name)
            }
        }
        return open.isEmpty
    }
}
