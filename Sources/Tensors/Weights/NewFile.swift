#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that appears whole or not at all: it is written beside its place and then renamed into it.
final class NewFile {
    private let descriptor: Int32
    private(set) var position = 0

    private init(_ path: String) throws(WeightProblem) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .system(String(cString: strerror(errno))) }
    }

    deinit { close(descriptor) }

    static func write(_ path: String, _ body: (NewFile) throws(WeightProblem) -> Void) throws(WeightProblem) {
        let part = "\(path).\(getpid()).part"
        do throws(WeightProblem) {
            let file = try NewFile(part)
            try body(file)
            guard fsync(file.descriptor) == 0, rename(part, path) == 0 else {
                throw WeightProblem.system(String(cString: strerror(errno)))
            }
        } catch {
            unlink(part)
            throw error
        }
    }

    func write(_ bytes: [UInt8]) throws(WeightProblem) {
        var done = 0
        while done < bytes.count {
            let wrote = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { systemWrite(descriptor, $0 + done, bytes.count - done) } ?? 0
            }
            if wrote < 0, errno == EINTR { continue }
            guard wrote > 0 else { throw .system(String(cString: strerror(errno))) }
            done += wrote
        }
        position += bytes.count
    }
}

/// The system's call, which the method of the same name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
