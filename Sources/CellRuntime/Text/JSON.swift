/// A JSON document as read: numbers as Python's `json` tells them apart, objects in their order.
indirect enum JSON: Equatable {
    case null
    case bool(Bool)
    /// As written, so that whoever wants it as something else than an `int` can.
    case integer(String)
    case float(String)
    case string(String)
    case array([JSON])
    case object([Member])

    struct Member: Equatable {
        var name: String
        var value: JSON
    }

    /// What is wrong with a document, and where, in characters.
    struct Mistake: Error, Equatable {
        var message: String
        var position: Int

        /// `Expecting value: line 1 column 1 (char 0)`
        func described(in document: String) -> String {
            let before = Array(document.unicodeScalars.prefix(position))
            let line = before.count { $0 == "\n" } + 1
            let column = position - (before.lastIndex(of: "\n") ?? -1)
            return "\(message): line \(line) column \(column) (char \(position))"
        }
    }

    static let depthMessage = "maximum recursion depth exceeded while decoding a JSON document"

    /// - Throws: ``Mistake`` in the words of Python's `json`.
    init(parsing document: String) throws(Mistake) {
        var reader = JSONReader(document)
        if reader.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw Mistake(message: "Unexpected UTF-8 BOM (decode using utf-8-sig)", position: 0)
        }
        reader.skipSpace()
        self = try reader.value()
        reader.skipSpace()
        if reader.place < reader.bytes.count { throw reader.mistake("Extra data", at: reader.place) }
    }
}

private struct JSONReader {
    let bytes: [UInt8]
    var place = 0
    private var depth = 0
    private static let maximumDepth = 980

    init(_ document: String) { bytes = Array(document.utf8) }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    /// With the position counted in characters.
    func mistake(_ message: String, at offset: Int) -> JSON.Mistake {
        JSON.Mistake(message: message, position: bytes[..<min(offset, bytes.count)].count { $0 & 0xC0 != 0x80 })
    }

    mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    mutating func value() throws(JSON.Mistake) -> JSON {
        guard let byte = next else { throw mistake("Expecting value", at: place) }
        switch byte {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return try nested { (reader) throws(JSON.Mistake) in try reader.object() }
        case UInt8(ascii: "["): return try nested { (reader) throws(JSON.Mistake) in try reader.array() }
        default: break
        }
        let words: [(String, JSON)] = [
            ("null", .null), ("true", .bool(true)), ("false", .bool(false)), ("NaN", .float("NaN")),
            ("Infinity", .float("Infinity")), ("-Infinity", .float("-Infinity")),
        ]
        for (word, value) in words where bytes[place...].starts(with: word.utf8) {
            place += word.utf8.count
            return value
        }
        guard let number = number() else { throw mistake("Expecting value", at: place) }
        return number
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(JSON.Mistake) -> JSON
    ) throws(JSON.Mistake) -> JSON {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.maximumDepth { throw JSON.Mistake(message: JSON.depthMessage, position: place) }
        place += 1
        return try read(&self)
    }

    private mutating func object() throws(JSON.Mistake) -> JSON {
        var members: [JSON.Member] = []
        skipSpace()
        if next == UInt8(ascii: "}") {
            place += 1
            return .object([])
        }
        while true {
            guard next == UInt8(ascii: "\"") else {
                throw mistake("Expecting property name enclosed in double quotes", at: place)
            }
            let name = try string()
            skipSpace()
            guard next == UInt8(ascii: ":") else { throw mistake("Expecting ':' delimiter", at: place) }
            place += 1
            skipSpace()
            members.append(JSON.Member(name: name, value: try value()))
            skipSpace()
            if next == UInt8(ascii: "}") { break }
            guard next == UInt8(ascii: ",") else { throw mistake("Expecting ',' delimiter", at: place) }
            place += 1
            skipSpace()
        }
        place += 1
        return .object(members)
    }

    private mutating func array() throws(JSON.Mistake) -> JSON {
        var items: [JSON] = []
        skipSpace()
        if next == UInt8(ascii: "]") {
            place += 1
            return .array([])
        }
        while true {
            items.append(try value())
            skipSpace()
            if next == UInt8(ascii: "]") { break }
            guard next == UInt8(ascii: ",") else { throw mistake("Expecting ',' delimiter", at: place) }
            place += 1
            skipSpace()
        }
        place += 1
        return .array(items)
    }

