import Display
import Foundation
import Grading
import Graphs
import Lessons
import Notebook
import Quizzes

/// The quiz: one question at a time, answered in the learner's own words, graded and explained.
extension NotebookPrompt {
    private static let help = """
        Answer in your own words, in as many lines as you like; an empty line ends the answer. Instead of an answer:
        hint · skip · back · where (it is taught) · stop. Enter alone shows this again.
        """

    private var progressFile: String { options.stateFolder + "/progress.txt" }

    /// `quiz` in a lesson is that lesson's; else `quiz N`, `quiz all`, `quiz due` or `quiz ID`.
    func openQuiz(_ word: String) {
        let all: QuizShelf
        do throws(QuizError) {
            all = try QuizShelf(
                lessons: shelf.folder,
                teacher: QuizShelf.teacherFolder(options.environment, stateFolder: options.stateFolder))
        } catch {
            return tell("\(error)")
        }
        let progress = QuizProgress.read(progressFile)
        let today = Day(seconds: wallClock())
        let questions: [Question]
        var onlyDue = false
        switch word {
        case "":
            guard let lesson = walk?.lesson.name,
                let quiz = all.quiz(lesson) ?? all.quiz(String(lesson.prefix { $0.isNumber }))
            else {
                return listQuizzes(all, progress, today)
            }
            questions = quiz.questions
        case "all": questions = all.questions
        case "due":
            questions = all.questions.filter { progress[$0.id] != nil }
            onlyDue = true
        default:
            if let quiz = all.quiz(word) {
                questions = quiz.questions
            } else if let question = all.question(word) {
                questions = [question]
            } else {
                tell("There is no quiz \(word).")
                return listQuizzes(all, progress, today)
            }
        }
        var session = QuizSession(questions, progress: progress, onlyDue: onlyDue, today: today)
        guard session.question != nil else { return tell("Nothing is due today.") }
        tell(Self.help)
        sit(&session)
    }

    private func listQuizzes(_ all: QuizShelf, _ progress: QuizProgress, _ today: Day) {
        let rows = all.quizzes.map { quiz -> [String] in
            let ids = quiz.questions.map(\.id)
            let right = ids.count { progress[$0]?.isRight ?? false }
            let number = quiz.lesson.prefix { $0.isNumber }
            let title =
                shelf.find(String(Int(number) ?? 0)).flatMap { try? Lesson.open($0).title } ?? quiz.title ?? quiz.lesson
            return [String(Int(number) ?? 0), title, "\(ids.count)", right > 0 ? "\(right) right" : ""]
        }
        show(.table(Table(columns: ["", "lesson", "questions", ""], rows: rows)))
        let due = progress.ids.count { (progress[$0]?.due ?? 0) <= today.number || !(progress[$0]?.isRight ?? true) }
        tell(
            "`quiz N` asks those of a lesson, `quiz all` all of them."
                + (due > 0 ? " `quiz due`: \(due) to repeat." : ""))
    }

    // MARK: A sitting

    private func sit(_ session: inout QuizSession) {
        defer {
            let (right, all) = session.tally
            if all > 0 {
                let rest = right < all ? " What was not comes again: `quiz due`." : ""
                tell("\(right) of \(all) right.\(rest) `report FILE.html` makes a page of it.")
            }
        }
        while let question = session.question {
            let again = session.given[question.id] != nil ? " · once more" : ""
            show(
                .markdown(
                    "**\(min(session.number, session.count)) of \(session.count)\(again)** · \(question.question)"))
            var isAnswered = false
            while !isAnswered {
                switch read(question) {
                case .stop: return
                case .skip:
                    session.next()
                    isAnswered = true
                case .back:
                    if session.back() { isAnswered = true } else { tell("This is the first question.") }
                case .hint: tell(question.hint ?? "There is no hint to this one.")
                case .place: showPlace(question)
                case .help: tell(Self.help)
                case .answer(let text):
                    judge(text, question, &session)
                    switch follow(text, question, &session) {
                    case .stop: return
                    case .again:
                        session.beginSecondTry()
                        show(.markdown("Once more · \(question.question)"))
                    case .on:
                        session.next()
                        isAnswered = true
                    }
                }
            }
        }
    }

    private enum Reading { case answer(String), hint, skip, back, place, stop, help }

    /// Reads lines up to an empty one; a command counts only as the first.
    private func read(_ question: Question) -> Reading {
        var lines: [String] = []
        while true {
            guard case .line(let line) = screen.ask(lines.isEmpty ? "answer: " : "   ...: ") else {
                return lines.isEmpty ? .stop : .answer(lines.joined(separator: "\n"))
            }
            let bare = line.trimmed
            if lines.isEmpty {
                switch bare.lowercased() {
                case "": return .help
                case "hint", "h", "?": return .hint
                case "skip", "s": return .skip
                case "back": return .back
                case "where", "w": return .place
                case "stop", "quit", "exit", "q": return .stop
                default: break
                }
            } else if bare.isEmpty {
                return .answer(lines.joined(separator: "\n"))
            }
            lines.append(line)
        }
    }

