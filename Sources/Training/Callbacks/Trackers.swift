import Display
import Foundation

/// Watches one recorded value from epoch to epoch for its best.
public struct Tracker {
    /// Its name in the table, such as "valid_loss".
    public let monitored: String
    /// By how much it must be better to count.
    public let minimumChange: Double
    /// Whether lower is better: where the name says loss or error, unless set.
    public let lowerIsBetter: Bool
    /// Whether each fit begins anew.
    public let resetsOnFit: Bool
    public private(set) var best: Double?
    private var column = 0

    public init(
        _ monitored: String = "valid_loss", lowerIsBetter: Bool? = nil, minimumChange: Double = 0,
        resetsOnFit: Bool = true
    ) {
        self.monitored = monitored
        self.lowerIsBetter = lowerIsBetter ?? (monitored.contains("loss") || monitored.contains("error"))
        self.minimumChange = minimumChange
        self.resetsOnFit = resetsOnFit
    }

    /// - Throws: ``TrainingError/notRecorded(_:recorded:)`` for a name that the table lacks.
    mutating func begin(_ learner: Learner) throws {
        if resetsOnFit { best = nil }
        guard let column = learner.recorder.names.firstIndex(of: monitored) else {
            throw TrainingError.notRecorded(monitored, recorded: learner.recorder.names)
        }
        self.column = column
    }

    /// Whether the last epoch was the best so far.
    mutating func isBest(_ learner: Learner) -> Bool {
        guard let value = learner.recorder.values.last?[column] else { return false }
        let limit = best ?? (lowerIsBetter ? .infinity : -.infinity)
        let isBetter = lowerIsBetter ? value + minimumChange < limit : value - minimumChange > limit
        if isBetter { best = value }
        return isBetter
    }
}

/// Ends the fit when the watched value has not become better for some epochs (fastai's `EarlyStoppingCallback`).
public final class EarlyStopping: Callback {
    public let order = 63
    private var tracker: Tracker
    private let patience: Int
    private var waited = 0

    public init(_ tracker: Tracker = Tracker(), patience: Int = 1) {
        (self.tracker, self.patience) = (tracker, patience)
    }

    public func on(_ event: Event, _ learner: Learner) throws {
        guard learner.showsTable else { return }
        if event == .beforeFit {
            waited = 0
            try tracker.begin(learner)
        } else if event == .afterEpoch {
            waited = tracker.isBest(learner) ? 0 : waited + 1
            guard waited >= patience else { return }
            learner.display(.output("No improvement since epoch \(learner.epoch - waited): early stopping\n"))
            throw Cancel.fit
        }
    }
}

/// Saves the model whenever the watched value is the best so far, and loads the best at the end (fastai's
/// `SaveModelCallback`).
public final class SaveBest: Callback {
    public let order = 61
    private var tracker: Tracker
    private let name: String
    private let every: Int?
    private let atEnd: Bool
    private let withOptimiser: Bool
    public private(set) var lastSaved: String?

    /// - Parameters:
    ///   - name: The file's name below the learner's folder of models.
    ///   - every: Instead of the best, each so many epochs, under the name with the epoch's number.
    ///   - atEnd: Instead of loading the best at the end, saving what there is then.
    public init(
        _ tracker: Tracker = Tracker(), name: String = "model", every: Int? = nil, atEnd: Bool = false,
        withOptimiser: Bool = false
    ) {
        (self.tracker, self.name, self.every) = (tracker, name, every)
        (self.atEnd, self.withOptimiser) = (atEnd, withOptimiser)
    }

    public func on(_ event: Event, _ learner: Learner) throws {
        guard learner.showsTable else { return }
        switch event {
        case .beforeFit:
            lastSaved = nil
            if every == nil { try tracker.begin(learner) }
        case .afterEpoch: try endOfEpoch(learner)
        case .afterFit:
            if atEnd {
                lastSaved = try learner.save(name, withOptimiser: withOptimiser)
            } else if every == nil, lastSaved != nil {
                try learner.load(name, withOptimiser: withOptimiser)
            }
        default: break
        }
    }

    private func endOfEpoch(_ learner: Learner) throws {
        if let every {
            if learner.epoch % max(1, every) == 0 {
                lastSaved = try learner.save("\(name)_\(learner.epoch)", withOptimiser: withOptimiser)
            }
        } else if tracker.isBest(learner), let best = tracker.best {
            let words = "Better model found at epoch \(learner.epoch) with \(tracker.monitored) value: \(best).\n"
            learner.display(.output(words))
            lastSaved = try learner.save(name, withOptimiser: withOptimiser)
        }
    }
}

/// Lowers the learning rate when the watched value has not become better for some epochs (fastai's
/// `ReduceLROnPlateau`).
public final class ReduceOnPlateau: Callback {
    public let order = 62
    private var tracker: Tracker
    private let patience: Int
    private let factor: Double
    private let minimum: Double
    private var waited = 0

    public init(_ tracker: Tracker = Tracker(), patience: Int = 1, factor: Double = 10, minimum: Double = 0) {
        (self.tracker, self.patience, self.factor, self.minimum) = (tracker, patience, factor, minimum)
    }

    public func on(_ event: Event, _ learner: Learner) throws {
        guard learner.showsTable, let optimiser = learner.optimiser else { return }
        if event == .beforeFit {
            waited = 0
            try tracker.begin(learner)
        } else if event == .afterEpoch {
            waited = tracker.isBest(learner) ? 0 : waited + 1
            guard waited >= patience else { return }
            waited = 0
            let before = optimiser.last(.learningRate)
            let lowered = optimiser.values(.learningRate).map { max($0 / factor, minimum) }
            try optimiser.set(.learningRate, .each(lowered))
            if optimiser.last(.learningRate) < before {
                let words = "Epoch \(learner.epoch): reducing lr to \(optimiser.last(.learningRate))\n"
                learner.display(.output(words))
            }
        }
    }
}
