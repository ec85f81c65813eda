/// A graph in words, for screen readers, logs, and graphs too large to be drawn.
public enum GraphWords {
    public static func lines(_ graph: Graph) -> [String] {
        let arrow = graph.isDirected ? " → " : " – "
        func name(_ id: String) -> String { graph.label(of: id).replacing("\n", with: " ") }
        let count = "\(graph.nodes.count) node\(graph.nodes.count == 1 ? "" : "s")"
        guard !graph.edges.isEmpty else {
            return ["Graph of \(count): " + graph.nodes.map { name($0.id) }.joined(separator: ", ")]
        }
        let edges = graph.edges.map { edge in
            let label = edge.label.replacing("\n", with: " ")
            return "  " + name(edge.from) + arrow + name(edge.to) + (label.isEmpty ? "" : " (\(label))")
        }
        let ends = Set(graph.edges.flatMap { [$0.from, $0.to] })
        let alone = graph.nodes.filter { !ends.contains($0.id) }.map { "  " + name($0.id) }
        return ["Graph of \(count):"] + edges + alone
    }
}
