/// Grades answers to one question by its rubric: needed concepts, denials, roles and common wrong answers.
///
/// Deterministic, without network and without a model. Make it once for a question and use it for many answers.
public struct Grader: Sendable {
    public let question: Question
    var vocabulary = Vocabulary()
    var concepts: [CompiledConcept] = []
    private var mistakes: [CompiledMistake] = []
    var subjects: [[Pattern]] = []
    var statements: [[Pattern]] = []
    var drawing: DrawingGrader?
    private(set) var asked: [Word] = []
    /// Words that stand in a row in patterns and references, by their numbers.
    private var known: Set<Pair> = []
    private var references: ReferenceGrader?
    /// Words that the references deny, by their numbers.
    private var denied: Set<Int> = []

    struct Pair: Hashable {
        var left: Int
        var right: Int
    }

    struct CompiledConcept: Sendable {
        var say: String
        var patterns: [Pattern]
        /// Index of the subject it must be said of.
        var subject: Int?
        var isExtra: Bool
    }

    private struct CompiledMistake: Sendable {
        var patterns: [Pattern]
        var subject: Int?
        var say: String
        var isMild: Bool
    }

    /// - Parameter leavingOut: the index of a reference that is not to be known, for measuring.
    public init(_ question: Question, leavingOut: Int? = nil) {
        self.question = question
        let names = question.subjects?.map(\.name) ?? []
        func compile(_ texts: [String], _ vocabulary: inout Vocabulary) -> [Pattern] {
            texts.map { Pattern($0, &vocabulary) }
        }
        subjects = question.subjects?.map { compile($0.any, &vocabulary) } ?? []
        concepts = (question.needs ?? []).map { need in
            CompiledConcept(
                say: need.say, patterns: compile(need.any, &vocabulary),
                subject: need.of.flatMap { names.firstIndex(of: $0) }, isExtra: need.extra ?? false)
        }
        mistakes = (question.wrong ?? []).map { wrong in
            CompiledMistake(
                patterns: compile(wrong.any, &vocabulary), subject: wrong.of.flatMap { names.firstIndex(of: $0) },
                say: wrong.say, isMild: wrong.mild ?? false)
        }
        statements = question.statements?.map { compile($0.any, &vocabulary) } ?? []
        asked = Tokenizer.words(question.question)
        var kept = question.references ?? []
        if let leavingOut, kept.indices.contains(leavingOut) { kept.remove(at: leavingOut) }
        // How the subject is spoken of: neighbours that stand so here may stand so in an answer.
        for text in kept + [question.explanation] + (question.needs ?? []).map(\.say) {
            var words = Tokenizer.words(text)
            for index in words.indices { words[index].id = vocabulary.add(words[index]) }
            Negation.mark(&words, isReply: question.kind == .yesNo)
            denied.formUnion(words.filter { $0.isDenied && $0.wordClass.isContent }.map(\.id))
            for (left, right) in zip(words, words.dropFirst()) where left.run == right.run {
                known.insert(Pair(left: left.id, right: right.id))
            }
        }
        for pattern in concepts.flatMap(\.patterns) + subjects.flatMap({ $0 }) {
            for alternative in pattern.elements.flatMap(\.alternatives) {
                for (left, right) in zip(alternative, alternative.dropFirst()) {
                    known.insert(Pair(left: left, right: right))
                }
            }
        }
        drawing = question.drawing.map { DrawingGrader($0) }
        if !kept.isEmpty { references = ReferenceGrader(question: question.question, references: kept) }
    }

    /// Grades an answer of one or many lines.
    public func grade(_ text: String) -> Grade {
        let answer = Answer(text, vocabulary, question: asked, isReply: question.kind == .yesNo)
        guard !answer.isBlank else {
            return Grade(.wrong, score: 0, missing: needed.map(\.say), note: "Nothing was answered.")
        }
        if Negation.deniesEverything(answer.words), question.kind != .truth, question.kind != .yesNo {
            return Grade(
                .wrong, score: 0, missing: needed.map(\.say),
                note: "You say that something is not so; say what is so instead.")
        }
        switch question.kind {
        case .truth: return gradeTruth(answer)
        case .activity: return gradeActivity(answer)
        case .drawing: if let grade = drawing?.grade(text) { return grade }
        default: break
        }
        if repeatsQuestion(answer) {
            return Grade(
                .wrong, score: 0, missing: needed.map(\.say),
                note: "That is the question in other words; what is your answer?")
        }
        return judge(answer)
    }

