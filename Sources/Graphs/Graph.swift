/// Nodes and edges with the attributes that DOT, Graphviz's language, gives them.
///
///     let graph = try Graph(dot: "digraph { inputs -> model -> results }")
public struct Graph: Codable, Sendable, Equatable {
    public struct Node: Codable, Sendable, Equatable {
        /// The name that edges use.
        public var id: String
        public var attributes: [String: String]

        public init(id: String, attributes: [String: String] = [:]) {
            self.id = id
            self.attributes = attributes
        }

        /// What stands in the node: its `label`, else its name.
        public var label: String {
            LabelText.plain(attributes["label"] ?? id, name: id)
        }
    }

    public struct Edge: Codable, Sendable, Equatable {
        public var from: String
        public var to: String
        public var attributes: [String: String]

        public init(from: String, to: String, attributes: [String: String] = [:]) {
            self.from = from
            self.to = to
            self.attributes = attributes
        }

        /// What stands at the edge; may be empty.
        public var label: String { attributes["label"].map { LabelText.plain($0, name: "\(from)->\(to)") } ?? "" }
    }

    public var isDirected: Bool
    public var name: String
    public var attributes: [String: String]
    /// In the order of their first appearance.
    public var nodes: [Node]
    public var edges: [Edge]
    /// Names of nodes that `rank=same` puts side by side.
    public var sameRanks: [[String]]

    public init(
        isDirected: Bool = true, name: String = "", attributes: [String: String] = [:], nodes: [Node] = [],
        edges: [Edge] = [], sameRanks: [[String]] = []
    ) {
        self.isDirected = isDirected
        self.name = name
        self.attributes = attributes
        self.nodes = nodes
        self.edges = edges
        self.sameRanks = sameRanks
    }

    /// The label of the node with this name.
    public func label(of id: String) -> String { nodes.first { $0.id == id }?.label ?? id }
}

/// Labels as they are read: escapes resolved, the tags of HTML-like ones left out.
enum LabelText {
    static func plain(_ text: String, name: String) -> String {
        guard !text.hasPrefix("<") || !text.hasSuffix(">") else { return withoutTags(text) }
        var result = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            guard character == "\\", let next = rest.popFirst() else {
                result.append(character)
                continue
            }
            switch next {
            case "n", "l", "r": result.append("\n")
            case "N", "E": result += name
            case "G", "T", "H", "L": break
            default: result.append(next)
            }
        }
        while result.last == "\n" { result.removeLast() }
        return result
    }

    private static func withoutTags(_ text: String) -> String {
        var result = ""
        var tag: String?
        for character in text.dropFirst().dropLast() {
            switch (character, tag) {
            case ("<", _): tag = ""
            case (">", let name?):
                if name.lowercased().hasPrefix("br") { result.append("\n") }
                tag = nil
            case (_, let name?): tag = name + String(character)
            default: result.append(character)
            }
        }
        for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
            result = result.split(separator: entity, omittingEmptySubsequences: false).joined(separator: character)
        }
        return result
    }
}
