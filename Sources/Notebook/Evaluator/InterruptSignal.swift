#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Ctrl-C as bytes in a pipe: SIGINT is caught for as long as this lives.
public final class InterruptSignal {
    /// Readable when the signal came.
    public let descriptor: Int32
    private let writing: Int32
    private var before = sigaction()

    public init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        (descriptor, writing) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        interruptPipe = writing
        var action = sigaction()
        #if canImport(Glibc)
            action.__sigaction_handler.sa_handler = noteInterrupt
        #else
            action.__sigaction_u.__sa_handler = noteInterrupt
        #endif
        sigaction(SIGINT, &action, &before)
        // A parent that blocks its signals hands that on.
        var interrupt = sigset_t()
        sigemptyset(&interrupt)
        sigaddset(&interrupt, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
    }

    deinit {
        sigaction(SIGINT, &before, nil)
        interruptPipe = -1
        close(descriptor)
        close(writing)
    }

    /// How often the signal came since the last call.
    public func take() -> Int {
        var bytes = [UInt8](repeating: 0, count: 64)
        return max(0, read(descriptor, &bytes, bytes.count))
    }
}

/// Where the handler writes; a C function has no other way to know. Set before the handler is there.
nonisolated(unsafe) private var interruptPipe: Int32 = -1

private func noteInterrupt(_ signal: Int32) {
    let saved = errno
    var byte: UInt8 = 1
    _ = write(interruptPipe, &byte, 1)
    errno = saved
}
