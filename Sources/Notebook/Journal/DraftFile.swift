#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What stands at the prompt, in a file beside the session's journal that is replaced as a whole with each change: the
/// journal itself would grow by the cell's length with every key.
struct DraftFile {
    let path: String

    init(of journal: String) {
        path = (journal.hasSuffix(".open") ? String(journal.dropLast(5)) : journal) + ".draft"
    }

    /// The text kept; nil where there is none.
    var text: String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        while let more = try? Descriptor.read(descriptor), !more.isEmpty { bytes += more }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Keeps a text; "" removes the file. A failure is no reason to disturb whoever types.
    func keep(_ text: String) {
        guard !text.isEmpty else {
            unlink(path)
            return
        }
        let part = path + ".part"
        let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        let isWritten = (try? Descriptor.write(Array(text.utf8), to: descriptor)) != nil
        close(descriptor)
        if !isWritten || rename(part, path) != 0 { unlink(part) }
    }
}
