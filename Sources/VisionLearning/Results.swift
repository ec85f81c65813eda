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
