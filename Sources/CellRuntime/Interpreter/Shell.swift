internal import Foundation

/// Runs commands of the shell.
enum Shell {
    /// Runs a command with `/bin/sh`, its output and its errors together, and passes text on as it comes.
    /// - Returns: the exit status, or 128 and the signal's number.
    static func run(_ command: String, cell: Interpreter, output: (String) -> Void) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        var rest = Data()
        let descriptor = pipe.fileHandleForReading.fileDescriptor
        while true {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = Foundation.poll(&waiting, 1, 50)
            if cell.isInterruptRequested {
                process.interrupt()
                process.terminate()
                break
            }
            guard ready > 0 else { continue }
            let data = pipe.fileHandleForReading.availableData
            if data.isEmpty { break }
            rest.append(data)
            output(takeText(from: &rest))
        }
        process.waitUntilExit()
        if !rest.isEmpty { output(String(decoding: rest, as: UTF8.self)) }
        try cell.poll()
        return process.terminationReason == .uncaughtSignal
            ? 128 + process.terminationStatus : process.terminationStatus
    }

    /// Whole characters; the beginning of one that is not all there stays.
    private static func takeText(from data: inout Data) -> String {
        var end = data.endIndex
        var back = 0
        while back < 3, end > data.startIndex, data[end - 1] & 0xC0 == 0x80 {
            end -= 1
            back += 1
        }
        if end > data.startIndex {
            let lead = data[end - 1]
            let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
            end = length > back + 1 ? end - 1 : data.endIndex
        }
        defer { data.removeSubrange(data.startIndex..<end) }
        return String(decoding: data[data.startIndex..<end], as: UTF8.self)
    }
}
