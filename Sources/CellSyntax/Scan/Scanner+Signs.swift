extension Scanner {
    /// Operators by their first byte, longest first.
    private static let signs: [[(text: [UInt8], kind: Token.Kind)]] = {
        let all: [(String, Token.Kind)] = [
            ("**=", .doubleStarAssign), ("//=", .doubleSlashAssign), (">>=", .shiftRightAssign),
            ("<<=", .shiftLeftAssign), ("...", .ellipsis), ("**", .doubleStar),
            ("//", .doubleSlash), (">>", .shiftRight), ("<<", .shiftLeft), ("<=", .lessEqual),
            (">=", .greaterEqual), ("==", .equalEqual), ("!=", .notEqual), ("->", .arrow),
            (":=", .walrus), ("+=", .plusAssign), ("-=", .minusAssign), ("*=", .starAssign),
            ("/=", .slashAssign), ("%=", .percentAssign), ("@=", .atAssign),
            ("&=", .ampersandAssign), ("|=", .barAssign), ("^=", .caretAssign), (",", .comma),
            (":", .colon), (";", .semicolon), (".", .dot), ("=", .assign), ("@", .at),
            ("+", .plus), ("-", .minus), ("*", .star), ("/", .slash), ("%", .percent),
            ("&", .ampersand), ("|", .bar), ("^", .caret), ("~", .tilde), ("<", .less),
            (">", .greater), ("(", .leftParenthesis), ("[", .leftBracket), ("{", .leftBrace),
            (")", .rightParenthesis), ("]", .rightBracket), ("}", .rightBrace),
        ]
        var table = [[(text: [UInt8], kind: Token.Kind)]](repeating: [], count: 128)
        for (text, kind) in all {
            let bytes = Array(text.utf8)
            table[Int(bytes[0])].append((bytes, kind))
        }
        return table
    }()

    mutating func scanSign(_ byte: UInt8) throws(SyntaxError) {
        let start = position
        let match = byte < 128 ? Self.signs[Int(byte)].first { matches($0.text) } : nil
        guard let match else { return try scanUnknown(byte) }
        position += match.text.count
        switch match.kind {
        case .leftParenthesis, .leftBracket, .leftBrace:
            guard brackets.count < Self.maximumBrackets else {
                throw SyntaxError("too many nested parentheses", range: start..<position)
            }
            brackets.append((byte, start))
        case .rightParenthesis, .rightBracket, .rightBrace:
            try closeBracket(byte, at: start)
        default:
            break
        }
        add(match.kind, from: start)
        if match.kind == .assign, brackets.isEmpty, !isNested { scanAssignedLine() }
    }

    private func matches(_ text: [UInt8]) -> Bool {
        for index in text.indices.dropFirst() where peek(index) != text[index] { return false }
        return true
    }

    private mutating func closeBracket(_ byte: UInt8, at start: Int) throws(SyntaxError) {
        let name = String(decoding: [byte], as: UTF8.self)
        guard let open = brackets.last else {
            throw SyntaxError("unmatched '\(name)'", range: start..<position)
        }
        let isPair =
            switch open.byte {
            case UInt8(ascii: "("): byte == UInt8(ascii: ")")
            case UInt8(ascii: "["): byte == UInt8(ascii: "]")
            default: byte == Byte.rightBrace
            }
        guard isPair else {
            let line = source.line(at: open.offset)
            let place = line == source.line(at: start) ? "" : " on line \(line)"
            let opening = String(decoding: [open.byte], as: UTF8.self)
            throw SyntaxError(
                "closing parenthesis '\(name)' does not match opening parenthesis '\(opening)'\(place)",
                range: start..<position)
        }
        brackets.removeLast()
    }

    private mutating func scanUnknown(_ byte: UInt8) throws(SyntaxError) {
        let start = position
        position += 1
        if byte == 0 {
            throw SyntaxError("source code cannot contain null bytes", range: start..<position)
        }
        if byte < 0x20 || byte == 0x7F {
            throw Self.invalidCharacter(Unicode.Scalar(byte), range: start..<position)
        }
        add(.unknown, from: start)
    }

    static func invalidCharacter(_ scalar: Unicode.Scalar, range: SourceRange) -> SyntaxError {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        let hint: String? =
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{00AB}", "\u{00BB}":
                "strings are written between straight quotes: ' or \""
            case "\u{00D7}": "multiplication is written *"
            case "\u{2212}", "\u{2013}", "\u{2014}": "minus is written -"
            case "\u{00A0}", "\u{200B}", "\u{3000}": "type the space anew: this one came by copying"
            default: nil
            }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator, .spaceSeparator:
            return SyntaxError("invalid non-printable character \(code)", range: range, hint: hint)
        default:
            return SyntaxError("invalid character '\(scalar)' (\(code))", range: range, hint: hint)
        }
    }
}
