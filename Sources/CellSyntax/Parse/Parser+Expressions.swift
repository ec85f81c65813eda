extension Parser {
    /// One expression or a tuple without parentheses, with stars: the right side of `=`, what
    /// `return` gives back, what `for` runs over.
    mutating func parseStarExpressions() throws(SyntaxError) -> Expression {
        let start = token.start
        let first = try parseStarExpression()
        guard token.kind == .comma else { return first }
        var items = [first]
        while take(.comma), startsItem(token.kind) { items.append(try parseStarExpression()) }
        return try make(.tuple(items, .load), start..<previousEnd)
    }

    func startsItem(_ kind: Token.Kind) -> Bool {
        startsExpression(kind) || kind == .star || kind == .minus || kind == .plus
            || kind == .keywordAwait || kind == .imaginary
    }

    private mutating func parseStarExpression() throws(SyntaxError) -> Expression {
        token.kind == .star ? try parseStarred() : try parseExpression()
    }

    mutating func parseStarred() throws(SyntaxError) -> Expression {
        let start = token.start
        try expect(.star)
        let value = try parseBitwise()
        return try make(.starred(value, .load), start..<value.range.upperBound)
    }

    /// An element of a display: an expression, a `*` one, or `name := value`.
    mutating func parseItem() throws(SyntaxError) -> Expression {
        token.kind == .star ? try parseStarred() : try parseNamedExpression()
    }

    /// `name := value` or an expression.
    mutating func parseNamedExpression() throws(SyntaxError) -> Expression {
        let start = token.start
        if token.kind == .name, following.kind == .walrus {
            let name = try expectIdentifier()
            advance()
            let value = try parseExpression()
            return try make(.walrus(name, value), start..<value.range.upperBound)
        }
        let value = try parseExpression()
        if token.kind == .walrus {
            throw SyntaxError(
                "cannot use assignment expressions with \(Self.describe(value))", range: value.range
            )
        }
        return value
    }

    /// For conditions, where `=` is a common slip for `==`.
    mutating func parseCondition() throws(SyntaxError) -> Expression {
        let condition = try parseNamedExpression()
        if token.kind == .assign { throw try assignmentInCondition(condition) }
        return condition
    }

    mutating func assignmentInCondition(_ left: Expression) throws(SyntaxError) -> SyntaxError {
        let range = left.range.lowerBound..<token.end
        switch left.kind {
        case .name:
            advance()
            let right = try? parseBitwise()
            return SyntaxError(
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                range: left.range.lowerBound..<(right?.range.upperBound ?? range.upperBound))
        case .none, .boolean:
            return SyntaxError("cannot assign to \(Self.describe(left))", range: left.range)
        case .list, .tuple, .comprehension, .lambda, .conditional, .walrus, .logical:
            return invalidSyntax()
        default:
            return SyntaxError(
                "cannot assign to \(Self.describe(left)) here. Maybe you meant '==' instead of '='?",
                range: left.range)
        }
    }

    /// `lambda`, conditional expression, or anything below.
    mutating func parseExpression() throws(SyntaxError) -> Expression {
        try nested { (parser: inout Parser) throws(SyntaxError) in
            if parser.token.kind == .keywordLambda { return try parser.parseLambda() }
            let value = try parser.parseDisjunction()
            guard parser.token.kind == .keywordIf else { return value }
            return try parser.parseConditional(then: value)
        }
    }

    private mutating func parseConditional(then value: Expression) throws(SyntaxError) -> Expression {
        advance()
        let condition = try parseDisjunction()
        guard take(.keywordElse) else {
            if token.kind == .colon || token.kind == .assign { throw invalidSyntax() }
            throw SyntaxError(
                "expected 'else' after 'if' expression",
                range: value.range.lowerBound..<condition.range.upperBound)
        }
        let otherwise = try parseExpression()
        return try make(
            .conditional(condition: condition, then: value, otherwise: otherwise),
            value.range.lowerBound..<otherwise.range.upperBound)
    }

    private mutating func parseLambda() throws(SyntaxError) -> Expression {
        let start = token.start
        advance()
        let scope = makeScope()
        let parameters = try parseParameters(until: .colon, allowsAnnotations: false)
        try expect(.colon)
        let body = try parseExpression()
        return try make(
            .lambda(Lambda(parameters: parameters, body: body, scope: scope)),
            start..<body.range.upperBound)
    }

    // MARK: Operators by precedence

    mutating func parseDisjunction() throws(SyntaxError) -> Expression {
        try parseLogical(.or, .keywordOr) { (parser: inout Parser) throws(SyntaxError) in
            try parser.parseLogical(.and, .keywordAnd) {
                (parser: inout Parser) throws(SyntaxError) in
                try parser.parseInversion()
            }
        }
    }

    private mutating func parseLogical(
        _ operation: BooleanOperator, _ kind: Token.Kind,
        operand: (inout Parser) throws(SyntaxError) -> Expression
    ) throws(SyntaxError) -> Expression {
        let first = try operand(&self)
        guard token.kind == kind else { return first }
        var operands = [first]
        while take(kind) { operands.append(try operand(&self)) }
        return try make(
            .logical(operation, operands),
            first.range.lowerBound..<operands[operands.count - 1].range.upperBound)
    }

    private mutating func parseInversion() throws(SyntaxError) -> Expression {
        guard token.kind == .keywordNot else { return try parseComparison() }
        let start = token.start
        advance()
        let operand = try nested { (parser: inout Parser) throws(SyntaxError) in
            try parser.parseInversion()
        }
        return try make(.unary(.not, operand), start..<operand.range.upperBound)
    }

    private mutating func parseComparison() throws(SyntaxError) -> Expression {
        let first = try parseBitwise()
        var rest: [Comparison] = []
        while let comparator = takeComparator() {
            rest.append(Comparison(comparator: comparator, operand: try parseBitwise()))
        }
        guard let last = rest.last else { return first }
        return try make(
            .compare(first, rest), first.range.lowerBound..<last.operand.range.upperBound)
    }

    private mutating func takeComparator() -> ComparisonOperator? {
        let comparator: ComparisonOperator
        switch token.kind {
        case .equalEqual: comparator = .equal
        case .notEqual: comparator = .notEqual
        case .less: comparator = .less
        case .lessEqual: comparator = .lessOrEqual
        case .greater: comparator = .greater
        case .greaterEqual: comparator = .greaterOrEqual
        case .keywordIn: comparator = .in
        case .keywordIs:
            advance()
            return take(.keywordNot) ? .isNot : .is
        case .keywordNot where following.kind == .keywordIn:
            advance()
            comparator = .notIn
        default: return nil
        }
        advance()
        return comparator
    }

    /// Operators that associate to the left, with how tightly they bind.
    private static func binaryOperator(_ kind: Token.Kind) -> (BinaryOperator, strength: Int)? {
        switch kind {
        case .bar: (.bitOr, 1)
        case .caret: (.bitXor, 2)
        case .ampersand: (.bitAnd, 3)
        case .shiftLeft: (.leftShift, 4)
        case .shiftRight: (.rightShift, 4)
        case .plus: (.add, 5)
        case .minus: (.subtract, 5)
        case .star: (.multiply, 6)
        case .slash: (.divide, 6)
        case .doubleSlash: (.floorDivide, 6)
        case .percent: (.modulo, 6)
        case .at: (.matrixMultiply, 6)
        default: nil
        }
    }

    /// Everything that binds tighter than a comparison.
    mutating func parseBitwise(atLeast minimum: Int = 1) throws(SyntaxError) -> Expression {
        var left = try parseFactor()
        while let (operation, strength) = Self.binaryOperator(token.kind), strength >= minimum {
            advance()
            let right = try parseBitwise(atLeast: strength + 1)
            left = try make(
                .binary(left, operation, right), left.range.lowerBound..<right.range.upperBound)
        }
        return left
    }

    private mutating func parseFactor() throws(SyntaxError) -> Expression {
        let operation: UnaryOperator
        switch token.kind {
        case .minus: operation = .negate
        case .plus: operation = .plus
        case .tilde: operation = .invert
        default: return try parsePower()
        }
        let start = token.start
        advance()
        let operand = try nested { (parser: inout Parser) throws(SyntaxError) in
            try parser.parseFactor()
        }
        return try make(.unary(operation, operand), start..<operand.range.upperBound)
    }

    private mutating func parsePower() throws(SyntaxError) -> Expression {
        let base = try parsePrimary()
        guard take(.doubleStar) else { return base }
        let exponent = try nested { (parser: inout Parser) throws(SyntaxError) in
            try parser.parseFactor()
        }
        return try make(
            .binary(base, .power, exponent), base.range.lowerBound..<exponent.range.upperBound)
    }
}
