/// `match` and its patterns.
extension Parser {
    /// Whether a line that begins with the name `match` is a match statement: it ends with a colon, and a `case` follows,
    /// or nothing yet.
    var startsMatch: Bool {
        guard isName("match") else { return false }
        switch following.kind {
        case .colon, .dot, .comma, .assign, .newline, .endOfText: return false
        default: break
        }
        var end = index
        while tokens[end].kind != .newline, tokens[end].kind != .endOfText { end += 1 }
        guard end + 1 < tokens.count, tokens[end - 1].kind == .colon else { return false }
        if tokens[end + 1].kind == .endOfText { return true }
        return end + 2 < tokens.count && tokens[end + 1].kind == .indent && text(of: tokens[end + 2]) == "case"
    }

    mutating func parseMatch() throws(SyntaxError) -> Statement {
        let start = token.start
        advance()
        let subject = try parseMatchSubject()
        guard take(.colon) else { throw invalidSyntax() }
        try expect(.newline)
        guard take(.indent) else {
            throw SyntaxError(
                "expected an indented block after 'match' statement on line \(source.line(at: start))",
                kind: .indentation, range: token.range, isIncomplete: token.kind == .endOfText)
        }
        var cases: [MatchCase] = []
        while token.kind != .dedent, token.kind != .endOfText {
            guard isName("case") else { throw invalidSyntax() }
            cases.append(try parseCase())
        }
        _ = take(.dedent)
        for matchCase in cases.dropLast() where matchCase.guard == nil {
            if let everything = matchCase.pattern.unreachableReason(isAlternative: false) {
                throw SyntaxError("\(everything) makes remaining patterns unreachable", range: matchCase.pattern.range)
            }
        }
        return Statement(.match(subject, cases), range: start..<(cases.last?.range.upperBound ?? previousEnd))
    }

    private mutating func parseMatchSubject() throws(SyntaxError) -> Expression {
        let start = token.start
        if token.kind != .star {
            let first = try parseNamedExpression()
            guard token.kind == .comma else { return first }
            var items = [first]
            while take(.comma), token.kind != .colon { items.append(try parseItem()) }
            return try make(.tuple(items, .load), start..<previousEnd)
        }
        return try parseStarExpressions()
    }

    private mutating func parseCase() throws(SyntaxError) -> MatchCase {
        let start = token.start
        advance()
        let pattern = try parseOpenPattern()
        var names: Set<String> = []
        for name in pattern.names where !names.insert(name.text).inserted {
            throw SyntaxError("multiple assignments to name '\(name.text)' in pattern", range: name.range)
        }
        let condition = take(.keywordIf) ? try parseNamedExpression() : nil
        let body = try parseBlock(after: "'case' statement", at: start)
        return MatchCase(pattern: pattern, guard: condition, body: body, range: start..<endOfBlock)
    }

    /// A pattern, or several with commas between, which are a sequence.
    private mutating func parseOpenPattern() throws(SyntaxError) -> Pattern {
        let start = token.start
        let first = try parseSequenceItem()
        if token.kind != .comma {
            if case .star = first.kind { throw invalidSyntax() }
            return first
        }
        var items = [first]
        while take(.comma) {
            if token.kind == .colon || token.kind == .keywordIf { break }
            items.append(try parseSequenceItem())
        }
        return try sequence(items, start..<previousEnd)
    }

    private func sequence(_ items: [Pattern], _ range: SourceRange) throws(SyntaxError) -> Pattern {
        var stars = 0
        for item in items {
            if case .star = item.kind { stars += 1 }
            if stars > 1 {
                throw SyntaxError("multiple starred expressions in sequence pattern", range: item.range)
            }
        }
        return Pattern(.sequence(items), range: range)
    }

    private mutating func parseSequenceItem() throws(SyntaxError) -> Pattern {
        guard token.kind == .star else { return try parsePattern() }
        let start = token.start
        advance()
        let name = try parseCaptureName()
        return Pattern(.star(name), range: start..<previousEnd)
    }

    /// A name, or nil for `_`.
    private mutating func parseCaptureName() throws(SyntaxError) -> Identifier? {
        if isName("_") {
            advance()
            return nil
        }
        return try expectIdentifier()
    }

    private mutating func parsePattern() throws(SyntaxError) -> Pattern {
        try nested { (parser: inout Parser) throws(SyntaxError) in
            let start = parser.token.start
            let pattern = try parser.parseAlternatives()
            guard parser.take(.keywordAs) else { return pattern }
            if parser.isName("_") {
                throw SyntaxError("cannot use '_' as a target", range: parser.token.range)
            }
            guard parser.token.kind == .name else {
                throw SyntaxError("invalid pattern target", range: parser.token.range)
            }
            let name = try parser.expectIdentifier()
            return Pattern(.as(pattern, name), range: start..<name.range.upperBound)
        }
    }

    private mutating func parseAlternatives() throws(SyntaxError) -> Pattern {
        let start = token.start
        var patterns = [try parseClosedPattern()]
        while take(.bar) { patterns.append(try parseClosedPattern()) }
        guard patterns.count > 1 else { return patterns[0] }
        for pattern in patterns.dropLast() {
            if let everything = pattern.unreachableReason(isAlternative: true) {
                throw SyntaxError("\(everything) makes remaining patterns unreachable", range: pattern.range)
            }
        }
        let names = Set(patterns[0].names.map(\.text))
        guard patterns.allSatisfy({ Set($0.names.map(\.text)) == names }) else {
            throw SyntaxError("alternative patterns bind different names", range: start..<previousEnd)
        }
        return Pattern(.or(patterns), range: start..<previousEnd)
    }

