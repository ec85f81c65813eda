public import Grading

/// One sitting with a quiz: which question is next, what was answered, what comes again.
///
/// It draws nothing and reads nothing, so that a prompt, a test or a page can lead it.
public struct QuizSession: Sendable {
    public let questions: [Question]
    public private(set) var progress: QuizProgress
    /// Index of the question that is asked; nil when the sitting is over.
    public private(set) var current: Int?
    /// Verdicts of this sitting, by id.
    public private(set) var given: [String: Grade] = [:]
    /// Questions to ask once more at the end of the sitting, for they were not right.
    private var again: [Int] = []
    private var order: [Int]
    private var place = 0
    private let today: Int
    /// Whether the question's explanation was shown, so that the next answer is a second try.
    public private(set) var isSecondTry = false

    /// - Parameters:
    ///   - questions: those of a lesson, or all.
    ///   - onlyDue: asks only what is new or due again.
    ///   - today: the day, for what is due.
    public init(_ questions: [Question], progress: QuizProgress, onlyDue: Bool, today: Day) {
        self.questions = questions
        self.progress = progress
        self.today = today.number
        let waiting = questions.indices.filter { index in
            guard onlyDue, let entry = progress[questions[index].id] else { return true }
            return !entry.isRight || entry.due <= today.number
        }
        // What was wrong before comes first, then what is due, then what is new.
        func rank(_ index: Int) -> Int {
            guard let entry = progress[questions[index].id] else { return 2 }
            return entry.isRight ? 1 : 0
        }
        order =
            onlyDue
            ? waiting.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(
                \.element) : waiting
        current = order.first
    }

    public var question: Question? { current.map { questions[$0] } }
    /// How many questions this sitting has, those asked twice not counted.
    public var count: Int { Set(order).count }
    public var number: Int { place + 1 }

    /// Grades an answer and keeps it.
    public mutating func answer(_ text: String, activity: ActivityFacts? = nil) -> Grade? {
        guard let question, let index = current else { return nil }
        var grade = Grader(question).grade(text)
        if question.kind == .activity, let activity, let task = question.activity {
            grade = activity.grade(task, said: grade)
        }
        given[question.id] = grade
        progress.keep(question.id, grade.verdict, said: text, today: today)
        if grade.verdict == .right {
            again.removeAll { $0 == index }
        } else if !isSecondTry, !again.contains(index) {
            again.append(index)
        }
        return grade
    }

    /// The explanation was shown: the same question may be answered once more.
    public mutating func beginSecondTry() { isSecondTry = true }

    /// The learner says the answer was right.
    public mutating func overrule(note: String) {
        guard let question, let index = current else { return }
        progress.overrule(question.id, note: note)
        again.removeAll { $0 == index }
    }

    /// Goes on; what was not right comes once more at the end.
    public mutating func next() {
        isSecondTry = false
        place += 1
        if place >= order.count, !again.isEmpty {
            order += again
            again = []
        }
        current = place < order.count ? order[place] : nil
    }

    /// Goes back to the question before, if there is one.
    public mutating func back() -> Bool {
        guard place > 0 else { return false }
        isSecondTry = false
        place -= 1
        current = order[place]
        return true
    }

    /// Right, of all that were answered in this sitting.
    public var tally: (right: Int, all: Int) {
        (given.keys.count { progress[$0]?.isRight ?? false }, given.count)
    }
}

/// What the program itself saw of an activity.
public struct ActivityFacts: Sendable {
    /// Sources of cells that ran and ended well.
    public var ran: [String]
    /// Lessons whose cells all ran.
    public var finishedLessons: Set<String>
    /// Lessons of which at least half of the cells ran.
    public var begunLessons: Set<String>
    public var guesses: Int

    public init(ran: [String] = [], finishedLessons: Set<String> = [], begunLessons: Set<String> = [], guesses: Int = 0)
    {
        self.ran = ran
        self.finishedLessons = finishedLessons
        self.begunLessons = begunLessons
        self.guesses = guesses
    }

    /// What is still to be done, in words; nothing when all was seen.
    public func missing(_ task: Question.Activity) -> [String] {
        var missing: [String] = []
        if let cell = task.ran {
            func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }
            if !ran.contains(where: { bare($0) == bare(cell) }) { missing.append("run a cell with \(cell)") }
        }
        if let lesson = task.lesson, !finishedLessons.contains(lesson) {
            missing.append(
                begunLessons.contains(lesson) ? "run the rest of lesson \(lesson)" : "run the cells of lesson \(lesson)"
            )
        }
        if let wanted = task.guesses, guesses < wanted { missing.append("guess before a cell that asks for it") }
        return missing
    }

    /// The verdict on an activity: seen is seen. What was done elsewhere is believed when it is said.
    func grade(_ task: Question.Activity, said: Grade) -> Grade {
        let missing = missing(task)
        if missing.isEmpty {
            let result = said.missing.isEmpty || said.matched.isEmpty == false || task.ran == nil
            guard result else { return said }
            return Grade(.right, score: 1, matched: [.init(say: "seen in this session's record", quote: "")])
        }
        guard said.verdict == .right else {
            return Grade(.wrong, score: 0, missing: missing, corrections: said.corrections, note: said.note)
        }
        var grade = said
        grade.note = "Taken at your word: I have not seen you \(missing.joined(separator: ", or "))."
        return grade
    }
}
