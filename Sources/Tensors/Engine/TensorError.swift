/// What went wrong in a tensor operation.
public enum TensorError: Error, Sendable, Equatable, CustomStringConvertible {
    /// libtorch refused the operation; its own words.
    case operation(String)
    /// The computation was stopped by ``Interruption``.
    case interrupted
    /// More memory than the budget or the machine has.
    case outOfMemory(String)
    /// The engine could not be opened.
    case engine(String)

    public var description: String {
        switch self {
        case .operation(let words), .outOfMemory(let words), .engine(let words): words
        case .interrupted: "interrupted"
        }
    }

    init(message: String) {
        let words = Self.cleaned(message)
        if words == "interrupted" {
            self = .interrupted
        } else if words.contains("not enough memory") || words.contains("can't allocate memory") {
            self = .outOfMemory(words)
        } else {
            self = .operation(words)
        }
    }

    /// The message without the lines that libtorch adds about its own source files.
    private static func cleaned(_ message: String) -> String {
        var lines = message.split(separator: "\n", omittingEmptySubsequences: false).prefix {
            !$0.hasPrefix("Exception raised from") && !$0.hasPrefix("frame #")
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
