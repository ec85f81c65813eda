extension Failure: CellError {
    var raise: Raise {
        switch kind {
        case .valueError: .valueError(message)
        case .typeError: .typeError(message)
        case .overflowError: .overflowError(message)
        case .zeroDivisionError: .zeroDivision(message)
        case .indexError: .indexError(message)
        case .keyError: .keyError(.string(message))
        case .memoryError: .memoryError(message)
        case .unicodeDecodeError: Raise(exceptions.unicodeDecodeError, message)
        case .unicodeEncodeError: Raise(exceptions.unicodeEncodeError, message)
        }
    }
}

/// Does something with plain numbers or text, its errors raised for cells.
@inline(__always)
func raising<Result>(_ body: () throws(Failure) -> Result) throws(Raise) -> Result {
    do throws(Failure) { return try body() } catch { throw error.raise }
}

extension ParsedInteger {
    var value: Value {
        switch self {
        case .small(let value): .int(value)
        case .big(let value): .integer(value)
        }
    }
}
