import DataBlocks
import Foundation
import Testing

@Suite struct VocabularyTests {
    @Test func classesAreSortedAsPythonSorts() {
        let words = ["dog", "Cat", "äpfel", "cat", "dog"].map(Label.text)
        #expect(Vocabulary(sorting: words).names == ["Cat", "cat", "dog", "äpfel"])
        #expect(Vocabulary(sorting: [.bool(true), .bool(false), .bool(true)]).names == ["False", "True"])
        #expect(Vocabulary(sorting: [.int(10), .int(9), .number(9.5)]).labels == [.int(9), .number(9.5), .int(10)])
    }

    @Test func eachClassHasItsIndex() throws {
        let vocabulary = Vocabulary([.text("b"), .text("a"), .text("b")])
        #expect(vocabulary.count == 2)
        #expect(vocabulary.index(of: .text("a")) == 1)
        #expect(vocabulary.index(of: .text("c")) == nil)
        #expect(vocabulary[0] == .text("b"))
        let restored = try JSONDecoder().decode(Vocabulary.self, from: JSONEncoder().encode(vocabulary))
        #expect(restored == vocabulary && restored.index(of: .text("a")) == 1)
    }
}
