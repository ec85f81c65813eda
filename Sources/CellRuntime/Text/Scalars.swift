/// A string taken apart into Unicode scalars, as Python counts characters. For ASCII the bytes are the
/// characters and no table is needed.
extension String {
    /// Makes a string of UTF-8 that came out of another string, whole characters at a time.
    init(utf8Bytes bytes: some Collection<UInt8>) { self.init(decoding: bytes, as: UTF8.self) }

    init(scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }

    var isASCIIOnly: Bool {
        var copy = self
        return copy.withUTF8 { bytes in
            var all: UInt8 = 0
            for byte in bytes { all |= byte }
            return all < 0x80
        }
    }

    /// `len(text)`.
    var scalarCount: Int {
        var copy = self
        return copy.withUTF8 { bytes in
            var count = 0
            for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
            return count
        }
    }

    /// The same characters, compared and ordered by code point, as Python does and Swift does not:
    /// UTF-8 sorts as code points do.
    static func codePointsEqual(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

    static func codePointsPrecede(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

    /// The characters from `lower` to `upper`, both within the text.
    func scalarSlice(_ lower: Int, _ upper: Int) -> String {
        if lower >= upper { return "" }
        let view = utf8
        if isASCIIOnly {
            let start = view.index(view.startIndex, offsetBy: lower)
            return String(self[start..<view.index(start, offsetBy: upper - lower)])
        }
        let scalars = unicodeScalars
        let start = scalars.index(scalars.startIndex, offsetBy: lower)
        return String(scalars[start..<scalars.index(start, offsetBy: upper - lower)])
    }
}

/// Byte offsets and character offsets of one text's UTF-8.
struct ScalarOffsets {
    let bytes: [UInt8]
    let isASCII: Bool

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        isASCII = bytes.allSatisfy { $0 < 0x80 }
    }

    /// How many characters lie before a byte.
    func scalars(before offset: Int) -> Int {
        if isASCII { return offset }
        var count = 0
        for byte in bytes[..<offset] where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// Where the character of this number begins; the end for one past the last.
    func byte(ofScalar index: Int) -> Int {
        if isASCII { return min(index, bytes.count) }
        var left = index
        for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if left == 0 { return offset }
            left -= 1
        }
        return bytes.count
    }
}

extension Unicode.Scalar {
    /// `str.isspace` of one character: Unicode's white space and the four ASCII separators.
    var isPythonSpace: Bool {
        if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) || (0x1C...0x1F).contains(value) }
        return properties.isWhitespace
    }

    /// `str.isprintable` of one character: what `repr` leaves as it is.
    var isPythonPrintable: Bool {
        if value < 0x7F { return value >= 0x20 }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default: return true
        }
    }

    var isPythonAlpha: Bool {
        if value < 0x80 { return (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }

    var isPythonDecimal: Bool {
        if value < 0x80 { return (0x30...0x39).contains(value) }
        return properties.generalCategory == .decimalNumber
    }

    var isPythonDigit: Bool {
        isPythonDecimal || (value >= 0x80 && (properties.numericType == .digit || properties.numericType == .decimal))
    }

    var isPythonNumeric: Bool {
        isPythonDigit || (value >= 0x80 && properties.numericType != nil)
    }

    var isPythonAlphanumeric: Bool { isPythonAlpha || isPythonNumeric }

    var isPythonLower: Bool {
        value < 0x80 ? (0x61...0x7A).contains(value) : properties.isLowercase
    }

    var isPythonUpper: Bool {
        value < 0x80 ? (0x41...0x5A).contains(value) : properties.isUppercase
    }

    var isPythonTitle: Bool { properties.generalCategory == .titlecaseLetter }
}
