import DataBlocks
import Display
import Pictures
import Tensors
import Training

extension VisionLearner {
    /// Some pictures with their label over the prediction: fastai's `show_results`. Wrong ones are marked.
    public func showResults(maximum: Int = 9, training: Bool = false, shuffled: Bool = true) throws -> PictureSheet {
        let set = training ? pictures.trainSet : pictures.validSet
        var places = Array(set.sources.indices)
        if shuffled, !places.isEmpty { places = try Tensor.randperm(places.count).array() }
        let chosen = Array(places.prefix(maximum))
        let loader = PictureLoader(set.subset(chosen), settings: pictures.settings, batchSize: max(1, maximum))
        let batch = try loader.oneBatch()
        let decoded = try withoutGradients { try loss.decode(outputs(for: batch.inputs)) }
        if pictures.target == .mask { return try maskResults(batch, decoded) }
        let truths = try pictures.captions(of: batch.targets, count: batch.count)
        let answers = try pictures.captions(of: [decoded], count: batch.count)
        let captions = zip(truths, answers).map { "\($0)\n\($1)" + ($0 == $1 ? "" : " ✗") }
        return try pictures.sheet(of: batch, maximum: maximum, captions: captions)
    }

    /// True masks beside predicted ones.
    private func maskResults(_ batch: Batch, _ decoded: Tensor) throws -> PictureSheet {
        var said = batch
        said.targets = [decoded]
        let none = Array(repeating: "", count: batch.count)
        let left = try pictures.sheet(of: batch, maximum: batch.count, captions: none.map { _ in "Target" })
        let right = try pictures.sheet(of: said, maximum: batch.count, captions: none.map { _ in "Prediction" })
        return PictureSheet(items: zip(left.items, right.items).flatMap { [$0, $1] }, columns: 2)
    }
}

extension ClassificationInterpretation {
    /// The pictures that went worst, each with prediction, actual class, loss, and the prediction's probability.
    ///
    /// - Parameter largest: False shows those that went best.
    public func showTopLosses(_ count: Int, largest: Bool = true) throws -> PictureSheet {
        guard let loader = loader as? PictureLoader, let learner = learner as? VisionLearner else {
            throw TrainingError.setting("top losses are shown for a learner of pictures")
        }
        let worst = try topLosses(count, largest: largest)
        let positions = places
        let chosen = worst.map { positions[$0.index] }
        let batch = try PictureLoader(
            loader.set.subset(chosen), settings: learner.pictures.settings, batchSize: max(1, count)
        ).oneBatch()
        let captions = try worst.map { try caption($0.index) }
        return try learner.pictures.sheet(of: batch, maximum: count, captions: captions)
    }
}

/// The pictures of one class and set by falling loss, for going through them: the data behind fastai's
/// `ImageClassifierCleaner`.
public struct PictureCleaner {
    public struct Item: Sendable, Equatable {
        /// Where the picture is.
        public let source: PictureSource
        /// Its place in the set.
        public let index: Int
        public let loss: Double
        public let predicted: String
    }

    /// The classes.
    public let classes: [String]
    private let items: [[String: [Item]]]

    /// - Parameter limit: Pictures of each class and set.
    public init(_ learner: VisionLearner, limit: Int = 30) throws {
        classes = learner.pictures.vocabulary?.names ?? []
        items = try [true, false].map { try Self.items(learner, training: $0, limit: limit) }
    }

    /// The pictures of a class, worst first.
    public func items(_ name: String, training: Bool) -> [Item] { items[training ? 0 : 1][name] ?? [] }

    private static func items(_ learner: VisionLearner, training: Bool, limit: Int) throws -> [String: [Item]] {
        let set = training ? learner.pictures.trainSet : learner.pictures.validSet
        let interpretation = try ClassificationInterpretation(
            learner, loader: learner.pictures.inOrder(training: training))
        var groups: [String: [Item]] = [:]
        for (loss, row) in try interpretation.topLosses() {
            let (actual, predicted) = interpretation.answer(row)
            let place = interpretation.places[row]
            guard groups[actual, default: []].count < limit else { continue }
            groups[actual, default: []].append(
                Item(source: set.sources[place], index: place, loss: loss, predicted: predicted))
        }
        return groups
    }
}
