import Foundation
import Layers
import Tensors

/// A categorical column's number of values, that for unknown ones included, and the width of its embedding.
public struct EmbeddingSize: Sendable, Codable, Equatable {
    public var entries: Int
    public var width: Int

    public init(_ entries: Int, _ width: Int) { (self.entries, self.width) = (entries, width) }

    /// By fastai's rule of thumb: `min(600, round(1.6 * n^0.56))`.
    public init(entries: Int) {
        self.init(entries, min(600, Int((1.6 * pow(Double(entries), 0.56)).rounded(.toNearestOrEven))))
    }
}

/// How a ``TableModel`` is built; the defaults are fastai's.
public struct TableModelSettings: Sendable, Codable, Equatable {
    /// Widths of the hidden layers.
    public var layers = [200, 100]
    /// Dropout after each hidden layer; one value counts for all.
    public var dropout: [Double] = []
    /// Dropout of the embeddings.
    public var embeddingDropout = 0.0
    /// The range that a sigmoid brings the output into.
    public var range: Range?
    /// Whether hidden layers are batch-normalised, the last layer is, and the numbers are.
    public var normalises = true
    public var normalisesLast = false
    public var normalisesNumbers = true
    /// Whether a hidden layer begins with its linear part.
    public var linearFirst = true

    public struct Range: Sendable, Codable, Equatable {
        public var low: Double
        public var high: Double
        public init(_ low: Double, _ high: Double) { (self.low, self.high) = (low, high) }
    }

    public init() {}

    func dropout(_ layer: Int) -> Double {
        dropout.count == 1 ? dropout[0] : dropout.indices.contains(layer) ? dropout[layer] : 0
    }
}

/// An embedding for each category, beside the batch-normalised numbers, then linear layers: fastai's `TabularModel`,
/// to the name of each weight.
///
/// Inputs: indices, int64 `[n, categories]`, and, where there are some, numbers, float32 `[n, numbers]`.
/// Output: `[n, outputs]`.
public final class TableModel: Module {
    private let embeds: ModuleList
    private let embeddings: [Embedding]
    private let embeddingDropout: Dropout
    private let normalisation: BatchNorm1d?
    private let layers: Sequential
    private let numberCount: Int
    private let name: String

    /// - Parameter kind: As it is called in a summary.
    public init(
        _ sizes: [EmbeddingSize], numbers: Int, outputs: Int, _ settings: TableModelSettings = TableModelSettings(),
        kind: String = "TabularModel"
    ) throws {
        name = kind
        numberCount = numbers
        embeddings = try sizes.map { try Embedding($0.entries, $0.width) }
        embeds = ModuleList(embeddings)
        embeddingDropout = Dropout(settings.embeddingDropout)
        normalisation = settings.normalisesNumbers ? try BatchNorm1d(numbers) : nil
        let widths = [sizes.reduce(0) { $0 + $1.width } + numbers] + settings.layers + [outputs]
        var parts: [Module] = []
        for place in 0..<widths.count - 1 {
            let isLast = place == widths.count - 2
            parts.append(
                try LinearBlock(
                    widths[place], widths[place + 1],
                    normalises: settings.normalises && (!isLast || settings.normalisesLast),
                    dropout: isLast ? 0 : settings.dropout(place), activates: !isLast,
                    linearFirst: settings.linearFirst))
        }
        if let range = settings.range { parts.append(SigmoidRange(range.low, range.high)) }
        layers = Sequential(parts)
        super.init()
    }

    public override var members: [(name: String, member: Member)] {
        [("embeds", .module(embeds)), ("emb_drop", .module(embeddingDropout))]
            + (normalisation.map { [("bn_cont", .module($0))] } ?? []) + [("layers", .module(layers))]
    }

    public override var kind: String { name }

    public override func forward(_ input: Tensor) throws -> Tensor { try forward([input]) }

    public override func forward(_ inputs: [Tensor]) throws -> Tensor {
        guard inputs.count == 2 || (inputs.count == 1 && numberCount == 0) else {
            throw LayerError.inputCount(kind, given: inputs.count)
        }
        var parts: [Tensor] = []
        if !embeddings.isEmpty {
            let rows = try embeddings.enumerated().map { try $1(inputs[0].select(1, $0)) }
            parts.append(try embeddingDropout(rows.count == 1 ? rows[0] : Tensor.cat(rows, 1)))
        }
        if numberCount > 0 { parts.append(try normalisation?(inputs[1]) ?? inputs[1]) }
        return try layers(parts.count == 1 ? parts[0] : Tensor.cat(parts, 1))
    }
}

/// Modules in a list that has no way of its own, named "0", "1", … (PyTorch's `ModuleList`).
public final class ModuleList: Module {
    private let parts: [Module]

    public init(_ parts: [Module]) {
        self.parts = parts
        super.init()
    }

    public override var members: [(name: String, member: Member)] {
        parts.enumerated().map { ("\($0.offset)", .module($0.element)) }
    }
}

/// A linear layer with activation, batch normalisation and dropout: fastai's `LinBnDrop`.
public final class LinearBlock: Module {
    private let parts: [Module]

    public init(
        _ inputs: Int, _ outputs: Int, normalises: Bool, dropout: Double, activates: Bool, linearFirst: Bool
    ) throws {
        var after: [Module] = []
        // fastai's normalisation begins with biases of .001.
        if normalises { after.append(try BatchNorm1d(linearFirst ? outputs : inputs, bias: 1e-3)) }
        if dropout != 0 { after.append(Dropout(dropout)) }
        var linear: [Module] = [try Linear(inputs, outputs, bias: !normalises)]
        if activates { linear.append(ReLU(inPlace: true)) }
        parts = linearFirst ? linear + after : after + linear
        super.init()
    }

    public override var members: [(name: String, member: Member)] {
        parts.enumerated().map { ("\($0.offset)", .module($0.element)) }
    }

    public override var kind: String { "LinBnDrop" }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try parts.reduce(input) { try $1($0) }
    }
}
