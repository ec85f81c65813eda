import Foundation

/// Many learners' progress files as one table.
public struct ClassProgress: Sendable {
    private var rows: [[String]] = []
    private let shelf: LessonShelf

    public init(_ shelf: LessonShelf) { self.shelf = shelf }

    /// Adds a learner's file.
    ///
    /// - Returns: false where it cannot be read.
    public mutating func add(_ path: String) -> Bool {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return false }
        let progress = LessonProgress(text)
        let learner = Self.learner(path)
        for (number, file) in shelf.lessons {
            guard let lesson = try? Lesson.open(file) else { continue }
            let entry = progress[lesson.name]
            let exercises = lesson.cells.filter { $0.exercise != nil }.map(\.id)
            let ran = Set(entry.ran).intersection(lesson.code.map(\.id)).count
            rows.append(
                [
                    learner, String(number), lesson.title, String(ran), String(lesson.code.count),
                    String(Set(exercises).intersection(entry.solved).count), String(exercises.count),
                    String(entry.shown.count), String(entry.right.count), String(entry.right.count + entry.wrong.count),
                ])
        }
        return true
    }

    /// The file's name without ending; its folder's where the file has the usual name.
    static func learner(_ path: String) -> String {
        let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
        guard name == "progress" else { return name }
        let folder = ((path as NSString).deletingLastPathComponent as NSString).lastPathComponent
        return folder.isEmpty || folder == "." ? name : folder
    }

    private static let head = [
        "learner", "lesson", "title", "cells_run", "cells", "exercises_solved", "exercises", "solutions_shown",
        "guesses_right", "guesses",
    ]

    /// With a line of names; fields as RFC 4180 has them.
    public var csv: String {
        ([Self.head] + rows).map { row in row.map(Self.field).joined(separator: ",") + "\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
