/// True or false, several at once: `F F T F`, `maths no, data yes`, `none of them`, `you need no PhD`.
extension Grader {
    private static let trueWords: Set<String> = [
        "true", "t", "yes", "y", "correct", "right", "needed", "necessary", "required",
    ]
    private static let falseWords: Set<String> = [
        "false", "f", "no", "wrong", "incorrect", "unnecessary", "optional", "myth", "myths", "untrue", "unneeded",
        "nope", "lies",
    ]

    func gradeTruth(_ answer: Answer) -> Grade {
        let items = question.statements ?? []
        let given = judgements(answer, count: items.count)
        var grade = Grade(.wrong, score: 0)
        for (item, judgement) in zip(items, given) {
            guard let (holds, quote) = judgement else {
                grade.missing.append(item.say)
                continue
            }
            if holds == item.holds {
                grade.matched.append(.init(say: "\(item.say): \(holds ? "true" : "false")", quote: quote))
            } else {
                grade.corrections.append("\(item.say): that is \(item.holds ? "true" : "false").")
            }
        }
        grade.score = Double(grade.matched.count) / Double(max(1, items.count))
        grade.verdict = grade.matched.count == items.count ? .right : grade.score >= 0.4 ? .partly : .wrong
        if grade.matched.isEmpty, grade.corrections.isEmpty {
            (grade.verdict, grade.note) = (.unsure, "Say true or false to each of them.")
        }
        return grade
    }

    /// What is said of each statement, with the words that say it.
    private func judgements(_ answer: Answer, count: Int) -> [(Bool, String)?] {
        let words = answer.words
        var mentions: [(index: Int, item: Int)] = []
        for (item, patterns) in statements.enumerated() {
            mentions += Set(patterns.flatMap { $0.matches(words) }.compactMap(\.words.first)).map { ($0, item) }
        }
        mentions.sort { $0.index < $1.index }
        // What is copied from the question, "true or false" above all, judges nothing.
        mentions.removeAll { answer.copied.contains($0.index) }
        let verdicts = words.indices.compactMap { index -> (index: Int, holds: Bool)? in
            if answer.copied.contains(index) || isChoice(words, index) { return nil }
            return verdict(words, index).map { (index: index, holds: $0) }
        }
        if mentions.isEmpty || verdicts.count >= count && Set(mentions.map(\.item)).count < 2 {
            if verdicts.count >= count { return verdicts.prefix(count).map { ($0.holds, words[$0.index].text) } }
            if let all = all(words, verdicts) { return Array(repeating: (all, answer.text), count: count) }
            return Array(repeating: nil, count: count)
        }
        var result = [(Bool, String)?](repeating: nil, count: count)
        let isVerdictFirst = (verdicts.first?.index ?? .max) < (mentions.first?.index ?? 0)
        for (place, mention) in mentions.enumerated() where result[mention.item] == nil {
            let before = place > 0 ? mentions[place - 1].index : -1
            let after = place + 1 < mentions.count ? mentions[place + 1].index : words.count
            let own = { (range: Range<Int>) in verdicts.first { range.contains($0.index) } }
            let near =
                isVerdictFirst
                ? verdicts.last { $0.index < mention.index && $0.index > before } ?? own(mention.index + 1..<after)
                : own(mention.index + 1..<after) ?? verdicts.last { $0.index < mention.index && $0.index > before }
            if words[mention.index].isDenied {
                result[mention.item] = (false, answer.quote([max(0, mention.index - 1), mention.index]))
            } else if let near {
                result[mention.item] = (near.holds, answer.quote([mention.index, near.index]))
            } else if let shared = isVerdictFirst
                ? verdicts.last(where: { $0.index < mention.index })
                : verdicts.first(where: { $0.index > mention.index })
            {
                result[mention.item] = (shared.holds, answer.quote([mention.index, shared.index]))
            } else if let claim = words.first(where: { ["need", "must"].contains($0.stem) || $0.text == "have" }) {
                result[mention.item] = (!claim.isDenied, answer.quote([mention.index]))
            }
        }
        // "None of them: no maths, …" and "all false except data".
        if let all = all(words, verdicts) {
            for item in result.indices where result[item] == nil { result[item] = (all, answer.text) }
        }
        return result
    }

    /// One side of `true or false`.
    private func isChoice(_ words: [Word], _ index: Int) -> Bool {
        let near = words[max(0, index - 2)..<min(words.count, index + 3)].map(\.text)
        return near.contains("or") && near.contains("true") && near.contains("false")
    }

    private func verdict(_ words: [Word], _ index: Int) -> Bool? {
        let text = words[index].text
        let isDenied = words[index].isDenied
        if Self.falseWords.contains(text) { return isDenied && text != "no" }
        if Self.trueWords.contains(text) { return !isDenied }
        return nil
    }

    /// What is said of all of them.
    private func all(_ words: [Word], _ verdicts: [(index: Int, holds: Bool)]) -> Bool? {
        let texts = words.map(\.text)
        if let place = texts.firstIndex(where: { ["none", "nothing", "neither"].contains($0) }) {
            // "None of these is false" says the opposite.
            let following = verdicts.first { $0.index > place }
            return following.map { words[$0.index].text == "false" || words[$0.index].text == "f" } ?? false
        }
        if let place = texts.firstIndex(where: { ["all", "everything", "every", "each", "any", "both"].contains($0) }) {
            if let near = verdicts.min(by: { abs($0.index - place) < abs($1.index - place) }) { return near.holds }
            return !words[place].isDenied
        }
        return verdicts.count == 1 && words.count <= 4 ? verdicts[0].holds : nil
    }
}
