extension Parser {
    /// `:` and the body after it, indented or on the same line. `opener` is what CPython's message
    /// names, such as `'if' statement`.
    mutating func parseBlock(after opener: String, at start: Int) throws(SyntaxError) -> [Statement] {
        guard take(.colon) else { throw missingColon() }
        var statements: [Statement] = []
        guard take(.newline) else {
            try parseSameLineBody(into: &statements)
            return statements
        }
        guard take(.indent) else {
            throw SyntaxError(
                "expected an indented block after \(opener) on line \(source.line(at: start))",
                kind: .indentation, range: missingBlockRange(),
                isIncomplete: token.kind == .endOfText
                    || token.kind == .dedent && onlyClosesBlocks())
        }
        while token.kind != .dedent, token.kind != .endOfText {
            try parseStatement(into: &statements)
        }
        _ = take(.dedent)
        return statements
    }

    private mutating func parseSameLineBody(
        into statements: inout [Statement]
    ) throws(SyntaxError) {
        switch token.kind {
        case .keywordIf, .keywordWhile, .keywordFor, .keywordTry, .keywordWith, .keywordDef,
            .keywordClass, .at:
            throw invalidSyntax()
        default:
            try parseStatement(into: &statements)
        }
    }

    private func missingColon() -> SyntaxError {
        let failure = invalidSyntax()
        switch (token.kind, tokens[max(index - 1, 0)].kind) {
        case (.newline, _), (.endOfText, _), (_, .keywordElse), (_, .keywordTry),
            (_, .keywordFinally):
            return SyntaxError("expected ':'", range: token.range, hint: failure.hint)
        default:
            return failure
        }
    }

    private func onlyClosesBlocks() -> Bool {
        tokens[index...].allSatisfy { $0.kind == .dedent || $0.kind == .endOfText }
    }

    /// The first word of the line where the block should have begun.
    private func missingBlockRange() -> SourceRange {
        tokens[index...].first { $0.kind != .dedent }?.range ?? token.range
    }

    // MARK: Compound statements

    mutating func parseIf() throws(SyntaxError) -> Statement {
        let start = token.start
        var branches: [ConditionalBody] = []
        var opener = "'if' statement"
        var otherwise: [Statement] = []
        repeat {
            let branchStart = token.start
            advance()
            let condition = try parseCondition()
            let body = try parseBlock(after: opener, at: branchStart)
            branches.append(ConditionalBody(condition: condition, body: body))
            opener = "'elif' statement"
        } while token.kind == .keywordElif
        otherwise = try parseElse()
        return Statement(.if(branches, otherwise: otherwise), range: start..<endOfBlock)
    }

    /// The end of the last token that shows.
    var endOfBlock: Int {
        var last = index - 1
        while last > 0, [.newline, .dedent].contains(tokens[last].kind) { last -= 1 }
        return tokens[last].end
    }

    private mutating func parseElse() throws(SyntaxError) -> [Statement] {
        let start = token.start
        guard take(.keywordElse) else { return [] }
        return try parseBlock(after: "'else' statement", at: start)
    }

    mutating func parseWhile() throws(SyntaxError) -> Statement {
        let start = token.start
        advance()
        let condition = try parseCondition()
        let body = try parseBlock(after: "'while' statement", at: start)
        let otherwise = try parseElse()
        return Statement(
            .while(condition: condition, body: body, otherwise: otherwise),
            range: start..<endOfBlock)
    }

    mutating func parseFor() throws(SyntaxError) -> Statement {
        let start = token.start
        advance()
        let target = try parseLoopTarget()
        try expect(.keywordIn)
        let iterable = try parseStarExpressions()
        let body = try parseBlock(after: "'for' statement", at: start)
        let otherwise = try parseElse()
        return Statement(
            .for(target: target, iterable: iterable, body: body, otherwise: otherwise),
            range: start..<endOfBlock)
    }

    mutating func parseTry() throws(SyntaxError) -> Statement {
        let start = token.start
        advance()
        let body = try parseBlock(after: "'try' statement", at: start)
        var handlers: [TryStatement.Handler] = []
        while token.kind == .keywordExcept {
            if let last = handlers.last, last.type == nil {
                throw SyntaxError(
                    "default 'except:' must be last",
                    range: last.range.lowerBound..<last.range.lowerBound + 6)
            }
            handlers.append(try parseHandler())
        }
        let otherwise = handlers.isEmpty ? [] : try parseElse()
        var finally: [Statement] = []
        let finallyStart = token.start
        if take(.keywordFinally) {
            finally = try parseBlock(after: "'finally' statement", at: finallyStart)
        } else if handlers.isEmpty {
            if token.kind == .indent { throw invalidSyntax() }
            throw SyntaxError(
                "expected 'except' or 'finally' block", range: missingBlockRange(),
                isIncomplete: onlyClosesBlocks())
        }
        return Statement(
            .try(
                TryStatement(
                    body: body, handlers: handlers, otherwise: otherwise, finally: finally)),
            range: start..<endOfBlock)
    }

    private mutating func parseHandler() throws(SyntaxError) -> TryStatement.Handler {
        let start = token.start
        advance()
        if token.kind == .star {
            throw unsupported(
                "except*", at: start..<token.end, instead: "catch the exception with 'except'")
        }
        var type: Expression?
        var name: Identifier?
        if token.kind != .colon, token.kind != .newline {
            let value = try parseExpression()
            type = value
            if token.kind == .comma { throw unparenthesizedTypes(value) }
            if take(.keywordAs) { name = try expectIdentifier() }
        }
        let body = try parseBlock(after: "'except' statement", at: start)
        return .init(type: type, name: name, body: body, range: start..<endOfBlock)
    }

