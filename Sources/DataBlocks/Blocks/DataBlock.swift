import Foundation
import Pictures

/// The recipe that makes loaders of a source: fastai's `DataBlock` for pictures.
///
/// All functions run once, on the caller's thread, while the loaders are made.
///
///     let pets = DataBlock<String, String>(
///         getItems: { try imageFiles(in: $0) },
///         getX: { .file($0) },
///         getY: parentLabel,
///         splitter: .random(seed: 42),
///         itemTransforms: [.resize(Resize(192))])
///     let loaders = try pets.loaders(from: folder)
public struct DataBlock<Source, Item> {
    public var getItems: (Source) throws -> [Item]
    public var getX: (Item) throws -> PictureSource
    public var getY: (Item) throws -> Label
    public var splitter: Splitter<Item>
    public var target: TargetBlock
    public var transforms: PictureTransforms

    /// - Parameter channels: 3 for colour, 1 for grey pictures.
    public init(
        getItems: @escaping (Source) throws -> [Item], getX: @escaping (Item) throws -> PictureSource,
        getY: @escaping (Item) throws -> Label, splitter: Splitter<Item> = .random(),
        target: TargetBlock = .category(), itemTransforms: [ItemTransform] = [], augmentation: Augmentation? = nil,
        normalisation: Normalisation? = nil, channels: Int = 3
    ) {
        self.getItems = getItems
        self.getX = getX
        self.getY = getY
        self.splitter = splitter
        self.target = target
        transforms = PictureTransforms(
            items: itemTransforms, augmentation: augmentation, normalisation: normalisation, channels: channels)
    }

    /// What the recipe makes of a source before anything is loaded.
    struct Plan {
        let itemCount: Int
        let split: Split
        let sources: [PictureSource]
        let labels: [Label]
        let encoded: EncodedLabels
    }

    func plan(_ source: Source) throws -> Plan {
        let items = try getItems(source)
        guard !items.isEmpty else { throw DataBlockError.noItems(source: "\(source)") }
        let split = try splitter.split(items)
        if split.train.isEmpty { throw DataBlockError.emptySplit(training: true, items: items.count) }
        let chosen = split.train + split.valid
        let sources = try chosen.map { try getX(items[$0]) }
        let labels = try chosen.map { try getY(items[$0]) }
        let named = zip(sources, labels).map { (item: $0.name, label: $1) }
        return Plan(
            itemCount: items.count, split: split, sources: sources, labels: labels,
            encoded: try EncodedLabels(named, training: split.train.count, as: target))
    }

    /// Collects, splits and labels the items of a source.
    ///
    /// - Throws: ``DataBlockError``, or what one of the functions throws.
    public func loaders(from source: Source, _ options: LoadingOptions = LoadingOptions()) throws -> PictureLoaders {
        let plan = try plan(source)
        let count = plan.split.train.count
        let (training, validation) = (Array(0..<count), Array(count..<plan.sources.count))
        func set(_ places: [Int]) -> PictureSet {
            PictureSet(places.map { plan.sources[$0] }, targets: plan.encoded.targets.subset(places))
        }
        return PictureLoaders(
            train: set(training), valid: set(validation), transforms: transforms, target: plan.encoded.kind,
            vocabulary: plan.encoded.vocabulary, split: plan.split, options)
    }
}
