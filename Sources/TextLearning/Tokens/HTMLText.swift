/// What is left of HTML in a text, as plain text.
enum HTMLText {
    private static let names = table(HTMLEntityTable.names)
    private static let bareNames = Set(HTMLEntityTable.bareNames.split(whereSeparator: \.isWhitespace).map(String.init))

    private static func table(_ text: String) -> [String: String] {
        var table: [String: String] = [:]
        for entry in text.split(whereSeparator: \.isWhitespace) {
            let sides = entry.split(separator: "=")
            guard sides.count == 2 else { continue }
            let scalars = sides[1].split(separator: "+").compactMap {
                UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
            }
            table[String(sides[0])] = String(String.UnicodeScalarView(scalars))
        }
        return table
    }

    /// Replaces references such as `&amp;`, `&#39;` and `&#x27;` by their characters: Python's `html.unescape`.
    static func unescaped(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var place = 0
        while place < text.count {
            if text[place] == UInt8(ascii: "&"), let (characters, length) = reference(text[(place + 1)...]) {
                result += Array(characters.utf8)
                place += 1 + length
            } else {
                result.append(text[place])
                place += 1
            }
        }
        return result
    }

    /// What stands behind an ampersand, and its length; nil where it is no reference.
    private static func reference(_ text: ArraySlice<UInt8>) -> (String, Int)? {
        if text.first == UInt8(ascii: "#") { return number(text.dropFirst()).map { ($0.0, $0.1 + 1) } }
        let stops = Array("\t\n\u{0C} <&#;".utf8)
        // At most 32 characters, of one byte each in every name that there is.
        let name = text.prefix(32).prefix { !stops.contains($0) && $0 < 128 }
        guard !name.isEmpty else { return nil }
        let word = String(decoding: name, as: UTF8.self)
        if text.dropFirst(name.count).first == UInt8(ascii: ";"), let found = names[word] {
            return (found, name.count + 1)
        }
        for length in stride(from: name.count, to: 1, by: -1) {
            let start = String(word.utf8.prefix(length)) ?? ""
            if bareNames.contains(start), let found = names[start] { return (found, length) }
        }
        return nil
    }

    private static func number(_ text: ArraySlice<UInt8>) -> (String, Int)? {
        let isHexadecimal = text.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let rest = isHexadecimal ? text.dropFirst() : text
        let digits = rest.prefix {
            isHexadecimal ? Character(Unicode.Scalar($0)).isHexDigit && $0 < 128 : (48...57).contains($0)
        }
        guard !digits.isEmpty else { return nil }
        var length = digits.count + (isHexadecimal ? 1 : 0)
        if rest.dropFirst(digits.count).first == UInt8(ascii: ";") { length += 1 }
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10) ?? .max
        return (character(value), length)
    }

    /// The character of a number, with HTML's rules for numbers that are none.
    private static func character(_ value: UInt32) -> String {
        if let replaced = replacements[value].flatMap(Unicode.Scalar.init) { return String(Character(replaced)) }
        if (0xD800...0xDFFF).contains(value) || value > 0x10FFFF { return "\u{FFFD}" }
        switch value {
        case 0x1...0x8, 0xB, 0xE...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: return ""
        default: break
        }
        if value & 0xFFFE == 0xFFFE { return "" }
        return Unicode.Scalar(value).map { String(Character($0)) } ?? ""
    }

    /// Windows-1252's characters under their old numbers.
    private static let replacements: [UInt32: UInt32] = [
        0: 0xFFFD, 0x0D: 0x0D, 0x80: 0x20AC, 0x81: 0x81, 0x82: 0x201A, 0x83: 0x192, 0x84: 0x201E, 0x85: 0x2026,
        0x86: 0x2020, 0x87: 0x2021, 0x88: 0x2C6, 0x89: 0x2030, 0x8A: 0x160, 0x8B: 0x2039, 0x8C: 0x152, 0x8D: 0x8D,
        0x8E: 0x17D, 0x8F: 0x8F, 0x90: 0x90, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022,
        0x96: 0x2013, 0x97: 0x2014, 0x98: 0x2DC, 0x99: 0x2122, 0x9A: 0x161, 0x9B: 0x203A, 0x9C: 0x153, 0x9D: 0x9D,
        0x9E: 0x17E, 0x9F: 0x178,
    ]
}
