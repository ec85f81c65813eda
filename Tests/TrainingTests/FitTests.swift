import Tensors
import Testing

@testable import Training

/// Small trainings end as fastai's do, step for step.
@Suite struct FitTests {
    @Test func constantRates() throws {
        try expect(\.fit) { try $0.fit(2, rate: 0.01) }
    }

    @Test func oneCycleWithDiscriminativeRates() throws {
        try expect(\.one_cycle) { try $0.fitOneCycle(3, peak: .range(1e-3, 1e-1), decay: 0.1) }
    }

    @Test func fineTuning() throws {
        try expect(\.fine_tune) { try $0.fineTune(2, rate: 0.02) }
    }

    @Test func flatThenCosine() throws {
        try expect(\.flat_cos) { try $0.fitFlatCosine(2, rate: 0.03) }
    }

    @Test func restartsWithMomentum() throws {
        try expect(\.sgdr, rule: SGD(momentum: 0.9)) { try $0.fitWithRestarts(cycles: 2, length: 1, peak: 0.05) }
    }

    private func expect(
        _ path: KeyPath<TrainingFacts, TrainingFacts.Fit>, rule: any UpdateRule = Adam(),
        _ train: (Learner) throws -> Void
    ) throws {
        let facts = try TrainingFacts.read()[keyPath: path]
        let keep = Keep()
        let learner = try Small.learner(rule: rule, callbacks: [keep])
        try train(learner)
        #expect(try #require(difference(keep.rates, facts.lr)) < 1e-8)
        #expect(try #require(difference(keep.momenta, facts.mom)) < 1e-6)
        #expect(try #require(difference([learner.recorder.losses], [facts.losses])) < 1e-4)
        let own = try weights(learner.model)
        #expect(try #require(difference(own, facts.weights)) < 1e-4)
        #expect(try #require(difference(keep.rows, facts.rows)) < 1e-4)
    }
}

/// All rates and momenta of all groups, and what each epoch measured.
private final class Keep: Callback {
    let order = 70
    var rates: [[Double]] = []
    var momenta: [[Double]] = []
    var rows: [[Double]] = []

    func on(_ event: Event, _ learner: Learner) throws {
        if event == .afterBatch, learner.isTraining {
            rates.append(learner.optimiser?.values(.learningRate) ?? [])
            momenta.append(learner.optimiser?.values(.momentum) ?? [])
        }
        if event == .afterEpoch { rows.append((learner.recorder.values.last ?? []).map { $0 ?? .nan }) }
    }
}
