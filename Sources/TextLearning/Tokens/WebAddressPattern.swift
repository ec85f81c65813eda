/// What the word tokenizer takes for an address of the web or of a mailbox, and leaves whole.
enum WebAddressPattern {
    typealias Text = ArraySlice<Unicode.Scalar>

    static func matches(_ text: Text) -> Bool {
        // Every address has a dot.
        guard text.contains("."), text.count > 3 else { return false }
        return withoutScheme(text).contains(where: isRest)
    }

    /// The text, and what follows a scheme such as "http://".
    private static func withoutScheme(_ text: Text) -> [Text] {
        let scheme = text.prefix { $0.isWord || $0 == "+" || $0 == "-" || $0 == "." }
        let rest = text.dropFirst(scheme.count)
        guard scheme.count >= 2, rest.starts(with: "://".unicodeScalars) else { return [text] }
        return [rest.dropFirst(3), text]
    }

    private static func isRest(_ text: Text) -> Bool {
        if isHost(text) { return true }
        // Behind a user's name.
        return text.indices.contains { text[$0] == "@" && $0 > text.startIndex && isHost(text[($0 + 1)...]) }
    }

    /// A host with, perhaps, a port and a path.
    private static func isHost(_ text: Text) -> Bool {
        let end = text.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" || $0 == ":" } ?? text.endIndex
        guard isName(text[..<end]) || isNumber(text[..<end]) else { return false }
        var rest = text[end...]
        if rest.first == ":" {
            let digits = rest.dropFirst().prefix(while: \.isASCIIDigit)
            guard (2...5).contains(digits.count) else { return false }
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let first = rest.first else { return true }
        return first == "/" || first == "?" || first == "#"
    }

    private static func isName(_ text: Text) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, let last = parts.last, (2...63).contains(last.count),
            last.allSatisfy(\.isSmallLetter)
        else { return false }
        return parts.dropLast().allSatisfy { part in
            guard let first = part.first, let end = part.last, part.count <= 64 else { return false }
            return isHostCharacter(first) && isHostCharacter(end)
                && part.allSatisfy { isHostCharacter($0) || $0 == "_" || $0 == "-" }
        }
    }

    private static func isHostCharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCIILetter || scalar.isASCIIDigit || (0xA1...0xFFFF).contains(scalar.value)
    }

    /// A public address of four numbers.
    private static func isNumber(_ text: Text) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.allSatisfy(\.isASCIIDigit) && part.count <= 3 ? Int(String(String.UnicodeScalarView(part))) : nil
        }
        guard parts.count == 4, numbers.count == 4 else { return false }
        let (a, b, d) = (numbers[0], numbers[1], numbers[3])
        let isPrivate =
            a == 10 || a == 127 || (a == 169 && b == 254) || (a == 192 && b == 168)
            || (a == 172 && (16...31).contains(b))
        return !isPrivate && (1...223).contains(a) && numbers[1...2].allSatisfy { $0 <= 255 } && (1...254).contains(d)
    }
}
