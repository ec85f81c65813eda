import Tensors

/// Gives the rows of tensors in batches: for data that is already numbers, as tables and ratings are.
public final class TensorLoader: Loader {
    public let batchSize: Int
    public let itemCount: Int
    private let inputs: [Tensor]
    private let targets: [Tensor]
    private let isShuffled: Bool
    private let dropsLast: Bool

    /// - Parameters:
    ///   - inputs: each with the items along dimension 0; so the targets.
    ///   - isShuffled: whether each pass has its own order, from the engine's generator.
    ///   - dropsLast: whether a last partial batch is left out.
    /// - Throws: ``DataBlockError`` when the tensors do not have equally many items.
    public init(
        inputs: [Tensor], targets: [Tensor], batchSize: Int = 64, isShuffled: Bool = false, dropsLast: Bool = false
    ) throws(DataBlockError) {
        let counts = (inputs + targets).map { $0.shape.first ?? 0 }
        guard Set(counts).count == 1, let count = counts.first else {
            throw .invalidSetting("the tensors have \(counts) items, and must have equally many")
        }
        self.inputs = inputs
        self.targets = targets
        self.batchSize = max(1, batchSize)
        self.isShuffled = isShuffled
        self.dropsLast = dropsLast
        itemCount = count
    }

    /// The same items in their own order, all of them.
    public var ordered: TensorLoader { TensorLoader(ordering: self) }

    private init(ordering other: TensorLoader) {
        (inputs, targets, batchSize, itemCount) = (other.inputs, other.targets, other.batchSize, other.itemCount)
        (isShuffled, dropsLast) = (false, false)
    }

    public var batchCount: Int {
        dropsLast ? itemCount / batchSize : (itemCount + batchSize - 1) / batchSize
    }

    public func identify(_ fingerprint: inout DataFingerprint) throws {
        for tensor in inputs + targets { try fingerprint.add(tensor) }
    }

    public func epoch() throws -> any BatchIterator {
        guard batchCount > 0 || !dropsLast else {
            throw DataBlockError.noBatch(items: itemCount, batchSize: batchSize)
        }
        var order = Array(0..<itemCount)
        if isShuffled {
            var generator = ItemGenerator(seed: try Tensor.randint(0, 1 << 62, [1]).intItem(), epoch: 1)
            order = generator.shuffled(order)
        }
        let batches = (0..<batchCount).map { Array(order[$0 * batchSize..<min(($0 + 1) * batchSize, itemCount)]) }
        return TensorEpoch(inputs: inputs, targets: targets, batches: batches[...])
    }
}

/// One pass over a ``TensorLoader``'s rows.
private final class TensorEpoch: BatchIterator {
    private let inputs: [Tensor]
    private let targets: [Tensor]
    private var batches: ArraySlice<[Int]>

    init(inputs: [Tensor], targets: [Tensor], batches: ArraySlice<[Int]>) {
        self.inputs = inputs
        self.targets = targets
        self.batches = batches
    }

    func next() throws -> Batch? {
        try Interruption.check()
        guard let positions = batches.popFirst() else { return nil }
        let rows = try Tensor(positions)
        return Batch(
            inputs: try inputs.map { try $0.indexSelect(0, rows) },
            targets: try targets.map { try $0.indexSelect(0, rows) }, count: positions.count, positions: positions)
    }
}
