internal import BigInt

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// An integer of any size as cells read it: small where it fits.
enum ParsedInteger: Equatable {
    case small(Int)
    case big(BigInt)

    init(_ value: BigInt) {
        self = Int(exactly: value).map(ParsedInteger.small) ?? .big(value)
    }
}

/// `int('…', base)` and `float('…')`.
enum NumberParsing {
    /// Text, white space around it taken away, with every decimal digit of another script as ASCII.
    private static func normalized(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        if bytes.contains(where: { $0 >= 0x80 }) {
            bytes = text.unicodeScalars.map { scalar in
                if scalar.isASCII { return UInt8(scalar.value) }
                if scalar.properties.isWhitespace { return 0x20 }
                if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
                    return UInt8(ascii: "0") + UInt8(value)
                }
                return UInt8(ascii: "?")
            }
        }
        func isBlank(_ byte: UInt8) -> Bool {
            byte == 0x20 || (0x09...0x0D).contains(byte) || (0x1C...0x1F).contains(byte)
        }
        return Array(bytes.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }

    /// `int(text, base)`.
    /// - Throws: `ValueError` with the text as `repr` shows it.
    static func integer(_ text: String, base: Int = 10, shown: String? = nil) throws(Failure) -> ParsedInteger {
        guard base == 0 || (2...36).contains(base) else {
            throw .value("int() base must be >= 2 and <= 36, or 0")
        }
        func invalid() -> Failure {
            // CPython cuts the text off here, its closing quote too.
            let text = String(String.UnicodeScalarView((shown ?? StringRepr.repr(text)).unicodeScalars.prefix(200)))
            return .value("invalid literal for int() with base \(base): \(text)")
        }
        var digits = normalized(text)[...]
        var isNegative = false
        if let first = digits.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            isNegative = first == UInt8(ascii: "-")
            digits = digits.dropFirst()
        }
        var radix = base
        var afterPrefix = false
        if digits.count > 1, digits.first == UInt8(ascii: "0") {
            let prefixes: [UInt8: Int] = [UInt8(ascii: "x"): 16, UInt8(ascii: "o"): 8, UInt8(ascii: "b"): 2]
            let letter = digits[digits.startIndex + 1] | 0x20
            if let prefix = prefixes[letter], base == 0 || base == prefix {
                radix = prefix
                digits = digits.dropFirst(2)
                afterPrefix = true
            }
        }
        var isDecimalZero = false
        if radix == 0 {
            radix = 10
            isDecimalZero = digits.first == UInt8(ascii: "0")
        }
        guard let plain = withoutUnderscores(digits, afterPrefix: afterPrefix), !plain.isEmpty else { throw invalid() }
        for byte in plain {
            guard let digit = digitValue(byte), digit < radix else { throw invalid() }
        }
        if isDecimalZero, plain.contains(where: { $0 != UInt8(ascii: "0") }) { throw invalid() }
        if radix & (radix - 1) != 0, plain.count > IntegerText.digitLimit {
            throw .value(
                "Exceeds the limit (\(IntegerText.digitLimit) digits) for integer string conversion: value has "
                    + "\(plain.count) digits; use sys.set_int_max_str_digits() to increase the limit")
        }
        let numeral = String(decoding: plain, as: UTF8.self)
        if let small = Int(isNegative ? "-" + numeral : numeral, radix: radix) { return .small(small) }
        // BigInt reads radixes below 36.
        guard let magnitude = radix < 36 ? BigUInt(numeral, radix: radix) : base36(plain) else { throw invalid() }
        return ParsedInteger(BigInt(sign: isNegative ? .minus : .plus, magnitude: magnitude))
    }

    private static func base36(_ digits: [UInt8]) -> BigUInt? {
        digits.reduce(BigUInt(0)) { $0 * 36 + BigUInt(digitValue($1) ?? 0) }
    }

    static func digitValue(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    /// The digits without single underscores between them; nothing where one stands elsewhere.
    private static func withoutUnderscores(_ text: ArraySlice<UInt8>, afterPrefix: Bool) -> [UInt8]? {
        guard text.contains(UInt8(ascii: "_")) else { return Array(text) }
        var plain: [UInt8] = []
        var previousIsUnderscore = !afterPrefix
        for byte in text {
            if byte == UInt8(ascii: "_") {
                if previousIsUnderscore { return nil }
                previousIsUnderscore = true
            } else {
                plain.append(byte)
                previousIsUnderscore = false
            }
        }
        return previousIsUnderscore ? nil : plain
    }

    /// `float(text)`.
    static func float(_ text: String, shown: String? = nil) throws(Failure) -> Double {
        guard let value = floatIfValid(normalized(text)) else {
            throw .value("could not convert string to float: \(shown ?? StringRepr.repr(text))")
        }
        return value
    }

    private static func floatIfValid(_ text: [UInt8]) -> Double? {
        var bytes = text
        if bytes.contains(UInt8(ascii: "_")) {
            // Underscores stand between digits only.
            for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "_") {
                guard place > 0, place + 1 < bytes.count, isDigit(bytes[place - 1]), isDigit(bytes[place + 1])
                else { return nil }
            }
            bytes.removeAll { $0 == UInt8(ascii: "_") }
        }
        let lower = String(decoding: bytes, as: UTF8.self).lowercased()
        let unsigned = lower.hasPrefix("-") || lower.hasPrefix("+") ? String(lower.dropFirst()) : lower
        let isNegative = lower.hasPrefix("-")
        switch unsigned {
        case "inf", "infinity": return isNegative ? -.infinity : .infinity
        case "nan": return isNegative ? -.nan : .nan
        default: break
        }
        // digits [. digits] [e [sign] digits], with a digit before or after the point.
        var rest = Array(unsigned.utf8)[...]
        let whole = rest.prefix(while: isDigit)
        rest = rest.dropFirst(whole.count)
        var fractionCount = 0
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            fractionCount = rest.prefix(while: isDigit).count
            rest = rest.dropFirst(fractionCount)
        }
        guard whole.count + fractionCount > 0 else { return nil }
        if rest.first == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
            let exponent = rest.prefix(while: isDigit)
            guard !exponent.isEmpty else { return nil }
            rest = rest.dropFirst(exponent.count)
        }
        guard rest.isEmpty else { return nil }
        return strtod(lower, nil)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
