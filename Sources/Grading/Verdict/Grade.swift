/// What a grader makes of an answer, and why.
public struct Grade: Sendable, Equatable {
    public enum Verdict: String, Codable, Sendable, CaseIterable { case right, partly, wrong, unsure }

    /// A need that was met, with the learner's own words.
    public struct Evidence: Codable, Sendable, Equatable {
        public var say: String
        public var quote: String
        public init(say: String, quote: String) {
            self.say = say
            self.quote = quote
        }
    }

    public var verdict: Verdict
    /// From 0 to 1.
    public var score: Double
    public var matched: [Evidence]
    /// Needs that were not met.
    public var missing: [String]
    /// What was said that is not so, each with the correction.
    public var corrections: [String]
    /// What stood in the way of a verdict, or is to be asked next.
    public var note: String?
    /// The sentence encoder that had a say; nil for none.
    public var encoder: String?

    public init(
        _ verdict: Verdict, score: Double, matched: [Evidence] = [], missing: [String] = [], corrections: [String] = [],
        note: String? = nil, encoder: String? = nil
    ) {
        self.verdict = verdict
        self.score = score
        self.matched = matched
        self.missing = missing
        self.corrections = corrections
        self.note = note
        self.encoder = encoder
    }
}
