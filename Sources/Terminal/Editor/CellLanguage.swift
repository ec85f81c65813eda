internal import CellSyntax

/// What RETURN does with the text at the prompt.
public enum CellState: Sendable, Equatable {
    /// It runs.
    case complete
    /// Another line is opened, indented by so many spaces.
    case incomplete(nextIndent: Int)
    /// No further line can mend it: it runs, so that its error is shown.
    case invalid
}

/// What the editor asks about the text it edits. All offsets count UTF-8 bytes.
public struct CellLanguage {
    /// Whether a text can run.
    public var state: (String) -> CellState
    /// Spaces that a new line after this text begins with.
    public var indent: (String) -> Int
    /// Coloured stretches in order, without overlap.
    public var highlight: (String) -> [TokenSpan]
    /// The partner of the bracket at an offset; nil where there is none.
    public var partner: (String, Int) -> Int?

    public init(
        state: @escaping (String) -> CellState,
        indent: @escaping (String) -> Int = { _ in 0 },
        highlight: @escaping (String) -> [TokenSpan] = { _ in [] },
        partner: @escaping (String, Int) -> Int? = { _, _ in nil }
    ) {
        self.state = state
        self.indent = indent
        self.highlight = highlight
        self.partner = partner
    }

    /// Any text is one line and runs.
    public static var anyLine: CellLanguage { CellLanguage(state: { _ in .complete }) }

    /// The cell language.
    public static var cells: CellLanguage {
        CellLanguage(
            state: { text in
                let source = Source(name: "cell", text: text)
                switch completeness(of: source) {
                case .complete: return .complete
                case .incomplete: return .incomplete(nextIndent: indentation(after: source))
                case .invalid: return .invalid
                }
            },
            indent: { indentation(after: Source(name: "cell", text: $0)) },
            highlight: { text in
                Highlighter.spans(of: Source(name: "cell", text: text)).map { span in
                    TokenSpan(span.range, TokenKind(span.kind))
                }
            },
            partner: { text, offset in
                Brackets.partner(ofBracketAt: offset, in: Source(name: "cell", text: text))
            })
    }
}

extension TokenKind {
    fileprivate init(_ kind: HighlightSpan.Kind) {
        switch kind {
        case .keyword: self = .keyword
        case .constant: self = .number
        case .name, .sign, .bracket: self = .plain
        case .function: self = .function
        case .type: self = .builtin
        case .decorator: self = .decorator
        case .number: self = .number
        case .string: self = .string
        case .field: self = .field
        case .comment: self = .comment
        case .shell, .magic, .help: self = .magic
        case .error: self = .error
        }
    }
}
