/// What a stretch of cell source is, as the language's lexer sees it.
public enum TokenKind: String, Sendable, CaseIterable {
    case plain, keyword, builtin, function, number, string, field, comment, decorator, magic, error
}

/// A coloured stretch of source: a half-open range of UTF-8 offsets.
public struct TokenSpan: Sendable, Equatable {
    public var range: Range<Int>
    public var kind: TokenKind
    public init(_ range: Range<Int>, _ kind: TokenKind) {
        self.range = range
        self.kind = kind
    }
}

/// The styles of everything drawn. Few colours: they mark structure and never carry meaning alone.
public struct Theme: Sendable {
    public var inputPrompt = Style(.named(2), bold: true)
    public var continuationPrompt = Style(.named(2), dim: true)
    public var outputPrompt = Style(.named(1), bold: true)
    public var quiet = Style(dim: true)
    public var heading = Style(.named(4), bold: true)
    public var code = Style(.named(6))
    public var link = Style(.named(4), underline: true)
    public var failure = Style(.named(1))
    public var bar = Style(.named(2))
    public var selected = Style(reverse: true)
    public var bracket = Style(bold: true, underline: true)
    /// Colours of a plot's series, in order, then again from the first.
    public var series: [Style] = [
        Style(.named(4)), Style(.named(3)), Style(.named(2)), Style(.named(1)), Style(.named(5)),
        Style(.named(6)),
    ]
    public var tokens: [TokenKind: Style] = [
        .keyword: Style(.named(4), bold: true), .builtin: Style(.named(6)),
        .function: Style(.named(6)), .number: Style(.named(5)), .string: Style(.named(3)),
        .field: Style(.named(3), bold: true), .comment: Style(dim: true, italic: true), .decorator: Style(.named(5)),
        .magic: Style(.named(5)), .error: Style(.named(1), underline: true),
    ]

    public init() {}

    public static let standard = Theme()
}
