import CellSyntax
import Testing

@testable import CellRuntime

/// A cell that takes too much memory ends with `MemoryError`, and the session goes on.
@Suite(.serialized) struct MemoryLimitTests {
    @Test(arguments: [
        "x = []\nwhile True: x.append('x' * 200000 + str(len(x)))",
        "x = ''\nwhile True: x += 'some more text' * 20000\n",
        "x = {}\nwhile True: x[len(x)] = [0] * 100000",
        "def f():\n    y = [0] * 100000\n    return lambda: y\nx = []\nwhile True: x.append(f())",
    ]) func endlessGrowthEnds(cell: String) {
        let (first, second) = CellThread.run {
            let interpreter = Interpreter(host: RecordingHost(), modules: Session.modules)
            interpreter.memoryBudget = MemoryUse.resident + 200 << 20
            let first = "\(interpreter.run(Source(name: "cell", text: cell)))"
            let second = "\(interpreter.run(Source(name: "after", text: "x = None\nfor i in range(10): pass\n1 + 1")))"
            return (first, second)
        }
        #expect(first.contains("MemoryError"))
        #expect(second.contains("finished"))
    }
}
