extension Parser {
    mutating func parseNotebookLine() throws(SyntaxError) -> Statement.Kind {
        let token = token
        advance()
        switch token.kind {
        case .shellLine: return .shell(try parseShell(token.range))
        case .magicLine: return .magic(parseMagic(token.range))
        case .cellMagic: return .cellMagic(parseCellMagic(token.range))
        default: return .help(try parseHelp(token.range))
        }
    }

    /// `x = !command` and `x = %magic`.
    mutating func parseAssignedLine() throws(SyntaxError) -> Expression {
        let token = token
        advance()
        if token.kind == .shellLine {
            return try make(.shell(try parseShell(token.range)), token.range)
        }
        return try make(.magic(parseMagic(token.range)), token.range)
    }

    private mutating func parseShell(_ range: SourceRange) throws(SyntaxError) -> ShellCommand {
        let capturesLines =
            range.count > 1 && source.utf8[range.lowerBound + 1] == Byte.exclamationMark
        let body = trimmed(range.lowerBound + (capturesLines ? 2 : 1)..<range.upperBound)
        let text = source.text(in: body)
        return ShellCommand(
            text: text, parts: parseShellParts(body) ?? [.text(text)], capturesLines: capturesLines)
    }

    private func trimmed(_ range: SourceRange) -> SourceRange {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, Byte.isBlank(source.utf8[start]) { start += 1 }
        while end > start,
            Byte.isBlank(source.utf8[end - 1]) || Byte.isLineEnd(source.utf8[end - 1])
        {
            end -= 1
        }
        return start..<end
    }

    // MARK: Magics

    private func parseMagic(_ range: SourceRange) -> LineMagic {
        var nameStart = range.lowerBound
        while nameStart < range.upperBound, source.utf8[nameStart] == Byte.percent {
            nameStart += 1
        }
        let (name, arguments) = splitWord(nameStart..<range.upperBound)
        return LineMagic(
            name: source.text(in: name), nameRange: name, arguments: source.text(in: arguments),
            argumentsRange: arguments)
    }

    private func splitWord(_ range: SourceRange) -> (word: SourceRange, rest: SourceRange) {
        let body = trimmed(range)
        var end = body.lowerBound
        while end < body.upperBound, !Byte.isBlank(source.utf8[end]) { end += 1 }
        return (body.lowerBound..<end, trimmed(end..<body.upperBound))
    }

    private func parseCellMagic(_ range: SourceRange) -> CellMagic {
        let line = source.line(at: range.lowerBound)
        let lineEnd = min(source.range(ofLine: line).upperBound, range.upperBound)
        let next = line < source.lineStarts.count ? source.lineStarts[line] : source.utf8.count
        let body = min(max(next, lineEnd), range.upperBound)..<range.upperBound
        let (name, arguments) = splitWord(min(range.lowerBound + 2, lineEnd)..<lineEnd)
        return CellMagic(
            name: source.text(in: name), nameRange: name, arguments: source.text(in: arguments),
            argumentsRange: arguments, body: source.text(in: body), bodyRange: body)
    }

    // MARK: Help

    private mutating func parseHelp(_ range: SourceRange) throws(SyntaxError) -> HelpRequest {
        var (start, end) = (range.lowerBound, range.upperBound)
        var marks = 0
        let bytes = source.utf8
        while start < end, bytes[start] == Byte.questionMark {
            start += 1
            marks += 1
        }
        var body = trimmed(start..<end)
        while body.lowerBound < body.upperBound,
            bytes[body.upperBound - 1] == Byte.questionMark
                || bytes[body.upperBound - 1] == UInt8(ascii: ";")
        {
            marks += bytes[body.upperBound - 1] == Byte.questionMark ? 1 : 0
            end = body.upperBound - 1
            body = trimmed(body.lowerBound..<end)
        }
        let isMagic = body.isEmpty || bytes[body.lowerBound] == Byte.percent
        return HelpRequest(
            subject: source.text(in: body), subjectRange: body,
            expression: isMagic ? nil : attemptExpression(in: body), isDetailed: marks > 1)
    }

