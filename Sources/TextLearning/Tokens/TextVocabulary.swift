/// The words that a model knows, each at its index; the first is for all others.
public struct TextVocabulary: Sendable, Equatable, Codable {
    public let words: [String]
    private let indices: [String: Int]

    /// The index of what is not a known word.
    public static let unknown = 0
    /// The index of padding.
    public static let padding = 1
    /// Fills a vocabulary up to a multiple of eight, and is no word.
    static let filler = "xxfake"

    /// - Parameter words: In the order of their indices, as fastai's `dls.vocab` has them.
    public init(_ words: [String]) {
        self.words = words
        var indices: [String: Int] = [:]
        for (index, word) in words.enumerated() where word != Self.filler { indices[word] = index }
        self.indices = indices
    }

    /// The commonest words of some texts behind the special tokens: fastai's `make_vocab`. Of words that are equally
    /// common the one seen first comes first.
    ///
    /// - Parameters:
    ///   - leastCount: Rarer words are left out.
    ///   - limit: At most so many words, fillers not counted.
    public init(counting texts: some Sequence<[String]>, leastCount: Int = 3, limit: Int = 60000) {
        var counts: [String: (count: Int, order: Int)] = [:]
        for text in texts {
            for word in text {
                let order = counts.count
                counts[word, default: (0, order)].count += 1
            }
        }
        let special = Set(SpecialToken.words)
        let commonest = counts.sorted { ($0.value.count, $1.value.order) > ($1.value.count, $0.value.order) }
            .prefix(limit).filter { $0.value.count >= leastCount && !special.contains($0.key) }.map(\.key)
        let words = (SpecialToken.words + commonest).prefix(max(limit, SpecialToken.words.count))
        // fastai adds eight fillers where none is needed.
        self.init(Array(words) + Array(repeating: Self.filler, count: 8 - words.count % 8))
    }

    public var count: Int { words.count }

    /// A word's index, or that of unknown words.
    public subscript(word: String) -> Int { indices[word] ?? Self.unknown }

    public func contains(_ word: String) -> Bool { indices[word] != nil }

    public func indices(of tokens: [String]) -> [Int] { tokens.map { self[$0] } }

    public func words(at indices: some Sequence<Int>) -> [String] {
        indices.map { words.indices.contains($0) ? words[$0] : SpecialToken.unknown.rawValue }
    }

    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode([String].self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(words)
    }
}
