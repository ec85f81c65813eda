/// Scripts whose cells begin with `# %%` lines, as jupytext, VS Code and Spyder write them.
public enum PercentScript {
    /// The member of a cell's metadata that keeps how a script was laid out where it was not usual.
    static let layout = "nuthatch"

    /// Reads a script. Every text is one: without a header it has one cell.
    public static func read(_ text: String) -> NotebookDocument {
        let isDOS = text.utf8.contains(0x0D) && text.contains("\r\n")
        let lines = (isDOS ? text.replacing("\r\n", with: "\n") : text).splitLines
        var document = NotebookDocument()
        let start = ScriptHeader.read(lines, into: &document)
        if isDOS { document.setLayout("newline", .string("\r\n")) }

        let strings = PercentBody.stringLines(lines.joined(separator: "\n"))
        var starts = lines.indices.filter {
            $0 >= start && PercentHeader.isHeader(lines[$0][...]) && !strings.contains($0)
        }
        let lead = lines[start..<(starts.first ?? lines.count)]
        if !lead.allSatisfy(\.isBlank) {
            starts.insert(start, at: 0)
        } else if start == 0, !lead.isEmpty {
            // The line behind the last newline is none where no cell follows.
            document.setLayout("lead", .number(lead.count))
        }
        for (index, first) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] : lines.count
            document.cells.append(cell(lines[first..<end]))
        }
        return document
    }

    /// The notebook as a script. Outputs and attachments are not in it.
    public static func write(_ document: NotebookDocument) -> String {
        var lines = ScriptHeader.lines(document)
        if let lead = document.layout("lead")?.int { lines += Array(repeating: "", count: min(max(0, lead), 100)) }
        if document.cells.isEmpty, lines.isEmpty { return "" }
        for cell in document.cells {
            // An empty line behind the last cell is the newline at the file's end.
            let gap = cell.layout("gap")?.int.map { min(max(0, $0), 100) } ?? 1
            lines += self.lines(cell) + Array(repeating: "", count: gap)
        }
        let newline = document.layout("newline")?.string == "\r\n" ? "\r\n" : "\n"
        return lines.joined(separator: newline)
    }

    /// The cell on these lines, the first of which is its header if it has one.
    private static func cell(_ lines: ArraySlice<String>) -> DocumentCell {
        var end = lines.endIndex
        while end > lines.startIndex + 1, lines[end - 1].isEmpty { end -= 1 }
        let gap = lines.endIndex - end
        let own = lines[lines.startIndex..<end]
        var cell = plainCell(own)
        var layout = JSONObject()
        if self.lines(cell) != Array(own) { layout["lines"] = .array(own.map { .string($0) }) }
        if gap != 1 { layout["gap"] = .number(gap) }
        if !layout.isEmpty {
            var metadata = cell.metadata
            metadata[self.layout] = .object(layout)
            cell.metadata = metadata
        }
        return cell
    }

    private static func plainCell(_ lines: ArraySlice<String>) -> DocumentCell {
        guard let first = lines.first, let header = PercentHeader(first[...]) else {
            return DocumentCell(.code, PercentBody.source(lines, .code))
        }
        var metadata = header.metadata
        let id = metadata["id"]?.string
        if id != nil { metadata["id"] = nil }
        return DocumentCell(header.kind, PercentBody.source(lines.dropFirst(), header.kind), id: id, metadata: metadata)
    }

    private static func lines(_ cell: DocumentCell) -> [String] {
        if let kept = cell.layout("lines")?.array?.compactMap(\.string), isSame(plainCell(kept[...]), cell) {
            return kept
        }
        var metadata = cell.metadata
        metadata[layout] = nil
        let id = cell.id == CellIdentifiers.made(from: cell.source) ? nil : cell.id
        return [PercentHeader(kind: cell.kind, metadata: metadata).line(id: id)] + PercentBody.lines(cell)
    }

    /// Whether lines that were kept still say what the cell says.
    private static func isSame(_ kept: DocumentCell, _ cell: DocumentCell) -> Bool {
        var metadata = cell.metadata
        metadata[layout] = nil
        let id = cell.id == CellIdentifiers.made(from: cell.source) ? nil : cell.id
        return kept.kind == cell.kind && kept.source == cell.source && kept.metadata == metadata
            && (kept.id == id || id == nil)
    }
}

extension DocumentCell {
    fileprivate func layout(_ name: String) -> JSON? { metadata[PercentScript.layout]?.object?[name] }
}

extension NotebookDocument {
    func layout(_ name: String) -> JSON? { metadata[PercentScript.layout]?.object?[name] }

    mutating func setLayout(_ name: String, _ value: JSON) {
        var layout = metadata[PercentScript.layout]?.object ?? JSONObject()
        layout[name] = value
        metadata[PercentScript.layout] = .object(layout)
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
