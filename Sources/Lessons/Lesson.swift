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

        /// The learner is asked for a guess before it runs.
        public var asksForGuess: Bool { tags.contains("guess") }
    }

    /// The file's name without folder and ending, which progress is kept under.
    public let name: String
    public let title: String
    public let cells: [Cell]

    public init(_ document: NotebookDocument, name: String) {
        self.name = name
        var taken = Set<String>()
        cells = document.cells.enumerated().map { index, cell in
            var id = cell.id ?? "cell-\(index + 1)"
            while !taken.insert(id).inserted { id += "-\(index + 1)" }
            return Cell(number: index + 1, id: id, kind: cell.kind, source: cell.source, tags: cell.tags)
        }
        title = Self.heading(document) ?? name.replacing("_", with: " ")
    }

    /// Opens a percent script or a notebook.
    public static func open(_ path: String) throws(NotebookFileError) -> Lesson {
        let name = (path as NSString).lastPathComponent
        return Lesson(try NotebookDocument.open(path), name: (name as NSString).deletingPathExtension)
    }

    /// The cells that run.
    public var code: [Cell] { cells.filter { $0.kind == .code && !$0.source.allSatisfy(\.isWhitespace) } }

    /// The first heading of the first prose cell.
    private static func heading(_ document: NotebookDocument) -> String? {
        let prose = document.cells.first { $0.kind == .markdown }?.source ?? ""
        let line = prose.split(separator: "\n").first { $0.hasPrefix("#") }
        return line.map { String($0.drop { $0 == "#" || $0 == " " }) }
    }
}
