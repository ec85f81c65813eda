/// Why data cannot be trained on.
public enum DataBlockError: Error, Equatable, CustomStringConvertible {
    /// Fewer items than a full batch, and training leaves partial ones out.
    case noBatch(items: Int, batchSize: Int)

    public var description: String {
        switch self {
        case .noBatch(let items, let batchSize):
            "\(items) items do not fill one batch of \(batchSize): choose a smaller batch size, such as bs=\(max(1, items / 4))"
        }
    }
}
