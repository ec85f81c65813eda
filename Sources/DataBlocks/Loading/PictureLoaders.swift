import Pictures
import Tensors

/// Loaders of pictures, and all that is needed to prepare one more for prediction.
public final class PictureLoaders: DataLoaders {
    public let settings: LoaderSettings
    public let trainSet: PictureSet
    public let validSet: PictureSet
    /// Where the items of both sets stood in the list that was split.
    public let split: Split

    public init(
        train: PictureSet, valid: PictureSet, transforms: PictureTransforms, target: TargetKind,
        vocabulary: Vocabulary?, split: Split, _ options: LoadingOptions = LoadingOptions()
    ) {
        settings = LoaderSettings(transforms: transforms)
        if let workers = options.workers { settings.workers = workers }
        settings.bad.report = options.report
        trainSet = train
        validSet = valid
        self.split = split
        super.init(
            train: PictureLoader(
                train, settings: settings, batchSize: options.batchSize, isShuffled: options.isShuffled,
                dropsLast: options.isShuffled, isAugmented: true),
            valid: PictureLoader(
                valid, settings: settings, batchSize: options.validBatchSize ?? options.batchSize),
            target: target, vocabulary: vocabulary, path: options.path)
    }

    /// What happens to each picture; a change takes effect with the next pass.
    public var transforms: PictureTransforms {
        get { settings.transforms }
        set { settings.transforms = newValue }
    }

    /// Adds a pretrained model's statistics, unless there are some already.
    public func normaliseIfNeeded(_ normalisation: Normalisation) {
        if transforms.normalisation == nil { transforms.normalisation = normalisation }
    }

    /// The pictures that could not be read and are left out.
    public var badPictures: [PictureError] { settings.bad.errors }

    // MARK: Other pictures

    /// A loader of other pictures, in their order, prepared as in validation (fastai's `dls.test_dl`).
    ///
    /// - Parameters:
    ///   - labels: as the label function would give them; their class must be in the vocabulary.
    ///   - isAugmented: as in training, for test-time augmentation.
    public func testLoader(
        _ sources: [PictureSource], labels: [Label]? = nil, batchSize: Int? = nil, isAugmented: Bool = false
    ) throws -> PictureLoader {
        var targets = Targets.none
        if let labels {
            let named = zip(sources, labels).map { (item: $0.name, label: $1) }
            targets = try EncodedLabels(named, training: named.count, as: block).targets
        }
        return PictureLoader(
            PictureSet(sources, targets: targets), settings: settings, batchSize: batchSize ?? self.batchSize,
            isAugmented: isAugmented)
    }

    /// A loader of one of the two sets in its own order, for predictions on it.
    public func orderedLoader(training: Bool, isAugmented: Bool = false) -> PictureLoader {
        PictureLoader(
            training ? trainSet : validSet, settings: settings, batchSize: batchSize, isAugmented: isAugmented)
    }

    public override func inOrder(training: Bool) -> any Loader { orderedLoader(training: training) }

    /// A batch of one picture, prepared as in validation.
    public func predictionInput(_ source: PictureSource) throws -> Tensor {
        try transforms.predictionInput(source)
    }

    private var block: TargetBlock {
        switch target {
        case .category: .category(vocabulary: vocabulary?.labels)
        case .multiCategory: .multiCategory(vocabulary: vocabulary?.labels)
        case .regression(let outputs): .regression(outputs: outputs)
        case .mask: .mask(codes: vocabulary?.names ?? [])
        }
    }
}

extension PictureTransforms {
    /// One picture as `[1, channels, height, width]`, prepared as in validation.
    ///
    /// - Throws: `PictureError` when it cannot be read.
    public func predictionInput(_ source: PictureSource) throws -> Tensor {
        var transforms = self
        // A picture alone need not be as large as others.
        transforms.ownSize = nil
        let preparer = PicturePreparer(transforms)
        let size = try transforms.size ?? preparer.item(source, training: false, generator: ItemGenerator(seed: 0)).size
        let buffer = try BatchBuffer(positions: [0], size: size, channels: channels, hasMasks: false)
        try preparer.prepare(
            source, training: false, generator: ItemGenerator(seed: 0), size: size, into: buffer.picture(0))
        guard let input = try buffer.batch(.none).inputs.first else {
            throw TensorError.operation("a batch of no pictures")
        }
        return input
    }
}
