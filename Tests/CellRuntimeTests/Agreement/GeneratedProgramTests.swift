import Foundation
import Testing

/// Programs written at random print here what they print under CPython.
@Suite struct GeneratedProgramTests {
    static let programs = (1...60).map { seed -> String in
        var generator = ProgramGenerator(seed: UInt64(seed))
        return generator.program(lines: 25)
    }

    @Test func aSeedWritesOneProgram() {
        var (a, b, c) = (ProgramGenerator(seed: 5), ProgramGenerator(seed: 5), ProgramGenerator(seed: 6))
        let first = a.program(lines: 5)
        #expect(first == b.program(lines: 5))
        #expect(first != c.program(lines: 5))
        #expect(first.contains("print"))
    }

    @Test(.enabled(if: Python.path != nil, "python3 is not CPython 3.11"))
    func printWhatCPythonPrints() throws {
        let script = """
            import contextlib, io, json, sys, warnings
            warnings.simplefilter('ignore')
            def run(text):
                out = io.StringIO()
                with contextlib.redirect_stdout(out): exec(compile(text, 'program', 'exec'), {'__name__': '__main__'})
                return out.getvalue()
            print(json.dumps([run(text) for text in json.load(sys.stdin)]))
            """
        let path = try #require(Python.path)
        let input = String(decoding: try JSONEncoder().encode(Self.programs), as: UTF8.self)
        let answer = Python.run(path, script, input: input)
        let expected = try JSONDecoder().decode([String].self, from: Data(answer.utf8))
        #expect(expected.count == Self.programs.count)
        for (seed, (program, output)) in zip(Self.programs, expected).enumerated() {
            let actual = AgreementTests.output(of: program, name: "program")
            guard actual != output else { continue }
            let (wanted, got) = (output.components(separatedBy: "\n"), actual.components(separatedBy: "\n"))
            let line = zip(wanted, got).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
            let lines = program.components(separatedBy: "\n").filter { $0.hasPrefix("try:") }
            Issue.record(
                """
                seed \(seed + 1): \(line < lines.count ? lines[line] : "")
                expected: \(line < wanted.count ? wanted[line] : "")
                printed:  \(line < got.count ? got[line] : "")
                """)
        }
    }
}
