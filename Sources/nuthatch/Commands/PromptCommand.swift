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

    @Option(
        help: """
            Run cells on another machine that has Nuthatch: a host for ssh, or cmd:COMMAND, any command that gives its \
            evaluator on standard input and output. Files that cells name are that machine's; history, sessions and \
            what %save writes are this one's.
            """)
    var on: String?

    func run() throws {
        try openPrompt(isPlain: plain, document: nil, on: on)
    }
}

/// Opens the prompt, with a lesson or notebook if one is named, and leaves the process with its status.
func openPrompt(isPlain: Bool, document: String?, on host: String? = nil, quiz: String? = nil) throws -> Never {
    let environment = ProcessInfo.processInfo.environment
    let home = environment["HOME"] ?? NSHomeDirectory()
    var options = PromptOptions(
        version: Version.current, evaluator: evaluator(on: host), environment: environment,
        home: home, stateFolder: SessionStore.stateFolder(environment, home: home),
        lessonFolder: LessonShelf.folder(environment, program: Program.path))
    options.isPlain = isPlain
    options.document = document
    options.host = host
    options.quiz = quiz
    Foundation.exit(NotebookPrompt(options).run())
}

/// What starts an evaluator here or on another machine.
private func evaluator(on host: String?) -> [String] {
    guard let host else { return [Program.path, EvaluatorCommand.word] }
    if host.hasPrefix("cmd:") { return ["/bin/sh", "-c", String(host.dropFirst(4))] }
    // A broken network is noticed within 15 s. Passwords cannot be asked for: the terminal is the notebook's.
    return [
        "ssh", "-T", "-o", "BatchMode=yes", "-o", "ServerAliveInterval=5", "-o", "ServerAliveCountMax=3", host,
        "nuthatch",
        EvaluatorCommand.word,
    ]
}

enum Program {
    /// This program's file.
    static var path: String {
        guard let path = realpath("/proc/self/exe", nil) else { return CommandLine.arguments[0] }
        defer { free(path) }
        return String(cString: path)
    }
}
