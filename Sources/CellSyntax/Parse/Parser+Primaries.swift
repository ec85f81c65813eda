extension Parser {
    /// An atom with attributes, calls and indices after it.
    mutating func parsePrimary() throws(SyntaxError) -> Expression {
        let start = token.start
        var value = try parseAtom()
        while true {
            switch token.kind {
            case .dot:
                advance()
                guard token.kind == .name else { throw invalidSyntax() }
                let name = token
                advance()
                value = try make(
                    .attribute(value, name: nameText(of: name), nameRange: name.range, .load),
                    start..<name.end)
            case .leftParenthesis:
                advance()
                let arguments = try parseArguments(callStart: start)
                value = try make(.call(value, arguments), start..<previousEnd)
            case .leftBracket:
                advance()
                let index = try parseIndex()
                try expectClosing(.rightBracket, after: index.lastPart)
                value = try make(.subscript(value, index: index, .load), start..<previousEnd)
            default:
                return value
            }
        }
    }

    mutating func expectClosing(_ kind: Token.Kind, after last: Expression?) throws(SyntaxError) {
        guard !take(kind) else { return }
        if let last { throw missingComma(after: last) }
        throw invalidSyntax()
    }

    // MARK: Atoms

    private mutating func parseAtom() throws(SyntaxError) -> Expression {
        let token = token
        switch token.kind {
        case .name:
            let name = try expectIdentifier()
            return try make(.name(name, .load), name.range)
        case .keywordNone: return try atom(.none)
        case .keywordTrue: return try atom(.boolean(true))
        case .keywordFalse: return try atom(.boolean(false))
        case .ellipsis: return try atom(.ellipsis)
        case .integer: return try atom(.integer(try decodeInteger(token)))
        case .float: return try atom(.float(try decodeFloat(token)))
        case .string: return try parseStrings()
        case .leftParenthesis: return try parseParenthesized()
        case .leftBracket: return try parseListDisplay()
        case .leftBrace: return try parseBraces()
        default: throw invalidSyntax()
        }
    }

    private mutating func atom(_ kind: Expression.Kind) throws(SyntaxError) -> Expression {
        let range = token.range
        advance()
        return try make(kind, range)
    }

    private mutating func parseParenthesized() throws(SyntaxError) -> Expression {
        let start = token.start
        advance()
        if take(.rightParenthesis) { return try make(.tuple([], .load), start..<previousEnd) }
        if token.kind == .keywordYield {
            let value = try parseYield()
            try expect(.rightParenthesis)
            return value
        }
        let first = try parseItem()
        if token.kind == .keywordFor {
            let comprehension = try parseComprehension(.generator(first))
            try expectClosing(.rightParenthesis, after: nil)
            return try make(.comprehension(comprehension), start..<previousEnd)
        }
        if token.kind == .rightParenthesis {
            if case .starred = first.kind {
                throw SyntaxError("cannot use starred expression here", range: first.range)
            }
            advance()
            return first
        }
        if token.kind == .assign { throw try assignmentInCondition(first) }
        let items = try parseItems(after: first, until: .rightParenthesis)
        return try make(.tuple(items, .load), start..<previousEnd)
    }

    /// The rest of a display up to and with its closing bracket.
    private mutating func parseItems(
        after first: Expression, until closing: Token.Kind
    ) throws(SyntaxError) -> [Expression] {
        var items = [first]
        while take(.comma) {
            if token.kind == closing { break }
            items.append(try parseItem())
            if token.kind == .assign { throw try assignmentInCondition(items[items.count - 1]) }
            if token.kind == .keywordFor { throw unparenthesizedTarget(items) }
        }
        try expectClosing(closing, after: items[items.count - 1])
        return items
    }

    /// `[a, b for …]`
    private func unparenthesizedTarget(_ items: [Expression]) -> SyntaxError {
        SyntaxError(
            "did you forget parentheses around the comprehension target?",
            range: items[0].range.lowerBound..<items[items.count - 1].range.upperBound)
    }

    private mutating func parseListDisplay() throws(SyntaxError) -> Expression {
        let start = token.start
        advance()
        if take(.rightBracket) { return try make(.list([], .load), start..<previousEnd) }
        let first = try parseItem()
        if token.kind == .keywordFor {
            try checkElement(first)
            let comprehension = try parseComprehension(.list(first))
            try expectClosing(.rightBracket, after: nil)
            return try make(.comprehension(comprehension), start..<previousEnd)
        }
        if token.kind == .assign { throw try assignmentInCondition(first) }
        let items = try parseItems(after: first, until: .rightBracket)
        return try make(.list(items, .load), start..<previousEnd)
    }

    private func checkElement(_ element: Expression) throws(SyntaxError) {
        guard case .starred = element.kind else { return }
        throw SyntaxError(
            "iterable unpacking cannot be used in comprehension", range: element.range)
    }

    // MARK: Sets and dictionaries

    private mutating func parseBraces() throws(SyntaxError) -> Expression {
        let start = token.start
        advance()
        if take(.rightBrace) { return try make(.dictionary([]), start..<previousEnd) }
        if token.kind == .doubleStar { return try parseDictionary(start: start, first: nil) }
        let first = try parseItem()
        switch token.kind {
        case .colon:
            return try parseDictionary(start: start, first: first)
        case .keywordFor:
            try checkElement(first)
            let comprehension = try parseComprehension(.set(first))
            try expectClosing(.rightBrace, after: nil)
            return try make(.comprehension(comprehension), start..<previousEnd)
        case .assign:
            throw try assignmentInCondition(first)
        default:
            let items = try parseItems(after: first, until: .rightBrace)
            return try make(.set(items), start..<previousEnd)
        }
    }

    private mutating func parseDictionary(
        start: Int, first: Expression?
    ) throws(SyntaxError) -> Expression {
        var items: [DictionaryItem] = []
        var key = first
        var last: Expression
        repeat {
            if token.kind == .rightBrace { break }
            if key == nil, token.kind == .doubleStar {
                let unpackStart = token.start
                advance()
                last = try parseBitwise()
                if token.kind == .keywordFor {
                    throw SyntaxError(
                        "dict unpacking cannot be used in dict comprehension",
                        range: unpackStart..<unpackStart + 2)
                }
                items.append(.unpack(last))
            } else {
                let entryKey: Expression
                if let key { entryKey = key } else { entryKey = try parseExpression() }
                key = nil
                last = try parseDictionaryValue(for: entryKey)
                if token.kind == .keywordFor, items.isEmpty {
                    let comprehension = try parseComprehension(
                        .dictionary(key: entryKey, value: last))
                    try expectClosing(.rightBrace, after: nil)
                    return try make(.comprehension(comprehension), start..<previousEnd)
                }
                items.append(.pair(key: entryKey, value: last))
            }
            if token.kind != .comma, token.kind != .rightBrace { throw missingComma(after: last) }
        } while take(.comma)
        try expect(.rightBrace)
        return try make(.dictionary(items), start..<previousEnd)
    }

    private mutating func parseDictionaryValue(
        for key: Expression
    ) throws(SyntaxError) -> Expression {
        guard token.kind == .colon else {
            throw SyntaxError("':' expected after dictionary key", range: key.range)
        }
        let colon = token.range
        advance()
        if token.kind == .comma || token.kind == .rightBrace {
            throw SyntaxError(
                "expression expected after dictionary key and ':'", range: colon)
        }
        if token.kind == .star {
            throw SyntaxError(
                "cannot use a starred expression in a dictionary value", range: token.range)
        }
        return try parseExpression()
    }

    // MARK: Comprehensions

    mutating func parseComprehension(
        _ result: Comprehension.Result
    ) throws(SyntaxError) -> Comprehension {
        let scope = makeScope()
        var clauses: [Comprehension.Clause] = []
        while true {
            if token.kind == .keywordAsync { throw invalidSyntax() }
            guard take(.keywordFor) else { break }
            let target = try parseLoopTarget()
            try expect(.keywordIn)
            let iterable = try parseDisjunction()
            var conditions: [Expression] = []
            while take(.keywordIf) { conditions.append(try parseComprehensionCondition()) }
            clauses.append(.init(target: target, iterable: iterable, conditions: conditions))
        }
        return Comprehension(result: result, clauses: clauses, scope: scope)
    }

    private mutating func parseComprehensionCondition() throws(SyntaxError) -> Expression {
        try nested { (parser: inout Parser) throws(SyntaxError) in
            try parser.parseDisjunction()
        }
    }

    mutating func parseYield() throws(SyntaxError) -> Expression {
        let start = token.start
        try expect(.keywordYield)
        if take(.keywordFrom) {
            let value = try parseExpression()
            return try make(.yieldFrom(value), start..<value.range.upperBound)
        }
        guard startsItem(token.kind) else { return try make(.yield(nil), start..<previousEnd) }
        let value = try parseStarExpressions()
        return try make(.yield(value), start..<value.range.upperBound)
    }
}

extension Expression {
    /// Of a slice its last part, which a comma would have to follow.
    fileprivate var lastPart: Expression? {
        guard case .slice(let lower, let upper, let step) = kind else { return self }
        return step ?? upper ?? lower
    }
}
