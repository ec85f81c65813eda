import CellRuntime
import DataBlocks
import DataSources
import Pictures
import Tensors

// What the learning tower's errors are for cells.

extension TensorError: CellError {
    public var raise: Raise {
        switch self {
        case .interrupted: .interrupted
        case .outOfMemory(let words): .memoryError(words)
        case .operation(let words), .engine(let words): .runtimeError(words)
        }
    }
}

extension DataBlockError: CellError {
    public var raise: Raise {
        switch self {
        case .noFolder(let path): Raise(exceptions.osErrorClass(of: 2), description + Self.missing(path))
        case .unreadableFolder: Raise(exceptions.osErrorClass(of: 13), description)
        case .noColumn: Raise(exceptions.keyError, description)
        default: .valueError(description)
        }
    }

    private static func missing(_ path: String) -> String { path.isEmpty ? " (the path is empty)" : "" }
}

extension PictureError: CellError {
    public var raise: Raise {
        switch self {
        default: Raise(exceptions.osError, description)
        }
    }
}

extension DataError: CellError {
    public var raise: Raise {
        if case .cancelled = fault { return .interrupted }
        return Raise(exceptions.osError, description)
    }
}

extension Raise {
    /// What Ctrl-C raises.
    static var interrupted: Raise { Raise(ExceptionObject(exceptions.keyboardInterrupt, Tuple())) }
}
