import Grading
import Testing

@Suite struct DrawingTests {
    private func arrows(_ text: String) -> [String] { ArrowDrawing(text)?.arrows.map { "\($0.from)>\($0.to)" } ?? [] }

    @Test(arguments: [
        ("a -> b -> c", ["a>b", "b>c"]), ("a, b -> c", ["a>c", "b>c"]), ("a→b", ["a>b"]), ("a <- b", ["b>a"]),
        ("a & b --> c", ["a>c", "b>c"]),
        ("a => b\nb => c", ["a>b", "b>c"]), ("digraph { a -> b; b -> c [label=\"x\"]; }", ["a>b", "b>c"]),
        ("digraph g { {a b} -> c }", ["a>c", "b>c"]), ("digraph { x [label=\"inputs\"]; m; x -> m }", ["inputs>m"]),
        ("no arrows here", []), ("", []), ("->", []),
        ("digraph { \"my model\" -> \"the result\" }", ["my model>the result"]),
    ])
    func arrowsAreRead(text: String, found: [String]) { #expect(arrows(text) == found) }

    @Test func aPictureOfItIsDOT() {
        #expect(ArrowDrawing("in \"x\" -> out")?.dot == "digraph {\n    rankdir=LR\n    \"in x\" -> \"out\"\n}\n")
    }
}
