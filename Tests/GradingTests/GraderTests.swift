import Foundation
import Grading
import Quizzes
import Testing

/// All quizzes that come with Nuthatch, and answers with the verdicts that people give them.
enum Material {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let shelf: Result<QuizShelf, any Error> = Result { try QuizShelf(lessons: root.path + "/lessons") }

    struct Case: Sendable {
        var question: String
        var verdict: String
        var answer: String
    }

    /// `Fixtures/cases.txt`: question, verdict, answer.
    static func cases() throws -> [Case] {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Fixtures/cases.txt"
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { line in
                let parts = line.split(separator: "|", maxSplits: 2).map { $0.trimmingCharacters(in: .whitespaces) }
                return Case(question: parts[0], verdict: parts[1], answer: parts[2].replacing(" / ", with: "\n"))
            }
    }
}

@Suite struct GraderTests {
    private let shelf: QuizShelf
    private let graders: [String: Grader]

    init() throws {
        shelf = try Material.shelf.get()
        graders = Dictionary(uniqueKeysWithValues: shelf.questions.map { ($0.id, Grader($0)) })
    }

    @Test func casesAreGradedAsAPersonWould() throws {
        let cases = try Material.cases()
        #expect(cases.count >= 300)
        var missed: [String] = []
        for item in cases {
            let grade = try #require(graders[item.question], "\(item.question) is no question").grade(item.answer)
            if grade.verdict.rawValue != item.verdict {
                missed.append("\(item.question) \(grade.verdict), not \(item.verdict): \(item.answer)")
            }
        }
        // One in ten may be seen otherwise; what is more is a step back.
        #expect(missed.count * 10 <= cases.count, "\(missed.joined(separator: "\n"))")
    }

    @Test func theChaptersQuestionsAreAllThere() {
        let ids = (1...33).map { $0 < 10 ? "ch1-0\($0)" : "ch1-\($0)" }
        #expect(ids.allSatisfy { shelf.question($0) != nil })
        #expect(shelf.questions.count >= 73)
        #expect(Set(shelf.questions.map(\.kind)) == Set(Question.Kind.allCases))
    }

    @Test func quizzesHaveNoFaults() {
        for quiz in shelf.quizzes { #expect(QuizCheck.faults(quiz, cells: [:]) == []) }
    }

    @Test func referencesAreRightWithoutThemselves() {
        var refused: [String] = []
        var count = 0
        for question in shelf.questions {
            for (index, reference) in (question.references ?? []).enumerated() {
                count += 1
                let grade = Grader(question, leavingOut: index).grade(reference)
                if grade.verdict != .right { refused.append("\(question.id): \(reference)") }
            }
        }
        #expect(refused.count * 100 <= count, "\(refused)")
    }

    @Test func verdictsQuoteWhatCountedAndNameWhatIsMissing() throws {
        let grade = try #require(graders["ch1-24"]).grade("Metrics are for humans.")
        #expect(grade.verdict == .partly)
        #expect(grade.matched.first?.quote == "humans")
        #expect(grade.missing == ["the loss is for the optimiser, to update the weights"])
        #expect(grade.encoder == nil)
    }

    @Test func rolesThatAreSwappedAreCorrected() throws {
        let grade = try #require(graders["ch1-24"]).grade("the loss is for humans, the metric is used by SGD")
        #expect(grade.verdict == .wrong)
        #expect(!grade.corrections.isEmpty)
    }

    @Test(arguments: ["", "  \n", "idk", "?", "I don't know", "n/a"]) func nothingIsNoAnswer(text: String) throws {
        for grader in graders.values { #expect(grader.grade(text).verdict == .wrong) }
    }

    @Test func theSameAnswerGetsTheSameVerdict() throws {
        for item in try Material.cases().prefix(60) {
            let question = try #require(shelf.question(item.question))
            #expect(Grader(question).grade(item.answer) == Grader(question).grade(item.answer))
        }
    }

    @Test func noTextTrapsIt() throws {
        let odd = [
            "\u{0}", "…", "👩‍🔬🧪", "a'b'c'", "''''", "----->", "{{{", "digraph {", "1.2.3.4,5", "w/", "b/",
            String(repeating: "not ", count: 80), "\u{2019}t", "\r\n\r\n", "<=<=<-",
        ]
        for grader in shelf.questions.prefix(30).compactMap({ graders[$0.id] }) {
            for text in odd { _ = grader.grade(text) }
        }
    }
}
