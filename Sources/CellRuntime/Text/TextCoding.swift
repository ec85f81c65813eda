/// Text as bytes and back, in the encodings that need no tables: UTF-8, UTF-16, UTF-32, ASCII and Latin-1.
enum TextCoding {
    enum Encoding: Equatable {
        case utf8, utf8Signed, ascii, latin1
        case utf16(bigEndian: Bool?), utf32(bigEndian: Bool?)

        /// By any of its names; case, `-` and `_` do not matter.
        init?(_ name: String) {
            switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
            case "utf8", "u8", "utf", "cp65001": self = .utf8
            case "utf8sig": self = .utf8Signed
            case "ascii", "usascii", "646": self = .ascii
            case "latin1", "iso88591", "latin", "l1", "8859", "cp819": self = .latin1
            case "utf16", "u16": self = .utf16(bigEndian: nil)
            case "utf16le": self = .utf16(bigEndian: false)
            case "utf16be": self = .utf16(bigEndian: true)
            case "utf32", "u32": self = .utf32(bigEndian: nil)
            case "utf32le": self = .utf32(bigEndian: false)
            case "utf32be": self = .utf32(bigEndian: true)
            default: return nil
            }
        }

        var name: String {
            switch self {
            case .utf8, .utf8Signed: "utf-8"
            case .ascii: "ascii"
            case .latin1: "latin-1"
            case .utf16: "utf-16"
            case .utf32: "utf-32"
            }
        }
    }

    static func encoding(_ value: Value) throws(Raise) -> Encoding {
        if value.isUnset || value.isNone { return .utf8 }
        guard let name = value.text else {
            throw .typeError("argument 'encoding' must be str, not \(value.type.name)")
        }
        guard let encoding = Encoding(name) else { throw Raise(exceptions.lookupError, "unknown encoding: \(name)") }
        return encoding
    }

    static func errors(_ value: Value) throws(Raise) -> String {
        if value.isUnset || value.isNone { return "strict" }
        guard let name = value.text else { throw .typeError("argument 'errors' must be str, not \(value.type.name)") }
        return name
    }

    // MARK: Encoding

    static func encode(_ text: String, _ encoding: Value, _ errors: Value) throws(Raise) -> [UInt8] {
        try encode(text, self.encoding(encoding), errors: self.errors(errors))
    }

    static func encode(_ text: String, _ encoding: Encoding, errors: String = "strict") throws(Raise) -> [UInt8] {
        switch encoding {
        case .utf8: return Array(text.utf8)
        case .utf8Signed: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case .ascii: return try narrow(text, below: 0x80, encoding, errors)
        case .latin1: return try narrow(text, below: 0x100, encoding, errors)
        case .utf16(let bigEndian):
            let units = (bigEndian == nil ? [0xFEFF] : []) + Array(text.utf16)
            return units.flatMap { unit in
                bigEndian == true ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            }
        case .utf32(let bigEndian):
            let units = (bigEndian == nil ? [0xFEFF] : []) + text.unicodeScalars.map(\.value)
            return units.flatMap { unit in
                let bytes = stride(from: UInt32(0), to: 32, by: 8).map { UInt8(truncatingIfNeeded: unit >> $0) }
                return bigEndian == true ? bytes.reversed() : bytes
            }
        }
    }

    private static func narrow(
        _ text: String, below limit: UInt32, _ encoding: Encoding, _ errors: String
    ) throws(Raise) -> [UInt8] {
        var result: [UInt8] = []
        let scalars = Array(text.unicodeScalars)
        var place = 0
        while place < scalars.count {
            let scalar = scalars[place]
            if scalar.value < limit {
                result.append(UInt8(scalar.value))
                place += 1
                continue
            }
            switch errors {
            case "ignore": break
            case "replace": result.append(UInt8(ascii: "?"))
            case "xmlcharrefreplace": result += Array("&#\(scalar.value);".utf8)
            case "backslashreplace": result += Array(StringRepr.escape(scalar.value).utf8)
            case "strict":
                var end = place + 1
                while end < scalars.count, scalars[end].value >= limit { end += 1 }
                let where_ =
                    end - place == 1
                    ? "character '\(StringRepr.escape(scalar.value))' in position \(place)"
                    : "characters in position \(place)-\(end - 1)"
                throw Raise(
                    exceptions.unicodeEncodeError,
                    "'\(encoding.name)' codec can't encode \(where_): ordinal not in range(\(limit))")
            default: throw Raise(exceptions.lookupError, "unknown error handler name '\(errors)'")
            }
            place += 1
        }
        return result
    }

    // MARK: Decoding

    static func decode(_ bytes: [UInt8], _ encoding: Value, _ errors: Value) throws(Raise) -> String {
        try decode(bytes, self.encoding(encoding), errors: self.errors(errors))
    }

    static func decode(_ bytes: [UInt8], _ encoding: Encoding, errors: String = "strict") throws(Raise) -> String {
        switch encoding {
        case .utf8: return try utf8(bytes[...], errors)
        case .utf8Signed:
            return try utf8(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], errors)
        case .latin1: return String(scalars: bytes.map { Unicode.Scalar($0) })
        case .ascii:
            var result = String.UnicodeScalarView()
            for (place, byte) in bytes.enumerated() {
                if byte < 0x80 {
                    result.append(Unicode.Scalar(byte))
                } else {
                    try appendReplacement(
                        [byte], at: place..<place + 1, "ascii", "ordinal not in range(128)", errors, to: &result)
                }
            }
            return String(result)
        case .utf16(let bigEndian):
            var isBig = bigEndian ?? false
            var rest = bytes[...]
            if bigEndian == nil {
                if rest.starts(with: [0xFE, 0xFF]) { isBig = true }
                if rest.starts(with: [0xFE, 0xFF]) || rest.starts(with: [0xFF, 0xFE]) { rest = rest.dropFirst(2) }
            }
            guard rest.count % 2 == 0 else {
                throw Raise(
                    exceptions.unicodeDecodeError,
                    "'utf-16-le' codec can't decode byte 0x\(hex(rest.last ?? 0)) in position \(bytes.count - 1): truncated data"
                )
            }
            let units = stride(from: rest.startIndex, to: rest.endIndex, by: 2).map { index -> UInt16 in
                let low = UInt16(rest[isBig ? index + 1 : index])
                return UInt16(rest[isBig ? index : index + 1]) << 8 | low
            }
            return String(decoding: units, as: UTF16.self)
        case .utf32(let bigEndian):
            var isBig = bigEndian ?? false
            var rest = bytes[...]
            if bigEndian == nil, rest.count >= 4 {
                if rest.starts(with: [0, 0, 0xFE, 0xFF]) { isBig = true }
                if isBig || rest.starts(with: [0xFF, 0xFE, 0, 0]) { rest = rest.dropFirst(4) }
            }
            var result = String.UnicodeScalarView()
            for index in stride(from: rest.startIndex, to: rest.endIndex - 3, by: 4) {
                let part = isBig ? Array(rest[index..<index + 4]) : rest[index..<index + 4].reversed()
                let value = part.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                result.append(Unicode.Scalar(value) ?? "\u{FFFD}")
            }
            return String(result)
        }
    }

    private static func utf8(_ bytes: ArraySlice<UInt8>, _ errors: String) throws(Raise) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var result = String.UnicodeScalarView()
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let (length, problem) = sequence(bytes, place)
            if let problem {
                let range = place - bytes.startIndex..<place - bytes.startIndex + length
                try appendReplacement(
                    Array(bytes[place..<place + length]), at: range, "utf-8", problem, errors, to: &result)
            } else {
                result.append(contentsOf: String(decoding: bytes[place..<place + length], as: UTF8.self).unicodeScalars)
            }
            place += length
        }
        return String(result)
    }

    /// The length of the character at a place, or of the bytes that are none, and why.
    private static func sequence(_ bytes: ArraySlice<UInt8>, _ place: Int) -> (length: Int, problem: String?) {
        let first = bytes[place]
        if first < 0x80 { return (1, nil) }
        let count = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
        if count == 0 { return (1, "invalid start byte") }
        let lowest: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
        let highest: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
        for offset in 1..<count {
            guard place + offset < bytes.endIndex else { return (bytes.endIndex - place, "unexpected end of data") }
            let range = offset == 1 ? lowest...highest : 0x80...0xBF
            if !range.contains(bytes[place + offset]) { return (offset, "invalid continuation byte") }
        }
        return (count, nil)
    }

    private static func appendReplacement(
        _ bytes: [UInt8], at range: Range<Int>, _ codec: String, _ problem: String, _ errors: String,
        to result: inout String.UnicodeScalarView
    ) throws(Raise) {
        switch errors {
        case "ignore": return
        case "replace": result.append("\u{FFFD}")
        case "backslashreplace":
            for byte in bytes { result.append(contentsOf: "\\x\(hex(byte))".unicodeScalars) }
        case "strict":
            let what =
                bytes.count == 1
                ? "byte 0x\(hex(bytes[0])) in position \(range.lowerBound)"
                : "bytes in position \(range.lowerBound)-\(range.upperBound - 1)"
            throw Raise(exceptions.unicodeDecodeError, "'\(codec)' codec can't decode \(what): \(problem)")
        default: throw Raise(exceptions.lookupError, "unknown error handler name '\(errors)'")
        }
    }

    static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}
