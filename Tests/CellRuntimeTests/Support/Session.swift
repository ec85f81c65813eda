import CellRuntime
import CellSyntax
import Display

/// A host that remembers what cells show.
final class RecordingHost: CellHost {
    private(set) var events: [DisplayEvent] = []
    /// Lines for `input()`.
    var lines: [String] = []
    /// Called for each event, as it comes.
    var onEvent: ((DisplayEvent) -> Void)?

    func display(_ event: DisplayEvent) {
        events.append(event)
        onEvent?(event)
    }

    func input(prompt: String) throws -> String? {
        display(.output(prompt))
        return lines.isEmpty ? nil : lines.removeFirst()
    }

    /// What `print` wrote.
    var printed: String {
        events.reduce(into: "") { text, event in if case .output(let part) = event { text += part } }
    }

    /// Everything on standard output, values shown included.
    var output: String {
        events.reduce(into: "") { text, event in
            switch event {
            case .output(let part): text += part
            case .result(let part): text += part + "\n"
            default: break
            }
        }
    }
}

/// A session for tests: cells run one after another on a thread with a large stack.
enum Session {
    struct Result: Sendable {
        var output = ""
        /// The error that ended the last cell, as it is shown.
        var error: String?
        var outcome = ""
    }

    static let modules: ModuleRegistry = .standard

    /// Runs cells and returns what the last one showed.
    static func run(_ cells: String...) -> Result { run(cells: cells) }

    static func run(cells: [String]) -> Result {
        CellThread.run {
            var result = Result()
            let host = RecordingHost()
            let interpreter = Interpreter(host: host, modules: modules)
            for (index, cell) in cells.enumerated() {
                let before = host.output.count
                let outcome = interpreter.run(Source(name: "cell \(index + 1)", text: cell), number: index + 1)
                result = Result(output: String(host.output.dropFirst(before)))
                switch outcome {
                case .finished: result.outcome = "finished"
                case .failed(let diagnostic):
                    result.outcome = "failed"
                    result.error = diagnostic.render()
                case .interrupted: result.outcome = "interrupted"
                case .exited(let status): result.outcome = "exited \(status)"
                }
            }
            return result
        }
    }
}
