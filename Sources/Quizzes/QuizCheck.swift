import Grading

/// Checks a quiz as its learners and teachers would find it wanting.
public enum QuizCheck {
    /// What is wrong with a quiz, in words.
    ///
    /// - Parameter cells: ids of the cells of each lesson by its name; lessons that are not there are not looked into.
    public static func faults(_ quiz: QuizFile, cells: [String: Set<String>]) -> [String] {
        var faults: [String] = []
        var taken = Set<String>()
        for question in quiz.questions {
            if !taken.insert(question.id).inserted { faults.append("\(question.id) comes twice") }
            faults += self.faults(question, cells: cells).map { "\(question.id): \($0)" }
        }
        return faults
    }

    private static func faults(_ question: Question, cells: [String: Set<String>]) -> [String] {
        var faults: [String] = []
        if question.question.isEmpty { faults.append("there is no question") }
        if question.explanation.isEmpty { faults.append("there is no explanation") }
        if let place = question.taught, let known = cells[place.lesson], !known.contains(place.cell) {
            faults.append("it is taught in cell '\(place.cell)', which lesson \(place.lesson) does not have")
        }
        let names = Set(question.subjects?.map(\.name) ?? [])
        for need in question.needs ?? [] {
            if let of = need.of, !names.contains(of) {
                faults.append("'\(need.say)' is of '\(of)', which is no subject")
            }
            if need.any.isEmpty { faults.append("'\(need.say)' has no pattern") }
        }
        switch question.kind {
        case .truth where (question.statements ?? []).isEmpty: faults.append("there are no statements")
        case .yesNo where question.answer == nil: faults.append("the answer, yes or no, is missing")
        case .contrast where names.count < 2: faults.append("a contrast needs two subjects")
        case .drawing where question.drawing == nil: faults.append("there is no drawing")
        case .activity where question.activity == nil: faults.append("nothing says what is to be seen")
        case .list, .name, .number, .definition, .reason, .open:
            if (question.needs ?? []).isEmpty { faults.append("it needs nothing, so that nothing can be right") }
        default: break
        }
        let grader = Grader(question)
        for reference in question.references ?? [] {
            let grade = grader.grade(reference)
            if grade.verdict != .right { faults.append("its reference is graded \(grade.verdict): \(reference)") }
        }
        if grader.grade(question.question).verdict == .right {
            faults.append("the question itself is taken for an answer")
        }
        return faults
    }
}
