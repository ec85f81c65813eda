import Foundation
public import Notebook

/// A lesson or any notebook, to be stepped through.
public struct Lesson: Sendable {
    /// A cell with its place.
    public struct Cell: Sendable, Equatable {
        /// Counted from 1, prose included.
        public var number: Int
        public var id: String
        public var kind: DocumentCell.Kind
        public var source: String
        public var tags: [String]

        /// What is asked, where the learner is to fill something in.
        public var exercise: Exercise?

        /// The learner is asked for a guess before it runs.
        public var asksForGuess: Bool { tags.contains("guess") }

        /// It judges the exercise before it, and is not shown.
        public var isCheck: Bool { tags.contains("check") }

        /// Whether the learner meets it at the prompt.
        public var isStep: Bool { kind == .code && !isCheck && !source.allSatisfy(\.isWhitespace) }

        /// The code as the learner meets it: an exercise with its blanks.
        public var shown: String { exercise?.task ?? source }

        /// The code that runs by itself: an exercise solved.
        public var solved: String { exercise?.solution ?? source }
    }

    /// The file's name without folder and ending, which progress is kept under.
    public let name: String
    public let title: String
    public let cells: [Cell]

    public init(_ document: NotebookDocument, name: String) {
        self.name = name
        var taken = Set<String>()
        var cells = document.cells.enumerated().map { index, cell in
            var id = cell.id ?? "cell-\(index + 1)"
            while !taken.insert(id).inserted { id += "-\(index + 1)" }
            return Cell(number: index + 1, id: id, kind: cell.kind, source: cell.source, tags: cell.tags)
        }
        for index in cells.indices where cells[index].kind == .code && cells[index].tags.contains("exercise") {
            var exercise = Exercise(cells[index].source)
            if let next = cells[(index + 1)...].first(where: { $0.kind == .code }), next.isCheck {
                exercise.check = next.source
            }
            cells[index].exercise = exercise
        }
        self.cells = cells
        title = Self.heading(document) ?? name.replacing("_", with: " ")
    }

    /// Opens a percent script or a notebook.
    public static func open(_ path: String) throws(NotebookFileError) -> Lesson {
        let name = (path as NSString).lastPathComponent
        return Lesson(try NotebookDocument.open(path), name: (name as NSString).deletingPathExtension)
    }

    /// The cells that the learner runs.
    public var code: [Cell] { cells.filter(\.isStep) }

    /// The heading under which a cell stands, if there is one besides the title.
    public func section(of cell: Cell) -> String? {
        let before = cells.prefix { $0.number < cell.number }.filter { $0.kind == .markdown }
        let headings = before.flatMap { $0.source.split(separator: "\n") }.filter { $0.hasPrefix("##") }
        return headings.last.map { String($0.drop { $0 == "#" || $0 == " " }) }
    }

    /// The first heading of the first prose cell.
    private static func heading(_ document: NotebookDocument) -> String? {
        let prose = document.cells.first { $0.kind == .markdown }?.source ?? ""
        let line = prose.split(separator: "\n").first { $0.hasPrefix("#") }
        return line.map { String($0.drop { $0 == "#" || $0 == " " }) }
    }
}
