import CellRuntime
import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Interrupts an interpreter that takes long, and measures how much the thread works until it stops.
final class Watch: @unchecked Sendable {
    private let interpreter: Interpreter
    private let patience: Double
    private var clock = clockid_t()
    private let lock = NSLock()
    private var round = 0
    private var asked: Double?

    init(_ interpreter: Interpreter, thread: pthread_t, patience: Double) {
        self.interpreter = interpreter
        self.patience = patience
        pthread_getcpuclockid(thread, &clock)
    }

    private var worked: Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    func start() {
        let mine = lock.withLock {
            round += 1
            asked = nil
            return round
        }
        DispatchQueue.global().asyncAfter(deadline: .now() + patience) { [self] in interrupt(mine) }
    }

    /// Interrupts now and again: a program may catch it.
    private func interrupt(_ mine: Int) {
        let isRunning = lock.withLock {
            guard round == mine else { return false }
            asked = worked
            interpreter.interrupt()
            return true
        }
        if isRunning { DispatchQueue.global().asyncAfter(deadline: .now() + 0.5) { [self] in interrupt(mine) } }
    }

    /// The seconds of work since the last interruption.
    func stop() -> Double {
        lock.withLock {
            round += 1
            return asked.map { worked - $0 } ?? 0
        }
    }
}
