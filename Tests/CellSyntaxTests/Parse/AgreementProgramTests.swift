import CellSyntax
import Foundation
import Testing

/// The programs whose behaviour is compared with CPython's all parse and resolve.
@Suite struct AgreementProgramTests {
    @Test func everyProgramIsAccepted() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Agreement")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.contains("/") && $0.hasSuffix(".py") }
        #expect(paths.count > 90)
        for path in paths {
            let text = try String(
                contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            do throws(SyntaxError) {
                let source = Source(name: path, text: text)
                _ = try Resolution(of: try Parser.parse(source))
            } catch {
                Issue.record("\(Diagnostic(error, in: Source(name: path, text: text)).render())")
            }
        }
    }
}
