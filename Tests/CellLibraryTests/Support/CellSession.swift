import CellLibrary
import CellRuntime
import CellSyntax
import Display
import Foundation

/// A session of cells whose events are kept.
final class CellSession {
    private final class Host: CellHost {
        var events: [DisplayEvent] = []
        func display(_ event: DisplayEvent) { events.append(event) }
        func input(prompt: String) throws -> String? { nil }
    }

    private let host = Host()
    private let interpreter: Interpreter

    init() { interpreter = Interpreter(host: host, modules: Library.modules) }

    /// What the last cell showed.
    var events: [DisplayEvent] { host.events }

    /// What happened last, in words for a failed test.
    private(set) var failure: String?

    /// Runs a cell on a thread with room for it, and gives what it showed.
    @discardableResult
    func run(_ text: String) -> [DisplayEvent] {
        nonisolated(unsafe) let session = self
        return CellThread.run {
            session.host.events = []
            session.failure = nil
            switch session.interpreter.run(Source(name: "cell", text: text), number: nil) {
            case .finished: break
            case .failed(let diagnostic): session.failure = "\(diagnostic.type): \(diagnostic.message)"
            case .interrupted: session.failure = "KeyboardInterrupt"
            case .exited(let status): session.failure = "exit \(status)"
            }
            return session.host.events
        }
    }

    /// What a cell printed, and the exception that ended it, as the recorded programs have it.
    func output(of text: String) -> String {
        var output = run(text).map { if case .output(let text) = $0 { text } else { "" } }.joined()
        if let failure { output += "raises \(failure)\n" }
        return output
    }
}
