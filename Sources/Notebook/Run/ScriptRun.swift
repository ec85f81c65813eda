public import Display
import CellRuntime
import Foundation
import Synchronization

/// Runs a document's cells in this process, one after the other, up to the first that fails.
public final class ScriptRun {
    /// Where cells' outputs and this run's own messages go. Used on the thread that runs cells.
    public protocol Audience: AnyObject {
        /// A cell begins.
        func begin()
        func show(_ event: DisplayEvent)
        func fail(_ failure: CellFailure)
        /// A cell ended.
        func end()
        /// A line of standard input; nil at its end.
        func readLine(_ prompt: String) -> String?
    }

    public let document: NotebookDocument
    private let audience: any Audience
    private let make: EvaluatorMaker

    public init(_ document: NotebookDocument, audience: any Audience, make: @escaping EvaluatorMaker) {
        self.document = document
        self.audience = audience
        self.make = make
    }

    /// Runs on a thread of its own, while this one waits for Ctrl-C.
    ///
    /// - Parameters:
    ///   - name: what errors call a script of one cell; cells of others are numbered.
    ///   - isRecorded: whether the result carries outputs.
    /// - Returns: how the last cell ended that ran, and the document with the outputs.
    public func run(name: String, isRecorded: Bool) -> (ending: CellEnding, document: NotebookDocument) {
        let interrupts = InterruptSignal()
        let done = Mutex<(CellEnding, NotebookDocument)?>(nil)
        let shared = Mutex<SharedEvaluator?>(nil)
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return (.lost(String(cString: strerror(errno))), document) }
        let (reading, writing) = (ends[0], ends[1])
        defer { ends.forEach { close($0) } }
        let surroundings = LocalSurroundings(audience)
        let work = Unchecked { [self] in
            let evaluator = make(surroundings)
            shared.withLock { $0 = SharedEvaluator(evaluator: evaluator) }
            let result = runCells(evaluator, surroundings, name: name, isRecorded: isRecorded)
            done.withLock { $0 = result }
            _ = write(writing, [1], 1)
        }
        CellThread.start { work.body() }
        var presses = 0
        while done.withLock({ $0 == nil }) {
            var waits = [reading, interrupts.descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            poll(&waits, nfds_t(waits.count), -1)
            for _ in 0..<interrupts.take() {
                presses += 1
                if presses > 2 { _exit(130) }
                shared.withLock { $0?.evaluator.interrupt() }
            }
        }
        return done.withLock { $0 } ?? (.finished, document)
    }

    private func runCells(
        _ evaluator: any CellEvaluating, _ surroundings: LocalSurroundings, name: String, isRecorded: Bool
    ) -> (CellEnding, NotebookDocument) {
        var result = isRecorded ? document.withoutOutputs : document
        let code = document.cells.indices.filter {
            document.cells[$0].kind == .code && !document.cells[$0].source.allSatisfy(\.isWhitespace)
        }
        for (count, index) in code.enumerated() {
            let number = count + 1
            surroundings.outputs = isRecorded ? CellOutputs(count: number) : nil
            audience.begin()
            let title = code.count == 1 ? name : "\(name), cell \(number)"
            let ending = evaluator.run(
                CellRequest(id: number, number: number, name: title, text: document.cells[index].source))
            audience.end()
            let failure = CellFailure(ending)
            if let failure { audience.fail(failure) }
            if var outputs = surroundings.outputs {
                if let failure { outputs.add(failure) }
                outputs.end()
                result.cells[index].setOutputs(outputs.outputs, count: number)
            }
            // Jupyter's tag for a cell that is meant to fail.
            if case .failed = ending, document.cells[index].tags.contains("raises-exception") { continue }
            guard ending.isFinished else { return (ending, result) }
        }
        return (.finished, result)
    }
}

extension CellFailure {
    /// The failure that an ending is, if it is one.
    public init?(_ ending: CellEnding) {
        switch ending {
        case .failed(let failure): self = failure
        case .interrupted: self.init(type: "KeyboardInterrupt", message: "", text: "KeyboardInterrupt")
        case .lost(let reason): self.init(type: "EvaluatorLost", message: reason, text: reason)
        case .finished, .exited: return nil
        }
    }
}

/// The world of cells that run in this process.
private final class LocalSurroundings: CellSurroundings, @unchecked Sendable {
    // Everything here is used on the cells' thread only.
    private let audience: any ScriptRun.Audience
    var outputs: CellOutputs?

    init(_ audience: any ScriptRun.Audience) {
        self.audience = audience
    }

    func display(_ event: DisplayEvent) {
        outputs?.add(event)
        audience.show(event)
    }

    func input(prompt: String) -> InputAnswer {
        audience.readLine(prompt).map { .line($0) } ?? .endOfInput
    }
}

/// Only `interrupt()` is called from another thread than the evaluator's own.
private struct SharedEvaluator: @unchecked Sendable {
    let evaluator: any CellEvaluating
}

/// Work that is handed to one other thread while this one waits for it.
private struct Unchecked: @unchecked Sendable {
    let body: () -> Void
}