    var needed: [CompiledConcept] { concepts.filter { !$0.isExtra } }

    // MARK: Concepts

    private enum State { case met, contradicted, missing }

    private func judge(_ answer: Answer) -> Grade {
        let roles = subjects.isEmpty ? nil : Roles(answer.words, subjects: subjects)
        var matched: [Grade.Evidence] = []
        var missing: [String] = []
        var contradicted: [String] = []
        var besides: [Grade.Evidence] = []
        var used: [Int] = []
        for concept in concepts {
            switch state(concept, answer, roles) {
            case (.met, let words):
                let evidence = Grade.Evidence(say: concept.say, quote: answer.quote(words))
                if concept.isExtra { besides.append(evidence) } else { matched.append(evidence) }
                used += words
            case (.contradicted, let words):
                contradicted.append("You wrote “\(answer.quote(words))”, but: \(concept.say).")
                if !concept.isExtra { missing.append(concept.say) }
            case (.missing, _): if !concept.isExtra { missing.append(concept.say) }
            }
        }
        let enough = question.enough ?? needed.count
        var corrections = contradicted
        let polarity = question.answer.flatMap { _ in Polarity.of(answer.words) }
        let isReversed = polarity != nil && polarity != question.answer
        if isReversed, let right = question.answer { corrections.append("The answer is \(right.rawValue).") }
        let (mistaken, grave) = mistakes(answer, roles, isAnswered: matched.count >= enough)
        corrections += mistaken
        var score = min(1, Double(matched.count) / Double(max(1, enough)))
        if matched.isEmpty, polarity == question.answer && polarity != nil || !besides.isEmpty, mistaken.isEmpty {
            score = 0.3
        }
        var grade = Grade(.wrong, score: score, matched: matched + besides, missing: missing, corrections: corrections)
        if isReversed || matched.isEmpty && !mistaken.isEmpty {
            grade.score = 0
        } else if grave > 0 || !contradicted.isEmpty {
            grade.score =
                matched.count >= enough && grave == 0 || matched.count > grave + contradicted.count
                ? min(score, 0.5) : 0
            grade.verdict = grade.score > 0 ? .partly : .wrong
        } else if matched.count >= enough {
            grade.verdict = .right
            grade.missing = question.enough == nil ? missing : []
        } else if score >= (question.kind == .list ? 0.25 : 0.01) {
            grade.verdict = .partly
        } else {
            grade.score = 0
        }
        return weigh(grade, answer, used: used)
    }

    /// Whether a concept is said, denied or not there, and the words that tell.
    private func state(_ concept: CompiledConcept, _ answer: Answer, _ roles: Roles?) -> (State, [Int]) {
        var worst: (State, [Int]) = (.missing, [])
        for pattern in concept.patterns {
            for match in pattern.matches(answer.words) {
                // What is only repeated from the question was not said by the learner.
                if match.words.count(where: answer.copied.contains) * 2 > match.words.count { continue }
                let fits = match.isDenied == pattern.isDenied && !isNameDenied(match, answer)
                if let subject = concept.subject, let roles {
                    if roles.namesNone {
                        // Only a short answer may leave out whom it speaks of.
                        if fits, answer.words.count <= 12, isInOrder(subject, match, answer) {
                            return (.met, match.words)
                        }
                        continue
                    }
                    guard let holder = roles.subject(of: match.words) else { continue }
                    if holder.subject == subject {
                        if fits { return (.met, match.words) }
                        worst = (.contradicted, match.words)
                    } else if fits, holder.hold == .named, worst.1.isEmpty {
                        worst = (.contradicted, match.words)
                    }
                } else if fits {
                    return (.met, match.words)
                } else {
                    worst = (.contradicted, match.words)
                }
            }
        }
        return worst
    }

