import DataBlocks
import Display
import Foundation
import Tensors

/// Trains with a rate that grows by equal factors, until the loss has become four times its best.
final class RateFinder: Callback {
    let order = 60
    private let schedule: Schedule
    private let steps: Int
    private let stopsEarly: Bool
    private var best = Double.infinity

    init(start: Double, end: Double, steps: Int, stopsEarly: Bool) {
        schedule = Anneal.exponential(start, end)
        self.steps = max(6, steps)
        self.stopsEarly = stopsEarly
    }

    func on(_ event: Event, _ learner: Learner) throws {
        switch event {
        case .beforeFit: best = .infinity
        case .beforeBatch where learner.isTraining:
            let rate = schedule(Double(learner.trainedBatches) / Double(steps))
            try learner.optimiser?.set(.learningRate, .single(rate))
        case .afterBatch where learner.isTraining:
            let loss = learner.recorder.smoothedLoss ?? .infinity
            best = min(best, loss)
            if stopsEarly, loss > 4 * best { throw Cancel.fit }
            if learner.trainedBatches >= steps { throw Cancel.fit }
        case .beforeValidate: throw Cancel.validate
        default: break
        }
    }
}

/// Rates and smoothed losses of a search, and what to make of them.
public struct RateSearch: Sendable {
    public let rates: [Double]
    public let losses: [Double]
    public let suggestions: [(method: RateSuggestion, point: RateSuggestion.Point)]

    /// Loss over rate, with a dot for each suggestion.
    public func plot() -> Plot {
        var axes = Plot.Axes()
        (axes.xLabel, axes.yLabel, axes.logX) = ("Learning Rate", "Loss", true)
        let count = max(0, rates.count - 5)
        axes.series = [.init(mark: .line, x: Array(rates[..<count]), y: Array(losses[..<count]))]
        for (method, point) in suggestions {
            let (x, y) = point.mark
            axes.series.append(.init(mark: .scatter, label: method.rawValue, x: [x], y: [y]))
        }
        return Plot(axes: [axes])
    }
}

extension Learner {
    /// Looks for a good learning rate in a mock training (Smith, 2015); weights and optimiser stay as they are.
    ///
    /// - Parameters:
    ///   - steps: Batches from the first rate towards the last.
    ///   - stopsEarly: Whether it ends where the loss is four times its best.
    public func findRate(
        start: Double = 1e-7, end: Double = 10, steps: Int = 100, stopsEarly: Bool = true,
        suggestions: [RateSuggestion] = [.valley]
    ) throws -> RateSearch {
        let finder = RateFinder(start: start, end: end, steps: steps, stopsEarly: stopsEarly)
        let before = try Snapshot(self)
        showsTable = false
        defer { showsTable = true }
        do {
            try fit(steps / max(1, data.train.batchCount) + 1, callbacks: [finder])
        } catch {
            try before.restore(self)
            throw error
        }
        try before.restore(self)
        let (rates, losses) = (recorder.rates, recorder.losses)
        // fastai leaves out the first tenth, where nothing is learnt yet, and the last five, where it diverges.
        let first = min(steps / 10, max(0, rates.count - 5))
        let used = first..<max(first, rates.count - 5)
        let points = try suggestions.map { ($0, try $0.point(Array(rates[used]), Array(losses[used]))) }
        return RateSearch(rates: rates, losses: losses, suggestions: points)
    }
}

/// Weights, statistics and optimiser of a learner at one moment.
private struct Snapshot {
    private let weights: [(tensor: Tensor, copy: Tensor)]
    private let states: [[ParameterState]]
    private let hypers: [[Hyper: Double]]

    init(_ learner: Learner) throws {
        let optimiser = try learner.readyOptimiser()
        weights = try withoutGradients { try learner.model.stateDict.map { ($0.tensor, try $0.tensor.clone()) } }
        states = try optimiser.states.map { group in
            try group.map { state in
                var copy = state
                copy.average = try state.average?.clone()
                copy.squareAverage = try state.squareAverage?.clone()
                return copy
            }
        }
        hypers = optimiser.hypers
    }

    func restore(_ learner: Learner) throws {
        try withoutGradients {
            for (tensor, copy) in weights { try tensor.copy_(copy) }
        }
        learner.model.weightsChanged()
        learner.optimiser?.states = states
        learner.optimiser?.hypers = hypers
        try learner.optimiser?.zeroGrad()
    }
}
