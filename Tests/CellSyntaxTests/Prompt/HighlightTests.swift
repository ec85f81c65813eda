import CellSyntax
import Testing

@Suite struct HighlightTests {
    private func spans(_ text: String) -> [String] {
        let source = Source(name: "test", text: text)
        return Highlighter.spans(of: source).map {
            "\($0.kind.rawValue):\(source.text(in: $0.range))"
        }
    }

    @Test(arguments: [
        (
            "def f(x): return None",
            [
                "keyword:def", "function:f", "bracket:(", "name:x", "bracket:)", "sign::",
                "keyword:return",
                "constant:None",
            ]
        ),
        (
            "class A: pass  # why",
            ["keyword:class", "type:A", "sign::", "keyword:pass", "comment:# why"]
        ),
        ("x = 'unfinished", ["name:x", "sign:=", "string:'unfinished"]),
        ("x = 'a\ny = 1", ["name:x", "sign:=", "string:'a", "name:y", "sign:=", "number:1"]),
        ("'''a\nb", ["string:'''a\nb"]),
        ("f'a{b!r}c'", ["string:f'a", "field:{b!r}", "string:c'"]),
        ("f'{{a}} {b", ["string:f'{{a}} ", "field:{b"]),
        ("%time f()\n!ls $x\nf?", ["magic:%time f()", "shell:!ls $x", "help:f?"]),
        ("%%bash -e\nls", ["magic:%%bash -e"]),
        (
            "@a\ndef b(): c@d",
            [
                "decorator:@", "decorator:a", "keyword:def", "function:b", "bracket:(", "bracket:)",
                "sign::",
                "name:c", "sign:@", "name:d",
            ]
        ),
        ("a $ b", ["name:a", "error:$", "name:b"]),
        ("1abc + 0x", ["name:abc", "sign:+"]),
        ("(]) + 'x'", ["bracket:(", "bracket:]", "bracket:)", "sign:+", "string:'x'"]),
    ])
    func highlights(text: String, expected: [String]) {
        #expect(spans(text) == expected)
    }

    @Test(arguments: [
        ("f(a[1], ')')", 1, 11), ("f(a[1], ')')", 11, 1), ("f(a[1], ')')", 3, 5),
        ("f(a[1], ')')", 9, nil), ("(]", 0, nil), ("(a", 0, nil), ("a", 0, nil), ("(\n)", 0, 2),
        ("{'a': (1)", 8, 6),
    ])
    func findsPartner(text: String, offset: Int, partner: Int?) {
        #expect(
            Brackets.partner(ofBracketAt: offset, in: Source(name: "test", text: text)) == partner)
    }
}
