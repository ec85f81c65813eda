import Display
import Foundation

/// How loaders batch their items; the defaults are fastai's.
public struct LoadingOptions {
    public var batchSize: Int
    /// That of validation; the same unless given.
    public var validBatchSize: Int?
    /// Whether training shuffles, and leaves out the last partial batch.
    public var isShuffled: Bool
    /// Where a learner puts its files.
    public var path: String
    /// Threads that prepare items; nil for one a core.
    public var workers: Int?
    /// Where the user is told about pictures that are left out.
    public var report: (DisplayEvent) -> Void

    public init(
        batchSize: Int = 64, validBatchSize: Int? = nil, isShuffled: Bool = true, path: String = ".",
        workers: Int? = nil, report: @escaping (DisplayEvent) -> Void = { _ in }
    ) {
        self.batchSize = batchSize
        self.validBatchSize = validBatchSize
        self.isShuffled = isShuffled
        self.path = path
        self.workers = workers
        self.report = report
    }
}
