import Testing

@testable import Grading

@Suite struct TextTests {
    private func texts(_ text: String) -> [String] { Tokenizer.words(text).map(\.text) }

    @Test(arguments: [
        ("Don't stop", ["do", "not", "stop"]), ("it isn’t so", ["it", "is", "not", "so"]),
        ("224x224 pixels", ["224", "224", "pixels"]),
        ("20% or .2", ["20", "or", "0.2"]), ("1,000 e.g. two", ["1000", "2"]), ("two hundred and twenty four", ["224"]),
        ("w/o labels", ["without", "labels"]), ("w/ params", ["with", "parameter"]), ("over fitting", ["overfitting"]),
        ("cats & dogs", ["cats", "and", "dogs"]), ("fine-tuning", ["finetuning"]), ("no one", ["noone"]), ("", []),
        ("…!?", []),
    ])
    func wordsAreFound(text: String, words: [String]) { #expect(texts(text) == words) }

    @Test(arguments: [
        ["classify", "classified", "classifies", "classification", "classifier"],
        ["generalise", "generalizes", "generalization"],
        ["colour", "color", "colors"], ["predict", "prediction", "predicting"], ["labelled", "labeled", "labels"],
        ["optimiser", "optimizer", "optimisation"], ["layer", "layers"], ["train", "training", "trained"],
        ["memorise", "memorizing"], ["bad", "worse", "poorly"], ["recognise", "recognition"],
    ])
    func formsShareAStem(words: [String]) { #expect(Set(words.map(Stem.of)).count == 1) }

    @Test(arguments: [("general", "generate"), ("parameter", "hyperparameter"), ("loss", "lose"), ("test", "train")])
    func othersDoNot(left: String, right: String) { #expect(Stem.of(left) != Stem.of(right)) }

    @Test(arguments: [
        ("paramter", "parameter", 1), ("recieve", "receive", 1), ("abc", "abc", 0), ("kitten", "sitting", 3),
    ])
    func slipsAreCounted(left: String, right: String, count: Int) {
        #expect(Spelling.distance(Array(left.utf8), Array(right.utf8), limit: 3) == count)
    }

    @Test func slipsBeyondTheLimitAreNotCounted() {
        #expect(Spelling.distance(Array("kitten".utf8), Array("sitting".utf8), limit: 1) == 2)
    }

    @Test(arguments: [
        ("it does not generalise but memorises", ["generalise"]),
        (
            "it is not true that models memorise data",
            ["it", "is", "not", "true", "that", "models", "memorise", "data"]
        ),
        ("not only edges", []), ("no, any size works", []), ("without labels", ["labels"]),
        ("it fails to learn. it works", ["to", "learn"]), ("hard to write rules", ["to", "write", "rules"]),
    ])
    func negationHasItsScope(text: String, denied: [String]) {
        var words = Tokenizer.words(text)
        Negation.mark(&words, isReply: false)
        #expect(words.filter(\.isDenied).map(\.text) == denied)
    }

    @Test func sentencesStandInOrderAndShuffledOnesDoNot() {
        func z(_ text: String) -> Double { WordOrder.z(Tokenizer.words(text), isKnown: { _, _ in false }) ?? .nan }
        #expect(z("we do not know how our brain recognises objects so we cannot write rules for it") > 2)
        #expect(z("rules recognises write not how so we brain do for cannot objects know it our we") < 0.5)
    }

    @Test(arguments: [
        ("yes, of course", Question.Answer.yes), ("No. Any size", .no), ("not always", .no),
        ("you do not have to", .no),
    ])
    func repliesAreHeard(text: String, answer: Question.Answer) {
        #expect(Polarity.of(Tokenizer.words(text)) == answer)
    }

    @Test func noReplyIsNone() { #expect(Polarity.of(Tokenizer.words("any size works")) == nil) }
}
