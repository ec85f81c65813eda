import DataBlocks
import Tensors
import Training

extension VisionLearner {
    /// Predictions as the mean over augmented versions of each picture, blended with those of the plain one: fastai's
    /// `tta`.
    ///
    /// - Parameters:
    ///   - versions: Augmented ones of each picture.
    ///   - plainShare: How much the plain picture counts.
    ///   - takesMaximum: The largest probability of any version instead.
    public func augmentedPredictions(
        training: Bool = false, versions: Int = 4, plainShare: Double = 0.25, takesMaximum: Bool = false
    ) throws -> Predictions {
        let plain = try predictions(pictures.orderedLoader(training: training))
        let loader = pictures.orderedLoader(training: training, isAugmented: true)
        var all: [Tensor] = []
        for _ in 0..<max(1, versions) { all.append(try predictions(loader).outputs) }
        let stacked = try Tensor.stack(all)
        let outputs: Tensor
        if takesMaximum {
            outputs = try Tensor.stack([stacked.amax([0]), plain.outputs]).amax([0])
        } else {
            let mean = try stacked.mean([0])
            outputs = try mean.add(.tensor(plain.outputs.sub(.tensor(mean)).mul(.double(plainShare))))
        }
        var result = Predictions(outputs: outputs, decoded: try withoutGradients { try loss.decode(outputs) })
        (result.targets, result.positions) = (plain.targets, plain.positions)
        return result
    }
}
