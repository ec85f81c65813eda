import DataBlocks
import Tensors

/// Gives a stream of texts in rows for a language model, whose targets are the next words: fastai's `LMDataLoader`.
///
/// The texts, one after the other, are cut into as many rows as a batch has items; each batch goes on where the one
/// before ended. Inputs and targets are int64 `[rows, length]`, where only the last batch is shorter.
public final class LanguageModelLoader: Loader {
    public let texts: [[Int]]
    public let batchSize: Int
    /// Words of a row in one batch.
    public let length: Int
    public let isShuffled: Bool
    /// Words of a row in a whole pass.
    let rowLength: Int

    /// - Throws: ``TextError/tooShort(words:batchSize:)``
    public init(_ texts: [[Int]], batchSize: Int = 64, length: Int = 72, isShuffled: Bool = false) throws(TextError) {
        self.texts = texts
        self.batchSize = max(1, batchSize)
        self.length = max(1, length)
        self.isShuffled = isShuffled
        let words = texts.reduce(0) { $0 + $1.count }
        rowLength = max(0, words - 1) / self.batchSize
        if rowLength == 0, !texts.isEmpty { throw .tooShort(words: words, batchSize: self.batchSize) }
    }

    public var batchCount: Int { (rowLength + length - 1) / length }
    public var itemCount: Int { batchCount * batchSize }

    public func epoch() throws -> any BatchIterator {
        var texts = texts
        if isShuffled {
            var generator = ItemGenerator(seed: try Tensor.randint(0, 1 << 62, [1]).intItem(), epoch: 1)
            texts = generator.shuffled(Array(texts.indices)).map { texts[$0] }
        }
        return StreamEpoch(Array(texts.joined()), rows: batchSize, rowLength: rowLength, length: length)
    }
}

/// One pass over a ``LanguageModelLoader``'s words.
private final class StreamEpoch: BatchIterator {
    private let words: [Int]
    private let rows: Int
    private let rowLength: Int
    private let length: Int
    private var start = 0

    init(_ words: [Int], rows: Int, rowLength: Int, length: Int) {
        self.words = words
        self.rows = rows
        self.rowLength = rowLength
        self.length = length
    }

    func next() throws -> Batch? {
        try Interruption.check()
        guard start < rowLength else { return nil }
        let size = min(length, rowLength - start)
        func values(_ shift: Int) -> [Int] {
            (0..<rows).flatMap { row in words[(row * rowLength + start + shift)...].prefix(size) }
        }
        let batch = Batch(
            inputs: [try Tensor(values(0), shape: [rows, size])],
            targets: [try Tensor(values(1), shape: [rows, size])], count: rows)
        start += size
        return batch
    }
}
