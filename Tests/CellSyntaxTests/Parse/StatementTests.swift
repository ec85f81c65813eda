import CellSyntax
import Testing

@Suite struct StatementTests {
    @Test(arguments: [
        ("a = b = c", "(= a! b! c)"),
        ("a, *b = c", "(= (tuple! a! (* b!!)) c)"),
        ("[a, (b, c)] = d", "(= (list! a! (tuple! b! c!)) d)"),
        ("a.b, c[0] = d", "(= (tuple! (. a b!) ([] c 0!)) d)"),
        ("a += 1; b //= 2; c @= d", "(+= a! 1) (//= b! 2) (@= c! d)"),
        (
            "a **= b; a >>= 1; a <<= 1; a |= 1; a ^= 1; a &= 1; a %= 1; a /= 1; a *= 1; a -= 1",
            "(**= a! b) (>>= a! 1) (<<= a! 1) (|= a! 1) (^= a! 1) (&= a! 1) (%= a! 1) (/= a! 1) "
                + "(*= a! 1) (-= a! 1)"
        ),
        ("a: int", "(: a! int)"),
        ("a.b: int = 1", "(: (. a b!) int 1)"),
        ("del a, b.c, d[0]", "(del a~ (. b c~) ([] d 0~))"),
        ("del (a, b)", "(del (tuple~ a~ b~))"),
        ("assert a, b", "(assert a b)"),
        ("raise", "(raise)"),
        ("raise a from b", "(raise a b)"),
        ("global a, b", "(global a b)"),
        ("import a.b, c as d", "(import a.b:a c:d)"),
        ("from a.b import (c, d as e,)", "(from a.b c:c d:e)"),
        ("from .. import a", "(from .. a:a)"),
        ("from ...a import *", "(from ...a *)"),
        ("pass;", "pass"),
    ])
    func parsesSimpleStatement(text: String, tree: String) throws {
        #expect(try TreeDump.dump(text) == tree)
    }

    @Test(arguments: [
        ("if a: b\nelif c: d\nelse: e", "(if a {b} c {d} else {e})"),
        ("while a:\n    break\nelse:\n    b", "(while a {break} else {b})"),
        (
            "for a, b in c, d:\n  continue\nelse: e",
            "(for (tuple! a! b!) (tuple c d) {continue} else {e})"
        ),
        ("for a in *b, c: d", "(for a! (tuple (* b) c) {d})"),
        (
            "try:\n  a\nexcept b as c:\n  d\nexcept:\n  e\nelse:\n  f\nfinally:\n  g",
            "(try {a} except b as c {d} except {e} else {f} finally {g})"
        ),
        ("try: a\nfinally: b", "(try {a} finally {b})"),
        ("with a as b, c: d", "(with a as b!, c {d})"),
        ("with (a as b, c as (d, e),): f", "(with a as b!, c as (tuple! d! e!) {f})"),
        ("with (a, b): c", "(with a, b {c})"),
        ("with (a): c", "(with a {c})"),
        ("with (a).b as c: d", "(with (. a b) as c! {d})"),
        ("with (a, b) as c: d", "(with (tuple a b) as c! {d})"),
        (
            "def f(a, b: int = 1, *c: int, d=2, **e) -> g:\n  return a, b",
            "(def f (a b:int=1 *c:int d=2 **e) g (return (tuple a b)))"
        ),
        ("@a.b(c)\n@d\ndef f(): pass", "(def f @(call (. a b) c) @d () pass)"),
        ("def f(a, /, b, *, c): yield", "(def f (a / b * c) (yield))"),
        (
            "def f():\n  a = yield b, c\n  yield from d\n  return",
            "(def f () (= a! (yield (tuple b c))) (yield-from d) (return))"
        ),
        ("@a\nclass B(C, d=1):\n  x = 1\n\n  def __f(self): self.__g", nil),
        ("class A: pass", "(class A () pass)"),
        ("class A(): pass", "(class A () pass)"),
        (
            "class _A(B):\n  def __f(self): self.__g.__h__",
            "(class _A (B) (def _A__f (self) (. (. self _A__g) __h__)))"
        ),
        ("if a:\n\tb\n\tif c:\n\t\td\ne", "(if a {b (if c {d})}) e"),
        ("if a:\n  # comment\n\n  b\n # odd comment\nc", "(if a {b}) c"),
        ("a = (1 +\n  2)\nb = [\n]\n", "(= a! (+ 1 2)) (= b! (list))"),
        ("a = 1 + \\\n  2", "(= a! (+ 1 2))"),
        ("match = 1; case = match(2)", "(= match! 1) (= case! (call match 2))"),
        ("\u{FEFF}a", "a"),
        ("a\r\nb\rc", "a b c"),
    ])
    func parsesCompoundStatement(text: String, tree: String?) throws {
        if let tree {
            #expect(try TreeDump.dump(text) == tree)
        } else {
            _ = try TreeDump.dump(text)
        }
    }

    @Test func identifiersAreComparedInNormalForm() throws {
        #expect(try TreeDump.dump("ﬁ = e\u{301}") == "(= fi! \u{E9})")
    }

    @Test(arguments: [
        ("1", true), ("1;", false), ("1; # no", false), ("a = 1", false), ("1\n2", true),
        ("if a: b", false), ("", false),
    ])
    func echoesLastExpression(text: String, echoes: Bool) throws {
        let module = try Parser.parse(Source(name: "test", text: text))
        #expect((module.echoed != nil) == echoes)
    }

    @Test func statementsAndHandlersHaveRanges() throws {
        let text = "try:\n  a\nexcept b:\n  c\n\n# end\nd"
        let source = Source(name: "test", text: text)
        let module = try Parser.parse(source)
        #expect(source.text(in: module.statements[0].range) == "try:\n  a\nexcept b:\n  c")
        #expect(source.text(in: module.statements[1].range) == "d")
    }

    @Test func longChainsAreRefusedRatherThanCrash() throws {
        let chain = Array(repeating: "1", count: 5000).joined(separator: " + ")
        let error = #expect(throws: SyntaxError.self) { try TreeDump.dump(chain) }
        #expect(error?.message == "expression is too long a chain")
        let fitting = Array(repeating: "1", count: 900).joined(separator: " + ")
        _ = try TreeDump.dump(fitting)
    }

    @Test(arguments: [
        "(", "[", "-", "not ", "lambda: ", "a if b else ", "2**", "f(", "{1: ", "*(", "f'{",
    ])
    func deepNestingIsRefusedRatherThanCrash(opener: String) {
        #expect(throws: SyntaxError.self) {
            try TreeDump.dump(String(repeating: opener, count: 100_000) + "1")
        }
    }

    @Test func deepBlocksAreRefused() throws {
        func blocks(_ count: Int) -> String {
            (0..<count).map { String(repeating: " ", count: $0) + "if x:\n" }.joined()
                + String(repeating: " ", count: count) + "pass\n"
        }
        _ = try TreeDump.dump(blocks(90))
        let error = #expect(throws: SyntaxError.self) { try TreeDump.dump(blocks(150)) }
        #expect(error?.message == "too many levels of indentation")
    }
}
