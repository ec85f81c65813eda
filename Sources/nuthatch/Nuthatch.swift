import ArgumentParser
import Foundation
import Prompt

/// The command line. Exit codes: 0; 1 a cell or check failed; 2 usage; 130 interrupted.
@main
struct Nuthatch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nuthatch",
        abstract: "A terminal notebook for the first lesson of practical deep learning.",
        discussion: "Without a command the prompt opens; `nuthatch lesson 2` goes straight to a lesson.",
        version: Version.current,
        subcommands: [
            PromptCommand.self, RunCommand.self, LessonCommand.self, QuizCommand.self, GradeCommand.self,
            ReportCommand.self, ConvertCommand.self, SessionsCommand.self,
            DataCommand.self, DoctorCommand.self, EvaluatorCommand.self,
        ], defaultSubcommand: PromptCommand.self)

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            let code = exitCode(for: error)
            if code == .validationFailure {
                FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
                Foundation.exit(2)
            }
            exit(withError: error)
        }
    }
}

enum Version {
    static let current = "0.1.0"
}
