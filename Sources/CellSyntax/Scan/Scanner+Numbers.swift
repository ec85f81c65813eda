extension Scanner {
    mutating func scanNumber() throws(SyntaxError) {
        let start = position
        if bytes[position] == UInt8(ascii: "0") {
            switch peek(1) | 0x20 {
            case UInt8(ascii: "x"): return try scanPrefixed(from: start, "hexadecimal", radix: 16)
            case UInt8(ascii: "o"): return try scanPrefixed(from: start, "octal", radix: 8)
            case UInt8(ascii: "b"): return try scanPrefixed(from: start, "binary", radix: 2)
            default: break
            }
        }
        var isFloat = false
        if bytes[position] != Byte.dot { try scanDigits() }
        let integerEnd = position
        if position < end, bytes[position] == Byte.dot {
            isFloat = true
            position += 1
            if position < end, Byte.isDigit(bytes[position]) { try scanDigits() }
        }
        if peek(0) | 0x20 == UInt8(ascii: "e") {
            let sign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 1 : 0
            if Byte.isDigit(peek(1 + sign)) {
                isFloat = true
                position += 1 + sign
                try scanDigits()
            }
        }
        var kind: Token.Kind = isFloat ? .float : .integer
        if peek(0) | 0x20 == UInt8(ascii: "j") {
            position += 1
            kind = .imaginary
        }
        if kind == .integer { try checkLeadingZeros(start..<integerEnd) }
        try checkEndOfNumber(from: start, "decimal")
        add(kind, from: start)
    }

    /// Digits with single underscores between them.
    private mutating func scanDigits() throws(SyntaxError) {
        let start = position
        while position < end, Byte.isDigit(bytes[position]) || bytes[position] == Byte.underscore {
            if bytes[position] == Byte.underscore, !Byte.isDigit(peek(1)) {
                position += 1
                throw SyntaxError("invalid decimal literal", range: start..<position)
            }
            position += 1
        }
    }

    private mutating func scanPrefixed(
        from start: Int, _ name: String, radix: UInt8
    ) throws(SyntaxError) {
        position += 2
        var needsDigit = true
        while position < end {
            let byte = bytes[position]
            if byte == Byte.underscore, Byte.isHexDigit(peek(1)) {
                position += 1
                needsDigit = true
            } else if Byte.isDigit(byte), byte - 0x30 >= radix {
                throw SyntaxError(
                    "invalid digit '\(Unicode.Scalar(byte))' in \(name) literal",
                    range: position..<position + 1)
            } else if radix == 16 ? Byte.isHexDigit(byte) : Byte.isDigit(byte) {
                position += 1
                needsDigit = false
            } else {
                break
            }
        }
        if needsDigit || peek(0) == Byte.underscore {
            throw SyntaxError("invalid \(name) literal", range: start..<position)
        }
        try checkEndOfNumber(from: start, name)
        add(.integer, from: start)
    }

    private func checkLeadingZeros(_ range: SourceRange) throws(SyntaxError) {
        guard bytes[range.lowerBound] == UInt8(ascii: "0"), range.count > 1,
            bytes[range].contains(where: { $0 >= UInt8(ascii: "1") && $0 <= UInt8(ascii: "9") })
        else { return }
        throw SyntaxError(
            "leading zeros in decimal integer literals are not permitted; "
                + "use an 0o prefix for octal integers", range: range)
    }

    /// A name may not follow at once, save for a few keywords: `1if x else 2` is allowed.
    private func checkEndOfNumber(from start: Int, _ name: String) throws(SyntaxError) {
        guard position < end, Byte.isNameStart(bytes[position]) else { return }
        for keyword in ["and", "else", "for", "if", "in", "is", "or", "not"]
        where bytes[position..<end].starts(with: keyword.utf8) {
            return
        }
        throw SyntaxError("invalid \(name) literal", range: start..<position)
    }
}
