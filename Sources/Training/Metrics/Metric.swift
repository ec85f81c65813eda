import Foundation
import Tensors

/// Something measured on the validation set, beside the loss.
public protocol Metric: AnyObject {
    /// The column's name in the table.
    var name: String { get }
    /// Forgets what was gathered.
    func reset()
    /// Takes in the learner's current batch: its ``Learner/prediction``, ``Learner/targets`` and loss.
    func accumulate(_ learner: Learner) throws
    /// What was measured; nil for nothing.
    func value() throws -> Double?
}

/// The mean of a function's values over batches, each counted by its items (fastai's `AvgMetric`).
public final class AverageMetric: Metric {
    public let name: String
    private let function: (Tensor, [Tensor]) throws -> Double
    private var total = 0.0
    private var count = 0

    public init(_ name: String, _ function: @escaping (Tensor, [Tensor]) throws -> Double) {
        self.name = name
        self.function = function
    }

    /// A metric of predictions and one target that gives a tensor of one number.
    public convenience init(_ name: String, of function: @escaping (Tensor, Tensor) throws -> Tensor) {
        self.init(name) { prediction, targets in
            guard let target = targets.first else { throw TrainingError.setting("\(name) needs targets") }
            return try function(prediction, target).item()
        }
    }

    public func reset() { (total, count) = (0, 0) }

    public func accumulate(_ learner: Learner) throws {
        guard let prediction = learner.prediction else { return }
        total += try function(prediction, learner.targets) * Double(learner.batchItems)
        count += learner.batchItems
    }

    public func value() -> Double? { count > 0 ? total / Double(count) : nil }
}

/// A function of all predictions and targets at once (fastai's `AccumMetric`).
public final class WholeMetric: Metric {
    public let name: String
    private let prepare: (Tensor) throws -> Tensor
    private let flattens: Bool
    private let function: (Tensor, Tensor) throws -> Double
    private var predictions: [Tensor] = []
    private var targets: [Tensor] = []

    /// - Parameters:
    ///   - prepare: What is kept of a batch's outputs, such as the predicted classes.
    ///   - flattens: Whether predictions and targets become lists of numbers.
    public init(
        _ name: String, flattens: Bool = true, prepare: @escaping (Tensor) throws -> Tensor = { $0 },
        _ function: @escaping (Tensor, Tensor) throws -> Double
    ) {
        (self.name, self.flattens, self.prepare, self.function) = (name, flattens, prepare, function)
    }

    public func reset() { (predictions, targets) = ([], []) }

    public func accumulate(_ learner: Learner) throws {
        guard let output = learner.prediction, let target = learner.targets.first else { return }
        try add(prepare(output), target)
    }

    func add(_ prediction: Tensor, _ target: Tensor) throws {
        if flattens, prediction.count != target.count {
            throw TrainingError.sizes(prediction: prediction.shape, target: target.shape)
        }
        predictions.append(flattens ? try prediction.reshape([-1]) : prediction)
        targets.append(flattens ? try target.reshape([-1]) : target)
    }

    public func value() throws -> Double? {
        predictions.isEmpty ? nil : try function(Tensor.cat(predictions), Tensor.cat(targets))
    }

    /// The metric of one batch by itself.
    public func value(_ output: Tensor, _ target: Tensor) throws -> Double {
        try function(
            flattens ? prepare(output).reshape([-1]) : prepare(output), flattens ? target.reshape([-1]) : target)
    }
}

/// The exponential of the mean loss, for language models.
public final class Perplexity: Metric {
    public let name = "perplexity"
    private var total = 0.0
    private var count = 0

    public init() {}
    public func reset() { (total, count) = (0, 0) }
    public func accumulate(_ learner: Learner) {
        total += learner.lossValue * Double(learner.batchItems)
        count += learner.batchItems
    }
    public func value() -> Double? { count > 0 ? Foundation.exp(total / Double(count)) : nil }
}
