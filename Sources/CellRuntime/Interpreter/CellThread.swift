internal import Foundation

/// A thread whose stack is large enough for a thousand nested calls of deep expressions.
public enum CellThread {
    /// 512 MB of address space; memory is used only as far as the stack grows.
    public static let stackSize = 512 << 20

    /// Starts work on a thread of its own.
    public static func start(_ work: @escaping @Sendable () -> Void) {
        let thread = Thread {
            Thread.current.threadDictionary[key] = true
            work()
        }
        thread.stackSize = stackSize
        thread.name = "cells"
        thread.start()
    }

    /// Does work on a thread of its own and waits for it.
    public static func run<Result>(_ work: @escaping () -> Result) -> Result {
        let done = DispatchSemaphore(value: 0)
        nonisolated(unsafe) var result: Result?
        nonisolated(unsafe) let work = work
        start {
            result = work()
            done.signal()
        }
        done.wait()
        guard let result else { preconditionFailure("the thread has ended, so there is a result") }
        return result
    }

    /// The lowest address that evaluation may reach, seen from near the top of this thread's stack. Threads that were not
    /// started here are taken to have the smallest usual stack.
    static func stackLimit() -> UInt {
        var marker: UInt8 = 0
        let address = withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
        let isOwn = Thread.current.threadDictionary[key] != nil
        return address - UInt(isOwn ? stackSize - reserve : smallest)
    }

    private static let key = "org.nuthatch.cells"
    /// Room for natives that run at the deepest call, and for what lies above.
    private static let reserve = 4 << 20
    private static let smallest = 300 << 10
}
