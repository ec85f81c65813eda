import DataBlocks
import Foundation
import Layers
import Tensors
import Testing
import Training

@testable import TabularLearning

@Suite(.serialized) struct TableModelTests {
    @Test func embeddingsFollowFastaisRule() throws {
        for (count, width) in try TabularFacts.read().rule {
            let entries = try #require(Int(count))
            #expect(EmbeddingSize(entries: entries).width == width, "\(count)")
        }
    }

    /// A learner of the fixtures' table with the weights that fastai's `learn.save` wrote.
    static func learner(_ target: String) throws -> TableLearner {
        var settings = TableModelSettings()
        settings.layers = [12, 6]
        if target == "pay" { settings.range = .init(0, 3000) }
        let learner = try TableLearner(People.loaders(target), settings)
        try learner.load(fixture(target == "rich" ? "table.pth" : "regression.pth"))
        return learner
    }

    @Test(arguments: ["rich", "pay"]) func fastaisWeightsPredictTheSame(target: String) throws {
        let facts = try target == "rich" ? TabularFacts.read().rich : TabularFacts.read().pay
        let learner = try Self.learner(target)
        #expect(
            Dictionary(uniqueKeysWithValues: learner.model.stateDict.map { ($0.name, $0.tensor.shape) }) == facts.state)
        let found = try learner.predictions(withLosses: true)
        #expect(agree(try found.outputs.array(), facts.preds))
        #expect(try found.targets[0].array(of: Double.self) == facts.targets)
        #expect(agree(try #require(found.losses).array(), facts.losses, to: 1e-4))
    }

    @Test(arguments: ["rich", "pay"]) func aTrainingStepHasFastaisLossAndGradients(target: String) throws {
        let facts = try target == "rich" ? TabularFacts.read().rich : TabularFacts.read().pay
        let learner = try Self.learner(target)
        let batch = try learner.table.inOrder(training: true).oneBatch()
        learner.model.train()
        let loss = try learner.loss.loss(learner.model(batch.inputs), batch.targets, reduction: .mean)
        #expect(agree([try loss.item()], [facts.trainLoss], to: 1e-4))
        try loss.backward()
        for (name, tensor) in learner.model.namedParameters {
            let sum = try tensor.grad?.to(dtype: .float64).sum().item() ?? 0
            #expect(agree([sum], [try #require(facts.gradients[name])], to: 2e-3), "\(name)")
        }
    }

    @Test func layersCanBeOtherwise() throws {
        var settings = TableModelSettings()
        (settings.layers, settings.dropout, settings.embeddingDropout) = ([8, 4], [0.1], 0.2)
        (settings.normalisesLast, settings.normalisesNumbers, settings.linearFirst) = (true, false, false)
        let model = try TableModel([EmbeddingSize(3, 2)], numbers: 2, outputs: 1, settings)
        #expect(
            model.stateDict.names == [
                "embeds.0.weight", "layers.0.0.weight", "layers.0.0.bias", "layers.0.0.running_mean",
                "layers.0.0.running_var", "layers.0.0.num_batches_tracked", "layers.0.2.weight", "layers.1.0.weight",
                "layers.1.0.bias", "layers.1.0.running_mean", "layers.1.0.running_var",
                "layers.1.0.num_batches_tracked",
                "layers.1.2.weight", "layers.2.0.weight", "layers.2.0.bias", "layers.2.0.running_mean",
                "layers.2.0.running_var", "layers.2.0.num_batches_tracked", "layers.2.1.weight",
            ])
        model.eval()
        let output = try model([Tensor([1, 2], shape: [2, 1]), Tensor([Float(1), 2, 3, 4], shape: [2, 2])])
        #expect(output.shape == [2, 1])
        #expect(throws: LayerError.self) { try model(Tensor([1, 2], shape: [2, 1])) }
    }

    @Test func numbersAloneAreEnough() throws {
        let settings = TableSettings(numbers: ["hours", "rooms"], targets: ["rich"])
        let data = try PreparedTable(People.table(), settings, split: People.split).loaders(.init(batchSize: 8))
        let learner = try TableLearner(data)
        try learner.fit(1)
        #expect(try learner.predictions().outputs.shape == [12, 2])
    }
}
