internal import Foundation

/// A thread whose stack is large enough for a thousand nested calls of deep expressions.
public enum CellThread {
    /// 512 MB of address space; memory is used only as far as the stack grows.
    public static let stackSize = 512 << 20

    /// Starts work on a thread of its own.
    public static func start(_ work: @escaping @Sendable () -> Void) {
        let thread = Thread(block: work)
        thread.stackSize = stackSize
        thread.name = "cells"
        thread.start()
    }

    /// Does work on a thread of its own and waits for it.
    public static func run<Result>(_ work: () -> Result) -> Result {
        var result: Result?
        withoutActuallyEscaping(work) { work in
            let done = DispatchSemaphore(value: 0)
            nonisolated(unsafe) let perform = { result = work() }
            start {
                perform()
                done.signal()
            }
            done.wait()
        }
        guard let result else { preconditionFailure("the thread has ended, so there is a result") }
        return result
    }

    /// The lowest address of this thread's stack, with some room left above it.
    static func stackLimit() -> UInt {
        #if canImport(Glibc)
            var attributes = pthread_attr_t()
            guard pthread_getattr_np(pthread_self(), &attributes) == 0 else { return 0 }
            defer { pthread_attr_destroy(&attributes) }
            var base: UnsafeMutableRawPointer?
            var size = 0
            guard pthread_attr_getstack(&attributes, &base, &size) == 0, let base else { return 0 }
            return UInt(bitPattern: base) + reserve(of: size)
        #else
            let size = pthread_get_stacksize_np(pthread_self())
            return UInt(bitPattern: pthread_get_stackaddr_np(pthread_self())) - UInt(size) + reserve(of: size)
        #endif
    }

    /// Room for natives that run at the deepest call.
    private static func reserve(of size: Int) -> UInt { UInt(min(size / 4, 4 << 20)) }
}
