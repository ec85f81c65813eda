#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A process that runs cells, seen from the prompt: a stream of messages and a stream of what it
/// writes to its standard error.
///
/// Any command that speaks ``EvaluatorProtocol`` on its standard input and output will do: this
/// program with a hidden word, or `ssh HOST nuthatch evaluator`.
public final class EvaluatorProcess {
    /// What came from an evaluator.
    public enum Event: Equatable, Sendable {
        case reply(EvaluatorReply)
        /// Text on its standard error, such as a native library's warning.
        case noise(String)
        /// It is gone, and how: "killed by signal 9 (Killed)".
        case ended(String)
    }

    /// To be watched for reading, by whoever waits.
    public var descriptors: [Int32] { isOver ? [] : [stream, noise].filter { $0 >= 0 } }
    public private(set) var isOver = false
    /// The evaluator greeted, so that it is known to speak the same version.
    public private(set) var isReady = false

    private let process: pid_t
    private var stream: Int32
    private var noise: Int32
    private var reader = FrameReader()
    private var noiseBytes: [UInt8] = []

    /// Starts an evaluator. It is in a process group of its own: Ctrl-C at the terminal reaches the
    /// prompt alone, which decides what becomes of it.
    ///
    /// - Throws: ``ProtocolError/closed(_:)`` when the command cannot be started.
    public init(command: [String]) throws(ProtocolError) {
        var pair: [Int32] = [-1, -1]
        var noisePipe: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Self.streamKind, 0, &pair) == 0, pipe(&noisePipe) == 0 else {
            throw .closed(String(cString: strerror(errno)))
        }
        for descriptor in pair + noisePipe { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        (stream, noise) = (pair[0], noisePipe[0])

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setpgroup(&attributes, 0)
        var defaults = sigset_t()
        sigemptyset(&defaults)
        for signal in [SIGINT, SIGPIPE, SIGQUIT, SIGTERM, SIGHUP] { sigaddset(&defaults, signal) }
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, pair[1], 0)
        posix_spawn_file_actions_adddup2(&actions, pair[1], 1)
        posix_spawn_file_actions_adddup2(&actions, noisePipe[1], 2)

        let words = command.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process = pid_t()
        let failure = posix_spawnp(&process, command.first ?? "", &actions, &attributes, words, environ)
        self.process = process
        close(pair[1])
        close(noisePipe[1])
        guard failure == 0 else {
            close(stream)
            close(noise)
            (stream, noise, isOver) = (-1, -1, true)
            throw .closed("\(command.first ?? ""): \(String(cString: strerror(failure)))")
        }
        for descriptor in [stream, noise] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
        try send(.hello(version: EvaluatorProtocol.version))
    }

    deinit {
        if !isOver { kill() }
        for descriptor in [stream, noise] where descriptor >= 0 { close(descriptor) }
    }

    public func send(_ request: EvaluatorRequest) throws(ProtocolError) {
        guard !isOver else { throw .closed("") }
        try Descriptor.write(try FrameReader.frame(request), to: stream)
    }

    /// Ends the evaluator at once, with whatever it had started.
    public func kill() {
        guard !isOver else { return }
        _ = systemKill(-process, SIGKILL)
        _ = systemKill(process, SIGKILL)
        _ = end()
    }

    /// What came since the last call, after waiting `milliseconds` for the first; empty when nothing did.
    ///
    /// - Parameter others: descriptors that end the waiting too, such as a pipe of signals.
    public func receive(milliseconds: Int32, others: [Int32] = []) -> [Event] {
        guard !isOver else { return [] }
        var waits = (descriptors + others).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        guard poll(&waits, nfds_t(waits.count), milliseconds) > 0 else { return [] }
        var events = takeNoise()
        do throws(ProtocolError) {
            let isOpen = try fill()
            while let body = try reader.next() {
                let reply = try FrameReader.message(EvaluatorReply.self, body)
                if case .hello(let version, _) = reply {
                    guard version == EvaluatorProtocol.version else {
                        throw ProtocolError.version(theirs: version, ours: EvaluatorProtocol.version)
                    }
                    isReady = true
                }
                events.append(.reply(reply))
            }
            if !isOpen { events += takeNoise() + [.ended(end())] }
        } catch {
            // What cannot be understood cannot be gone on with.
            _ = systemKill(-process, SIGKILL)
            _ = end()
            events.append(.ended("\(error)"))
        }
        return events
    }

    /// Reads what is there; false at the end of the stream.
    private func fill() throws(ProtocolError) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        // A flood must not keep the prompt from looking at its keys.
        for _ in 0..<64 {
            let count = read(stream, &buffer, buffer.count)
            if count > 0 {
                reader.feed(buffer[..<count])
            } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
                return false
            } else if errno == EAGAIN {
                return true
            }
        }
        return true
    }

    private func takeNoise() -> [Event] {
        guard noise >= 0 else { return [] }
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = read(noise, &buffer, buffer.count)
            if count > 0 {
                noiseBytes += buffer[..<count]
            } else if count < 0, errno == EINTR {
                continue
            } else {
                if count == 0 {
                    close(noise)
                    noise = -1
                }
                break
            }
            if noiseBytes.count > 1 << 18 { break }
        }
        // Whole lines, unless no more will come.
        let end = noise < 0 ? noiseBytes.count : (noiseBytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
        guard end > 0 else { return [] }
        let text = String(decoding: noiseBytes[..<end], as: UTF8.self)
        noiseBytes.removeFirst(end)
        return [.noise(text)]
    }

    /// Takes leave of the process and says how it ended.
    private func end() -> String {
        isOver = true
        var status: Int32 = 0
        // A stream that ended without its process: it is of no use any more.
        for attempt in 0..<50 {
            let result = waitpid(process, &status, WNOHANG)
            if result == process { break }
            if result < 0 { return "it is gone" }
            if attempt == 20 { _ = systemKill(-process, SIGKILL) }
            usleep(10_000)
        }
        _ = systemKill(-process, SIGKILL)
        if status & 0x7F == 0 { return "it ended with status \(status >> 8 & 0xFF)" }
        let signal = status & 0x7F
        return Self.words(for: signal)
    }

    private static func words(for signal: Int32) -> String {
        let name = strsignal(signal).map { String(cString: $0) } ?? ""
        switch signal {
        case SIGKILL: return "it was killed (signal 9), as the system does when memory runs out"
        case SIGABRT: return "a native library gave up (signal 6, \(name))"
        default: return "it crashed (signal \(signal), \(name))"
        }
    }

    private static var streamKind: Int32 {
        #if canImport(Glibc)
            Int32(SOCK_STREAM.rawValue)
        #else
            SOCK_STREAM
        #endif
    }
}

private func systemKill(_ process: pid_t, _ signal: Int32) -> Int32 { kill(process, signal) }
