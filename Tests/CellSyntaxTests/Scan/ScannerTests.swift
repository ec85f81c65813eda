import CellSyntax
import Testing

@Suite struct ScannerTests {
    @Test func tokensCoverTheText() {
        let text = "if a >= 0x1F:  # comment\n    b **= 'x' + f\"{y}\" ; c: int\n"
        let source = Source(name: "test", text: text)
        let result = Scanner.scan(source)
        #expect(result.error == nil)
        let texts = result.tokens.filter { $0.kind != .newline && $0.start < $0.end }
            .map { source.text(in: $0.range) }
        #expect(
            texts == [
                "if", "a", ">=", "0x1F", ":", "b", "**=", "'x'", "+", "f\"{y}\"", ";", "c", ":",
                "int",
            ])
        #expect(result.comments.map(source.text(in:)) == ["# comment"])
    }

    @Test func everySignIsOneToken() {
        let signs = [
            "**=", "//=", ">>=", "<<=", "...", "**", "//", ">>", "<<", "<=", ">=", "==", "!=", "->",
            ":=",
            "+=", "-=", "*=", "/=", "%=", "@=", "&=", "|=", "^=", ",", ":", ";", ".", "=", "@", "+",
            "-",
            "*", "/", "%", "&", "|", "^", "~", "<", ">",
        ]
        for sign in signs {
            let source = Source(name: "test", text: "a \(sign) b")
            let shown = Scanner.scan(source).tokens.filter { $0.start < $0.end }
            #expect(shown.map { source.text(in: $0.range) } == ["a", sign, "b"])
            #expect(shown[1].kind.isSign)
        }
    }

    @Test func everyKeywordIsAKeyword() {
        #expect(Keyword.all.count == 35)
        for keyword in Keyword.all {
            let tokens = Scanner.scan(Source(name: "test", text: keyword)).tokens
            #expect(tokens[0].kind.isKeyword)
            #expect(Scanner.scan(Source(name: "test", text: keyword + "x")).tokens[0].kind == .name)
        }
    }

    @Test func indentationOpensAndClosesBlocks() {
        let source = Source(name: "test", text: "a:\n  b:\n\n    c\n  # x\n  d\ne")
        let kinds = Scanner.scan(source).tokens.map(\.kind).filter {
            [.indent, .dedent, .name].contains($0)
        }
        #expect(kinds == [.name, .indent, .name, .indent, .name, .dedent, .name, .dedent, .name])
    }

    @Test func linesAndColumnsCountCharacters() {
        let source = Source(name: "test", text: "é = 1\r\n鳥 = x\ry")
        #expect(source.lineStarts.count == 3)
        let place = source.position(at: source.lineStarts[1] + 6)
        #expect(place.line == 2 && place.column == 5)
        #expect(source.text(in: source.range(ofLine: 1)) == "é = 1")
        #expect(source.text(in: source.range(ofLine: 3)) == "y")
        #expect(source.range(ofLine: 4).isEmpty)
    }

    @Test func reportsOpenBrackets() {
        #expect(Scanner.scan(Source(name: "test", text: "f(a, [b], {")).openBrackets == [1, 10])
    }
}
