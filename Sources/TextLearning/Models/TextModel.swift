import Layers
import Tensors

/// A model of texts: an encoder that remembers, and what is made of its outputs.
public protocol TextModel: Layers.Module {
    /// Forgets what was read before.
    func reset()
    /// The encoder's outputs of the last training batch, before and after their dropout, for the regularisation of
    /// activations.
    var activations: (raw: Tensor, dropped: Tensor)? { get set }
    /// The part that language model and classifier have in common, by fastai's names.
    var encoderModule: Layers.Module { get }
    /// fastai's parameter groups, nearest to the input first.
    var groups: [[Tensor]] { get }
}

/// Predicts the next word at each place: `[n, steps] -> [n, steps, words]` (fastai's `get_language_model`).
public final class LanguageModel: Module, TextModel {
    public let encoder: AWDLSTM
    private let decoder: Decoder
    public var activations: (raw: Tensor, dropped: Tensor)?

    public init(words: Int, _ settings: AWDLSTMSettings = .languageModel, dropout factor: Double = 1) throws {
        let settings = settings.dropping(factor)
        encoder = try AWDLSTM(words: words, settings)
        decoder = try Decoder(
            words: words, settings, tied: settings.tiesWeights ? encoder.encoder.weight : nil)
        super.init()
    }

    public override var kind: String { "SequentialRNN" }
    public override var members: [(name: String, member: Member)] {
        [("0", .module(encoder)), ("1", .module(decoder))]
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        let raw = try encoder(input)
        let dropped = try decoder.dropout(raw)
        activations = isTraining ? (raw, dropped) : nil
        return try decoder(dropped)
    }

    public func reset() { encoder.reset() }
    public var encoderModule: Module { encoder }

    public var groups: [[Tensor]] {
        let groups = encoder.groups
        let decoder = decoder.parameters.filter { parameter in !groups.words.contains { $0 === parameter } }
        return groups.layers + [groups.words + decoder]
    }

    /// The last layer, which says how likely each word is (fastai's `LinearDecoder`).
    private final class Decoder: Module {
        let weight: Tensor
        let bias: Tensor?
        let dropout: StepDropout

        init(words: Int, _ settings: AWDLSTMSettings, tied: Tensor?) throws {
            let linear = try tied == nil ? Linear(settings.embedding, words, bias: false) : nil
            if let linear { try withoutGradients { _ = try linear.weight.uniform_(-0.1, 0.1) } }
            guard let weight = tied ?? linear?.weight else { throw LayerError.sequence("a decoder needs weights") }
            self.weight = weight
            bias = try settings.hasOutputBias ? Tensor.zeros([words]) : nil
            try bias?.setRequiresGrad(true)
            dropout = StepDropout(settings.outputDropout)
        }

        override var kind: String { "LinearDecoder" }
        override var members: [(name: String, member: Member)] {
            [("decoder", .module(Weights(weight, bias))), ("output_dp", .module(dropout))]
        }
        override func forward(_ input: Tensor) throws -> Tensor { try input.linear(weight, bias: bias) }
    }

    /// The weights of the decoder as fastai's names nest them.
    private final class Weights: Module {
        private let weight: Tensor
        private let bias: Tensor?
        init(_ weight: Tensor, _ bias: Tensor?) { (self.weight, self.bias) = (weight, bias) }
        override var kind: String { "Linear" }
        override var settings: String {
            "in_features=\(weight.shape[1]), out_features=\(weight.shape[0]), bias=\(bias == nil ? "False" : "True")"
        }
        override var members: [(name: String, member: Member)] {
            [("weight", .parameter(weight))] + (bias.map { [("bias", .parameter($0))] } ?? [])
        }
    }
}
