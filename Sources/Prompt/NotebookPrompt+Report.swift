import Foundation
public import Lessons
public import Notebook
public import Reports

/// `report FILE`: a page about this session.
extension NotebookPrompt {
    func writeReport(_ argument: String) {
        let path = argument.isEmpty ? "report.html" : expand(argument)
        do {
            let report = Self.report(session.record, shelf: shelf)
            guard !report.cells.isEmpty || !report.answers.isEmpty else { return tell("Nothing was done yet.") }
            try ReportFile.write(report, to: path)
            tell("\(path) is written.")
        } catch let error as ReportFile.Failure {
            tell("\(error)")
        } catch {
            tell("\(path) cannot be written: \(error.localizedDescription)")
        }
    }

    /// The report of a session, with the title and the headings of the lesson that most of its cells are from.
    public static func report(_ record: SessionRecord, shelf: LessonShelf) -> Report {
        let ids = record.cells.compactMap(\.cell.lessonCell)
        let lessons = shelf.lessons.compactMap { try? Lesson.open($0.path) }
        let best = lessons.max { left, right in count(ids, left) < count(ids, right) }
        guard let lesson = best, count(ids, lesson) > 0 else { return Report(record) }
        var headings: [String: String] = [:]
        var last: String?
        for cell in lesson.code {
            let section = lesson.section(of: cell)
            if section != last, let section { headings[cell.id] = section }
            last = section
        }
        return Report(record, title: lesson.title) { headings[$0] }
    }

    private static func count(_ ids: [String], _ lesson: Lesson) -> Int {
        let known = Set(lesson.cells.map(\.id))
        return ids.count { known.contains($0) }
    }
}
