/// How many columns of a terminal text takes.
public enum DisplayWidth {
    /// Columns of a whole text: 2 for each East Asian wide character and most emoji, 0 for control
    /// characters, otherwise 1 a character (grapheme cluster).
    public static func columns<Text: StringProtocol>(of text: Text) -> Int {
        text.reduce(0) { $0 + columns(of: $1) }
    }

    public static func columns(of character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        if first.value >= 0x20, first.value < 0x7F { return 1 }
        switch first.properties.generalCategory {
        case .control, .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        let isPictograph =
            character.unicodeScalars.contains { $0 == "\u{FE0F}" }
            || first.properties.isEmojiPresentation
        return isPictograph || isWide(first.value) ? 2 : 1
    }

    /// The blocks that Unicode's East Asian Width (UAX 11) calls wide or full-width.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF,
            0x20000...0x3FFFD:
            true
        default:
            false
        }
    }
}
