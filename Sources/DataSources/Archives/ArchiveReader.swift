internal import CNetwork
import Foundation

/// One thing in an archive.
struct ArchiveEntry {
    enum Kind { case file, folder, symlink, hardlink, device }
    let path: String
    let kind: Kind
    /// Where a link leads.
    let link: String
    let executable: Bool
}

/// Walks through an archive's entries from first to last.
final class ArchiveReader {
    private let table: NetworkTable
    private let handle: CNArchive
    private let path: String
    private var message = [CChar](repeating: 0, count: 256)

    /// - Parameter single: For a file that is only compressed.
    init(_ path: String, single: Bool = false) throws(DataError) {
        guard Folder.exists(path) else { throw DataError(path, .unreadable("it does not exist")) }
        table = try NetworkTable.open()
        var message = [CChar](repeating: 0, count: 256)
        guard let handle = table.c.archive_open(path, single ? 1 : 0, &message) else {
            throw DataError(path, .damagedArchive(Self.words(message)))
        }
        self.path = path
        self.handle = handle
    }

    deinit { table.c.archive_close(handle) }

    func next() throws(DataError) -> ArchiveEntry? {
        var entry = CNEntry()
        switch table.c.archive_next(handle, &entry, &message) {
        case 0: return nil
        case 1: break
        default: throw DataError(path, .damagedArchive(Self.words(message)))
        }
        let kind: ArchiveEntry.Kind =
            switch Int(entry.kind) {
            case Int(CN_FILE): .file
            case Int(CN_FOLDER): .folder
            case Int(CN_SYMLINK): .symlink
            case Int(CN_HARDLINK): .hardlink
            default: .device
            }
        return ArchiveEntry(
            path: String(cString: entry.path), kind: kind, link: String(cString: entry.link),
            executable: entry.executable != 0)
    }

    /// The current entry's bytes, piece by piece.
    func readAll(_ take: (ArraySlice<UInt8>) throws(DataError) -> Void) throws(DataError) {
        var buffer = [UInt8](repeating: 0, count: 1 << 17)
        while true {
            let count = Int(table.c.archive_read(handle, &buffer, buffer.count, &message))
            if count == 0 { return }
            if count < 0 { throw DataError(path, .damagedArchive(Self.words(message))) }
            try take(buffer[..<count])
        }
    }

    /// Writes the current entry to a new file; `spend` is told of each piece before it is written.
    func write(to file: String, executable: Bool, spend: (Int) throws(DataError) -> Void) throws(DataError) {
        unlink(file)
        let output = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, executable ? 0o755 : 0o644)
        guard output >= 0 else {
            throw DataError(path, .unwritable(path: file, reason: String(cString: strerror(errno))))
        }
        defer { close(output) }
        try readAll { bytes throws(DataError) in
            try spend(bytes.count)
            var failure: DataError?
            bytes.withUnsafeBytes { raw in
                do throws(DataError) { try Folder.write(raw, to: output, file, path) } catch { failure = error }
            }
            if let failure { throw failure }
        }
    }

    private static func words(_ message: [CChar]) -> String {
        String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
