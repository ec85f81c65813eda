import ArgumentParser
import Foundation
import Lessons
import Notebook

struct LessonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lesson", abstract: "Step through a lesson or any notebook; without a name, list the lessons.",
        subcommands: [Open.self, Check.self, Bundle.self, Progress.self], defaultSubcommand: Open.self)

    struct Open: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "open", abstract: "Open a lesson by its number, or any .py or .ipynb file.",
            shouldDisplay: false)

        @Argument(help: "A lesson's number or a file.")
        var lesson: String?

        @Flag(help: "No colours and no cursor movement; pictures in words.")
        var plain = false

        @Option(help: "Run cells on another machine, as `nuthatch --on` does.")
        var on: String?

        func run() throws {
            if let lesson { try openPrompt(isPlain: plain, document: lesson, on: on) }
            let environment = ProcessInfo.processInfo.environment
            let shelf = LessonCommand.shelf
            let state = SessionStore.stateFolder(environment, home: environment["HOME"] ?? NSHomeDirectory())
            let home = LessonHome(shelf, LessonProgress.read(state + "/progress.txt"))
            for row in home.table.rows {
                let (number, title, progress) = (row[0], row[1], row[2])
                print("\(number.count < 2 ? " " : "")\(number)  \(title)\(progress.isEmpty ? "" : "  (\(progress))")")
            }
            for fault in home.faults { Message.write(fault) }
            if shelf.lessons.isEmpty { Message.write("No lessons are in \(shelf.folder).") }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Check lessons: their form, and that every cell runs.")

        @Argument(help: "Files; without any, all lessons.")
        var files: [String] = []

        @Flag(help: "Check the form only; run nothing.")
        var formOnly = false

        func run() throws {
            let shelf = LessonCommand.shelf
            var failures = 0
            for path in files.isEmpty ? shelf.lessons.map(\.path) : files {
                let faults = LessonCheck.faults(in: path, make: formOnly ? nil : CellEngine.maker)
                for fault in faults { Message.write("\(path): \(fault)") }
                failures += QuizCommand.check(beside: path)
                if faults.isEmpty { print("\(path): good") }
                failures += faults.count
            }
            if failures > 0 { throw ExitCode(1) }
        }
    }
}

struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Turn a percent script into a notebook, or the other way round.")

    @Argument(help: "A .py or .ipynb file.")
    var input: String

    @Argument(help: "The file to write; its suffix says what it becomes.")
    var output: String

    func run() throws {
        do {
            let document = try NotebookDocument.open(input)
            if output.hasSuffix(".py"), document.withoutOutputs != document {
                Message.write("A script holds no outputs: they stay in \(input).")
            }
            try document.write(to: output)
            let environment = ProcessInfo.processInfo.environment
            let home = environment["HOME"] ?? NSHomeDirectory()
            let trust = TrustStore(stateFolder: SessionStore.stateFolder(environment, home: home))
            if let data = FileManager.default.contents(atPath: input), trust.trusts(data) { trust.trust(file: output) }
        } catch {
            Message.write("\(error)")
            throw ExitCode(1)
        }
    }
}

struct SessionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "List the sessions that are kept, or write one as a notebook.")

    @Argument(help: "A session's name or the beginning of it.")
    var name: String?

    @Option(name: .shortAndLong, help: "Where to write the session: a .ipynb or .py file.")
    var output: String?

    func validate() throws {
        if (name == nil) != (output == nil) { throw ValidationError("To write a session give its name and -o FILE.") }
    }

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["HOME"] ?? NSHomeDirectory()
        let store = SessionStore(folder: SessionStore.stateFolder(environment, home: home) + "/sessions")
        guard let name, let output else {
            for entry in store.entries() {
                let state = !entry.isOpen ? "ended" : JournalFile.isInUse(entry.path) ? "open" : "did not end"
                print("\(entry.name)  \(state)")
            }
            return
        }
        do {
            guard let entry = store.entries().first(where: { $0.name.hasPrefix(name) }) else {
                throw NotebookFileError(file: name, reason: "there is no such session")
            }
            try SessionRecord(JournalFile.read(entry.path).records).document().write(to: output)
        } catch {
            Message.write("\(error)")
            throw ExitCode(1)
        }
    }
}
