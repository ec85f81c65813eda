/// Replaces the escapes of a string literal, and its line ends by `\n`.
struct EscapeDecoder {
    let source: Source
    let range: SourceRange
    let literal: SourceRange
    let prefix: StringPrefix
    private var output: [UInt8] = []
    private var offset: Int

    init(source: Source, range: SourceRange, literal: SourceRange, prefix: StringPrefix) {
        self.source = source
        self.range = range
        self.literal = literal
        self.prefix = prefix
        offset = range.lowerBound
        output.reserveCapacity(range.count)
    }

    /// UTF-8 for text; the values themselves for bytes.
    mutating func decode() throws(SyntaxError) -> [UInt8] {
        while offset < range.upperBound {
            let byte = source.utf8[offset]
            offset += 1
            if byte == Byte.carriageReturn {
                if peek() == Byte.newline { offset += 1 }
                output.append(Byte.newline)
            } else if byte == Byte.backslash, !prefix.isRaw, offset < range.upperBound {
                try decodeEscape()
            } else {
                output.append(byte)
            }
        }
        return output
    }

    private func peek() -> UInt8? { offset < range.upperBound ? source.utf8[offset] : nil }

    private mutating func decodeEscape() throws(SyntaxError) {
        let start = offset - 1
        let byte = source.utf8[offset]
        offset += 1
        switch byte {
        case Byte.newline: break
        case Byte.carriageReturn: if peek() == Byte.newline { offset += 1 }
        case Byte.backslash, Byte.quote, Byte.doubleQuote: output.append(byte)
        case UInt8(ascii: "a"): output.append(0x07)
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "f"): output.append(0x0C)
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "v"): output.append(0x0B)
        case UInt8(ascii: "0")...UInt8(ascii: "7"): decodeOctal(byte)
        case UInt8(ascii: "x"): try decodeHex(digits: 2, from: start, "\\xXX")
        case UInt8(ascii: "u") where !prefix.isBytes:
            try decodeHex(digits: 4, from: start, "\\uXXXX")
        case UInt8(ascii: "U") where !prefix.isBytes:
            try decodeHex(digits: 8, from: start, "\\UXXXXXXXX")
        case UInt8(ascii: "N") where !prefix.isBytes: try decodeName(from: start)
        default:
            // Python keeps the backslash of an escape it does not know.
            output.append(Byte.backslash)
            offset -= 1
        }
    }

    private mutating func decodeOctal(_ first: UInt8) {
        var value = UInt32(first - 0x30)
        for _ in 0..<2 {
            guard let digit = peek(), digit >= 0x30, digit <= 0x37 else { break }
            value = value * 8 + UInt32(digit - 0x30)
            offset += 1
        }
        if prefix.isBytes {
            output.append(UInt8(truncatingIfNeeded: value))
        } else if let scalar = Unicode.Scalar(value) {
            append(scalar)
        }
    }

    private mutating func decodeHex(
        digits: Int, from start: Int, _ form: String
    ) throws(SyntaxError) {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = peek(), Byte.isHexDigit(digit) else {
                throw prefix.isBytes
                    ? failure(
                        "(value error) invalid \\x escape at position \(start - range.lowerBound)",
                        start)
                    : unicodeFailure("truncated \(form) escape", start)
            }
            let number = Byte.isDigit(digit) ? digit - 0x30 : (digit | 0x20) - 0x57
            value = value << 4 | UInt32(number)
            offset += 1
        }
        if prefix.isBytes {
            output.append(UInt8(truncatingIfNeeded: value))
        } else if let scalar = Unicode.Scalar(value) {
            append(scalar)
        } else if value <= 0x10FFFF {
            throw failure(
                "a lone surrogate \\u\(String(value, radix: 16)) is not supported in cells", start)
        } else {
            throw unicodeFailure("illegal Unicode character", start)
        }
    }

    private mutating func decodeName(from start: Int) throws(SyntaxError) {
        let rest = source.utf8[offset..<range.upperBound]
        guard rest.first == Byte.leftBrace, let close = rest.firstIndex(of: Byte.rightBrace) else {
            throw unicodeFailure("malformed \\N character escape", start)
        }
        let name = source.text(in: offset + 1..<close).uppercased()
        offset = close + 1
        guard let scalar = Self.scalar(named: name) else {
            throw unicodeFailure("unknown Unicode character name", start)
        }
        append(scalar)
    }

    /// Looks through all characters: names are rare, and a table of them is large.
    private static func scalar(named name: String) -> Unicode.Scalar? {
        for value in UInt32(0)...0x10FFFF {
            // The ranges between hold ideographs, syllables and private use, whose names are rules.
            if value == 0x20000 { break }
            guard let scalar = Unicode.Scalar(value) else { continue }
            if scalar.properties.name == name || scalar.properties.nameAlias == name {
                return scalar
            }
        }
        return nil
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        output.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    }

    private func unicodeFailure(_ reason: String, _ start: Int) -> SyntaxError {
        let first = start - range.lowerBound
        let last = max(offset - 1 - range.lowerBound, first)
        return failure(
            "(unicode error) 'unicodeescape' codec can't decode bytes in position "
                + "\(first)-\(last): \(reason)", start)
    }

    private func failure(_ message: String, _ start: Int) -> SyntaxError {
        SyntaxError(
            message, range: start..<max(offset, start + 1),
            hint: "write \\\\ for a backslash, or put r before the string")
    }
}
