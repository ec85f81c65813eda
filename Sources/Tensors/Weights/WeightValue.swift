/// What a weight file may hold: tensors, numbers, text and plain containers of these.
public indirect enum WeightValue: Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case list([WeightValue])
    case tuple([WeightValue])
    case dictionary([Entry])
    case tensor(Tensor)

    public struct Entry: Sendable {
        public var key: WeightValue
        public var value: WeightValue

        public init(_ key: WeightValue, _ value: WeightValue) {
            self.key = key
            self.value = value
        }
    }

    public init(_ state: StateDict) {
        self = .dictionary(state.map { Entry(.string($0.name), .tensor($0.tensor)) })
    }

    /// The value under a text key of a dictionary.
    public subscript(key: String) -> WeightValue? {
        guard case .dictionary(let entries) = self else { return nil }
        return entries.last {
            if case .string(key) = $0.key { true } else { false }
        }?.value
    }

    /// A word for messages.
    var kind: String {
        switch self {
        case .null: "None"
        case .bool: "a boolean"
        case .int: "a whole number"
        case .double: "a number"
        case .string: "text"
        case .bytes: "bytes"
        case .list: "a list"
        case .tuple: "a tuple"
        case .dictionary: "a dictionary"
        case .tensor: "a tensor"
        }
    }
}
