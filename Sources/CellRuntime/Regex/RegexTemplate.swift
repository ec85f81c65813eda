/// The replacement of `re.sub` and `Match.expand`: text with references to groups.
struct RegexTemplate {
    enum Part: Equatable {
        case literal(String)
        case group(Int)
    }

    let parts: [Part]

    /// - Throws: An ``RegexError``, or in `unknownName` the name of a group that the pattern does not have.
    init(_ text: String, program: RegexProgram) throws(RegexError) {
        var parts: [Part] = []
        var literal = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        var place = 0
        func reference(_ group: Int, at position: Int) throws(RegexError) {
            guard group <= program.groupCount else {
                throw RegexError("invalid group reference \(group)", at: position)
            }
            if !literal.isEmpty { parts.append(.literal(String(literal))) }
            literal = String.UnicodeScalarView()
            parts.append(.group(group))
        }
        func digit(_ index: Int, _ range: ClosedRange<Unicode.Scalar> = "0"..."9") -> Bool {
            index < scalars.count && range.contains(scalars[index])
        }
        func append(_ value: UInt32) { if let scalar = Unicode.Scalar(value) { literal.append(scalar) } }
        while place < scalars.count {
            let start = place
            let scalar = scalars[place]
            place += 1
            guard scalar == "\\" else {
                literal.append(scalar)
                continue
            }
            guard place < scalars.count else { throw RegexError("bad escape (end of pattern)", at: start) }
            let escaped = scalars[place]
            place += 1
            switch escaped {
            case "g":
                guard place < scalars.count, scalars[place] == "<" else { throw RegexError("missing <", at: place) }
                place += 1
                guard let close = scalars[place...].firstIndex(of: ">") else {
                    if place == scalars.count { throw RegexError("missing group name", at: place) }
                    throw RegexError("missing >, unterminated name", at: place)
                }
                let name = String(scalars: scalars[place..<close])
                if name.isEmpty { throw RegexError("missing group name", at: place) }
                if StringMethods.isIdentifier(name) {
                    guard let group = program.names.first(where: { $0.name == name })?.group else {
                        throw RegexError(unknownName: name)
                    }
                    try reference(group, at: place)
                } else if let group = Int(name), group >= 0 {
                    try reference(group, at: place)
                } else {
                    throw RegexError("bad character in group name \(StringRepr.repr(name))", at: place)
                }
                place = close + 1
            case "0":
                var value: UInt32 = 0
                for _ in 0..<2 where digit(place, "0"..."7") {
                    value = value * 8 + scalars[place].value - 0x30
                    place += 1
                }
                append(value & 0xFF)
            case "1"..."9":
                if digit(place) {
                    place += 1
                    if ("0"..."7").contains(escaped), ("0"..."7").contains(scalars[place - 1]), digit(place, "0"..."7")
                    {
                        place += 1
                        let value = scalars[start + 1..<place].reduce(UInt32(0)) { $0 * 8 + $1.value - 0x30 }
                        guard value <= 0o377 else {
                            throw RegexError(
                                "octal escape value \(String(scalars: scalars[start..<place])) outside of range 0-0o377",
                                at: start)
                        }
                        append(value)
                        continue
                    }
                }
                try reference(Int(String(scalars: scalars[start + 1..<place])) ?? 0, at: start + 1)
            case "a": append(7)
            case "b": append(8)
            case "f": append(12)
            case "n": append(10)
            case "r": append(13)
            case "t": append(9)
            case "v": append(11)
            case "\\": append(escaped.value)
            default:
                if escaped.isASCII, escaped.isPythonAlpha { throw RegexError("bad escape \\\(escaped)", at: start) }
                literal.append("\\")
                literal.append(escaped)
            }
        }
        if !literal.isEmpty { parts.append(.literal(String(literal))) }
        self.parts = parts
    }
}

extension RegexError {
    /// A template that names a group which the pattern does not have: CPython raises `IndexError`.
    init(unknownName name: String) { self.init("unknown group name \(StringRepr.repr(name))", at: -1) }

    var isUnknownName: Bool { position == -1 }
}
