/// Follows printed text to know the column the cursor is left in, and takes escape sequences out.
struct EscapeSequences {
    private enum State { case text, escape, control, string, stringEscape }
    private var state = State.text

    /// The printable characters of `text`, line ends and tabs; sequences that are
    /// split over two calls are recognised too.
    mutating func strip(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where isText(scalar) {
            if scalar.value >= 0x20 && scalar.value != 0x7F || "\n\t\r".unicodeScalars.contains(scalar) {
                kept.append(scalar)
            }
        }
        return String(kept)
    }

    private mutating func isText(_ scalar: Unicode.Scalar) -> Bool {
        switch (state, scalar.value) {
        case (.text, 0x1B): state = .escape
        case (.text, _): return true
        case (.escape, 0x5B): state = .control
        case (.escape, 0x5D), (.escape, 0x50), (.escape, 0x5F), (.escape, 0x5E): state = .string
        case (.escape, 0x20...0x2F): break
        case (.escape, _): state = .text
        case (.control, 0x40...0x7E): state = .text
        case (.control, _): break
        case (.string, 0x07): state = .text
        case (.string, 0x1B): state = .stringEscape
        case (.string, _): break
        case (.stringEscape, _): state = .text
        }
        return false
    }

    /// The column after printing `text` from `column` on a terminal `width` columns wide.
    mutating func column(after text: String, from column: Int, width: Int) -> Int {
        var column = column
        for character in strip(text) {
            switch character {
            case "\n", "\r\n", "\r": column = 0
            case "\t": column = min((column / 8 + 1) * 8, width - 1)
            default:
                let columns = DisplayWidth.of(character)
                // A character that no longer fits starts the next line.
                column = column + columns > width ? columns : column + columns
            }
        }
        return column
    }
}
