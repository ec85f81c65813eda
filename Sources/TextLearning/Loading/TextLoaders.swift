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

    init(
        words: TextVocabulary, isLanguageModel: Bool, chunk: Int, trainSet: TextSet, validSet: TextSet,
        trainTexts: [String], validTexts: [String], target: TargetKind, vocabulary: Vocabulary?,
        _ options: LoadingOptions
    ) throws {
        self.words = words
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
                dropsLast: options.isShuffled)
            valid = SortedTextLoader(validSet, batchSize: validSize, chunk: chunk)
        }
        super.init(train: train, valid: valid, target: target, vocabulary: vocabulary, path: options.path)
    }

    public override func inOrder(training: Bool) -> any Loader {
        if isLanguageModel { return training ? train : valid }
        return SortedTextLoader(training ? trainSet : validSet, batchSize: valid.batchSize, chunk: chunk, isSorted: false)
    }

    /// A text as a model of these data reads it: int64 `[1, length]`.
    public func input(_ text: String) throws -> Tensor {
        let indices = words.indices(of: tokenizer.tokens(text))
        return try SortedTextLoader.padded([indices], chunk: chunk)
    }

    /// Other texts without labels, prepared as in validation.
    public func testLoader(_ texts: [String], batchSize: Int? = nil) throws -> SortedTextLoader {
        let indices = try tokenizer.tokens(of: texts).map { words.indices(of: $0) }
        return SortedTextLoader(TextSet(indices), batchSize: batchSize ?? valid.batchSize, chunk: chunk, isSorted: false)
    }

    /// What a row of indices says, padding left out.
    public func text(_ indices: [Int], limit: Int = 150) -> String {
        let shown = indices.filter { $0 != TextVocabulary.padding }
        return words.words(at: shown.prefix(limit)).joined(separator: " ")
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
