/// Values given on the command line, `-p name=value`, put into a notebook as papermill does: in a cell
/// of their own, behind the cell tagged `parameters` or before all others.
public enum Parameters {
    /// - Throws: ``NotebookFileError`` for what is no `name=value`.
    public static func insert(
        _ parameters: [String], into document: NotebookDocument
    ) throws(NotebookFileError) -> NotebookDocument {
        guard !parameters.isEmpty else { return document }
        var lines = ["# Parameters"]
        for parameter in parameters {
            guard let equals = parameter.firstIndex(of: "="), isName(parameter[..<equals]) else {
                throw NotebookFileError(
                    file: "-p \(parameter)", reason: "a parameter is name=value, such as -p epochs=3")
            }
            lines.append("\(parameter[..<equals]) = \(literal(parameter[parameter.index(after: equals)...]))")
        }
        var document = document
        let place = document.cells.firstIndex { $0.tags.contains("parameters") }.map { $0 + 1 } ?? 0
        let metadata: JSONObject = ["tags": .array([.string("injected-parameters")])]
        document.cells.insert(DocumentCell(.code, lines.joined(separator: "\n"), metadata: metadata), at: place)
        return document
    }

    /// Whether a cell is tagged `parameters`, so that values given are known to replace its own.
    public static func haveAPlace(in document: NotebookDocument) -> Bool {
        document.cells.contains { $0.tags.contains("parameters") }
    }

    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.first, first.isLetter || first == "_" else { return false }
        return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }

    /// Numbers, `True`, `False`, `None` and JSON as they are; all else is text.
    private static func literal(_ value: Substring) -> String {
        if ["True", "False", "None"].contains(value) { return String(value) }
        if let (json, rest) = try? JSONParser.parsePrefix(value), rest.allSatisfy(\.isWhitespace) {
            return python(json)
        }
        return JSON.string(String(value)).inline
    }

    private static func python(_ value: JSON) -> String {
        switch value {
        case .null: "None"
        case .bool(let flag): flag ? "True" : "False"
        case .number, .string: value.inline
        case .array(let items): "[" + items.map(python).joined(separator: ", ") + "]"
        case .object(let object):
            "{" + object.members.map { JSON.string($0.name).inline + ": " + python($0.value) }.joined(separator: ", ")
                + "}"
        }
    }
}
