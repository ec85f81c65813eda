import DataBlocks
import Layers
import Tensors
import Testing

@testable import Training

/// Losses and metrics on fixed numbers, against fastai's and scikit-learn's.
@Suite struct LossAndMetricTests {
    private struct Numbers {
        let logits: Tensor
        let classes: Tensor
        let flags: Tensor
        let scores: Tensor
        let values: Tensor
        let wanted: Tensor
        let pixels: Tensor
        let mask: Tensor
        let binary: Tensor

        init() throws {
            try RandomNumbers.seed(8)
            logits = try .randn([12, 3])
            classes = try .randint(0, 3, [12])
            flags = try Tensor.randint(0, 2, [12, 4]).to(dtype: .float32)
            scores = try .randn([12, 4])
            values = try .rand([12, 1])
            wanted = try .rand([12])
            pixels = try .randn([2, 3, 5, 5])
            mask = try .randint(0, 3, [2, 5, 5])
            binary = try .randint(0, 2, [12])
        }
    }

    @Test func losses() throws {
        let n = try Numbers()
        let cases: [(String, any LossFunction, Tensor, Tensor)] = [
            ("cross_entropy", CrossEntropyLoss(), n.logits, n.classes),
            ("cross_entropy_pixels", CrossEntropyLoss(axis: 1), n.pixels, n.mask),
            ("smoothing", CrossEntropyLoss(smoothing: 0.1), n.logits, n.classes),
            ("focal", FocalLoss(), n.logits, n.classes), ("bce", BinaryCrossEntropyLoss(), n.scores, n.flags),
            ("mse", MeanSquaredError(), n.values, n.wanted), ("l1", MeanAbsoluteError(), n.values, n.wanted),
        ]
        let facts = try TrainingFacts.read().values
        for (name, loss, output, target) in cases {
            let value = try loss.loss(output, [target], reduction: .mean).item()
            #expect(abs(value - (facts[name] ?? .nan)) < 1e-5, "\(name)")
            #expect(try loss.loss(output, [target], reduction: .none).count == target.count)
        }
    }

    @Test func functions() throws {
        let n = try Numbers()
        let cases: [(String, Tensor)] = [
            ("accuracy", try Metrics.accuracy(n.logits, n.classes)),
            ("top_2", try Metrics.topAccuracy(n.logits, n.classes, count: 2)),
            ("accuracy_multi", try Metrics.accuracyMulti(n.scores, n.flags)),
            ("msle", try Metrics.msle(n.values, n.wanted)), ("mae", try Metrics.mae(n.values, n.wanted)),
            ("mse", try Metrics.mse(n.values, n.wanted)),
            ("foreground_acc", try Metrics.foregroundAccuracy(n.pixels, n.mask)),
        ]
        let facts = try TrainingFacts.read().values
        for (name, value) in cases { #expect(abs(try value.item() - (facts[name] ?? .nan)) < 1e-5, "\(name)") }
    }

    @Test func metricsOfAllItems() throws {
        let n = try Numbers()
        let two = try n.logits.slice(1, 0, 2)
        let (twoPixels, twoMask) = (try n.pixels.slice(1, 0, 2), try n.mask.clamp(max: 1))
        let cases: [(String, any Metric, Tensor, Tensor)] = [
            ("rmse", Metrics.rmse(), n.values, n.wanted), ("exp_rmspe", Metrics.expRmspe(), n.values, n.wanted),
            ("r2", Metrics.r2(), n.values, n.wanted), ("pearson", Metrics.pearson(), n.values, n.wanted),
            ("dice", Overlap(.dice), twoPixels, twoMask), ("dice_multi", Overlap(.dice_multi), n.pixels, n.mask),
            ("jaccard_coeff", Overlap(.jaccard_coeff), twoPixels, twoMask),
            ("jaccard_coeff_multi", Overlap(.jaccard_coeff_multi), n.pixels, n.mask),
            ("precision", Metrics.precision(), two, n.binary), ("recall", Metrics.recall(), two, n.binary),
            ("f1", Metrics.f1(), two, n.binary), ("f1_weighted", Metrics.f1(average: .weighted), n.logits, n.classes),
            ("f1_micro", Metrics.f1(average: .micro), n.logits, n.classes),
            ("fbeta", Metrics.fBeta(2, average: .macro), n.logits, n.classes),
            ("jaccard", Metrics.jaccard(average: .macro), n.logits, n.classes),
            ("balanced", Metrics.balancedAccuracy(), n.logits, n.classes),
            ("kappa", Metrics.cohenKappa(), n.logits, n.classes),
            ("matthews", Metrics.matthews(), n.logits, n.classes),
            ("hamming", Metrics.hammingLoss(), n.logits, n.classes),
            ("roc_auc", Metrics.rocAucBinary(), two, n.binary), ("f1_multi", Metrics.f1Multi(), n.scores, n.flags),
            ("precision_multi", Metrics.precisionMulti(average: .weighted), n.scores, n.flags),
            ("recall_multi", Metrics.recallMulti(average: .micro), n.scores, n.flags),
            ("jaccard_multi", Metrics.jaccardMulti(), n.scores, n.flags),
        ]
        let facts = try TrainingFacts.read().values
        for (name, metric, output, target) in cases {
            let value = try measured(metric, output, target)
            #expect(abs(value - (facts[name] ?? .nan)) < 1e-5, "\(name)")
        }
    }

    /// The metric over two batches of a learner whose model gives its input back.
    private func measured(_ metric: any Metric, _ output: Tensor, _ target: Tensor) throws -> Double {
        let loader = RowLoader(output, target, batchSize: output.shape[0] / 2)
        let data = DataLoaders(train: loader, valid: loader, target: .category)
        let loss = CustomLoss("none") { output, _ in try output.sum() }
        let learner = try Learner(data, model: Identity(), loss: loss, metrics: [metric])
        return try #require(learner.validate()[1])
    }

    @Test func sizesThatDoNotMatchAreSaid() throws {
        let error = #expect(throws: TrainingError.self) { try Metrics.mae(.ones([3]), .ones([4])) }
        #expect(error?.description == "predictions of shape [3] do not match targets of shape [4]")
    }
}
