extension Parser {
    /// The arguments of a call up to and with `)`.
    mutating func parseArguments(callStart: Int) throws(SyntaxError) -> [Argument] {
        var arguments: [Argument] = []
        var last: Expression?
        while token.kind != .rightParenthesis {
            let start = token.start
            let argument = try parseArgument(isFirst: arguments.isEmpty)
            if token.kind != .comma, token.kind != .rightParenthesis {
                throw missingComma(after: argument.value)
            }
            try checkOrder(of: argument, after: arguments, start: start)
            arguments.append(argument)
            last = argument.value
            guard take(.comma) else { break }
        }
        try expectClosing(.rightParenthesis, after: last)
        return arguments
    }

    private mutating func parseArgument(isFirst: Bool) throws(SyntaxError) -> Argument {
        if take(.star) { return .star(try parseExpression()) }
        if take(.doubleStar) { return .doubleStar(try parseExpression()) }
        if token.kind == .name, following.kind == .assign { return try parseKeywordArgument() }
        let start = token.start
        let value = try parseNamedExpression()
        switch token.kind {
        case .keywordFor:
            let comprehension = try parseComprehension(.generator(value))
            // The parentheses of the call serve the only argument as its own.
            let isOnly = isFirst && token.kind == .rightParenthesis
            if !isOnly, token.kind == .rightParenthesis || token.kind == .comma {
                throw unparenthesizedGenerator(start..<previousEnd)
            }
            let range = isOnly ? start - 1..<token.end : start..<previousEnd
            return .positional(try make(.comprehension(comprehension), range))
        case .assign:
            if case .boolean = value.kind { throw constantKeyword(value) }
            if case .none = value.kind { throw constantKeyword(value) }
            throw SyntaxError(
                #"expression cannot contain assignment, perhaps you meant "=="?"#,
                range: value.range.lowerBound..<token.end)
        default:
            return .positional(value)
        }
    }

    private func constantKeyword(_ value: Expression) -> SyntaxError {
        SyntaxError(
            "cannot assign to \(Self.describe(value))", range: value.range.lowerBound..<token.end)
    }

    private func unparenthesizedGenerator(_ range: SourceRange) -> SyntaxError {
        SyntaxError("Generator expression must be parenthesized", range: range)
    }

    private mutating func parseKeywordArgument() throws(SyntaxError) -> Argument {
        let name = token
        advance()
        advance()
        if token.kind == .comma || token.kind == .rightParenthesis {
            throw SyntaxError(
                "expected argument value expression", range: name.start..<previousEnd)
        }
        let value = try parseExpression()
        if token.kind == .keywordFor, !isTrying {
            throw SyntaxError(
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                range: name.start..<previousEnd)
        }
        return .keyword(name: nameText(of: name), nameRange: name.range, value: value)
    }

    private func checkOrder(
        of argument: Argument, after earlier: [Argument], start: Int
    ) throws(SyntaxError) {
        var hasKeyword = false
        var hasUnpacking = false
        for argument in earlier {
            if case .keyword = argument { hasKeyword = true }
            if case .doubleStar = argument { hasUnpacking = true }
        }
        let range = start..<previousEnd
        switch argument {
        case .positional where hasUnpacking:
            throw SyntaxError(
                "positional argument follows keyword argument unpacking", range: range)
        case .positional where hasKeyword:
            throw SyntaxError("positional argument follows keyword argument", range: range)
        case .star where hasUnpacking:
            throw SyntaxError(
                "iterable argument unpacking follows keyword argument unpacking", range: range)
        default:
            break
        }
    }

    // MARK: Indices

    /// What stands between `[` and `]`.
    mutating func parseIndex() throws(SyntaxError) -> Expression {
        let start = token.start
        let first = try parseIndexItem()
        if token.kind != .comma {
            guard case .starred = first.kind else { return first }
            return try make(.tuple([first], .load), first.range)
        }
        var items = [first]
        while take(.comma), token.kind != .rightBracket { items.append(try parseIndexItem()) }
        return try make(.tuple(items, .load), start..<previousEnd)
    }

    private mutating func parseIndexItem() throws(SyntaxError) -> Expression {
        let start = token.start
        if token.kind == .star { return try parseStarred() }
        var lower: Expression?
        if token.kind != .colon {
            let value = try parseNamedExpression()
            guard token.kind == .colon else { return value }
            lower = value
        }
        try expect(.colon)
        let upper = try parseSlicePart()
        var step: Expression?
        if take(.colon) { step = try parseSlicePart() }
        return try make(.slice(lower: lower, upper: upper, step: step), start..<previousEnd)
    }

    private mutating func parseSlicePart() throws(SyntaxError) -> Expression? {
        switch token.kind {
        case .colon, .comma, .rightBracket: nil
        default: try parseExpression()
        }
    }
}
