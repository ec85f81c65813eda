import CellRuntime
import CellSyntax
import Foundation
import Testing

/// Programs whose output under CPython 3.11 was recorded (Tests/Agreement/record.py) print the same here.
@Suite struct AgreementTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Agreement")

    static let programs: [String] = {
        let manager = FileManager.default
        let folders = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
        return folders.sorted().flatMap { name -> [String] in
            let files = (try? manager.contentsOfDirectory(atPath: folder.appendingPathComponent(name).path)) ?? []
            return files.filter { $0.hasSuffix(".py") }.sorted().map { "\(name)/\($0.dropLast(3))" }
        }
    }()

    @Test func programsAreThere() { #expect(Self.programs.count >= 600) }

    @Test(arguments: programs) func printsWhatCPythonPrints(program: String) throws {
        let base = Self.folder.appendingPathComponent(program)
        let text = try String(contentsOf: base.appendingPathExtension("py"), encoding: .utf8)
        let expected = try String(contentsOf: base.appendingPathExtension("out"), encoding: .utf8)
        let actual = Self.output(of: text, name: base.lastPathComponent + ".py")
        #expect(actual == expected)
    }

    /// The output, and after an exception a line `raises Type: message`.
    static func output(of text: String, name: String) -> String {
        CellThread.run {
            let host = RecordingHost()
            let interpreter = Interpreter(host: host, modules: Session.modules)
            switch interpreter.run(Source(name: name, text: text), number: nil) {
            case .failed(let diagnostic): return host.printed + "raises \(diagnostic.type): \(diagnostic.message)\n"
            case .finished: return host.printed
            case .interrupted: return host.printed + "raises KeyboardInterrupt: \n"
            case .exited(let status): return host.printed + "raises SystemExit: \(status)\n"
            }
        }
    }
}
