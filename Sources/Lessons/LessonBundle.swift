import Foundation
public import Notebook

/// Lessons for a room without internet, in one folder beside data and weights.
public enum LessonBundle {
    /// Copies the lessons and their quizzes.
    ///
    /// - Parameter withSolutions: false leaves blanks in the exercises, and takes away what gives answers away.
    public static func copyLessons(_ shelf: LessonShelf, to folder: String, withSolutions: Bool) throws {
        let files = FileManager.default
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in try files.contentsOfDirectory(atPath: shelf.folder).sorted() where !name.hasPrefix(".") {
            let (source, target) = (shelf.folder + "/" + name, folder + "/" + name)
            if files.fileExists(atPath: target) { try files.removeItem(atPath: target) }
            if name.hasSuffix(".py"), !withSolutions {
                try withoutSolutions(NotebookDocument.open(source)).write(to: target)
            } else {
                try files.copyItem(atPath: source, toPath: target)
            }
        }
    }

    /// The lesson with blanks in its exercises; hints and checks stay.
    public static func withoutSolutions(_ document: NotebookDocument) -> NotebookDocument {
        var result = document
        for index in result.cells.indices where result.cells[index].tags.contains("exercise") {
            let exercise = Exercise(result.cells[index].source)
            let hints = exercise.hints.map { "#| hint: \($0)\n" }.joined()
            result.cells[index].source = hints + exercise.task
        }
        return result
    }
}
