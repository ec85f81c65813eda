/// A half-open range of UTF-8 byte offsets into one ``Source``. Every node, token and error has
/// one; lines and columns are computed from it only for printing.
public typealias SourceRange = Range<Int>

/// The text of one cell or file, with what is needed to turn byte offsets into lines and columns.
public final class Source: Sendable {
    /// What errors call it: a path, or `cell 3`.
    public let name: String
    public let text: String
    /// The text as UTF-8, which all offsets count in.
    public let utf8: [UInt8]
    /// Offsets at which lines begin; the first is 0. `\n`, `\r\n` and `\r` all end a line.
    public let lineStarts: [Int]

    public init(name: String, text: String) {
        self.name = name
        self.text = text
        utf8 = Array(text.utf8)
        var starts = [0]
        for (offset, byte) in utf8.enumerated() where byte == 0x0A || byte == 0x0D {
            if byte == 0x0D, offset + 1 < utf8.count, utf8[offset + 1] == 0x0A { continue }
            starts.append(offset + 1)
        }
        lineStarts = starts
    }

    /// The 1-based number of the line that holds `offset`. Offsets beyond the text count as its
    /// end.
    public func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The bytes of a 1-based line without its line ending; empty past the last line.
    public func range(ofLine line: Int) -> SourceRange {
        guard line >= 1, line <= lineStarts.count else { return utf8.count..<utf8.count }
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] : utf8.count
        while end > start, utf8[end - 1] == 0x0A || utf8[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// The text of a range; parts outside the source are left off, broken characters repaired.
    public func text(in range: SourceRange) -> String {
        String(decoding: utf8[range.clamped(to: 0..<utf8.count)], as: UTF8.self)
    }

    /// Line and column of an offset, both from 1. The column counts characters (Unicode scalars),
    /// as Python's tools do.
    public func position(at offset: Int) -> (line: Int, column: Int) {
        let line = line(at: offset)
        let start = lineStarts[line - 1]
        let end = min(max(offset, start), utf8.count)
        let column = utf8[start..<end].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        return (line, column)
    }
}
