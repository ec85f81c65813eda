/// Grades answers by likeness to right ones, for questions that have no rubric.
///
/// Words are compared by stem and meaning with slips forgiven. What the question already says counts little, a word that
/// only one side denies counts against, and neighbours that stand as in the reference count for the answer.
public struct ReferenceGrader: Sendable {
    private var vocabulary = Vocabulary()
    private let asked: [Word]
    private let askedStems: Set<String>
    private var references: [[Word]] = []

    public init(question: String, references: [String]) {
        asked = Tokenizer.words(question)
        askedStems = Set(asked.map(\.stem))
        for text in references {
            var words = Tokenizer.words(text)
            for index in words.indices { words[index].id = vocabulary.add(words[index]) }
            Negation.mark(&words, isReply: false)
            if !words.isEmpty { self.references.append(words) }
        }
    }

    /// What is measured between an answer and one reference, each from 0 to 1.
    public struct Features: Sendable, Equatable {
        /// Share of the reference's weight that the answer has, and of the answer's weight that the reference has.
        public var recall = 0.0
        public var precision = 0.0
        /// The same without the question's words.
        public var newRecall = 0.0
        public var newPrecision = 0.0
        /// Share of the reference's pairs of content words in a row that the answer has.
        public var pairs = 0.0
        /// Share of common words that only one side denies.
        public var denied = 0.0
        /// Share of letter triples in common, as Dice's coefficient.
        public var triples = 0.0
        /// The answer's length in content words beside the reference's, at most 2.
        public var length = 0.0

        /// In a fixed order, for fitting.
        public var list: [Double] { [recall, precision, newRecall, newPrecision, pairs, denied, triples, length] }
    }

    /// Likeness to the best reference, from 0 to 1; half is where right begins.
    public func likeness(_ text: String) -> Double {
        features(text).map(Self.probability).max() ?? 0
    }

    /// What is measured, for each reference.
    public func features(_ text: String) -> [Features] {
        let answer = Answer(text, vocabulary, question: asked, isReply: false)
        guard !answer.isBlank else { return [] }
        return references.map { compare(answer.words, $0) }
    }

    private func weight(_ word: Word) -> Double {
        (word.wordClass.isContent ? 1 : 0.15) * (askedStems.contains(word.stem) ? 0.35 : 1)
    }

    private func compare(_ answer: [Word], _ reference: [Word]) -> Features {
        var result = Features()
        let has = Dictionary(
            answer.filter { $0.id >= 0 }.map { ($0.id, $0.isDenied) }, uniquingKeysWith: { first, _ in first })
        let wants = Dictionary(reference.map { ($0.id, $0.isDenied) }, uniquingKeysWith: { first, _ in first })
        func share(_ words: [Word], _ isCommon: (Word) -> Bool, _ counts: (Word) -> Bool = { _ in true }) -> Double {
            var seen = Set<String>()
            var all = 0.0
            var common = 0.0
            for word in words where counts(word) && seen.insert(word.stem).inserted {
                all += weight(word)
                if isCommon(word) { common += weight(word) }
            }
            return all > 0 ? common / all : 0
        }
        let isNew = { (word: Word) in !askedStems.contains(word.stem) && word.wordClass.isContent }
        result.recall = share(reference) { has[$0.id] != nil }
        result.precision = share(answer) { wants[$0.id] != nil }
        result.newRecall = share(reference, { has[$0.id] != nil }, isNew)
        result.newPrecision = share(answer, { wants[$0.id] != nil }, isNew)
        result.pairs = pairs(answer, reference)
        let common = reference.filter { $0.wordClass.isContent && has[$0.id] != nil }
        let contrary = common.count { $0.isDenied != has[$0.id] }
        result.denied = common.isEmpty ? 0 : Double(contrary) / Double(common.count)
        result.triples = Self.dice(answer.map(\.stem), reference.map(\.stem))
        let lengths = (answer.count { $0.wordClass.isContent }, reference.count { $0.wordClass.isContent })
        result.length = min(2, Double(lengths.0) / Double(max(1, lengths.1)))
        return result
    }

    private func pairs(_ answer: [Word], _ reference: [Word]) -> Double {
        func rows(_ words: [Word]) -> Set<[Int]> {
            let content = words.filter { $0.wordClass.isContent }.map(\.id)
            return Set(zip(content, content.dropFirst()).map { [$0, $1] })
        }
        let wanted = rows(reference)
        return wanted.isEmpty ? 0 : Double(wanted.intersection(rows(answer)).count) / Double(wanted.count)
    }

    private static func dice(_ left: [String], _ right: [String]) -> Double {
        func triples(_ stems: [String]) -> Set<[UInt8]> {
            let letters = Array((" " + stems.joined(separator: " ") + " ").utf8)
            guard letters.count >= 3 else { return [] }
            return Set((0...(letters.count - 3)).map { Array(letters[$0..<($0 + 3)]) })
        }
        let (a, b) = (triples(left), triples(right))
        return a.isEmpty || b.isEmpty ? 0 : 2 * Double(a.intersection(b).count) / Double(a.count + b.count)
    }

    /// A logistic curve over the features, fitted to the training part of SemEval-2013 task 7 by
    /// `Benchmarks/Grading/semeval.py`.
    private static func probability(_ features: Features) -> Double {
        let sum = zip(weights, features.list).reduce(bias) { $0 + $1.0 * $1.1 }
        return 1 / (1 + Logistic.exp(-sum))
    }

    private static let weights = [0.873, -0.173, 0.764, 0.402, -0.150, -0.954, 2.137, 0.212]
    private static let bias = -1.691

    /// Grades an answer.
    public func grade(_ text: String) -> Grade {
        let likeness = likeness(text)
        var grade = Grade(likeness >= 0.5 ? .right : likeness >= 0.3 ? .partly : .wrong, score: likeness)
        let answer = Answer(text, vocabulary, question: asked, isReply: false)
        if answer.isBlank { return Grade(.wrong, score: 0, note: "Nothing was answered.") }
        if let best = references.max(by: { score(answer, $0) < score(answer, $1) }) {
            let has = Set(answer.words.map(\.id))
            let content = best.filter { $0.wordClass.isContent && !askedStems.contains($0.stem) }
            var seen = Set<String>()
            for word in content where seen.insert(word.stem).inserted {
                if has.contains(word.id) {
                    grade.matched.append(
                        .init(say: word.text, quote: answer.words.first { $0.id == word.id }?.text ?? word.text))
                } else {
                    grade.missing.append(word.text)
                }
            }
        }
        return grade
    }

    private func score(_ answer: Answer, _ reference: [Word]) -> Double {
        Self.probability(compare(answer.words, reference))
    }
}

/// The exponential function, without a library of mathematics.
enum Logistic {
    static func exp(_ x: Double) -> Double {
        // e^x = (e^(x/1024))^1024, by the series near 0.
        let small = max(-30, min(30, x)) / 1024
        var result = 1 + small * (1 + small / 2 * (1 + small / 3))
        for _ in 0..<10 { result *= result }
        return result
    }
}
