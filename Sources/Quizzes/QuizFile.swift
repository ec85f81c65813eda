import Foundation
public import Grading
import Yams

/// A quiz as it is written: `NN_name.quiz.yaml` beside the lesson `NN_name.py`.
public struct QuizFile: Codable, Sendable, Equatable {
    /// The lesson it belongs to, by its file's name without ending.
    public var lesson: String
    public var title: String?
    public var questions: [Question]

    /// - Throws: ``QuizError`` that names the file and what is wrong in it.
    public static func read(_ path: String) throws(QuizError) -> QuizFile {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw QuizError(path: path, reason: "the file cannot be read")
        }
        return try parse(text, path: path)
    }

    public static func parse(_ text: String, path: String) throws(QuizError) -> QuizFile {
        do {
            return try YAMLDecoder().decode(QuizFile.self, from: text)
        } catch let error as DecodingError {
            throw QuizError(path: path, reason: QuizError.explain(error))
        } catch {
            throw QuizError(path: path, reason: "\(error)")
        }
    }
}

/// Why a quiz cannot be used.
public struct QuizError: Error, CustomStringConvertible, Sendable {
    public let path: String
    public let reason: String

    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    public var description: String { "\(path): \(reason)" }

    /// Where in the file a field is missing or of the wrong kind.
    static func explain(_ error: DecodingError) -> String {
        func place(_ context: DecodingError.Context) -> String {
            context.codingPath.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }.joined(separator: " ")
        }
        switch error {
        case .keyNotFound(let key, let context): return "\(place(context)): '\(key.stringValue)' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            return "\(place(context)): \(context.underlyingError.map { "\($0)" } ?? context.debugDescription)"
        @unknown default: return "\(error)"
        }
    }
}
