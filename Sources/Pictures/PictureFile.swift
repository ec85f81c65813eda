#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reading and writing whole files, with the system's reasons as ``PictureError``.
enum PictureFile {
    /// All bytes of a file, or the first `limit` of them.
    static func read(_ path: String, limit: Int = .max) throws(PictureError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw PictureError(file: path, fault: errno == ENOENT ? .missing : .unreadable(reason()))
        }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw PictureError(file: path, fault: .unreadable(reason())) }
        if facts.st_mode & S_IFMT == S_IFDIR { throw PictureError(file: path, fault: .isFolder) }
        guard facts.st_mode & S_IFMT == S_IFREG else {
            throw PictureError(file: path, fault: .unreadable("it is not a plain file"))
        }
        let count = min(Int(facts.st_size), limit)
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            while initialized < count, let start = buffer.baseAddress {
                let got = readBytes(descriptor, start + initialized, count - initialized)
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                if got <= 0 { break }
                initialized += got
            }
        }
        if failed { throw PictureError(file: path, fault: .unreadable(reason())) }
        return bytes
    }

    /// Writes a file whole or not at all: to a neighbour first, then renamed into place.
    static func write(_ bytes: UnsafeRawBufferPointer, to path: String) throws(PictureError) {
        let part = path + ".part"
        let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw PictureError(file: path, fault: .unwritable(reason())) }
        var done = 0
        while done < bytes.count, let start = bytes.baseAddress {
            let put = writeBytes(descriptor, start + done, bytes.count - done)
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { break }
            done += put
        }
        let why = reason()
        let closed = close(descriptor) == 0
        guard done == bytes.count, closed, rename(part, path) == 0 else {
            let why = done < bytes.count ? why : reason()
            unlink(part)
            throw PictureError(file: path, fault: .unwritable(why))
        }
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}

/// The C functions by names that the methods above do not hide.
private func readBytes(_ file: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(file, bytes, count)
}
private func writeBytes(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    write(file, bytes, count)
}
