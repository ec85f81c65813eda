import Tensors

/// Which items train and which validate, as positions in the list of items.
public struct Split: Sendable, Equatable {
    public var train: [Int]
    public var valid: [Int]

    public init(train: [Int], valid: [Int]) {
        self.train = train
        self.valid = valid
    }
}

/// A way to split items into a training and a validation set.
public struct Splitter<Item> {
    /// Splits a list of items.
    public let split: ([Item]) throws -> Split

    public init(_ split: @escaping ([Item]) throws -> Split) { self.split = split }

    /// A random part validates: fastai's `RandomSplitter`, the same split to the item for the same seed.
    ///
    /// - Parameters:
    ///   - validPercent: share of the items, from 0 to 1; the number is rounded down.
    ///   - seed: for PyTorch's generator, which is left seeded so, as fastai leaves it; without one the
    ///     generator goes on from where it stands.
    public static func random(validPercent: Double = 0.2, seed: Int? = nil) -> Splitter {
        Splitter { items in
            let order = try shuffled(items.count, seed)
            let cut = Int(validPercent * Double(items.count))
            return Split(train: Array(order[cut...]), valid: Array(order[..<cut]))
        }
    }

    /// Random parts of given shares, the rest left out: fastai's `RandomSubsetSplitter`.
    public static func randomSubset(train: Double, valid: Double, seed: Int? = nil) -> Splitter {
        Splitter { items in
            guard train > 0, valid > 0, train + valid <= 1 else {
                throw DataBlockError.invalidSetting(
                    "the shares \(train) and \(valid) must each be above 0 and together at most 1")
            }
            let order = try shuffled(items.count, seed)
            let (first, second) = (Int(Double(items.count) * train), Int(Double(items.count) * valid))
            return Split(train: Array(order[..<first]), valid: Array(order[first..<first + second]))
        }
    }

    /// The items at these positions validate; negative ones count from the end.
    public static func index(_ valid: [Int]) -> Splitter {
        Splitter { items in
            let places = valid.map { $0 < 0 ? $0 + items.count : $0 }
            if let wrong = zip(valid, places).first(where: { !items.indices.contains($0.1) }) {
                throw DataBlockError.invalidSetting("index \(wrong.0) is outside the \(items.count) items")
            }
            let chosen = Set(places)
            return Split(train: items.indices.filter { !chosen.contains($0) }, valid: places)
        }
    }

    /// The items for which the function says true validate.
    public static func function(_ isValid: @escaping (Item) throws -> Bool) -> Splitter {
        Splitter { items in
            let valid = try items.indices.filter { try isValid(items[$0]) }
            return try index(valid).split(items)
        }
    }

    /// The last or the first part validates: for data that is ordered, as by time.
    public static func end(validPercent: Double = 0.2, validLast: Bool = true) -> Splitter {
        Splitter { items in
            let cut = Int(validPercent * Double(items.count))
            let all = Array(items.indices)
            return validLast
                ? Split(train: Array(all.dropLast(cut)), valid: Array(all.suffix(cut)))
                : Split(train: Array(all.dropFirst(cut)), valid: Array(all.prefix(cut)))
        }
    }

    private static func shuffled(_ count: Int, _ seed: Int?) throws -> [Int] {
        if let seed { try RandomNumbers.seed(seed) }
        return try Tensor.randperm(count).array(of: Int.self)
    }
}

extension Splitter where Item == String {
    /// By the name of the folder two above a file, as in `train/cat/1.jpg`; items of other folders are
    /// left out.
    public static func grandparent(train: String = "train", valid: String = "valid") -> Splitter {
        Splitter { paths in
            let names = paths.map { PathParts($0).grandparent }
            return Split(
                train: paths.indices.filter { names[$0] == train }, valid: paths.indices.filter { names[$0] == valid })
        }
    }

    /// The files whose names are in the list validate: fastai's `FileSplitter`.
    public static func names(_ names: some Sequence<String>) -> Splitter {
        let valid = Set(names)
        return function { valid.contains(PathParts($0).name) }
    }
}
