/// A stretch of source that is drawn in one colour.
public struct HighlightSpan: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case keyword
        /// `True`, `False`, `None`, `...`
        case constant
        case name
        /// The name after `def`, or a name called.
        case function
        /// The name after `class`.
        case type
        case decorator
        case number
        case string
        /// The braces and what is in them, of an f-string.
        case field
        case comment
        case sign
        case bracket
        /// `!command`
        case shell
        /// `%magic` and `%%magic`
        case magic
        /// `name?`
        case help
        /// A character that belongs to nothing.
        case error
    }

    public let kind: Kind
    public let range: SourceRange

    public init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

/// What the prompt needs to colour a text, whatever state it is in.
public enum Highlighter {
    /// Spans in order, without overlap; what lies between them is blank. Works on unfinished and on
    /// wrong text: it always returns.
    public static func spans(of source: Source) -> [HighlightSpan] {
        let (tokens, comments) = Scanner.scanTolerantly(source)
        var spans = comments.map { HighlightSpan(.comment, $0) }
        for index in tokens.indices {
            let token = tokens[index]
            switch token.kind {
            case .newline, .indent, .dedent, .endOfText: break
            case .string: spans += stringSpans(token, in: source)
            case .cellMagic:
                let firstLine = source.range(ofLine: source.line(at: token.start)).upperBound
                spans.append(HighlightSpan(.magic, token.start..<min(firstLine, token.end)))
            default: spans.append(HighlightSpan(kind(of: tokens, at: index), token.range))
            }
        }
        return ordered(spans)
    }

    /// By position, dropping what would overlap the one before.
    private static func ordered(_ spans: [HighlightSpan]) -> [HighlightSpan] {
        var result: [HighlightSpan] = []
        result.reserveCapacity(spans.count)
        for span in spans.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where !span.range.isEmpty && span.range.lowerBound >= result.last?.range.upperBound ?? 0 {
            result.append(span)
        }
        return result
    }

    private static func kind(of tokens: [Token], at index: Int) -> HighlightSpan.Kind {
        let token = tokens[index]
        switch token.kind {
        case .keywordTrue, .keywordFalse, .keywordNone, .ellipsis: return .constant
        case .integer, .float, .imaginary: return .number
        case .shellLine: return .shell
        case .magicLine: return .magic
        case .helpLine: return .help
        case .unknown: return .error
        case .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .leftBrace,
            .rightBrace:
            return .bracket
        case .name: return nameKind(tokens, at: index)
        case .at where startsLine(tokens, index): return .decorator
        default: return token.kind.isKeyword ? .keyword : .sign
        }
    }

    private static func startsLine(_ tokens: [Token], _ index: Int) -> Bool {
        guard index > 0 else { return true }
        return [.newline, .indent, .dedent].contains(tokens[index - 1].kind)
    }

    private static func nameKind(_ tokens: [Token], at index: Int) -> HighlightSpan.Kind {
        let previous = index > 0 ? tokens[index - 1].kind : nil
        if previous == .keywordDef { return .function }
        if previous == .keywordClass { return .type }
        if previous == .at, startsLine(tokens, index - 1) { return .decorator }
        let next = index + 1 < tokens.count ? tokens[index + 1].kind : nil
        return next == .leftParenthesis ? .function : .name
    }

    // MARK: Strings

    /// A string is one span; of an f-string the fields are spans between.
    private static func stringSpans(_ token: Token, in source: Source) -> [HighlightSpan] {
        let bytes = source.utf8
        let prefixEnd = bytes[token.range].firstIndex { !Byte.isLetter($0) } ?? token.end
        guard bytes[token.start..<prefixEnd].contains(where: { $0 | 0x20 == UInt8(ascii: "f") })
        else {
            return [HighlightSpan(.string, token.range)]
        }
        var spans: [HighlightSpan] = []
        var textStart = token.start
        var offset = prefixEnd
        while offset < token.end {
            let isBrace = bytes[offset] == Byte.leftBrace
            if isBrace, offset + 1 < token.end, bytes[offset + 1] == Byte.leftBrace {
                offset += 2
            } else if isBrace {
                let end = fieldEnd(bytes, from: offset, limit: token.end)
                spans.append(HighlightSpan(.string, textStart..<offset))
                spans.append(HighlightSpan(.field, offset..<end))
                textStart = end
                offset = end
            } else {
                offset += 1
            }
        }
        spans.append(HighlightSpan(.string, textStart..<token.end))
        return spans
    }

    private static func fieldEnd(_ bytes: [UInt8], from start: Int, limit: Int) -> Int {
        var depth = 0
        for offset in start..<limit {
            if bytes[offset] == Byte.leftBrace { depth += 1 }
            if bytes[offset] == Byte.rightBrace {
                depth -= 1
                if depth == 0 { return offset + 1 }
            }
        }
        return limit
    }
}
