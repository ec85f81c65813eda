/// The loaders that a learner trains and validates with, and what is known about their labels.
///
/// Each kind of data has its own subclass, which also knows how to prepare a single item for prediction.
open class DataLoaders {
    public let train: any Loader
    public let valid: any Loader
    /// What the labels are.
    public let target: TargetKind
    /// The names of the categories in the order of their indices; nil for numbers.
    public let vocabulary: Vocabulary?
    /// Where a learner puts its files unless told otherwise.
    public var path: String

    public init(
        train: any Loader, valid: any Loader, target: TargetKind, vocabulary: Vocabulary? = nil, path: String = "."
    ) {
        self.train = train
        self.valid = valid
        self.target = target
        self.vocabulary = vocabulary
        self.path = path
    }

    /// One of the two sets with all its items in their own order, for predictions on it.
    open func inOrder(training: Bool) -> any Loader { training ? train : valid }

    /// Items of a training batch.
    public var batchSize: Int { train.batchSize }

    /// How many numbers a model must give for an item (fastai's `dls.c`).
    public var outputs: Int {
        switch target {
        case .category, .multiCategory, .mask: vocabulary?.count ?? 0
        case .regression(let outputs): outputs
        }
    }
}
