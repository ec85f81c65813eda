/// How `repr` and `ascii` write text and bytes.
enum StringRepr {
    /// `repr(text)`; with `asciiOnly` as `ascii(text)`.
    static func repr(_ text: String, asciiOnly: Bool = false) -> String {
        var hasSingle = false
        var hasDouble = false
        var isPlain = true
        for byte in text.utf8 {
            if byte == UInt8(ascii: "'") { hasSingle = true }
            if byte == UInt8(ascii: "\"") { hasDouble = true }
            if byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\\") { isPlain = false }
        }
        let quote: Unicode.Scalar = hasSingle && !hasDouble ? "\"" : "'"
        if isPlain, !hasSingle || quote == "\"" { return "\(quote)\(text)\(quote)" }
        var result = String.UnicodeScalarView()
        result.append(quote)
        for scalar in text.unicodeScalars { append(scalar, to: &result, quote: quote, asciiOnly: asciiOnly) }
        result.append(quote)
        return String(result)
    }

    private static func append(
        _ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView, quote: Unicode.Scalar, asciiOnly: Bool
    ) {
        switch scalar {
        case quote, "\\":
            result.append("\\")
            result.append(scalar)
        case "\n": result.append(contentsOf: "\\n".unicodeScalars)
        case "\r": result.append(contentsOf: "\\r".unicodeScalars)
        case "\t": result.append(contentsOf: "\\t".unicodeScalars)
        default:
            if scalar.isASCII ? scalar.isPythonPrintable : !asciiOnly && scalar.isPythonPrintable {
                result.append(scalar)
            } else {
                result.append(contentsOf: escape(scalar.value).unicodeScalars)
            }
        }
    }

    /// `\xhh`, `\uhhhh` or `\Uhhhhhhhh`.
    static func escape(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        let (letter, width) = value <= 0xFF ? ("x", 2) : value <= 0xFFFF ? ("u", 4) : ("U", 8)
        return "\\" + letter + String(repeating: "0", count: width - digits.utf8.count) + digits
    }

    /// `repr` of bytes.
    static func repr(_ bytes: some Collection<UInt8>) -> String {
        let hasSingle = bytes.contains(UInt8(ascii: "'"))
        let quote = hasSingle && !bytes.contains(UInt8(ascii: "\"")) ? UInt8(ascii: "\"") : UInt8(ascii: "'")
        var result: [UInt8] = [UInt8(ascii: "b"), quote]
        for byte in bytes {
            switch byte {
            case quote, UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
            case 0x0A: result += Array("\\n".utf8)
            case 0x0D: result += Array("\\r".utf8)
            case 0x09: result += Array("\\t".utf8)
            case 0x20..<0x7F: result.append(byte)
            default: result += Array(escape(UInt32(byte)).utf8)
            }
        }
        result.append(quote)
        return String(decoding: result, as: UTF8.self)
    }
}
