internal import Foundation

/// Looks ten times a second at the memory in use while cells run, and asks one that takes too much to end.
final class MemoryWatch: Sendable {
    static let shared = MemoryWatch()

    private final class State: @unchecked Sendable {
        let condition = NSCondition()
        /// The cells that run, and above how many bytes each is told.
        var running: [(machine: UnsafeMutablePointer<Machine>, limit: Int)] = []
        var hasThread = false
    }

    private let state = State()
    private static let interval = 0.1

    /// Watches until ``end(_:)``.
    func begin(_ machine: UnsafeMutablePointer<Machine>, limit: Int) {
        state.condition.lock()
        defer { state.condition.unlock() }
        state.running.append((machine, limit))
        if !state.hasThread {
            state.hasThread = true
            let thread = Thread { [state] in Self.watch(state) }
            thread.name = "memory"
            thread.stackSize = 256 << 10
            thread.start()
        }
        state.condition.signal()
    }

    func end(_ machine: UnsafeMutablePointer<Machine>) {
        state.condition.lock()
        defer { state.condition.unlock() }
        if let index = state.running.lastIndex(where: { $0.machine == machine }) { state.running.remove(at: index) }
    }

    private static func watch(_ state: State) {
        state.condition.lock()
        while true {
            while state.running.isEmpty { state.condition.wait() }
            _ = state.condition.wait(until: Date(timeIntervalSinceNow: interval))
            guard !state.running.isEmpty else { continue }
            let used = MemoryUse.resident
            for (machine, limit) in state.running {
                if used > limit { machine.pointee.request(.memory) }
                if used > machine.pointee.collectionLevel.load(ordering: .relaxed) {
                    machine.pointee.request(.collection)
                }
            }
        }
    }
}
