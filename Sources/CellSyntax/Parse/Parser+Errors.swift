extension Parser {
    /// The error for a token that cannot stand where it does.
    func invalidSyntax() -> SyntaxError {
        let token = token
        switch token.kind {
        case .indent:
            return SyntaxError("unexpected indent", kind: .indentation, range: lineRange(token))
        case .endOfText:
            return SyntaxError("invalid syntax", range: token.range, isIncomplete: true)
        case .keywordAsync, .keywordAwait:
            return unsupported(
                "async", at: token.range, instead: "write an ordinary function and call it")
        case .imaginary:
            return unsupportedComplex(token)
        default:
            return SyntaxError("invalid syntax", range: token.range, hint: signHint(token))
        }
    }

    private func lineRange(_ token: Token) -> SourceRange {
        token
            .start..<max(source.range(ofLine: source.line(at: token.start)).upperBound, token.start)
    }

    /// Signs that other languages have.
    private func signHint(_ token: Token) -> String? {
        let previous: Token? = index > 0 ? tokens[index - 1] : nil
        switch (token.kind, previous?.kind) {
        case (.ampersand, .ampersand): return "write 'and' for &&"
        case (.bar, .bar): return "write 'or' for ||"
        case (.keywordIf, .keywordElse): return "write 'elif' for 'else if'"
        case (.newline, .plus) where isDoubled(.plus): return "write += 1 for ++"
        case (.newline, .minus) where isDoubled(.minus): return "write -= 1 for --"
        case (.unknown, _):
            let text = text(of: token)
            if text == "!" { return "write 'not' for !; a shell command starts its line with !" }
            if text == "?" { return "help is asked for on a line of its own: name?" }
            return nil
        case (.greater, .less): return "write != for <>"
        default: return nil
        }
    }

    private func isDoubled(_ kind: Token.Kind) -> Bool {
        index > 1 && tokens[index - 2].kind == kind
            && tokens[index - 2].end == tokens[index - 1].start
    }

    /// A construct of Python that cells do not have.
    func unsupported(
        _ construct: String, at range: SourceRange, instead: String
    ) -> SyntaxError {
        SyntaxError("\(construct) is not supported in cells", range: range, hint: instead)
    }

    func unsupportedComplex(_ token: Token) -> SyntaxError {
        unsupported(
            "a complex number", at: token.range,
            instead: "keep real and imaginary part as two floats")
    }

    /// For a place inside brackets where a comma or the closing bracket is due.
    mutating func missingComma(after left: Expression) -> SyntaxError {
        let failure = invalidSyntax()
        guard !isTrying, startsExpression(token.kind) else { return failure }
        if case .name = left.kind, token.kind == .string { return failure }
        let right: Expression? = attempt { (parser: inout Parser) throws(SyntaxError) in
            try parser.parseExpression()
        }
        guard let right else { return failure }
        return SyntaxError(
            "invalid syntax. Perhaps you forgot a comma?",
            range: left.range.lowerBound..<max(right.range.upperBound, left.range.upperBound))
    }

    func startsExpression(_ kind: Token.Kind) -> Bool {
        switch kind {
        case .name, .integer, .float, .string, .leftParenthesis, .leftBracket, .leftBrace,
            .ellipsis,
            .keywordNone, .keywordTrue, .keywordFalse, .keywordNot, .keywordLambda, .tilde:
            true
        default:
            false
        }
    }

    /// How CPython's messages call an expression.
    static func describe(_ expression: Expression) -> String {
        switch expression.kind {
        case .none: "None"
        case .boolean(let value): value ? "True" : "False"
        case .ellipsis: "ellipsis"
        case .integer, .float, .string, .bytes: "literal"
        case .formatted: "f-string expression"
        case .name: "name"
        case .attribute: "attribute"
        case .subscript: "subscript"
        case .slice: "slice"
        case .starred: "starred"
        case .tuple: "tuple"
        case .list: "list"
        case .set: "set display"
        case .dictionary: "dict literal"
        case .unary, .binary, .logical: "expression"
        case .compare: "comparison"
        case .conditional: "conditional expression"
        case .walrus: "named expression"
        case .lambda: "lambda"
        case .call: "function call"
        case .comprehension(let comprehension):
            switch comprehension.result {
            case .list: "list comprehension"
            case .set: "set comprehension"
            case .dictionary: "dict comprehension"
            case .generator: "generator expression"
            }
        case .yield, .yieldFrom: "yield expression"
        case .shell, .magic: "notebook command"
        }
    }
}
