public import Display

/// The home screen: all lessons, and how far each is.
public struct LessonHome: Sendable {
    public struct Row: Sendable, Equatable {
        public var number: Int
        public var title: String
        /// Cells that ran, of all.
        public var ran: Int
        public var cells: Int
        /// Exercises solved, of all.
        public var solved: Int
        public var exercises: Int
        /// Guesses that were right, of all that were judged.
        public var right: Int
        public var guesses: Int

        public var isDone: Bool { ran == cells && solved == exercises }
        public var isBegun: Bool { ran > 0 }
    }

    public let rows: [Row]
    /// The lessons that cannot be read, and why.
    public let faults: [String]

    public init(_ shelf: LessonShelf, _ progress: LessonProgress) {
        var (rows, faults) = ([Row](), [String]())
        for (number, path) in shelf.lessons {
            guard let lesson = try? Lesson.open(path) else {
                faults.append("\(path) cannot be read")
                continue
            }
            let entry = progress[lesson.name]
            let exercises = Set(lesson.cells.filter { $0.exercise != nil }.map(\.id))
            rows.append(
                Row(
                    number: number, title: lesson.title,
                    ran: Set(entry.ran).intersection(lesson.code.map(\.id)).count, cells: lesson.code.count,
                    solved: exercises.intersection(entry.solved).count, exercises: exercises.count,
                    right: entry.right.count, guesses: entry.right.count + entry.wrong.count))
        }
        (self.rows, self.faults) = (rows, faults)
    }

    /// The lessons as a table of three columns, narrow enough for any screen.
    public var table: Table {
        Table(
            columns: ["", "lesson", "progress"],
            rows: rows.map { row in [String(row.number), row.title, Self.words(row)] })
    }

    /// `done`, or `3 of 17 cells, 1 of 2 exercises`; nothing for a lesson not begun.
    static func words(_ row: Row) -> String {
        if row.isDone, row.isBegun { return "done" }
        guard row.isBegun else { return "" }
        let exercises = row.exercises > 0 ? ", \(row.solved) of \(row.exercises) exercises" : ""
        return "\(row.ran) of \(row.cells) cells" + exercises
    }

    /// The lesson to go on with: the last one begun and not done, else the first not begun.
    public var next: Row? {
        rows.last { $0.isBegun && !$0.isDone } ?? rows.first { !$0.isBegun }
    }

    /// `Guesses: 7 of 9 right.`; nothing while none was judged.
    public var tally: String? {
        let (right, all) = (rows.reduce(0) { $0 + $1.right }, rows.reduce(0) { $0 + $1.guesses })
        return all > 0 ? "Your guesses: \(right) of \(all) right." : nil
    }
}
