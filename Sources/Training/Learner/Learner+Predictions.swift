import DataBlocks
import Tensors

/// What a model says about a data set.
public struct Predictions {
    /// The batches' inputs put together, where asked for.
    public var inputs: [Tensor] = []
    /// Probabilities or values, one row an item.
    public let outputs: Tensor
    public var targets: [Tensor] = []
    /// What is predicted: class indices, flags, or values.
    public let decoded: Tensor
    /// One loss an item, where asked for.
    public var losses: Tensor?
    /// Where each item stands in its data set; empty when the loader does not say.
    public var positions: [Int] = []

    public init(outputs: Tensor, decoded: Tensor) { (self.outputs, self.decoded) = (outputs, decoded) }
}

extension Learner {
    /// The loss and the metrics on a data set, as ``Recorder/names`` calls them.
    ///
    /// - Parameter loader: Nil takes the validation set.
    @discardableResult
    public func validate(_ loader: (any Loader)? = nil, callbacks: [any Callback] = []) throws -> [Double?] {
        try quietly(callbacks) { try validationPass(loader ?? data.valid) }
        return recorder.lastMeasured
    }

    /// Measures something on a data set, beside the learner's own metrics.
    ///
    /// - Parameter loader: Nil takes the validation set.
    public func measure(_ metric: any Metric, _ loader: (any Loader)? = nil) throws {
        metric.reset()
        try quietly([Measurer(metric)]) { try validationPass(loader ?? data.valid) }
    }

    /// What the model says about every item of a data set, in the data's own order.
    ///
    /// - Parameters:
    ///   - loader: Nil takes the validation set.
    ///   - activation: In place of the loss's own.
    public func predictions(
        _ loader: (any Loader)? = nil, withInputs: Bool = false, withLosses: Bool = false,
        activation: ((Tensor) throws -> Tensor)? = nil, callbacks: [any Callback] = []
    ) throws -> Predictions {
        let gatherer = Gatherer(withInputs: withInputs, withLosses: withLosses)
        reduction = withLosses ? .none : .mean
        defer { reduction = .mean }
        try quietly(callbacks + [gatherer]) { try validationPass(loader ?? data.inOrder(training: false)) }
        let outputs = try (activation ?? loss.activation)(gatherer.outputs())
        var result = Predictions(
            outputs: outputs, decoded: try withoutGradients { try loss.decode(outputs) })
        result.inputs = try gatherer.inputs()
        result.targets = try gatherer.targets()
        result.losses = try gatherer.losses()
        result.positions = gatherer.positions
        return result
    }

    /// Probabilities or values for one prepared batch, in evaluation mode.
    public func outputs(for inputs: [Tensor]) throws -> Tensor {
        if model.isTraining { model.eval() }
        return try withoutGradients { try loss.activation(model(inputs)) }
    }

    private func quietly(_ extra: [any Callback], _ body: () throws -> Void) throws {
        showsTable = false
        (epoch, epochCount) = (0, 1)
        defer { showsTable = true }
        try with(extra) {
            try guarded {
                try send(.beforeFit)
                try send(.beforeEpoch)
                try body()
                try send(.afterEpoch)
                try send(.afterFit)
            }
        }
    }
}

/// Lets a metric see each batch of a pass.
private final class Measurer: Callback {
    let order = 100
    private let metric: any Metric
    init(_ metric: any Metric) { self.metric = metric }
    func on(_ event: Event, _ learner: Learner) throws {
        if event == .afterBatch { try metric.accumulate(learner) }
    }
}

/// Keeps what a pass over a data set gives.
private final class Gatherer: Callback {
    let order = 100
    private let keepsInputs: Bool
    private let keepsLosses: Bool
    private var kept: [(inputs: [Tensor], output: Tensor, targets: [Tensor], loss: Tensor?)] = []

    init(withInputs: Bool, withLosses: Bool) { (keepsInputs, keepsLosses) = (withInputs, withLosses) }

    func on(_ event: Event, _ learner: Learner) throws {
        guard event == .afterBatch, let output = learner.prediction else { return }
        let items = learner.batchItems
        let loss = keepsLosses ? try learner.lossTensor.map { try Self.perItem($0, items) } : nil
        positions += learner.positions
        kept.append((keepsInputs ? learner.inputs : [], output, learner.targets, loss))
    }

    /// Losses of an item's parts, such as pixels, count as their mean.
    private static func perItem(_ loss: Tensor, _ items: Int) throws -> Tensor {
        loss.count == items ? loss : try loss.reshape([items, -1]).mean([1])
    }

    func outputs() throws -> Tensor {
        guard !kept.isEmpty else { throw TrainingError.nothingRecorded("there are no items to predict") }
        return try Tensor.cat(kept.map(\.output))
    }

    private(set) var positions: [Int] = []
    func inputs() throws -> [Tensor] { try joined(kept.map(\.inputs)) }
    func targets() throws -> [Tensor] { try joined(kept.map(\.targets)) }
    func losses() throws -> Tensor? { try joined(kept.map { $0.loss.map { [$0] } ?? [] }).first }

    private func joined(_ batches: [[Tensor]]) throws -> [Tensor] {
        try (batches.first ?? []).indices.map { index in try Tensor.cat(batches.map { $0[index] }) }
    }
}
