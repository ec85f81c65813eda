import Foundation
import Tensors

/// Reading of comma-separated files as RFC 4180 describes them, and a little more: any line ends, any
/// one-byte delimiter, UTF-8, UTF-16 with its mark, and Latin-1 for what is neither.
///
/// A file is gone through twice and never held as rows: a column takes what its type takes, and a text that
/// occurs often is kept once.
public enum CSV {
    /// Reads a whole file.
    ///
    /// - Parameters:
    ///   - hasHeader: whether the first line names the columns; else they are called 0, 1, ….
    ///   - skipsBlanks: whether blanks behind delimiters are left out: pandas' `skipinitialspace`.
    /// - Throws: ``DataBlockError`` with the line at fault; `TensorError.interrupted` soon after a stop was asked for.
    public static func read(
        _ path: String, delimiter: Character = ",", hasHeader: Bool = true, skipsBlanks: Bool = false
    ) throws -> DataTable {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        guard exists, !isFolder.boolValue,
            let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        else {
            let reason = isFolder.boolValue ? "it is a folder" : exists ? "permission denied" : "there is no such file"
            throw DataBlockError.badTable(path, reason: reason)
        }
        return try withUTF8(data) { bytes in
            try table(bytes, named: path, delimiter, hasHeader: hasHeader, skipsBlanks: skipsBlanks)
        }
    }

    /// Reads a text.
    public static func parse(
        _ text: String, named name: String = "the text", delimiter: Character = ",", hasHeader: Bool = true,
        skipsBlanks: Bool = false
    ) throws -> DataTable {
        var text = text
        return try text.withUTF8 { bytes in
            try table(bytes, named: name, delimiter, hasHeader: hasHeader, skipsBlanks: skipsBlanks)
        }
    }

    private static func table(
        _ bytes: UnsafeBufferPointer<UInt8>, named name: String, _ delimiter: Character, hasHeader: Bool,
        skipsBlanks: Bool
    ) throws -> DataTable {
        guard let separator = delimiter.utf8.first, delimiter.utf8.count == 1 else {
            throw DataBlockError.invalidSetting("the delimiter '\(delimiter)' is not one plain character")
        }
        let scanner = CSVScanner(bytes, name: name, separator: separator, skipsBlanks: skipsBlanks)
        var header: [String]?
        var kinds: [CSVColumnKind] = []
        var rows = 0
        try scanner.forEachRow { line, fields in
            guard let header else {
                header = hasHeader ? unique(fields.map(\.text)) : fields.indices.map(String.init)
                kinds = fields.map { _ in CSVColumnKind() }
                if !hasHeader { try add(fields, line) }
                return
            }
            guard fields.count <= header.count else {
                throw DataBlockError.badTable(
                    name, reason: "row \(line) has \(fields.count) fields, and the first has \(header.count)")
            }
            try add(fields, line)
        }
        func add(_ fields: [CSVField], _ line: Int) throws {
            rows += 1
            // Fields missing at a row's end are missing values.
            for place in kinds.indices { kinds[place].see(place < fields.count ? fields[place] : .empty) }
        }
        guard let header else { throw DataBlockError.badTable(name, reason: "it is empty") }
        var columns = kinds.map { CSVColumn($0, rows: rows) }
        var isFirst = hasHeader
        try scanner.forEachRow { _, fields in
            if isFirst { return isFirst = false }
            for place in columns.indices { columns[place].append(place < fields.count ? fields[place] : .empty) }
        }
        return try DataTable(zip(header, columns).map { (name: $0, values: $1.column) })
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

    /// The bytes of a text in UTF-8, without its mark.
    private static func withUTF8<Result>(
        _ data: Data, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) throws -> Result {
        if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) {
            var text = String(data: data, encoding: .utf16) ?? ""
            return try text.withUTF8(body)
        }
        return try data.withUnsafeBytes { raw in
            var bytes = raw.bindMemory(to: UInt8.self)
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = UnsafeBufferPointer(rebasing: bytes.dropFirst(3)) }
            if isUTF8(bytes) { return try body(bytes) }
            var latin: [UInt8] = []
            latin.reserveCapacity(bytes.count + bytes.count / 8)
            for byte in bytes {
                if byte < 0x80 {
                    latin.append(byte)
                } else {
                    latin.append(0xC0 | byte >> 6)
                    latin.append(0x80 | byte & 0x3F)
                }
            }
            return try latin.withUnsafeBufferPointer(body)
        }
    }

    /// Whether bytes are a text in UTF-8.
    private static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var decoder = Unicode.UTF8.ForwardParser()
        var place = 0
        while place < bytes.count {
            // Plain letters, which most files have only, need no decoding.
            if bytes[place] < 0x80 {
                place += 1
                continue
            }
            var rest = bytes[place...].makeIterator()
            guard case .valid(let scalar) = decoder.parseScalar(from: &rest) else { return false }
            place += scalar.count
            decoder = Unicode.UTF8.ForwardParser()
        }
        return true
    }
}
