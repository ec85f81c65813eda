import DataBlocks
import DataSources
import Foundation
import Layers
import Tensors
import Testing
import Training

@testable import VisionLearning

/// Trains on real photos, where they lie beside the project and the weights are on this machine.
@Suite(.enabled(if: RealPhotos.isReady, "needs \(RealPhotos.folder) and the weights of efficientnet_lite0"))
struct RealPhotoTests {
    @Test func fewPhotosAndSmallOnesAreEnoughToTellCatsFromDogs() throws {
        let files = try imageFiles(in: RealPhotos.folder)
        let some = files.enumerated().filter { $0.offset % 5 == 0 }.map(\.element)
        var options = LoadingOptions()
        options.batchSize = 16
        let blocks = ImageDataLoaders(seed: 42, itemTransforms: [.resize(Resize(96))], options: options)
        let data = try blocks.fromNameFunction(some) { .bool($0.first?.isUppercase == true) }
        try RandomNumbers.seed(1)
        let learner = try VisionLearner(data, .efficientnet_lite0, metrics: [AverageMetric.errorRate()])
        try learner.freeze()
        try learner.fitOneCycle(2, peak: 4e-3)
        let error = try #require(learner.recorder.values.last?[2])
        #expect(error <= 0.25)
    }

    /// The packaged weights put 150 classes of dogs and cats where ImageNet has them.
    @Test func packagedWeightsKnowImageNet() throws {
        let state = try Architecture.efficientnet_lite0.pretrainedWeights()
        let network = try Architecture.efficientnet_lite0.network(initialised: false)
        try network.load(EfficientNetLite0.renamed(packaged: state))
        network.eval()
        let files = try imageFiles(in: RealPhotos.folder).enumerated().filter { $0.offset % 20 == 0 }.map(\.element)
        let transforms = PictureTransforms(items: [.resize(Resize(224))], normalisation: .imagenet)
        let right = try files.count { file in
            let scores: [Double] = try withoutGradients {
                try network(transforms.predictionInput(.file(file))).softmax(1).array()
            }
            let (dogs, cats) = (scores[151..<269].reduce(0, +), scores[281..<286].reduce(0, +))
            return (cats > dogs) == (PathParts(file).name.first?.isUppercase == true)
        }
        #expect(Double(right) / Double(files.count) >= 0.8)
    }
}

enum RealPhotos {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../shared/data/cats-dogs").standardizedFileURL.path

    static var isReady: Bool {
        guard FileManager.default.fileExists(atPath: folder),
            let entry = try? Catalogue.entry("efficientnet_lite0")
        else { return false }
        return DataStore().find(entry) != nil
    }
}
