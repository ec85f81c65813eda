import Tensors

/// One layer of long short-term memory, `[n, steps, width] -> [n, steps, hidden]` (PyTorch's `nn.LSTM` with
/// `batch_first=True`), whose recurrent weights are dropped in training (Merity and others, 2018).
///
/// Names are those of fastai's `WeightDropout` around an LSTM.
public final class DroppedLSTM: Module {
    public let hidden: Int
    /// The probability with which a recurrent weight is left out of a training batch.
    public let weightDropout: Double
    private let inner: Weights
    private let recurrent: Tensor

    public init(_ inputs: Int, _ hidden: Int, weightDropout: Double, initialised: Bool = true) throws {
        self.hidden = hidden
        self.weightDropout = weightDropout
        func parameter(_ shape: [Int]) throws -> Tensor { try Tensor(uninitialized: shape).asParameter() }
        let inputWeight = try parameter([4 * hidden, inputs])
        recurrent = try parameter([4 * hidden, hidden])
        inner = Weights(
            input: inputWeight, inputBias: try parameter([4 * hidden]), hiddenBias: try parameter([4 * hidden]))
        super.init()
        guard initialised else { return }
        let bound = 1 / Double(hidden).squareRoot()
        for tensor in [inputWeight, recurrent, inner.inputBias, inner.hiddenBias] {
            try Initialisation.fill(tensor) { tensor throws(TensorError) in try tensor.uniform_(-bound, bound) }
        }
    }

    public override var members: [(name: String, member: Member)] {
        [("weight_hh_l0_raw", .parameter(recurrent)), ("module", .module(inner))]
    }

    public override var kind: String { "WeightDropout" }

    /// The outputs of all steps, and the state after the last one.
    public func callAsFunction(_ input: Tensor, _ state: State) throws -> (output: Tensor, state: State) {
        try Interruption.check()
        let weight = try isTraining ? recurrent.dropout(weightDropout, training: true) : recurrent
        let result = try input.lstm(
            hidden: state.hidden, cell: state.cell, inputWeight: inner.input, hiddenWeight: weight,
            bias: inner.inputBias.add(.tensor(inner.hiddenBias)))
        return (result.output, State(hidden: try result.hidden.detach(), cell: try result.cell.detach()))
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try self(input, State(rows: input.shape[0], hidden: hidden)).output
    }

    /// What a layer remembers between steps: two tensors `[1, rows, hidden]`.
    public struct State {
        public var hidden: Tensor
        public var cell: Tensor

        public init(hidden: Tensor, cell: Tensor) { (self.hidden, self.cell) = (hidden, cell) }

        /// Nothing remembered.
        public init(rows: Int, hidden: Int) throws {
            self.init(hidden: try Tensor.zeros([1, rows, hidden]), cell: try Tensor.zeros([1, rows, hidden]))
        }

        /// The state of another number of rows: fewer are left out at the end, new ones begin at zero.
        public func resized(rows: Int) throws -> State {
            let known = hidden.shape[1]
            if rows == known { return self }
            if rows < known {
                return State(hidden: try hidden.narrow(1, 0, rows), cell: try cell.narrow(1, 0, rows))
            }
            let more = try Tensor.zeros([1, rows - known, hidden.shape[2]])
            return State(hidden: try Tensor.cat([hidden, more], 1), cell: try Tensor.cat([cell, more], 1))
        }
    }

    /// The weights that are not dropped.
    private final class Weights: Module {
        let input: Tensor
        let inputBias: Tensor
        let hiddenBias: Tensor

        init(input: Tensor, inputBias: Tensor, hiddenBias: Tensor) {
            (self.input, self.inputBias, self.hiddenBias) = (input, inputBias, hiddenBias)
        }

        override var kind: String { "LSTM" }
        override var settings: String { "\(input.shape[1]), \(input.shape[0] / 4), batch_first=True" }
        override var members: [(name: String, member: Member)] {
            [
                ("weight_ih_l0", .parameter(input)), ("bias_ih_l0", .parameter(inputBias)),
                ("bias_hh_l0", .parameter(hiddenBias)),
            ]
        }
    }
}

/// Dropout that leaves out the same values at every step: `[n, steps, width]` (fastai's `RNNDropout`).
public final class StepDropout: Module {
    public let probability: Double
    public init(_ probability: Double) { self.probability = probability }

    public override func forward(_ input: Tensor) throws -> Tensor {
        guard isTraining, probability > 0 else { return input }
        let mask = try Tensor.dropoutMask([input.shape[0], 1, input.shape[2]], probability)
        return try input.mul(.tensor(mask))
    }

    public override var kind: String { "RNNDropout" }
}

/// An embedding of which whole words are left out in training (fastai's `EmbeddingDropout`); it shares the embedding's
/// weights.
public final class EmbeddingDropout: Module {
    private let embedding: Embedding
    public let probability: Double
    private let padding: Int

    public init(_ embedding: Embedding, _ probability: Double, padding: Int) {
        (self.embedding, self.probability, self.padding) = (embedding, probability, padding)
    }

    public override var members: [(name: String, member: Member)] { [("emb", .module(embedding))] }

    public override func forward(_ input: Tensor) throws -> Tensor {
        let rows = try input.embedding(embedding.weight, paddingIndex: padding)
        guard isTraining, probability > 0 else { return rows }
        // One draw a word of the vocabulary: a word is there everywhere, or nowhere.
        let mask = try Tensor.dropoutMask([embedding.weight.shape[0]], probability)
        return try rows.mul(.tensor(mask.indexSelect(0, input.reshape([-1])).reshape(input.shape + [1])))
    }
}

extension Tensor {
    /// Zeros with a probability, and elsewhere what keeps the mean.
    static func dropoutMask(_ shape: [Int], _ probability: Double) throws(TensorError) -> Tensor {
        let mask = try Tensor(uninitialized: shape)
        try mask.bernoulli_(1 - probability)
        return probability < 1 ? try mask.mul(.double(1 / (1 - probability))) : mask
    }
}
