import Tensors

/// Some items, collated: what a model sees in one step.
public struct Batch: Sendable {
    /// What the model is given, each with the items along dimension 0. Pictures are
    /// `[count, 3, height, width]`, float32, channels last in memory.
    public var inputs: [Tensor]
    /// What it should answer; empty for items without labels. Categories are int64 `[count]`, several
    /// categories float32 `[count, classes]` of 0 and 1, numbers float32 `[count]` or `[count, outputs]`,
    /// masks int64 `[count, height, width]`.
    public var targets: [Tensor]
    /// How many items it has.
    public var count: Int
    /// Where each item stands in its data set; empty when nobody knows.
    public var positions: [Int]

    public init(inputs: [Tensor], targets: [Tensor], count: Int, positions: [Int] = []) {
        self.inputs = inputs
        self.targets = targets
        self.count = count
        self.positions = positions
    }
}

/// A source of batches: one data set with the way to go through it.
public protocol Loader: AnyObject {
    /// Items of a full batch.
    var batchSize: Int { get }
    /// Items of the data set.
    var itemCount: Int { get }
    /// Batches that one pass gives; known before it begins, as schedules need it. Only where more
    /// pictures turn out to be bad than a pass can spare are there fewer.
    var batchCount: Int { get }
    /// Begins a pass over the data, with everything random drawn anew.
    ///
    /// - Throws: ``DataBlockError`` when there is not one batch to give.
    func epoch() throws -> any BatchIterator
    /// The first batch of a new pass.
    func oneBatch() throws -> Batch
    /// Adds what tells its data from other data.
    func identify(_ fingerprint: inout DataFingerprint) throws
}

/// One pass over a ``Loader``'s data. Letting go of it ends the work behind it.
public protocol BatchIterator: AnyObject {
    /// The next batch, or nil at the end.
    ///
    /// - Throws: `TensorError.interrupted` soon after a stop was asked for; ``DataBlockError`` when the
    ///   items cannot be used.
    func next() throws -> Batch?
}

extension Loader {
    public func oneBatch() throws -> Batch {
        guard let batch = try epoch().next() else {
            throw DataBlockError.noBatch(items: itemCount, batchSize: batchSize)
        }
        return batch
    }
}
