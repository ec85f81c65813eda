import Foundation
import Pictures
import Tensors

/// One pass's work: every item in order, prepared by several threads at once into the batches it
/// belongs to. What is prepared does not depend on who prepares it, or when.
///
/// Threads of its own run at low priority: they use what the training step leaves idle. The thread that
/// waits for a batch helps to finish it at its own priority.
final class PictureQueue: @unchecked Sendable {
    private let set: PictureSet
    private let transforms: PictureTransforms
    private let size: PictureSize
    private let order: [Int]
    private let batchSize: Int
    private let isTraining: Bool
    private let seed: Int
    /// Batches that may be prepared before they are asked for.
    private let ahead: Int
    let checkInterruption: @Sendable () throws -> Void

    private let condition = NSCondition()
    private var nextItem = 0
    private var asked = 0
    private var buffers: [Int: BatchBuffer] = [:]
    private var failure: (any Error)?
    private var isStopped = false

    init(
        _ set: PictureSet, _ transforms: PictureTransforms, size: PictureSize, order: [Int], batchSize: Int,
        isTraining: Bool, seed: Int, ahead: Int, checkInterruption: @escaping @Sendable () throws -> Void
    ) {
        self.set = set
        self.transforms = transforms
        self.size = size
        self.order = order
        self.batchSize = batchSize
        self.isTraining = isTraining
        self.seed = seed
        self.ahead = ahead
        self.checkInterruption = checkInterruption
    }

    func start(workers: Int) {
        for _ in 0..<workers {
            let thread = Thread { [self] in
                #if os(Linux)
                    setpriority(__priority_which_t(UInt32(PRIO_PROCESS.rawValue)), 0, 10)
                #endif
                work()
            }
            thread.stackSize = 2 << 20
            thread.start()
        }
    }

    /// Ends the work; items already begun are finished by their threads and thrown away.
    func stop() {
        condition.withLock {
            isStopped = true
            buffers = [:]
            condition.broadcast()
        }
    }

    /// The batch of this number with all rows done. Numbers must be asked for in order.
    func batch(_ number: Int) throws -> BatchBuffer {
        let preparer = PicturePreparer(transforms)
        while true {
            try checkInterruption()
            condition.lock()
            if let failure {
                condition.unlock()
                throw failure
            }
            if asked < number {
                asked = number
                condition.broadcast()
            }
            if let buffer = buffers[number], buffer.remaining == 0 {
                buffers[number] = nil
                asked = number + 1
                condition.broadcast()
                condition.unlock()
                return buffer
            }
            guard nextItem < min((number + 1) * batchSize, order.count) else {
                // Others are at its last items.
                _ = condition.wait(until: Date(timeIntervalSinceNow: 0.05))
                condition.unlock()
                continue
            }
            let job = take()
            condition.unlock()
            if let job { perform(job, preparer) }
        }
    }

    /// Prepares an item into a row on the calling thread.
    func prepare(_ position: Int, _ row: Int, of buffer: BatchBuffer, _ preparer: PicturePreparer) throws {
        let generator = ItemGenerator(seed: seed, item: position)
        try preparer.prepare(
            set.sources[position], training: isTraining, generator: generator, size: size,
            into: buffer.picture(row))
        if case .masks(let masks, let classes) = set.targets, let target = buffer.mask(row) {
            try Self.checkShape(of: masks[position], over: set.sources[position])
            try preparer.prepareMask(
                masks[position], training: isTraining, generator: generator, size: size, into: target)
            let largest = Int(UnsafeBufferPointer(start: target, count: size.pixels).max() ?? 0)
            if classes > 0, largest >= classes {
                throw DataBlockError.wrongMask(masks[position].name, value: largest, classes: classes)
            }
        }
    }

    /// A mask may be smaller than its picture, not of another shape.
    private static func checkShape(of mask: PictureSource, over picture: PictureSource) throws {
        let (size, whole) = (try mask.size(), try picture.size())
        let (a, b) = (size.width * whole.height, whole.width * size.height)
        // Halving an odd side may round.
        guard abs(a - b) > max(whole.width + size.width, whole.height + size.height) else { return }
        throw DataBlockError.maskShape(mask.name, size, picture: whole)
    }

    // MARK: Jobs

    private struct Job {
        let buffer: BatchBuffer
        let row: Int
    }

    private func work() {
        let preparer = PicturePreparer(transforms)
        while true {
            condition.lock()
            while !isStopped, failure == nil, nextItem >= limit, nextItem < order.count { condition.wait() }
            guard !isStopped, failure == nil, nextItem < order.count else { return condition.unlock() }
            let job = take()
            condition.unlock()
            if let job { perform(job, preparer) }
        }
    }

    /// Items before this one may be begun now.
    private var limit: Int { min(order.count, (asked + 1 + ahead) * batchSize) }

    /// The next item; called with the lock held.
    private func take() -> Job? {
        let (number, row) = nextItem.quotientAndRemainder(dividingBy: batchSize)
        do {
            let buffer = try buffers[number] ?? makeBuffer(number)
            buffers[number] = buffer
            nextItem += 1
            return Job(buffer: buffer, row: row)
        } catch {
            fail(error)
            return nil
        }
    }

    private func makeBuffer(_ number: Int) throws(TensorError) -> BatchBuffer {
        let rows = number * batchSize..<min((number + 1) * batchSize, order.count)
        var hasMasks = false
        if case .masks = set.targets { hasMasks = true }
        return try BatchBuffer(
            positions: Array(order[rows]), size: size, channels: transforms.channels, hasMasks: hasMasks)
    }

    private func perform(_ job: Job, _ preparer: PicturePreparer) {
        var bad: PictureError?
        do {
            try prepare(job.buffer.positions[job.row], job.row, of: job.buffer, preparer)
        } catch let error as PictureError where error.isAboutThePicture {
            bad = error
        } catch {
            return condition.withLock { fail(error) }
        }
        condition.withLock {
            if let bad { job.buffer.failures.append((job.row, bad)) }
            job.buffer.remaining -= 1
            if job.buffer.remaining == 0 { condition.broadcast() }
        }
    }

    private func fail(_ error: any Error) {
        if failure == nil { failure = error }
        condition.broadcast()
    }
}

extension PictureError {
    /// Whether another picture may do better.
    var isAboutThePicture: Bool {
        if case .codecs = fault { false } else { true }
    }
}
