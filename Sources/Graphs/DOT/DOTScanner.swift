/// Why a text is no graph.
public struct DOTError: Error, Equatable, CustomStringConvertible {
    public let message: String
    /// From 1.
    public let line: Int

    public var description: String { "line \(line) of the graph: \(message)" }
}

/// The words and signs of DOT (https://graphviz.org/doc/info/lang.html).
enum DOTToken: Equatable {
    /// A name, a number or a quoted string; HTML-like ones keep their angle brackets. Only bare ones can be keywords.
    case id(String, isBare: Bool)
    case sign(Character)
    /// `->` or `--`.
    case edge(isDirected: Bool)
    case end
}

struct DOTScanner {
    private let characters: [Character]
    private var place = 0
    private(set) var line = 1

    init(_ text: String) {
        characters = Array(text)
    }

    private func peek(_ ahead: Int = 0) -> Character? {
        place + ahead < characters.count ? characters[place + ahead] : nil
    }

    private mutating func advance() -> Character? {
        guard let character = peek() else { return nil }
        place += 1
        if character.isNewline { line += 1 }
        return character
    }

    mutating func next() throws(DOTError) -> DOTToken {
        try skipBlanks()
        guard let first = peek() else { return .end }
        if first == "\"" { return .id(try quoted(), isBare: false) }
        if first == "<" { return .id(try html(), isBare: false) }
        if first == "-", peek(1) == ">" || peek(1) == "-" {
            let isDirected = peek(1) == ">"
            place += 2
            return .edge(isDirected: isDirected)
        }
        if "{}[]=;,:".contains(first) {
            place += 1
            return .sign(first)
        }
        var word = ""
        let isNumber = first.isASCII && (first.isNumber || first == "." || first == "-")
        while let character = peek(), Self.belongs(character, isNumber: isNumber, isFirst: word.isEmpty) {
            word.append(character)
            place += 1
        }
        guard !word.isEmpty else { throw DOTError(message: "'\(first)' has no meaning here", line: line) }
        return .id(word, isBare: true)
    }

    private static func belongs(_ character: Character, isNumber: Bool, isFirst: Bool) -> Bool {
        if isNumber { return character.isNumber || character == "." || (isFirst && character == "-") }
        return character.isLetter || character == "_" || character.isNumber
            || (!character.isASCII && !character.isWhitespace)
    }

    private mutating func skipBlanks() throws(DOTError) {
        var isLineStart = place == 0 || characters[place - 1].isNewline
        while let character = peek() {
            if character.isWhitespace {
                isLineStart = character.isNewline || isLineStart
                _ = advance()
            } else if (character == "/" && peek(1) == "/") || (character == "#" && isLineStart) {
                while let character = peek(), !character.isNewline { _ = advance() }
            } else if character == "/", peek(1) == "*" {
                let start = line
                place += 2
                while peek() != "*" || peek(1) != "/" {
                    guard advance() != nil else { throw DOTError(message: "a comment is not closed", line: start) }
                }
                place += 2
            } else {
                return
            }
        }
    }

    private mutating func quoted() throws(DOTError) -> String {
        var text = ""
        repeat {
            let start = line
            _ = advance()
            while true {
                guard let character = advance() else {
                    throw DOTError(message: "a string is not closed", line: start)
                }
                if character == "\"" { break }
                if character == "\\", peek() == "\"" {
                    text.append("\"")
                    _ = advance()
                } else if character == "\\", peek()?.isNewline == true {
                    _ = advance()
                } else {
                    text.append(character)
                    if character == "\\", let next = peek(), !next.isNewline {
                        text.append(next)
                        _ = advance()
                    }
                }
            }
        } while try continues()
        return text
    }

    /// Whether `+` and another string follow.
    private mutating func continues() throws(DOTError) -> Bool {
        let (before, lineBefore) = (place, line)
        try skipBlanks()
        if peek() == "+" {
            place += 1
            try skipBlanks()
            if peek() == "\"" { return true }
        }
        (place, line) = (before, lineBefore)
        return false
    }

    private mutating func html() throws(DOTError) -> String {
        let start = line
        var text = ""
        var depth = 0
        while let character = advance() {
            text.append(character)
            if character == "<" { depth += 1 }
            if character == ">" { depth -= 1 }
            if depth == 0 { return text }
        }
        throw DOTError(message: "an HTML-like label is not closed", line: start)
    }
}
