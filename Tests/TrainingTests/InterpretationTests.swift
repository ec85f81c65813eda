import Display
import Tensors
import Testing

@testable import Training

@Suite struct InterpretationTests {
    /// Values by scikit-learn.
    @Test func countsGiveScores() {
        let counts = ClassCounts(predicted: [0, 2, 1, 0, 0, 1], actual: [0, 1, 2, 0, 1, 2])
        #expect(counts.matrix == [[2, 0, 0], [1, 0, 1], [0, 2, 0]])
        #expect(abs(counts.precision(.macro) - 0.2222222) < 1e-6)
        #expect(abs(counts.kappa() - 0.0) < 1e-6)
    }

    @Test func aClassifierIsInterpreted() throws {
        let learner = try Small.learner()
        try learner.fit(3, rate: 0.05)
        let interpretation = try ClassificationInterpretation(learner)
        let matrix = interpretation.confusionMatrix
        #expect(matrix.flatMap { $0 }.reduce(0, +) == 20)
        let wrong = 20 - (0..<3).map { matrix[$0][$0] }.reduce(0, +)
        let confused = interpretation.mostConfused()
        #expect(confused.map(\.count).reduce(0, +) == wrong)
        #expect(confused.map(\.count) == confused.map(\.count).sorted(by: >))
        let top = try interpretation.topLosses(3)
        #expect(top.count == 3 && top[0].loss >= top[1].loss)
        let losses: [Double] = try #require(interpretation.predictions.losses).array()
        #expect(losses[top[0].index] == losses.max())
        #expect(try interpretation.caption(top[0].index).split(separator: "/").count == 4)
        let plot = interpretation.confusionPlot()
        #expect(plot.axes[0].matrix.count == 3 && plot.axes[0].rowNames == ["a", "b", "c"])
        #expect(interpretation.report().contains("weighted avg"))
    }
}
