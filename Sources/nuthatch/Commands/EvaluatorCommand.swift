import ArgumentParser
import Notebook

/// The other half of the notebook: the prompt starts this program a second time with this word.
struct EvaluatorCommand: ParsableCommand {
    static let word = "evaluator"

    static let configuration = CommandConfiguration(
        commandName: word, abstract: "Run cells for a prompt on standard input and output.", shouldDisplay: false)

    func run() { CellEngine.serve() }
}
