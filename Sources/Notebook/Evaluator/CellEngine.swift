import CellLibrary
import CellRuntime
import CellSyntax
import Display
import Foundation
import Tensors

/// The cell language behind ``CellEvaluating``, with everything that cells can import.
public enum CellEngine {
    public static let maker: EvaluatorMaker = { surroundings in InterpreterEvaluator(surroundings) }

    /// Serves a prompt on standard input and output, and opens libtorch meanwhile: it takes half a
    /// second, and the learner is still typing.
    public static func serve() -> Never {
        EvaluatorServer.serve(make: maker, prepare: { try? Engine.open() })
    }
}

private final class InterpreterEvaluator: CellEvaluating {
    private let host: SurroundingsHost
    private let interpreter: Interpreter

    init(_ surroundings: any CellSurroundings) {
        host = SurroundingsHost(surroundings)
        interpreter = Interpreter(host: host, modules: Library.modules)
        host.interpreter = interpreter
        interpreter.whenInterruptIsCleared = { Interruption.clear() }
        // Half a second at most, and only for a cell that comes within the first half second.
        Engine.whenWaiting { isWaiting in
            surroundings.display(
                isWaiting
                    ? .progress(Progress(label: "opening libtorch …", done: 0, total: 0, elapsed: 0)) : .progressEnd)
        }
    }

    func run(_ cell: CellRequest) -> CellEnding {
        begin(cell.fits)
        return switch interpreter.run(Source(name: cell.name, text: cell.text), number: cell.number) {
        case .finished: .finished
        case .failed(let diagnostic): .failed(CellFailure(diagnostic))
        case .interrupted: .interrupted
        case .exited(let status): .exited(Int(status))
        }
    }

    private func begin(_ fits: FitOrder?) {
        FitKeeper.of(interpreter).begin(
            fits.map { fits in
                .init(
                    key: fits.key, folder: fits.folder.isEmpty ? Self.ownFolder : fits.folder, limit: fits.limit,
                    isRestoring: fits.isRestoring)
            })
    }

    /// On a machine of its own an evaluator keeps fits there.
    private static var ownFolder: String {
        SessionStore.stateFolder(ProcessInfo.processInfo.environment, home: NSHomeDirectory()) + "/checkpoints"
    }

    func complete(_ text: String, cursor: Int) -> CompletionAnswer? {
        let candidates = interpreter.complete(text, cursor: cursor)
        guard let first = candidates.first else { return nil }
        let before = String(decoding: text.utf8.prefix(max(0, cursor)), as: UTF8.self)
        let start = cursor - before.suffix(first.replaced).utf8.count
        return CompletionAnswer(
            range: start..<cursor,
            candidates: candidates.map { .init(text: $0.text, kind: $0.kind.rawValue, doc: $0.doc) })
    }

    var names: [String] { interpreter.globals.names }

    /// Both the cell and the computation that it may be waiting for.
    func interrupt() {
        interpreter.interrupt()
        Interruption.request()
    }

    func forgetInterrupt() { interpreter.clearInterrupt() }
}

/// What cells see of the world, in the interpreter's terms.
private final class SurroundingsHost: CellHost {
    private let surroundings: any CellSurroundings
    weak var interpreter: Interpreter?

    init(_ surroundings: any CellSurroundings) {
        self.surroundings = surroundings
    }

    func display(_ event: DisplayEvent) { surroundings.display(event) }

    func input(prompt: String) throws -> String? {
        switch surroundings.input(prompt: prompt) {
        case .line(let line): return line
        case .endOfInput: return nil
        case .interrupted:
            try interpreter?.poll()
            return nil
        }
    }
}
