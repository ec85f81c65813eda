import Tensors

extension Learner {
    /// Trains with the 1cycle policy (Smith, 2018): the rate rises to its peak and falls again along cosines,
    /// momentum the other way round.
    ///
    /// - Parameters:
    ///   - peak: The highest rate; nil takes the learner's.
    ///   - divisor: How much lower the rate begins.
    ///   - finalDivisor: How much lower it ends.
    ///   - share: What part of the training it rises for.
    public func fitOneCycle(
        _ epochs: Int, peak: GroupValue? = nil, divisor: Double = 25, finalDivisor: Double = 1e5, share: Double = 0.25,
        decay: Double? = nil, momenta: (start: Double, peak: Double, end: Double)? = nil,
        callbacks: [any Callback] = [], resetsOptimiser: Bool = false, startEpoch: Int = 0
    ) throws {
        let peaks = try rates(peak)
        let momenta = momenta ?? self.momenta
        let scheduler = Scheduler([
            .learningRate: try peaks.map { try Anneal.combinedCosine(share, $0 / divisor, $0, $0 / finalDivisor) },
            .momentum: [try Anneal.combinedCosine(share, momenta.start, momenta.peak, momenta.end)],
        ])
        try fit(
            epochs, decay: decay, callbacks: [scheduler] + callbacks, resetsOptimiser: resetsOptimiser,
            startEpoch: startEpoch)
    }

    /// Trains at a flat rate that falls along a cosine in the last part.
    public func fitFlatCosine(
        _ epochs: Int, rate: GroupValue? = nil, finalDivisor: Double = 1e5, share: Double = 0.75, decay: Double? = nil,
        callbacks: [any Callback] = [], resetsOptimiser: Bool = false
    ) throws {
        let schedules = try rates(rate).map { try Anneal.combinedCosine(share, $0, $0, $0 / finalDivisor) }
        try fit(
            epochs, decay: decay, callbacks: [Scheduler([.learningRate: schedules])] + callbacks,
            resetsOptimiser: resetsOptimiser)
    }

    /// Trains in cycles of falling rates with warm restarts (Loshchilov and Hutter, 2017), each longer than the one
    /// before.
    public func fitWithRestarts(
        cycles: Int, length: Int, peak: GroupValue? = nil, growth: Int = 2, decay: Double? = nil,
        callbacks: [any Callback] = []
    ) throws {
        let lengths = (0..<cycles).map { cycle in (0..<cycle).reduce(length) { total, _ in total * growth } }
        let epochs = lengths.reduce(0, +)
        let schedules = try rates(peak).map { rate in
            try Anneal.combined(
                lengths.map { Double($0) / Double(epochs) }, lengths.map { _ in Anneal.cosine(rate, 0) })
        }
        try fit(epochs, decay: decay, callbacks: [Scheduler([.learningRate: schedules])] + callbacks)
    }

    /// Trains the head of a pretrained model, then all of it with lower rates towards the input.
    ///
    /// - Parameters:
    ///   - epochs: Epochs of the second phase.
    ///   - rate: The head's rate in the first phase; half of it in the second.
    ///   - freezeEpochs: Epochs of the first phase.
    ///   - multiplier: How much lower the first group's rate is in the second phase.
    public func fineTune(
        _ epochs: Int, rate: Double = 2e-3, freezeEpochs: Int = 1, multiplier: Double = 100, share: Double = 0.3,
        divisor: Double = 5, decay: Double? = nil, callbacks: [any Callback] = []
    ) throws {
        try freeze()
        try fitOneCycle(freezeEpochs, peak: .upTo(rate), share: 0.99, decay: decay, callbacks: callbacks)
        try unfreeze()
        try fitOneCycle(
            epochs, peak: .range(rate / 2 / multiplier, rate / 2), divisor: divisor, share: share, decay: decay,
            callbacks: callbacks)
    }

    private func rates(_ rate: GroupValue?) throws -> [Double] {
        try (rate ?? self.rate).values(readyOptimiser().groups.count)
    }
}
