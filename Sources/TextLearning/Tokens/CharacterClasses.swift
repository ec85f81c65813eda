/// Classes of characters as Python's `re` and `str` know them, by code point.
extension Unicode.Scalar {
    /// `\s`
    var isSpace: Bool {
        if value < 128 { return value == 32 || (9...13).contains(value) || (28...31).contains(value) }
        return properties.isWhitespace
    }

    /// `\w`
    var isWord: Bool {
        if value < 128 { return isASCIIDigit || isASCIILetter || value == 95 }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }

    var isASCIIDigit: Bool { (48...57).contains(value) }
    var isASCIIUpper: Bool { (65...90).contains(value) }
    var isASCIILower: Bool { (97...122).contains(value) }
    var isASCIILetter: Bool { isASCIIUpper || isASCIILower }
}

/// Letters as the word tokenizer knows them: of Latin, Greek, Cyrillic and most scripts without case.
extension Unicode.Scalar {
    /// A letter in either case, or of a script without case.
    var isLetter: Bool {
        if value < 128 { return isASCIILetter }
        return isUncased || (isOfCasedScript && isCasedLetter)
    }

    /// A small letter, or one of a script without case.
    var isSmallLetter: Bool {
        if value < 128 { return isASCIILower }
        return isUncased || (isOfCasedScript && properties.generalCategory == .lowercaseLetter)
    }

    /// A capital, or a letter of a script without case.
    var isCapital: Bool {
        if value < 128 { return isASCIIUpper }
        return isUncased || (isOfCasedScript && properties.generalCategory == .uppercaseLetter)
    }

    private var isCasedLetter: Bool {
        let category = properties.generalCategory
        return category == .lowercaseLetter || category == .uppercaseLetter
    }

    private var isOfCasedScript: Bool {
        switch value {
        case 0xC0...0x24F, 0x250...0x2AF, 0x370...0x3FF, 0x400...0x4FF, 0x1D00...0x1D9A, 0x1E00...0x1EFF,
            0x2C60...0x2C7F, 0xA720...0xA7FF, 0xAB30...0xAB64, 0xFF21...0xFF5A:
            true
        default: false
        }
    }

    /// Blocks of Bengali, Hebrew, Arabic, Sinhala, Devanagari, Kannada, Tamil, Telugu, Hangul, Kana, Han and Ethiopic.
    private var isUncased: Bool {
        switch value {
        case 0x1200...0x137F, 0x980...0x9FF, 0x591...0x5F4, 0xFB1D...0xFB4F, 0x620...0x64A, 0x66E...0x6D5,
            0x6E5...0x6FF, 0x750...0x77F, 0x8A0...0x8BD, 0xFB50...0xFBB1, 0xFBD3...0xFD3D, 0xFD50...0xFDC7,
            0xFDF0...0xFDFB, 0xFE70...0xFEFC, 0x1EE00...0x1EEBB, 0xD80...0xDFF, 0x900...0x97F, 0xC80...0xCFF,
            0xB80...0xBFF, 0xC00...0xC7F, 0xAC00...0xD7AF, 0x1100...0x11FF, 0x3040...0x30FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0x20000...0x2A6DF, 0x2A700...0x2EBEF, 0x2E80...0x2FDF, 0x2FF0...0x303F, 0x31C0...0x31EF,
            0x3200...0x33FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0x1F200...0x1F2FF, 0x2F800...0x2FA1F:
            true
        default: false
        }
    }

    /// A symbol such as a pictograph, which is a token by itself.
    var isIcon: Bool {
        guard value >= 0xA6, properties.generalCategory == .otherSymbol else { return false }
        // Variants of flags and skin are attached to what they change; newer pictographs came after the rule.
        switch value {
        case 0x1F000...0x1F3FA, 0x1F400...0x1F6D4, 0x1F6E0...0x1F6EC, 0x1F6F0...0x1F6F9, 0x1F700...0x1F773,
            0x1F780...0x1F7D8, 0x1F800...0x1F8AD, 0x1F900...0x1F970, 0x1F973...0x1F976, 0x1F97A, 0x1F97C...0x1F9A2,
            0x1F9B0...0x1F9B9, 0x1F9C0...0x1F9C2, 0x1F9D0...0x1FA6D:
            return true
        default: return value < 0x1F000
        }
    }
}
