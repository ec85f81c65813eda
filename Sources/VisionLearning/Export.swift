import DataBlocks
import Display
import Foundation
import Layers
import Tensors
import Training

/// What an export says beside the weights: enough to build the learner again, and no code.
private struct ExportDescription: Codable {
    static let current = 1
    var format = current
    var architecture: Architecture
    var head: HeadSettings
    var outputs: Int
    var target: TargetKind
    var vocabulary: Vocabulary?
    var transforms: PictureTransforms
    /// The probability above which a class is predicted, for several classes.
    var threshold: Double?
}

extension VisionLearner: ExportableLearner {
    public static let exportKind = "vision"

    /// Writes everything that predicting needs into one file: weights, classes, transforms, architecture.
    ///
    /// - Throws: ``VisionError/notExportable`` for a head of one's own.
    @discardableResult
    public func export(_ name: String = "export.pkl") throws -> String {
        guard settings.customHead == nil, let head = try (model as? Sequential)?.layer(-1) as? Sequential,
            let last = head.modules.compactMap({ $0 as? Linear }).last
        else { throw VisionError.notExportable }
        let description = ExportDescription(
            architecture: architecture, head: settings.head, outputs: last.weight.shape[0], target: pictures.target,
            vocabulary: pictures.vocabulary, transforms: pictures.transforms,
            threshold: (loss as? BinaryCrossEntropyLoss)?.threshold)
        let file = exportPath(name)
        try ExportFile.write(description, kind: Self.exportKind, weights: model.stateDict, to: file)
        return file
    }

    /// Opens an export for predicting: fastai's `load_learner`. The data is empty.
    ///
    /// - Throws: `ExportError`.
    public static func load(
        export path: String, display: @escaping (DisplayEvent) -> Void = { _ in }
    ) throws -> VisionLearner {
        try load(ExportFile(contentsOf: path), display: display)
    }

    /// The same for a file that has been read.
    public static func load(
        _ file: ExportFile, display: @escaping (DisplayEvent) -> Void = { _ in }
    ) throws -> VisionLearner {
        let description = try file.decode(ExportDescription.self, newest: ExportDescription.current)
        // Before a network of that many outputs is made.
        guard file.weights.contains(where: { $0.tensor.shape.first == description.outputs }),
            description.head.hidden.allSatisfy({ width in file.weights.contains { $0.tensor.shape.first == width } })
        else { throw file.damaged("its sizes are not those of its weights") }
        return try VisionLearner(description, file.weights, display)
    }

    private convenience init(
        _ description: ExportDescription, _ weights: StateDict, _ display: @escaping (DisplayEvent) -> Void
    ) throws {
        let data = PictureLoaders(
            train: PictureSet([]), valid: PictureSet([]), transforms: description.transforms,
            target: description.target, vocabulary: description.vocabulary, split: Split(train: [], valid: []))
        var settings = VisionSettings()
        (settings.pretrained, settings.head, settings.outputs) = (false, description.head, description.outputs)
        if let threshold = description.threshold { settings.loss = BinaryCrossEntropyLoss(threshold: threshold) }
        try self.init(data, description.architecture, settings, display: display)
        try model.load(weights)
        model.eval()
    }
}
