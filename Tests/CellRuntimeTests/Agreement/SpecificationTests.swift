import CellRuntime
import CellSyntax
import Foundation
import Testing

/// The `>>>` examples of docs/cell-language.md print what stands under them.
@Suite struct SpecificationTests {
    /// One `>>>` block: cells that share a session, each with what it prints.
    struct Block: Sendable, CustomTestStringConvertible {
        let line: Int
        let cells: [(source: String, output: String)]
        var testDescription: String { "line \(line)" }
    }

    static let blocks: [Block] = {
        let path = AgreementTests.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("docs/cell-language.md")
        let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
        var blocks: [Block] = []
        var cells: [(source: String, output: String)] = []
        var start = 0
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let body = line.dropFirst(4)
            if !line.hasPrefix("    ") {
                if !cells.isEmpty { blocks.append(Block(line: start, cells: cells)) }
                cells = []
            } else if body.hasPrefix(">>> ") {
                if cells.isEmpty { start = number + 1 }
                cells.append((String(body.dropFirst(4)), ""))
            } else if body.hasPrefix("..."), !cells.isEmpty {
                cells[cells.count - 1].source += "\n" + body.dropFirst(4)
            } else if !cells.isEmpty {
                cells[cells.count - 1].output += body + "\n"
            }
        }
        return blocks
    }()

    @Test func blocksAreThere() { #expect(Self.blocks.count >= 10) }

    @Test(arguments: blocks) func printsWhatItSays(block: Block) {
        let outputs: [String] = CellThread.run {
            let host = RecordingHost()
            let interpreter = Interpreter(host: host, modules: Session.modules)
            return block.cells.map { cell in
                let before = host.output.count
                let outcome = interpreter.run(Source(name: "cell", text: cell.source))
                if case .failed(let diagnostic) = outcome { return diagnostic.render() }
                return String(host.output.dropFirst(before))
            }
        }
        for (cell, output) in zip(block.cells, outputs) { #expect(output == cell.output, "\(cell.source)") }
    }
}