    private mutating func number() -> JSON? {
        let start = place
        func isDigit(_ index: Int) -> Bool { index < bytes.count && (0x30...0x39).contains(bytes[index]) }
        var end = place
        if next == UInt8(ascii: "-") { end += 1 }
        guard isDigit(end) else { return nil }
        if bytes[end] == UInt8(ascii: "0") { end += 1 } else { while isDigit(end) { end += 1 } }
        var isFloat = false
        if end < bytes.count, bytes[end] == UInt8(ascii: "."), isDigit(end + 1) {
            isFloat = true
            end += 1
            while isDigit(end) { end += 1 }
        }
        if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
            var exponent = end + 1
            if exponent < bytes.count, bytes[exponent] == UInt8(ascii: "+") || bytes[exponent] == UInt8(ascii: "-") {
                exponent += 1
            }
            if isDigit(exponent) {
                isFloat = true
                end = exponent
                while isDigit(end) { end += 1 }
            }
        }
        place = end
        let text = String(utf8Bytes: bytes[start..<end])
        return isFloat ? .float(text) : .integer(text)
    }

    private mutating func string() throws(JSON.Mistake) -> String {
        let begin = place
        place += 1
        var result: [UInt8] = []
        while true {
            let run = place
            while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { place += 1 }
            result += bytes[run..<place]
            guard let byte = next else { throw mistake("Unterminated string starting at", at: begin) }
            if byte == UInt8(ascii: "\"") {
                place += 1
                return String(utf8Bytes: result)
            }
            if byte < 0x20 { throw mistake("Invalid control character at", at: place) }
            place += 1
            guard let escaped = next else { throw mistake("Unterminated string starting at", at: begin) }
            place += 1
            switch escaped {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(escaped)
            case UInt8(ascii: "b"): result.append(8)
            case UInt8(ascii: "f"): result.append(12)
            case UInt8(ascii: "n"): result.append(10)
            case UInt8(ascii: "r"): result.append(13)
            case UInt8(ascii: "t"): result.append(9)
            case UInt8(ascii: "u"): result += String(Character(try unicodeEscape())).utf8
            default: throw mistake("Invalid \\escape", at: place - 2)
            }
        }
    }

    /// After `\u`. Half of a surrogate pair alone becomes the replacement character.
    private mutating func unicodeEscape() throws(JSON.Mistake) -> Unicode.Scalar {
        let first = try fourDigits()
        if (0xD800..<0xDC00).contains(first), place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
            bytes[place + 1] == UInt8(ascii: "u")
        {
            let back = place
            place += 2
            let second = try fourDigits()
            if (0xDC00..<0xE000).contains(second) {
                return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
            }
            place = back
        }
        return Unicode.Scalar(first) ?? "\u{FFFD}"
    }

    private mutating func fourDigits() throws(JSON.Mistake) -> UInt32 {
        var value: UInt32 = 0
        guard place + 4 < bytes.count else { throw mistake("Invalid \\uXXXX escape", at: place - 1) }
        for offset in 0..<4 {
            guard let digit = NumberParsing.digitValue(bytes[place + offset]), digit < 16 else {
                throw mistake("Invalid \\uXXXX escape", at: place - 1)
            }
            value = value << 4 | UInt32(digit)
        }
        place += 4
        return value
    }
}

/// How Python's `json` writes strings and floats.
enum JSONText {
    static func string(_ text: String, asciiOnly: Bool) -> String {
        var isPlain = true
        for byte in text.utf8
        where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte > 0x7E {
            isPlain = false
            break
        }
        if isPlain { return "\"\(text)\"" }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{8}": result += "\\b"
            case "\u{C}": result += "\\f"
            default:
                if scalar.value < 0x20 || (asciiOnly && scalar.value > 0x7E) {
                    for unit in String(Character(scalar)).utf16 {
                        let digits = String(unit, radix: 16)
                        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
                    }
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }

    /// Nothing for what JSON has no word for is still written: `NaN`, `Infinity`.
    static func float(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
        return FloatText.repr(value)
    }
}
