import CellRuntime
import CellSyntax
import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An interruption from another thread ends whatever a cell does within 300 ms of its work.
@Suite struct InterruptionTests {
    @Test(arguments: [
        "while True: pass", "def f(): f2()\ndef f2(): return f\nwhile 1: f()", "sum(range(10 ** 12))",
        "sum(i for i in range(10 ** 15))", "[i for i in range(10 ** 15)]", "{i: i for i in range(10 ** 15)}",
        "a, *b = iter(int, 1)", "list(iter(int, 1))", "print(*iter(int, 1))", "max(iter(int, 1))", "[*iter(int, 1)]",
        "x = [1]\nfor i in x: x.append(i)", "x = [1]\nx.extend(iter(int, 1))", "next(filter(None, iter(int, 1)))",
        "dict.fromkeys(iter(int, 1))", "sorted(iter(int, 1))", "10 ** 30 in iter(range(10 ** 30))",
        "def f():\n    while True: yield\nfor x in f(): pass", "def f():\n    while True: yield\nlist(zip(f(), f()))",
        "sorted([3, 1, 2] * 10, key=lambda x: [0 for i in range(10 ** 15)])",
        "from itertools import *\nsum(1 for x in product(range(1000), repeat=9))",
        "from itertools import *\nfor x in dropwhile(lambda x: True, count()): pass",
        "from functools import reduce\nreduce(lambda a, b: a, iter(int, 1))", "import time\ntime.sleep(1000)",
        "import re\nre.match('(a+)+$', 'a' * 40 + 'b')", "exec('while True: pass')", "3 ** 2600000",
        "pow(3, 10 ** 100000, 7 ** 30000)", "x = 3 ** 20000\nwhile True: x = x * x % 7 ** 9000",
        "x = [0] * 10 ** 7\nwhile 1: x.count(1)", "x = 'x' * 10 ** 5\nwhile 1: x.replace('x', 'yy')",
        "class A:\n    def __getitem__(self, i): return 1\nlist(A())",
        "class A:\n    def __eq__(self, o): return False\n    def __hash__(self): return 1\n{A() for i in range(10 ** 6)}",
    ]) func endsSoon(cell: String) {
        let late = Self.lateness(cell)
        #expect(late != nil, "it ended by itself")
        if let late { #expect(late < 0.3) }
    }

    /// How much the thread of cells worked between the interruption and its end; nil when nothing was interrupted.
    private static func lateness(_ cell: String) -> Double? {
        CellThread.run {
            let interpreter = Interpreter(host: RecordingHost(), modules: Session.modules)
            let clock = ThreadClock()
            nonisolated(unsafe) let target = interpreter
            nonisolated(unsafe) var asked = 0.0
            let done = DispatchSemaphore(value: 0)
            DispatchQueue.global().asyncAfter(deadline: .now() + 0.1) {
                asked = clock.now
                target.interrupt()
                done.signal()
            }
            let outcome = interpreter.run(Source(name: "cell", text: cell))
            let ended = clock.now
            done.wait()
            guard case .interrupted = outcome else { return nil }
            return ended - asked
        }
    }

    /// An interruption that comes just before a cell begins is that cell's.
    @Test func isNotLostBeforeTheCell() {
        let outcome = CellThread.run {
            let interpreter = Interpreter(host: RecordingHost(), modules: Session.modules)
            interpreter.interrupt()
            return "\(interpreter.run(Source(name: "cell", text: "while True: pass")))"
        }
        #expect(outcome == "interrupted")
    }

    @Test func canBeTakenBackBetweenCells() {
        let outcome = CellThread.run {
            let interpreter = Interpreter(host: RecordingHost(), modules: Session.modules)
            interpreter.interrupt()
            interpreter.clearInterrupt()
            return "\(interpreter.run(Source(name: "cell", text: "for i in range(3): pass")))"
        }
        #expect(outcome.hasPrefix("finished"))
    }
}

/// The processor time of the thread that makes it, as any thread may read it: other tests' work does not count.
private struct ThreadClock: Sendable {
    #if canImport(Glibc)
        private let clock: clockid_t

        init() {
            var clock = clockid_t()
            pthread_getcpuclockid(pthread_self(), &clock)
            self.clock = clock
        }

        var now: Double {
            var time = timespec()
            clock_gettime(clock, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
        }
    #else
        var now: Double { ProcessInfo.processInfo.systemUptime }
    #endif
}
