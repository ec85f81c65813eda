import Foundation
import Testing

/// Generated and damaged programs, in a process of their own: none ends it, takes it too long or leaves its session broken.
@Suite struct FuzzTests {
    @Test(arguments: [1, 2, 3]) func nothingIsFound(seed: Int) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fuzz-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Agreement")
        let process = Process()
        process.executableURL = Self.fuzzer
        process.arguments = ["run", "120", "\(seed)", corpus.path, folder.path, "60"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(text)")
        #expect(text.hasPrefix("60 cases"), "\(text)")
    }

    /// It lies beside the test bundle.
    private static var fuzzer: URL {
        let program =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: program).deletingLastPathComponent().appendingPathComponent("CellFuzzer")
    }
}
