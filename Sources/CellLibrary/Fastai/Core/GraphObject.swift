import CellRuntime
import Display
import Graphs

/// `graphviz.Source`, and fastbook's `gv`: a graph in DOT that is drawn where it is shown.
final class GraphObject: Object, NativeObject {
    let source: String
    let graph: Graph

    /// - Throws: `ValueError` with the line that is no DOT.
    init(_ source: String) throws(Raise) {
        self.source = source
        do throws(DOTError) { graph = try Graph(dot: source) } catch { throw .valueError("\(error)") }
        super.init(type: Self.declaration)
    }

    static let declaration = NativeType<GraphObject>(
        "Source", module: "graphviz", doc: "A graph in DOT, drawn when a cell ends with it.", isBase: false
    ) {
        Constructor(Parameter("source", String.self, doc: "DOT, such as `digraph { a -> b }`.")) { _, source in
            try GraphObject(source)
        }
        Property<GraphObject>("source", doc: "The text it was made from.") { graph, _ in graph.source }
        RichDisplay(GraphObject.self) { graph, _ in .graph(graph.graph) }
    }.type

    /// fastbook's function, declared as there: the text stands in a graph that goes from left to right.
    static var gv: Member {
        Function(
            "gv", doc: "Draws a graph: gv('inputs->program->results').",
            Parameter("s", String.self, doc: "Nodes and edges in DOT, Graphviz's language.")
        ) { _, source in
            try GraphObject(isWhole(source) ? source : "digraph G{ rankdir=\"LR\"" + source + "; }")
        }
    }

    private static func isWhole(_ source: String) -> Bool {
        let first = source.drop(while: \.isWhitespace).prefix { $0.isLetter }.lowercased()
        return ["digraph", "graph", "strict"].contains(first) && source.contains("{")
    }

    static var module: NativeModule {
        NativeModule("graphviz", doc: "Graphs in DOT, drawn in the notebook.") { declaration }
    }
}
