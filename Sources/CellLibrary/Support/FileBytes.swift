import CellRuntime
import Foundation

/// Whole files, with the system's reasons as Python's exceptions.
enum FileBytes {
    static func read(_ path: String) throws(Raise) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw .osError(errno, String(cString: strerror(errno)), path: path) }
        defer { fclose(file) }
        var facts = stat()
        if fstat(fileno(file), &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR {
            throw .osError(EISDIR, String(cString: strerror(EISDIR)), path: path)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(facts.st_size))
        while true {
            let part = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                count = fread(buffer.baseAddress, 1, buffer.count, file)
            }
            if part.isEmpty { break }
            bytes += part
        }
        if ferror(file) != 0 { throw .osError(EIO, String(cString: strerror(EIO)), path: path) }
        return bytes
    }

    static func text(_ path: String) throws(Raise) -> String { String(decoding: try read(path), as: UTF8.self) }
}
