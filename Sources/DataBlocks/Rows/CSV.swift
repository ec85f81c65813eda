import Foundation

/// Reading of comma-separated files as RFC 4180 describes them, and a little more: any line ends, any
/// one-byte delimiter, UTF-8, UTF-16 with its mark, and Latin-1 for what is neither.
public enum CSV {
    /// Reads a whole file.
    ///
    /// - Parameters:
    ///   - hasHeader: whether the first line names the columns; else they are called 0, 1, ….
    ///   - skipsBlanks: whether blanks behind delimiters are left out: pandas' `skipinitialspace`.
    /// - Throws: ``DataBlockError`` with the line at fault.
    public static func read(
        _ path: String, delimiter: Character = ",", hasHeader: Bool = true, skipsBlanks: Bool = false
    ) throws(DataBlockError) -> DataTable {
        guard let data = FileManager.default.contents(atPath: path) else {
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            let reason = isFolder.boolValue ? "it is a folder" : exists ? "permission denied" : "there is no such file"
            throw .badTable(path, reason: reason)
        }
        return try parse(
            text(of: data), named: path, delimiter: delimiter, hasHeader: hasHeader, skipsBlanks: skipsBlanks)
    }

    /// Reads a text.
    public static func parse(
        _ text: String, named name: String = "the text", delimiter: Character = ",", hasHeader: Bool = true,
        skipsBlanks: Bool = false
    ) throws(DataBlockError) -> DataTable {
        guard let separator = delimiter.utf8.first, delimiter.utf8.count == 1 else {
            throw .invalidSetting("the delimiter '\(delimiter)' is not one plain character")
        }
        var rows = try split(text, named: name, separator: separator, skipsBlanks: skipsBlanks)
        guard let first = rows.first else { throw .badTable(name, reason: "it is empty") }
        let header = hasHeader ? unique(first.map(String.init)) : first.indices.map(String.init)
        if hasHeader { rows.removeFirst() }
        for (number, row) in rows.enumerated() where row.count > header.count {
            let line = number + (hasHeader ? 2 : 1)
            throw .badTable(name, reason: "row \(line) has \(row.count) fields, and the first has \(header.count)")
        }
        // Fields missing at a row's end are missing values.
        let columns = header.indices.map { index in
            Column(inferring: rows.map { index < $0.count ? $0[index] : "" })
        }
        return try DataTable(zip(header, columns).map { ($0, $1) })
    }

    /// The fields of each line that is not empty.
    private static func split(
        _ text: String, named name: String, separator: UInt8, skipsBlanks: Bool
    ) throws(DataBlockError) -> [[Substring]] {
        var text = text
        text.makeContiguousUTF8()
        let bytes = text.utf8
        let (newline, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == newline || byte == carriage }
        var rows = [[Substring]]()
        var row = [Substring]()
        var place = bytes.startIndex
        var line = 1
        while place <= bytes.endIndex {
            while skipsBlanks, place < bytes.endIndex, bytes[place] == UInt8(ascii: " ") {
                place = bytes.index(after: place)
            }
            var field: Substring = ""
            if place < bytes.endIndex, bytes[place] == UInt8(ascii: "\"") {
                (field, place) = try quoted(text, from: place, named: name, line: &line)
            }
            // What follows a closing quote belongs to the field, as Python's csv has it.
            let start = place
            while place < bytes.endIndex, !isEnd(bytes[place]) { place = bytes.index(after: place) }
            if start < place { field = field.isEmpty ? text[start..<place] : Substring(field + text[start..<place]) }
            row.append(field)
            let end = place < bytes.endIndex ? bytes[place] : nil
            if end != nil { place = bytes.index(after: place) }
            if end == separator { continue }
            if end == carriage, place < bytes.endIndex, bytes[place] == newline { place = bytes.index(after: place) }
            line += 1
            if row.count > 1 || !row[0].isEmpty { rows.append(row) }
            row = []
            if place == bytes.endIndex { break }
        }
        return rows
    }

    /// A field in quotes, two of which stand for one, and the place behind it.
    private static func quoted(
        _ text: String, from start: String.Index, named name: String, line: inout Int
    ) throws(DataBlockError) -> (Substring, String.Index) {
        let bytes = text.utf8
        let quote = UInt8(ascii: "\"")
        let begun = line
        var place = bytes.index(after: start)
        var field: String?
        var piece = place
        while place < bytes.endIndex {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\n") { line += 1 }
            let next = bytes.index(after: place)
            guard byte == quote else {
                place = next
                continue
            }
            guard next < bytes.endIndex, bytes[next] == quote else {
                let last = text[piece..<place]
                return (field.map { Substring($0 + last) } ?? last, next)
            }
            field = (field ?? "") + text[piece..<next]
            place = bytes.index(after: next)
            piece = place
        }
        throw .badTable(name, reason: "the quote that opens in line \(begun) is never closed")
    }

    /// Names that occur twice get a number, as pandas gives it.
    private static func unique(_ names: [String]) -> [String] {
        var seen = [String: Int]()
        return names.enumerated().map { index, name in
            let name = name.isEmpty ? "Unnamed: \(index)" : name
            defer { seen[name, default: 0] += 1 }
            return seen[name].map { "\(name).\($0)" } ?? name
        }
    }

    private static func text(of data: Data) -> String {
        if data.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: data.dropFirst(3), as: UTF8.self) }
        if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) {
            return String(data: data, encoding: .utf16) ?? ""
        }
        return String(validating: data, as: UTF8.self)
            ?? String(
                decoding: data.flatMap { byte in
                    byte < 0x80 ? [byte] : [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
                }, as: UTF8.self)
    }
}
