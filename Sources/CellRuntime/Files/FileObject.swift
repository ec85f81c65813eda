#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What `open` gives, and `io.StringIO` and `io.BytesIO`: bytes or text, of a file or in memory.
public final class FileObject: Object {
    enum Storage {
        case descriptor(Int32)
        /// Bytes and the place in them.
        case memory([UInt8], Int)
        case closed
    }

    private var storage: Storage
    /// Read but not asked for yet.
    private var ahead: [UInt8] = []
    private var aheadStart = 0
    /// To be written.
    private var pending: [UInt8] = []

    let name: String
    let mode: String
    let isText: Bool
    let canRead: Bool
    let canWrite: Bool
    let isMemory: Bool
    /// Line ends become `\n` on reading.
    let translatesLines: Bool
    /// What `\n` becomes on writing.
    let lineEnd: [UInt8]?
    let encoding: TextCoding.Encoding
    let errors: String

    /// A file of the operating system.
    init(
        path: String, mode: String, encoding: TextCoding.Encoding, errors: String, newline: String?
    ) throws(Raise) {
        var flags: Int32
        let plus = mode.contains("+")
        let kind = mode.first { "rwax".contains($0) } ?? "r"
        canRead = kind == "r" || plus
        canWrite = kind != "r" || plus
        flags = plus ? O_RDWR : kind == "r" ? O_RDONLY : O_WRONLY
        if kind == "w" { flags |= O_CREAT | O_TRUNC }
        if kind == "a" { flags |= O_CREAT | O_APPEND }
        if kind == "x" { flags |= O_CREAT | O_EXCL }
        if canWrite { try Restraint.check(writing: path) }
        let descriptor = open(path, flags | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw FileSystem.failure(path) }
        if FileSystem.status(path)?.isDirectory == true {
            close(descriptor)
            throw FileSystem.failure(path, number: EISDIR)
        }
        name = path
        self.mode = mode
        isText = !mode.contains("b")
        isMemory = false
        translatesLines = isText && newline == nil
        lineEnd = newline.flatMap { $0.isEmpty || $0 == "\n" ? nil : Array($0.utf8) }
        self.encoding = encoding
        self.errors = errors
        storage = .descriptor(descriptor)
        super.init(
            type: isText
                ? Self.textDeclaration
                : canRead && canWrite
                    ? Self.randomDeclaration : canRead ? Self.readerDeclaration : Self.writerDeclaration)
        if isText, canRead, encoding != .utf8, encoding != .ascii, encoding != .latin1, !canWrite {
            // Encodings of wide units are read whole.
            let text = try TextCoding.decode(readBytes(nil), encoding, errors: errors)
            storage = .memory(Array(text.utf8), 0)
            close(descriptor)
        }
    }

    /// In memory.
    init(memory bytes: [UInt8], isText: Bool) {
        storage = .memory(bytes, 0)
        name = ""
        mode = isText ? "r+" : "rb+"
        self.isText = isText
        canRead = true
        canWrite = true
        isMemory = true
        translatesLines = false
        lineEnd = nil
        encoding = .utf8
        errors = "strict"
        super.init(type: isText ? Self.stringDeclaration : Self.bytesDeclaration)
    }

    deinit { try? shut() }

    // MARK: State

    var isClosed: Bool { if case .closed = storage { true } else { false } }

    func checkOpen() throws(Raise) {
        if isClosed { throw .valueError("I/O operation on closed file" + (isMemory ? "" : ".")) }
    }

    var descriptor: Int32? { if case .descriptor(let number) = storage { number } else { nil } }

