import Foundation

/// CPython, where it is installed, to compare with.
enum Python {
    /// The `python3` on the path whose grammar the cell language follows: 3.11 or later.
    static let path: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/python3" }.first { candidate in
            guard FileManager.default.isExecutableFile(atPath: candidate) else { return false }
            let script = "import sys; sys.exit(sys.version_info < (3, 11))"
            return (try? run(candidate, ["-c", script], input: Data()))?.status == 0
        }
    }()

    static func run(
        _ path: String, _ arguments: [String], input: Data
    ) throws -> (status: Int32, output: Data) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let folder = FileManager.default.temporaryDirectory
        let inputFile = folder.appendingPathComponent(UUID().uuidString)
        try input.write(to: inputFile)
        defer { try? FileManager.default.removeItem(at: inputFile) }
        let output = Pipe()
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, data)
    }
}
