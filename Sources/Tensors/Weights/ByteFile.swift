#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that is read at any place. Bytes that are not there are an error, however wild the offset.
final class ByteFile {
    let count: Int
    private let source: Source

    private enum Source {
        case descriptor(Int32)
        case memory([UInt8])
    }

    init(path: String) throws(WeightProblem) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(String(cString: strerror(errno))) }
        var information = stat()
        guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .system("it is no file")
        }
        count = Int(information.st_size)
        source = .descriptor(descriptor)
    }

    /// Bytes in memory as if they were a file.
    init(bytes: [UInt8]) {
        count = bytes.count
        source = .memory(bytes)
    }

    deinit {
        if case .descriptor(let descriptor) = source { close(descriptor) }
    }

    /// Fills a buffer from the bytes at `offset`.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(WeightProblem) {
        guard offset >= 0, offset <= count, buffer.count <= count - offset else {
            throw .damaged("\(buffer.count) bytes are wanted at \(offset), the file has \(count)")
        }
        guard let base = buffer.baseAddress, buffer.count > 0 else { return }
        switch source {
        case .memory(let bytes):
            bytes.withUnsafeBytes {
                base.copyMemory(from: $0.baseAddress.unsafelyUnwrapped + offset, byteCount: buffer.count)
            }
        case .descriptor(let descriptor):
            var done = 0
            while done < buffer.count {
                let got = pread(descriptor, base + done, buffer.count - done, off_t(offset + done))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else {
                    throw got == 0
                        ? .damaged("it became shorter while it was read") : .system(String(cString: strerror(errno)))
                }
                done += got
            }
        }
    }

    func read(at offset: Int, count length: Int) throws(WeightProblem) -> [UInt8] {
        guard offset >= 0, length >= 0, offset <= count, length <= count - offset else {
            throw .damaged("\(length) bytes are wanted at \(offset), the file has \(count)")
        }
        var bytes = [UInt8](repeating: 0, count: length)
        var problem: WeightProblem?
        bytes.withUnsafeMutableBytes { buffer in
            do throws(WeightProblem) { try read(at: offset, into: buffer) } catch { problem = error }
        }
        if let problem { throw problem }
        return bytes
    }
}

/// Reads a range of a file from front to back.
struct ByteCursor {
    private let file: ByteFile
    private(set) var position: Int
    private let end: Int
    private var window: [UInt8] = []
    private var windowStart: Int

    private static let windowSize = 1 << 16

    init(_ file: ByteFile, from start: Int, to end: Int) throws(WeightProblem) {
        guard start >= 0, start <= end, end <= file.count else {
            throw .damaged("a part from \(start) to \(end) in a file of \(file.count) bytes")
        }
        self.file = file
        self.end = end
        position = start
        windowStart = start
    }

    var remaining: Int { end - position }

    mutating func byte() throws(WeightProblem) -> UInt8 {
        if position - windowStart >= window.count {
            guard position < end else { throw .damaged("it ends too early") }
            window = try file.read(at: position, count: min(Self.windowSize, end - position))
            windowStart = position
        }
        defer { position += 1 }
        return window[position - windowStart]
    }

    mutating func bytes(_ length: Int) throws(WeightProblem) -> [UInt8] {
        guard length >= 0, length <= remaining else {
            throw .damaged("a part of \(length) bytes where \(remaining) are left")
        }
        let bytes = try file.read(at: position, count: length)
        position += length
        return bytes
    }

    /// A little-endian number of up to 8 bytes without sign; too large for an Int is damage.
    mutating func unsigned(_ length: Int) throws(WeightProblem) -> Int {
        var value: UInt64 = 0
        for shift in 0..<length { value |= UInt64(try byte()) << (8 * UInt64(shift)) }
        guard let number = Int(exactly: value) else { throw .damaged("a size of \(value)") }
        return number
    }

    /// Text up to the end of the line, of at most `limit` bytes.
    mutating func line(limit: Int = 4096) throws(WeightProblem) -> String {
        var bytes: [UInt8] = []
        while true {
            let next = try byte()
            if next == UInt8(ascii: "\n") { break }
            bytes.append(next)
            guard bytes.count <= limit else { throw .damaged("a name of more than \(limit) bytes") }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Little-endian numbers inside a buffer that is known to hold them.
extension Array where Element == UInt8 {
    func unsigned(at offset: Int, _ length: Int) -> UInt64 {
        (0..<length).reduce(0) { $0 | UInt64(self[offset + $1]) << (8 * UInt64($1)) }
    }
}
