import Foundation

/// Folders and files, with the system's reasons as ``DataError``.
enum Folder {
    static func create(_ path: String) throws(DataError) {
        if path.isEmpty || isFolder(path) { return }
        try create((path as NSString).deletingLastPathComponent)
        // Another thread may have been quicker.
        if mkdir(path, 0o755) == 0 { return }
        let code = errno == EEXIST ? ENOTDIR : errno
        if isFolder(path) { return }
        throw DataError(path, .unwritable(path: path, reason: String(cString: strerror(code))))
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func isFolder(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }

    /// Bytes of a file, 0 where there is none.
    static func size(of path: String) -> Int {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
    }

    static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

    static func names(in path: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// Moves into place what was prepared beside it.
    static func move(_ from: String, to path: String) throws(DataError) {
        guard rename(from, path) == 0 else {
            throw DataError(path, .unwritable(path: path, reason: String(cString: strerror(errno))))
        }
    }

    static func write(
        _ bytes: UnsafeRawBufferPointer, to handle: Int32, _ path: String, _ subject: String
    ) throws(DataError) {
        var done = 0
        while done < bytes.count, let start = bytes.baseAddress {
            let count = Foundation.write(handle, start + done, bytes.count - done)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw DataError(subject, .unwritable(path: path, reason: String(cString: strerror(errno))))
            }
            done += count
        }
    }
}
