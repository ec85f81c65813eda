/// Who is meant: in a contrast, which of the subjects a part of an answer speaks of.
struct Roles {
    /// How sure it is that a word belongs to a subject.
    enum Hold { case named, carried, ordered }

    private var segments: [Int]
    private var mentions: [(index: Int, subject: Int)]
    private let isRespective: Bool

    init(_ words: [Word], subjects: [[Pattern]]) {
        segments = Self.segments(words)
        var mentions: [(index: Int, subject: Int)] = []
        for (number, patterns) in subjects.enumerated() {
            let found = Set(patterns.flatMap { $0.matches(words) }.compactMap(\.words.first))
            mentions += found.map { (index: $0, subject: number) }
        }
        mentions.sort { $0.index < $1.index }
        // "The former", "the latter", "the other" point back.
        for (index, word) in words.enumerated() where !mentions.contains(where: { $0.index == index }) {
            let subject: Int? =
                switch word.text {
                case "former": 0
                case "latter": 1
                case "other": mentions.last { $0.index < index }.map { 1 - $0.subject }
                default: nil
                }
            let isNoun = index + 1 == words.count || !WordClass.of(words[index + 1].text).isContent
            if let subject, subjects.count == 2, subjects.indices.contains(subject), isNoun {
                mentions.append((index: index, subject: subject))
            }
        }
        self.mentions = mentions.sorted { $0.index < $1.index }
        isRespective = words.contains { $0.text == "respectively" }
    }

    var namesNone: Bool { mentions.isEmpty }
    func isNamed(_ subject: Int) -> Bool { mentions.contains { $0.subject == subject } }

    /// The subject that the words at `indices` are said of; nil where none is named before or after.
    func subject(of indices: [Int]) -> (subject: Int, hold: Hold)? {
        guard let first = indices.first, !mentions.isEmpty else { return nil }
        let segment = segments[first]
        let here = mentions.filter { segments[$0.index] == segment }
        if let only = here.first, here.allSatisfy({ $0.subject == only.subject }) { return (only.subject, .named) }
        if !here.isEmpty {
            let inside = here.first { indices.contains($0.index) }
            let near = inside ?? here.last { $0.index < first } ?? here.first { $0.index > first }
            return near.map { ($0.subject, .named) }
        }
        if let before = mentions.last(where: { $0.index < first }) {
            // A segment that names both speaks of the one it begins with.
            let opening = mentions.first { segments[$0.index] == segments[before.index] }
            return ((opening ?? before).subject, .carried)
        }
        return mentions.first { $0.index > first }.map { ($0.subject, .carried) }
    }

    /// The number of the clause each word stands in. A clause that is only a name goes with the next: `metric: for people`.
    private static func segments(_ words: [Word]) -> [Int] {
        var segments: [Int] = []
        var number = 0
        for (index, word) in words.enumerated() {
            if index > 0 {
                let previous = words[index - 1]
                let isBreak =
                    previous.sentence != word.sentence || previous.mark == "," || previous.mark == ";"
                    || ["but", "whereas", "while", "however", "versus", "instead"].contains(word.text)
                    || (word.text == "and" && startsSubject(words, index + 1))
                if isBreak { number += 1 }
            }
            segments.append(number)
        }
        return segments
    }

    /// `and the test set is`: a verb soon after, with no other `and` between.
    private static func startsSubject(_ words: [Word], _ place: Int) -> Bool {
        for word in words[min(place, words.count)...].prefix(5) {
            switch word.wordClass {
            case .is, .verbS, .modal, .do, .have: return true
            case .and, .because: return false
            default: if word.mark == "," || word.mark == "." { return false }
            }
            if word.mark == ":" { return true }
        }
        return false
    }
}
