/// A learner's way through a lesson: which cell is next, which ran.
public struct LessonWalk: Sendable {
    public let lesson: Lesson
    /// Index into the lesson's cells of the code cell that is offered; nil before the first and past the last.
    public private(set) var current: Int?
    /// Ids of the cells that ran.
    public private(set) var done: Set<String>
    private var isPastEnd = false

    /// Begins at the cell with the id `at`, else before the first.
    public init(_ lesson: Lesson, done: Set<String> = [], at: String? = nil) {
        self.lesson = lesson
        self.done = done
        current = at.flatMap { id in lesson.cells.firstIndex { $0.id == id } }.flatMap(isCode)
    }

    public var cell: Lesson.Cell? { current.map { lesson.cells[$0] } }

    /// Every cell that runs has run.
    public var isFinished: Bool { lesson.code.allSatisfy { done.contains($0.id) } }

    /// Goes on to the next code cell.
    ///
    /// - Returns: the prose before it, in order; behind the last code cell what is left.
    public mutating func next() -> [Lesson.Cell] {
        guard !isPastEnd else { return [] }
        let start = current.map { $0 + 1 } ?? 0
        let end = lesson.cells[start...].firstIndex { isCode($0.number - 1) != nil }
        current = end
        isPastEnd = end == nil
        return prose(start..<(end ?? lesson.cells.count))
    }

    /// Goes back to the code cell before, if there is one.
    ///
    /// - Returns: the prose before that cell; nil at the first.
    public mutating func back() -> [Lesson.Cell]? {
        let limit = isPastEnd ? lesson.cells.count : current ?? 0
        guard let place = lesson.cells[..<limit].lastIndex(where: { isCode($0.number - 1) != nil }) else { return nil }
        return go(place)
    }

    /// Goes to a cell by its number or id; of prose, to the code that follows it.
    ///
    /// - Returns: the prose before that cell; nil where there is no such cell.
    public mutating func go(to target: String) -> [Lesson.Cell]? {
        let index =
            lesson.cells.firstIndex { $0.id == target }
            ?? Int(target).flatMap { lesson.cells.indices.contains($0 - 1) ? $0 - 1 : nil }
        guard let index, let place = lesson.cells[index...].firstIndex(where: { isCode($0.number - 1) != nil }) else {
            return nil
        }
        return go(place)
    }

    private mutating func go(_ place: Int) -> [Lesson.Cell] {
        (current, isPastEnd) = (place, false)
        let before = lesson.cells[..<place].lastIndex { isCode($0.number - 1) != nil }
        return prose((before.map { $0 + 1 } ?? 0)..<place)
    }

    /// The current cell ran.
    public mutating func finishCurrent() {
        if let cell { done.insert(cell.id) }
    }

    /// Whether `text` is the current cell, perhaps changed a little.
    public func isCurrent(_ text: String) -> Bool {
        guard let cell else { return false }
        func lines(_ text: String) -> [Substring] {
            text.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
        }
        if cell.exercise?.resembles(text) == true { return true }
        let (wanted, given) = (lines(cell.shown), lines(text))
        if wanted == given { return true }
        let kept = Set(wanted).intersection(given).count
        guard kept == 0 else { return kept * 2 >= Set(wanted).count }
        // A cell of one line with another number or name in it.
        guard wanted.count == 1, given.count == 1 else { return false }
        let common = zip(wanted[0], given[0]).prefix { $0 == $1 }.count
        return common * 2 >= wanted[0].count
    }

    private func isCode(_ index: Int) -> Int? {
        lesson.cells[index].isStep ? index : nil
    }

    private func prose(_ range: Range<Int>) -> [Lesson.Cell] {
        lesson.cells[range].filter { $0.kind == .markdown }
    }
}
