import DataBlocks
import Tensors

/// Gives texts in batches of about equal length: fastai's `SortedDL` with `Pad_Chunk`.
///
/// In training, texts are shuffled, sorted by length within stretches of fifty batches, and the batches shuffled;
/// the longest text comes first, so that memory runs out at once or never. In validation, the longest come first.
/// Inputs are int64 `[count, length]`; shorter texts are padded by whole chunks in front and the rest behind.
public final class SortedTextLoader: Loader {
    public let items: TextSet
    public let batchSize: Int
    public let isShuffled: Bool
    public let dropsLast: Bool
    /// Whether texts are sorted, which is faster; else they come in their own order.
    public let isSorted: Bool
    /// Words that a model reads at once; with the largest of numbers all padding goes behind.
    public let chunk: Int
    private let padding: Int

    public init(
        _ set: TextSet, batchSize: Int = 64, chunk: Int = 72, isShuffled: Bool = false, dropsLast: Bool = false,
        isSorted: Bool = true, padding: Int = TextVocabulary.padding
    ) {
        self.padding = padding
        items = set
        self.batchSize = max(1, batchSize)
        self.chunk = max(1, chunk)
        self.isShuffled = isShuffled
        self.dropsLast = dropsLast
        self.isSorted = isSorted
    }

    public var itemCount: Int { items.count }

    public var batchCount: Int { dropsLast ? items.count / batchSize : (items.count + batchSize - 1) / batchSize }

    public func epoch() throws -> any BatchIterator {
        guard batchCount > 0 || !dropsLast else {
            throw DataBlockError.noBatch(items: items.count, batchSize: batchSize)
        }
        let seed = isShuffled ? try Tensor.randint(0, 1 << 62, [1]).intItem() : 0
        return TextEpoch(self, order: order(seed: seed))
    }

    /// The places of the texts in the order of a pass.
    func order(seed: Int) -> [Int] {
        let lengths = items.texts.map(\.count)
        guard isShuffled else {
            return isSorted ? lengths.indices.sorted { (lengths[$0], $1) > (lengths[$1], $0) } : Array(lengths.indices)
        }
        var generator = ItemGenerator(seed: seed, epoch: 1)
        var order = generator.shuffled(Array(lengths.indices))
        if let longest = lengths.indices.max(by: { lengths[$0] < lengths[$1] }),
            let place = order.firstIndex(of: longest)
        {
            order.swapAt(0, place)
        }
        let stretch = batchSize * 50
        order = stride(from: 0, to: order.count, by: stretch).flatMap { start in
            order[start..<min(start + stretch, order.count)].sorted { (lengths[$0], $1) > (lengths[$1], $0) }
        }
        let batches = stride(from: 0, to: order.count, by: batchSize).map {
            order[$0..<min($0 + batchSize, order.count)]
        }
        guard batches.count > 2 else { return order }
        let middle = generator.shuffled(Array(1..<batches.count - 1))
        return ([0] + middle + [batches.count - 1]).flatMap { batches[$0] }
    }

    func padded(_ texts: [[Int]]) throws(TensorError) -> Tensor {
        try Self.padded(texts, chunk: chunk, padding: padding)
    }

    /// Texts as one tensor, padded.
    static func padded(
        _ texts: [[Int]], chunk: Int, padding: Int = TextVocabulary.padding
    ) throws(TensorError) -> Tensor {
        let length = max(1, texts.map(\.count).max() ?? 1)
        var values: [Int] = []
        values.reserveCapacity(length * texts.count)
        for text in texts {
            let missing = length - text.count
            values += Array(repeating: padding, count: missing / chunk * chunk)
            values += text
            values += Array(repeating: padding, count: missing % chunk)
        }
        return try Tensor(values, shape: [texts.count, length])
    }
}

/// One pass over a ``SortedTextLoader``'s texts.
private final class TextEpoch: BatchIterator {
    private let loader: SortedTextLoader
    private let order: [Int]
    private var number = 0

    init(_ loader: SortedTextLoader, order: [Int]) {
        self.loader = loader
        self.order = order
    }

    func next() throws -> Batch? {
        try Interruption.check()
        guard number < loader.batchCount else { return nil }
        let size = loader.batchSize
        var places = Array(order[number * size..<min((number + 1) * size, order.count)])
        number += 1
        // The model drops rows that have not begun yet from the end: the longest come first.
        let texts = loader.items.texts
        places.sort { (texts[$0].count, $1) > (texts[$1].count, $0) }
        let input = try loader.padded(places.map { texts[$0] })
        return Batch(
            inputs: [input], targets: try loader.items.targets.tensors(at: places), count: places.count,
            positions: places)
    }
}
