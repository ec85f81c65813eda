/// What a completion offers for a place in a cell.
public struct Completion: Sendable, Equatable {
    public struct Candidate: Sendable, Equatable {
        public var text: String
        /// What it is, in a word: "function", "module", "keyword".
        public var kind: String
        /// One line about it, shown when it is chosen.
        public var doc: String
        public init(_ text: String, kind: String = "", doc: String = "") {
            self.text = text
            self.kind = kind
            self.doc = doc
        }
    }

    /// The UTF-8 range of the cell that a candidate replaces.
    public var range: Range<Int>
    public var candidates: [Candidate]

    public init(range: Range<Int>, candidates: [Candidate]) {
        self.range = range
        self.candidates = candidates
    }

    /// The longest text that every candidate begins with.
    var commonPrefix: String {
        guard let first = candidates.first?.text else { return "" }
        return candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1.text) }
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}

/// Candidates shown in columns under the cell, one of them chosen by TAB.
struct CompletionMenu {
    private(set) var completion: Completion
    private(set) var selected: Int?

    init(_ completion: Completion) {
        self.completion = completion
    }

    var current: Completion.Candidate? { selected.map { completion.candidates[$0] } }

    mutating func move(by step: Int) {
        let count = completion.candidates.count
        guard count > 0 else { return }
        selected = selected.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    }

    /// Follows a replacement: the range now ends behind the text put in.
    mutating func replaced(with text: String) {
        let start = completion.range.lowerBound
        completion.range = start..<(start + text.utf8.count)
    }

    /// At most `limit` rows: columns filled downwards, then the chosen one's line.
    func rows(width: Int, limit: Int, theme: Theme) -> [StyledLine] {
        let names = completion.candidates.map { Self.shortName($0.text) }
        let widest = min(width - 2, (names.map { DisplayWidth.of($0) }.max() ?? 1) + 2)
        let columns = max(1, (width - 1) / max(1, widest))
        let wanted = (names.count + columns - 1) / columns
        let rowCount = max(1, min(wanted, limit - 1))
        let page = rowCount * columns
        let first = (selected ?? 0) / page * page
        var rows = (0..<rowCount).map { row in
            var line = StyledLine()
            for column in 0..<columns {
                let index = first + column * rowCount + row
                guard index < min(names.count, first + page) else { continue }
                let text = names[index].truncated(to: widest - 2)
                line.append(text, index == selected ? theme.selected : .plain)
                line.append(String(repeating: " ", count: widest - DisplayWidth.of(text)))
            }
            return line
        }
        var notes: [String] = []
        if let current {
            notes = [current.kind, current.doc].filter { !$0.isEmpty }
        }
        if names.count > page { notes.append("\(names.count) in all") }
        if !notes.isEmpty {
            rows.append(StyledLine(notes.joined(separator: "  ").truncated(to: width - 1), theme.quiet))
        }
        return rows
    }

    /// The last part of a path; other names as they are.
    private static func shortName(_ text: String) -> String {
        let body = text.hasSuffix("/") ? text.dropLast() : Substring(text)
        guard let slash = body.lastIndex(of: "/") else { return text }
        return String(text[text.index(after: slash)...])
    }
}
