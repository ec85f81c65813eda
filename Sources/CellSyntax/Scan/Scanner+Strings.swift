/// The letters before a string's quotes.
struct StringPrefix {
    var isRaw = false
    var isBytes = false
    var isFormatted = false

    /// Nil unless the letters are a valid prefix; no letters are one.
    init?(_ letters: ArraySlice<UInt8>) {
        guard letters.count <= 2 else { return nil }
        var isUnicode = false
        for letter in letters {
            switch letter | 0x20 {
            case UInt8(ascii: "r") where !isRaw: isRaw = true
            case UInt8(ascii: "b") where !isBytes: isBytes = true
            case UInt8(ascii: "f") where !isFormatted: isFormatted = true
            case UInt8(ascii: "u") where letters.count == 1: isUnicode = true
            default: return nil
            }
        }
        if isBytes && isFormatted || isUnicode && letters.count > 1 { return nil }
    }
}

extension Scanner {
    /// Scans a string whose prefix began at `start`; the position is at its first quote.
    mutating func scanString(from start: Int) throws(SyntaxError) {
        let quote = bytes[position]
        let isTriple = peek(1) == quote && peek(2) == quote
        position += isTriple ? 3 : 1
        while position < end {
            let byte = bytes[position]
            if byte == Byte.backslash {
                position += 1
                if position < end {
                    if Byte.isLineEnd(bytes[position]) { skipLineEnd() } else { position += 1 }
                }
            } else if byte == quote, !isTriple || peek(1) == quote && peek(2) == quote {
                position += isTriple ? 3 : 1
                return add(.string, from: start)
            } else if !isTriple, Byte.isLineEnd(byte) {
                break
            } else {
                position += 1
            }
        }
        let line = source.line(at: isTriple ? max(position - 1, start) : min(position, end))
        throw SyntaxError(
            isTriple
                ? "unterminated triple-quoted string literal (detected at line \(line))"
                : "unterminated string literal (detected at line \(line))",
            range: start..<min(position, isTriple ? lineEnd(from: start) : end),
            isIncomplete: isTriple || position >= end && endsInJoin(from: start))
    }

    /// A single-quoted string goes on after a backslash at the line's end.
    private func endsInJoin(from start: Int) -> Bool {
        var offset = end
        while offset > start, Byte.isLineEnd(bytes[offset - 1]) { offset -= 1 }
        return offset > start && offset < end && bytes[offset - 1] == Byte.backslash
    }
}
