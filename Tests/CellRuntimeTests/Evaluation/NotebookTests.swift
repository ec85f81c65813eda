import CellRuntime
import CellSyntax
import Display
import Testing

/// What a cell shows beside what it prints.
@Suite struct NotebookTests {
    @Test(arguments: [
        (["1 + 1"], "2\n"), (["1 + 1;"], ""), (["None"], ""), (["x = 5", "x"], "5\n"), (["6 * 7", "_ + 1"], "43\n"),
        (["'a'", "2", "Out[1] * Out[2]"], "'aa'\n"), (["x = !printf 'a\\nb\\n'", "x"], "['a', 'b']\n"),
        (["name = 'world'", "!echo hello $name {1 + 1}"], "hello world 2\n"),
        (["!echo {nothing_like_it}"], "{nothing_like_it}\n"), (["if True:\n    !echo in if"], "in if\n"),
        (["%matplotlib inline"], ""), (["%%capture\nprint(1)"], ""),
        (["def f(a, b=2): 'Adds.'", "f?"], "f(a, b=2)\n    Adds.\n"),
        (["%who"], "Interactive namespace is empty.\n"), (["!!echo a"], "['a']\n"),
    ]) func shows(cells: [String], expected: String) {
        let result = Session.run(cells: cells)
        #expect(result.output == expected, "\(result.error ?? "")")
    }

    @Test func exitEndsTheSession() {
        #expect(Session.run("exit()").outcome == "exited 0")
        #expect(Session.run("raise SystemExit(3)").outcome == "exited 3")
    }

    @Test func aWrongCellDoesNothingAtAll() {
        let result = Session.run("print('first')\nx = (")
        #expect(result.output == "")
        #expect(result.error?.contains("SyntaxError: '(' was never closed") == true)
    }

    @Test func timeSaysHowLong() {
        let result = Session.run("%time sum(range(10))")
        #expect(result.output.hasPrefix("Wall time: "))
        #expect(result.output.hasSuffix("45\n"))
    }

    @Test func inputReadsALine() {
        let output: String = CellThread.run {
            let host = RecordingHost()
            host.lines = ["Ada"]
            let interpreter = Interpreter(host: host, modules: Session.modules)
            _ = interpreter.run(Source(name: "cell", text: "print('hello', input('name? '))"))
            return host.output
        }
        #expect(output == "name? hello Ada\n")
    }

    @Test(arguments: [
        ("import ma", "math"), ("pri", "print"), ("'abc'.up", ""), ("text.up", "upper"), ("f(rat", "rate="),
        ("%mat", "matplotlib"),
        ("from math import sq", "sqrt"), ("whi", "while"),
    ]) func completes(text: String, expected: String) {
        let candidates: [String] = CellThread.run {
            let interpreter = Interpreter(host: RecordingHost(), modules: Session.modules)
            _ = interpreter.run(Source(name: "cell", text: "text = 'a'\ndef f(rate=1): pass"))
            return interpreter.complete(text, cursor: text.utf8.count).map(\.text)
        }
        if expected.isEmpty { #expect(candidates.isEmpty) } else { #expect(candidates.contains(expected)) }
    }
}
