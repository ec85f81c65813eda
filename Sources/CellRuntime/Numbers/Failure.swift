/// An error of a function on plain numbers and text, by the name of CPython's exception and with its
/// message. What binds such a function to cells raises it there.
struct Failure: Error, Equatable {
    enum Kind: String {
        case valueError = "ValueError"
        case typeError = "TypeError"
        case overflowError = "OverflowError"
        case zeroDivisionError = "ZeroDivisionError"
        case indexError = "IndexError"
        case keyError = "KeyError"
        case memoryError = "MemoryError"
        case unicodeDecodeError = "UnicodeDecodeError"
        case unicodeEncodeError = "UnicodeEncodeError"
    }

    let kind: Kind
    let message: String

    static func value(_ message: String) -> Failure { Failure(kind: .valueError, message: message) }
    static func type(_ message: String) -> Failure { Failure(kind: .typeError, message: message) }
    static func overflow(_ message: String) -> Failure { Failure(kind: .overflowError, message: message) }
    static func zeroDivision(_ message: String) -> Failure {
        Failure(kind: .zeroDivisionError, message: message)
    }
}
