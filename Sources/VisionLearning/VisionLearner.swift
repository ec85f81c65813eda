import DataBlocks
import DataSources
import Display
import Layers
import Tensors
import Training

/// How a learner for pictures is built; the defaults are those of fastai's `vision_learner`.
public struct VisionSettings {
    /// Whether the body begins with published weights, and frozen.
    public var pretrained = true
    /// Whether the weights' statistics are added to the data's transforms, unless there are some.
    public var normalises = true
    /// Outputs of the model; nil takes what the data needs.
    public var outputs: Int?
    public var head = HeadSettings()
    /// In place of fastai's head; such a learner cannot be exported.
    public var customHead: Module?
    /// Makes a U-Net of the body, for a class for each pixel; nil for fastai's head.
    public var unet: UNetSettings?
    /// In place of the published weights: the whole network's, by its publisher's names.
    public var weights: StateDict?
    /// Where published weights come from.
    public var store = DataStore()
    /// Nil takes the loss that suits the data's targets.
    public var loss: (any LossFunction)?
    public var rule: any UpdateRule = Adam()
    /// Where files of the learner go; nil takes the data's path.
    public var path: String?

    public init() {}
}

/// A learner of pictures: a body, usually pretrained, and a head.
public final class VisionLearner: Learner {
    public let architecture: Architecture
    public let settings: VisionSettings
    public let pictures: PictureLoaders

    /// fastai's `vision_learner`.
    ///
    /// - Throws: ``VisionError/noOutputs``; what ``Architecture/pretrainedWeights(from:display:)`` throws.
    public init(
        _ data: PictureLoaders, _ architecture: Architecture = .efficientnet_lite0,
        _ settings: VisionSettings = VisionSettings(), metrics: [any Metric] = [], callbacks: [any Callback] = [],
        display: @escaping (DisplayEvent) -> Void = { _ in }
    ) throws {
        self.architecture = architecture
        self.settings = settings
        pictures = data
        let model = try Self.model(data, architecture, settings, display)
        if settings.pretrained, settings.normalises, data.transforms.channels == architecture.normalisation.mean.count {
            data.normaliseIfNeeded(architecture.normalisation)
        }
        try super.init(
            data, model: model, loss: settings.loss, metrics: metrics, callbacks: callbacks, rule: settings.rule,
            split: { ($0 as? UNet)?.groups(architecture) ?? architecture.groups($0) }, path: settings.path,
            display: display)
        if settings.pretrained { try freeze() }
    }

    private static func model(
        _ data: PictureLoaders, _ architecture: Architecture, _ settings: VisionSettings,
        _ display: @escaping (DisplayEvent) -> Void
    ) throws -> Module {
        let outputs = settings.outputs ?? data.outputs
        guard outputs > 0 else { throw VisionError.noOutputs }
        var weights: StateDict?
        if settings.pretrained {
            weights = try settings.weights ?? architecture.pretrainedWeights(from: settings.store, display: display)
        }
        let body = try architecture.body(channels: data.transforms.channels, weights: weights)
        if let unet = settings.unet {
            let shape = try data.train.oneBatch().inputs[0].shape
            return try UNet(
                UNetBody(body), outputs: outputs, channels: shape[1], size: (shape[2], shape[3]), unet)
        }
        if let head = settings.customHead { return Sequential(body, head) }
        let head = try Sequential.head(features: architecture.features, outputs: outputs, settings.head)
        try head.initialiseKaiming()
        return Sequential(body, head)
    }
}
