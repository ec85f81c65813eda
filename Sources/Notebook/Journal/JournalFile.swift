#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An append-only file of records. Each is whole or not there: four bytes of length, four of
/// checksum (CRC-32), then the record in CBOR.
///
/// A record is in the kernel's hands when ``append(_:sync:)`` returns, so that a killed process loses
/// none; on the disk at the latest a second later, so that a power cut loses that much.
public final class JournalFile {
    public enum Sync: Sendable {
        /// On the disk before the call returns.
        case now
        /// With the first record that comes a second or more after the last time.
        case soon
    }

    public let path: String
    private let descriptor: Int32
    private var length: Int
    private var syncedAt = 0.0
    private var isDirty = false

    static let magic = Array("nuthatch journal 1\n".utf8)

    private init(path: String, descriptor: Int32, length: Int) {
        self.path = path
        self.descriptor = descriptor
        self.length = length
    }

    deinit { close(descriptor) }

    /// Makes a new file; its folder has to be there.
    public static func create(_ path: String) throws(JournalError) -> JournalFile {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw JournalError(path) }
        _ = flock(descriptor, LOCK_EX | LOCK_NB)
        let file = JournalFile(path: path, descriptor: descriptor, length: 0)
        try file.write(magic)
        return file
    }

    /// Opens a file to go on with it. A broken tail is cut off.
    ///
    /// - Throws: ``JournalError`` also where another process is at work on it.
    public static func resume(_ path: String) throws(JournalError) -> (file: JournalFile, content: JournalContent) {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw JournalError(path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw JournalError(path: path, reason: "the session is open in another window")
        }
        // From here on the file owns the descriptor, and closes it where something fails.
        let file = JournalFile(path: path, descriptor: descriptor, length: 0)
        let content = try read(path)
        file.length = content.goodLength
        if content.brokenBytes > 0, ftruncate(descriptor, off_t(content.goodLength)) != 0 { throw JournalError(path) }
        lseek(descriptor, 0, SEEK_END)
        if content.goodLength == 0 { try file.write(magic) }
        return (file, content)
    }

    /// Whether some process is at work on the file.
    public static func isInUse(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_EX | LOCK_NB) != 0
    }

    /// Adds a record.
    ///
    /// - Throws: ``JournalError`` when it could not be kept, such as on a full disk; the file is as
    ///   before then, and later records may succeed.
    public func append(_ record: JournalRecord, sync: Sync) throws(JournalError) {
        let body: [UInt8]
        do { body = try CBOREncoder.encode(record) } catch { throw JournalError(path: path, reason: "\(error)") }
        var bytes = [UInt8]()
        bytes.reserveCapacity(body.count + 8)
        Self.append(UInt32(body.count), &bytes)
        Self.append(Checksum.crc32(body), &bytes)
        try write(bytes + body)
        isDirty = true
        if sync == .now || Clock.now - syncedAt >= 1 { try self.sync() }
    }

    /// Forces what was written to the disk.
    public func sync() throws(JournalError) {
        guard isDirty else { return }
        guard fsync(descriptor) == 0 else { throw JournalError(path) }
        syncedAt = Clock.now
        isDirty = false
    }

    private func write(_ bytes: [UInt8]) throws(JournalError) {
        do throws(ProtocolError) { try Descriptor.write(bytes, to: descriptor) } catch {
            let reason = String(cString: strerror(errno))
            // Half a record would make all behind it unreadable.
            ftruncate(descriptor, off_t(length))
            lseek(descriptor, off_t(length), SEEK_SET)
            throw JournalError(path: path, reason: reason)
        }
        length += bytes.count
    }

    private static func append(_ value: UInt32, _ bytes: inout [UInt8]) {
        for index in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * UInt32(index)))) }
    }

    // MARK: Reading

    /// All records up to the file's end or the first that is broken.
    public static func read(_ path: String) throws(JournalError) -> JournalContent {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw JournalError(path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        do throws(ProtocolError) {
            while case let more = try Descriptor.read(descriptor), !more.isEmpty { bytes += more }
        } catch {
            throw JournalError(path: path, reason: "\(error)")
        }
        guard bytes.starts(with: magic) else {
            // A process that was killed while it made the file.
            guard magic.starts(with: bytes) else { throw JournalError(path: path, reason: "this is no journal") }
            return JournalContent(records: [], goodLength: 0, brokenBytes: bytes.count)
        }
        var content = JournalContent(records: [], goodLength: magic.count, brokenBytes: 0)
        func number(_ place: Int) -> UInt32 { (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << (8 * UInt32($1)) } }
        while content.goodLength + 8 <= bytes.count {
            let start = content.goodLength
            let end = start + 8 + Int(number(start))
            guard end <= bytes.count else { break }
            let body = Array(bytes[(start + 8)..<end])
            guard Checksum.crc32(body) == number(start + 4) else { break }
            // A kind of record that a later version writes is passed over.
            if let record = try? CBORDecoder.decode(JournalRecord.self, from: body) { content.records.append(record) }
            content.goodLength = end
        }
        content.brokenBytes = bytes.count - content.goodLength
        return content
    }
}

/// What a journal holds.
public struct JournalContent: Sendable {
    public var records: [JournalRecord]
    /// Bytes up to the end of the last whole record.
    public var goodLength: Int
    /// Bytes behind it, of a record that was being written when the power went.
    public var brokenBytes: Int
}

/// Why a journal cannot be used.
public struct JournalError: Error, CustomStringConvertible {
    public let path: String
    public let reason: String

    init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    /// With the reason in `errno`.
    init(_ path: String) {
        self.init(path: path, reason: String(cString: strerror(errno)))
    }

    public var description: String { "\(path): \(reason)" }
}

enum Clock {
    /// Seconds on a clock that never goes back.
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// CRC-32 as in zip files and PNG (polynomial 0xEDB88320).
enum Checksum {
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        table.withUnsafeBufferPointer { table in
            ~bytes.reduce(UInt32.max) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
        }
    }
}
