import Foundation
public import Grading

/// All quizzes of a folder of lessons, with a teacher's own over them.
///
/// A teacher's folder holds `*.quiz.yaml` files, too. A question there takes the place of ours with the same id; others are
/// added behind the lesson's.
public struct QuizShelf: Sendable {
    public private(set) var quizzes: [QuizFile] = []

    public init(_ quizzes: [QuizFile]) {
        self.quizzes = quizzes
    }

    /// Reads `*.quiz.yaml` from the lessons' folder, then from a teacher's.
    public init(lessons folder: String, teacher: String? = nil) throws(QuizError) {
        for path in Self.files(folder) { quizzes.append(try QuizFile.read(path)) }
        guard let teacher else { return }
        for path in Self.files(teacher) { add(try QuizFile.read(path)) }
    }

    /// The teacher's folder: `NUTHATCH_QUIZZES`, else `quizzes` in the state folder where there is one.
    public static func teacherFolder(_ environment: [String: String], stateFolder: String) -> String? {
        if let folder = environment["NUTHATCH_QUIZZES"], !folder.isEmpty { return folder }
        let folder = stateFolder + "/quizzes"
        return FileManager.default.fileExists(atPath: folder) ? folder : nil
    }

    private static func files(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.hasSuffix(".quiz.yaml") }.sorted().map { folder + "/" + $0 }
    }

    /// Puts a teacher's questions over ours.
    mutating func add(_ file: QuizFile) {
        for question in file.questions {
            if let (quiz, place) = place(question.id) {
                quizzes[quiz].questions[place] = question
            } else if let quiz = quizzes.firstIndex(where: { $0.lesson == file.lesson }) {
                quizzes[quiz].questions.append(question)
            } else {
                quizzes.append(QuizFile(lesson: file.lesson, title: file.title, questions: [question]))
            }
        }
    }

    private func place(_ id: String) -> (quiz: Int, question: Int)? {
        for (index, quiz) in quizzes.enumerated() {
            if let question = quiz.questions.firstIndex(where: { $0.id == id }) { return (index, question) }
        }
        return nil
    }

    public var questions: [Question] { quizzes.flatMap(\.questions) }

    public func question(_ id: String) -> Question? { questions.first { $0.id == id } }

    /// The quiz of a lesson, by its name or its number.
    public func quiz(_ word: String) -> QuizFile? {
        quizzes.first { $0.lesson == word }
            ?? Int(word).flatMap { number in quizzes.first { Int($0.lesson.prefix { $0.isNumber }) == number } }
    }
}
