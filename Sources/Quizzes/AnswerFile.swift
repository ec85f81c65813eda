import Foundation
public import Grading

/// Answers to grade, one `{"id": …, "answer": …}` a line.
public struct AnswerFile: Sendable {
    public struct Answer: Codable, Sendable, Equatable {
        public var id: String
        public var answer: String
    }

    public var answers: [Answer]

    /// - Throws: ``QuizError`` with the line that is no answer.
    public init(_ text: String, path: String) throws(QuizError) {
        answers = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy(\.isWhitespace) { continue }
            guard let data = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let answer = data["answer"] as? String
            else {
                throw QuizError(path: path, reason: "line \(number + 1) is no {\"id\": …, \"answer\": …}")
            }
            // An id may be a number.
            let id = data["id"].map { "\($0)" } ?? "\(number + 1)"
            answers.append(Answer(id: id, answer: answer))
        }
    }
}

/// A question with right answers, for grading without a rubric: `{"question": …, "references": ["…"]}`.
public struct ReferenceFile: Codable, Sendable, Equatable {
    public var question: String
    public var references: [String]

    public static func parse(_ text: String, path: String) throws(QuizError) -> ReferenceFile {
        do {
            let file = try JSONDecoder().decode(ReferenceFile.self, from: Data(text.utf8))
            guard file.references.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
                throw QuizError(path: path, reason: "there are no references")
            }
            return file
        } catch let error as QuizError {
            throw error
        } catch let error as DecodingError {
            throw QuizError(path: path, reason: QuizError.explain(error))
        } catch {
            throw QuizError(path: path, reason: "\(error)")
        }
    }
}

/// One line of what `nuthatch grade` writes.
public struct GradeLine: Encodable, Sendable {
    private let id: String
    private let grade: Grade

    public init(id: String, grade: Grade) {
        self.id = id
        self.grade = grade
    }

    enum Key: String, CodingKey { case id, verdict, score, matched, missing, corrections, note, encoder }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(grade.verdict, forKey: .verdict)
        try fields.encode((grade.score * 1000).rounded() / 1000, forKey: .score)
        try fields.encode(grade.matched, forKey: .matched)
        try fields.encode(grade.missing, forKey: .missing)
        try fields.encode(grade.corrections, forKey: .corrections)
        try fields.encodeIfPresent(grade.note, forKey: .note)
        // Named even where there is none, so that a reader sees which configuration judged.
        try fields.encode(grade.encoder, forKey: .encoder)
    }

    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
