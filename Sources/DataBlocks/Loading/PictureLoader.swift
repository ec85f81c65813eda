import Foundation
import Pictures
import Tensors

/// Loads the pictures of a set in batches.
///
/// What is random in a pass follows from one number that the engine's generator gives at its beginning:
/// after the same seed the same pass comes again, on however many threads.
public final class PictureLoader: Loader {
    public let set: PictureSet
    public let batchSize: Int
    /// Whether each pass has its own order, and leaves out the last partial batch.
    public let isShuffled: Bool
    public let dropsLast: Bool
    /// Whether pictures are changed at random.
    public let isAugmented: Bool
    private let settings: LoaderSettings

    public init(
        _ set: PictureSet, settings: LoaderSettings, batchSize: Int, isShuffled: Bool = false,
        dropsLast: Bool = false, isAugmented: Bool = false
    ) {
        self.set = set
        self.settings = settings
        self.batchSize = max(1, batchSize)
        self.isShuffled = isShuffled
        self.dropsLast = dropsLast
        self.isAugmented = isAugmented
    }

    public var itemCount: Int { usable.count }

    public func identify(_ fingerprint: inout DataFingerprint) { set.identify(&fingerprint) }

    public var batchCount: Int { batchCount(of: usable.count) }

    public func epoch() throws -> any BatchIterator { try epoch(ahead: settings.batchesAhead, limit: nil) }

    public func oneBatch() throws -> Batch {
        guard let batch = try epoch(ahead: 0, limit: 1).next() else { throw noBatch }
        return batch
    }

    /// Begins a pass with everything random following from `seed`.
    public func epoch(seed: Int) throws -> any BatchIterator {
        try epoch(ahead: settings.batchesAhead, limit: nil, seed: seed)
    }

    private func epoch(ahead: Int, limit: Int?, seed: Int? = nil) throws -> PictureEpoch {
        var order = usable
        guard !order.isEmpty || (set.count == 0 && !dropsLast) else {
            throw settings.bad.errors.first.map { DataBlockError.allBad(count: set.count, first: $0) } ?? noBatch
        }
        let batches = min(limit ?? .max, batchCount(of: order.count))
        guard batches > 0 || !dropsLast else { throw noBatch }
        let seed = try seed ?? drawnSeed()
        if isShuffled {
            var generator = ItemGenerator(seed: seed, epoch: 1)
            order = generator.shuffled(order)
        }
        let taken = min(order.count, batches * batchSize)
        let size = set.count == 0 ? PictureSize(1) : try settings.size(for: set)
        let queue = PictureQueue(
            set, settings.transforms, size: size, order: Array(order[..<taken]), batchSize: batchSize,
            isTraining: isAugmented, seed: seed, ahead: ahead, checkInterruption: settings.checkInterruption)
        queue.start(workers: min(settings.workers, taken))
        return PictureEpoch(
            queue, set: set, transforms: settings.transforms, bad: settings.bad, batchCount: batches,
            isTraining: dropsLast, spares: order[taken...])
    }

    private func drawnSeed() throws(TensorError) -> Int {
        guard isShuffled || isAugmented else { return 0 }
        return try Tensor.randint(0, 1 << 62, [1]).intItem()
    }

    private var usable: [Int] {
        if settings.bad.errors.isEmpty { return Array(set.sources.indices) }
        return set.sources.indices.filter { index in !settings.bad.contains(set.sources[index]) }
    }

    private func batchCount(of items: Int) -> Int {
        dropsLast ? items / batchSize : (items + batchSize - 1) / batchSize
    }

    private var noBatch: DataBlockError { .noBatch(items: usable.count, batchSize: batchSize) }
}

/// What the loaders of one ``PictureLoaders`` share. Changes take effect with the next pass.
public final class LoaderSettings {
    public var transforms: PictureTransforms
    public let bad: BadPictures
    /// Threads that prepare pictures beside the one that trains; 0 leaves all to that one.
    public var workers: Int
    /// Batches kept ready; each takes its pictures' size in memory.
    public var batchesAhead: Int
    /// Throws when the user asked for a stop; looked at between pictures.
    public var checkInterruption: @Sendable () throws -> Void = { try Interruption.check() }

    public init(
        transforms: PictureTransforms, bad: BadPictures = BadPictures(),
        workers: Int = min(16, ProcessInfo.processInfo.activeProcessorCount), batchesAhead: Int = 1
    ) {
        self.transforms = transforms
        self.bad = bad
        self.workers = workers
        self.batchesAhead = batchesAhead
    }

    /// The size of a batch's pictures: the transforms', else that of the first picture that opens.
    func size(for set: PictureSet) throws -> PictureSize {
        if let size = transforms.size { return size }
        var first: PictureError?
        for source in set.sources {
            do throws(PictureError) {
                let size = try PicturePreparer(transforms).item(
                    source, training: false, generator: ItemGenerator(seed: 0)
                ).size
                transforms.ownSize = size
                return size
            } catch {
                first = first ?? error
                bad.add(error, for: source)
            }
        }
        if let first { throw DataBlockError.allBad(count: set.count, first: first) }
        throw DataBlockError.noItems(source: "the data set")
    }
}
