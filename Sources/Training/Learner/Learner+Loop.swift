import DataBlocks
import Display
import Layers
import Tensors

extension Learner {
    /// Trains for some epochs at constant rates.
    ///
    /// An interruption or an error gives the learner back as it was after the last whole step, and is thrown.
    ///
    /// - Parameters:
    ///   - rate: Nil takes the learner's.
    ///   - decay: Weight decay; nil takes the learner's, else the optimiser's.
    ///   - resetsOptimiser: Whether averages of earlier fits are forgotten.
    ///   - startEpoch: Epochs before this one are left out, as for going on with an earlier training.
    public func fit(
        _ epochs: Int, rate: GroupValue? = nil, decay: Double? = nil, callbacks: [any Callback] = [],
        resetsOptimiser: Bool = false, startEpoch: Int = 0
    ) throws {
        guard epochs >= 0 else { throw TrainingError.setting("the number of epochs must not be negative: \(epochs)") }
        try with(startEpoch > 0 ? callbacks + [SkipToEpoch(startEpoch)] : callbacks) {
            if resetsOptimiser { optimiser = nil }
            let optimiser = try readyOptimiser()
            if let decay = decay ?? self.decay { try optimiser.set(.decay, .single(decay)) }
            try optimiser.set(.learningRate, rate ?? self.rate)
            (epochCount, epoch, trainedBatches, trainedShare) = (epochs, 0, 0, 0)
            try guarded {
                try stage(.fit) {
                    for epoch in 0..<epochs {
                        self.epoch = epoch
                        try stage(.epoch) {
                            try trainPass()
                            if data.valid.batchCount > 0 { try validationPass(data.valid) }
                        }
                    }
                }
            }
        }
    }

    /// Leaves a usable learner behind whatever ends `body`.
    func guarded(_ body: () throws -> Void) throws {
        defer { (inputs, targets, prediction, lossTensor) = ([], [], nil, nil) }
        do {
            try body()
        } catch {
            if case TensorError.interrupted? = error as? TensorError { display(.message(stoppedNote)) }
            // A callback's own trouble must not hide what happened.
            for callback in callbacks { try? callback.on(.afterFailure, self) }
            isTraining = false
            model.eval()
            throw error
        }
    }

    private var stoppedNote: String {
        let part = isTraining ? "" : " of validation"
        let epoch = epochCount > 1 ? "epoch \(epoch), " : ""
        return "stopped at \(epoch)batch \(batchIndex + 1)/\(batchCount)\(part); "
            + "the learner is as it was before this batch"
    }

    private func trainPass() throws {
        trainedShare = Double(epoch) / Double(epochCount)
        model.train()
        isTraining = true
        batchCount = data.train.batchCount
        batchIndex = 0
        try stage(.train) {
            let statistics = Statistics(model)
            try forEachBatch(data.train) { try trainStep($0, statistics) }
        }
    }

    /// A pass without learning, in evaluation mode.
    func validationPass(_ loader: any Loader) throws {
        model.eval()
        isTraining = false
        batchCount = loader.batchCount
        batchIndex = 0
        try withoutGradients {
            try stage(.validate) {
                try forEachBatch(loader) { batch in
                    take(batch)
                    try stage(.batch) { try predictAndMeasure() }
                }
            }
        }
    }

    private func forEachBatch(_ loader: any Loader, _ body: (Batch) throws -> Void) throws {
        let batches = try loader.epoch()
        var index = 0
        while let batch = try batches.next() {
            batchIndex = index
            try Interruption.check()
            try body(batch)
            index += 1
        }
    }

    /// One step, done whole or not at all.
    private func trainStep(_ batch: Batch, _ statistics: Statistics) throws {
        take(batch)
        let before = try statistics.copy()
        var stepped = false
        do {
            try stage(.batch) {
                try predictAndMeasure()
                guard let loss = lossTensor else { return }
                try stage(.backward) { try loss.backward() }
                // What the backward pass kept is not needed any more.
                lossTensor = try loss.detach()
                prediction = try prediction?.detach()
                try stage(.step) {
                    try optimiser?.step()
                    stepped = true
                }
                try optimiser?.zeroGrad()
            }
        } catch {
            try optimiser?.zeroGrad()
            if !stepped, !(error is Cancel) { try statistics.restore(before) }
            throw error
        }
    }

    private func take(_ batch: Batch) {
        (inputs, targets, batchItems, positions) = (batch.inputs, batch.targets, batch.count, batch.positions)
        (prediction, lossTensor) = (nil, nil)
    }

    private func predictAndMeasure() throws {
        let output = try model(inputs)
        prediction = output
        try send(.afterPrediction)
        if !targets.isEmpty, let prediction {
            let loss = try loss.loss(prediction, targets, reduction: reduction)
            lossTensor = loss
            lossValue = try (loss.count == 1 ? loss : loss.mean()).item()
        }
        try send(.afterLoss)
    }
}

/// The running statistics of a model's normalisation, which a step changes before it is whole.
struct Statistics {
    private let buffers: [[Tensor]]

    init(_ model: Module) {
        let all = model.namedBuffers.map(\.tensor)
        buffers = Dictionary(grouping: all, by: \.dtype).values.map { $0 }
    }

    /// All of them in few tensors: copying them one by one would take longer.
    func copy() throws -> [Tensor] {
        try withoutGradients { try buffers.map { try Tensor.cat($0.map { try $0.reshape([-1]) }) } }
    }

    func restore(_ copies: [Tensor]) throws {
        try withoutGradients {
            for (tensors, copy) in zip(buffers, copies) {
                var start = 0
                for tensor in tensors {
                    try tensor.copy_(copy.slice(0, start, start + tensor.count).reshape(tensor.shape))
                    start += tensor.count
                }
            }
        }
    }
}
