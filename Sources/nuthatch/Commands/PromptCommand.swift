import ArgumentParser
import DataSources
import Foundation
import Lessons
import Notebook
import Prompt

struct PromptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prompt", abstract: "Open the notebook's prompt (as `nuthatch` alone does).")

    @Flag(help: "No colours and no cursor movement; pictures in words.")
    var plain = false

    func run() throws {
        try openPrompt(isPlain: plain, document: nil)
    }
}

/// Opens the prompt, with a lesson or notebook if one is named, and leaves the process with its status.
func openPrompt(isPlain: Bool, document: String?, quiz: String? = nil) throws -> Never {
    let environment = ProcessInfo.processInfo.environment
    let home = environment["HOME"] ?? NSHomeDirectory()
    var options = PromptOptions(
        version: Version.current, evaluator: [Program.path, EvaluatorCommand.word], environment: environment,
        home: home, stateFolder: SessionStore.stateFolder(environment, home: home),
        lessonFolder: LessonShelf.folder(environment, program: Program.path))
    options.isPlain = isPlain
    options.document = document
    options.quiz = quiz
    Foundation.exit(NotebookPrompt(options).run())
}

enum Program {
    /// This program's file.
    static var path: String {
        guard let path = realpath("/proc/self/exe", nil) else { return CommandLine.arguments[0] }
        defer { free(path) }
        return String(cString: path)
    }
}
