import Pictures
import Tensors

/// The memory of one batch while its items are prepared, each in its own row.
///
/// Rows are written by different threads; everything else is guarded by the queue.
final class BatchBuffer: @unchecked Sendable {
    /// Where each row's item stands in its set.
    var positions: [Int]
    /// Rows that are not finished yet.
    var remaining: Int
    /// Rows whose picture could not be read, and why.
    var failures: [(row: Int, error: PictureError)] = []

    private let pictures: Tensor
    private let masks: Tensor?
    private let pictureStart: UnsafeMutablePointer<Float>
    private let maskStart: UnsafeMutablePointer<Int64>?
    private let rowLength: Int
    private let maskLength: Int

    init(positions: [Int], size: PictureSize, channels: Int, hasMasks: Bool) throws(TensorError) {
        self.positions = positions
        remaining = positions.count
        rowLength = size.pixels * channels
        maskLength = size.pixels
        pictures = try Tensor(uninitialized: [positions.count, size.height, size.width, channels])
        masks =
            hasMasks ? try Tensor(uninitialized: [positions.count, size.height, size.width], dtype: .int64) : nil
        // The tensors live as long as this does, and never move.
        let start = try pictures.withMutableBytes { $0.bindMemory(to: Float.self).baseAddress }
        maskStart = try masks?.withMutableBytes { $0.bindMemory(to: Int64.self).baseAddress }
        guard let start else { throw .operation("a batch of no pictures") }
        pictureStart = start
    }

    func picture(_ row: Int) -> UnsafeMutablePointer<Float> { pictureStart + row * rowLength }

    func mask(_ row: Int) -> UnsafeMutablePointer<Int64>? { maskStart.map { $0 + row * maskLength } }

    /// Closes the gaps that rows without a picture leave.
    func remove(_ rows: Set<Int>) {
        var kept = 0
        for row in positions.indices where !rows.contains(row) {
            if kept != row {
                picture(kept).update(from: picture(row), count: rowLength)
                if let from = mask(row), let to = mask(kept) { to.update(from: from, count: maskLength) }
                positions[kept] = positions[row]
            }
            kept += 1
        }
        positions.removeLast(positions.count - kept)
    }

    /// The batch of all rows: `[n, channels, height, width]`, channels last in memory.
    func batch(_ targets: Targets) throws(TensorError) -> Batch {
        var (inputs, labels) = (pictures, masks)
        if positions.count < pictures.shape[0] {
            inputs = try inputs.slice(0, 0, positions.count)
            labels = try labels?.slice(0, 0, positions.count)
        }
        let encoded = if let labels { [labels] } else { try targets.tensors(at: positions) }
        return Batch(
            inputs: [try inputs.permute([0, 3, 1, 2])], targets: encoded, count: positions.count,
            positions: positions)
    }
}
