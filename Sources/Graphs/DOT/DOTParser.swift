extension Graph {
    /// Reads DOT. Without a `graph` or `digraph` around it, the text is taken for the statements of a directed graph
    /// that is drawn from left to right, as fast.ai's `gv` has it.
    public init(dot text: String) throws(DOTError) {
        var parser = try DOTParser(text)
        self = try parser.parse()
    }
}

private struct DOTParser {
    private var scanner: DOTScanner
    private var token: DOTToken
    private var graph = Graph()
    private var places: [String: Int] = [:]
    private var isStrict = false
    /// How deep subgraphs may nest in one another.
    private static let deepest = 50
    private var depth = 0

    /// Attributes that `node [...]` and `edge [...]` give to all that follow in the same braces.
    private struct Defaults {
        var node: [String: String] = [:]
        var edge: [String: String] = [:]
    }
    private var defaults = Defaults()

    init(_ text: String) throws(DOTError) {
        scanner = DOTScanner(text)
        token = try scanner.next()
    }

    mutating func parse() throws(DOTError) -> Graph {
        if takeKeyword("strict") {
            isStrict = true
            try advance()
        }
        if takeKeyword("digraph") || takeKeyword("graph") {
            graph.isDirected = takeKeyword("digraph")
            try advance()
            if case .id(let name, _) = token {
                graph.name = name
                try advance()
            }
            try expect("{", "behind the graph's name")
            _ = try statements(isRoot: true)
            try expect("}", "at the graph's end")
        } else {
            graph.attributes["rankdir"] = "LR"
            _ = try statements(isRoot: true)
        }
        guard token == .end else { throw fail("\(shown) stands behind the graph's end") }
        return graph
    }

    // MARK: Statements

    /// - Returns: the names of all nodes in the statements.
    private mutating func statements(isRoot: Bool) throws(DOTError) -> [String] {
        var members: [String] = []
        var own: [String: String] = [:]
        while token != .end, token != .sign("}") {
            if token == .sign(";") || token == .sign(",") {
                try advance()
                continue
            }
            let before = token
            if takeKeyword("node") || takeKeyword("edge") || takeKeyword("graph") {
                try advance()
                let attributes = try attributeLists()
                switch before {
                case .id(let word, _) where word.lowercased() == "node":
                    defaults.node.merge(attributes) { $1 }
                case .id(let word, _) where word.lowercased() == "edge":
                    defaults.edge.merge(attributes) { $1 }
                default: own.merge(attributes) { $1 }
                }
            } else {
                members += try nodeOrEdge(&own)
            }
        }
        if isRoot {
            graph.attributes.merge(own) { $1 }
        } else if own["rank"] == "same" {
            graph.sameRanks.append(members)
        }
        return members
    }

    private mutating func nodeOrEdge(_ own: inout [String: String]) throws(DOTError) -> [String] {
        var ends = [try operand()]
        // `name = value` sets an attribute of the graph.
        if token == .sign("="), case .node(let name, _) = ends[0] {
            try advance()
            guard case .id(let value, _) = token else { throw fail("a value is missing behind '\(name) ='") }
            own[name] = value
            try advance()
            return []
        }
        while case .edge(let isDirected) = token {
            guard isDirected == graph.isDirected else {
                throw fail(isDirected ? "'->' in a graph that is not directed" : "'--' in a directed graph: write '->'")
            }
            try advance()
            ends.append(try operand())
        }
        let attributes = token == .sign("[") ? try attributeLists() : [:]
        if ends.count == 1 {
            if case .node(let name, _) = ends[0] { add(name, attributes) }
            return ends[0].names
        }
        for case .node(let name, _) in ends { add(name, [:]) }
        for (left, right) in zip(ends, ends.dropFirst()) {
            for from in left.names {
                for to in right.names { connect(from, to, defaults.edge.merging(attributes) { $1 }) }
            }
        }
        return ends.flatMap(\.names)
    }

    private mutating func connect(_ from: String, _ to: String, _ attributes: [String: String]) {
        if isStrict,
            let known = graph.edges.firstIndex(where: { edge in
                (edge.from, edge.to) == (from, to) || (!graph.isDirected && (edge.from, edge.to) == (to, from))
            })
        {
            graph.edges[known].attributes.merge(attributes) { $1 }
        } else {
            graph.edges.append(Graph.Edge(from: from, to: to, attributes: attributes))
        }
    }

    private enum Operand {
        case node(String, port: String)
        case group([String])

        var names: [String] {
            switch self {
            case .node(let name, _): [name]
            case .group(let names): names
            }
        }
    }

    private mutating func operand() throws(DOTError) -> Operand {
        if takeKeyword("subgraph") {
            try advance()
            if case .id = token { try advance() }
            guard token == .sign("{") else { return .group([]) }
        }
        if token == .sign("{") {
            try advance()
            guard depth < Self.deepest else { throw fail("subgraphs are nested too deep") }
            depth += 1
            let outer = defaults
            let members = try statements(isRoot: false)
            defaults = outer
            depth -= 1
            try expect("}", "at a subgraph's end")
            return .group(members.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
        }
        guard case .id(let name, _) = token else { throw fail("\(shown) stands where a node's name should be") }
        try advance()
        var port = ""
        while token == .sign(":") {
            try advance()
            guard case .id(let word, _) = token else { throw fail("a port's name is missing behind ':'") }
            port = word
            try advance()
        }
        return .node(name, port: port)
    }

    private mutating func add(_ name: String, _ attributes: [String: String]) {
        if let place = places[name] {
            graph.nodes[place].attributes.merge(attributes) { $1 }
        } else {
            places[name] = graph.nodes.count
            graph.nodes.append(Graph.Node(id: name, attributes: defaults.node.merging(attributes) { $1 }))
        }
    }

    // MARK: Attributes

    private mutating func attributeLists() throws(DOTError) -> [String: String] {
        var attributes: [String: String] = [:]
        while token == .sign("[") {
            try advance()
            while token != .sign("]") {
                if token == .sign(",") || token == .sign(";") {
                    try advance()
                    continue
                }
                guard case .id(let name, _) = token else {
                    throw fail(token == .end ? "']' is missing" : "\(shown) stands where an attribute should be")
                }
                try advance()
                guard token == .sign("=") else {
                    attributes[name] = "true"
                    continue
                }
                try advance()
                guard case .id(let value, _) = token else { throw fail("a value is missing behind '\(name)='") }
                attributes[name] = value
                try advance()
            }
            try advance()
        }
        return attributes
    }

    // MARK: Tokens

    private mutating func advance() throws(DOTError) { token = try scanner.next() }

    private func takeKeyword(_ word: String) -> Bool {
        if case .id(let text, isBare: true) = token { return text.lowercased() == word }
        return false
    }

    private mutating func expect(_ sign: Character, _ place: String) throws(DOTError) {
        guard token == .sign(sign) else { throw fail("'\(sign)' is missing \(place)") }
        try advance()
    }

    private var shown: String {
        switch token {
        case .id(let text, _): "'\(text)'"
        case .sign(let sign): "'\(sign)'"
        case .edge(let isDirected): isDirected ? "'->'" : "'--'"
        case .end: "the end"
        }
    }

    private func fail(_ message: String) -> DOTError { DOTError(message: message, line: scanner.line) }
}