    // MARK: Values in shell commands

    /// The command cut at `$name` and `{expression}`; nil when a brace holds no expression.
    private mutating func parseShellParts(_ range: SourceRange) -> [ShellPart]? {
        let bytes = source.utf8
        var parts: [ShellPart] = []
        var text: [UInt8] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            let next = offset + 1 < range.upperBound ? bytes[offset + 1] : 0
            var end = offset
            if byte == Byte.dollar, next == Byte.dollar {
                text.append(byte)
                offset += 2
                continue
            } else if byte == Byte.dollar, Byte.isNameStart(next) {
                end = nameEnd(from: offset + 1, limit: range.upperBound)
            } else if byte == Byte.leftBrace, next == Byte.leftBrace {
                text.append(byte)
                offset += 2
                continue
            } else if byte == Byte.rightBrace {
                guard next == Byte.rightBrace else { return nil }
                text.append(byte)
                offset += 2
                continue
            } else if byte == Byte.leftBrace {
                guard let close = bytes[offset..<range.upperBound].firstIndex(of: Byte.rightBrace)
                else { return nil }
                end = close
            }
            guard end > offset else {
                text.append(byte)
                offset += 1
                continue
            }
            guard let value = attemptExpression(in: trimmed(offset + 1..<end)) else { return nil }
            if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
            text = []
            parts.append(.value(value))
            offset = byte == Byte.leftBrace ? end + 1 : end
        }
        if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
        return parts
    }

    /// The end of `name.attribute.attribute`.
    private func nameEnd(from start: Int, limit: Int) -> Int {
        let bytes = source.utf8
        var offset = start
        while offset < limit {
            let isDot =
                bytes[offset] == Byte.dot && offset + 1 < limit
                && Byte.isNameStart(bytes[offset + 1])
            guard isDot || Byte.isNamePart(bytes[offset]) else { break }
            offset += 1
        }
        return offset
    }

    private mutating func attemptExpression(in range: SourceRange) -> Expression? {
        guard !range.isEmpty else { return nil }
        return attempt { (parser: inout Parser) throws(SyntaxError) in
            try parser.parseNestedText(range) { (inner: inout Parser) throws(SyntaxError) in
                let value = try inner.parseExpression()
                guard inner.token.kind == .newline || inner.token.kind == .endOfText else {
                    throw inner.invalidSyntax()
                }
                return value
            }
        }
    }

    /// Parses a part of the source with tokens of its own, as if it stood in parentheses.
    mutating func parseNestedText<Result>(
        _ range: SourceRange, _ parse: (inout Parser) throws(SyntaxError) -> Result
    ) throws(SyntaxError) -> Result {
        let scan = Scanner.scan(source, range: range, isNested: true)
        if let error = scan.error { throw error }
        let saved = (tokens, index)
        tokens = scan.tokens
        index = 0
        let result = try parse(&self)
        (tokens, index) = saved
        return result
    }

    // MARK: Directives

    /// Comments before the first statement that begin with a word at once, or with nbdev's bar.
    func directives(among comments: [SourceRange]) -> [Directive] {
        let head = tokens.first?.start ?? 0
        return comments.prefix { $0.lowerBound < head }.compactMap { range in
            var start = range.lowerBound + 1
            if start < range.upperBound, source.utf8[start] == UInt8(ascii: "|") {
                start += 1
            } else {
                guard start < range.upperBound, Byte.isLetter(source.utf8[start]) else {
                    return nil
                }
            }
            let (name, argument) = splitWord(start..<range.upperBound)
            let isName = source.utf8[name].allSatisfy {
                $0 >= 0x61 && $0 <= 0x7A || $0 == Byte.underscore || $0 == UInt8(ascii: "-")
            }
            guard isName, !name.isEmpty else { return nil }
            return Directive(
                name: source.text(in: name), argument: source.text(in: argument), range: range)
        }
    }
}
