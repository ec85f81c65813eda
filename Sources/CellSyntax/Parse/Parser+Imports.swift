extension Parser {
    mutating func parseImport() throws(SyntaxError) -> Statement.Kind {
        advance()
        var modules: [ImportedModule] = []
        repeat {
            let start = token.start
            let first = token
            let path = try parsePath()
            let hasAlias = take(.keywordAs)
            let binding = hasAlias ? try expectIdentifier() : makeIdentifier(first)
            modules.append(
                ImportedModule(
                    path: path, hasAlias: hasAlias, binding: binding, range: start..<previousEnd))
        } while take(.comma)
        return .import(modules)
    }

    private mutating func parsePath() throws(SyntaxError) -> [String] {
        var path: [String] = []
        repeat {
            guard token.kind == .name else { throw invalidSyntax() }
            path.append(nameText(of: token))
            advance()
        } while take(.dot)
        return path
    }

    mutating func parseImportFrom() throws(SyntaxError) -> Statement.Kind {
        advance()
        let start = token.start
        var level = 0
        while token.kind == .dot || token.kind == .ellipsis {
            level += token.kind == .dot ? 1 : 3
            advance()
        }
        let path = level > 0 && token.kind == .keywordImport ? [] : try parsePath()
        let pathRange = start..<previousEnd
        try expect(.keywordImport)
        let names: ImportFrom.Names =
            if take(.star) { .all } else { .listed(try parseImportedNames()) }
        return .importFrom(
            ImportFrom(path: path, level: level, names: names, pathRange: pathRange))
    }

    private mutating func parseImportedNames() throws(SyntaxError) -> [ImportFrom.Name] {
        let isParenthesized = take(.leftParenthesis)
        var names: [ImportFrom.Name] = []
        repeat {
            if isParenthesized, !names.isEmpty, token.kind == .rightParenthesis { break }
            if !isParenthesized, !names.isEmpty, token.kind == .newline {
                throw SyntaxError(
                    "trailing comma not allowed without surrounding parentheses",
                    range: tokens[index - 1].range)
            }
            let start = token
            guard start.kind == .name else { throw invalidSyntax() }
            advance()
            let binding = take(.keywordAs) ? try expectIdentifier() : makeIdentifier(start)
            names.append(
                .init(name: nameText(of: start), binding: binding, range: start.start..<previousEnd)
            )
        } while take(.comma)
        if isParenthesized { try expect(.rightParenthesis) }
        return names
    }
}
