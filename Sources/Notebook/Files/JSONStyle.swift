/// How a JSON file is laid out, so that one that was read is written back byte for byte.
public struct JSONStyle: Sendable, Equatable {
    /// What one level is indented by; nil writes all on one line, as `json.dumps` does.
    public var indent: String?
    /// Everything beyond ASCII is escaped.
    public var isASCII: Bool
    public var endsWithNewline: Bool

    /// As nbformat writes notebooks: one space a level, UTF-8, a newline at the end.
    public static let notebook = JSONStyle(indent: " ", isASCII: false, endsWithNewline: true)

    public init(indent: String?, isASCII: Bool, endsWithNewline: Bool) {
        self.indent = indent
        self.isASCII = isASCII
        self.endsWithNewline = endsWithNewline
    }

    /// The style that a file seems to be written in.
    init(of bytes: [UInt8]) {
        endsWithNewline = bytes.last == 0x0A
        isASCII = !bytes.contains { $0 >= 0x80 } && Self.hasEscapes(bytes)
        let firstLine = bytes.prefix { $0 != 0x0A }
        indent =
            firstLine.count >= bytes.count - 1
            ? nil
            : String(decoding: bytes.dropFirst(firstLine.count + 1).prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
    }

    /// Whether a character beyond ASCII is written as `\u….`
    private static func hasEscapes(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while index + 1 < bytes.count {
            guard bytes[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            if bytes[index + 1] == UInt8(ascii: "u"), index + 6 <= bytes.count,
                !(bytes[index + 2] == UInt8(ascii: "0") && bytes[index + 3] == UInt8(ascii: "0"))
            {
                return true
            }
            if bytes[index + 1] == UInt8(ascii: "u"), index + 6 <= bytes.count, bytes[index + 4] >= UInt8(ascii: "8") {
                return true
            }
            index += 2
        }
        return false
    }
}

extension JSON {
    /// The value as text in a style.
    public func written(_ style: JSONStyle) -> String {
        var writer = JSONWriter(style: style)
        writer.write(self, depth: 0)
        if style.endsWithNewline { writer.bytes.append(0x0A) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The value on one line with spaces behind commas and colons, as in a script's header.
    var inline: String { written(JSONStyle(indent: nil, isASCII: false, endsWithNewline: false)) }
}

private struct JSONWriter {
    let style: JSONStyle
    var bytes: [UInt8] = []

    mutating func write(_ value: JSON, depth: Int) {
        switch value {
        case .null: put("null")
        case .bool(let flag): put(flag ? "true" : "false")
        case .number(let text): put(text)
        case .string(let text): string(text)
        case .array(let items):
            list("[", "]", items, depth) { writer, item in writer.write(item, depth: depth + 1) }
        case .object(let object):
            list("{", "}", object.members, depth) { writer, member in
                writer.string(member.name)
                writer.put(": ")
                writer.write(member.value, depth: depth + 1)
            }
        }
    }

    private mutating func put(_ text: String) { bytes += text.utf8 }

    private mutating func list<Item>(
        _ open: String, _ close: String, _ items: [Item], _ depth: Int, _ write: (inout JSONWriter, Item) -> Void
    ) {
        put(open)
        for (index, item) in items.enumerated() {
            if index > 0 { put(style.indent == nil ? ", " : ",") }
            newLine(depth + 1)
            write(&self, item)
        }
        if !items.isEmpty { newLine(depth) }
        put(close)
    }

    private mutating func newLine(_ depth: Int) {
        guard let indent = style.indent else { return }
        bytes.append(0x0A)
        for _ in 0..<depth { bytes += indent.utf8 }
    }

    private mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": put("\\\"")
            case "\\": put("\\\\")
            case "\n": put("\\n")
            case "\r": put("\\r")
            case "\t": put("\\t")
            case "\u{8}": put("\\b")
            case "\u{C}": put("\\f")
            case _ where scalar.value < 0x20 || (style.isASCII && scalar.value > 0x7F):
                for unit in UTF16.encode(scalar) ?? UTF16.EncodedScalar() { put("\\u" + Self.hexadecimal(unit)) }
            default: bytes += UTF8.encode(scalar) ?? UTF8.EncodedScalar()
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func hexadecimal(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
