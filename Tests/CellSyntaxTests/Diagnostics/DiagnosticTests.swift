import CellSyntax
import Testing

@Suite struct DiagnosticTests {
    @Test func drawsTheExampleOfTheNotes() {
        let source = Source(name: "cell 1", text: "lern.fine_tune(1)")
        let hint = Diagnostic.suggestion(for: "lern", among: ["learn", "len", "dls"])
        let diagnostic = Diagnostic(
            type: "NameError", message: "name 'lern' is not defined", source: source, range: 0..<4,
            hint: hint)
        #expect(
            diagnostic.render() == """
                cell 1:1:1: NameError: name 'lern' is not defined
                    lern.fine_tune(1)
                    ^~~~
                did you mean 'learn'?
                """)
    }

    @Test func countsWideCharactersAsTwoColumns() {
        let source = Source(name: "cell 1", text: "s = '鳥🐦é'; x")
        let start = source.utf8.count - 1
        let diagnostic = Diagnostic(
            type: "NameError", message: "name 'x' is not defined", source: source,
            range: start..<start + 1)
        #expect(
            diagnostic.render() == """
                cell 1:1:12: NameError: name 'x' is not defined
                    s = '鳥🐦é'; x
                                 ^
                """)
    }

    @Test func showsTheCallsInnermostFirst() {
        let source = Source(name: "cell 2", text: "def f(x):\n\treturn 1 / x\n\nf(0)")
        let diagnostic = Diagnostic(
            type: "ZeroDivisionError", message: "division by zero", source: source, range: 18..<23,
            calls: [.init(function: "<module>", source: source, range: 25..<29)])
        #expect(
            diagnostic.render() == """
                cell 2:2:9: ZeroDivisionError: division by zero
                    return 1 / x
                           ^~~~~
                called from cell 2:4:1, in <module>
                    f(0)
                    ^~~~
                """)
    }

    @Test func shortensLongCallChains() {
        let source = Source(name: "c", text: "f()")
        let call = Diagnostic.Call(function: "f", source: source, range: 0..<3)
        let text = Diagnostic(
            type: "RecursionError", message: "", source: source, range: 0..<3,
            calls: Array(repeating: call, count: 1000)
        ).render()
        #expect(text.contains("... 994 more calls ..."))
        #expect(text.split(separator: "\n").count == 3 + 6 * 3 + 1)
    }

    @Test func cutsLongLinesAroundTheCaret() {
        let text =
            String(repeating: "a + ", count: 100) + "b" + String(repeating: " + c", count: 100)
        let source = Source(name: "c", text: text)
        let lines = Diagnostic(
            type: "NameError", message: "", source: source, range: 400..<401
        ).render(width: 60).split(separator: "\n")
        #expect(lines[1].count <= 60)
        let caret = lines[2].count - 1
        #expect(Array(lines[1])[caret] == "b")
    }

    @Test func controlCharactersDoNotReachTheTerminal() {
        let source = Source(name: "c", text: "x\u{1B}[2J")
        let text = Diagnostic(type: "E", message: "", source: source, range: 0..<1).render()
        #expect(!text.unicodeScalars.contains("\u{1B}"))
    }

    @Test(arguments: [0..<0, 100..<200, 5..<5, 3..<100])
    func anyRangeCanBeDrawn(range: SourceRange) {
        let source = Source(name: "c", text: "ab\ncd\n")
        let text = Diagnostic(type: "E", message: "m", source: source, range: range).render()
        #expect(text.hasPrefix("c:"))
    }

    @Test(arguments: [
        ("lern", "learn"), ("pritn", "print"), ("Print", "print"), ("xyz", nil),
        ("lenght", "length"),
        ("a", nil), ("image_data_loaders", "ImageDataLoaders"), ("fine_tun", "fine_tune"),
    ])
    func suggests(name: String, expected: String?) {
        let names = ["learn", "print", "length", "b", "ImageDataLoaders", "fine_tune", "fit"]
        #expect(Spelling.closest(to: name, among: names) == expected)
    }

    @Test(arguments: [
        ("abc", 3), ("é", 1), ("e\u{301}", 1), ("鳥", 2), ("🐦", 2), ("👩‍🔬", 2), ("❤️", 2),
        ("\u{200B}", 0),
        ("ｱ", 1), ("Ａ", 2), ("한", 2),
    ])
    func measuresColumns(text: String, columns: Int) {
        #expect(DisplayWidth.columns(of: text) == columns)
    }
}
