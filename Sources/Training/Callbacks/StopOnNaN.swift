/// Ends the fit when the loss is no longer a number, before the step that would spoil the weights, and says what
/// to try.
public final class StopOnNaN: Callback {
    public let order = -9

    public init() {}

    public func on(_ event: Event, _ learner: Learner) throws {
        guard event == .afterLoss, learner.isTraining, !learner.lossValue.isFinite else { return }
        // Looking for a rate means going too far.
        guard !learner.callbacks.contains(where: { $0 is RateFinder }) else { throw Cancel.fit }
        throw TrainingError.notANumber(
            epoch: learner.epoch, batch: learner.batchIndex + 1, of: learner.batchCount,
            rate: learner.optimiser?.last(.learningRate) ?? 0)
    }
}

/// Leaves out the epochs before a number.
final class SkipToEpoch: Callback {
    let order = 70
    private let epoch: Int

    init(_ epoch: Int) { self.epoch = epoch }

    func on(_ event: Event, _ learner: Learner) throws {
        if event == .beforeEpoch, learner.epoch < epoch { throw Cancel.epoch }
    }
}
