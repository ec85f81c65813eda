import Layers
import Tensors

/// Words through layers of LSTM with dropout everywhere (Merity and others, 2018): `[n, steps] -> [n, steps, width]`.
/// It remembers its state from one call to the next, until ``reset()``. Names are those of fastai's `AWD_LSTM`.
public final class AWDLSTM: Module {
    public let configuration: AWDLSTMSettings
    public let encoder: Embedding
    private let encoderDropout: EmbeddingDropout
    private let layers: [DroppedLSTM]
    private let inputDropout: StepDropout
    private let hiddenDropouts: [StepDropout]
    private var states: [DroppedLSTM.State] = []

    public init(words: Int, _ settings: AWDLSTMSettings) throws {
        configuration = settings
        encoder = try Embedding(words, settings.embedding)
        encoderDropout = EmbeddingDropout(encoder, settings.embeddingDropout, padding: settings.padding)
        layers = try (0..<settings.layers).map { number in
            try DroppedLSTM(
                number == 0 ? settings.embedding : settings.hidden,
                number == settings.layers - 1 ? settings.embedding : settings.hidden,
                weightDropout: settings.weightDropout)
        }
        inputDropout = StepDropout(settings.inputDropout)
        hiddenDropouts = (0..<settings.layers).map { _ in StepDropout(settings.hiddenDropout) }
        super.init()
        try withoutGradients { _ = try encoder.weight.uniform_(-0.1, 0.1) }
    }

    public override var kind: String { "AWD_LSTM" }

    public override var members: [(name: String, member: Member)] {
        [
            ("encoder", .module(encoder)), ("encoder_dp", .module(encoderDropout)),
            ("rnns", .module(Sequential(layers))), ("input_dp", .module(inputDropout)),
            ("hidden_dps", .module(Sequential(hiddenDropouts))),
        ]
    }

    /// Forgets what was read.
    public func reset() { states = [] }

    public override func forward(_ input: Tensor) throws -> Tensor {
        let rows = input.shape[0]
        var output = try inputDropout(encoderDropout(input))
        if states.isEmpty { states = try layers.map { try DroppedLSTM.State(rows: rows, hidden: $0.hidden) } }
        var after: [DroppedLSTM.State] = []
        for (number, layer) in layers.enumerated() {
            let result = try layer(output, states[number].resized(rows: rows))
            after.append(result.state)
            output = number < layers.count - 1 ? try hiddenDropouts[number](result.output) : result.output
        }
        states = after
        return output
    }

    /// Parameters layer by layer, nearest to the input first; those of the words apart.
    var groups: (words: [Tensor], layers: [[Tensor]]) { (encoder.parameters, layers.map(\.parameters)) }
}
