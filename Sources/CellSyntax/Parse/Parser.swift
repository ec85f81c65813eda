import Foundation

/// Turns a source into a ``Module``: by recursive descent for statements and by precedence for
/// expressions, after the grammar of CPython 3.11. It stops at the first error.
public struct Parser {
    /// No expression's tree is higher than this, so whoever walks one may recurse.
    public static let maximumHeight = 1000
    /// How deep constructs may lie within one another, all kinds counted together.
    static let maximumDepth = 220

    /// Parses a whole source, or the part of it in `range`.
    ///
    /// - Throws: the first ``SyntaxError``, with its range in `source`.
    public static func parse(
        _ source: Source, range: SourceRange? = nil
    ) throws(SyntaxError) -> Module {
        let scan = Scanner.scan(source, range: range)
        var parser = Parser(source, scan)
        do throws(SyntaxError) {
            let module = try parser.parseModule(comments: scan.comments)
            if let scanError = scan.error { throw scanError }
            return module
        } catch {
            throw parser.choose(between: error, and: scan)
        }
    }

    let source: Source
    var tokens: ContiguousArray<Token>
    /// Index of the next token.
    var index = 0
    var identifierCount = 0
    /// The module's own scope is number 0.
    var scopeCount = 1
    var depth = 0
    /// Name of the class around, for names with two leading underscores.
    var className: String?
    /// While trying whether something parses, so that errors need no good words.
    var isTrying = false
    /// How many f-strings are around.
    var fieldDepth = 0

    private init(_ source: Source, _ scan: Scanner.Result) {
        self.source = source
        tokens = scan.tokens
    }

    private mutating func parseModule(comments: [SourceRange]) throws(SyntaxError) -> Module {
        var statements: [Statement] = []
        let directives = directives(among: comments)
        while token.kind != .endOfText { try parseStatement(into: &statements) }
        let last = tokens.last { $0.kind != .newline && $0.kind != .endOfText }
        return Module(
            source: source, statements: statements, directives: directives,
            endsWithSemicolon: last?.kind == .semicolon, identifierCount: identifierCount,
            scopeCount: scopeCount)
    }

    /// Where a bracket was left open, that is the cause, unless the error is on the bracket's own
    /// line and before the text's end.
    private func choose(between error: SyntaxError, and scan: Scanner.Result) -> SyntaxError {
        if let scanError = scan.error {
            // What is wrong with characters usually causes what is wrong with grammar; but not where
            // either of the two is about indentation.
            let isEarlier = error.range.lowerBound < scanError.range.lowerBound
            let isIndentation = error.kind == .indentation || scanError.kind != .syntax
            return isIndentation && isEarlier ? error : scanError
        }
        guard let open = scan.openBrackets.last else { return error }
        let isLater = source.line(at: error.range.upperBound) > source.line(at: open)
        let isAtEnd = token.kind == .endOfText || token.kind == .newline
        guard isLater || isAtEnd else { return error }
        return SyntaxError(
            "'\(source.text(in: open..<open + 1))' was never closed", range: open..<open + 1,
            isIncomplete: isAtEnd && error.range.lowerBound == token.start)
    }

    // MARK: Tokens

    var token: Token { tokens[index] }

    /// The token after the next one, or the last.
    var following: Token { tokens[min(index + 1, tokens.count - 1)] }

    /// Where the token before the next one ended.
    var previousEnd: Int { index > 0 ? tokens[index - 1].end : token.start }

    func text(of token: Token) -> String { source.text(in: token.range) }

    mutating func advance() {
        if index < tokens.count - 1 { index += 1 }
    }

    mutating func take(_ kind: Token.Kind) -> Bool {
        guard token.kind == kind else { return false }
        advance()
        return true
    }

    mutating func expect(_ kind: Token.Kind) throws(SyntaxError) {
        guard take(kind) else { throw invalidSyntax() }
    }

    func isName(_ text: String) -> Bool {
        token.kind == .name && source.utf8[token.range].elementsEqual(text.utf8)
    }

    // MARK: Names

    /// Names are compared in their NFKC form.
    func nameText(of token: Token) -> String {
        let text = text(of: token)
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        return mangled(isASCII ? text : text.precomposedStringWithCompatibilityMapping)
    }

    private func mangled(_ name: String) -> String {
        guard let className, name.hasPrefix("__"), !name.hasSuffix("__") else { return name }
        let stripped = className.drop { $0 == "_" }
        return stripped.isEmpty ? name : "_\(stripped)\(name)"
    }

    mutating func makeIdentifier(_ token: Token) -> Identifier {
        identifierCount += 1
        return Identifier(
            text: nameText(of: token), range: token.range, occurrence: identifierCount - 1)
    }

    mutating func expectIdentifier() throws(SyntaxError) -> Identifier {
        guard token.kind == .name else { throw invalidSyntax() }
        let identifier = makeIdentifier(token)
        advance()
        return identifier
    }

    mutating func makeScope() -> ScopeID {
        scopeCount += 1
        return scopeCount - 1
    }

    // MARK: Depth

    func make(_ kind: Expression.Kind, _ range: SourceRange) throws(SyntaxError) -> Expression {
        let expression = Expression(kind, range: range)
        guard expression.height <= Self.maximumHeight else {
            throw SyntaxError(
                "expression is too long a chain", range: range,
                hint: "split it into several statements, or put the parts into a list")
        }
        return expression
    }

    mutating func nested<Result>(
        _ parse: (inout Parser) throws(SyntaxError) -> Result
    ) throws(SyntaxError) -> Result {
        guard depth < Self.maximumDepth else {
            throw SyntaxError(
                "too many nested expressions or statements", range: token.range,
                hint: "name a part of it in a statement of its own")
        }
        depth += 1
        defer { depth -= 1 }
        return try parse(&self)
    }

    /// Parses as a trial: after an error everything is as before.
    mutating func attempt<Result>(
        _ parse: (inout Parser) throws(SyntaxError) -> Result?
    ) -> Result? {
        let saved = self
        isTrying = true
        let result: Result?
        do throws(SyntaxError) { result = try parse(&self) } catch { result = nil }
        if result == nil { self = saved }
        isTrying = saved.isTrying
        return result
    }
}
