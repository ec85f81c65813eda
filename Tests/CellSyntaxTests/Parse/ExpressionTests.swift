import CellSyntax
import Testing

@Suite struct ExpressionTests {
    @Test(arguments: [
        // Precedence and associativity.
        ("a + b * c", "(+ a (* b c))"),
        ("a - b - c", "(- (- a b) c)"),
        ("a ** b ** c", "(** a (** b c))"),
        ("-a ** -b", "(- (** a (- b)))"),
        ("a * -b", "(* a (- b))"),
        ("not a == b", "(not (a == b))"),
        ("a or b and not c or d", "(or a (and b (not c)) d)"),
        ("a | b ^ c & d << e + f", "(| a (^ b (& c (<< d (+ e f)))))"),
        ("a @ b // c % d", "(% (// (@ a b) c) d)"),
        ("~a.b[c](d)", "(~ (call ([] (. a b) c) d))"),
        ("a < b <= c != d", "(a < b <= c != d)"),
        ("a not in b is not c", "(a not in b is not c)"),
        ("a if b else c if d else e", "(if b a (if d c e))"),
        ("lambda: a, b", "(tuple (lambda () a) b)"),
        ("(a := b, c)", "(tuple (:= a b) c)"),
        ("1if a else 2", "(if a 1 2)"),
        // Displays.
        ("()", "(tuple)"),
        ("(a,)", "(tuple a)"),
        ("a,", "(tuple a)"),
        ("(a)", "a"),
        ("[a, *b, c,]", "(list a (* b) c)"),
        ("{a, *b}", "(set a (* b))"),
        ("{}", "(dict)"),
        ("{a: b, **c, d: e,}", "(dict a:b **c d:e)"),
        // Comprehensions.
        ("[a for a in b if c if d for e in f]", "(listcomp a (for a! b if c if d) (for e! f))"),
        ("{a: b for a, b in c}", "(dictcomp a:b (for (tuple! a! b!) c))"),
        ("{a for a, in b}", "(setcomp a (for (tuple! a!) b))"),
        ("f(a for a in b)", "(call f (genexp a (for a! b)))"),
        ("f(1, (a for a in b))", "(call f 1 (genexp a (for a! b)))"),
        // Calls and indices.
        ("f(a, *b, c=d, **e)", "(call f a *b c=d **e)"),
        ("f(*a, b)", "(call f *a b)"),
        ("f(a := 1)", "(call f (:= a 1))"),
        ("a[1:2, ::3, ...]", "([] a (tuple (slice 1 2 _) (slice _ _ 3) ...))"),
        ("a[:]", "([] a (slice _ _ _))"),
        ("a[b,]", "([] a (tuple b))"),
        ("a[*b]", "([] a (tuple (* b)))"),
        ("a\n", "a"),
        // Lambdas.
        ("lambda a, /, b=1, *c, d, e=2, **f: a", "(lambda (a / b=1 *c d e=2 **f) a)"),
        ("lambda *, a: a", "(lambda (* a) a)"),
    ])
    func parsesExpression(text: String, tree: String) throws {
        #expect(try TreeDump.dump(text) == tree)
    }

    @Test(arguments: [
        ("0", "0"), ("00_0", "0"), ("1_000", "1000"), ("0xFf", "255"), ("0o17", "15"),
        ("0b1_01", "5"), ("9223372036854775807", "9223372036854775807"),
        ("9223372036854775808", "big10:9223372036854775808"),
        ("0x1_0000_0000_0000_0000", "big16:10000000000000000"),
        ("1.", "1.0"), (".5", "0.5"), ("1e3", "1000.0"), ("1_0.2_5e-1", "1.025"),
        ("1e999", "inf"), ("09.5", "9.5"),
    ])
    func parsesNumber(text: String, tree: String) throws {
        #expect(try TreeDump.dump(text) == tree)
    }

    @Test(arguments: [
        (#"'a' "b" '''c'''"#, "'abc'"),
        (#"'\n\t\\\'\x41\101\u00e9\U0001F426\q'"#, "'\n\t\\'AAé🐦\\q'"),
        (#"'\N{BULLET}\N{greek small letter alpha}'"#, "'•α'"),
        (#"r'\n' R"\'""#, #"'\n\''"#),
        ("'a\\\nb'", "'ab'"),
        ("'''a\r\nb'''", "'a\nb'"),
        (#"b'a\x00\377' B'c'"#, "b[97, 0, 255, 99]"),
        (#"u'ü'"#, "'ü'"),
        ("''", "''"),
    ])
    func parsesString(text: String, tree: String) throws {
        #expect(try TreeDump.dump(text) == tree)
    }

    @Test(arguments: [
        ("f'a{b}c'", "(f 'a' {b} 'c')"),
        ("f'{a!r:>{b}.{c}}'", "(f {a!r:['>' {b} '.' {c}]})"),
        ("f'{a:.4f} {{}} {b:%H:%M}'", "(f {a:['.4f']} ' {} ' {b:['%H:%M']})"),
        ("f'{a=}'", "(f 'a=' {a!r})"),
        ("f'{ a + b = !s:>4}'", "(f ' a + b = ' {(+ a b)!s:['>4']})"),
        ("f'{a=:.2f}'", "(f 'a=' {a:['.2f']})"),
        ("'a' f'{b}' 'c{d}'", "(f 'a' {b} 'c{d}')"),
        ("f'{a[\"b\"]}{c(d, e=1)}'", "(f {([] a 'b')} {(call c d e=1)})"),
        ("f'{a if b else c}{a, b}'", "(f {(if b a c)} {(tuple a b)})"),
        ("f'{a != b}{a == b}{a >= b}'", "(f {(a != b)} {(a == b)} {(a >= b)})"),
        ("f'{(lambda x: x)(1)}'", "(f {(call (lambda (x) x) 1)})"),
        ("f'{{1: 2}[1]}'", nil),
        ("f'{ {1: 2}[1] }'", "(f {([] (dict 1:2) 1)})"),
        ("f'''{\na\n}'''", "(f {a})"),
        (#"rf'\d{a}' f'\x41{b}\N{BULLET}'"#, #"(f '\d' {a} 'A' {b} '•')"#),
        ("f'{a:{b}}'", "(f {a:[{b}]})"),
        ("f'{f\"{a}\"}'", "(f {(f {a})})"),
        ("f''", "(f )"),
        ("f'{a:}'", "(f {a:[]})"),
        ("f'{(x:=5)}'", "(f {(:= x 5)})"),
        ("f'{x:=5}'", "(f {x:['=5']})"),
    ])
    func parsesFormattedString(text: String, tree: String?) throws {
        #expect((try? TreeDump.dump(text)) == tree)
    }

    @Test func everyNodeHasTheRangeOfItsText() throws {
        let source = Source(name: "test", text: "x = foo(a, 'é')[1].bar + (2)")
        let module = try Parser.parse(source)
        var texts: [String] = []
        func collect(_ expression: Expression) {
            texts.append(source.text(in: expression.range))
            expression.kind.forEachChild(collect)
        }
        guard case .assign(let targets, let value)? = module.statements.first?.kind else {
            Issue.record("no assignment")
            return
        }
        targets.forEach(collect)
        collect(value)
        #expect(
            texts == [
                "x", "foo(a, 'é')[1].bar + (2", "foo(a, 'é')[1].bar", "foo(a, 'é')[1]",
                "foo(a, 'é')", "foo", "a", "'é'", "1", "2",
            ])
    }
}
