import CellSyntax
import Testing

@Suite struct ResolverTests {
    /// Each scope but the module's as `name(parameters) locals | cells | free`.
    private func scopes(_ text: String) throws -> [String] {
        let module = try Parser.parse(Source(name: "test", text: text))
        return try Resolution(of: module).scopes.dropFirst().map { scope in
            let parameters = scope.locals.prefix(scope.parameterCount).joined(separator: " ")
            let others = scope.locals.dropFirst(scope.parameterCount).joined(separator: " ")
            let free = scope.free.map { "\($0.name)<\($0.origin)" }.joined(separator: " ")
            return "\(scope.qualifiedName)(\(parameters)) \(others) | "
                + "\(scope.cells.joined(separator: " ")) | \(free)"
        }
    }

    @Test(arguments: [
        ("def f(a, *b, c=1, **d):\n  e = a; g", ["f(a c b d) e |  | "]),
        (
            "def f(a):\n  def g(): return a\n  b = 1",
            ["f(a) g b | a | ", "f.<locals>.g()  |  | a<cell(0)"]
        ),
        (
            "def f():\n  x = 1\n  def g():\n    def h(): nonlocal x; x = 2",
            [
                "f() g | x | ", "f.<locals>.g() h |  | x<cell(0)",
                "f.<locals>.g.<locals>.h()  |  | x<free(0)",
            ]
        ),
        (
            "def f():\n  global x\n  x = 1\n  def g(): return x",
            ["f() g |  | ", "f.<locals>.g()  |  | "]
        ),
        ("[x for x in y]", ["<listcomp>(.0) x |  | "]),
        (
            "def f(n):\n  return [n * x for x in range(n)]",
            ["f(n)  | n | ", "f.<locals>.<listcomp>(.0) x |  | n<cell(0)"]
        ),
        (
            "def f():\n  [y := x for x in z]\n  return y",
            ["f()  | y | ", "f.<locals>.<listcomp>(.0) x |  | y<cell(0)"]
        ),
        (
            "class A:\n  x = 1\n  def f(self): return x, super().f()",
            ["A()  | __class__ | ", "A.f(self)  |  | __class__<cell(0)"]
        ),
        (
            "def f(x):\n  class A:\n    y = x\n    x = 2\n    def g(self): return x",
            [
                "f(x) A | x | ", "f.<locals>.A()  |  | x<cell(0)",
                "f.<locals>.A.g(self)  |  | x<free(0)",
            ]
        ),
        (
            "f = lambda x: lambda: x",
            ["<lambda>(x)  | x | ", "<lambda>.<locals>.<lambda>()  |  | x<cell(0)"]
        ),
        (
            "def f():\n  try: pass\n  except A as e: pass\n  import a.b, c as d\n  for i, (j, k) in l: pass\n"
                + "  with m as n: pass\n  del o",
            ["f() e a d i j k n o |  | "]
        ),
    ])
    func givesSlots(text: String, expected: [String]) throws {
        #expect(try scopes(text) == expected)
    }

    @Test func aParameterWithACellKeepsItsLocalSlot() throws {
        let module = try Parser.parse(
            Source(name: "test", text: "def f(a, b):\n  return lambda: b"))
        let scope = try Resolution(of: module).scopes[1]
        #expect(scope.locals == ["a", "b"])
        #expect(scope.parameterCells == [.init(parameter: 1, cell: 0)])
    }

    @Test func classBodiesLookUpByName() throws {
        let text = "def f(x):\n  class A:\n    y = x\n    z = y\n    w = len\n"
        let source = Source(name: "test", text: text)
        let module = try Parser.parse(source)
        let resolution = try Resolution(of: module)
        guard case .function(let function)? = module.statements.first?.kind,
            case .class(let definition)? = function.body.first?.kind
        else {
            Issue.record("no class")
            return
        }
        let slots = definition.body.map { statement -> Slot? in
            guard case .assign(_, let value) = statement.kind, case .name(let name, _) = value.kind
            else { return nil }
            return resolution.slot(of: name)
        }
        #expect(slots == [.classFree(0), .className, .className])
    }

    @Test func generatorsAreMarked() throws {
        let module = try Parser.parse(
            Source(
                name: "test",
                text: "def f(): yield\ndef g(): return (x for x in y)\nh = lambda: (yield)"))
        let scopes = try Resolution(of: module).scopes
        #expect(
            scopes.map { "\($0.name) \($0.isGenerator)" } == [
                "<module> false", "f true", "g false", "<genexpr> true", "<lambda> true",
            ])
    }
}
