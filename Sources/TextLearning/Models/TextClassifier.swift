import Layers
import Tensors

/// What a text classifier's head is made of; the defaults are fastai's.
public struct TextHeadSettings: Codable, Sendable, Equatable {
    /// Widths of the hidden layers.
    public var hidden = [50]
    /// Dropout of each hidden layer; nil for .1 each.
    public var dropouts: [Double]?
    /// At most so many of a text's last words count.
    public var longest = 72 * 20
    /// Stretches outputs into a range by a sigmoid.
    public var outputRange: ClosedRange<Double>?
    public init() {}
}

/// Reads whole texts, `[n, words] -> [n, outputs]`: the encoder chunk by chunk, then the last output, the largest and
/// the mean over all words, then linear layers (fastai's `get_text_classifier`).
public final class TextClassifier: Module, TextModel {
    public let encoder: SentenceEncoder
    private let head: Head
    public var activations: (raw: Tensor, dropped: Tensor)?

    public init(
        words: Int, outputs: Int, chunk: Int = 72, _ settings: AWDLSTMSettings = .classifier,
        head headSettings: TextHeadSettings = TextHeadSettings(), dropout factor: Double = 1
    ) throws {
        let settings = settings.dropping(factor)
        encoder = SentenceEncoder(
            try AWDLSTM(words: words, settings), chunk: chunk, padding: settings.padding, longest: headSettings.longest)
        let dropouts = headSettings.dropouts ?? headSettings.hidden.map { _ in 0.1 }
        guard dropouts.count == headSettings.hidden.count else {
            throw LayerError.sequence(
                "there are \(headSettings.hidden.count) hidden layers and \(dropouts.count) dropouts")
        }
        head = try Head(
            [settings.embedding * 3] + headSettings.hidden + [outputs], dropouts: [settings.outputDropout] + dropouts,
            range: headSettings.outputRange)
        super.init()
    }

    public override var kind: String { "SequentialRNN" }
    public override var members: [(name: String, member: Member)] {
        [("0", .module(encoder)), ("1", .module(head))]
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        let read = try encoder.read(input)
        activations = isTraining ? (read.outputs, read.outputs) : nil
        return try head(Self.pooled(read.outputs, read.padding, chunk: encoder.chunk))
    }

    public func reset() { encoder.model.reset() }
    public var encoderModule: Module { encoder.model }

    public var groups: [[Tensor]] {
        let groups = encoder.model.groups
        return [groups.words] + groups.layers + [head.parameters]
    }

    /// The last output of each text, the largest and the mean over its words: fastai's `masked_concat_pool`.
    static func pooled(_ outputs: Tensor, _ padding: Tensor, chunk: Int) throws -> Tensor {
        let (rows, steps) = (outputs.shape[0], outputs.shape[1])
        let mask = try padding.unsqueeze(2)
        let lengths = try padding.to(dtype: .int64).sum([1]).subtracted(from: .int(steps))
        let mean = try outputs.maskedFill(mask, 0).sum([1]).div(.tensor(lengths.to(dtype: .float32).unsqueeze(1)))
        let largest = try outputs.maskedFill(mask, -.infinity).max(1).values
        let behind = try padding.narrow(1, max(0, steps - chunk), min(chunk, steps)).to(dtype: .int64).sum([1])
        let last = try behind.subtracted(from: .int(steps - 1))
        let ends = try outputs.index([Tensor((0..<rows).map { $0 }), last])
        return try Tensor.cat([ends, largest, mean], 1)
    }

    /// fastai's `PoolingLinearClassifier` behind the pooling.
    private final class Head: Module {
        private let layers: Sequential

        init(_ widths: [Int], dropouts: [Double], range: ClosedRange<Double>?) throws {
            layers = Sequential([])
            for (index, (inputs, outputs)) in zip(widths, widths.dropFirst()).enumerated() {
                var block: [Module] = [try BatchNorm1d(inputs, bias: 1e-3)]
                if dropouts[index] != 0 { block.append(Dropout(dropouts[index])) }
                block.append(try Linear(inputs, outputs, bias: false))
                if index < widths.count - 2 { block.append(ReLU(inPlace: true)) }
                layers.append(Sequential(block))
            }
            if let range { layers.append(SigmoidRange(range.lowerBound, range.upperBound)) }
        }

        override var kind: String { "PoolingLinearClassifier" }
        override var members: [(name: String, member: Member)] { [("layers", .module(layers))] }
        override func forward(_ input: Tensor) throws -> Tensor { try layers(input) }
    }
}

/// Lets a model read texts of any length chunk by chunk (fastai's `SentenceEncoder`).
public final class SentenceEncoder: Module {
    public let model: AWDLSTM
    /// Words read at once; texts begin at multiples of it.
    public let chunk: Int
    private let padding: Int
    private let longest: Int

    init(_ model: AWDLSTM, chunk: Int, padding: Int, longest: Int) {
        (self.model, self.chunk, self.padding, self.longest) = (model, chunk, padding, longest)
    }

    public override var members: [(name: String, member: Member)] { [("module", .module(model))] }

    /// The outputs of the last words `[n, steps, width]`, and where there is padding `[n, steps]`. Texts must be sorted,
    /// the longest first.
    func read(_ input: Tensor) throws -> (outputs: Tensor, padding: Tensor) {
        let (rows, steps) = (input.shape[0], input.shape[1])
        model.reset()
        let isPadding = try input.eq(.int(padding))
        var (outputs, masks): ([Tensor], [Tensor]) = ([], [])
        for start in stride(from: 0, to: steps, by: chunk) {
            let size = min(chunk, steps - start)
            let begun = rows - (try isPadding.select(1, start).to(dtype: .int64).sum().intItem())
            let part = try model(input.narrow(0, 0, max(1, begun)).narrow(1, start, size))
            guard steps - start <= longest else { continue }
            let missing = rows - part.shape[0]
            outputs.append(
                missing == 0 ? part : try Tensor.cat([part, .zeros([missing, size, part.shape[2]])], 0))
            masks.append(try isPadding.narrow(1, start, size))
        }
        return (try Tensor.cat(outputs, 1), try Tensor.cat(masks, 1))
    }
}