    private func judge(_ text: String, _ question: Question, _ session: inout QuizSession) {
        guard let grade = session.answer(text, activity: facts) else { return }
        if question.kind == .drawing, let drawing = ArrowDrawing(text), let graph = try? Graph(dot: drawing.dot) {
            show(.graph(graph))
        }
        show(.markdown(QuizWords.verdict(grade)))
        show(.markdown("*" + question.explanation.trimmed + "*"))
        keep(text, question, grade)
        save(session)
    }

    private enum Following { case on, again, stop }

    /// What comes after a verdict: on, once more, or the learner's own word against it.
    private func follow(_ text: String, _ question: Question, _ session: inout QuizSession) -> Following {
        let isRight = session.given[question.id]?.verdict == .right
        while true {
            let offer = isRight ? "Enter: next · where · stop " : "Enter: next · again · overrule · where · stop "
            guard case .line(let line) = screen.ask(offer) else { return .stop }
            let (word, rest) = line.trimmed.splitWord
            switch word.lowercased() {
            case "", "next", "n": return .on
            case "again", "a": return .again
            case "where", "w": showPlace(question)
            case "stop", "quit", "q": return .stop
            case "overrule", "o":
                var note = rest
                if note.isEmpty, case .line(let why) = screen.ask("Why is it right? (goes into the report) ") {
                    note = why.trimmed
                }
                session.overrule(note: note)
                if let grade = session.given[question.id] { keep(text, question, grade, overruled: note) }
                save(session)
                tell("Counted as right, by your word.")
                return .on
            default: tell("Enter goes on.")
            }
        }
    }

    private func keep(_ text: String, _ question: Question, _ grade: Grade, overruled: String? = nil) {
        var notes = QuizWords.notes(grade, question)
        if let overruled {
            notes = [JournalAnswer.Note(.note, "Counted as right by the learner. \(overruled)".trimmed)]
        }
        session.keep(
            .answered(
                JournalAnswer(
                    id: question.id, question: question.question.trimmed, answer: text, verdict: grade.verdict.rawValue,
                    overruled: overruled, notes: notes, time: wallClock())))
    }

    private func save(_ session: QuizSession) {
        do { try session.progress.write(to: progressFile) } catch {
            tell("Progress cannot be kept: \(error.localizedDescription)")
        }
    }

    /// Shows the prose and the cell where a question's answer is taught.
    private func showPlace(_ question: Question) {
        guard let place = question.taught, let path = shelf.find(place.lesson), let lesson = try? Lesson.open(path)
        else {
            return tell("No lesson at hand teaches this.")
        }
        let index = lesson.cells.firstIndex { $0.id == place.cell } ?? 0
        let start = lesson.cells[..<index].lastIndex { $0.kind == .code }.map { $0 + 1 } ?? 0
        for cell in lesson.cells[start...index] {
            if cell.kind == .markdown { show(.markdown(cell.source)) } else { show(.output(cell.shown + "\n")) }
        }
        tell(
            "\(lesson.title), cell \(lesson.cells[index].number): `lesson \(place.lesson)`, `goto \(lesson.cells[index].id)`."
        )
    }

    /// What was seen of activities, in this session and in the progress file.
    private var facts: ActivityFacts {
        var facts = ActivityFacts(ran: session.record.cells.filter { $0.ending == .finished }.map(\.source))
        let progress = LessonProgress.read(progressFile)
        for (_, path) in shelf.lessons {
            guard let lesson = try? Lesson.open(path) else { continue }
            let entry = progress[lesson.name]
            let ran = Set(entry.ran)
            let code = lesson.code
            let done = code.count { ran.contains($0.id) }
            if done == code.count { facts.finishedLessons.insert(lesson.name) }
            if done * 2 >= code.count { facts.begunLessons.insert(lesson.name) }
            if lesson.name.hasPrefix("01") || ran.isEmpty == false {
                facts.ran += code.filter { ran.contains($0.id) }.map(\.source)
            }
            facts.guesses += entry.right.count + entry.wrong.count
        }
        facts.guesses += session.record.cells.count { $0.guess != nil }
        return facts
    }
}

/// A verdict in words.
enum QuizWords {
    static func verdict(_ grade: Grade) -> String {
        var lines: [String] = []
        switch grade.verdict {
        case .right: lines.append("**✓ Right.**")
        case .partly: lines.append("**◐ Partly right.**")
        case .wrong: lines.append("**✗ Not right.**")
        case .unsure: lines.append("**? I cannot tell.**")
        }
        for evidence in grade.matched {
            lines.append("- ✓ \(evidence.say)" + (evidence.quote.isEmpty ? "" : " (you wrote: “\(evidence.quote)”)"))
        }
        for correction in grade.corrections { lines.append("- ✗ \(correction)") }
        if grade.verdict != .right { for missing in grade.missing { lines.append("- missing: \(missing)") } }
        if let note = grade.note { lines.append("\n\(note)") }
        return lines.joined(separator: "\n")
    }

    /// Remarks for the report.
    static func notes(_ grade: Grade, _ question: Question) -> [JournalAnswer.Note] {
        var notes = grade.corrections.map { JournalAnswer.Note(.correction, $0) }
        if grade.verdict == .right {
            notes += grade.missing.map { JournalAnswer.Note(.nit, "Also: \($0).") }
        } else {
            notes += grade.missing.map { JournalAnswer.Note(.note, "Not said: \($0).") }
            notes.append(.init(.note, question.explanation.split(separator: "\n").joined(separator: " ")))
        }
        return notes
    }
}
