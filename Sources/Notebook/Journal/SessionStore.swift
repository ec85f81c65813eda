import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The folder of sessions' journals. A session that is not over is named `….open`, and renamed to
/// `….journal` when it ends.
public struct SessionStore: Sendable {
    public let folder: String

    public init(folder: String) {
        self.folder = folder
    }

    /// `NUTHATCH_STATE`, else `nuthatch` in `XDG_STATE_HOME` or `~/.local/state`.
    public static func stateFolder(_ environment: [String: String], home: String) -> String {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        return value("NUTHATCH_STATE") ?? (value("XDG_STATE_HOME") ?? home + "/.local/state") + "/nuthatch"
    }

    public struct Entry: Sendable {
        public var path: String
        /// Its name without folder and ending, such as `2026-11-25-103205-4711`.
        public var name: String
        public var isOpen: Bool
    }

    /// All sessions, newest first.
    public func entries() -> [Entry] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { file -> Entry? in
            for (suffix, isOpen) in [(".open", true), (".journal", false)] where file.hasSuffix(suffix) {
                return Entry(path: folder + "/" + file, name: String(file.dropLast(suffix.count)), isOpen: isOpen)
            }
            return nil
        }.sorted { $0.name > $1.name }
    }

    /// The newest session that neither ended nor is at work.
    public func unfinished() -> Entry? {
        entries().first { $0.isOpen && !JournalFile.isInUse($0.path) }
    }

    /// Begins the journal of a new session.
    public func create(_ info: SessionInfo) throws(JournalError) -> JournalFile {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw JournalError(path: folder, reason: "it cannot be made")
        }
        let base = folder + "/" + Self.name(info.started) + "-\(getpid())"
        var path = base + ".open"
        var copy = 1
        while access(path, F_OK) == 0 {
            copy += 1
            path = base + "-\(copy).open"
        }
        let file = try JournalFile.create(path)
        try file.append(.session(info), sync: .now)
        return file
    }

    /// Marks a session as over.
    public func finish(_ path: String) {
        guard path.hasSuffix(".open") else { return }
        _ = rename(path, String(path.dropLast(5)) + ".journal")
    }

    /// Forgets a session in which nothing was run.
    public func remove(_ path: String) { unlink(path) }

    /// Marks a session as not over, to go on with it.
    ///
    /// - Returns: its path from now on.
    public func reopen(_ path: String) -> String {
        guard path.hasSuffix(".journal") else { return path }
        let open = String(path.dropLast(8)) + ".open"
        return rename(path, open) == 0 ? open : path
    }

    private static func name(_ time: Double) -> String {
        var seconds = time_t(time)
        var parts = tm()
        localtime_r(&seconds, &parts)
        func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
            + "-\(two(parts.tm_hour))\(two(parts.tm_min))\(two(parts.tm_sec))"
    }
}
