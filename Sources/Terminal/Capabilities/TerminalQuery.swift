#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Asks the terminal once what it can draw, waiting at most 200 ms.
///
/// Sent are kitty's graphics query, a question for the background colour and for a cell's size in
/// pixels, and last the device attributes that every terminal answers: their answer ends the wait.
public struct TerminalQuery: Sendable, Equatable {
    public var kitty = false
    public var sixel = false
    /// Packed RGB of the background.
    public var background: UInt32?
    public var cellWidth = 0
    public var cellHeight = 0

    /// The answers of a terminal that says nothing.
    public static let silence = TerminalQuery()

    static let question =
        "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\" + "\u{1B}]11;?\u{1B}\\" + "\u{1B}[16t" + "\u{1B}[c"

    private init() {}

    /// Reads the answers out of `bytes`; what is not an answer is returned: typed ahead, it belongs
    /// to the prompt.
    init(answers bytes: [UInt8], rest: inout [UInt8], isComplete: inout Bool) {
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 0x1B, index + 1 < bytes.count else {
                rest.append(bytes[index])
                index += 1
                continue
            }
            let kind = bytes[index + 1]
            guard kind == 0x5B || kind == 0x5D || kind == 0x5F else {
                rest.append(bytes[index])
                index += 1
                continue
            }
            var end = index + 2
            if kind == 0x5B {
                while end < bytes.count, !(0x40...0x7E).contains(bytes[end]) { end += 1 }
            } else {
                while end < bytes.count, bytes[end] != 0x07,
                    !(bytes[end] == 0x5C && bytes[end - 1] == 0x1B)
                { end += 1 }
            }
            guard end < bytes.count else {
                rest += bytes[index...]
                return
            }
            let body = String(decoding: bytes[(index + 2)..<end], as: UTF8.self)
            if !take(kind: kind, body: body, final: bytes[end], &isComplete) { rest += bytes[index...end] }
            index = end + 1
        }
    }

    private mutating func take(kind: UInt8, body: String, final: UInt8, _ isComplete: inout Bool) -> Bool {
        switch (kind, final) {
        case (0x5B, UInt8(ascii: "c")) where body.hasPrefix("?"):
            sixel = body.dropFirst().split(separator: ";").contains("4")
            isComplete = true
        case (0x5B, UInt8(ascii: "t")) where body.hasPrefix("6;"):
            let parts = body.split(separator: ";").compactMap { Int($0) }
            if parts.count == 3 { (cellHeight, cellWidth) = (parts[1], parts[2]) }
        case (0x5F, _) where body.hasPrefix("Gi=31"):
            kitty = body.contains(";OK")
        case (0x5D, _) where body.hasPrefix("11;rgb:"):
            let parts = body.dropFirst(7).split(whereSeparator: { "/\u{1B}".contains($0) }).prefix(3)
                .compactMap { UInt32($0.prefix(2), radix: 16) }
            if parts.count == 3 { background = parts[0] << 16 | parts[1] << 8 | parts[2] }
        default: return false
        }
        return true
    }

    /// Asks on `descriptor`, a terminal for reading and writing.
    ///
    /// - Returns: the answers, and bytes read that were none.
    public static func ask(
        on descriptor: Int32, milliseconds: Int32 = 200
    ) -> (answers: TerminalQuery, rest: [UInt8]) {
        var saved = termios()
        guard isatty(descriptor) == 1, tcgetattr(descriptor, &saved) == 0 else { return (silence, []) }
        var raw = saved
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
        guard tcsetattr(descriptor, TCSANOW, &raw) == 0 else { return (silence, []) }
        defer { tcsetattr(descriptor, TCSANOW, &saved) }
        writeAll(Array(question.utf8), to: descriptor)
        let deadline = monotonicSeconds() + Double(milliseconds) / 1000
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1024)
        while true {
            var rest: [UInt8] = []
            var complete = false
            let answers = TerminalQuery(answers: bytes, rest: &rest, isComplete: &complete)
            let left = Int32((deadline - monotonicSeconds()) * 1000)
            var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard !complete, left > 0, poll(&wait, 1, left) > 0 else { return (answers, rest) }
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return (answers, rest) }
            bytes += buffer[..<count]
        }
    }
}

/// Seconds on a clock that never goes back.
public func monotonicSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Writes every byte, also to a slow or interrupted descriptor; gives up where it is closed.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
    var start = 0
    bytes.withUnsafeBytes { buffer in
        guard let base = buffer.baseAddress else { return }
        while start < buffer.count {
            let count = write(descriptor, base + start, buffer.count - start)
            if count > 0 {
                start += count
            } else if errno == EAGAIN {
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wait, 1, 1000)
            } else if errno != EINTR {
                return
            }
        }
    }
}

/// Columns and rows of the terminal on `descriptor`; 80 by 24 where it does not tell.
public func terminalSize(_ descriptor: Int32) -> (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
        return (80, 24)
    }
    return (Int(size.ws_col), Int(size.ws_row))
}
