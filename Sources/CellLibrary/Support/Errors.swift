import CellRuntime
import DataBlocks
import DataSources
import Tensors

// What the errors of the learning tower are for cells.

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
        case .noFolder: Raise(exceptions.fileNotFoundError, description)
        case .unreadableFolder: Raise(exceptions.permissionError, description)
        case .noColumn: Raise(exceptions.lookupError, description)
        default: .valueError(description)
        }
    }
}

extension DataError: CellError {
    public var raise: Raise {
        switch fault {
        case .cancelled: .interrupted
        case .unwritable: Raise(exceptions.permissionError, description)
        case .unknownName, .badAddress: .valueError(description)
        case .timedOut: Raise(exceptions.timeoutError, description)
        default: Raise(exceptions.osError, description)
        }
    }
}

extension Raise {
    /// What Ctrl-C raises.
    static var interrupted: Raise { Raise(ExceptionObject(exceptions.keyboardInterrupt, Tuple())) }
}
