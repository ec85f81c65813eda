extension Parser {
    /// Adjacent string literals, joined into one value.
    mutating func parseStrings() throws(SyntaxError) -> Expression {
        let start = token.start
        var bytes: [UInt8] = []
        var parts: [FormattedPart] = []
        var isFormatted = false
        var isBytes: Bool?
        while token.kind == .string {
            let literal = StringLiteral(token, in: source)
            if let isBytes, isBytes != literal.prefix.isBytes {
                throw SyntaxError(
                    "cannot mix bytes and nonbytes literals", range: start..<token.end)
            }
            isBytes = literal.prefix.isBytes
            if literal.prefix.isBytes {
                bytes += try literal.decodeBytes(in: source)
            } else if literal.prefix.isFormatted {
                isFormatted = true
                parts += try parseFormatted(literal)
            } else {
                parts.append(
                    .literal(try literal.decode(literal.body, in: source)))
            }
            advance()
        }
        let range = start..<previousEnd
        if isBytes == true { return try make(.bytes(bytes), range) }
        let merged = Self.merge(parts)
        if isFormatted { return try make(.formatted(merged), range) }
        if case .literal(let text)? = merged.first { return try make(.string(text), range) }
        return try make(.string(""), range)
    }

    /// Joins neighbouring literals and drops empty ones.
    static func merge(_ parts: [FormattedPart]) -> [FormattedPart] {
        var merged: [FormattedPart] = []
        for part in parts {
            guard case .literal(let text) = part else {
                merged.append(part)
                continue
            }
            if text.isEmpty { continue }
            if case .literal(let before)? = merged.last {
                merged[merged.count - 1] = .literal(before + text)
            } else {
                merged.append(part)
            }
        }
        return merged
    }
}

/// One string literal of the source, taken apart into prefix and body.
struct StringLiteral {
    let prefix: StringPrefix
    /// What stands between the quotes.
    let body: SourceRange
    let range: SourceRange

    init(_ token: Token, in source: Source) {
        var quoteStart = token.start
        while Byte.isLetter(source.utf8[quoteStart]) { quoteStart += 1 }
        guard let prefix = StringPrefix(source.utf8[token.start..<quoteStart]) else {
            preconditionFailure("the scanner has checked the prefix")
        }
        self.prefix = prefix
        let quote = source.utf8[quoteStart]
        let isTriple =
            token.end - quoteStart >= 6 && source.utf8[quoteStart + 1] == quote
            && source.utf8[quoteStart + 2] == quote
        let width = isTriple ? 3 : 1
        body = quoteStart + width..<token.end - width
        range = token.range
    }

    /// The text of a part of the body, with escapes replaced unless the literal is raw.
    func decode(_ part: SourceRange, in source: Source) throws(SyntaxError) -> String {
        let bytes = source.utf8[part]
        let isPlain = !bytes.contains { $0 == Byte.backslash || $0 == Byte.carriageReturn }
        if isPlain { return String(decoding: bytes, as: UTF8.self) }
        var decoder = EscapeDecoder(source: source, range: part, literal: range, prefix: prefix)
        return String(decoding: try decoder.decode(), as: UTF8.self)
    }

    func decodeBytes(in source: Source) throws(SyntaxError) -> [UInt8] {
        if source.utf8[body].contains(where: { $0 >= 0x80 }) {
            throw SyntaxError("bytes can only contain ASCII literal characters", range: range)
        }
        var decoder = EscapeDecoder(source: source, range: body, literal: range, prefix: prefix)
        return try decoder.decode()
    }
}