    private mutating func parseClosedPattern() throws(SyntaxError) -> Pattern {
        let start = token.start
        switch token.kind {
        case .keywordNone, .keywordTrue, .keywordFalse:
            return Pattern(.singleton(try parsePrimary()), range: start..<previousEnd)
        case .integer, .float, .minus, .string:
            return Pattern(.value(try parseLiteral()), range: start..<previousEnd)
        case .name: return try parseNamedPattern()
        case .leftParenthesis: return try parseGroup(until: .rightParenthesis)
        case .leftBracket: return try parseGroup(until: .rightBracket)
        case .leftBrace: return try parseMappingPattern()
        default: throw invalidSyntax()
        }
    }

    /// A number with or without sign, or a string.
    private mutating func parseLiteral() throws(SyntaxError) -> Expression {
        let start = token.start
        let isNegative = take(.minus)
        let value: Expression
        switch token.kind {
        case .integer, .float: value = try parsePrimary()
        case .string where !isNegative: value = try parsePrimary()
        default: throw invalidSyntax()
        }
        switch value.kind {
        case .integer, .float, .string, .bytes: break
        default:
            throw SyntaxError("patterns may only match literals and attribute lookups", range: value.range)
        }
        return isNegative ? try make(.unary(.negate, value), start..<previousEnd) : value
    }

    /// `name`, `_`, `name.attribute` or `Name(…)`
    private mutating func parseNamedPattern() throws(SyntaxError) -> Pattern {
        let start = token.start
        if following.kind != .dot, following.kind != .leftParenthesis {
            let name = try parseCaptureName()
            return Pattern(.capture(name), range: start..<previousEnd)
        }
        let name = try expectIdentifier()
        var value = try make(.name(name, .load), name.range)
        while take(.dot) {
            guard token.kind == .name else { throw invalidSyntax() }
            let attribute = token
            advance()
            value = try make(
                .attribute(value, name: nameText(of: attribute), nameRange: attribute.range, .load),
                start..<attribute.end)
        }
        guard take(.leftParenthesis) else { return Pattern(.value(value), range: start..<previousEnd) }
        var patterns: [Pattern] = []
        var attributes: [Pattern.Attribute] = []
        repeat {
            if token.kind == .rightParenthesis { break }
            if token.kind == .name, following.kind == .assign {
                let attribute = nameText(of: token)
                if attributes.contains(where: { $0.name == attribute }) {
                    throw SyntaxError("attribute name repeated in class pattern: \(attribute)", range: token.range)
                }
                advance()
                advance()
                attributes.append(.init(name: attribute, value: try parsePattern()))
            } else {
                let pattern = try parsePattern()
                guard attributes.isEmpty else {
                    throw SyntaxError(
                        "positional patterns follow keyword patterns", range: pattern.range)
                }
                patterns.append(pattern)
            }
        } while take(.comma)
        try expect(.rightParenthesis)
        return Pattern(.class(value, patterns, attributes), range: start..<previousEnd)
    }

    /// `(a, b)`, `[a, b]`, or one pattern in parentheses.
    private mutating func parseGroup(until closing: Token.Kind) throws(SyntaxError) -> Pattern {
        let start = token.start
        advance()
        var items: [Pattern] = []
        var hasComma = false
        repeat {
            if token.kind == closing { break }
            items.append(try parseSequenceItem())
            if token.kind == .comma { hasComma = true }
        } while take(.comma)
        try expect(closing)
        if closing == .rightParenthesis, items.count == 1, !hasComma {
            if case .star = items[0].kind { throw invalidSyntax() }
            return items[0]
        }
        return try sequence(items, start..<previousEnd)
    }

    private mutating func parseMappingPattern() throws(SyntaxError) -> Pattern {
        let start = token.start
        advance()
        var entries: [Pattern.Entry] = []
        var rest: Identifier?
        repeat {
            if token.kind == .rightBrace { break }
            guard rest == nil else {
                throw SyntaxError("double star pattern '**\(rest?.text ?? "")' must be the last", range: token.range)
            }
            if take(.doubleStar) {
                if isName("_") { throw invalidSyntax() }
                rest = try expectIdentifier()
                continue
            }
            let key = try parseMappingKey()
            try expect(.colon)
            entries.append(.init(key: key, value: try parsePattern()))
        } while take(.comma)
        try expect(.rightBrace)
        return Pattern(.mapping(entries, rest: rest), range: start..<previousEnd)
    }

    private mutating func parseMappingKey() throws(SyntaxError) -> Expression {
        switch token.kind {
        case .keywordNone, .keywordTrue, .keywordFalse: return try parsePrimary()
        case .name:
            guard case .value(let value) = try parseNamedPattern().kind else {
                throw SyntaxError(
                    "mapping pattern keys may only match literals and attribute lookups", range: token.range)
            }
            return value
        default: return try parseLiteral()
        }
    }
}

extension Pattern {
    /// In CPython's words, what it is that fits everything; nil when not everything fits.
    fileprivate func unreachableReason(isAlternative: Bool) -> String? {
        switch kind {
        case .capture(nil): return "wildcard"
        case .capture(let name?): return "name capture '\(name.text)'"
        case .as(let pattern, _): return pattern.unreachableReason(isAlternative: isAlternative)
        case .or(let patterns): return patterns.last?.unreachableReason(isAlternative: isAlternative)
        default: return nil
        }
    }
}
