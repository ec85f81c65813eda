import CellRuntime
import CellSyntax
import Display
import Foundation
import Testing

/// Nothing that a cell does ends the process.
@Suite struct SafetyTests {
    @Test(arguments: [
        ("def f(n): return f(n + 1)\nf(0)", "RecursionError: maximum recursion depth exceeded"),
        ("class A:\n    def __repr__(self): return repr(self)\nrepr(A())", "RecursionError"),
        ("class A:\n    def __getattr__(self, name): return getattr(self, name + 'x')\nA().y", "RecursionError"),
        ("a = []\nfor i in range(100000): a = [a]\nrepr(a)", "RecursionError"),
        ("a = ()\nfor i in range(100000): a = (a,)\nhash(a)", "RecursionError"),
        ("2 ** 10 ** 9", "MemoryError"), ("1 << 10 ** 10", "MemoryError"), ("1 << 2 ** 63 - 1", "MemoryError"),
        ("x = 1 << 3000000\nx * x", "MemoryError"),
        ("[0] * 10 ** 12", "MemoryError"), ("'ab' * 10 ** 12", "MemoryError"), ("(1, 2) * 10 ** 12", "MemoryError"),
        ("list(range(10 ** 12))", "MemoryError"), ("[0] * 10 ** 30", "OverflowError"),
        ("s = 'x' * 10 ** 9\ns * 10", "MemoryError"),
    ]) func raises(cell: String, error: String) {
        let result = Session.run(cell)
        #expect(result.error?.contains(error) == true, "\(result.error ?? result.output)")
    }

    @Test func sessionGoesOnAfterEach() {
        let result = Session.run(
            "def f(n): return f(n + 1)", "f(0)", "try: f(0)\nexcept RecursionError: print('caught')", "1 + 1")
        #expect(result.output == "2\n")
    }

    @Test func longChainsAreReleased() {
        let result = Session.run(
            "a = None\nfor i in range(300000): a = [a]\na = None",
            "class Node:\n    def __init__(self, next): self.next = next\na = None\nfor i in range(300000): a = Node(a)\na = None",
            "a = None\nfor i in range(300000): a = {'next': a}\na = None",
            "f = None\nfor i in range(100000):\n    def g(f=f): return f\n    f = g\nf = g = None", "'alive'")
        #expect(result.output == "'alive'\n")
    }

    @Test(arguments: [
        "while True: pass", "for i in range(10 ** 15): pass", "sum(i for i in range(10 ** 15))",
        "[i for i in range(10 ** 15)]",
        "def f():\n    while True: yield 1\nfor x in f(): pass", "def f():\n    while 1: f2()\ndef f2(): pass\nf()",
        "sorted([3, 1, 2] * 10, key=lambda x: [0 for i in range(10 ** 15)])",
        "any(map(lambda x: False, range(10 ** 15)))",
    ]) func endlessWorkCanBeInterrupted(cell: String) {
        let seconds = TimedInterruption.run("print('go')\n" + cell)
        #expect(seconds != nil)
        if let seconds { #expect(seconds < 5) }
    }

    @Test func interruptionCanBeCaught() {
        let cell = "try:\n    print('go')\n    while True: pass\nexcept KeyboardInterrupt:\n    print('stopped')"
        #expect(TimedInterruption.output(cell) == "go\nstopped\n")
    }
}

/// Interrupts a cell as soon as it prints `go`.
enum TimedInterruption {
    /// How long it took until the cell had ended; nil when it ended otherwise.
    static func run(_ cell: String) -> Double? {
        CellThread.run {
            let host = RecordingHost()
            let interpreter = Interpreter(host: host, modules: Session.modules)
            nonisolated(unsafe) let target = interpreter
            var asked = ContinuousClock.now
            host.onEvent = { _ in
                asked = .now
                target.interrupt()
            }
            guard case .interrupted = interpreter.run(Source(name: "cell", text: cell)) else { return nil }
            let taken = ContinuousClock.now - asked
            return Double(taken.components.seconds) + Double(taken.components.attoseconds) * 1e-18
        }
    }

    static func output(_ cell: String) -> String {
        CellThread.run {
            let host = RecordingHost()
            let interpreter = Interpreter(host: host, modules: Session.modules)
            host.onEvent = { event in if event == .output("go\n") { interpreter.interrupt() } }
            _ = interpreter.run(Source(name: "cell", text: cell))
            return host.output
        }
    }
}
