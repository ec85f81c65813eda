/// Marks the words that an answer denies.
///
/// A negation reaches from its word to the end of its clause: to a full stop, to `but`, `because` and their like, or to a
/// comma behind which something new is said. `It is not true that …` reaches to the end of the answer.
enum Negation {
    private static let deniers: Set<String> = [
        "not", "no", "never", "neither", "nor", "none", "without", "nothing", "nobody",
        "noone", "hardly", "rarely",
    ]
    private static let weakDeniers: Set<String> = [
        "fail", "fails", "failed", "failing", "unable", "impossible", "lack", "lacks", "lacking", "unlike", "ignore",
        "ignores", "ignoring", "avoid", "avoids", "prevents", "prevent", "untrue", "incapable",
    ]
    private static let enders: Set<String> = [
        "but", "however", "whereas", "while", "although", "though", "because", "since", "so", "therefore", "hence",
        "instead", "unless", "yet", "otherwise", "rather", "until", "if", "whether",
    ]
    private static let untrue: Set<String> = ["true", "correct", "right", "case"]
    private static let falsehood: Set<String> = ["false", "wrong", "untrue", "incorrect", "lie", "myth"]

    /// - Parameter isReply: whether a `no` at the beginning answers the question and denies nothing that follows.
    static func mark(_ words: inout [Word], isReply: Bool) {
        if !isReply, deniesEverything(words) {
            for index in words.indices { (words[index].isDenied, words[index].denier) = (true, 0) }
            return
        }
        for index in words.indices {
            guard let start = scopeStart(words, index, isReply: isReply) else { continue }
            for place in start..<max(start, end(words, start, of: index)) {
                // "neither … nor …" denies both.
                if words[index].text == "nor" { words[place].isDenied = true } else { words[place].isDenied.toggle() }
                words[place].denier = index
            }
        }
    }

    /// Whether the answer as a whole says that something is not so.
    static func deniesEverything(_ words: [Word]) -> Bool { deniesAll(words) || opensDenial(words) }

    /// A `not` at the very beginning, before a whole statement, denies all of it.
    private static func opensDenial(_ words: [Word]) -> Bool {
        guard words.count > 4, words[0].text == "not", words[0].mark == nil, words[1].text != "at" else { return false }
        switch words[1].wordClass {
        case .the, .a, .it, .subjectPronoun, .demonstrative, .possessive, .to, .noun, .plural, .preposition: break
        default: return false
        }
        if [.it, .subjectPronoun].contains(words[1].wordClass) { return true }
        return words.contains { [.is, .verbS, .modal, .have, .do, .ed, .verb].contains($0.wordClass) }
    }

    /// `It is not true that …`, `this is false`.
    private static func deniesAll(_ words: [Word]) -> Bool {
        let head = words.prefix(8).map(\.text)
        let subject = ["it", "that", "this", "its"].contains(head.first ?? "") || head.first == "not"
        if subject, let that = head.firstIndex(of: "that"), that > 0 || head.count > 1 {
            let place = head.lastIndex(of: "that") ?? that
            let before = head[..<place]
            if before.contains("not") || before.contains("isnt"), before.contains(where: untrue.contains) {
                return true
            }
            if !before.contains("not"), before.contains(where: falsehood.contains) { return true }
        }
        if let first = head.first, falsehood.contains(first), head.count > 2, head[1] == "that" { return true }
        // At the end: "… , which is not true."
        let tail = words.suffix(4).map(\.text)
        guard words.count > 6, tail.count == 4, let last = tail.last else { return false }
        let pointsBack =
            ["that", "this", "which", "it"].contains(tail[0]) || ["that", "this", "which", "it"].contains(tail[1])
        if pointsBack, tail.contains("not"), untrue.contains(last) { return true }
        return pointsBack && !tail.contains("not") && falsehood.contains(last) && tail[2] == "is"
    }

    /// Where the scope of the negation at `index` begins; nil where there is none.
    private static func scopeStart(_ words: [Word], _ index: Int, isReply: Bool) -> Int? {
        let text = words[index].text
        let next = index + 1 < words.count ? words[index + 1].text : ""
        let before = index > 0 ? words[index - 1].text : ""
        if deniers.contains(text) {
            if text == "no" {
                let startsSentence = index == 0 || words[index - 1].sentence != words[index].sentence
                if startsSentence, isReply || words[index].mark != nil || !startsNoun(words, index + 1) { return nil }
                if next == "matter" { return nil }
            }
            if text == "not" {
                if ["only", "just", "merely", "simply", "sure"].contains(next) { return nil }
                if before == "or" || before == "if" || before == "why" || before == "whether" { return nil }
                // Cannot but, not until: rare, and left as they are.
            }
            if words[index].mark != nil, text == "not" || text == "none" { return nil }
            return index + 1
        }
        if weakDeniers.contains(text) { return index + 1 }
        if ["instead", "rather", "other"].contains(text), ["of", "than"].contains(next) { return index + 2 }
        if ["hard", "difficult", "tough", "difficulty"].contains(words[index].text), next == "to" || next == "for" {
            return index + 1
        }
        return nil
    }

    /// `no rules` denies the rules; in `no it is …`, `no` is a reply.
    private static func startsNoun(_ words: [Word], _ index: Int) -> Bool {
        guard index < words.count else { return false }
        switch words[index].wordClass {
        case .subjectPronoun, .it, .the, .a, .demonstrative, .possessive, .because, .there, .modal, .is, .that, .wh:
            return false
        default: return true
        }
    }

    private static func end(_ words: [Word], _ start: Int, of negator: Int) -> Int {
        var place = start
        while place < words.count {
            if place > start || words[negator].mark != nil {
                let previous = words[place - 1]
                if previous.sentence != words[place].sentence, place > start || previous.mark != nil { return place }
                if let mark = previous.mark, endsClause(words, place, mark) { return place }
                if words[place].wordClass == .and, place + 1 < words.count, startsClause(words, place + 1) {
                    return place
                }
            }
            if enders.contains(words[place].text), place > start { return place }
            place += 1
        }
        return place
    }

    /// Whether a mark before `place` ends the clause: a comma in a list does not.
    private static func endsClause(_ words: [Word], _ place: Int, _ mark: Character) -> Bool {
        guard mark == "," else { return mark != "(" }
        var index = place
        while index < words.count, words[index].sentence == words[place].sentence {
            switch words[index].wordClass {
            case .is, .verb, .verbS, .ed, .ing, .modal, .do, .have, .wh, .that, .by: return true
            default: break
            }
            if words[index].mark != nil { break }
            index += 1
        }
        return false
    }

    /// `and it works`: a subject and a verb of its own.
    private static func startsClause(_ words: [Word], _ place: Int) -> Bool {
        switch words[place].wordClass {
        case .subjectPronoun, .it, .demonstrative, .there: break
        // "and check the model"
        case .verb where place + 1 < words.count:
            return [.the, .possessive, .it, .objectPronoun].contains(words[place + 1].wordClass)
        default: return false
        }
        return place + 1 < words.count
            && [.is, .verb, .verbS, .modal, .do, .have, .ed].contains(words[place + 1].wordClass)
    }
}