    /// A contrast whose subjects are not named, `for people vs for the optimiser`, is taken in the question's order.
    private func isInOrder(_ subject: Int, _ match: Pattern.Match, _ answer: Answer) -> Bool {
        let others = concepts.filter { $0.subject != nil && $0.subject != subject }
        guard let place = match.words.first else { return false }
        return others.allSatisfy { other in
            other.patterns.flatMap { $0.matches(answer.words) }.compactMap(\.words.first).allSatisfy { index in
                (other.subject ?? 0) < subject ? index < place : index > place
            }
        }
    }

    /// A name before `is not` is denied as much as one behind it.
    private func isNameDenied(_ match: Pattern.Match, _ answer: Answer) -> Bool {
        guard question.kind == .name || question.kind == .list || question.kind == .number, let last = match.words.last,
            !match.isDenied
        else { return false }
        let run = answer.words[last].run
        var index = last + 1
        while index + 1 < answer.words.count, answer.words[index].run == run {
            let next = answer.words[index + 1].text
            if [.is, .do, .modal].contains(answer.words[index].wordClass), next == "not" || next == "never" {
                return index + 2 >= answer.words.count || answer.words[index + 2].text != "only"
            }
            if answer.words[index].wordClass == .that || answer.words[index].wordClass == .wh { return false }
            index += 1
        }
        return false
    }

    /// What is said to the mistakes in an answer, and how many of them are grave.
    private func mistakes(_ answer: Answer, _ roles: Roles?, isAnswered: Bool) -> (said: [String], grave: Int) {
        var said: [String] = []
        var grave = 0
        for mistake in mistakes {
            let isMade = mistake.patterns.contains { pattern in
                pattern.matches(answer.words).contains { match in
                    guard match.isDenied == pattern.isDenied, !match.words.allSatisfy(answer.copied.contains) else {
                        return false
                    }
                    guard let subject = mistake.subject, let roles else { return true }
                    guard let holder = roles.subject(of: match.words) else { return false }
                    return holder.subject == subject && holder.hold == .named
                }
            }
            guard isMade, !(mistake.isMild && isAnswered) else { continue }
            said.append(mistake.say)
            if !mistake.isMild { grave += 1 }
        }
        return (said, grave)
    }

    // MARK: Second thoughts

    /// Whether an answer has hardly a word of its own, and gives the question's words in the question's order.
    private func repeatsQuestion(_ answer: Answer) -> Bool {
        let content = answer.words.filter { $0.wordClass.isContent || $0.wordClass == .modal }
        guard answer.words.count >= 3, !content.contains(where: { $0.wordClass == .number }) else { return false }
        let asked = Set(self.asked.map(\.stem))
        let own = content.count { !asked.contains($0.stem) }
        let run = answer.longestCopy(of: self.asked)
        return own == 0 && run >= 3 || own * 8 <= content.count && answer.copied.count * 2 > answer.words.count
            || run >= 4 && run * 10 >= answer.words.count * 4 && own <= 1 && content.count <= 4
    }

    /// Takes back a verdict for words in no order, and asks the references where the rubric is silent.
    private func weigh(_ grade: Grade, _ answer: Answer, used: [Int]) -> Grade {
        var grade = grade
        if grade.verdict == .right, question.kind != .open, let denied = strayDenial(answer, used) {
            grade.verdict = .unsure
            grade.score = 0.5
            grade.note =
                "You deny something with “\(denied)”, and I cannot tell whether that is meant. Say it without the denial."
            return grade
        }
        if grade.verdict == .right || grade.verdict == .partly, !question.kind.isUnordered, let note = disorder(answer)
        {
            grade.verdict = .unsure
            grade.note = note
            return grade
        }
        guard grade.corrections.isEmpty, grade.verdict == .partly || grade.verdict == .wrong, let references,
            question.kind != .list, question.kind != .name
        else { return grade }
        let likeness = references.likeness(answer.text)
        if likeness >= 0.88, question.kind != .contrast, strayDenial(answer, used) == nil, disorder(answer) == nil {
            grade.verdict = .right
            grade.score = max(grade.score, likeness)
        } else if grade.verdict == .wrong, likeness >= 0.75 {
            grade.verdict = .unsure
            grade.score = 0.4
            grade.note = "This may be right, but I cannot tell. Say it in other words, or judge it yourself."
        }
        return grade
    }

