import CellRuntime
import DataBlocks
import DataSources
import Layers
import TabularLearning
import TextLearning
import Training
import VisionLearning

// What the errors of the learning tower are for cells.

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

extension TrainingError: CellError {
    public var raise: Raise {
        switch self {
        case .notANumber: Raise(exceptions.floatingPointError, description)
        case .nothingRecorded: .runtimeError(description)
        default: .valueError(description)
        }
    }
}

extension LayerError: CellError {
    public var raise: Raise { .valueError(description) }
}

extension TableError: CellError {
    public var raise: Raise {
        switch self {
        case .unknownUser, .unknownItem: Raise(exceptions.lookupError, description)
        default: .valueError(description)
        }
    }
}

extension VisionError: CellError {
    public var raise: Raise { .valueError(description) }
}

extension ExportError: CellError {
    public var raise: Raise {
        if case .noFile = self { return Raise(exceptions.fileNotFoundError, description) }
        return .valueError(description)
    }
}

extension TextError: CellError {
    public var raise: Raise {
        switch self {
        case .noTexts, .unreadable: Raise(exceptions.fileNotFoundError, description)
        default: .valueError(description)
        }
    }
}

extension SoundError: CellError {
    public var raise: Raise { Raise(exceptions.osError, description) }
}
