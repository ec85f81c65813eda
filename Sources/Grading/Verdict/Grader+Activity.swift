/// Things to do. The program sees itself whether they were done; here it is what the learner says of it.
extension Grader {
    private static let done: Set<String> = [
        "do", "finish", "complet", "did", "run", "ran", "tri", "ok", "yes", "go", "read", "work", "end",
    ]

    func gradeActivity(_ answer: Answer) -> Grade {
        var grade = judgedActivity(answer)
        if !needed.isEmpty, grade.verdict != .right {
            // What came out is the answer; to have done it is not enough.
            let met = needed.filter { concept in
                concept.patterns.contains { $0.matches(answer.words).contains { $0.isDenied == false } }
            }
            grade.missing = needed.filter { need in !met.contains { $0.say == need.say } }.map(\.say)
        }
        return grade
    }

    private func judgedActivity(_ answer: Answer) -> Grade {
        let words = answer.words
        var evidence: [Grade.Evidence] = []
        for concept in needed {
            for pattern in concept.patterns {
                if let match = pattern.matches(words).first(where: { !$0.isDenied }) {
                    evidence.append(.init(say: concept.say, quote: answer.quote(match.words)))
                    break
                }
            }
        }
        let says = words.first { word in
            !word.isDenied && (Self.done.contains(word.text) || Self.done.contains(word.stem))
        }
        let refuses = words.contains { ["no", "not", "never", "skip", "skipped", "yet", "later"].contains($0.text) }
        if !needed.isEmpty, evidence.count == needed.count, !refuses {
            return Grade(.right, score: 1, matched: evidence)
        }
        // A report of many words about something else is no report of this.
        let strangers = words.count { $0.wordClass.isContent && $0.id < 0 && !Self.done.contains($0.stem) }
        if let says, !refuses, strangers <= 3 {
            let isEnough = question.activity?.ran == nil
            let quote = [Grade.Evidence(say: "it was done", quote: says.text)]
            return Grade(isEnough ? .right : .partly, score: isEnough ? 1 : 0.5, matched: quote)
        }
        return Grade(
            .wrong, score: 0, missing: needed.map(\.say),
            note: "This is something to do; the program sees it when you did.")
    }
}
