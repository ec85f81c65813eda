import Display
public import Notebook

/// Checks a lesson as its readers would meet it: the form, and that every cell runs.
public enum LessonCheck {
    /// Tags with a meaning; others are faults, for they are most likely misspelt.
    static let tags: Set<String> = ["guess", "parameters", "raises-exception"]

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
        if let make, faults.isEmpty { faults += running(lesson, document, make) }
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
        return faults
    }

    private static func running(_ lesson: Lesson, _ document: NotebookDocument, _ make: @escaping EvaluatorMaker)
        -> [String]
    {
        let audience = Silence()
        let (ending, _) = ScriptRun(document, audience: audience, make: make).run(name: lesson.name, isRecorded: false)
        guard !ending.isFinished else { return [] }
        return [CellFailure(ending)?.text ?? "a cell left the lesson"]
    }
}

/// Nobody watches a check.
private final class Silence: ScriptRun.Audience {
    func begin() {}
    func show(_ event: DisplayEvent) {}
    func fail(_ failure: CellFailure) {}
    func end() {}
    func readLine(_ prompt: String) -> String? { nil }
}
