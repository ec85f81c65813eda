/// An answer, read for one question.
struct Answer {
    let text: String
    var words: [Word]
    /// Words that only repeat the question, by index.
    var copied: Set<Int>

    init(_ text: String, _ vocabulary: Vocabulary, question: [Word], isReply: Bool) {
        self.text = text
        words = vocabulary.number(Tokenizer.words(text))
        Negation.mark(&words, isReply: isReply)
        copied = Self.copies(words, of: question)
    }

    /// What the learner wrote, from the first of some words to the last.
    func quote(_ indices: [Int]) -> String {
        guard let first = indices.min(), let last = indices.max() else { return "" }
        let bytes = Array(text.utf8)
        let range = words[first].range.lowerBound..<max(words[first].range.upperBound, words[last].range.upperBound)
        return String(decoding: bytes[range], as: UTF8.self).replacing("\n", with: " ")
    }

    /// Words that stand in a row of at least five as the question has them.
    private static func copies(_ words: [Word], of question: [Word]) -> Set<Int> {
        var copied = Set<Int>()
        guard words.count >= 5, question.count >= 5 else { return copied }
        for start in words.indices {
            for place in question.indices where question[place].stem == words[start].stem {
                var length = 0
                while start + length < words.count, place + length < question.count,
                    words[start + length].stem == question[place + length].stem
                {
                    length += 1
                }
                if length >= 5 { copied.formUnion(start..<start + length) }
            }
        }
        return copied
    }

    /// The length of the longest stretch of words that stands so in the question.
    func longestCopy(of question: [Word]) -> Int {
        var longest = 0
        for start in words.indices {
            for place in question.indices {
                var length = 0
                while start + length < words.count, place + length < question.count,
                    words[start + length].stem == question[place + length].stem
                {
                    length += 1
                }
                longest = max(longest, length)
            }
        }
        return longest
    }

    /// Stretches of words between marks.
    var runs: [[Word]] {
        var runs: [[Word]] = []
        for word in words {
            if let last = runs.last?.last, last.run == word.run {
                runs[runs.count - 1].append(word)
            } else {
                runs.append([word])
            }
        }
        return runs
    }

    /// `idk`, `?`, `n/a`, `pass`, nothing.
    var isBlank: Bool {
        let said = words.map(\.text).joined(separator: " ")
        if said.isEmpty { return true }
        let shrugs: Set<String> = [
            "idk", "dunno", "i do not know", "do not know", "no idea", "n a", "and a", "pass", "i have no idea",
            "not sure", "skip",
            "skipped", "todo", "i am not sure", "no clue", "unknown", "tbd", "i forgot", "forgot", "do not remember",
            "later",
        ]
        return shrugs.contains(said)
    }
}
