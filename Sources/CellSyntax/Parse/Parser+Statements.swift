extension Parser {
    mutating func parseStatement(into statements: inout [Statement]) throws(SyntaxError) {
        let start = token.start
        switch token.kind {
        case .keywordIf, .keywordWhile, .keywordFor, .keywordTry, .keywordWith, .keywordDef,
            .keywordClass, .at:
            statements.append(
                try nested { (parser: inout Parser) throws(SyntaxError) in
                    try parser.parseCompound()
                })
        case .keywordAsync:
            throw unsupported(
                "async", at: token.range, instead: "write an ordinary 'def', 'for' or 'with'")
        case .shellLine, .magicLine, .cellMagic, .helpLine:
            let kind = try parseNotebookLine()
            statements.append(Statement(kind, range: start..<previousEnd))
            _ = take(.newline)
        case .name where startsMatch:
            statements.append(
                try nested { (parser: inout Parser) throws(SyntaxError) in try parser.parseMatch() })
        default:
            try parseSimpleLine(into: &statements)
        }
    }

    private mutating func parseCompound() throws(SyntaxError) -> Statement {
        switch token.kind {
        case .keywordIf: try parseIf()
        case .keywordWhile: try parseWhile()
        case .keywordFor: try parseFor()
        case .keywordTry: try parseTry()
        case .keywordWith: try parseWith()
        default: try parseDefinition()
        }
    }

    /// Simple statements with `;` between them, up to the line's end.
    private mutating func parseSimpleLine(into statements: inout [Statement]) throws(SyntaxError) {
        if token.kind == .name { try rejectSoftKeyword() }
        repeat {
            if token.kind == .newline { break }
            let start = token.start
            let kind = try parseSimpleStatement()
            statements.append(Statement(kind, range: start..<previousEnd))
        } while take(.semicolon)
        guard take(.newline) else { throw try statementEndError(after: statements.last) }
    }

    private mutating func statementEndError(after statement: Statement?) throws(SyntaxError)
        -> SyntaxError
    {
        guard case .expression(let value)? = statement?.kind, case .name(let name, _) = value.kind,
            name.text == "print" || name.text == "exec", value.range.upperBound == previousEnd,
            startsItem(token.kind), !isTrying
        else { return invalidSyntax() }
        let line = source.range(ofLine: source.line(at: token.start))
        let failure = invalidSyntax()
        let argument: Expression? = attempt { (parser: inout Parser) throws(SyntaxError) in
            try parser.parseStarExpressions()
        }
        guard argument != nil else { return failure }
        return SyntaxError(
            "Missing parentheses in call to '\(name.text)'. Did you mean \(name.text)(...)?",
            range: name.range.lowerBound..<min(previousEnd, line.upperBound))
    }

    private mutating func parseSimpleStatement() throws(SyntaxError) -> Statement.Kind {
        switch token.kind {
        case .keywordPass: return keyword(.pass)
        case .keywordBreak: return keyword(.break)
        case .keywordContinue: return keyword(.continue)
        case .keywordReturn:
            advance()
            return .return(startsStatementValue ? try parseStarExpressions() : nil)
        case .keywordRaise: return try parseRaise()
        case .keywordAssert: return try parseAssert()
        case .keywordDel: return try parseDelete()
        case .keywordGlobal: return .global(try parseNames())
        case .keywordNonlocal: return .nonlocal(try parseNames())
        case .keywordImport: return try parseImport()
        case .keywordFrom: return try parseImportFrom()
        default: return try parseExpressionStatement()
        }
    }

    private mutating func keyword(_ kind: Statement.Kind) -> Statement.Kind {
        advance()
        return kind
    }

    private var startsStatementValue: Bool {
        token.kind != .newline && token.kind != .semicolon && token.kind != .endOfText
    }

    private mutating func parseRaise() throws(SyntaxError) -> Statement.Kind {
        advance()
        guard startsStatementValue else { return .raise(nil, cause: nil) }
        let exception = try parseExpression()
        let cause = take(.keywordFrom) ? try parseExpression() : nil
        return .raise(exception, cause: cause)
    }

    private mutating func parseAssert() throws(SyntaxError) -> Statement.Kind {
        advance()
        let condition = try parseExpression()
        let message = take(.comma) ? try parseExpression() : nil
        return .assert(condition, message: message)
    }

    private mutating func parseDelete() throws(SyntaxError) -> Statement.Kind {
        advance()
        var targets: [Expression] = []
        repeat {
            if !targets.isEmpty, !startsStatementValue { break }
            if token.kind == .star {
                let starred = try parseStarred()
                throw SyntaxError("cannot delete starred", range: starred.range)
            }
            targets.append(try makeTarget(try parseExpression(), .delete))
        } while take(.comma)
        return .delete(targets)
    }

    private mutating func parseNames() throws(SyntaxError) -> [Identifier] {
        advance()
        var names = [try expectIdentifier()]
        while take(.comma) { names.append(try expectIdentifier()) }
        return names
    }

    // MARK: Assignments

    private mutating func parseExpressionStatement() throws(SyntaxError) -> Statement.Kind {
        let startsWithParenthesis = token.kind == .leftParenthesis
        let first = try parseValue()
        switch token.kind {
        case .assign:
            return try parseAssignment(first)
        case .colon where !(first.isYield):
            return try parseAnnotated(first, isParenthesized: startsWithParenthesis)
        case .walrus:
            if case .name = first.kind { throw invalidSyntax() }
            throw SyntaxError(
                "cannot use assignment expressions with \(Self.describe(first))", range: first.range
            )
        default:
            guard let operation = Self.augmentedOperator(token.kind) else {
                return .expression(first)
            }
            return try parseAugmented(first, operation)
        }
    }

    /// What may stand on the right of `=`.
    private mutating func parseValue() throws(SyntaxError) -> Expression {
        token.kind == .keywordYield ? try parseYield() : try parseStarExpressions()
    }

    private mutating func parseAssignment(_ first: Expression) throws(SyntaxError) -> Statement.Kind {
        var targets: [Expression] = []
        var value = first
        while token.kind == .assign {
            targets.append(try makeAssignmentTarget(value, isFirst: targets.isEmpty))
            advance()
            if token.kind == .shellLine || token.kind == .magicLine {
                value = try parseAssignedLine()
                break
            }
            value = try parseValue()
        }
        return .assign(targets: targets, value: value)
    }

    private mutating func parseAnnotated(
        _ target: Expression, isParenthesized: Bool
    ) throws(SyntaxError) -> Statement.Kind {
        switch target.kind {
        case .name, .attribute, .subscript:
            break
        case .list, .tuple:
            throw SyntaxError(
                "only single target (not \(Self.describe(target))) can be annotated",
                range: target.range)
        default:
            if [.newline, .endOfText].contains(following.kind) {
                advance()
                throw invalidSyntax()
            }
            throw SyntaxError("illegal target for annotation", range: target.range)
        }
        let left = try makeTarget(target, .store)
        advance()
        guard startsStatementValue else { throw invalidSyntax() }
        let annotation = try parseExpression()
        let value = take(.assign) ? try parseValue() : nil
        return .annotatedAssign(target: left, annotation: annotation, value: value)
    }

    private mutating func parseAugmented(
        _ target: Expression, _ operation: BinaryOperator
    ) throws(SyntaxError) -> Statement.Kind {
        switch target.kind {
        case .name, .attribute, .subscript:
            break
        default:
            throw SyntaxError(
                "'\(Self.describe(target))' is an illegal expression for augmented assignment",
                range: target.range)
        }
        let left = try makeTarget(target, .store)
        advance()
        return .augmentedAssign(target: left, operation, value: try parseValue())
    }

    private static func augmentedOperator(_ kind: Token.Kind) -> BinaryOperator? {
        switch kind {
        case .plusAssign: .add
        case .minusAssign: .subtract
        case .starAssign: .multiply
        case .doubleStarAssign: .power
        case .slashAssign: .divide
        case .doubleSlashAssign: .floorDivide
        case .percentAssign: .modulo
        case .atAssign: .matrixMultiply
        case .shiftLeftAssign: .leftShift
        case .shiftRightAssign: .rightShift
        case .ampersandAssign: .bitAnd
        case .barAssign: .bitOr
        case .caretAssign: .bitXor
        default: nil
        }
    }

    // MARK: Constructs left out

    /// `type` is a statement only by what follows it.
    private func rejectSoftKeyword() throws(SyntaxError) {
        if isName("type"), following.kind == .name {
            throw unsupported(
                "a type statement", at: token.range, instead: "leave it out: types are not checked"
            )
        }
    }
}

extension Expression {
    fileprivate var isYield: Bool {
        switch kind {
        case .yield, .yieldFrom: true
        default: false
        }
    }
}
