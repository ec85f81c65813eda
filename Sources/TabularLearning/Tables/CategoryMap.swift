import DataBlocks

/// The values of a categorical column, each at its index. Index 0 is for all that training did not have, missing
/// values included (fastai's `CategoryMap` with `add_na`).
public struct CategoryMap: Sendable, Equatable, Codable {
    /// What index 0 is called.
    public static let unknown = "#na#"
    /// The known values, from index 1 on.
    public let labels: [Label]
    private let indices: [Label: Int]

    /// - Parameter labels: different ones, in their order.
    public init(_ labels: [Label]) {
        self.labels = labels
        indices = Dictionary(labels.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    }

    /// The values of a column in sorted order: texts of all rows, others of the training rows only, as in fastai,
    /// whose texts pandas has made categories before the split.
    init(_ column: Column, trainingRows: [Int]) {
        var labels = Set<Label>()
        switch column {
        case .texts(let values): labels = Set(Set(values.compactMap(\.self)).map(Label.text))
        default: for row in trainingRows { if let label = column.label(row) { labels.insert(label) } }
        }
        self.init(Vocabulary(sorting: labels).labels)
    }

    /// How many indices there are, that of unknown values included.
    public var count: Int { labels.count + 1 }

    /// All values as shown, index 0 first.
    public var names: [String] { [Self.unknown] + labels.map(\.name) }

    /// The index of a value; 0 for one that is not known. A whole number also finds its fraction, `3.0`.
    public func index(of label: Label) -> Int {
        if let index = indices[label] { return index }
        switch label {
        case .int(let number): return indices[.number(Double(number))] ?? 0
        case .number(let number): return Int(exactly: number).flatMap { indices[.int($0)] } ?? 0
        default: return 0
        }
    }

    /// The name at an index.
    public func name(_ index: Int) -> String {
        labels.indices.contains(index - 1) ? labels[index - 1].name : Self.unknown
    }

    /// The indices of a whole column, and how often each value occurred that is not known.
    func encode(_ column: Column) -> (indices: [Int], unknown: [Label: Int]) {
        var unknown: [Label: Int] = [:]
        switch column {
        case .texts(let values):
            // Few different texts, many rows: each text is looked up by itself.
            let known = Dictionary(labels.enumerated().map { ($1.name, $0 + 1) }, uniquingKeysWith: { a, _ in a })
            let isText = labels.allSatisfy { if case .text = $0 { true } else { false } }
            let codes = values.map { value -> Int in
                guard let value else { return 0 }
                let code = isText ? known[value] ?? 0 : index(of: .text(value))
                if code == 0 { unknown[.text(value), default: 0] += 1 }
                return code
            }
            return (codes, unknown)
        default:
            let codes = (0..<column.count).map { row -> Int in
                guard let label = column.label(row) else { return 0 }
                let code = index(of: label)
                if code == 0 { unknown[label, default: 0] += 1 }
                return code
            }
            return (codes, unknown)
        }
    }

    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode([Label].self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(labels)
    }
}
