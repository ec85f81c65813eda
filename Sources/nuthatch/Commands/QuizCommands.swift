import ArgumentParser
import Foundation
import Grading
import Lessons
import Notebook
import Prompt
import Quizzes
import Reports

struct QuizCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quiz", abstract: "Answer the questions of a lesson; without a number, see which there are.")

    @Argument(help: "A lesson's number, a question's id, all, or due.")
    var quiz: String?

    @Flag(help: "Print the questions as JSON, with their ids.")
    var list = false

    @Flag(help: "No colours and no cursor movement.")
    var plain = false

    func run() throws {
        guard list else { try openPrompt(isPlain: plain, document: nil, quiz: quiz ?? "") }
        let shelf = try Self.shelf()
        let questions =
            quiz.map { word in
                shelf.quiz(word)?.questions ?? shelf.question(word).map { [$0] } ?? []
            } ?? shelf.questions
        guard !questions.isEmpty else {
            Message.write("There is no quiz \(quiz ?? "").")
            throw ExitCode(1)
        }
        let lessons = Dictionary(
            shelf.quizzes.flatMap { file in file.questions.map { ($0.id, file.lesson) } },
            uniquingKeysWith: { first, _ in first })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let listed = questions.map {
            Listed(id: $0.id, kind: $0.kind.rawValue, question: $0.question, lesson: lessons[$0.id] ?? "")
        }
        print(String(decoding: try encoder.encode(listed), as: UTF8.self))
    }

    /// What `--list` says of a question: not its answer.
    private struct Listed: Encodable {
        var id: String
        var kind: String
        var question: String
        var lesson: String
    }

    /// Checks the quiz beside a lesson, if there is one, and says what is wrong with it.
    ///
    /// - Returns: how many faults it has.
    static func check(beside lesson: String) -> Int {
        let path = (lesson as NSString).deletingPathExtension + ".quiz.yaml"
        guard FileManager.default.fileExists(atPath: path) else { return 0 }
        do {
            let quiz = try QuizFile.read(path)
            var cells: [String: Set<String>] = [:]
            let shelf = LessonShelf(folder: (path as NSString).deletingLastPathComponent)
            for other in shelf.lessons {
                if let lesson = try? Lesson.open(other.path) { cells[lesson.name] = Set(lesson.cells.map(\.id)) }
            }
            let faults = QuizCheck.faults(quiz, cells: cells)
            for fault in faults { Message.write("\(path): \(fault)") }
            if faults.isEmpty { print("\(path): good") }
            return faults.count
        } catch {
            Message.write("\(error)")
            return 1
        }
    }

    /// Ours and a teacher's; an error ends the program with status 1.
    static func shelf() throws -> QuizShelf {
        let environment = ProcessInfo.processInfo.environment
        let state = SessionStore.stateFolder(environment, home: environment["HOME"] ?? NSHomeDirectory())
        do throws(QuizError) {
            return try QuizShelf(
                lessons: LessonShelf.folder(environment, program: Program.path),
                teacher: QuizShelf.teacherFolder(environment, stateFolder: state))
        } catch {
            Message.write("\(error)")
            throw ExitCode(1)
        }
    }
}

struct GradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade", abstract: "Grade answers to a question, by its rubric or by right answers.",
        discussion: """
            An answers file has one {"id": …, "answer": …} a line; a references file is {"question": …, "references": ["…"]}.
            Out comes one JSON object a line: id, verdict (right, partly, wrong, unsure), score, matched, missing, encoder.
            """)

    @Option(help: "A question's id; `nuthatch quiz --list` has them.")
    var question: String?

    @Option(help: "A file with a question and right answers to it, instead of a rubric.")
    var references: String?

    @Option(help: "The answers; - reads standard input.")
    var answers: String

    func validate() throws {
        if (question == nil) == (references == nil) {
            throw ValidationError("Give --question ID or --references FILE, not both.")
        }
    }

    func run() throws {
        do {
            let grade = try grading()
            let file = try AnswerFile(try text(answers), path: answers)
            for answer in file.answers { print(GradeLine(id: answer.id, grade: grade(answer.answer)).json) }
        } catch let error as QuizError {
            Message.write("\(error)")
            throw ExitCode(1)
        }
    }

    private func grading() throws -> (String) -> Grade {
        if let references {
            let file = try ReferenceFile.parse(try text(references), path: references)
            let grader = ReferenceGrader(question: file.question, references: file.references)
            return { grader.grade($0) }
        }
        guard let question = try QuizCommand.shelf().question(question ?? "") else {
            throw QuizError(
                path: self.question ?? "", reason: "there is no such question; `nuthatch quiz --list` has them all")
        }
        let grader = Grader(question)
        return { grader.grade($0) }
    }

    private func text(_ path: String) throws -> String {
        if path == "-" { return String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self) }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw QuizError(path: path, reason: "the file cannot be read")
        }
        return text
    }
}

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write a page about a session: what was done, guessed and answered.")

    @Argument(help: "A session's name or the beginning of it; without one, the last.")
    var session: String?

    @Option(name: .shortAndLong, help: "Where to: a .html, .md or .ipynb file.")
    var output: String

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["HOME"] ?? NSHomeDirectory()
        let store = SessionStore(folder: SessionStore.stateFolder(environment, home: home) + "/sessions")
        do {
            guard let entry = store.entries().first(where: { $0.name.hasPrefix(session ?? "") }) else {
                throw NotebookFileError(file: session ?? "sessions", reason: "there is no such session")
            }
            let record = SessionRecord(try JournalFile.read(entry.path).records)
            let shelf = LessonShelf(folder: LessonShelf.folder(environment, program: Program.path))
            try ReportFile.write(NotebookPrompt.report(record, shelf: shelf), to: output)
        } catch {
            Message.write("\(error)")
            throw ExitCode(1)
        }
    }
}
