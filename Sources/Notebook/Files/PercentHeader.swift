/// The line that begins a cell of a percent script:
///
///     # %% A title [markdown] id="look" tags=["guess"]
///
/// Jupytext, VS Code and Spyder read it so. Everything is optional; values are JSON.
struct PercentHeader: Equatable {
    var kind = DocumentCell.Kind.code
    var metadata = JSONObject()

    /// Reads a header line; nil when it is none.
    init?(_ line: Substring) {
        guard let body = Self.body(of: line) else { return nil }
        var title = body
        if let (kind, range) = Self.kindMark(in: body) {
            self.kind = kind
            title = body[..<range.lowerBound]
            metadata = Self.pairs(body[range.upperBound...]) ?? JSONObject()
        } else if let equals = body.firstIndex(of: "=") {
            // Without a kind the pairs begin at the word before the first `=`.
            let start = body[..<equals].lastIndex(of: " ").map { body.index(after: $0) } ?? body.startIndex
            if let pairs = Self.pairs(body[start...]) {
                metadata = pairs
                title = body[..<start]
            }
        }
        let words = title.trimmed
        if !words.isEmpty { metadata = Self.with(title: String(words), metadata) }
    }

    init(kind: DocumentCell.Kind, metadata: JSONObject) {
        self.kind = kind
        self.metadata = metadata
    }

    static func isHeader(_ line: Substring) -> Bool { body(of: line) != nil }

    /// The line; an id goes first among the pairs.
    func line(id: String?) -> String {
        var parts = ["# %%"]
        if let title = metadata["title"]?.string { parts.append(title) }
        if kind != .code { parts.append("[\(kind.rawValue)]") }
        if let id { parts.append("id=" + JSON.string(id).inline) }
        for (name, value) in metadata.members where name != "title" || value.string == nil {
            parts.append(name + "=" + value.inline)
        }
        return parts.joined(separator: " ")
    }

    /// What follows `# %%`; nil for other lines, such as the cell magic `# %%time`.
    private static func body(of line: Substring) -> Substring? {
        guard line.hasPrefix("#") else { return nil }
        let rest = line.dropFirst().drop { $0 == " " }
        guard rest.hasPrefix("%%") else { return nil }
        let body = rest.drop { $0 == "%" }
        guard body.isEmpty || body.first == " " || body.first == "\t" else { return nil }
        return body.trimmed
    }

    private static func kindMark(in body: Substring) -> (DocumentCell.Kind, Range<Substring.Index>)? {
        for (mark, kind) in [("[markdown]", DocumentCell.Kind.markdown), ("[md]", .markdown), ("[raw]", .raw)] {
            if let range = body.firstRange(of: mark) { return (kind, range) }
        }
        return nil
    }

    /// `name=value` one behind the other; nil where the text is something else.
    private static func pairs(_ text: Substring) -> JSONObject? {
        var pairs = JSONObject()
        var rest = text.trimmed
        while !rest.isEmpty {
            guard let equals = rest.firstIndex(of: "="), equals > rest.startIndex,
                rest[..<equals].allSatisfy({ $0.isLetter || $0.isNumber || "_-.".contains($0) }),
                let (value, behind) = try? JSONParser.parsePrefix(rest[rest.index(after: equals)...])
            else { return nil }
            pairs[String(rest[..<equals])] = value
            rest = behind.trimmed
        }
        return pairs
    }

    private static func with(title: String, _ metadata: JSONObject) -> JSONObject {
        JSONObject(members: [("title", .string(title))] + metadata.members.filter { $0.name != "title" })
    }
}

extension Substring {
    /// Without white space at both ends.
    var trimmed: Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
