import CellSyntax
import Foundation
import Testing

/// Each case of `Golden/errors.txt` is a source, its lines marked `| `, and below it the error
/// exactly as it is drawn. `UPDATE_GOLDEN=1` writes the file anew.
@Suite struct GoldenErrorTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Golden/errors.txt")

    @Test func errorsAreDrawnAsInTheFile() throws {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        let cases = text.components(separatedBy: "\n\n").map(Self.source).filter { !$0.isEmpty }
        #expect(cases.count > 80)
        let drawn = cases.map { Self.block($0) }.joined(separator: "\n\n") + "\n"
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try drawn.write(to: Self.file, atomically: true, encoding: .utf8)
        }
        let expected = text.components(separatedBy: "\n\n")
        for (expected, drawn) in zip(expected, drawn.components(separatedBy: "\n\n")) {
            #expect(
                drawn.trimmingCharacters(in: .newlines)
                    == expected.trimmingCharacters(in: .newlines))
        }
        #expect(text == drawn)
    }

    private static func source(of block: String) -> String {
        block.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { $0.hasPrefix("|") }.map { $0.dropFirst(2) }.joined(separator: "\n")
    }

    private static func block(_ text: String) -> String {
        let source = Source(name: "cell", text: text)
        let marked = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "|" : "| \($0)" }.joined(separator: "\n")
        do throws(SyntaxError) {
            let module = try Parser.parse(source)
            _ = try Resolution(of: module)
            return marked + "\nno error"
        } catch {
            return marked + "\n" + Diagnostic(error, in: source).render()
        }
    }
}
