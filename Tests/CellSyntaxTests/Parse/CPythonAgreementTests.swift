import CellSyntax
import Foundation
import Testing

/// What CPython's `compile` accepts we accept, and what it rejects we reject.
@Suite struct CPythonAgreementTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()

    private func snippets(_ name: String) throws -> [String] {
        try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
            .components(separatedBy: "\n===\n")
    }

    private func accepts(_ text: String) -> Bool {
        guard let module = try? Parser.parse(Source(name: "test", text: text)) else { return false }
        return (try? Resolution(of: module)) != nil
    }

    @Test func acceptsEveryGoodSnippet() throws {
        for snippet in try snippets("Fixtures/accepted.txt") {
            #expect(accepts(snippet), "\(snippet)")
        }
    }

    @Test func rejectsEveryBadSnippet() throws {
        for snippet in try snippets("Fixtures/rejected.txt") {
            #expect(!accepts(snippet), "\(snippet)")
        }
    }

    @Test(.enabled(if: Python.path != nil, "python3 3.11 or later is not installed"))
    func agreesWithCPython() throws {
        let all = try snippets("Fixtures/accepted.txt") + snippets("Fixtures/rejected.txt")
        let script = """
            import json, sys, warnings
            warnings.simplefilter('ignore')
            def accepts(text):
                try: compile(text, 'snippet', 'exec', dont_inherit=True)
                except SyntaxError: return False
                return True
            print(json.dumps([accepts(text) for text in json.load(sys.stdin)]))
            """
        let path = try #require(Python.path)
        let result = try Python.run(path, ["-c", script], input: JSONEncoder().encode(all))
        let verdicts = try JSONDecoder().decode([Bool].self, from: result.output)
        #expect(verdicts.count == all.count)
        for (snippet, verdict) in zip(all, verdicts) {
            #expect(accepts(snippet) == verdict, "\(snippet)")
        }
    }
}
