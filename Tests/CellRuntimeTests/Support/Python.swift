import Foundation

/// The `python3` of this machine, if it is one whose words we follow.
enum Python {
    /// Where CPython 3.11 lies; nil when another version, or none, is installed.
    static let path: String? = {
        for name in ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"] + onPath {
            guard FileManager.default.isExecutableFile(atPath: name) else { continue }
            let version = run(name, "import sys; print(sys.version_info[:2] == (3, 11))", input: "")
            if version == "True\n" { return name }
        }
        return nil
    }()

    private static var onPath: [String] {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python3" }
    }

    /// What a script writes, given some input.
    static func run(_ path: String, _ script: String, input: String) -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-c", script]
        let (feed, output) = (Pipe(), Pipe())
        process.standardInput = feed
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return "" }
        let data = Data(input.utf8)
        let handle = feed.fileHandleForWriting
        Thread.detachNewThread {
            try? handle.write(contentsOf: data)
            try? handle.close()
        }
        let result = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: result, as: UTF8.self)
    }
}
