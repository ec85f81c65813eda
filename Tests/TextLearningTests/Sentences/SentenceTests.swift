import DataBlocks
import Foundation
import Layers
import Tensors
import Testing
import Training

@testable import TextLearning

@Suite(.serialized)
struct SentenceTests {
    @Test func cutsPiecesAsBert() throws {
        let facts = try TextFacts.read().pieces
        let pieces = try WordPieces(facts.pieces, limit: 512)
        for fact in facts.cases { #expect(pieces(fact.text) == fact.ids, "\(fact.text.prefix(40))") }
        let short = try WordPieces(facts.pieces, limit: 5)
        #expect(short("the cat sat on the mat") == [2, 4, 9, 10, 3])
        #expect(throws: TextError.self) { try WordPieces(["a", "b"]) }
    }

    /// Weights by the formula of `make_fixtures.py`.
    private func fill(_ model: MiniLM) throws {
        for (name, tensor) in model.stateDict {
            let (count, isNorm) = (tensor.count, name.hasSuffix("LayerNorm.weight"))
            let scale = tensor.dimensions > 1 ? 2 / Double(tensor.shape[1]).squareRoot() : 1
            let values = (0..<count).map {
                Float((Double(($0 * 7919 + count) % 1009) / 1009 - 0.5) * scale + (isNorm ? 1 : 0))
            }
            _ = try withoutGradients { try tensor.copy_(Tensor(values, shape: tensor.shape)) }
        }
    }

    @Test func anEncoderLayerIsPyTorchs() throws {
        let facts = try TextFacts.read().minilm
        let model = try MiniLM(pieces: 30, longest: 16, layers: 1)
        try fill(model)
        model.eval()
        let output = try withoutGradients { try model(Tensor(rows: facts.ids)) }
        #expect(try output.slice(1, 0, MiniLM.width, step: 16).isNear(facts.output, 1e-4))
        // How long the padding is does not matter.
        let wide = try withoutGradients { try model(Tensor(rows: facts.ids.map { $0 + [0, 0, 0] })) }
        #expect(try wide.allClose(output, relative: 1e-4, absolute: 1e-5))
        #expect(throws: LayerError.self) { try model(Tensor.zeros([1, 17], dtype: .int64)) }
    }

    @Test func publishedNamesLoadAndSentencesAreUnitVectors() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try RandomNumbers.seed(1)
        let words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "good", "bad", "film", "the", "a"]
        var state = try MiniLM(pieces: words.count).stateDict
        state["pooler.dense.weight"] = try Tensor.zeros([384, 384])
        state["embeddings.position_ids"] = try Tensor.zeros([1, 512], dtype: .int64)
        let weights = folder.appending(path: "model.pth").path
        try state.writePth(to: weights)
        let vocabulary = folder.appending(path: "vocab.txt").path
        try (words.joined(separator: "\n") + "\n").write(toFile: vocabulary, atomically: true, encoding: .utf8)
        let sentences = try SentenceVectors(weights: weights, vocabulary: vocabulary)
        let rows = try sentences(["the good film", "", "a bad film", "the good film"])
        #expect(rows.shape == [4, 384])
        #expect(try rows.norm(2, [1]).allClose(Tensor.ones([4]), absolute: 1e-4))
        #expect(try rows.select(0, 0).allClose(rows.select(0, 3), absolute: 1e-4))
        #expect(try sentences([]).shape == [0, 384])

        // As the body of a classifier: frozen first, then all of it.
        let texts = (0..<48).map { $0 % 2 == 0 ? "the good film" : "a bad film" }
        var maker = TextDataLoaders()
        (maker.seed, maker.options.batchSize) = (1, 8)
        let data = try maker.fromTexts(texts, labels: (0..<48).map { .text($0 % 2 == 0 ? "up" : "down") })
        let learner = try TextClassifierLearner(data, sentences: sentences, metrics: [AverageMetric.accuracy()])
        #expect(learner.optimiser?.frozenCount == 1)
        try learner.fineTune(1, rate: 1e-2)
        #expect(try #require(learner.validate()[1]) == 1)
        #expect(try learner.predict("the good film").answer == .category(.text("up")))
        #expect(try learner.showResults(maximum: 2).rows[0][1].hasSuffix("film"))
    }
}
