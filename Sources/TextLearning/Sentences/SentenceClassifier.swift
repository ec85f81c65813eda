import DataBlocks
import Display
import Layers
import Tensors
import Training

/// The sentence encoder and a head: `[n, pieces] -> [n, outputs]`.
public final class SentenceClassifier: Module, TextModel {
    private let encoder: MiniLM
    private let head: Sequential
    public var activations: (raw: Tensor, dropped: Tensor)?

    public init(_ encoder: MiniLM, outputs: Int, head settings: TextHeadSettings = TextHeadSettings()) throws {
        self.encoder = encoder
        let widths = [MiniLM.width] + settings.hidden + [outputs]
        var layers: [Module] = []
        for (index, (inputs, outputs)) in zip(widths, widths.dropFirst()).enumerated() {
            layers += [try BatchNorm1d(inputs, bias: 1e-3), Dropout(index == 0 ? 0.2 : 0.1)]
            layers.append(try Linear(inputs, outputs, bias: false))
            if index < widths.count - 2 { layers.append(ReLU(inPlace: true)) }
        }
        if let range = settings.outputRange { layers.append(SigmoidRange(range.lowerBound, range.upperBound)) }
        head = Sequential(layers)
        super.init()
    }

    public override var members: [(name: String, member: Member)] {
        [("0", .module(encoder)), ("1", .module(head))]
    }

    public override func forward(_ input: Tensor) throws -> Tensor { try head(encoder(input)) }

    public func reset() {}
    public var encoderModule: Module { encoder }
    public var groups: [[Tensor]] { [encoder.parameters, head.parameters] }
}

extension TextClassifierLearner {
    /// A classifier whose body is the published sentence encoder, frozen at first. It reads the texts of the data anew,
    /// in its own pieces of words.
    public convenience init(
        _ data: TextLoaders, sentences: SentenceVectors, _ settings: TextSettings = TextSettings(),
        metrics: [any Metric] = [], callbacks: [any Callback] = [],
        display: @escaping (DisplayEvent) -> Void = { _ in }
    ) throws {
        let pieces = try data.read(by: sentences.pieces)
        let model = try SentenceClassifier(
            sentences.model, outputs: settings.outputs ?? data.outputs, head: settings.head)
        try self.init(pieces, model, settings, metrics: metrics, callbacks: callbacks, display: display)
        // Normalisation of the body belongs to it, and stays as it is.
        trainsFrozenNormalisation = false
        momenta = (0.95, 0.85, 0.95)
        try freeze()
    }
}
