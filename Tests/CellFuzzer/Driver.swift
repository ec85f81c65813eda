import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Starts workers, and records with its input each case that ends one, that takes it too long, or that it finds wrong.
final class Driver {
    let seed: UInt64
    let corpus: String
    let folder: String
    private(set) var findings = 0
    private(set) var next = 0

    /// No case may take longer, on whatever machine.
    private static let limit: Int32 = 20_000

    init(seed: UInt64, corpus: String, folder: String) {
        self.seed = seed
        self.corpus = corpus
        self.folder = folder
    }

    /// Goes on until the time is over or the number of cases is reached.
    func run(seconds: Double, cases: Int) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let end = Date().addingTimeInterval(seconds)
        while Date() < end, next < cases { try runWorker(until: end, count: min(2000, cases - next)) }
    }

    private func runWorker(until end: Date, count: Int) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
        process.arguments = ["work", "\(seed)", "\(next)", "\(count)", corpus]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        // Nothing that a damaged program may call is found.
        process.environment = ["PATH": "/nonexistent", "LANG": "C.UTF-8"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer {
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            process.waitUntilExit()
        }
        let last = next + count
        var reader = Lines(output.fileHandleForReading.fileDescriptor)
        var current = next
        while true {
            switch reader.line(milliseconds: Self.limit) {
            case .line(let line):
                let words = line.split(separator: " ", maxSplits: 2).map(String.init)
                if words.first == "case", words.count > 1 {
                    current = Int(words[1]) ?? current
                    next = current + 1
                    if Date() > end { return }
                } else if words.first == "fault", words.count == 3 {
                    record(current, words[2])
                } else if words.first == "done" {
                    next = last
                    return
                }
            case .silence:
                record(current, "no end")
                return
            case .end:
                process.waitUntilExit()
                record(
                    current,
                    "ended by \(process.terminationReason == .exit ? "status" : "signal") \(process.terminationStatus)")
                return
            }
        }
    }

    private func record(_ number: Int, _ what: String) {
        findings += 1
        let text = Cases(seed: seed, folder: corpus).text(number)
        let file = "\(folder)/finding-\(seed)-\(number).py"
        try? Data("# \(what)\n\(text)".utf8).write(to: URL(fileURLWithPath: file))
        print("\(file): \(what)")
    }
}

/// Lines from a descriptor, each waited for no longer than wanted.
private struct Lines {
    enum Result {
        case line(String)
        case silence
        case end
    }

    private let descriptor: Int32
    private var bytes: [UInt8] = []

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    mutating func line(milliseconds: Int32) -> Result {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: bytes[..<end], as: UTF8.self)
                bytes.removeSubrange(...end)
                return .line(line)
            }
            var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&wait, 1, milliseconds) > 0 else { return .silence }
            let count = read(descriptor, &buffer, buffer.count)
            if count <= 0 { return .end }
            bytes += buffer[..<count]
        }
    }
}
