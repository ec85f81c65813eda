/// The comment at a script's head that keeps the notebook's metadata:
///
///     # ---
///     # jupyter:
///     #   kernelspec:
///     #     name: "python3"
///     # ---
///
/// It is YAML, as jupytext writes it; of YAML only nested names and JSON values are understood, and
/// what is not understood is kept as it stands.
enum ScriptHeader {
    private static let fence = "# ---"

    /// - Returns: the index of the first line behind the header.
    static func read(_ lines: [String], into document: inout NotebookDocument) -> Int {
        guard lines.first == fence, let end = lines.dropFirst().firstIndex(of: fence) else { return 0 }
        var start = end + 1
        if start < lines.count, lines[start].isEmpty { start += 1 }
        let body = lines[1..<end].map { $0.hasPrefix("# ") ? $0.dropFirst(2) : $0.dropFirst() }
        if let metadata = SimpleYAML.read(body)?["jupyter"]?.object {
            document.metadata = JSONObject(members: metadata.members.filter { $0.name != "nbformat_minor" })
            if let minor = metadata["nbformat_minor"]?.int { document.version.minor = minor }
        }
        let own = Array(lines[..<start])
        if self.lines(document) != own { document.setLayout("header", .array(own.map { .string($0) })) }
        return start
    }

    /// None for a notebook with the usual metadata.
    static func lines(_ document: NotebookDocument) -> [String] {
        if let kept = document.layout("header")?.array?.compactMap(\.string) { return kept }
        var metadata = document.metadata
        metadata[PercentScript.layout] = nil
        guard metadata != NotebookDocument.pythonKernel || document.version.minor != 5 else { return [] }
        if document.version.minor != 5 { metadata["nbformat_minor"] = .number(document.version.minor) }
        let body = SimpleYAML.lines(["jupyter": .object(metadata)], depth: 0)
        return [fence] + body.map { "# " + $0 } + [fence, ""]
    }
}

/// Nested names with JSON or plain values.
enum SimpleYAML {
    static func lines(_ object: JSONObject, depth: Int) -> [String] {
        object.members.flatMap { name, value -> [String] in
            let lead = String(repeating: "  ", count: depth) + name + ":"
            if case .object(let inner) = value, !inner.isEmpty, inner.members.allSatisfy({ isPlain($0.name) }) {
                return [lead] + lines(inner, depth: depth + 1)
            }
            return [lead + " " + value.inline]
        }
    }

    /// nil where the text goes beyond what is understood.
    static func read(_ lines: [Substring]) -> JSONObject? {
        var lines = lines[...]
        let object = read(&lines, indent: 0)
        return lines.isEmpty ? object : nil
    }

    private static func read(_ lines: inout ArraySlice<Substring>, indent: Int) -> JSONObject? {
        var object = JSONObject()
        while let line = lines.first {
            let text = line.drop { $0 == " " }
            guard line.count - text.count == indent else { return object }
            guard let colon = text.firstIndex(of: ":"), isPlain(String(text[..<colon])) else { return nil }
            lines.removeFirst()
            let name = String(text[..<colon])
            let value = text[text.index(after: colon)...].trimmed
            if !value.isEmpty {
                object[name] = scalar(value)
            } else {
                let inner = lines.first.map { $0.count - $0.drop { $0 == " " }.count } ?? 0
                guard inner > indent, inner < 100, let nested = read(&lines, indent: inner) else { return nil }
                object[name] = .object(nested)
            }
        }
        return object
    }

    private static func scalar(_ text: Substring) -> JSON {
        if let (value, rest) = try? JSONParser.parsePrefix(text), rest.isEmpty { return value }
        if text.count >= 2, text.hasPrefix("'"), text.hasSuffix("'") {
            return .string(String(text.dropFirst().dropLast()).replacing("''", with: "'"))
        }
        return .string(String(text))
    }

    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
    }
}
