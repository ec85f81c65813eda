import Testing

@testable import TextLearning

struct TokenTests {
    @Test func agreesWithFastaiToTheToken() throws {
        let cases = try TextFacts.read().tokens
        #expect(cases.count > 35)
        let tokenizer = TextTokenizer()
        for fact in cases { #expect(tokenizer.tokens(fact.text) == fact.tokens, "\(fact.text.prefix(80))") }
    }

    @Test func cutsWordsAsSpacyDoes() throws {
        for fact in try TextFacts.read().tokens {
            #expect(WordTokenizer().tokens(fact.text.lowercased()) == fact.plain, "\(fact.text.prefix(80))")
        }
    }

    @Test func manyTextsAtOnceComeInTheirOrder() throws {
        let texts = (0..<1500).map { "Text number \($0) isn't like any other" }
        let tokenizer = TextTokenizer()
        let found = try tokenizer.tokens(of: texts)
        #expect(found.count == texts.count)
        for place in [0, 511, 512, 1499] { #expect(found[place] == tokenizer.tokens(texts[place])) }
    }

    /// Strange texts are cut, whatever they hold, and nothing of them is lost.
    @Test(arguments: [
        "", " ", "\u{0}", "\u{301}\u{301}", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "\u{FFFD}", "a\u{200B}b", "&#x110000; &#0; &#;", "((((((", "'''''",
    ])
    func survives(_ text: String) { #expect(TextTokenizer().tokens(text).first == "xxbos") }

    @Test func aMillionCharactersTakeSeconds() {
        let text = String(repeating: "word, ", count: 20_000)
        #expect(TextTokenizer().tokens(text).count == 40_001)
        // One word without end is a word, too.
        #expect(TextTokenizer().tokens(String(repeating: "ab", count: 20_000)).count == 2)
    }

    @Test func writesOutWhatItMarked() throws {
        for fact in try TextFacts.read().readable where !["xxrep", "xxwrep"].contains(fact.tokens[0]) {
            #expect(TextTokenizer.readable(fact.tokens) == fact.decoded)
        }
        // fastai repeats all that follows as well; here only what is meant.
        #expect(TextTokenizer.readable("xxrep 4 ! done".split(separator: " ").map(String.init)) == ["!!!!", "done"])
        #expect(
            TextTokenizer.readable("xxwrep 3 no way".split(separator: " ").map(String.init)) == [
                "no", "no", "no", "way",
            ])
        #expect(TextTokenizer.readable(["xxrep", "999999999", "x"])[0].count == 1000)
    }

    @Test func vocabulariesAreFastais() throws {
        let facts = try TextFacts.read().vocabulary
        #expect(TextVocabulary(counting: [facts.words]).words == facts.vocab)
        #expect(TextVocabulary(counting: [facts.words], leastCount: 1, limit: 12).words == facts.short)
        let vocabulary = TextVocabulary(counting: [facts.words])
        #expect(vocabulary["never"] == TextVocabulary.unknown)
        #expect(vocabulary["xxfake"] == TextVocabulary.unknown)
        #expect(vocabulary.words(at: [vocabulary["the"], 99_999]) == ["the", "xxunk"])
    }
}
