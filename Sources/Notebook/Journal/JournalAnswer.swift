/// An answer to a question of a quiz, with what was made of it.
public struct JournalAnswer: Codable, Sendable, Equatable {
    /// A remark on an answer, as it stands in a report.
    public struct Note: Codable, Sendable, Equatable {
        public enum Kind: String, Codable, Sendable {
            /// What is worth knowing beside.
            case note = "NOTE"
            /// What was said and is not so.
            case correction = "CORRECTION"
            /// What is small.
            case nit = "NIT"
        }
        public var kind: Kind
        public var text: String

        public init(_ kind: Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }
    }

    /// The question's id, which never changes.
    public var id: String
    public var question: String
    public var answer: String
    /// right, partly, wrong or unsure.
    public var verdict: String
    /// The learner counts it as right; the note may be empty.
    public var overruled: String?
    public var notes: [Note]
    /// Seconds since 1970.
    public var time: Double

    public init(
        id: String, question: String, answer: String, verdict: String, overruled: String? = nil, notes: [Note] = [],
        time: Double
    ) {
        self.id = id
        self.question = question
        self.answer = answer
        self.verdict = verdict
        self.overruled = overruled
        self.notes = notes
        self.time = time
    }

    public var isRight: Bool { verdict == "right" || overruled != nil }
}
