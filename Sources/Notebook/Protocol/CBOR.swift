/// A value of CBOR (RFC 8949), the binary form of JSON's data that carries bytes as bytes. Only what
/// ``CBOREncoder`` writes is read: definite lengths, text keys, 64-bit integers and doubles.
enum CBOR: Equatable {
    case null
    case bool(Bool)
    case int(Int64)
    /// Beyond `Int64`.
    case unsigned(UInt64)
    case double(Double)
    case text(String)
    case bytes([UInt8])
    /// Doubles one behind the other, little-endian (tag 86 of RFC 8746).
    case doubles([Double])
    case array([CBOR])
    case map([(key: String, value: CBOR)])

    static func == (left: CBOR, right: CBOR) -> Bool { left.serialized() == right.serialized() }

    subscript(key: String) -> CBOR? {
        guard case .map(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    // MARK: Writing

    func serialized() -> [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to out: inout [UInt8]) {
        switch self {
        case .null: out.append(0xF6)
        case .bool(let flag): out.append(flag ? 0xF5 : 0xF4)
        case .int(let value) where value >= 0: Self.head(0, UInt64(value), &out)
        case .int(let value): Self.head(1, UInt64(bitPattern: ~value), &out)
        case .unsigned(let value): Self.head(0, value, &out)
        case .double(let value):
            out.append(0xFB)
            Self.big(value.bitPattern, 8, &out)
        case .text(let text):
            let utf8 = text.utf8
            Self.head(3, UInt64(utf8.count), &out)
            out += utf8
        case .bytes(let bytes):
            Self.head(2, UInt64(bytes.count), &out)
            out += bytes
        case .doubles(let values):
            Self.head(6, 86, &out)
            Self.head(2, UInt64(values.count * 8), &out)
            for value in values { withUnsafeBytes(of: value.bitPattern.littleEndian) { out += $0 } }
        case .array(let items):
            Self.head(4, UInt64(items.count), &out)
            for item in items { item.write(to: &out) }
        case .map(let members):
            Self.head(5, UInt64(members.count), &out)
            for (key, value) in members {
                CBOR.text(key).write(to: &out)
                value.write(to: &out)
            }
        }
    }

    private static func head(_ major: UInt8, _ value: UInt64, _ out: inout [UInt8]) {
        switch value {
        case 0..<24: out.append(major << 5 | UInt8(value))
        case 24...0xFF:
            out.append(major << 5 | 24)
            big(value, 1, &out)
        case 0x100...0xFFFF:
            out.append(major << 5 | 25)
            big(value, 2, &out)
        case 0x10000...0xFFFF_FFFF:
            out.append(major << 5 | 26)
            big(value, 4, &out)
        default:
            out.append(major << 5 | 27)
            big(value, 8, &out)
        }
    }

    private static func big(_ value: UInt64, _ count: Int, _ out: inout [UInt8]) {
        for index in (0..<count).reversed() { out.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
    }
}

/// Reads CBOR. Bytes from anywhere give a value or an error: lengths are checked against what is
/// there before anything is made, and values nest at most 64 deep.
struct CBORReader {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0
    private var depth = 0

    static func read(_ bytes: [UInt8]) throws(ProtocolError) -> CBOR {
        var result = Result<CBOR, ProtocolError>.failure(.malformed("nothing was read"))
        bytes.withUnsafeBytes { buffer in
            var reader = CBORReader(bytes: buffer)
            do throws(ProtocolError) {
                let value = try reader.value()
                guard reader.place == buffer.count else { throw ProtocolError.malformed("bytes are left over") }
                result = .success(value)
            } catch {
                result = .failure(error)
            }
        }
        return try result.get()
    }

    private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    private mutating func byte() throws(ProtocolError) -> UInt8 {
        guard place < bytes.count else { throw .malformed("it ends too early") }
        defer { place += 1 }
        return bytes[place]
    }

    private mutating func number(_ count: Int) throws(ProtocolError) -> UInt64 {
        var value: UInt64 = 0
        for _ in 0..<count { value = value << 8 | UInt64(try byte()) }
        return value
    }

    private mutating func argument(_ info: UInt8) throws(ProtocolError) -> UInt64 {
        switch info {
        case 0..<24: UInt64(info)
        case 24: try number(1)
        case 25: try number(2)
        case 26: try number(4)
        case 27: try number(8)
        default: throw .malformed("a length of an unknown kind")
        }
    }

    /// A count of things that take at least `size` bytes each.
    private mutating func count(_ info: UInt8, size: Int) throws(ProtocolError) -> Int {
        let count = try argument(info)
        guard count <= UInt64((bytes.count - place) / size) else { throw .malformed("a length beyond the end") }
        return Int(count)
    }

    private mutating func slice(_ count: Int) -> UnsafeRawBufferPointer {
        defer { place += count }
        return UnsafeRawBufferPointer(rebasing: bytes[place..<(place + count)])
    }

    private mutating func value() throws(ProtocolError) -> CBOR {
        let first = try byte()
        let info = first & 0x1F
        switch first >> 5 {
        case 0:
            let value = try argument(info)
            return Int64(exactly: value).map { .int($0) } ?? .unsigned(value)
        case 1:
            let value = try argument(info)
            guard value <= UInt64(Int64.max) else { throw .malformed("an integer beyond 64 bits") }
            return .int(~Int64(value))
        case 2: return .bytes(Array(slice(try count(info, size: 1))))
        case 3: return .text(try text(info))
        case 4:
            var items: [CBOR] = []
            try enter()
            for _ in 0..<(try count(info, size: 1)) { items.append(try value()) }
            depth -= 1
            return .array(items)
        case 5:
            var members: [(key: String, value: CBOR)] = []
            try enter()
            for _ in 0..<(try count(info, size: 2)) {
                let key = try byte()
                guard key >> 5 == 3 else { throw .malformed("a key that is no text") }
                members.append((try text(key & 0x1F), try value()))
            }
            depth -= 1
            return .map(members)
        case 6: return try tagged(try argument(info))
        default: return try simple(info)
        }
    }

    private mutating func enter() throws(ProtocolError) {
        depth += 1
        guard depth <= 64 else { throw .malformed("values nest too deep") }
    }

    private mutating func text(_ info: UInt8) throws(ProtocolError) -> String {
        let utf8 = slice(try count(info, size: 1))
        guard let text = String(validating: utf8, as: UTF8.self) else { throw .malformed("text that is not UTF-8") }
        return text
    }

    private mutating func tagged(_ tag: UInt64) throws(ProtocolError) -> CBOR {
        guard tag == 86, case let head = try byte(), head >> 5 == 2 else { throw .malformed("an unknown tag") }
        let data = slice(try count(head & 0x1F, size: 1))
        guard data.count % 8 == 0 else { throw .malformed("half a number") }
        return .doubles(
            (0..<data.count / 8).map { index in
                Double(bitPattern: UInt64(littleEndian: data.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)))
            })
    }

    private mutating func simple(_ info: UInt8) throws(ProtocolError) -> CBOR {
        switch info {
        case 20: return .bool(false)
        case 21: return .bool(true)
        case 22: return .null
        case 27: return .double(Double(bitPattern: try number(8)))
        default: throw .malformed("a value of an unknown kind")
        }
    }
}
