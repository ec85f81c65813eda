/// What is wrong with a network or with the weights for it.
public enum LayerError: Error, Sendable, Equatable, CustomStringConvertible {
    case noForward(String)
    case inputCount(String, given: Int)
    /// A batch of one item has no spread to normalise by.
    case batchOfOne
    /// Weights that do not belong to the model.
    case weights(WeightMismatch)
    case unknownArchitecture(String, known: [String])
    case sequence(String)

    public var description: String {
        switch self {
        case .noForward(let kind): "\(kind) does not say how a batch goes through it: it needs a forward"
        case .inputCount(let kind, let given): "\(kind) takes one input, \(given) were given"
        case .batchOfOne:
            "a training batch of one item cannot be batch-normalised: take a batch size of at least 2"
        case .weights(let mismatch): mismatch.description
        case .unknownArchitecture(let name, let known):
            "there is no architecture '\(name)' here; there are \(known.joined(separator: ", "))"
        case .sequence(let words): words
        }
    }
}

/// How a state dictionary differs from what a model wants.
public struct WeightMismatch: Sendable, Equatable, CustomStringConvertible {
    public struct Shape: Sendable, Equatable {
        public let name: String
        public let wanted: [Int]
        public let found: [Int]
    }
    /// Keys that the model has and the file lacks.
    public var missing: [String] = []
    /// Keys that the file has and the model lacks.
    public var unexpected: [String] = []
    public var shapes: [Shape] = []

    public var isEmpty: Bool { missing.isEmpty && unexpected.isEmpty && shapes.isEmpty }

    public var description: String {
        var lines = ["the weights do not fit this model"]
        if let shape = shapes.first {
            lines.append(
                "\(shapes.count) of another shape, such as \(shape.name): \(shape.found) in the file, "
                    + "\(shape.wanted) in the model")
        }
        if !missing.isEmpty { lines.append("\(missing.count) missing, such as \(Self.some(missing))") }
        if !unexpected.isEmpty { lines.append("\(unexpected.count) unknown, such as \(Self.some(unexpected))") }
        return lines.joined(separator: "; ") + ". Build the model with the architecture, the number of outputs "
            + "and the head that the weights were saved with."
    }

    private static func some(_ names: [String]) -> String { names.prefix(3).joined(separator: ", ") }
}
