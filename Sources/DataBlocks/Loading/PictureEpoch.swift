import Pictures
import Tensors

/// One pass over a ``PictureLoader``'s pictures. Bad ones are replaced by pictures that the pass would
/// have left out at its end, or the batch becomes smaller.
final class PictureEpoch: BatchIterator {
    private let queue: PictureQueue
    private let set: PictureSet
    private let transforms: PictureTransforms
    private let bad: BadPictures
    private let batchCount: Int
    private let isTraining: Bool
    private var spares: ArraySlice<Int>
    private var number = 0
    private var good = 0
    private var firstError: PictureError?

    init(
        _ queue: PictureQueue, set: PictureSet, transforms: PictureTransforms, bad: BadPictures, batchCount: Int,
        isTraining: Bool, spares: ArraySlice<Int>
    ) {
        self.queue = queue
        self.set = set
        self.transforms = transforms
        self.bad = bad
        self.batchCount = batchCount
        self.isTraining = isTraining
        self.spares = spares
    }

    deinit { queue.stop() }

    func next() throws -> Batch? {
        while number < batchCount {
            let buffer = try queue.batch(number)
            number += 1
            try replaceFailures(in: buffer)
            good += buffer.positions.count
            // Batch normalisation cannot train on a single item.
            if buffer.positions.count > (isTraining && set.count > 1 ? 1 : 0) { return try buffer.batch(set.targets) }
        }
        bad.tell()
        if good == 0, let firstError { throw DataBlockError.allBad(count: set.count, first: firstError) }
        return nil
    }

    private func replaceFailures(in buffer: BatchBuffer) throws {
        guard !buffer.failures.isEmpty else { return }
        let preparer = PicturePreparer(transforms)
        var empty = Set<Int>()
        for (row, error) in buffer.failures.sorted(by: { $0.row < $1.row }) {
            note(error, buffer.positions[row])
            var isFilled = false
            while !isFilled, let spare = spares.popFirst() {
                try queue.checkInterruption()
                do {
                    try queue.prepare(spare, row, of: buffer, preparer)
                    buffer.positions[row] = spare
                    isFilled = true
                } catch let error as PictureError where error.isAboutThePicture {
                    note(error, spare)
                }
            }
            if !isFilled { empty.insert(row) }
        }
        buffer.remove(empty)
    }

    private func note(_ error: PictureError, _ position: Int) {
        firstError = firstError ?? error
        bad.add(error, for: set.sources[position])
    }
}