    /// A negation that nothing in the rubric or the references accounts for, over words that the rubric knows.
    private func strayDenial(_ answer: Answer, _ used: [Int]) -> String? {
        let words = answer.words
        // Negations that a met need asked for.
        let asked = concepts.flatMap(\.patterns).filter(\.isDenied).flatMap { $0.matches(words) }.flatMap(\.words)
        let wanted = Set((used + asked).compactMap { words[$0].isDenied ? words[$0].denier : nil })
        // Two in a row, "does not cannot", say nothing that could be graded.
        for (index, next) in zip(words.indices, words.dropFirst()) where words[index].text == "not" && next.isDenied {
            if ["not", "never", "no", "none"].contains(next.text) { return answer.quote([index, index + 1]) }
        }
        for denier in Set(words.compactMap(\.denier)).sorted() where !wanted.contains(denier) {
            let scope = words.indices.filter { words[$0].denier == denier }
            let content = scope.filter { words[$0].wordClass.isContent && words[$0].id >= 0 }
            guard let first = scope.first, !content.isEmpty else { continue }
            if Self.harmless.contains(words[first].stem) || Self.harmless.contains(words[first].text) { continue }
            // ", not by hand" sets something apart.
            if denier > 0, words[denier].text == "not",
                words[denier - 1].mark == "," || ["and", "but"].contains(words[denier - 1].text)
            {
                continue
            }
            if denied.contains(where: { pair in content.prefix(3).contains { words[$0].id == pair } }) { continue }
            return answer.quote([denier] + Array(scope.prefix(5)))
        }
        return nil
    }

    /// What is often denied without harm: `you do not know`, `not necessarily`.
    private static let harmless: Set<String> = [
        "know", "see", "need", "necessarily", "always", "enough", "sure", "have", "longer", "matter", "yet", "exist",
        "say", "mean",
    ]

    /// How well the words of a text stand in order; nil for a few. For measuring.
    public func wordOrder(_ text: String) -> Double? {
        order(Answer(text, vocabulary, question: asked, isReply: false))
    }

    private func order(_ answer: Answer) -> Double? {
        WordOrder.z(answer.words, isKnown: { known.contains(Pair(left: $0.id, right: $1.id)) })
    }

    /// Little words that tie others together.
    private static let core: Set<String> = [
        "the", "a", "an", "is", "are", "of", "to", "and", "or", "in", "on", "for", "it", "that", "which", "with", "by",
        "as", "we", "they",
        "you", "be", "its", "this", "from", "at", "than", "so", "because", "not", "no", "can", "has", "have", "was",
        "but", "if", "when",
    ]

    /// Why words are no statement; nil where they are one.
    func disorder(_ answer: Answer) -> String? {
        let words = answer.words
        let core = words.count { Self.core.contains($0.text) }
        if let z = order(answer) {
            var limit = words.count < 7 ? 0.1 : words.count < 10 ? 0.5 : words.count < 18 ? 0.9 : 1.3
            if core == 0, words.count >= 6 {
                limit += 0.9
            } else if core * 10 < words.count, words.count >= 7 {
                limit += 0.5
            }
            if z < limit {
                return "The words are there, but I cannot make out what you say of them. Write it as a sentence."
            }
        }
        let marks = words.count { $0.mark.map { ":=>-(".contains($0) } ?? false }
        let runs = answer.runs.count
        if marks == 0, runs >= 6, runs * 4 >= words.count * 3 {
            return "These are the right words, but no statement yet. Say how they belong together."
        }
        return nil
    }
}
