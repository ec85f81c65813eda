extension Scanner {
    /// Tokens and comments of a text that may be unfinished or wrong: a string without its end goes
    /// to the end of its line (or of the text), and after other errors the scan goes on behind
    /// them.
    static func scanTolerantly(_ source: Source) -> (tokens: [Token], comments: [SourceRange]) {
        var tokens: [Token] = []
        var comments: [SourceRange] = []
        var start = 0
        let end = source.utf8.count
        var isNested = false
        while start < end {
            let limit = isNested ? lineEnd(in: source, from: start) : end
            let result = scan(source, range: start..<limit, isNested: isNested)
            tokens += result.tokens.filter { $0.start < $0.end }
            comments += result.comments
            guard let error = result.error else {
                start = limit
                isNested = false
                continue
            }
            if error.message.hasPrefix("unterminated") {
                let place = error.range.lowerBound
                let isTriple = error.message.hasPrefix("unterminated triple")
                let stop = isTriple ? limit : lineEnd(in: source, from: place)
                if place < stop { tokens.append(Token(.string, place, stop)) }
                start = max(stop, start + 1)
            } else {
                if let bracket = closingBracket(in: source, at: error.range.lowerBound) {
                    tokens.append(bracket)
                }
                start = max(error.range.upperBound, result.tokens.last?.start ?? 0, start + 1)
            }
            // The rest of the line belongs to a statement already begun.
            isNested = start < end && lineEnd(in: source, from: start) > start
        }
        return (tokens, comments)
    }

    /// A closing bracket that fits no opening one is an error, but still a bracket.
    private static func closingBracket(in source: Source, at offset: Int) -> Token? {
        guard offset < source.utf8.count else { return nil }
        switch source.utf8[offset] {
        case UInt8(ascii: ")"): return Token(.rightParenthesis, offset, offset + 1)
        case UInt8(ascii: "]"): return Token(.rightBracket, offset, offset + 1)
        case UInt8(ascii: "}"): return Token(.rightBrace, offset, offset + 1)
        default: return nil
        }
    }

    private static func lineEnd(in source: Source, from offset: Int) -> Int {
        var offset = offset
        while offset < source.utf8.count, !Byte.isLineEnd(source.utf8[offset]) { offset += 1 }
        return offset
    }
}
