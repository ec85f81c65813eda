/// A question of a quiz, with all that is needed to grade an answer to it and to teach from it.
///
/// Written as data beside a lesson; `docs/quiz-format.md` explains the fields.
public struct Question: Codable, Sendable, Equatable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case truth = "true-false"
        case list, name, number
        case yesNo = "yes-no"
        case contrast, definition, reason, drawing, activity, open

        /// Whether the order of an answer's words says nothing.
        public var isUnordered: Bool {
            switch self {
            case .truth, .list, .name, .number, .drawing, .activity: true
            case .yesNo, .contrast, .definition, .reason, .open: false
            }
        }
    }

    /// Never changes, for progress is kept under it.
    public var id: String
    public var kind: Kind
    public var question: String
    public var hint: String?
    /// Shown after an answer: the right one, and why.
    public var explanation: String
    /// Where it is taught.
    public var taught: Place?

    /// What a right answer says.
    public var needs: [Concept]?
    /// How many of the needs make an answer right; all of them where it is nil.
    public var enough: Int?
    /// What a contrast is between, in the question's order.
    public var subjects: [Subject]?
    /// For `yes-no`: the right word.
    public var answer: Answer?
    /// For `true-false`: what is to be judged, in the question's order.
    public var statements: [Statement]?
    /// For `drawing`: the picture.
    public var drawing: Drawing?
    /// For `activity`: what the program sees when it was done.
    public var activity: Activity?
    /// Common wrong answers, each with what to say to them.
    public var wrong: [WrongAnswer]?
    /// Right answers in full.
    public var references: [String]?

    public struct Place: Codable, Sendable, Equatable {
        public var lesson: String
        public var cell: String
        public init(lesson: String, cell: String) {
            self.lesson = lesson
            self.cell = cell
        }
    }

    public enum Answer: String, Codable, Sendable { case yes, no }

    public struct Concept: Codable, Sendable, Equatable {
        /// In words, for feedback: "the training data is learned by heart".
        public var say: String
        /// Patterns; one is enough.
        public var any: [String]
        /// The subject of a contrast it must be said of.
        public var of: String?
        /// Not needed, but held against an answer that denies it.
        public var extra: Bool?
    }

    public struct Subject: Codable, Sendable, Equatable {
        public var name: String
        public var any: [String]
    }

    public struct Statement: Codable, Sendable, Equatable {
        public var say: String
        public var any: [String]
        public var holds: Bool
    }

    public struct WrongAnswer: Codable, Sendable, Equatable {
        public var any: [String]
        /// Only counts when it is said of this subject.
        public var of: String?
        public var say: String
        /// Only counts when no need is met.
        public var mild: Bool?
    }

    public struct Drawing: Codable, Sendable, Equatable {
        /// Other names of the boxes, by name.
        public var boxes: [String: [String]]
        /// `from -> to`.
        public var arrows: [String]
        /// Arrows that may be missing.
        public var optional: [String]?
    }

    public struct Activity: Codable, Sendable, Equatable {
        /// A cell that ran, with white space left out, such as `1+1`.
        public var ran: String?
        /// A lesson whose cells all ran.
        public var lesson: String?
        /// At least so many guesses were made.
        public var guesses: Int?
    }
}
