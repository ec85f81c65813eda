import DataBlocks
import Tensors

/// Texts as indices of words, with what is to be learnt about them.
public struct TextSet: Sendable {
    public let texts: [[Int]]
    public let targets: Targets
    /// What each text is called, such as its file, for messages; empty when nobody knows.
    public let names: [String]

    public init(_ texts: [[Int]], targets: Targets = .none, names: [String] = []) {
        self.texts = texts
        self.targets = targets
        self.names = names
    }

    public var count: Int { texts.count }

    public func subset(_ places: [Int]) -> TextSet {
        TextSet(
            places.map { texts[$0] }, targets: targets.subset(places),
            names: names.isEmpty ? [] : places.map { names[$0] })
    }
}
