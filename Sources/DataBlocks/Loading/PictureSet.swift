import Pictures
import Tensors

/// Pictures with what is to be learnt about them.
public struct PictureSet: Sendable {
    public let sources: [PictureSource]
    public let targets: Targets

    public init(_ sources: [PictureSource], targets: Targets = .none) {
        self.sources = sources
        self.targets = targets
    }

    public var count: Int { sources.count }

    /// The pictures at these positions, in this order.
    public func subset(_ positions: [Int]) -> PictureSet {
        PictureSet(positions.map { sources[$0] }, targets: targets.subset(positions))
    }
}

/// The encoded labels of a set of items, one for each.
public enum Targets: Sendable, Equatable {
    case none
    /// Indices into the vocabulary.
    case categories([Int])
    /// Several indices each.
    case several([[Int]], classes: Int)
    /// Equally many numbers each.
    case numbers([[Float]])
    /// A picture each, whose grey values are classes below `classes`; 0 classes means any.
    case masks([PictureSource], classes: Int)

    /// The labels of some items as tensors; masks are read with the pictures instead.
    public func tensors(at positions: [Int]) throws(TensorError) -> [Tensor] {
        switch self {
        case .none, .masks: return []
        case .categories(let indices): return [try Tensor(positions.map { indices[$0] })]
        case .several(let lists, let classes):
            var values = [Float](repeating: 0, count: positions.count * classes)
            for (row, position) in positions.enumerated() {
                for index in lists[position] { values[row * classes + index] = 1 }
            }
            return [try Tensor(values, shape: [positions.count, classes])]
        case .numbers(let rows):
            let width = rows.first?.count ?? 1
            let shape = width == 1 ? [positions.count] : [positions.count, width]
            return [try Tensor(positions.flatMap { rows[$0] }, shape: shape)]
        }
    }

    /// The labels of the items at these positions.
    public func subset(_ positions: [Int]) -> Targets {
        switch self {
        case .none: .none
        case .categories(let indices): .categories(positions.map { indices[$0] })
        case .several(let lists, let classes): .several(positions.map { lists[$0] }, classes: classes)
        case .numbers(let rows): .numbers(positions.map { rows[$0] })
        case .masks(let sources, let classes): .masks(positions.map { sources[$0] }, classes: classes)
        }
    }
}
