/// Tokens that fastai adds to a text's own words.
public enum SpecialToken: String, CaseIterable, Sendable {
    /// A word that the vocabulary lacks.
    case unknown = "xxunk"
    case padding = "xxpad"
    case textStart = "xxbos"
    case textEnd = "xxeos"
    /// A field of a row begins; its number follows.
    case field = "xxfld"
    /// A character that is repeated: the count and the character follow.
    case repeated = "xxrep"
    /// A word that is repeated: the count and the word follow.
    case repeatedWord = "xxwrep"
    /// The next word was in capitals.
    case capitals = "xxup"
    /// The next word began with a capital.
    case capitalised = "xxmaj"

    /// In the order in which they begin a vocabulary.
    public static var words: [String] { allCases.map(\.rawValue) }
}
