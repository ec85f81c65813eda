import DataBlocks
import Foundation
import Tensors

/// The usual ways to make loaders of texts, by fastai's names: `TextDataLoaders`.
public struct TextDataLoaders {
    /// Share of the items that validates, chosen at random.
    public var validPercent = 0.2
    /// Of the split.
    public var seed: Int?
    /// Whether the next word is to be learned instead of labels.
    public var isLanguageModel = false
    /// Words that a model reads at once: fastai's `seq_len`.
    public var chunk = 72
    /// The words that are known; nil counts them.
    public var words: TextVocabulary?
    /// Rarer words are left out of a counted vocabulary.
    public var leastCount = 3
    /// Words of a counted vocabulary at most.
    public var limit = 60000
    public var options = LoadingOptions()
    /// Called while texts are cut into words, with how many are done; from any thread.
    public var progress: (@Sendable (Int, Int) -> Void)?

    public init() {}

    /// Texts with labels in two lists; labels are left out for a language model.
    ///
    /// - Parameters:
    ///   - names: What the texts are called in messages; nil for their numbers.
    ///   - split: Nil splits at random.
    ///   - counted: Texts whose words are counted as well, such as ones without labels.
    public func fromTexts(
        _ texts: [String], labels: [Label]? = nil, names: [String]? = nil, target: TargetBlock = .category(),
        split given: Split? = nil, counted: [String] = []
    ) throws -> TextLoaders {
        guard !texts.isEmpty else { throw DataBlockError.noItems(source: "the list of texts") }
        if !isLanguageModel, labels?.count != texts.count {
            throw DataBlockError.invalidSetting("there are \(texts.count) texts and \(labels?.count ?? 0) labels")
        }
        let split =
            try given ?? Splitter<Int>.random(validPercent: validPercent, seed: seed).split(Array(texts.indices))
        if split.train.isEmpty { throw DataBlockError.emptySplit(training: true, items: texts.count) }
        let total = texts.count + (words == nil ? counted.count : 0)
        let progress = progress
        let all = try TextTokenizer().tokens(of: words == nil ? texts + counted : texts) { progress?($0, total) }
        let words = words ?? TextVocabulary(counting: all, leastCount: leastCount, limit: limit)
        let chosen = split.train + split.valid
        var encoded = EncodedLabels(targets: .none, kind: .category, vocabulary: nil)
        if !isLanguageModel, let labels {
            let named = chosen.map { (item: names?[$0] ?? "text \($0)", label: labels[$0]) }
            encoded = try EncodedLabels(named, training: split.train.count, as: target)
        }
        func set(_ places: Range<Int>) -> TextSet {
            let items = chosen[places]
            return TextSet(
                items.map { words.indices(of: all[$0]) }, targets: encoded.targets.subset(Array(places)),
                names: names.map { names in items.map { names[$0] } } ?? [])
        }
        let keepsTexts = !isLanguageModel
        return try TextLoaders(
            words: words, isLanguageModel: isLanguageModel, chunk: chunk, trainSet: set(0..<split.train.count),
            validSet: set(split.train.count..<chosen.count),
            trainTexts: keepsTexts ? split.train.map { texts[$0] } : [],
            validTexts: keepsTexts ? split.valid.map { texts[$0] } : [], target: encoded.kind,
            vocabulary: encoded.vocabulary, options)
    }

    /// Text files under a folder, labelled by the folder that each lies in; the words of all of them are counted.
    ///
    /// - Parameter isSplit: Whether the folders `train` and `valid` say which set a text belongs to; else the split is
    ///   random.
    public func fromFolder(
        _ path: String, train: String = "train", valid: String = "valid", isSplit: Bool = true,
        vocabulary: [Label]? = nil
    ) throws -> TextLoaders {
        let every = try files(in: path, extensions: [".txt"])
        let chosen = isSplit ? try files(in: path, extensions: [".txt"], folders: [train, valid]) : every
        guard !chosen.isEmpty else {
            throw TextError.noTexts(isSplit ? "\(path)/\(train) and \(path)/\(valid) (or give valid_pct)" : path)
        }
        let splitter: Splitter<String> =
            isSplit
            ? .grandparent(train: train, valid: valid) : .random(validPercent: validPercent, seed: seed)
        let split = try splitter.split(chosen)
        if split.train.isEmpty { throw DataBlockError.emptySplit(training: true, items: chosen.count) }
        let known = Set(chosen)
        let others = words == nil ? every.filter { !known.contains($0) } : []
        return try fromTexts(
            chosen.map(Self.read), labels: chosen.map { parentLabel($0) }, names: chosen,
            target: .category(vocabulary: vocabulary), split: split, counted: others.map(Self.read))
    }

    /// A text file, in UTF-8 or else in Latin-1.
    static func read(_ path: String) throws(TextError) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .unreadable(path, String(cString: strerror(errno)))
        }
        return String(validating: data, as: UTF8.self) ?? String(data: data, encoding: .isoLatin1) ?? ""
    }
}
