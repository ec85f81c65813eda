import DataBlocks
import Display
import Tensors

/// Loaders of texts, with what is needed to prepare another text.
public final class TextLoaders: DataLoaders {
    public let words: TextVocabulary
    /// Whether the next word is learned instead of labels.
    public let isLanguageModel: Bool
    /// Words that a model reads at once.
    public let chunk: Int
    public let trainSet: TextSet
    public let validSet: TextSet
    /// The texts as they were given, training before validation, for encoders with tokens of their own; empty for
    /// language models.
    public let trainTexts: [String]
    public let validTexts: [String]
    public let tokenizer = TextTokenizer()
    /// In place of words, for an encoder with pieces of its own.
    private let pieces: WordPieces?

    init(
        words: TextVocabulary, isLanguageModel: Bool, chunk: Int, trainSet: TextSet, validSet: TextSet,
        trainTexts: [String], validTexts: [String], target: TargetKind, vocabulary: Vocabulary?,
        pieces: WordPieces? = nil, _ options: LoadingOptions
    ) throws {
        self.words = words
        self.pieces = pieces
        self.isLanguageModel = isLanguageModel
        self.chunk = chunk
        self.trainSet = trainSet
        self.validSet = validSet
        self.trainTexts = trainTexts
        self.validTexts = validTexts
        let validSize = options.validBatchSize ?? options.batchSize
        let train: any Loader
        let valid: any Loader
        if isLanguageModel {
            train = try LanguageModelLoader(
                trainSet.texts, batchSize: options.batchSize, length: chunk, isShuffled: options.isShuffled)
            valid = try LanguageModelLoader(validSet.texts, batchSize: validSize, length: chunk)
        } else {
            train = SortedTextLoader(
                trainSet, batchSize: options.batchSize, chunk: chunk, isShuffled: options.isShuffled,
                dropsLast: options.isShuffled, padding: Self.padding(pieces))
            valid = SortedTextLoader(validSet, batchSize: validSize, chunk: chunk, padding: Self.padding(pieces))
        }
        super.init(train: train, valid: valid, target: target, vocabulary: vocabulary, path: options.path)
    }

    private static func padding(_ pieces: WordPieces?) -> Int {
        pieces == nil ? TextVocabulary.padding : WordPieces.padding
    }

    private var padding: Int { Self.padding(pieces) }

    /// The same texts, split and labels, read in pieces of words.
    func read(by pieces: WordPieces) throws -> TextLoaders {
        guard !isLanguageModel else {
            throw TextError.wrongKind("an encoder of sentences needs labels: make the loaders without is_lm=True")
        }
        func set(_ texts: [String], _ old: TextSet) -> TextSet {
            TextSet(texts.map { pieces($0) }, targets: old.targets, names: old.names)
        }
        let sorted = train as? SortedTextLoader
        let options = LoadingOptions(
            batchSize: train.batchSize, validBatchSize: valid.batchSize, isShuffled: sorted?.isShuffled ?? true,
            path: path)
        return try TextLoaders(
            words: TextVocabulary(pieces.pieces), isLanguageModel: false, chunk: .max,
            trainSet: set(trainTexts, trainSet), validSet: set(validTexts, validSet), trainTexts: trainTexts,
            validTexts: validTexts, target: target, vocabulary: vocabulary, pieces: pieces, options)
    }

    private func indices(of texts: [String]) throws -> [[Int]] {
        if let pieces { return texts.map { pieces($0) } }
        return try tokenizer.tokens(of: texts).map { words.indices(of: $0) }
    }

    public override func inOrder(training: Bool) -> any Loader {
        if isLanguageModel { return training ? train : valid }
        return loader(training ? trainSet : validSet, batchSize: valid.batchSize)
    }

    private func loader(_ set: TextSet, batchSize: Int) -> SortedTextLoader {
        SortedTextLoader(set, batchSize: batchSize, chunk: chunk, isSorted: false, padding: padding)
    }

    /// A text as a model of these data reads it: int64 `[1, length]`.
    public func input(_ text: String) throws -> Tensor {
        try SortedTextLoader.padded(indices(of: [text]), chunk: chunk, padding: padding)
    }

    /// Some texts of a set as one batch.
    func batch(_ set: TextSet) throws -> Batch { try loader(set, batchSize: max(1, set.count)).oneBatch() }

    /// Other texts without labels, prepared as in validation.
    public func testLoader(_ texts: [String], batchSize: Int? = nil) throws -> SortedTextLoader {
        loader(TextSet(try indices(of: texts)), batchSize: batchSize ?? valid.batchSize)
    }

    /// What a row of indices says, padding left out.
    public func text(_ indices: [Int], limit: Int = 150) -> String {
        let shown = indices.filter { $0 != padding }.prefix(limit)
        guard let pieces else { return words.words(at: shown).joined(separator: " ") }
        // Pieces that go on with a word are marked by two signs.
        let known = shown.dropFirst().map { pieces.pieces.indices.contains($0) ? pieces.pieces[$0] : "" }
        return known.filter { $0 != "[SEP]" }.joined(separator: " ").replacing(" ##", with: "")
    }

    /// Some rows of a training batch: fastai's `show_batch`.
    public func showBatch(maximum: Int = 10) throws -> Table {
        let batch = try train.oneBatch()
        guard let input = batch.inputs.first else { return Table(columns: [], rows: []) }
        let texts = try rows(of: input, maximum)
        if isLanguageModel {
            let next = try rows(of: batch.targets[0], maximum)
            return Table(
                columns: ["", "text", "text_"],
                rows: texts.indices.map { ["\($0)", text(texts[$0]), text(next[$0])] })
        }
        let labels = try captions(of: batch.targets, count: texts.count)
        return Table(
            columns: ["", "text", "category"],
            rows: texts.indices.map { ["\($0)", text(texts[$0]), labels.indices.contains($0) ? labels[$0] : ""] })
    }

    func rows(of tensor: Tensor, _ maximum: Int) throws -> [[Int]] {
        let (count, length) = (tensor.shape[0], tensor.shape[1])
        let values: [Int] = try tensor.array()
        return (0..<min(count, maximum)).map { Array(values[$0 * length..<($0 + 1) * length]) }
    }

    /// What encoded labels say.
    func captions(of targets: [Tensor], count: Int) throws -> [String] {
        guard let labels = targets.first else { return [] }
        let names = vocabulary?.names ?? []
        switch target {
        case .category:
            return try labels.array(of: Int.self).prefix(count).map { names.indices.contains($0) ? names[$0] : "" }
        case .multiCategory:
            let values = try labels.array(of: Float.self)
            return (0..<count).map { row in
                names.indices.filter { values[row * names.count + $0] > 0.5 }.map { names[$0] }.joined(separator: ";")
            }
        default: return try labels.array(of: Float.self).prefix(count).map { "\($0)" }
        }
    }
}
