import Display
public import Notebook

/// Checks a lesson as its readers would meet it: its form; that every cell runs; that every exercise's solution passes its
/// check, that its blanks do not, and that every wrong answer listed gets the feedback meant for it.
public enum LessonCheck {
    /// Tags with a meaning; others are faults, for they are most likely misspelt.
    static let tags: Set<String> = ["guess", "exercise", "check", "parameters", "raises-exception"]

    /// What is wrong with a file, in words; nothing for a good lesson.
    ///
    /// - Parameter make: makes what runs the cells; nil checks the form only.
    public static func faults(in path: String, make: EvaluatorMaker?) -> [String] {
        let lesson: Lesson
        let document: NotebookDocument
        do throws(NotebookFileError) {
            document = try NotebookDocument.open(path)
            lesson = try Lesson.open(path)
        } catch {
            return [error.reason]
        }
        var faults = form(document, lesson)
        if let make, faults.isEmpty { faults += LessonTrial(lesson).faults(make) }
        return faults
    }

    private static func form(_ document: NotebookDocument, _ lesson: Lesson) -> [String] {
        var faults: [String] = []
        var taken: [String: Int] = [:]
        if document.cells.first?.kind != .markdown {
            faults.append("the first cell is to be prose with the lesson's title")
        }
        if lesson.code.isEmpty { faults.append("there are no cells to run") }
        for (index, cell) in document.cells.enumerated() {
            let place = "cell \(index + 1)"
            if cell.kind == .code, cell.id == nil { faults.append("\(place) has no id; progress is kept under it") }
            if let id = cell.id {
                if let other = taken[id] { faults.append("\(place) has the id '\(id)' of cell \(other)") }
                taken[id] = index + 1
                if !id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }) {
                    faults.append("\(place) has the id '\(id)'; ids are letters, digits, - and _")
                }
            }
            for tag in cell.tags where !tags.contains(tag) {
                faults.append(
                    "\(place) has the unknown tag '\(tag)'; there are \(tags.sorted().joined(separator: ", "))")
            }
        }
        return faults + exercises(lesson)
    }

    private static func exercises(_ lesson: Lesson) -> [String] {
        let code = lesson.cells.filter { $0.kind == .code }
        let strays = code.enumerated().filter { index, cell in
            cell.isCheck && (index == 0 || code[index - 1].exercise == nil)
        }.map { "cell \($0.element.number) has the tag 'check' and follows no exercise" }
        let faults = lesson.cells.flatMap { cell in
            guard let exercise = cell.exercise else { return [String]() }
            let missing = exercise.check == nil ? ["no cell with the tag 'check' follows it"] : []
            return (exercise.faults + missing).map { "exercise '\(cell.id)': \($0)" }
        }
        return strays + faults
    }
}

/// A lesson's cells run from top to bottom, and each exercise in every way that its author thought of.
struct LessonTrial {
    /// What one run of a piece of code is to show.
    private enum Expectation {
        case runs
        case fails
        /// The check that follows is failed, and says this.
        case feedback(String, of: String)
        case passes(exercise: String)
        /// Fails, unless the cell before has failed.
        case blankFails(exercise: String)
        /// May end as it likes: what follows judges.
        case open
    }

    private var steps: [(cell: DocumentCell, expectation: Expectation)] = []

    init(_ lesson: Lesson) {
        for cell in lesson.cells where cell.isStep {
            guard let exercise = cell.exercise, let check = exercise.check else {
                add(cell.source, cell.tags.contains("raises-exception") ? .fails : .runs)
                continue
            }
            add(exercise.task, .open)
            add(check, .blankFails(exercise: cell.id))
            for mistake in exercise.mistakes {
                add(exercise.filled(with: mistake.fillings), .open)
                add(
                    check,
                    .feedback(mistake.feedback, of: "'\(cell.id)' with \(mistake.fillings.joined(separator: " ;; "))"))
            }
            add(exercise.solution, .runs)
            add(check, .passes(exercise: cell.id))
        }
    }

    private mutating func add(_ source: String, _ expectation: Expectation) {
        var isFree = true
        if case .runs = expectation { isFree = false }
        let metadata: JSONObject = isFree ? ["tags": .array([.string("raises-exception")])] : JSONObject()
        steps.append((DocumentCell(.code, source, metadata: metadata), expectation))
    }

    func faults(_ make: @escaping EvaluatorMaker) -> [String] {
        let log = FailureLog()
        let document = NotebookDocument(cells: steps.map(\.cell))
        let (ending, _) = ScriptRun(document, audience: log, make: make).run(name: "lesson", isRecorded: false)
        var faults: [String] = []
        for (index, failure) in log.failures.enumerated() {
            let before = index > 0 ? log.failures[index - 1] : nil
            if let fault = Self.fault(steps[index].expectation, failure, before: before) { faults.append(fault) }
        }
        if !ending.isFinished, faults.isEmpty { faults.append(CellFailure(ending)?.text ?? "a cell left the lesson") }
        return faults
    }

    private static func fault(_ expectation: Expectation, _ failure: CellFailure?, before: CellFailure?) -> String? {
        switch expectation {
        case .open: nil
        case .runs: failure?.text
        case .fails: failure == nil ? "a cell that is to fail ran" : nil
        case .blankFails(let exercise):
            failure == nil && before == nil ? "the blanks of '\(exercise)' pass its check" : nil
        case .passes(let exercise):
            failure.map { "the solution of '\(exercise)' does not pass its check: \($0.type): \($0.message)" }
        case .feedback(let words, let answer):
            if let failure {
                failure.message.contains(words)
                    ? nil : "\(answer): the feedback is to say '\(words)', and says '\(failure.message)'"
            } else {
                "\(answer): the check passes a wrong answer"
            }
        }
    }
}

/// What failed, cell by cell; nobody watches a check.
private final class FailureLog: ScriptRun.Audience {
    private(set) var failures: [CellFailure?] = []
    func begin() { failures.append(nil) }
    func show(_ event: DisplayEvent) {}
    func fail(_ failure: CellFailure) { failures[failures.count - 1] = failure }
    func end() {}
    func readLine(_ prompt: String) -> String? { nil }
}
