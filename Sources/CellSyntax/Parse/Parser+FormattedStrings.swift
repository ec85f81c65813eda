extension Parser {
    /// The parts of an f-string.
    mutating func parseFormatted(_ literal: StringLiteral) throws(SyntaxError) -> [FormattedPart] {
        var offset = literal.body.lowerBound
        return try parseFormattedParts(literal, &offset, isFormat: false)
    }

    /// Text and fields up to the end, or in a format specification up to its `}`.
    private mutating func parseFormattedParts(
        _ literal: StringLiteral, _ offset: inout Int, isFormat: Bool
    ) throws(SyntaxError) -> [FormattedPart] {
        let bytes = source.utf8
        let end = literal.body.upperBound
        var parts: [FormattedPart] = []
        var textStart = offset
        while offset < end {
            let byte = bytes[offset]
            let isDoubled = offset + 1 < end && bytes[offset + 1] == byte && !isFormat
            if byte == Byte.backslash, !literal.prefix.isRaw {
                offset = escapeEnd(from: offset, limit: end)
            } else if byte == Byte.leftBrace || byte == Byte.rightBrace, isDoubled {
                parts.append(.literal(try literal.decode(textStart..<offset + 1, in: source)))
                offset += 2
                textStart = offset
            } else if byte == Byte.leftBrace {
                parts.append(.literal(try literal.decode(textStart..<offset, in: source)))
                parts += try parseField(literal, &offset, isFormat: isFormat)
                textStart = offset
            } else if byte == Byte.rightBrace {
                if isFormat { break }
                throw SyntaxError("f-string: single '}' is not allowed", range: offset..<offset + 1)
            } else {
                offset += 1
            }
        }
        parts.append(.literal(try literal.decode(textStart..<offset, in: source)))
        return Self.merge(parts)
    }

    /// Passes an escape; the braces of `\N{…}` are not a field's.
    private func escapeEnd(from offset: Int, limit: Int) -> Int {
        let bytes = source.utf8
        guard offset + 1 < limit else { return offset + 1 }
        let next = bytes[offset + 1]
        if next == UInt8(ascii: "N"), offset + 2 < limit, bytes[offset + 2] == Byte.leftBrace,
            let close = bytes[offset..<limit].firstIndex(of: Byte.rightBrace)
        {
            return close + 1
        }
        return next == Byte.leftBrace || next == Byte.rightBrace ? offset + 1 : offset + 2
    }

    /// `{value=!r:format}`; a `=` gives a literal before the field.
    private mutating func parseField(
        _ literal: StringLiteral, _ offset: inout Int, isFormat: Bool
    ) throws(SyntaxError) -> [FormattedPart] {
        let start = offset
        guard fieldDepth < 2, !(isFormat && fieldDepth >= 2) else {
            throw SyntaxError(
                "f-string: expressions nested too deeply", range: start..<start + 1)
        }
        fieldDepth += 1
        defer { fieldDepth -= 1 }
        let end = literal.body.upperBound
        let expressionEnd = try findExpressionEnd(from: start + 1, limit: end, open: start)
        let value = try parseFieldValue(start + 1..<expressionEnd, open: start)
        offset = expressionEnd
        var literalParts: [FormattedPart] = []
        var isDebug = false
        if byte(at: offset, limit: end) == Byte.equals {
            isDebug = true
            offset += 1
            while Byte.isBlank(byte(at: offset, limit: end))
                || Byte.isLineEnd(byte(at: offset, limit: end))
            {
                offset += 1
            }
            literalParts = [.literal(source.text(in: start + 1..<offset))]
        }
        var conversion: FormattedField.Conversion?
        if byte(at: offset, limit: end) == Byte.exclamationMark {
            conversion = try parseConversion(&offset, limit: end)
        }
        var format: [FormattedPart]?
        if byte(at: offset, limit: end) == UInt8(ascii: ":") {
            offset += 1
            format = try parseFormattedParts(literal, &offset, isFormat: true)
        }
        guard byte(at: offset, limit: end) == Byte.rightBrace else {
            throw SyntaxError("f-string: expecting '}'", range: start..<min(offset + 1, end))
        }
        offset += 1
        if isDebug, conversion == nil, format == nil { conversion = .repr }
        let field = FormattedField(
            value: value, conversion: conversion, format: format, range: start..<offset)
        return literalParts + [.field(field)]
    }

    private func byte(at offset: Int, limit: Int) -> UInt8 {
        offset < limit ? source.utf8[offset] : 0
    }

    private func parseConversion(
        _ offset: inout Int, limit: Int
    ) throws(SyntaxError) -> FormattedField.Conversion {
        let start = offset
        offset += 1
        var end = offset
        while end < limit, Byte.isNamePart(source.utf8[end]) { end += 1 }
        guard end < limit else {
            throw SyntaxError("f-string: expecting '}'", range: start..<end)
        }
        let text = source.text(in: offset..<end)
        guard let conversion = FormattedField.Conversion(rawValue: text) else {
            let shown = text.isEmpty ? "" : " '\(text)'"
            throw SyntaxError(
                "f-string: invalid conversion character\(shown): expected 's', 'r', or 'a'",
                range: start..<max(end, start + 1))
        }
        offset = end
        return conversion
    }

    private mutating func parseFieldValue(
        _ range: SourceRange, open: Int
    ) throws(SyntaxError) -> Expression {
        let isBlank = source.utf8[range].allSatisfy { Byte.isBlank($0) || Byte.isLineEnd($0) }
        if isBlank {
            let sign = byte(at: range.upperBound, limit: source.utf8.count)
            if sign != Byte.rightBrace {
                throw SyntaxError(
                    "f-string: expression required before '\(Unicode.Scalar(sign))'",
                    range: range.upperBound..<range.upperBound + 1)
            }
            throw SyntaxError(
                "f-string: empty expression not allowed", range: open..<range.upperBound + 1)
        }
        do throws(SyntaxError) {
            return try parseNestedText(range) { (parser: inout Parser) throws(SyntaxError) in
                try parser.parseWholeField()
            }
        } catch {
            if error.message.hasPrefix("f-string: ") { throw error }
            throw SyntaxError(
                "f-string: \(error.message)", kind: error.kind, range: error.range, hint: error.hint
            )
        }
    }

    /// What may stand in parentheses: also `yield`, a tuple, or `:=` within further parentheses.
    private mutating func parseWholeField() throws(SyntaxError) -> Expression {
        let value: Expression
        if token.kind == .keywordYield {
            value = try parseYield()
        } else {
            value = try parseStarExpressions()
        }
        if case .starred = value.kind {
            throw SyntaxError("cannot use starred expression here", range: value.range)
        }
        if token.kind == .assign { throw try assignmentInCondition(value) }
        guard token.kind == .newline || token.kind == .endOfText else {
            throw missingComma(after: value)
        }
        return value
    }

    // MARK: Where an expression ends

    /// The offset of the `=`, `!`, `:` or `}` that ends a field's expression. Strings and brackets
    /// in it are passed over. As in Python 3.11, it holds no backslash, comment, or quote of its
    /// own string.
    private func findExpressionEnd(
        from start: Int, limit: Int, open: Int
    ) throws(SyntaxError) -> Int {
        let bytes = source.utf8
        var brackets: [(byte: UInt8, offset: Int)] = []
        var offset = start
        while offset < limit {
            let byte = bytes[offset]
            let next = self.byte(at: offset + 1, limit: limit)
            switch byte {
            case Byte.backslash:
                throw SyntaxError(
                    "f-string expression part cannot include a backslash",
                    range: offset..<offset + 1,
                    hint: "put the value into a variable first")
            case Byte.hash:
                throw SyntaxError(
                    "f-string expression part cannot include '#'", range: offset..<offset + 1)
            case Byte.quote, Byte.doubleQuote:
                offset = try skipQuoted(from: offset, limit: limit)
                continue
            case UInt8(ascii: "("), UInt8(ascii: "["), Byte.leftBrace:
                brackets.append((byte, offset))
            case Byte.exclamationMark, Byte.equals, UInt8(ascii: "<"), UInt8(ascii: ">"):
                if next == Byte.equals {
                    offset += 2
                    continue
                }
                let isComparison = byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
                if brackets.isEmpty, !isComparison { return offset }
            case UInt8(ascii: ":") where brackets.isEmpty, Byte.rightBrace where brackets.isEmpty:
                return offset
            case UInt8(ascii: ")"), UInt8(ascii: "]"), Byte.rightBrace:
                try closeFieldBracket(byte, at: offset, &brackets)
            default:
                break
            }
            offset += 1
        }
        if let bracket = brackets.last {
            throw SyntaxError(
                "f-string: unmatched '\(Unicode.Scalar(bracket.byte))'",
                range: bracket.offset..<bracket.offset + 1)
        }
        throw SyntaxError(
            "f-string: expecting '}'", range: open..<open + 1,
            hint: "a quote inside the braces must differ from the string's own")
    }

    private func closeFieldBracket(
        _ byte: UInt8, at offset: Int, _ brackets: inout [(byte: UInt8, offset: Int)]
    ) throws(SyntaxError) {
        let range = offset..<offset + 1
        guard let open = brackets.popLast() else {
            throw SyntaxError("f-string: unmatched '\(Unicode.Scalar(byte))'", range: range)
        }
        let isPair =
            open.byte == UInt8(ascii: "(") ? byte == UInt8(ascii: ")") : byte == open.byte + 2
        guard isPair else {
            throw SyntaxError(
                "f-string: closing parenthesis '\(Unicode.Scalar(byte))' does not match "
                    + "opening parenthesis '\(Unicode.Scalar(open.byte))'", range: range)
        }
    }

    private func skipQuoted(from start: Int, limit: Int) throws(SyntaxError) -> Int {
        let bytes = source.utf8
        let quote = bytes[start]
        let isTriple = start + 2 < limit && bytes[start + 1] == quote && bytes[start + 2] == quote
        var offset = start + (isTriple ? 3 : 1)
        while offset < limit {
            if bytes[offset] == Byte.backslash {
                throw SyntaxError(
                    "f-string expression part cannot include a backslash",
                    range: offset..<offset + 1,
                    hint: "put the value into a variable first")
            }
            if bytes[offset] == quote {
                guard isTriple else { return offset + 1 }
                if offset + 2 < limit, bytes[offset + 1] == quote, bytes[offset + 2] == quote {
                    return offset + 3
                }
            }
            offset += 1
        }
        throw SyntaxError("f-string: unterminated string", range: start..<limit)
    }
}
