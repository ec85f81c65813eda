import Display
import Foundation

/// Keeps losses, rates and metrics of the last fit, and writes the table's rows.
public final class Recorder: Callback {
    public let order = 50
    /// Learning rate of the last group at each training batch.
    public private(set) var rates: [Double] = []
    /// Smoothed training loss at each batch.
    public private(set) var losses: [Double] = []
    /// Training batches done at the end of each epoch.
    public private(set) var batches: [Int] = []
    /// What each epoch measured, in the order of ``names``.
    public private(set) var values: [[Double?]] = []
    /// What ``values`` are: "train_loss", "valid_loss", then the metrics.
    public private(set) var names: [String] = []
    /// What schedules set at each batch, for the last group.
    public internal(set) var hypers: [Hyper: [Double]] = [:]
    /// Loss and metrics of the last pass without training.
    public private(set) var lastMeasured: [Double?] = []

    private(set) var smoothing = SmoothedLoss()
    private var validLoss = (total: 0.0, count: 0)
    private var epochStart = 0.0
    private var row: [Double?] = []
    /// Whether the running fit trains: passes only for predictions leave the record alone.
    private var isFit = false

    public init() {}

    /// The training loss as an average in which each batch counts 2 % less than the next, debiased.
    public var smoothedLoss: Double? { smoothing.value }

    public func on(_ event: Event, _ learner: Learner) throws {
        switch event {
        case .beforeFit: begin(learner)
        case .beforeEpoch:
            epochStart = learner.clock()
            row = []
        case .beforeValidate:
            validLoss = (0, 0)
            for metric in learner.metrics { metric.reset() }
        case .afterBatch where !learner.targets.isEmpty: try record(learner)
        case .afterTrain: row.append(smoothing.value)
        case .afterValidate: try finishValidation(learner)
        case .afterEpoch where isFit: finishEpoch(learner)
        default: break
        }
    }

    private func begin(_ learner: Learner) {
        isFit = learner.showsTable || learner.callbacks.contains { $0 is RateFinder }
        guard isFit else { return }
        (rates, losses, batches, values) = ([], [], [], [])
        hypers = [:]
        smoothing = SmoothedLoss()
        names = ["train_loss", "valid_loss"] + learner.metrics.map(\.name)
        if learner.showsTable, learner.logsRows { learner.display(.tableHead(columns: ["epoch"] + names + ["time"])) }
    }

    private func record(_ learner: Learner) throws {
        guard learner.isTraining else {
            validLoss.total += learner.lossValue * Double(learner.batchItems)
            validLoss.count += learner.batchItems
            for metric in learner.metrics { try metric.accumulate(learner) }
            return
        }
        smoothing.add(learner.lossValue)
        rates.append(learner.optimiser?.last(.learningRate) ?? 0)
        losses.append(smoothing.value ?? 0)
    }

    private func finishValidation(_ learner: Learner) throws {
        lastMeasured = [validLoss.count > 0 ? validLoss.total / Double(validLoss.count) : nil]
        lastMeasured += try learner.metrics.map { try $0.value() }
        row += lastMeasured
    }

    private func finishEpoch(_ learner: Learner) {
        row += Array(repeating: nil, count: max(0, names.count - row.count))
        values.append(row)
        batches.append(losses.count)
        guard learner.showsTable, learner.logsRows else { return }
        let time = Self.time(learner.clock() - epochStart)
        learner.display(.tableRow(["\(learner.epoch)"] + row.map(Self.cell) + [time]))
    }

    /// Six decimals, or None, as fastai's table has them.
    static func cell(_ value: Double?) -> String {
        guard let value else { return "None" }
        return value.isNaN ? "nan" : String(format: "%.6f", value)
    }

    /// `mm:ss`, or `h:mm:ss` past an hour.
    static func time(_ seconds: Double) -> String {
        let total = max(0, Int(seconds))
        let (hours, minutes, rest) = (total / 3600, total / 60 % 60, total % 60)
        return hours > 0
            ? String(format: "%d:%02d:%02d", hours, minutes, rest) : String(format: "%02d:%02d", minutes, rest)
    }

    /// Takes over what another recorder kept.
    func restore(_ kept: Kept) {
        (rates, losses, batches, values) = (kept.rates, kept.losses, kept.batches, kept.values)
        (names, hypers, lastMeasured, smoothing) = (kept.names, kept.hypers, kept.lastMeasured, kept.smoothing)
    }

    /// All that is kept of a fit.
    var kept: Kept {
        Kept(
            rates: rates, losses: losses, batches: batches, values: values, names: names, hypers: hypers,
            lastMeasured: lastMeasured, smoothing: smoothing)
    }

    struct Kept: Codable, Equatable {
        var rates: [Double]
        var losses: [Double]
        var batches: [Int]
        var values: [[Double?]]
        var names: [String]
        var hypers: [Hyper: [Double]]
        var lastMeasured: [Double?]
        var smoothing: SmoothedLoss
    }

    /// The learning curve, from batch `start` on: fastai's `plot_loss`.
    public func lossPlot(start: Int = 5, withValid: Bool = true, log: Bool = false) throws -> Plot {
        guard losses.count > start else {
            throw TrainingError.nothingRecorded("nothing to plot yet: train for more than \(start) batches first")
        }
        var axes = Plot.Axes()
        (axes.title, axes.xLabel, axes.yLabel) = ("learning curve", "steps", "loss")
        (axes.logX, axes.logY) = (log, log)
        axes.series = [
            .init(mark: .line, label: "train", x: (start..<losses.count).map(Double.init), y: Array(losses[start...]))
        ]
        let points = zip(batches, values).compactMap { batch, row in
            row.count > 1 && batch >= start ? row[1].map { (Double(batch), $0) } : nil
        }
        if withValid, !points.isEmpty {
            axes.series.append(.init(mark: .line, label: "valid", x: points.map(\.0), y: points.map(\.1)))
        }
        return Plot(axes: [axes])
    }

    /// What schedules set over the batches: fastai's `plot_sched`.
    public func schedulePlot() throws -> Plot {
        let known = Hyper.allCases.filter { hypers[$0]?.isEmpty == false }
        guard !known.isEmpty else {
            throw TrainingError.nothingRecorded("the last fit had no schedule: use fit_one_cycle or fine_tune")
        }
        let axes = known.map { hyper in
            var axes = Plot.Axes()
            axes.yLabel = hyper.rawValue
            let values = hypers[hyper] ?? []
            axes.series = [.init(mark: .line, x: values.indices.map(Double.init), y: values)]
            return axes
        }
        return Plot(axes: axes, columns: min(2, axes.count))
    }
}

/// fastai's `AvgSmoothLoss`: an exponentially weighted average, debiased.
struct SmoothedLoss: Codable, Equatable {
    private static let keep = 0.98
    private var average = 0.0
    private(set) var count = 0

    mutating func add(_ loss: Double) {
        average = loss + (average - loss) * Self.keep
        count += 1
    }

    var value: Double? { count > 0 ? average / (1 - pow(Self.keep, Double(count))) : nil }
}
