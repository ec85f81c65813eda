/// Whether the text at the prompt can run, for the Enter key.
public enum Completeness: Sendable, Hashable {
    /// A program; Enter runs it.
    case complete
    /// The beginning of one; Enter opens another line.
    case incomplete
    /// No further line can make a program of it.
    case invalid(SyntaxError)
}

/// Judges a text at the prompt, as IPython does: a block goes on until an empty line ends it.
public func completeness(of source: Source) -> Completeness {
    do throws(SyntaxError) {
        let module = try Parser.parse(source)
        _ = try Resolution(of: module)
        return isOpen(module) ? .incomplete : .complete
    } catch {
        return error.isIncomplete ? .incomplete : .invalid(error)
    }
}

private func isOpen(_ module: Module) -> Bool {
    let source = module.source
    let lastLine = source.text(in: source.range(ofLine: source.lineStarts.count))
    let endsWithBlankLine = source.lineStarts.count > 1 && lastLine.allSatisfy(\.isWhitespace)
    if endsWithBlankLine { return false }
    guard let last = module.statements.last else { return false }
    switch last.kind {
    case .cellMagic:
        return true
    case .shell, .magic:
        return source.text(in: last.range).hasSuffix("\\")
    case .function, .class, .if, .for, .while, .with, .try:
        return source.line(at: last.range.lowerBound) != source.line(at: last.range.upperBound)
    default:
        return false
    }
}

/// How many spaces the line after this text begins with.
public func indentation(after source: Source) -> Int {
    let scan = Scanner.scan(source)
    if let error = scan.error, error.message.hasPrefix("unterminated") { return 0 }
    let unit = indentationUnit(of: source)
    if let open = scan.openBrackets.last {
        return leadingSpaces(of: source.line(at: open), in: source) + unit
    }
    let shown = scan.tokens.filter { $0.start < $0.end && $0.kind != .newline }
    guard let last = shown.last else { return 0 }
    let lineNumber = source.line(at: last.start)
    let firstOfLine = shown.first { source.line(at: $0.start) == lineNumber }
    let current = leadingSpaces(of: lineNumber, in: source)
    if last.kind == .colon { return current + unit }
    switch firstOfLine?.kind {
    case .keywordReturn, .keywordPass, .keywordBreak, .keywordContinue, .keywordRaise:
        return max(0, current - unit)
    default:
        return current
    }
}

private func leadingSpaces(of line: Int, in source: Source) -> Int {
    source.utf8[source.range(ofLine: line)].prefix { Byte.isBlank($0) }
        .reduce(0) { $0 + ($1 == Byte.tab ? 4 : 1) }
}

/// The width of the text's own first indented line, or 4.
private func indentationUnit(of source: Source) -> Int {
    for line in 1...source.lineStarts.count {
        let spaces = leadingSpaces(of: line, in: source)
        if spaces > 0, spaces < source.range(ofLine: line).count { return min(spaces, 8) }
    }
    return 4
}
