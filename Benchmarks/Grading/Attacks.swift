import Grading

/// Makes answers that are to be refused out of right ones. The same seed gives the same answers.
struct Attacks {
    struct Right {
        var question: Question
        var text: String
    }

    let rights: [Right]
    var random = SplitMix(seed: 42)

    /// Right answers that say the opposite: a `not` in the sentence, or before it.
    mutating func negated(_ count: Int) -> [Right] {
        let usable = rights.filter { ![.truth, .activity, .drawing].contains($0.question.kind) }
        return (0..<count).map { index in
            let right = usable[index % usable.count]
            return Right(question: right.question, text: Self.negate(right.text, way: (index / usable.count) % 4))
        }
    }

    static func negate(_ text: String, way: Int) -> String {
        var words = text.split(separator: " ").map(String.init)
        if let first = words.first?.lowercased().filter(\.isLetter), first == "no" || first == "yes" {
            words[0] = words[0].replacing(words[0].filter(\.isLetter), with: first == "no" ? "Yes" : "No")
            return words.joined(separator: " ")
        }
        let lowered = words.map { $0.lowercased().filter(\.isLetter) }
        let auxiliaries: Set<String> = [
            "is", "are", "was", "were", "can", "will", "would", "could", "must", "may", "should", "has",
        ]
        switch way {
        case 0:
            if let place = lowered.firstIndex(where: auxiliaries.contains) {
                words.insert("not", at: place + 1)
                return words.joined(separator: " ")
            }
        case 1:
            let verbs: Set<String> = ["it", "they", "we", "you", "model", "that", "which"]
            if let place = lowered.firstIndex(where: verbs.contains), place + 1 < words.count,
                !auxiliaries.contains(lowered[place + 1])
            {
                words.insert("does not", at: place + 1)
                return words.joined(separator: " ")
            }
        case 2: return "It is not true that " + text.prefix(1).lowercased() + text.dropFirst()
        default: break
        }
        return "Not " + text.prefix(1).lowercased() + text.dropFirst()
    }

    /// The words of right answers in any other order.
    mutating func shuffled(_ count: Int) -> [Right] {
        let usable = rights.filter { !$0.question.kind.isUnordered && $0.text.split(separator: " ").count >= 5 }
        return (0..<count).map { index in
            var words = usable[index % usable.count].text.split(whereSeparator: \.isWhitespace)
            words.shuffle(using: &random)
            return Right(question: usable[index % usable.count].question, text: words.joined(separator: " "))
        }
    }

    /// The question given back, whole, in part, or with a few words around it.
    func copied(_ questions: [Question]) -> [Right] {
        questions.filter { $0.kind != .activity }.flatMap { question -> [Right] in
            let text = question.question
            let bare = text.filter { $0 != "?" }
            let words = bare.split(separator: " ")
            let sentences = text.split(whereSeparator: { ".?:".contains($0) }).map(String.init)
            let variants =
                [
                    text, bare, text.lowercased(), "The answer is " + bare, "I think " + bare.lowercased(),
                    bare + " because it is",
                    text + " " + text, "It depends on " + bare.lowercased(), words.dropFirst().joined(separator: " "),
                    words.dropLast().joined(separator: " "), words.dropFirst(2).joined(separator: " "),
                    bare + " is a good question", "We should ask: " + text,
                ] + sentences
            return variants.map { Right(question: question, text: $0) }
        }
    }

    /// The words that count, in a heap.
    mutating func piles(_ count: Int) -> [Right] {
        let little: Set<String> = [
            "the", "a", "an", "is", "are", "of", "to", "and", "or", "in", "on", "for", "it", "that", "which", "with",
            "by", "as", "we",
            "they", "you", "be", "its", "this", "from", "at", "than", "so", "because", "not", "no", "can", "has",
            "have", "was", "our",
        ]
        let usable = rights.filter { !$0.question.kind.isUnordered }
        return (0..<count).map { index in
            let question = usable[index % usable.count].question
            var words = Set<String>()
            for right in rights where right.question.id == question.id {
                for word in right.text.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "-" }) {
                    if !little.contains(String(word)) { words.insert(String(word)) }
                }
            }
            var pile = words.sorted()
            pile.shuffle(using: &random)
            let size = 8 + Int(random.next() % 8)
            return Right(question: question, text: pile.prefix(size).joined(separator: index % 2 == 0 ? " " : ", "))
        }
    }

    /// Right answers, to another question.
    mutating func elsewhere(_ count: Int, _ questions: [Question]) -> [Right] {
        (0..<count).map { index in
            let right = rights[index % rights.count]
            var question = right.question
            while question.id == right.question.id {
                question = questions[Int(random.next() % UInt64(questions.count))]
            }
            return Right(question: question, text: right.text)
        }
    }
}

/// A generator of random numbers that begins where it is told to (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
