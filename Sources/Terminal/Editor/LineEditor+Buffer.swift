internal import CReadline

/// The buffer that readline holds, seen as text with UTF-8 offsets.
extension LineEditor {
    var text: String { String(cString: cr_text()) }

    var point: Int {
        get { Int(cr_point()) }
        set { cr_set_point(max(0, newValue)) }
    }

    var length: Int { Int(cr_length()) }

    /// Whether the history is being searched.
    var isSearching: Bool { cr_is_searching() != 0 }

    func replace(_ range: Range<Int>, with text: String) {
        cr_replace(range.lowerBound, range.upperBound, text)
    }

    func insert(_ text: String) { replace(point..<point, with: text) }

    /// The line of the buffer that an offset is in, without its newline.
    func line(at offset: Int, in bytes: [UInt8]) -> Range<Int> {
        let newline = UInt8(ascii: "\n")
        let start = bytes[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
        return start..<(bytes[offset...].firstIndex(of: newline) ?? bytes.count)
    }

    var bytes: [UInt8] { Array(text.utf8) }

    /// The place one character, as a reader sees it, before `offset`.
    func before(_ offset: Int, in bytes: [UInt8]) -> Int {
        guard offset > 0 else { return 0 }
        let start = line(at: offset, in: bytes).lowerBound
        guard offset > start else { return offset - 1 }
        return offset - (String(decoding: bytes[start..<offset], as: UTF8.self).last?.utf8.count ?? 1)
    }

    /// The place one character behind `offset`.
    func after(_ offset: Int, in bytes: [UInt8]) -> Int {
        guard offset < bytes.count else { return bytes.count }
        let end = line(at: offset, in: bytes).upperBound
        guard offset < end else { return offset + 1 }
        return offset + (String(decoding: bytes[offset..<end], as: UTF8.self).first?.utf8.count ?? 1)
    }
}
