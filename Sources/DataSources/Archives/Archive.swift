internal import CNetwork
import Foundation

/// Reads tar (gzip, xz, bzip2, zstd), zip (wheels too), ar and Debian packages, and unpacks them so
/// that nothing is written outside the folder asked for.
public struct Archive: Sendable {
    public let path: String
    public var limits = ArchiveLimits()

    public init(_ path: String) { self.path = path }

    /// Unpacks into `folder`, which appears when all is there and not before. An archive with a single
    /// top folder gives that folder's contents.
    ///
    /// - Parameters:
    ///   - isWanted: chooses entries by their path.
    ///   - progress: bytes unpacked so far.
    /// - Throws: ``DataError``: a damaged archive; paths that are absolute or climb with `..`; links that
    ///   lead out; devices; more bytes or entries than ``limits`` allow.
    public func extract(
        to folder: String, where isWanted: (String) -> Bool = { _ in true },
        progress: (Int) -> Void = { _ in }, isCancelled: () -> Bool = { false }
    ) throws(DataError) {
        let part = folder + ".part"
        Folder.remove(part)
        try Folder.create(part)
        do throws(DataError) {
            try unpack(to: part, where: isWanted, progress: progress, isCancelled: isCancelled)
            let tops = Folder.names(in: part)
            Folder.remove(folder)
            if tops.count == 1, Folder.isFolder(part + "/" + tops[0]) {
                try Folder.move(part + "/" + tops[0], to: folder)
                Folder.remove(part)
            } else {
                try Folder.move(part, to: folder)
            }
        } catch {
            Folder.remove(part)
            throw error
        }
    }

    /// The bytes of the first entry that `isWanted` names, at most `limit` of them.
    public func member(limit: Int = 1 << 30, where isWanted: (String) -> Bool) throws(DataError) -> [UInt8] {
        let reader = try ArchiveReader(path)
        while let entry = try reader.next() {
            guard entry.kind == .file, isWanted(entry.path) else { continue }
            var bytes = [UInt8]()
            try reader.readAll { chunk throws(DataError) in
                guard bytes.count + chunk.count <= limit else { throw DataError(entry.path, .tooLarge(limit: limit)) }
                bytes += chunk
            }
            return bytes
        }
        throw DataError(path, .noMember("such file"))
    }

    /// Writes the entry whose path ends in `suffix` to a file, whole or not at all.
    public func extractMember(endingIn suffix: String, to file: String) throws(DataError) {
        let reader = try ArchiveReader(path)
        while let entry = try reader.next() {
            guard entry.kind == .file, entry.path.hasSuffix(suffix) else { continue }
            try Folder.create((file as NSString).deletingLastPathComponent)
            var budget = ArchiveBudget(limits, archiveBytes: Folder.size(of: path))
            try reader.write(to: file + ".part", executable: false) { count throws(DataError) in
                try budget.spend(count, path)
            }
            return try Folder.move(file + ".part", to: file)
        }
        throw DataError(path, .noMember(suffix))
    }

    /// The bytes of a file that is only compressed, such as `.csv.gz`, at most `limit` of them.
    public func uncompressed(limit: Int = 1 << 30) throws(DataError) -> [UInt8] {
        let reader = try ArchiveReader(path, single: true)
        guard try reader.next() != nil else { throw DataError(path, .noMember("file")) }
        var bytes = [UInt8]()
        try reader.readAll { chunk throws(DataError) in
            guard bytes.count + chunk.count <= limit else { throw DataError(path, .tooLarge(limit: limit)) }
            bytes += chunk
        }
        return bytes
    }

    /// The paths of all entries.
    public func entries() throws(DataError) -> [String] {
        let reader = try ArchiveReader(path)
        var paths = [String]()
        while let entry = try reader.next() { paths.append(entry.path) }
        return paths
    }

    /// A Debian package is an ar archive with the files in an inner tar.
    public func extractDebianPackage(
        to folder: String, where isWanted: (String) -> Bool = { _ in true }, isCancelled: () -> Bool = { false }
    ) throws(DataError) {
        let name = try entries().first { $0.hasPrefix("data.tar") }
        guard let name else { throw DataError(path, .noMember("data.tar")) }
        let inner = folder + "." + name
        try extractMember(endingIn: name, to: inner)
        defer { unlink(inner) }
        try Archive(inner).extract(to: folder, where: isWanted, isCancelled: isCancelled)
    }

    private func unpack(
        to folder: String, where isWanted: (String) -> Bool, progress: (Int) -> Void, isCancelled: () -> Bool
    ) throws(DataError) {
        let reader = try ArchiveReader(path)
        var budget = ArchiveBudget(limits, archiveBytes: Folder.size(of: path))
        var writer = ArchiveWriter(folder: folder, archive: path)
        while let entry = try reader.next() {
            if isCancelled() { throw DataError(path, .cancelled) }
            try budget.countEntry(path)
            guard isWanted(entry.path) else { continue }
            try writer.write(entry, reader) { count throws(DataError) in
                try budget.spend(count, path)
                if isCancelled() { throw DataError(path, .cancelled) }
            }
            progress(budget.bytes)
        }
    }
}

/// What an archive may unpack to.
public struct ArchiveLimits: Sendable {
    /// Bytes in all.
    public var bytes = 64 << 30
    /// Bytes for each byte of the archive, beyond a first 64 MiB: text shrinks to a fiftieth at best.
    public var ratio = 200
    public var entries = 2_000_000
    public init() {}
}

/// Counts what has been unpacked against the limits.
struct ArchiveBudget {
    private let limits: ArchiveLimits
    private let allowed: Int
    private(set) var bytes = 0
    private var entries = 0

    init(_ limits: ArchiveLimits, archiveBytes: Int) {
        self.limits = limits
        let (byRatio, overflow) = archiveBytes.multipliedReportingOverflow(by: limits.ratio)
        allowed = min(limits.bytes, overflow ? limits.bytes : byRatio + (64 << 20))
    }

    mutating func countEntry(_ archive: String) throws(DataError) {
        entries += 1
        if entries > limits.entries {
            throw DataError(archive, .refusedArchive("it has more than \(limits.entries) entries"))
        }
    }

    mutating func spend(_ count: Int, _ archive: String) throws(DataError) {
        bytes += count
        if bytes > allowed {
            throw DataError(archive, .refusedArchive("it unpacks to more than \(allowed) bytes, as a bomb does"))
        }
    }
}
