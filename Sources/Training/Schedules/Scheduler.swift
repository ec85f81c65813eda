/// Sets hyper-parameters before each training batch, and records what it set for the last group.
public final class Scheduler: Callback {
    public let order = 60
    private let schedules: [Hyper: [Schedule]]
    private var history: [Hyper: [Double]] = [:]

    /// - Parameter schedules: for each hyper-parameter one schedule, or one a group.
    public init(_ schedules: [Hyper: [Schedule]]) { self.schedules = schedules }

    public func on(_ event: Event, _ learner: Learner) throws {
        switch event {
        case .beforeFit: history = [:]
        case .beforeBatch where learner.isTraining:
            for (hyper, schedules) in schedules {
                try learner.optimiser?.set(hyper, .each(schedules.map { $0(learner.trainedShare) }))
            }
        case .afterBatch where learner.isTraining:
            for hyper in schedules.keys { history[hyper, default: []].append(learner.optimiser?.last(hyper) ?? 0) }
        case .afterFit, .afterFailure: learner.recorder.hypers = history
        default: break
        }
    }
}
