extension Parser {
    /// Turns an expression just parsed into a target of an assignment or a `del`.
    func makeTarget(
        _ expression: Expression, _ context: ExpressionContext
    ) throws(SyntaxError) -> Expression {
        let range = expression.range
        switch expression.kind {
        case .name(let name, _):
            return Expression(.name(name, context), range: range)
        case .attribute(let value, let name, let nameRange, _):
            return Expression(
                .attribute(value, name: name, nameRange: nameRange, context), range: range)
        case .subscript(let value, let index, _):
            return Expression(.subscript(value, index: index, context), range: range)
        case .starred(let value, _) where context == .store:
            return Expression(.starred(try makeTarget(value, context), context), range: range)
        case .tuple(let items, _):
            return Expression(.tuple(try makeTargets(items, context), context), range: range)
        case .list(let items, _):
            return Expression(.list(try makeTargets(items, context), context), range: range)
        default:
            let verb = context == .store ? "assign to" : "delete"
            throw SyntaxError("cannot \(verb) \(Self.describe(expression))", range: range)
        }
    }

    private func makeTargets(
        _ items: [Expression], _ context: ExpressionContext
    ) throws(SyntaxError) -> [Expression] {
        var targets: [Expression] = []
        for item in items { targets.append(try makeTarget(item, context)) }
        return targets
    }

    /// The left side of `=`: like ``makeTarget(_:_:)``, with the guess that a comparison was meant.
    func makeAssignmentTarget(
        _ expression: Expression, isFirst: Bool
    ) throws(SyntaxError) -> Expression {
        do throws(SyntaxError) {
            return try makeTarget(expression, .store)
        } catch {
            if isFirst, Self.mayBeMeantAsComparison(expression), !isFollowedByAssignment() {
                throw SyntaxError(
                    "cannot assign to \(Self.describe(expression)) here. "
                        + "Maybe you meant '==' instead of '='?", range: expression.range)
            }
            if case .yield = expression.kind { throw yieldError(expression) }
            if case .yieldFrom = expression.kind { throw yieldError(expression) }
            throw error
        }
    }

    private func yieldError(_ expression: Expression) -> SyntaxError {
        SyntaxError("assignment to yield expression not possible", range: expression.range)
    }

    /// Whether another `=` comes on this line, so that it can be no comparison.
    private func isFollowedByAssignment() -> Bool {
        var brackets = 0
        for token in tokens[min(index + 1, tokens.count - 1)...] {
            switch token.kind {
            case .leftParenthesis, .leftBracket, .leftBrace: brackets += 1
            case .rightParenthesis, .rightBracket, .rightBrace: brackets -= 1
            case .assign where brackets == 0: return true
            case .newline, .endOfText, .semicolon: return false
            default: break
            }
        }
        return false
    }

    private static func mayBeMeantAsComparison(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .none, .boolean, .list, .tuple, .starred, .lambda, .conditional, .logical, .compare,
            .unary(.not, _), .yield, .yieldFrom:
            return false
        case .comprehension(let comprehension):
            guard case .generator = comprehension.result else { return true }
            return false
        default:
            return true
        }
    }

    /// The targets of `for` in a statement or comprehension, up to `in`.
    mutating func parseLoopTarget() throws(SyntaxError) -> Expression {
        let start = token.start
        var items: [Expression] = []
        var hasComma = false
        repeat {
            if token.kind == .keywordIn { break }
            items.append(try makeTarget(try parseStarOrBitwise(), .store))
            hasComma = token.kind == .comma
        } while take(.comma)
        guard let first = items.first else { throw invalidSyntax() }
        if items.count == 1, !hasComma { return first }
        return try make(.tuple(items, .store), start..<previousEnd)
    }

    private mutating func parseStarOrBitwise() throws(SyntaxError) -> Expression {
        let start = token.start
        guard take(.star) else { return try parseBitwise() }
        let value = try parseBitwise()
        return try make(.starred(value, .load), start..<value.range.upperBound)
    }
}