    func flush() throws(Raise) {
        guard !pending.isEmpty, case .descriptor(let number) = storage else { return }
        let bytes = pending
        pending = []
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { raw in
                systemWrite(number, raw.baseAddress.map { $0 + done }, raw.count - done)
            }
            if count < 0 { throw FileSystem.failure(name) }
            done += count
        }
    }

    func shut() throws(Raise) {
        guard !isClosed else { return }
        defer { storage = .closed }
        if case .descriptor(let number) = storage {
            defer { close(number) }
            try flush()
        }
    }

    /// What is in memory, for `getvalue`.
    var memory: [UInt8]? { if case .memory(let bytes, _) = storage { bytes } else { nil } }

    // MARK: Reading

    /// Reads more ahead; false at the end.
    private func fill() throws(Raise) -> Bool {
        switch storage {
        case .closed: return false
        case .memory(let bytes, let place):
            guard place < bytes.count else { return false }
            ahead = Array(bytes[place...])
            aheadStart = 0
            storage = .memory(bytes, bytes.count)
            return true
        case .descriptor(let number):
            try flush()
            if aheadStart > 0 {
                ahead.removeFirst(aheadStart)
                aheadStart = 0
            }
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            let count = systemRead(number, &buffer, buffer.count)
            if count < 0 { throw FileSystem.failure(name) }
            ahead += buffer[..<count]
            return count > 0
        }
    }

    func readBytes(_ wanted: Int?) throws(Raise) -> [UInt8] {
        while wanted.map({ ahead.count - aheadStart < $0 }) ?? true { if try !fill() { break } }
        let end = min(ahead.count, wanted.map { aheadStart + $0 } ?? ahead.count)
        defer { advance(to: end) }
        return Array(ahead[aheadStart..<end])
    }

    private func advance(to end: Int) {
        aheadStart = end
        if aheadStart == ahead.count {
            ahead.removeAll(keepingCapacity: true)
            aheadStart = 0
        }
    }

    /// A line with its end, as it is in the file; empty at the end.
    private func rawLine(limit: Int) throws(Raise) -> [UInt8] {
        var searched = aheadStart
        while true {
            while searched < ahead.count, searched - aheadStart < limit {
                let byte = ahead[searched]
                if byte == 0x0A { return take(searched + 1) }
                if byte == 0x0D, translatesLines {
                    if searched + 1 == ahead.count {
                        let offset = searched - aheadStart
                        if try fill() { searched = aheadStart + offset }
                    }
                    let isPair = searched + 1 < ahead.count && ahead[searched + 1] == 0x0A
                    return take(searched + (isPair ? 2 : 1))
                }
                searched += 1
            }
            if searched - aheadStart >= limit { return take(searched) }
            let offset = searched - aheadStart
            if try !fill() { return take(ahead.count) }
            searched = aheadStart + offset
        }
    }

    private func take(_ end: Int) -> [UInt8] {
        let result = Array(ahead[aheadStart..<end])
        advance(to: end)
        return result
    }

    private func text(_ bytes: [UInt8]) throws(Raise) -> String {
        var bytes = bytes
        if translatesLines, bytes.contains(0x0D) {
            var result: [UInt8] = []
            for (index, byte) in bytes.enumerated() {
                if byte == 0x0D {
                    result.append(0x0A)
                } else if byte != 0x0A || index == 0 || bytes[index - 1] != 0x0D {
                    result.append(byte)
                }
            }
            bytes = result
        }
        let isUTF8 = isMemory || memory != nil || encoding == .utf8Signed
        return try TextCoding.decode(bytes, isUTF8 ? .utf8 : encoding, errors: errors)
    }

    /// The next line; nothing at the end.
    func line(limit: Int = .max) throws(Raise) -> Value? {
        try checkReadable()
        let bytes = try rawLine(limit: limit)
        if bytes.isEmpty { return nil }
        return isText ? .string(try text(bytes)) : .object(Bytes(bytes))
    }

    /// So many characters or bytes, or all that is left.
    func read(_ wanted: Int?) throws(Raise) -> Value {
        try checkReadable()
        guard isText else { return .object(Bytes(try readBytes(wanted))) }
        guard let wanted else { return .string(try text(try readBytes(nil))) }
        var bytes: [UInt8] = []
        var count = 0
        while count < wanted {
            if aheadStart == ahead.count, try !fill() { break }
            let first = ahead[aheadStart]
            let length =
                encoding == .latin1 || encoding == .ascii || first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            bytes += try readBytes(length)
            if translatesLines, first == 0x0D {
                if aheadStart == ahead.count { _ = try fill() }
                if aheadStart < ahead.count, ahead[aheadStart] == 0x0A { bytes += try readBytes(1) }
            }
            count += 1
        }
        return .string(try text(bytes))
    }

    private func checkReadable() throws(Raise) {
        try checkOpen()
        if !canRead { throw Raise(StandardModules.unsupportedOperation, isText ? "not readable" : "read") }
    }

    // MARK: Writing

    /// - Returns: how many characters or bytes were written.
    func write(_ value: Value) throws(Raise) -> Int {
        try checkOpen()
        if !canWrite { throw Raise(StandardModules.unsupportedOperation, isText ? "not writable" : "write") }
        if isText {
            guard let text = value.text else {
                throw .typeError(
                    isMemory
                        ? "string argument expected, got '\(value.type.name)'"
                        : "write() argument must be str, not \(value.type.name)")
            }
            var bytes = isMemory ? Array(text.utf8) : try TextCoding.encode(text, encoding, errors: errors)
            if let lineEnd { bytes = bytes.flatMap { $0 == 0x0A ? lineEnd : [$0] } }
            try put(bytes)
            return text.scalarCount
        }
        guard let bytes = value.object as? Bytes else {
            throw .typeError("a bytes-like object is required, not '\(value.type.name)'")
        }
        try put(bytes.bytes)
        return bytes.bytes.count
    }

    private func put(_ bytes: [UInt8]) throws(Raise) {
        if aheadStart < ahead.count { _ = try seek(position(), 0) }
        switch storage {
        case .closed: break
        case .memory(var old, let place):
            storage = .closed
            if place > old.count { old += [UInt8](repeating: 0, count: place - old.count) }
            let end = min(place + bytes.count, old.count)
            old.replaceSubrange(place..<end, with: bytes)
            storage = .memory(old, place + bytes.count)
        case .descriptor:
            pending += bytes
            if pending.count > 1 << 16 { try flush() }
        }
    }

    // MARK: Position

    func position() throws(Raise) -> Int {
        try checkOpen()
        let unread = ahead.count - aheadStart
        switch storage {
        case .closed: return 0
        case .memory(_, let place): return place - unread
        case .descriptor(let number):
            let place = lseek(number, 0, SEEK_CUR)
            if place < 0 { throw FileSystem.failure(name) }
            return Int(place) - unread + pending.count
        }
    }

    func seek(_ offset: Int, _ origin: Int) throws(Raise) -> Int {
        try checkOpen()
        let current = origin == 1 ? try position() : 0
        ahead = []
        aheadStart = 0
        try flush()
        switch storage {
        case .closed: return 0
        case .memory(let bytes, _):
            let place = origin == 0 ? offset : origin == 1 ? current + offset : bytes.count + offset
            if place < 0 { throw .valueError("Negative seek position \(place)") }
            storage = .memory(bytes, place)
            return place
        case .descriptor(let number):
            let place =
                origin == 1
                ? lseek(number, off_t(current + offset), SEEK_SET) : lseek(number, off_t(offset), Int32(origin))
            if place < 0 { throw FileSystem.failure(name) }
            return Int(place)
        }
    }

    func truncate(_ size: Int) throws(Raise) {
        try checkOpen()
        try flush()
        switch storage {
        case .closed: break
        case .memory(let bytes, let place): storage = .memory(Array(bytes.prefix(size)), place)
        case .descriptor(let number): if ftruncate(number, off_t(size)) != 0 { throw FileSystem.failure(name) }
        }
    }
}
