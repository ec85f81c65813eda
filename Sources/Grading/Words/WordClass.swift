/// What a word does in a sentence, as far as a list and its ending tell.
///
/// Frequent little words are classes of their own: they carry what there is of word order in a short answer.
enum WordClass: Int, CaseIterable, Sendable {
    case boundary, comma, number
    case the, a, demonstrative, quantity, possessive
    case subjectPronoun, objectPronoun, it, wh, that, there
    case of, to, into, preposition, by, with, `for`, `as`, than
    case and, but, because, not
    case `is`, be, have, `do`, modal
    case degree, time, adverb
    case verb, verbS, ing, ed
    case adjective, noun, plural

    /// The class of a word in lower case.
    static func of(_ word: String) -> WordClass {
        if let known = listed[word] { return known }
        guard let first = word.utf8.first else { return .boundary }
        if first >= 48 && first <= 57 { return .number }
        if word.hasSuffix("ly"), word.utf8.count > 4 { return .adverb }
        if word.hasSuffix("ing"), word.utf8.count > 4 { return .ing }
        if word.hasSuffix("ed"), word.utf8.count > 3 { return .ed }
        for ending in adjectiveEndings where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count + 2 {
            return .adjective
        }
        guard word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("is"),
            word.utf8.count > 3
        else { return .noun }
        if listed[String(word.dropLast())] == .verb { return .verbS }
        if word.hasSuffix("es"), listed[String(word.dropLast(2))] == .verb { return .verbS }
        if word.hasSuffix("ies"), listed[word.dropLast(3) + "y"] == .verb { return .verbS }
        return .plural
    }

    /// A word that says something by itself, rather than tie others together.
    var isContent: Bool {
        switch self {
        case .verb, .verbS, .ing, .ed, .adjective, .noun, .plural, .number, .adverb: true
        default: false
        }
    }

    /// Whether the word is in the lists: an English word that is no slip of the pen.
    static func isListed(_ word: String) -> Bool { listed[word] != nil }

    private static let adjectiveEndings = ["able", "ible", "ful", "ous", "ive", "less", "ical", "ial", "ional", "ular"]

    private static let listed: [String: WordClass] = {
        var result: [String: WordClass] = [:]
        for (kind, words) in WordLists.byClass {
            for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) { result[String(word)] = kind }
        }
        return result
    }()
}
