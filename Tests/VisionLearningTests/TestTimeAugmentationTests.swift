import DataBlocks
import Tensors
import Testing

@testable import VisionLearning

@Suite(.serialized) struct TestTimeAugmentationTests {
    @Test func withoutAugmentationItIsThePlainPrediction() throws {
        let learner = try Colours.learner()
        let plain = try learner.predictions()
        let mean = try learner.augmentedPredictions(versions: 2)
        #expect(mean.outputs.shape == plain.outputs.shape)
        #expect(try mean.outputs.allClose(plain.outputs, absolute: 1e-5))
        #expect(try mean.targets[0].isEqual(to: plain.targets[0]))
        #expect(
            try learner.augmentedPredictions(versions: 2, takesMaximum: true).outputs.allClose(
                plain.outputs, absolute: 1e-5))
    }
}