    private mutating func unparenthesizedTypes(_ first: Expression) -> SyntaxError {
        let failure = invalidSyntax()
        var end = first.range.upperBound
        while take(.comma) {
            guard let next = try? parseExpression() else { return failure }
            end = next.range.upperBound
        }
        guard token.kind == .colon || token.kind == .keywordAs else { return failure }
        return SyntaxError(
            "multiple exception types must be parenthesized", range: first.range.lowerBound..<end)
    }

    // MARK: with

    mutating func parseWith() throws(SyntaxError) -> Statement {
        let start = token.start
        advance()
        let items = try parseWithItems()
        let body = try parseBlock(after: "'with' statement", at: start)
        return Statement(.with(items, body: body), range: start..<endOfBlock)
    }

    /// `(a as b, c as d)`, if a colon follows; otherwise the parentheses belong to an expression.
    private mutating func parseParenthesizedItems() throws(SyntaxError) -> [WithItem]? {
        advance()
        var items: [WithItem] = []
        repeat {
            if token.kind == .rightParenthesis { break }
            items.append(try parseWithItem())
        } while take(.comma)
        guard !items.isEmpty, take(.rightParenthesis) else { return nil }
        let hasTargets = items.contains { $0.target != nil }
        guard token.kind == .colon || token.kind == .newline && hasTargets else { return nil }
        return items
    }

    private mutating func parseWithItems() throws(SyntaxError) -> [WithItem] {
        guard token.kind == .leftParenthesis else { return try parsePlainItems() }
        let before = self
        var firstError: SyntaxError?
        do throws(SyntaxError) {
            if let items = try parseParenthesizedItems() { return items }
        } catch {
            firstError = error
        }
        self = before
        do throws(SyntaxError) {
            return try parsePlainItems()
        } catch {
            // Of the two readings the one that got further is the one that was meant.
            guard let firstError, firstError.range.lowerBound > error.range.lowerBound else {
                throw error
            }
            throw firstError
        }
    }

    private mutating func parsePlainItems() throws(SyntaxError) -> [WithItem] {
        var items: [WithItem] = []
        repeat { items.append(try parseWithItem()) } while take(.comma)
        return items
    }

    private mutating func parseWithItem() throws(SyntaxError) -> WithItem {
        let context = try parseExpression()
        guard take(.keywordAs) else { return WithItem(context: context, target: nil) }
        let target = try parsePrimary()
        return WithItem(context: context, target: try makeTarget(target, .store))
    }

    // MARK: Definitions

    mutating func parseDefinition() throws(SyntaxError) -> Statement {
        let start = token.start
        var decorators: [Expression] = []
        while take(.at) {
            decorators.append(try parseNamedExpression())
            try expect(.newline)
        }
        switch token.kind {
        case .keywordDef: return try parseFunction(decorators, start: start)
        case .keywordClass: return try parseClass(decorators, start: start)
        default: throw invalidSyntax()
        }
    }

    private mutating func parseFunction(
        _ decorators: [Expression], start: Int
    ) throws(SyntaxError) -> Statement {
        let defStart = token.start
        advance()
        let name = try expectIdentifier()
        try rejectTypeParameters()
        let scope = makeScope()
        guard take(.leftParenthesis) else {
            throw SyntaxError("expected '('", range: token.range)
        }
        let parameters = try parseParameters(until: .rightParenthesis, allowsAnnotations: true)
        try expect(.rightParenthesis)
        let returns = take(.arrow) ? try parseExpression() : nil
        if token.kind != .colon { throw SyntaxError("expected ':'", range: token.range) }
        let body = try parseBlock(after: "function definition", at: defStart)
        let function = FunctionDefinition(
            name: name, decorators: decorators, parameters: parameters, returns: returns,
            body: body,
            scope: scope)
        return Statement(.function(function), range: start..<endOfBlock)
    }

    private mutating func parseClass(
        _ decorators: [Expression], start: Int
    ) throws(SyntaxError) -> Statement {
        let classStart = token.start
        advance()
        let name = try expectIdentifier()
        try rejectTypeParameters()
        let scope = makeScope()
        var arguments: [Argument] = []
        if token.kind == .leftParenthesis {
            let argumentsStart = token.start
            advance()
            arguments = try parseArguments(callStart: argumentsStart)
            for case .positional(let base) in arguments
            where base.range.lowerBound == argumentsStart {
                // A generator expression that borrows the parentheses, as it may in a call.
                throw SyntaxError("invalid syntax", range: base.range)
            }
        }
        let outer = className
        className = source.text(in: name.range)
        let body = try parseBlock(after: "class definition", at: classStart)
        className = outer
        let definition = ClassDefinition(
            name: name, decorators: decorators, arguments: arguments, body: body, scope: scope)
        return Statement(.class(definition), range: start..<endOfBlock)
    }

    private func rejectTypeParameters() throws(SyntaxError) {
        guard token.kind == .leftBracket else { return }
        throw unsupported(
            "a type parameter list", at: token.range, instead: "leave it out: types are not checked"
        )
    }
}
