extension Parser {
    /// The parameters of a function or lambda up to its closing token, which is left.
    mutating func parseParameters(
        until closing: Token.Kind, allowsAnnotations: Bool
    ) throws(SyntaxError) -> Parameters {
        var list = ParameterList(parameters: Parameters())
        while token.kind != closing {
            try parseParameter(into: &list, closing, allowsAnnotations)
            guard take(.comma) else { break }
        }
        if list.sawStar, list.parameters.variadic == nil, list.parameters.keywordOnly.isEmpty {
            throw SyntaxError("named arguments must follow bare *", range: list.starRange)
        }
        return list.parameters
    }

    private struct ParameterList {
        var parameters: Parameters
        var sawSlash = false
        var sawStar = false
        var starRange: SourceRange = 0..<0
    }

    private mutating func parseParameter(
        into list: inout ParameterList, _ closing: Token.Kind, _ allowsAnnotations: Bool
    ) throws(SyntaxError) {
        if list.parameters.keywords != nil {
            throw SyntaxError("arguments cannot follow var-keyword argument", range: token.range)
        }
        switch token.kind {
        case .slash:
            try parseSlash(into: &list)
        case .star:
            if list.sawStar {
                throw SyntaxError("* argument may appear only once", range: token.range)
            }
            list.sawStar = true
            list.starRange = token.range
            advance()
            if token.kind == .comma || token.kind == closing { return }
            list.parameters.variadic = try parseVariable(
                "var-positional", allowsAnnotations, allowsStar: true)
        case .doubleStar:
            advance()
            list.parameters.keywords = try parseVariable(
                "var-keyword", allowsAnnotations, allowsStar: false)
        case .leftParenthesis:
            throw SyntaxError(
                closing == .colon
                    ? "Lambda expression parameters cannot be parenthesized"
                    : "Function parameters cannot be parenthesized", range: token.range)
        default:
            try parsePlain(into: &list, closing, allowsAnnotations)
        }
    }

    private mutating func parseSlash(into list: inout ParameterList) throws(SyntaxError) {
        if list.sawSlash { throw SyntaxError("/ may appear only once", range: token.range) }
        if list.sawStar { throw SyntaxError("/ must be ahead of *", range: token.range) }
        if list.parameters.positional.isEmpty {
            throw SyntaxError("at least one argument must precede /", range: token.range)
        }
        list.sawSlash = true
        list.parameters.positionalOnly = list.parameters.positional
        list.parameters.positional = []
        advance()
        if token.kind == .star {
            throw SyntaxError("expected comma between / and *", range: token.range)
        }
    }

    private mutating func parsePlain(
        into list: inout ParameterList, _ closing: Token.Kind, _ allowsAnnotations: Bool
    ) throws(SyntaxError) {
        let name = try expectIdentifier()
        let annotation = try parseAnnotation(allowsAnnotations, allowsStar: false)
        var value: Expression?
        if take(.assign) {
            if token.kind == .comma || token.kind == closing {
                throw SyntaxError(
                    "expected default value expression",
                    range: tokens[index - 1].start..<tokens[index - 1].end)
            }
            value = try parseExpression()
        }
        let parameter = Parameter(name: name, annotation: annotation, default: value)
        if list.sawStar {
            list.parameters.keywordOnly.append(parameter)
            return
        }
        let earlier = list.parameters.positional.last ?? list.parameters.positionalOnly.last
        if value == nil, earlier?.default != nil {
            throw SyntaxError("non-default argument follows default argument", range: name.range)
        }
        list.parameters.positional.append(parameter)
    }

    private mutating func parseVariable(
        _ kind: String, _ allowsAnnotations: Bool, allowsStar: Bool
    ) throws(SyntaxError) -> Parameter {
        let name = try expectIdentifier()
        let annotation = try parseAnnotation(allowsAnnotations, allowsStar: allowsStar)
        if token.kind == .assign {
            throw SyntaxError("\(kind) argument cannot have default value", range: token.range)
        }
        return Parameter(name: name, annotation: annotation, default: nil)
    }

    /// `*args` may have a `*annotation`.
    private mutating func parseAnnotation(
        _ isAllowed: Bool, allowsStar: Bool
    ) throws(SyntaxError) -> Expression? {
        guard isAllowed, take(.colon) else { return nil }
        if allowsStar, take(.star) { return try parseBitwise() }
        return try parseExpression()
    }
}
