import Foundation
import Grading
import Quizzes
import Testing

@Suite struct QuizSessionTests {
    private static let yaml = """
        lesson: 09_test
        questions:
          - id: one
            kind: name
            question: What do we call what training changes?
            explanation: Parameters.
            needs: [{say: parameters, any: [parameter]}]
            references: [parameters]
          - id: two
            kind: reason
            question: Why keep pictures back?
            explanation: To test on what was not seen.
            needs: [{say: to test on unseen pictures, any: ["test|check unseen|new"]}]
          - id: three
            kind: activity
            question: Run 1+1.
            explanation: It gives 2.
            activity: {ran: "1+1"}
            needs: [{say: it gives 2, any: ["2"]}]
        """

    private func quiz() throws -> QuizFile { try QuizFile.parse(Self.yaml, path: "test.quiz.yaml") }

    @Test func oneQuestionAtATimeAndWhatWasWrongComesAgain() throws {
        var session = QuizSession(
            try quiz().questions, progress: QuizProgress(), onlyDue: false, today: Day(number: 100))
        #expect(session.question?.id == "one")
        let grade1 = session.answer("gradients")
        #expect(grade1?.verdict == .wrong)
        session.next()
        let grade2 = session.answer("to check it on new pictures")
        #expect(grade2?.verdict == .right)
        session.next()
        session.next()
        #expect(session.question?.id == "one")
        let grade3 = session.answer("parameters")
        #expect(grade3?.verdict == .right)
        session.next()
        #expect(session.question == nil)
        #expect(session.tally == (2, 2))
    }

    @Test func backStopsAtTheFirst() throws {
        var session = QuizSession(try quiz().questions, progress: QuizProgress(), onlyDue: false, today: Day(number: 0))
        let before = session.back()
        #expect(!before)
        session.next()
        let after = session.back()
        #expect(after)
        #expect(session.question?.id == "one")
    }

    @Test func rightAnswersRestLongerEachTime() {
        var progress = QuizProgress()
        for (day, due) in [(0, 3), (3, 10), (10, 31), (31, 91), (91, 151)] {
            progress.keep("one", .right, said: "x", today: day)
            #expect(progress["one"]?.due == due)
        }
        progress.keep("one", .wrong, said: "y", today: 200)
        #expect(progress["one"]?.due == 201)
        #expect(progress["one"]?.box == 0)
    }

    @Test func onlyWhatIsDueIsAskedWrongFirst() throws {
        var progress = QuizProgress()
        progress.keep("one", .right, said: "x", today: 0)
        progress.keep("two", .wrong, said: "x", today: 0)
        progress.keep("three", .right, said: "x", today: 5)
        let session = QuizSession(try quiz().questions, progress: progress, onlyDue: true, today: Day(number: 5))
        #expect(session.count == 2)
        #expect(session.question?.id == "two")
    }

    @Test func overrulingCountsAsRightAndKeepsTheVerdict() throws {
        var session = QuizSession(try quiz().questions, progress: QuizProgress(), onlyDue: false, today: Day(number: 0))
        _ = session.answer("weights")
        session.overrule(note: "it says weights; in my book")
        #expect(session.progress["one"]?.isRight == true)
        #expect(session.progress["one"]?.verdict == .wrong)
        #expect(session.tally == (1, 1))
    }

    @Test func progressKeepsTheLinesOfLessons() {
        var progress = QuizProgress()
        progress.keep("one", .partly, said: "two lines;\n100 % \"mine\"", today: 19_000)
        progress.overrule("one", note: "so; there")
        let text = progress.merged(into: "# head\n02_bird: at train; ran look\nquiz old: right\n")
        #expect(
            text.hasPrefix("# head\n02_bird: at train; ran look\nquiz one: partly; tries 1; box 0; due 2022-01-09;"))
        #expect(!text.contains("quiz old"))
        #expect(QuizProgress(text) == progress)
    }

    @Test(arguments: [(0, "1970-01-01"), (19_000, "2022-01-08"), (11_016, "2000-02-29"), (20_782, "2026-11-25")])
    func daysHaveDates(number: Int, text: String) {
        #expect(Day(number: number).text == text)
        #expect(Day(text)?.number == number)
    }

    @Test func activitiesAreSeen() throws {
        var session = QuizSession(try quiz().questions, progress: QuizProgress(), onlyDue: false, today: Day(number: 0))
        session.next()
        session.next()
        let grade4 = session.answer("2", activity: ActivityFacts(ran: ["1 + 1"]))
        #expect(grade4?.verdict == .right)
        let unseen = session.answer("2", activity: ActivityFacts())
        #expect(unseen?.verdict == .right)
        #expect(unseen?.note?.contains("run a cell with 1+1") == true)
        let grade5 = session.answer("no", activity: ActivityFacts())
        #expect(grade5?.verdict == .wrong)
    }

    @Test func aTeachersQuestionsGoOverOurs() throws {
        let folder = NSTemporaryDirectory() + "/quiz-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in ["ours", "teacher"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        try Self.yaml.write(toFile: folder + "/ours/09_test.quiz.yaml", atomically: true, encoding: .utf8)
        let own = """
            lesson: 09_test
            questions:
              - {id: one, kind: name, question: Which bird?, explanation: A wren., needs: [{say: wren, any: [wren]}]}
              - {id: four, kind: name, question: Which tree?, explanation: An oak., needs: [{say: oak, any: [oak]}]}
            """
        try own.write(toFile: folder + "/teacher/mine.quiz.yaml", atomically: true, encoding: .utf8)
        let shelf = try QuizShelf(lessons: folder + "/ours", teacher: folder + "/teacher")
        #expect(shelf.questions.map(\.id) == ["one", "two", "three", "four"])
        #expect(shelf.question("one")?.question == "Which bird?")
    }

    @Test func errorsNameThePlace() {
        let bad = "lesson: x\nquestions:\n  - {id: one, kind: name, question: Q}\n"
        #expect { try QuizFile.parse(bad, path: "x.quiz.yaml") } throws: {
            "\($0)".contains("'explanation' is missing")
        }
        #expect(throws: QuizError.self) { try QuizFile.parse("lesson: [", path: "x.quiz.yaml") }
    }

    @Test func answersFilesAreReadAndGraded() throws {
        let file = try AnswerFile(
            "{\"id\": 7, \"answer\": \"parameters\"}\n\n{\"id\": \"b\", \"answer\": \"loss\"}\n", path: "a.jsonl")
        #expect(file.answers.map(\.id) == ["7", "b"])
        let grader = Grader(try quiz().questions[0])
        let lines = file.answers.map { GradeLine(id: $0.id, grade: grader.grade($0.answer)).json }
        #expect(lines[0].contains("\"verdict\":\"right\"") && lines[0].contains("\"encoder\":null"))
        #expect(lines[1].contains("\"verdict\":\"wrong\""))
        #expect { try AnswerFile("{\"id\": 1}\n", path: "a.jsonl") } throws: { "\($0)".contains("line 1") }
    }
}
