/// A `str`. Characters are Unicode scalars, as in CPython.
public final class Str: Object {
    /// The text. Compare and search it by scalars or UTF-8: Swift's own comparison takes different spellings of one
    /// character for equal, which Python's does not.
    public internal(set) var text: String
    private var knownHash = 0
    private var knownCount = -1

    @usableFromInline init(text: String) {
        self.text = text
        super.init(type: types.str)
    }

    /// Before there is a class `str`.
    init(text: String, type: TypeObject?) {
        self.text = text
        super.init(metatype: type)
    }

    public convenience init(_ text: some StringProtocol) { self.init(text: String(text)) }

    /// The number of characters.
    public var count: Int {
        if knownCount < 0 { knownCount = text.unicodeScalars.count }
        return knownCount
    }

    /// Whether each character is one byte, so that they can be found by position in constant time.
    public var isASCII: Bool { count == text.utf8.count }

    /// The same for equal texts; never 0.
    public var hash: Int {
        if knownHash == 0 { knownHash = Self.hash(of: text) }
        return knownHash
    }

    public static func == (left: Str, right: Str) -> Bool {
        left === right || left.hasSameText(as: right.text)
    }

    func hasSameText(as other: String) -> Bool {
        guard text.utf8.count == other.utf8.count else { return false }
        return Str.compareBytes(text, other) == 0
    }

    /// Negative, zero or positive, by the order of scalars.
    public static func compare(_ left: Str, _ right: Str) -> Int { compareBytes(left.text, right.text) }

    private static func compareBytes(_ left: String, _ right: String) -> Int {
        var left = left
        var right = right
        return left.withUTF8 { a in
            right.withUTF8 { b in
                let shared = min(a.count, b.count)
                for index in 0..<shared where a[index] != b[index] {
                    return a[index] < b[index] ? -1 : 1
                }
                return a.count - b.count
            }
        }
    }

    /// The character at a position within `0..<count`.
    public func character(at position: Int) -> Str {
        if isASCII {
            let utf8 = text.utf8
            return Str.single(Unicode.Scalar(utf8[utf8.index(utf8.startIndex, offsetBy: position)]))
        }
        let scalars = text.unicodeScalars
        return Str.single(scalars[scalars.index(scalars.startIndex, offsetBy: position)])
    }

    /// A string of one character.
    public static func single(_ scalar: Unicode.Scalar) -> Str {
        scalar.value < 256 ? latin.strings[Int(scalar.value)] : Str(text: String(Character(scalar)))
    }

    /// Puts text at the end, when nobody else holds this string.
    func appendInPlace(_ other: Str) {
        let isKnown = knownCount >= 0 && other.knownCount >= 0
        knownCount = isKnown ? knownCount + other.knownCount : -1
        knownHash = 0
        text.append(other.text)
    }

    private static let latin = LatinStrings()

    private struct LatinStrings: @unchecked Sendable {
        let strings: [Str] = (0..<256).map { value in
            let string = Str(text: String(Character(Unicode.Scalar(UInt8(value)))))
            _ = (string.hash, string.count)
            return string
        }
    }

    /// A multiply-and-rotate hash over eight bytes at a time.
    private static func hash(of text: String) -> Int {
        var text = text
        let hash = text.withUTF8 { bytes -> UInt64 in
            var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
            var offset = 0
            while offset + 8 <= bytes.count {
                let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                hash = (hash ^ word) &* 0x2127_599B_F432_5C37
                hash ^= hash >> 29
                offset += 8
            }
            var word: UInt64 = 0
            while offset < bytes.count {
                word = word << 8 | UInt64(bytes[offset])
                offset += 1
            }
            hash = (hash ^ word) &* 0x8803_55F2_1E6D_1965
            return hash ^ hash >> 32
        }
        let value = Int(truncatingIfNeeded: hash)
        return value == 0 || value == -1 ? 1 : value
    }
}

/// A `bytes`.
public final class Bytes: Object {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        super.init(type: types.bytes)
    }
}
