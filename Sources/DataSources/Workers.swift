import Foundation
import Synchronization

/// Runs many small jobs on several threads and returns when all are done.
enum Workers {
    /// - Parameters:
    ///   - body: gets each job's number, on any thread; numbers are given out in order.
    ///   - isCancelled: asked before each job; the jobs that run are finished.
    static func run(
        _ jobs: Int, on count: Int, isCancelled: @escaping @Sendable () -> Bool = { false },
        _ body: @escaping @Sendable (Int) -> Void
    ) {
        let next = Mutex(0)
        let group = DispatchGroup()
        for _ in 0..<min(count, jobs) {
            group.enter()
            Thread.detachNewThread {
                defer { group.leave() }
                while !isCancelled() {
                    let job = next.withLock { next in
                        defer { next += 1 }
                        return next
                    }
                    guard job < jobs else { return }
                    body(job)
                }
            }
        }
        group.wait()
    }
}
