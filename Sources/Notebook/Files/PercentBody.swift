import CellSyntax

/// The lines of a cell in a percent script: prose as comments, notebook lines commented out so that
/// the script stays Python.
enum PercentBody {
    static func lines(_ cell: DocumentCell) -> [String] {
        let lines = cell.source.splitLines
        switch cell.kind {
        case .markdown, .raw: return cell.source.isEmpty ? [] : lines.map(commented)
        case .code where cell.source.isEmpty: return []
        case .code where isForeign(cell.source): return lines.map(commented)
        case .code:
            let strings = stringLines(cell.source)
            return lines.enumerated().map { strings.contains($0) ? $1 : escaped($1) }
        }
    }

    static func source(_ lines: ArraySlice<String>, _ kind: DocumentCell.Kind) -> String {
        if kind != .code {
            return (quoted(lines) ?? lines.map(uncommented)).joined(separator: "\n")
        }
        if let first = lines.first, first.hasPrefix("# "), isForeign(String(first.dropFirst(2))) {
            return lines.map(uncommented).joined(separator: "\n")
        }
        let strings = stringLines(lines.joined(separator: "\n"))
        return lines.enumerated().map { strings.contains($0) ? $1 : unescaped($1) }.joined(separator: "\n")
    }

    /// Numbers, from 0, of the lines that begin within a string.
    static func stringLines(_ text: String) -> Set<Int> {
        guard text.contains("\"\"\"") || text.contains("'''") else { return [] }
        // Notebook lines as comments, whichever way they are written: what a command holds is no string.
        let source = Source(name: "", text: text.splitLines.map(escaped).joined(separator: "\n"))
        var lines = Set<Int>()
        for span in Highlighter.spans(of: source) where span.kind == .string {
            // A string that nothing ends is a mistake in one cell, not the end of all cells.
            let isOpen = span.range.upperBound >= source.utf8.count && !text.endsString
            guard !isOpen else { continue }
            let first = source.line(at: span.range.lowerBound)
            let last = source.line(at: max(span.range.lowerBound, span.range.upperBound - 1))
            // Line n, counted from 1, is followed by the line whose number from 0 is n.
            for line in first..<max(first, last) { lines.insert(line) }
        }
        return lines
    }

    private static func commented(_ line: String) -> String { line.isEmpty ? "#" : "# " + line }

    private static func uncommented(_ line: String) -> String {
        if line.hasPrefix("# ") { return String(line.dropFirst(2)) }
        return line.hasPrefix("#") ? String(line.dropFirst()) : line
    }

    /// Prose between triple quotes, which jupytext writes on request.
    private static func quoted(_ lines: ArraySlice<String>) -> [String]? {
        guard lines.count >= 2, let first = lines.first, let last = lines.last,
            ["\"\"\"", "r\"\"\"", "'''"].contains(first), first.hasSuffix(last)
        else { return nil }
        return Array(lines.dropFirst().dropLast())
    }

    /// Whether the cell is of another language, by a cell magic such as `%%bash`.
    private static func isForeign(_ source: String) -> Bool {
        guard source.hasPrefix("%%") else { return false }
        let name = source.dropFirst(2).prefix { $0.isLetter || $0 == "_" }
        return !name.isEmpty && !["time", "timeit", "capture", "prun", "debug"].contains(name)
    }

    private static func escaped(_ line: String) -> String {
        guard let start = notebookLine(line) else { return line }
        return line[..<start] + "# " + line[start...]
    }

    private static func unescaped(_ line: String) -> String {
        guard let start = notebookLine(line), line[start...].hasPrefix("# "),
            // A header that was not escaped begins a cell and does not come here.
            !PercentHeader.isHeader(line[start...])
        else { return line }
        return String(line[..<start] + line[start...].dropFirst(2))
    }

    /// Where a line that Python would not take begins, `# ` before it included; nil for other lines.
    private static func notebookLine(_ line: String) -> String.Index? {
        guard let start = line.firstIndex(where: { $0 != " " && $0 != "\t" }) else { return nil }
        var rest = line[start...]
        while rest.hasPrefix("# ") {
            if PercentHeader.isHeader(rest) { return start }
            rest = rest.dropFirst(2)
        }
        switch rest.first {
        case "%": return rest.drop { $0 == "%" }.first?.isLetter == true ? start : nil
        case "!", "?":
            let next = rest.drop { "!? ".contains($0) }.first
            return next.map { $0.isLetter || $0.isNumber || "._~$\\/{}\"'(".contains($0) } == true ? start : nil
        default: return nil
        }
    }
}

extension String {
    fileprivate var endsString: Bool { trimmedEnd.hasSuffix("\"\"\"") || trimmedEnd.hasSuffix("'''") }

    private var trimmedEnd: Substring {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    /// Lines between newlines; "a\n" has two, of which the second is empty.
    var splitLines: [String] {
        split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
