import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The cells of earlier sessions, one JSON record a line, oldest first.
///
/// A record is written with one `write` to a file opened for appending, then forced to disk: two
/// sessions at once lose nothing, and a crash loses at most the line it broke, which is skipped.
public final class CellHistory {
    private struct Record: Codable {
        var cell: String
        var time: Double
    }

    /// Bytes from the end of the file that are read.
    private static let window = 2 << 20

    private let path: String?
    private var loaded: [String]?
    /// Cells of this session that came before the file was read: kept also where it cannot be written.
    private var own: [String] = []

    /// - Parameter path: nil keeps the history in memory only.
    public init(path: String?) {
        self.path = path
    }

    /// Every cell once, at the place of its last use; read from the file when first asked for.
    public var cells: [String] {
        if let loaded { return loaded }
        let cells = Self.deduplicated(Self.read(path) + own)
        loaded = cells
        return cells
    }

    /// Adds a cell. A cell of spaces only is not kept.
    ///
    /// - Returns: why the record could not be written, else nil; the cell is in memory either way.
    @discardableResult
    public func append(_ cell: String, time: Double) -> String? {
        guard !cell.allSatisfy(\.isWhitespace) else { return nil }
        if loaded != nil {
            loaded?.removeAll { $0 == cell }
            loaded?.append(cell)
        } else {
            own.append(cell)
        }
        guard let path else { return nil }
        guard let data = try? JSONEncoder().encode(Record(cell: cell, time: time)) else {
            return "the cell cannot be written as JSON"
        }
        let folder = (path as NSString).deletingLastPathComponent
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { return "\(path): " + String(cString: strerror(errno)) }
        defer { close(file) }
        flock(file, LOCK_EX)
        let line = Array(data) + [UInt8(ascii: "\n")]
        // A line broken by a crash or a full disk must not swallow this one.
        let bytes = Self.endsInsideLine(path) ? [UInt8(ascii: "\n")] + line : line
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            return "\(path): " + String(cString: strerror(errno))
        }
        return nil
    }

    private static func endsInsideLine(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path), let end = try? file.seekToEnd(), end > 0,
            (try? file.seek(toOffset: end - 1)) != nil, let last = try? file.read(upToCount: 1)
        else { return false }
        return last.first != UInt8(ascii: "\n")
    }

    private static func read(_ path: String?) -> [String] {
        guard let path, let file = FileHandle(forReadingAtPath: path), let end = try? file.seekToEnd()
        else { return [] }
        let start = end > window ? end - UInt64(window) : 0
        guard (try? file.seek(toOffset: start)) != nil, let data = try? file.readToEnd() else { return [] }
        let decoder = JSONDecoder()
        let lines = data.split(separator: UInt8(ascii: "\n"))
        // Read from the middle of the file, the first line may be half a record.
        return lines.dropFirst(start > 0 ? 1 : 0).compactMap {
            try? decoder.decode(Record.self, from: Data($0)).cell
        }
    }

    private static func deduplicated(_ cells: [String]) -> [String] {
        var seen = Set<String>()
        return cells.reversed().filter { seen.insert($0).inserted }.reversed()
    }
}
