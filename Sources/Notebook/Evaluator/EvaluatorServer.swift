import CellRuntime
import Foundation
import Synchronization

/// The evaluator's side: cells run on one thread with a large stack, while this one listens.
public final class EvaluatorServer: Sendable {
    private enum Job {
        case run(CellRequest)
        case complete(id: Int, text: String, cursor: Int)
        case names(id: Int)
    }

    private struct State {
        var jobs: [Job] = []
        /// Interruptions that came for cells that have not begun.
        var cancelled = Set<Int>()
        var isRunning = false
    }

    private let input: Int32
    private let sender: EventSender
    private let surroundings: RemoteSurroundings
    private let make: EvaluatorMaker
    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    /// Set once by the cells' thread before it takes its first job.
    private let evaluator = Mutex<EvaluatorReference?>(nil)

    private init(input: Int32, output: Int32, make: @escaping EvaluatorMaker) {
        self.input = input
        self.make = make
        sender = EventSender(output)
        surroundings = RemoteSurroundings(sender)
    }

    /// Serves a prompt on this process's standard input and output until it goes away.
    ///
    /// What a native library writes to standard output goes to standard error, for it would be taken
    /// for messages; reading standard input finds nothing.
    ///
    /// - Parameter prepare: run on a thread of its own, for what takes long to open.
    public static func serve(make: @escaping EvaluatorMaker, prepare: @escaping @Sendable () -> Void = {}) -> Never {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGINT, SIG_IGN)
        let (input, output) = (dup(0), dup(1))
        for descriptor in [input, output] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        let nothing = open("/dev/null", O_RDONLY)
        dup2(nothing, 0)
        close(nothing)
        dup2(2, 1)
        let server = EvaluatorServer(input: input, output: output, make: make)
        CellThread.start { server.runJobs() }
        Thread.detachNewThread(prepare)
        server.listen()
        // The prompt is gone, and with it whoever could see a result.
        _exit(0)
    }

    // MARK: Listening

    private func listen() {
        var reader = FrameReader()
        do {
            while case let bytes = try Descriptor.read(input), !bytes.isEmpty {
                reader.feed(bytes)
                while let body = try reader.next() {
                    guard try take(FrameReader.message(EvaluatorRequest.self, body)) else { return }
                }
            }
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
        }
    }

    /// - Returns: false when there is nothing to be said to this prompt any more.
    private func take(_ request: EvaluatorRequest) throws(ProtocolError) -> Bool {
        switch request {
        case .hello(let version):
            sender.send(.hello(version: EvaluatorProtocol.version, process: Int(getpid())))
            return version == EvaluatorProtocol.version
        case .run(let cell): add(.run(cell))
        case .interrupt: interrupt()
        case .answer(let line): surroundings.answer(line)
        case .complete(let id, let text, let cursor): add(.complete(id: id, text: text, cursor: cursor))
        case .names(let id): add(.names(id: id))
        }
        return true
    }

    private func add(_ job: Job) {
        state.withLock { $0.jobs.append(job) }
        wake.signal()
    }

    private func interrupt() {
        // All under the lock: once a cell is over, nothing may be asked to stop on its behalf.
        state.withLock { state in
            for case .run(let cell) in state.jobs { state.cancelled.insert(cell.id) }
            guard state.isRunning else { return }
            evaluator.withLock { $0?.evaluator.interrupt() }
            surroundings.interrupt()
        }
    }

    // MARK: Cells

    private func runJobs() {
        let evaluator = make(surroundings)
        self.evaluator.withLock { $0 = EvaluatorReference(evaluator: evaluator) }
        while true {
            wake.wait()
            let job = state.withLock { state -> Job? in
                guard !state.jobs.isEmpty else { return nil }
                let job = state.jobs.removeFirst()
                if case .run = job { state.isRunning = true }
                return job
            }
            switch job {
            case .run(let cell): run(cell, evaluator)
            case .complete(let id, let text, let cursor):
                let answer = evaluator.complete(text, cursor: cursor)
                sender.send(.completions(id: id, answer ?? CompletionAnswer(range: cursor..<cursor, candidates: [])))
            case .names(let id): sender.send(.names(id: id, evaluator.names))
            case nil: break
            }
        }
    }

    private func run(_ cell: CellRequest, _ evaluator: any CellEvaluating) {
        let isCancelled = state.withLock { $0.cancelled.remove(cell.id) != nil }
        let ending = isCancelled ? CellEnding.interrupted : evaluator.run(cell)
        state.withLock { $0.isRunning = false }
        evaluator.forgetInterrupt()
        sender.send(.ended(id: cell.id, ending))
    }
}

/// Only ``CellEvaluating/interrupt()`` is called from another thread than the evaluator's own.
private struct EvaluatorReference: @unchecked Sendable {
    let evaluator: any CellEvaluating
}
