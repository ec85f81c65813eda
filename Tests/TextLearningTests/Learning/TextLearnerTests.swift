import DataBlocks
import DataSources
import Foundation
import Layers
import LoopbackServer
import Tensors
import Testing
import Training

@testable import TextLearning

/// Sentences whose kind depends on one word.
private func sentences(_ count: Int) -> (texts: [String], labels: [Label]) {
    let fillers = ["the film", "a long day", "my old friend", "that song", "our house"]
    var (texts, labels): ([String], [Label]) = ([], [])
    for number in 0..<count {
        let isGood = number % 2 == 0
        let word = isGood ? ["lovely", "great", "fine"][number % 3] : ["awful", "bad", "poor"][number % 3]
        texts.append("\(fillers[number % 5]) was \(word) and \(fillers[(number / 5) % 5]) too")
        labels.append(.text(isGood ? "good" : "bad"))
    }
    return (texts, labels)
}

@Suite(.serialized)
struct TextLearnerTests {
    private func loaders(isLanguageModel: Bool = false, words: TextVocabulary? = nil) throws -> TextLoaders {
        let (texts, labels) = sentences(160)
        var maker = TextDataLoaders()
        (maker.seed, maker.words, maker.isLanguageModel) = (42, words, isLanguageModel)
        maker.options.batchSize = isLanguageModel ? 8 : 16
        if isLanguageModel { maker.chunk = 12 }
        return try maker.fromTexts(texts, labels: labels)
    }

    private func settings() throws -> TextSettings {
        var settings = TextSettings()
        settings.pretrained = false
        var model = AWDLSTMSettings.classifier
        for (name, value) in [("emb_sz", 16.0), ("n_hid", 24), ("n_layers", 2)] { try model.set(name, value) }
        settings.model = model
        return settings
    }

    @Test func learnsToTellTextsApart() throws {
        try RandomNumbers.seed(1)
        let learner = try TextClassifierLearner(loaders(), settings(), metrics: [AverageMetric.accuracy()])
        try learner.fitOneCycle(6, peak: .single(2e-2))
        let measured = try learner.validate()
        #expect(try #require(measured[1]) > 0.95)
        let said = try learner.predict("my old friend was great and the film too")
        #expect(said.answer == .category(.text("good")))
        #expect(said.classes == ["bad", "good"])
        #expect(try abs(said.probabilities.sum().item() - 1) < 1e-5)
        // Words it never saw, other scripts and nothing at all get an answer.
        for text in ["", "Привет 你好 zzz", String(repeating: "great ", count: 500)] { _ = try learner.predict(text) }
        let table = try learner.showResults(maximum: 3)
        #expect(table.rows.count == 3)
        #expect(table.columns == ["", "text", "category", "category_"])
        // Every text is predicted in the data's order.
        let predictions = try learner.predictions()
        #expect(predictions.outputs.shape == [32, 2])
        #expect(predictions.positions.sorted() == Array(0..<32))
    }

    @Test func aLanguageModelLearnsAndItsEncoderMovesOver() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try RandomNumbers.seed(2)
        var settings = try settings()
        settings.path = folder
        settings.dropout = 0.1
        let data = try loaders(isLanguageModel: true)
        let learner = try LanguageLearner(data, settings, metrics: [Perplexity()])
        let before = try #require(try learner.validate()[0])
        try learner.fitOneCycle(10, peak: .single(3e-2))
        let after = try learner.validate()
        #expect(try #require(after[0]) < before * 0.7)
        #expect(try abs(#require(after[1]) - exp(#require(after[0]))) < 1e-3 * exp(#require(after[0])))
        try RandomNumbers.seed(3)
        let text = try learner.continuation(of: "The film", words: 5, temperature: 0.5)
        #expect(text.hasPrefix("The film "))
        #expect(!text.contains("xxunk") && !text.contains("xxbos"))
        #expect(throws: TextError.self) { try learner.continuation(of: "x", temperature: 0) }
        #expect(try learner.showResults(maximum: 2).columns == ["", "text", "text_", "pred"])

        try learner.saveEncoder("encoder")
        let classifier = try TextClassifierLearner(loaders(words: data.words), settings)
        try classifier.loadEncoder("encoder")
        let (saved, loaded) = (
            learner.textModel?.encoderModule.stateDict, classifier.textModel?.encoderModule.stateDict
        )
        for (name, tensor) in try #require(saved) { #expect(try #require(loaded?[name]).isEqual(to: tensor)) }
        #expect(classifier.optimiser?.frozenCount == 3)
        // Another vocabulary does not fit, and nothing is changed.
        let other = try TextClassifierLearner(loaders(words: TextVocabulary(SpecialToken.words)), settings)
        #expect(throws: LayerError.self) { try other.loadEncoder("encoder") }
        #expect(throws: TextError.self) { try LanguageLearner(loaders(), settings) }
        #expect(throws: TextError.self) { try TextClassifierLearner(data, settings) }
    }

    @Test func regularisationGoesIntoTheGradientOnly() throws {
        try RandomNumbers.seed(4)
        func gradient(_ size: Double, _ change: Double) throws -> (loss: Double, norm: Double) {
            try RandomNumbers.seed(5)
            var settings = try settings()
            settings.dropout = 0
            settings.regularisation = (size, change)
            let learner = try TextClassifierLearner(loaders(), settings)
            final class Stop: Callback {
                var norm = 0.0
                func on(_ event: Event, _ learner: Learner) throws {
                    guard event == .beforeStep else { return }
                    norm = try learner.model.namedParameters.first?.tensor.grad?.norm().item() ?? 0
                    throw Cancel.fit
                }
            }
            let stop = Stop()
            try learner.fit(1, callbacks: [stop])
            return (learner.lossValue, stop.norm)
        }
        let (plain, sized, changing) = (try gradient(0, 0), try gradient(2, 0), try gradient(0, 1))
        #expect(plain.loss == sized.loss && plain.loss == changing.loss)
        #expect(plain.norm != sized.norm && plain.norm != changing.norm)
    }

    @Test func weightsFromWikipediaComeByUrlAndAreMatched() throws {
        let facts = try TextFacts.read().pretrained
        let archive = try Data(contentsOf: URL(fileURLWithPath: fixture("wt103-fwd.tgz")))
        let server = try LoopbackServer { _ in LoopbackServer.Answer([UInt8](archive)) }
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var store = DataStore()
        (store.cache, store.fastai, store.mirror) = (
            folder + "/cache", folder + "/fastai", "http://127.0.0.1:\(server.port)"
        )
        let pretrained = try PretrainedText.wikipedia(from: store, .init())
        #expect(pretrained.words == facts.words)
        let state = try pretrained.matched(to: TextVocabulary(facts.new))
        #expect(try #require(state["0.encoder.weight"]).isNear(facts.encoder))
        #expect(try #require(state["1.decoder.weight"]).isNear(facts.encoder))
        #expect(try #require(state["1.decoder.bias"]).isNear(facts.bias))
        #expect(state["0.rnns.0.module.weight_hh_l0"] == nil)

        var settings = TextSettings()
        (settings.model, settings.store) = (try smallSettings(), store)
        let words = TextVocabulary(facts.new)
        let learner = try TextClassifierLearner(loaders(words: words), settings)
        let encoder = try #require(learner.textModel?.encoderModule.stateDict["encoder.weight"])
        #expect(try encoder.isNear(facts.encoder))
        #expect(learner.optimiser?.frozenCount == 3)
        let language = try LanguageLearner(loaders(isLanguageModel: true, words: words), settings)
        #expect(try #require(language.model.stateDict["1.decoder.bias"]).isNear(facts.bias))
    }
}
