/// Reads JSON (RFC 8259). What a hostile file can do is bounded: values nest at most 200 deep.
struct JSONParser {
    private let bytes: [UInt8]
    private var place = 0
    private var depth = 0

    static let deepest = 200

    static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSON {
        var parser = JSONParser(bytes: bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.place = 3 }
        let value = try parser.value()
        parser.skipSpace()
        guard parser.place == bytes.count else { throw parser.error("text after the value") }
        return value
    }

    /// Reads the value at the beginning of `text`, and returns what follows it.
    static func parsePrefix(_ text: Substring) throws(JSONError) -> (value: JSON, rest: Substring) {
        var parser = JSONParser(bytes: Array(text.utf8))
        let value = try parser.value()
        return (value, Substring(String(decoding: parser.bytes[parser.place...], as: UTF8.self)))
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func error(_ message: String) -> JSONError { JSONError(message: message, offset: place) }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard next == byte else { return false }
        place += 1
        return true
    }

    private mutating func value() throws(JSONError) -> JSON {
        skipSpace()
        guard let byte = next else { throw error("the text ends too early") }
        switch byte {
        case UInt8(ascii: "{"): return .object(try nested { parser throws(JSONError) in try parser.object() })
        case UInt8(ascii: "["): return .array(try nested { parser throws(JSONError) in try parser.array() })
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        // Python writes these, and some notebooks have them in their outputs.
        case UInt8(ascii: "N"): return try word("NaN", .number("NaN"))
        case UInt8(ascii: "I"): return try word("Infinity", .number("Infinity"))
        default: return .number(try number())
        }
    }

    private mutating func nested<Value>(
        _ body: (inout JSONParser) throws(JSONError) -> Value
    ) throws(JSONError) -> Value {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw error("values nest more than \(Self.deepest) deep") }
        place += 1
        return try body(&self)
    }

    private mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
        let end = place + word.utf8.count
        guard end <= bytes.count, bytes[place..<end].elementsEqual(word.utf8) else {
            throw error("'\(word)' was expected")
        }
        place = end
        return value
    }

    private mutating func object() throws(JSONError) -> JSONObject {
        var members: [(name: String, value: JSON)] = []
        var places: [String: Int] = [:]
        if take(UInt8(ascii: "}")) { return JSONObject() }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw error("a member's name was expected") }
            let name = try string()
            guard take(UInt8(ascii: ":")) else { throw error("':' was expected") }
            let value = try value()
            // Of a name that comes twice the last value counts, as in Python.
            if let place = places[name] {
                members[place].value = value
            } else {
                places[name] = members.count
                members.append((name, value))
            }
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw error("',' or '}' was expected") }
        return JSONObject(members: members)
    }

    private mutating func array() throws(JSONError) -> [JSON] {
        var items: [JSON] = []
        if take(UInt8(ascii: "]")) { return items }
        repeat { items.append(try value()) } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw error("',' or ']' was expected") }
        return items
    }

    private mutating func number() throws(JSONError) -> String {
        let start = place
        let characters = "+-.0123456789eE".utf8
        while let byte = next, characters.contains(byte) { place += 1 }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        if text == "-", next == UInt8(ascii: "I") {
            _ = try word("Infinity", .null)
            return "-Infinity"
        }
        guard let first = text.utf8.first, first != UInt8(ascii: "+"), Double(text) != nil else {
            place = start
            throw error("a value was expected")
        }
        return text
    }

    private mutating func string() throws(JSONError) -> String {
        place += 1
        var result: [UInt8] = []
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: result, as: UTF8.self)
            case UInt8(ascii: "\\"): result += try escape()
            case 0..<0x20:
                place -= 1
                throw error("a control character stands in a string")
            default: result.append(byte)
            }
        }
        throw error("a string is not ended")
    }

    private mutating func escape() throws(JSONError) -> [UInt8] {
        guard let byte = next else { throw error("a string is not ended") }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return Array(String(Character(try unicode())).utf8)
        default:
            place -= 1
            throw error("an unknown escape stands in a string")
        }
    }

    /// Behind `\u`: one scalar, by a pair of escapes where it takes two; half a pair becomes U+FFFD.
    private mutating func unicode() throws(JSONError) -> Unicode.Scalar {
        let first = try hexadecimal()
        if 0xD800..<0xDC00 ~= first, place + 6 <= bytes.count, bytes[place] == UInt8(ascii: "\\"),
            bytes[place + 1] == UInt8(ascii: "u")
        {
            let back = place
            place += 2
            let second = try hexadecimal()
            if 0xDC00..<0xE000 ~= second,
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            {
                return scalar
            }
            place = back
        }
        return Unicode.Scalar(first) ?? "\u{FFFD}"
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt32 {
        guard place + 4 <= bytes.count,
            let value = UInt32(String(decoding: bytes[place..<(place + 4)], as: UTF8.self), radix: 16)
        else { throw error("four hexadecimal digits were expected") }
        place += 4
        return value
    }
}
