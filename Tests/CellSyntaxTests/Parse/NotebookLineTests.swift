import CellSyntax
import Testing

@Suite struct NotebookLineTests {
    @Test(arguments: [
        ("!ls -l", "(! 'ls -l')"),
        ("!!ls", "(!! 'ls')"),
        ("if a:\n    !ls\n    b", "(if a {(! 'ls') b})"),
        ("x = !ls *.jpg", "(= x! (! 'ls *.jpg'))"),
        ("!echo $a.b {c + 1} $$HOME ${d}", "(! 'echo ' (. a b) ' ' (+ c 1) ' $HOME $' d)"),
        ("!awk '{print $1}' f", "(! 'awk '{print $1}' f')"),
        ("!echo {{a}} $1", "(! 'echo {a} $1')"),
        ("!pip install -q \\\n  fastai", "(! 'pip install -q \\\n  fastai')"),
        ("a\n!ls\nb", "a (! 'ls') b"),
    ])
    func parsesShellCommand(text: String, tree: String) throws {
        #expect(try TreeDump.dump(text) == tree)
    }

    @Test(arguments: [
        ("%matplotlib inline", "(% matplotlib 'inline')"),
        ("for i in x:\n  %time f(i)", "(for i! x {(% time 'f(i)')})"),
        ("t = %timeit -o f()", "(= t! (% timeit '-o f()'))"),
        ("%%time\nf()\ng()", "(%% time '' 'f()\ng()')"),
        ("%%bash -e\necho 'unclosed", "(%% bash '-e' 'echo 'unclosed')"),
        ("a = b\\\n%c", "(= a! (% b c))"),
        ("(a\n%b)", "(% a b)"),
    ])
    func parsesMagic(text: String, tree: String) throws {
        #expect(try TreeDump.dump(text) == tree)
    }

    @Test(arguments: [
        ("?a", "(? 'a' a)"),
        ("??a.b", "(?? 'a.b' (. a b))"),
        ("a?", "(? 'a' a)"),
        ("a.b??", "(?? 'a.b' (. a b))"),
        ("a[0]?", "(? 'a[0]' ([] a 0))"),
        ("%timeit?", "(? '%timeit')"),
        ("?", "(? '')"),
        ("a = 1 # why?", "(= a! 1)"),
        ("'really?'", "'really?'"),
    ])
    func parsesHelp(text: String, tree: String) throws {
        #expect(try TreeDump.dump(text) == tree)
    }

    @Test func magicBodyCanBeParsedInPlace() throws {
        let source = Source(name: "cell", text: "%%time\na = 1\nb = )")
        guard case .cellMagic(let magic)? = try Parser.parse(source).statements.first?.kind else {
            Issue.record("no cell magic")
            return
        }
        let error = #expect(throws: SyntaxError.self) {
            try Parser.parse(source, range: magic.bodyRange)
        }
        #expect(error.map { source.position(at: $0.range.lowerBound).line } == 3)
    }

    @Test func readsDirectives() throws {
        let text = "#hide\n#id first_training\n#| export\n# an ordinary comment\nx = 1\n#hide_input"
        let directives = try Parser.parse(Source(name: "cell", text: text)).directives
        #expect(directives.map(\.name) == ["hide", "id", "export"])
        #expect(directives.map(\.argument) == ["", "first_training", ""])
    }

    @Test func namesInShellCommandsBelongToTheirScope() throws {
        let module = try Parser.parse(Source(name: "cell", text: "def f(path):\n    !ls {path}\n"))
        let resolution = try Resolution(of: module)
        guard case .function(let function)? = module.statements.first?.kind,
            case .shell(let command)? = function.body.first?.kind,
            case .value(let value)? = command.parts.last, case .name(let name, _) = value.kind
        else {
            Issue.record("no variable in the command")
            return
        }
        #expect(resolution.slot(of: name) == .local(0))
    }
}
