import Graphs
import Testing

@Suite struct DOTTests {
    @Test func statementsNeedNoSemicolons() throws {
        let graph = try Graph(dot: "program[shape=box3d width=1 height=0.7]\ninputs->program->results")
        #expect(graph.nodes.map(\.id) == ["program", "inputs", "results"])
        #expect(graph.nodes[0].attributes == ["shape": "box3d", "width": "1", "height": "0.7"])
        #expect(graph.edges.map { [$0.from, $0.to] } == [["inputs", "program"], ["program", "results"]])
        #expect(graph.attributes["rankdir"] == "LR")
    }

    @Test func wholeGraphs() throws {
        let graph = try Graph(
            dot: """
                // a comment
                strict graph "the name" {
                  # a line for the preprocessor
                  node [shape=box, color="red"]; edge [label=of]
                  a -- b -- {c; d} /* two */ [weight=2]
                  a -- b [weight=3]
                  rankdir = LR
                  e [label="two\\nlines" shape=plaintext]
                  subgraph cluster_1 { rank=same; node [shape=oval]; f; g:port:n -- f }
                }
                """)
        #expect(!graph.isDirected && graph.name == "the name")
        #expect(graph.attributes["rankdir"] == "LR")
        #expect(graph.edges.map { "\($0.from)\($0.to)" } == ["ab", "bc", "bd", "gf"])
        #expect(graph.edges[0].attributes == ["label": "of", "weight": "3"])
        #expect(graph.nodes.first { $0.id == "e" }?.label == "two\nlines")
        #expect(graph.nodes.first { $0.id == "f" }?.attributes["shape"] == "oval")
        #expect(graph.sameRanks == [["f", "g", "f"]])
    }

    @Test(arguments: [
        ("\"a\" + \"b\" -> \"say \\\"x\\\"\"", ["ab", "say \"x\""]), ("-1.5 -> .5", ["-1.5", ".5"]),
        ("größe->日本", ["größe", "日本"]), ("a->b->c", ["a", "b", "c"]), ("\"node\" -> x", ["node", "x"]),
    ]) func names(source: String, ids: [String]) throws {
        #expect(try Graph(dot: source).nodes.map(\.id) == ids)
    }

    @Test(arguments: [
        ("label=\"\\N!\"", "a!"), ("label=<<b>bold</b><br/>new &amp; old>", "bold\nnew & old"), ("label=\"\"", ""),
    ]) func labels(attribute: String, label: String) throws {
        #expect(try Graph(dot: "a[\(attribute)]").nodes[0].label == label)
    }

    @Test(arguments: [
        ("a ->", "line 1 of the graph: the end stands where a node's name should be"),
        ("a\n-> b [label", "line 2 of the graph: ']' is missing"),
        ("a\n[label=]", "line 2 of the graph: a value is missing behind 'label='"),
        ("digraph { a", "line 1 of the graph: '}' is missing at the graph's end"),
        ("graph { a -> b }", "line 1 of the graph: '->' in a graph that is not directed"),
        ("a -- b", "line 1 of the graph: '--' in a directed graph: write '->'"),
        ("a[label=\"x]", "line 1 of the graph: a string is not closed"),
        ("a & b", "line 1 of the graph: '&' has no meaning here"),
        ("a }", "line 1 of the graph: '}' stands behind the graph's end"),
    ]) func mistakes(source: String, message: String) throws {
        let error = try #require(throws: DOTError.self) { try Graph(dot: source) }
        #expect(error.description == message)
    }

    /// Text of any kind ends in a graph or an error.
    @Test func damagedTextEnds() {
        let whole = Array("digraph { a -> b [label=\"x\\\"y\" style=dashed]; subgraph s { c; d } -> {e f} /* g */ }")
        var state: UInt64 = 5
        for _ in 0..<2000 {
            var text = whole
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1
                let place = Int(state >> 33) % text.count
                text[place] = Array("{}[]\"<>-=;\\a\n ")[Int(state >> 40) % 14]
            }
            _ = try? Graph(dot: String(text))
        }
        _ = try? Graph(dot: String(repeating: "{", count: 100_000))
    }
}
