import DataBlocks
import Display
import Foundation
import Layers
import Tensors

/// A model, the data it learns from, a loss and an optimiser, put together.
///
/// Everything beyond the plain loop is a ``Callback``. Names and defaults follow fastai.
open class Learner {
    public var data: DataLoaders
    public var model: Module
    public var loss: any LossFunction
    /// What makes the optimiser from the parameter groups.
    public var makeOptimiser: ([[Tensor]]) throws -> Optimiser
    /// The model's parameters in groups, nearest to the input first.
    public var split: (Module) -> [[Tensor]]
    /// Learning rate where a fit names none.
    public var rate: GroupValue = 1e-3
    /// Weight decay where a fit names none; nil leaves the optimiser's own.
    public var decay: Double?
    /// Whether weight decay acts on normalisation and biases too (fastai's `wd_bn_bias`).
    public var decaysNormalisation = false
    /// Whether normalisation trains in frozen groups too (fastai's `train_bn`).
    public var trainsFrozenNormalisation = true
    /// Momentum at the beginning, at the peak of the learning rate and at the end of a cycle.
    public var momenta = (start: 0.95, peak: 0.85, end: 0.95)
    public var metrics: [any Metric]
    public internal(set) var callbacks: [any Callback] = []
    public let recorder = Recorder()
    public internal(set) var optimiser: Optimiser?
    /// The folder for exports; weights go into ``modelFolder`` below it.
    public var path: String
    public var modelFolder = "models"
    /// Where tables, progress and notes go.
    public var display: (DisplayEvent) -> Void
    /// Seconds of a clock that only runs forward.
    public var clock: () -> Double = { ProcessInfo.processInfo.systemUptime }

    // MARK: The running training, for callbacks

    public internal(set) var isTraining = false
    public internal(set) var epoch = 0
    public internal(set) var epochCount = 1
    /// Number of the batch in its pass, from 0, and how many the pass has.
    public internal(set) var batchIndex = 0
    public internal(set) var batchCount = 0
    /// Training batches since the fit began.
    public internal(set) var trainedBatches = 0
    /// How much of the fit's training is done, from 0 to 1.
    public internal(set) var trainedShare = 0.0
    public var inputs: [Tensor] = []
    public var targets: [Tensor] = []
    public internal(set) var batchItems = 0
    /// Where the batch's items stand in their data set.
    public internal(set) var positions: [Int] = []
    public var prediction: Tensor?
    /// The loss of the batch, and, where gradients are wanted, what they are taken of.
    public var lossTensor: Tensor?
    public internal(set) var lossValue = 0.0
    /// Whether this is a fit in earnest, not a mock one such as the search for a learning rate.
    var showsTable = true
    /// Whether a fit's table is shown; it is recorded either way.
    public var logsRows = true
    /// Whether bars are shown.
    public var showsProgress = true
    /// How single losses are reduced; `none` while losses of items are gathered.
    var reduction = Tensor.Reduction.mean

    /// - Parameters:
    ///   - loss: Nil takes what suits the data's targets.
    ///   - split: Nil makes one group of all parameters.
    public init(
        _ data: DataLoaders, model: Module, loss: (any LossFunction)? = nil, metrics: [any Metric] = [],
        callbacks: [any Callback] = [], rule: any UpdateRule = Adam(), split: ((Module) -> [[Tensor]])? = nil,
        path: String? = nil, display: @escaping (DisplayEvent) -> Void = { _ in }
    ) throws {
        self.data = data
        self.model = model
        self.loss = loss ?? Learner.standardLoss(for: data.target)
        self.metrics = metrics
        self.split = split ?? { [$0.parameters] }
        self.path = path ?? data.path
        self.display = display
        makeOptimiser = { try Optimiser($0, rule: rule) }
        self.callbacks = [StopOnNaN(), recorder, ProgressReporter()]
        for callback in callbacks { try add(callback) }
    }

    /// The loss that fastai takes for such targets.
    public static func standardLoss(for target: TargetKind) -> any LossFunction {
        switch target {
        case .category: CrossEntropyLoss()
        case .multiCategory: BinaryCrossEntropyLoss()
        case .regression: MeanSquaredError()
        case .mask: CrossEntropyLoss(axis: 1)
        }
    }

    // MARK: Callbacks

    public func add(_ callback: any Callback) throws {
        callbacks.append(callback)
        try callback.on(.afterCreate, self)
    }

    public func remove(_ callback: any Callback) { callbacks.removeAll { $0 === callback } }

    /// Runs `body` with further callbacks.
    func with<Result>(_ extra: [any Callback], _ body: () throws -> Result) throws -> Result {
        let before = callbacks
        callbacks += extra
        defer { callbacks = before }
        return try body()
    }

    func send(_ event: Event) throws {
        let ordered = callbacks.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
        for (_, callback) in ordered { try callback.on(event, self) }
    }

    /// A stage with its events: before it, after it was cancelled, and after it in any case.
    func stage(_ stage: Stage, _ body: () throws -> Void) throws {
        do {
            try send(stage.before)
            try body()
        } catch let cancel as Cancel where cancel == stage.cancel {
            try send(stage.cancelled)
        }
        if stage == .batch, isTraining {
            trainedShare += 1 / Double(max(1, batchCount) * epochCount)
            trainedBatches += 1
        }
        try send(stage.after)
    }

    // MARK: Optimiser

    /// The optimiser, made if there is none yet.
    public func readyOptimiser() throws -> Optimiser {
        if let optimiser { return optimiser }
        let made = try makeOptimiser(split(model))
        try made.set(.learningRate, rate)
        if !decaysNormalisation {
            made.mark(model.normalisationParameters(withBias: true)) { $0.decays = false }
        }
        if trainsFrozenNormalisation {
            made.mark(model.normalisationParameters(withBias: false)) { $0.alwaysTrains = true }
        }
        optimiser = made
        return made
    }

    /// Lets only the groups from this number on train; negative ones count from the end.
    public func freeze(to group: Int) throws {
        let optimiser = try readyOptimiser()
        try optimiser.freeze(to: group)
        optimiser.clearState()
    }

    /// Lets only the last group train, and, unless switched off, normalisation everywhere.
    public func freeze() throws { try freeze(to: -1) }

    public func unfreeze() throws { try freeze(to: 0) }
}
