/// What went wrong in a tensor operation.
public enum TensorError: Error, Sendable, Equatable, CustomStringConvertible {
    /// libtorch refused the operation; its own words.
    case operation(String)
    /// An index beyond a dimension, or of a wrong kind.
    case index(String)
    /// An argument whose value does not suit the operation.
    case value(String)
    /// An argument of a wrong type.
    case type(String)
    /// This libtorch cannot do it.
    case notImplemented(String)
    /// The computation was stopped by ``Interruption``.
    case interrupted
    /// More memory than the budget or the machine has.
    case outOfMemory(String)
    /// The engine could not be opened.
    case engine(String)

    public var description: String {
        switch self {
        case .operation(let words), .index(let words), .value(let words), .type(let words), .notImplemented(let words),
            .outOfMemory(let words), .engine(let words):
            words
        case .interrupted: "interrupted"
        }
    }

    /// From a message of the shim: perhaps a kind and a unit separator, then libtorch's words.
    init(message: String) {
        let parts = message.split(separator: "\u{1f}", maxSplits: 1, omittingEmptySubsequences: false)
        let words = Self.cleaned(String(parts.last ?? ""))
        switch parts.count > 1 ? parts[0] : "" {
        case "index": self = .index(words)
        case "value": self = .value(words)
        case "type": self = .type(words)
        case "not implemented": self = .notImplemented(words)
        case "memory": self = .outOfMemory(words)
        case _ where words == "interrupted": self = .interrupted
        case _ where words.contains("not enough memory") || words.contains("can't allocate memory"):
            self = .outOfMemory(words)
        default: self = .operation(words)
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
