import DataBlocks
import Foundation
import Layers
import Pictures
import Tensors
import Training

@testable import VisionLearning

/// The path of a file beside the tests.
func fixture(_ name: String, from file: String = #filePath) -> String {
    URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)").path
}

/// Pictures of two colours, which anything can tell apart.
enum Colours {
    static func picture(_ index: Int) -> Picture {
        let red = index % 2 == 0
        return Picture(width: 40, height: 32, colour: red ? [220, UInt8(index), 20] : [20, UInt8(index), 220])
    }

    static func label(_ index: Int) -> Label { .text(index % 2 == 0 ? "red" : "blue") }

    /// 20 pictures, 4 of them for validation, of 32 pixels.
    static func data(
        labels: [Label]? = nil, target: TargetBlock? = nil, normalisation: Normalisation? = nil
    ) throws -> PictureLoaders {
        var options = LoadingOptions()
        (options.batchSize, options.workers) = (4, 1)
        options.path = FileManager.default.temporaryDirectory.path + "/vision-\(UUID().uuidString)"
        let blocks = ImageDataLoaders(
            seed: 3, itemTransforms: [.resize(Resize(32))], normalisation: normalisation, options: options)
        return try blocks.fromLists(
            (0..<20).map { .picture(picture($0)) }, labels: labels ?? (0..<20).map(label), target: target)
    }

    /// A learner with random weights.
    static func learner(
        _ data: PictureLoaders? = nil, _ settings: VisionSettings? = nil, _ architecture: Architecture = .resnet18
    )
        throws -> VisionLearner
    {
        var plain = VisionSettings()
        plain.pretrained = false
        try RandomNumbers.seed(1)
        return try VisionLearner(
            data ?? self.data(), architecture, settings ?? plain, metrics: [AverageMetric.errorRate()])
    }

    /// As for a pretrained learner, with weights that need no download.
    static func pretrained() throws -> VisionSettings {
        var settings = VisionSettings()
        try RandomNumbers.seed(1)
        settings.weights = try Architecture.resnet18.network().stateDict
        return settings
    }
}
