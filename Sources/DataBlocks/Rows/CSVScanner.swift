import Tensors

/// A field of a row: a part of the file, or bytes of its own where quotes had to be taken out.
struct CSVField {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Holds what ``bytes`` points to; nil for a part of the file.
    let own: CSVOwnBytes?

    static var empty: CSVField { CSVField(bytes: UnsafeBufferPointer(start: nil, count: 0), own: nil) }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Bytes that a field does not share with the file.
final class CSVOwnBytes {
    let bytes: UnsafeMutableBufferPointer<UInt8>

    init(_ content: [UInt8]) {
        bytes = .allocate(capacity: content.count)
        _ = bytes.initialize(from: content)
    }

    deinit { bytes.deallocate() }
}

/// Goes through the rows of a file, from first to last.
struct CSVScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let name: String
    private let separator: UInt8
    private let skipsBlanks: Bool

    private static let newline = UInt8(ascii: "\n")
    private static let carriage = UInt8(ascii: "\r")
    private static let quote = UInt8(ascii: "\"")

    init(_ bytes: UnsafeBufferPointer<UInt8>, name: String, separator: UInt8, skipsBlanks: Bool) {
        (self.bytes, self.name, self.separator, self.skipsBlanks) = (bytes, name, separator, skipsBlanks)
    }

    /// Calls `body` with each row that is not empty, and the number of its line.
    ///
    /// - Throws: ``DataBlockError`` for a quote that is never closed; `TensorError.interrupted`.
    func forEachRow(_ body: (Int, [CSVField]) throws -> Void) throws {
        var fields: [CSVField] = []
        var (place, line, rows) = (0, 1, 0)
        while place < bytes.count {
            let begun = line
            fields.removeAll(keepingCapacity: true)
            var isOpen = true
            while isOpen {
                fields.append(try field(&place, &line))
                guard place < bytes.count else { break }
                let end = bytes[place]
                place += 1
                if end == separator {
                    // A delimiter at the very end has an empty field behind it.
                    if place == bytes.count { fields.append(.empty) }
                    continue
                }
                if end == Self.carriage, place < bytes.count, bytes[place] == Self.newline { place += 1 }
                line += 1
                isOpen = false
            }
            if fields.count > 1 || fields.first?.bytes.isEmpty == false {
                try body(begun, fields)
                rows += 1
                if rows % 4096 == 0 { try Interruption.check() }
            }
        }
    }

    /// The field at a place, which goes on to the delimiter or line end behind it.
    private func field(_ place: inout Int, _ line: inout Int) throws -> CSVField {
        while skipsBlanks, place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
        if place < bytes.count, bytes[place] == Self.quote { return try quoted(&place, &line) }
        let start = place
        skip(&place)
        return CSVField(bytes: UnsafeBufferPointer(rebasing: bytes[start..<place]), own: nil)
    }

    private func skip(_ place: inout Int) {
        while place < bytes.count {
            let byte = bytes[place]
            if byte == separator || byte == Self.newline || byte == Self.carriage { return }
            place += 1
        }
    }

    /// A field in quotes, two of which stand for one. What follows a closing quote belongs to the field, as Python's csv
    /// has it.
    private func quoted(_ place: inout Int, _ line: inout Int) throws -> CSVField {
        let begun = line
        place += 1
        let start = place
        var content: [UInt8]?
        var piece = place
        while place < bytes.count {
            let byte = bytes[place]
            if byte == Self.newline { line += 1 }
            guard byte == Self.quote else {
                place += 1
                continue
            }
            if place + 1 < bytes.count, bytes[place + 1] == Self.quote {
                content = (content ?? []) + bytes[piece...place]
                place += 2
                piece = place
                continue
            }
            let end = place
            place += 1
            let tail = place
            skip(&place)
            if content == nil, tail == place {
                return CSVField(bytes: UnsafeBufferPointer(rebasing: bytes[start..<end]), own: nil)
            }
            let own = CSVOwnBytes((content ?? []) + bytes[piece..<end] + bytes[tail..<place])
            return CSVField(bytes: UnsafeBufferPointer(own.bytes), own: own)
        }
        throw DataBlockError.badTable(name, reason: "the quote that opens in line \(begun) is never closed")
    }
}
