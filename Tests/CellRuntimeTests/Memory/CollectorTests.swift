import CellSyntax
import Display
import Testing

@testable import CellRuntime

/// Objects that hold one another and that nothing else holds are taken apart; all others stay as they are.
@Suite struct CollectorTests {
    /// Runs a cell, and gives how many objects a collection took apart and what the next cell printed.
    private func collected(_ cell: String, then next: String = "") -> (count: Int, output: String) {
        CellThread.run {
            let host = RecordingHost()
            let interpreter = Interpreter(host: host, modules: Session.modules)
            // What the interpreter itself set up is not counted.
            interpreter.collect()
            guard case .finished = interpreter.run(Source(name: "cell", text: cell)) else { return (-1, "") }
            let count = interpreter.collect()
            let before = host.output.count
            if case .failed(let diagnostic) = interpreter.run(Source(name: "next", text: next)) {
                return (count, diagnostic.render())
            }
            return (count, String(host.output.dropFirst(before)))
        }
    }

    private static let node = "class Node: pass\n"

    @Test(arguments: [
        ("an instance that holds itself", node + "for i in range(100):\n    a = Node()\n    a.me = a\ndel a", 200),
        ("a list that holds itself", "for i in range(100):\n    a = []\n    a.append(a)\ndel a", 100),
        ("a dictionary that holds itself", "for i in range(100):\n    a = {}\n    a['a'] = a\ndel a", 100),
        (
            "two that hold each other",
            node + "for i in range(100):\n    a, b = Node(), Node()\n    a.b, b.a = b, a\ndel a, b", 400
        ),
        ("through a tuple", "for i in range(100):\n    a = []\n    a.append((1, (a, 2)))\ndel a", 300),
        ("through a set", node + "for i in range(100):\n    a = Node()\n    a.all = {a}\ndel a", 300),
        (
            "a function that calls itself",
            "def make():\n    def f(): return f\n    return f\nfor i in range(100): make()", 200
        ),
        (
            "a bound method",
            node + "for i in range(100):\n    a = Node()\n    a.m = [].append\n    a.r = a.__init__\ndel a", 200
        ),
        (
            "an exception that was kept",
            node
                + "for i in range(100):\n    a = Node()\n    try: raise ValueError(a)\n    except ValueError as e: a.error = e\ndel a",
            300
        ),
        (
            "a deque", "from collections import deque\nfor i in range(100):\n    a = deque()\n    a.append(a)\ndel a",
            100
        ),
        ("a list with many names", "for i in range(100):\n    a = []\n    b = [a] * 5\n    a.append(b)\ndel a, b", 200),
        ("classes", "for i in range(100):\n    class A:\n        def f(self): return super().f()\ndel A", 400),
        (
            "a partial",
            "from functools import partial\nfor i in range(100):\n    a = []\n    a.append(partial(len, x=a))\ndel a",
            300
        ),
    ]) func isTakenApart(name: String, cell: String, atLeast: Int) {
        let count = collected(cell).count
        #expect(count >= atLeast, "\(name): \(count)")
    }

    @Test func suspendedGeneratorsCleanUpFirst() {
        let cell = """
            out = []
            class Node: pass
            def steps(node):
                try: yield node
                finally: out.append(node.name)
            a = Node()
            a.name = 'x'
            a.steps = steps(a)
            next(a.steps)
            del a
            """
        #expect(collected(cell, then: "print(out)").output == "['x']\n")
    }

    /// What is in use survives, wherever it is held from.
    @Test(arguments: [
        (
            node + "a = Node()\na.me = a\na.list = [a, (a, {1: a})]", "print(a.me is a, a.list[1][1][1] is a)",
            "True True\n"
        ),
        ("a = []\na.append(a)\nb = tuple(a)\nc = list(a)\ndel a", "print(len(b[0]), c[0][0][0] is b[0])", "1 True\n"),
        (
            "def f():\n    x = {'me': None}\n    x['me'] = x\n    return lambda: x\ng = f()", "print(list(g()))",
            "['me']\n"
        ),
        ("x = [1]\nx.append(x)\nit = iter(x)\nnext(it)\ndel x", "print(next(it)[0])", "1\n"),
        ("x = [[1], [2]]\nx[0].append(x)\nz = zip(x, [x[0]])\ndel x", "print(next(z)[0][0])", "1\n"),
        ("x = []\nx.append(x)\nm = map(lambda v, x=x: (v, x), [1])\ndel x", "print(len(next(m)[1]))", "1\n"),
        ("class A:\n    def f(self): return 7\na = A()\ndel A", "print(a.f(), type(a).__name__)", "7 A\n"),
        ("class A:\n    x = 1\nclass B(A): pass\nb = B()\ndel A, B", "print(b.x)", "1\n"),
        (
            "def g():\n    x = []\n    x.append(x)\n    yield 1\n    yield len(x)\nit = g()\nnext(it)",
            "print(next(it))", "1\n"
        ),
        (
            "import re, json, math, collections\nd = collections.defaultdict(list)\nd[1].append(d)",
            "print(len(d[1][0]), math.pi > 3)", "1 True\n"
        ),
    ]) func isKept(cell: String, next: String, output: String) {
        #expect(collected(cell, then: next).output == output)
    }

    /// A list being walked by a native keeps what it holds, even when a collection comes meanwhile.
    @Test func nativesAreNotDisturbed() {
        let cell = """
            class Node: pass
            def node(i):
                a = Node()
                a.me, a.i = a, i
                return a
            def key(a):
                for i in range(300): node(0)
                return -a.i
            print([a.i for a in sorted([node(i) for i in range(300)], key=key)][:3])
            """
        #expect(Session.run(cell).output == "[299, 298, 297]\n")
    }

    @Test func collectionsComeByThemselves() {
        let count = CellThread.run {
            let interpreter = Interpreter(host: RecordingHost(), modules: Session.modules)
            let cell = "def f():\n    for i in range(120000):\n        a = []\n        a.append(a)\nf()"
            _ = interpreter.run(Source(name: "cell", text: cell))
            return interpreter.heap.containers().count
        }
        #expect(count < 60_000)
    }

    @Test func redefiningLeavesMemoryFlat() {
        let cell = """
            class Learner:
                def __init__(self, name):
                    self.name, self.data, self.me = name, list(range(2000)), self
                    self.callbacks = [lambda: self.name]
                def fit(self): return super().__repr__()
            def make(n):
                def inner(): return inner, n
                return inner
            learn = Learner('x')
            f = make(7)
            """
        let growth = CellThread.run {
            let interpreter = Interpreter(host: RecordingHost(), modules: Session.modules)
            func define(_ times: Int) {
                for _ in 0..<times { _ = interpreter.run(Source(name: "cell", text: cell)) }
                interpreter.collect()
            }
            define(100)
            let before = (interpreter.heap.containers().count, MemoryUse.resident)
            define(1000)
            return (
                interpreter.heap.containers().count - before.0,
                MemoryUse.resident - before.1
            )
        }
        #expect(growth.0 == 0)
        // A thousand of them would take more than 30 MB. Other tests run at the same time.
        #expect(growth.1 < 200 << 20)
    }
}
