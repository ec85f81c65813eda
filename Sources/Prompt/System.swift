import Foundation
import Terminal

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Standard output and error.
enum Output {
    @Sendable static func standard(_ text: String) { write(text, to: 1) }
    @Sendable static func messages(_ text: String) { write(text, to: 2) }

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { buffer in
            var start = 0
            while start < buffer.count, let base = buffer.baseAddress {
                let count = systemWrite(descriptor, base + start, buffer.count - start)
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
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}

func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

/// Seconds since 1970.
func wallClock() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func currentFolder() -> String { FileManager.default.currentDirectoryPath }

/// What ended a wait for standard input.
enum InputReady {
    case bytes([UInt8])
    case signal
}

/// Waits for standard input or for something to read at `descriptor`.
func waitForInput(or descriptor: Int32) -> InputReady {
    while true {
        var waits = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0), pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&waits, 2, -1) > 0 else { continue }
        if waits[0].revents != 0 { return .signal }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(0, &buffer, buffer.count)
        if count >= 0 { return .bytes(Array(buffer[..<count])) }
        if errno != EINTR, errno != EAGAIN { return .bytes([]) }
    }
}
