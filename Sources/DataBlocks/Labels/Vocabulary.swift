/// The classes of a data set, each at its index.
public struct Vocabulary: Sendable, Equatable, Codable {
    /// The classes as the label function gave them.
    public let labels: [Label]
    private let indices: [Label: Int]

    /// - Parameter labels: in the order of their indices; of repeated ones the first counts.
    public init(_ labels: [Label]) {
        var indices = [Label: Int]()
        var unique = [Label]()
        for label in labels where indices[label] == nil {
            indices[label] = unique.count
            unique.append(label)
        }
        self.labels = unique
        self.indices = indices
    }

    /// The different labels of a training set in sorted order, as fastai has them.
    public init(sorting labels: some Sequence<Label>) {
        self.init(Set(labels).sorted { $0.precedes($1) })
    }

    public var count: Int { labels.count }

    /// What the classes are called, in the order of their indices.
    public var names: [String] { labels.map(\.name) }

    public func index(of label: Label) -> Int? { indices[label] }

    public subscript(index: Int) -> Label { labels[index] }

    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode([Label].self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(labels)
    }
}
