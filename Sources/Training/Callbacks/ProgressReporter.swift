import Display
import Foundation

/// Shows how far each pass is, at most ten times a second.
public final class ProgressReporter: Callback {
    public let order = 60
    /// Seconds between two reports.
    public let interval: Double
    private var start = 0.0
    private var last = 0.0
    private var isShown = false

    public init(interval: Double = 0.1) { self.interval = interval }

    public func on(_ event: Event, _ learner: Learner) {
        switch event {
        case .beforeTrain, .beforeValidate:
            start = learner.clock()
            last = start
        case .afterBatch: report(learner)
        case .afterTrain, .afterValidate, .afterFit, .afterFailure:
            if isShown { learner.display(.progressEnd) }
            isShown = false
        default: break
        }
    }

    private func report(_ learner: Learner) {
        let now = learner.clock()
        guard learner.showsProgress, now - last >= interval else { return }
        last = now
        isShown = true
        let part = learner.isTraining ? "train" : "valid"
        let epoch = learner.epochCount > 1 ? "epoch \(learner.epoch + 1)/\(learner.epochCount) " : ""
        let note = learner.isTraining ? learner.recorder.smoothedLoss.map { String(format: "%.4f", $0) } ?? "" : ""
        learner.display(
            .progress(
                Progress(
                    label: epoch + part, done: learner.batchIndex + 1, total: learner.batchCount,
                    elapsed: now - start, note: note)))
    }
}
