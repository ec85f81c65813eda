import CellSyntax
import Foundation
import Testing

/// Whatever the text, the front end returns: with a tree or an error whose ranges lie in the text.
@Suite struct FuzzTests {
    /// A small generator with a fixed seed (SplitMix64), so that a failure can be repeated.
    private struct Random: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()

    private func check(_ text: String) {
        let source = Source(name: "fuzz", text: text)
        let bounds = 0...source.utf8.count
        func isValid(_ range: SourceRange) -> Bool {
            bounds.contains(range.lowerBound) && bounds.contains(range.upperBound)
        }
        do throws(SyntaxError) {
            let module = try Parser.parse(source)
            for statement in module.statements { #expect(isValid(statement.range), "\(text)") }
            _ = try Resolution(of: module)
        } catch {
            #expect(isValid(error.range), "\(text)")
            #expect(!Diagnostic(error, in: source).render(width: 40).isEmpty)
        }
        var end = 0
        for span in Highlighter.spans(of: source) {
            #expect(
                span.range.lowerBound >= end && !span.range.isEmpty && isValid(span.range),
                "\(text)")
            end = span.range.upperBound
        }
        _ = completeness(of: source)
        #expect(indentation(after: source) >= 0)
        _ = Brackets.partner(ofBracketAt: text.utf8.count / 2, in: source)
    }

    @Test(arguments: 0..<8)
    func randomBytes(seed: UInt64) {
        var random = Random(state: seed)
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            check(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test(arguments: 0..<8)
    func randomWords(seed: UInt64) {
        let words = [
            "if ", "else", ":", "\n", "    ", "\t", "x", "1", "(", ")", "[", "]", "{", "}", "'",
            "\"",
            "'''", "f'", "!", "%", "%%", "?", "=", ":=", "lambda ", "for ", "in ", "def ", "class ",
            "\\",
            "\\\n", "#", ",", ".", "*", "**", "yield ", "not ", "@", ";", "\r", "é", "🐦", "0x",
            "1e", "_",
            "nonlocal ", "global ", "return ", "try:", "except ", "import ", "with ", "as ", "$",
            "->",
        ]
        var random = Random(state: seed &+ 100)
        for _ in 0..<400 {
            let count = Int.random(in: 0...40, using: &random)
            check((0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined())
        }
    }

    @Test(arguments: 0..<8)
    func mutatedCells(seed: UInt64) throws {
        let cells = try String(
            contentsOf: Self.folder.appendingPathComponent("Fixtures/accepted.txt"), encoding: .utf8
        ).components(separatedBy: "\n===\n")
        var random = Random(state: seed &+ 200)
        for _ in 0..<200 {
            var bytes = Array((cells.randomElement(using: &random) ?? "").utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(bytes.randomElement(using: &random) ?? 0, at: place)
                case 2: bytes[place] = UInt8.random(in: 0...127, using: &random)
                default: bytes.removeSubrange(place...)
                }
            }
            check(String(decoding: bytes, as: UTF8.self))
        }
    }
}
