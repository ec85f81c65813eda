/// What a label function says about an item.
public enum Label: Sendable, Hashable, Codable {
    case text(String)
    case bool(Bool)
    case int(Int)
    case number(Double)
    /// Several classes, for ``TargetKind/multiCategory``.
    case several([Label])
    /// Several numbers, for ``TargetKind/regression(outputs:)``.
    case numbers([Double])

    /// As Python's `str` writes it: `cat`, `True`, `3`, `0.5`.
    public var name: String {
        switch self {
        case .text(let text): text
        case .bool(let flag): flag ? "True" : "False"
        case .int(let number): "\(number)"
        case .number(let number): "\(number)"
        case .several(let labels): labels.map(\.name).joined(separator: ";")
        case .numbers(let numbers): "(" + numbers.map { "\($0)" }.joined(separator: ", ") + ")"
        }
    }

    /// What kind it is, for messages.
    var kind: String {
        switch self {
        case .text: "text"
        case .bool: "True or False"
        case .int: "a whole number"
        case .number: "a number"
        case .several: "a list of classes"
        case .numbers: "a list of numbers"
        }
    }

    /// The order of a vocabulary: False before True, numbers by size, texts by code point, as Python sorts.
    func precedes(_ other: Label) -> Bool {
        switch (self, other) {
        case (.text(let a), .text(let b)): a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
        case (.text, _): false
        case (_, .text): true
        default: rank < other.rank
        }
    }

    private var rank: Double {
        switch self {
        case .bool(let flag): flag ? 1 : 0
        case .int(let number): Double(number)
        case .number(let number): number
        default: .infinity
        }
    }
}
