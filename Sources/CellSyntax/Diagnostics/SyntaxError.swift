/// Why a text is no program: the first thing wrong with it.
public struct SyntaxError: Error, Sendable, Hashable {
    public enum Kind: String, Sendable {
        case syntax = "SyntaxError"
        case indentation = "IndentationError"
        case tab = "TabError"
    }

    public let kind: Kind
    /// In CPython's words where CPython has them.
    public let message: String
    public let range: SourceRange
    /// What to do about it, when there is more to say.
    public let hint: String?
    /// The text ended too early: more lines may make a program of it.
    public let isIncomplete: Bool

    public init(
        _ message: String, kind: Kind = .syntax, range: SourceRange, hint: String? = nil,
        isIncomplete: Bool = false
    ) {
        self.kind = kind
        self.message = message
        self.range = range
        self.hint = hint
        self.isIncomplete = isIncomplete
    }
}
