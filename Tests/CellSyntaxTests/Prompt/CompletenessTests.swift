import CellSyntax
import Testing

@Suite struct CompletenessTests {
    @Test(arguments: [
        "", "1", "x = (1,\n 2)", "if a: b", "if a:\n  b\n", "def f():\n  pass\n\n", "!ls",
        "%time f()",
        "%%time\nf()\n\n", "'''a\nb'''", "# comment", "for i in x:\n  y\nelse:\n  z\n\n", "a;",
    ])
    func complete(text: String) {
        #expect(completeness(of: Source(name: "test", text: text)) == .complete)
    }

    @Test(arguments: [
        "(", "f(1,", "[1,\n2", "{'a': 1", "if a:", "if a:\n", "if a:\n  b", "def f():\n  pass",
        "class A:\n  def f(self):", "try:\n  a\n", "x = '''", "x = 1 + \\\n", "@f", "@f\n",
        "%%time", "%%bash\necho", "!ls \\", "while a:\n  b\nelse:", "f(x for x in (",
        "if a:\n  # only a comment", "with a:\n  b", "print('a' +",
    ])
    func incomplete(text: String) {
        #expect(completeness(of: Source(name: "test", text: text)) == .incomplete)
    }

    @Test(arguments: [
        "x = = 1", "1 +", "x = 'abc", "if a\n", ")", "return", "if a:\nb", "x = [1, 2\ny = 3",
        "a b",
        "async def f():", "f(a b",
    ])
    func invalid(text: String) {
        guard case .invalid = completeness(of: Source(name: "test", text: text)) else {
            Issue.record("\(text) is not found invalid")
            return
        }
    }

    @Test(arguments: [
        ("x = 1", 0), ("if a:", 4), ("if a:\n    b", 4), ("if a:\n  if b:", 4), ("  x = 1", 2),
        ("def f():\n    return 1", 0), ("for x in y:\n    for z in w:\n        break", 4),
        ("f(a,", 4), ("if a:\n    x = [", 8), ("'''a\n    b", 0), ("if a:  # why", 4),
        ("x = {'a': 1}", 0), ("d[a:", 4), ("", 0), ("lambda:", 4),
    ])
    func nextIndentation(text: String, spaces: Int) {
        #expect(indentation(after: Source(name: "test", text: text)) == spaces)
    }
}
