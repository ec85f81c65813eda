/// A cell with blanks for the learner to fill in.
///
/// In the file it stands solved, so that the lesson runs under Python too. Lines that begin with `#|` say what is asked:
///
///     # %% Your turn id="square" tags=["exercise"]
///     #| blank: d ** 2
///     #| hint: Multiply the difference by itself.
///     #| wrong: d => signs still cancel
///     def loss(d):
///         return d ** 2
///
/// The code cell behind it, with the tag `check`, judges: its failed assertions are what the learner reads.
public struct Exercise: Sendable, Equatable {
    /// What stands for a blank.
    public static let blank = "___"

    /// A wrong answer that is expected, and part of what the check says to it.
    public struct Mistake: Sendable, Equatable {
        /// One text for each blank.
        public var fillings: [String]
        public var feedback: String
    }

    /// The code with blanks.
    public let task: String
    /// The code as it stands solved.
    public let solution: String
    /// What the blanks hide, in their order.
    public let blanks: [String]
    /// From a nudge to nearly the answer.
    public let hints: [String]
    public let mistakes: [Mistake]
    /// What is wrong with the way the exercise is written.
    let faults: [String]
    /// The code that judges; nil where there is none.
    public internal(set) var check: String?

    init(_ source: String) {
        var (code, blanks, hints, mistakes, faults) = ([Substring](), [String](), [String](), [Mistake](), [String]())
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("#|") else {
                code.append(line)
                continue
            }
            let (name, value) = Self.directive(line)
            switch name {
            case "blank" where !value.isEmpty: blanks.append(value)
            case "hint" where !value.isEmpty: hints.append(value)
            case "wrong":
                let parts = value.split(separator: " => ", maxSplits: 1).map(String.init)
                if parts.count == 2 {
                    let fillings = parts[0].split(separator: " ;; ").map(String.init)
                    mistakes.append(Mistake(fillings: fillings, feedback: parts[1]))
                } else {
                    faults.append("'\(line)' is to be '#| wrong: ANSWER => WORDS OF THE FEEDBACK'")
                }
            default: faults.append("'\(line)' is none of '#| blank: …', '#| hint: …', '#| wrong: … => …'")
            }
        }
        let solution = code.joined(separator: "\n")
        (self.solution, self.blanks, self.hints, self.mistakes) = (solution, blanks, hints, mistakes)
        task = Self.replace(blanks, in: solution, by: blanks.map { _ in Self.blank }) ?? solution
        if blanks.isEmpty { faults.append("there is no '#| blank: …'") }
        if hints.isEmpty { faults.append("there is no '#| hint: …'") }
        if mistakes.isEmpty { faults.append("there is no '#| wrong: … => …'") }
        if Self.replace(blanks, in: solution, by: blanks) == nil {
            faults.append("the blanks do not all stand in the code, in their order")
        }
        for mistake in mistakes where mistake.fillings.count != blanks.count {
            faults.append(
                "'\(mistake.fillings.joined(separator: " ;; "))' does not fill \(blanks.count) blanks (between ' ;; ')")
        }
        self.faults = faults
    }

    /// The code with these texts in its blanks.
    public func filled(with texts: [String]) -> String { Self.replace(blanks, in: solution, by: texts) ?? solution }

    /// Whether a text may be this cell, filled in: each line with a blank is there around it.
    func resembles(_ text: String) -> Bool {
        let given = text.split(separator: "\n")
        return task.split(separator: "\n").filter { $0.contains(Self.blank) }.contains { line in
            let parts = line.split(separator: Self.blank, omittingEmptySubsequences: false)
            return given.contains { $0.hasPrefix(parts[0]) && $0.hasSuffix(parts[parts.count - 1]) }
        }
    }

    private static func directive(_ line: Substring) -> (name: String, value: String) {
        let text = line.dropFirst(2)
        guard let colon = text.firstIndex(of: ":") else { return (String(text), "") }
        func trimmed(_ text: Substring) -> String {
            String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        return (trimmed(text[..<colon]), trimmed(text[text.index(after: colon)...]))
    }

    /// Each text in its turn, behind the one before; nil where one is missing.
    private static func replace(_ texts: [String], in code: String, by others: [String]) -> String? {
        var (result, rest) = ("", Substring(code))
        for (text, other) in zip(texts, others) {
            guard let range = rest.firstRange(of: text) else { return nil }
            result += rest[..<range.lowerBound] + other
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}
