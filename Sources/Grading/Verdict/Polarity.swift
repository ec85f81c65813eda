/// The yes or no in an answer.
enum Polarity {
    private static let yes: Set<String> = [
        "yes", "true", "definitely", "absolutely", "certainly", "sure", "correct", "always", "y",
    ]
    private static let no: Set<String> = ["no", "false", "never", "wrong", "incorrect"]

    /// nil where neither is said.
    static func of(_ words: [Word]) -> Question.Answer? {
        guard let first = words.first else { return nil }
        if first.text == "not" || first.text == "of" && words.prefix(3).contains(where: { $0.text == "not" }) {
            return .no
        }
        if ["definitely", "absolutely", "certainly"].contains(first.text), words.count > 1,
            ["not", "no"].contains(words[1].text)
        {
            return .no
        }
        if no.contains(first.text) { return words.prefix(3).contains { $0.text == "yes" } ? nil : .no }
        if yes.contains(first.text) { return words.prefix(4).contains { $0.text == "no" } ? nil : .yes }
        // "it is not always so", "you do not have to"
        let head = words.prefix { $0.sentence == first.sentence }.prefix(10)
        for (word, next) in zip(head, head.dropFirst()) where word.text == "not" {
            if ["always", "necessarily", "have", "need", "must", "only", "necessary", "required"].contains(next.text) {
                return .no
            }
        }
        return nil
    }
}
