/// A word of an answer or of a rubric, with its place.
struct Word: Sendable {
    /// In lower case, with shorthand written out.
    var text: String
    /// The stem that stands for it and for words of its meaning.
    var stem: String
    var wordClass: WordClass
    /// Where it stands in what was typed, as offsets of UTF-8.
    var range: Range<Int>
    /// Counted from 0. A line's end and a full stop end a sentence.
    var sentence = 0
    /// The stretch between two marks of punctuation it belongs to, counted from 0.
    var run = 0
    /// The number of its word in the question's vocabulary; -1 for a stranger.
    var id = -1
    /// What a negation says is not so.
    var isDenied = false
    /// The place of the negation it stands under; nil where there is none.
    var denier: Int?
    /// Written with a capital letter.
    var isCapital = false
    /// The punctuation that follows, if any.
    var mark: Character?

    init(_ text: String, range: Range<Int> = 0..<0) {
        self.text = text
        self.range = range
        stem = Synonyms.canonical(Stem.of(text))
        wordClass = WordClass.of(text)
    }
}
