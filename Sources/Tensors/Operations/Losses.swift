/// How far predictions are from their targets.
extension Tensor {
    /// How single losses become one number.
    public enum Reduction: Int, Sendable {
        case none = 0
        case mean = 1
        case sum = 2
    }

    /// Cross-entropy of logits `[n, classes, …]` against class indices `[n, …]`, or against
    /// probabilities of the same shape.
    ///
    /// - Parameters:
    ///   - weight: one weight a class.
    ///   - ignoreIndex: targets that do not count.
    ///   - labelSmoothing: what part of each target is spread over all classes.
    public func crossEntropy(
        _ target: Tensor, weight: Tensor? = nil, reduction: Reduction = .mean, ignoreIndex: Int = -100,
        labelSmoothing: Double = 0
    ) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::cross_entropy_loss", .tensor(self), .tensor(target), .optional(weight),
            .int(reduction.rawValue), .int(ignoreIndex), .double(labelSmoothing))
    }

    /// Minus the log-probability `[n, classes, …]` of each target class.
    public func nllLoss(
        _ target: Tensor, weight: Tensor? = nil, reduction: Reduction = .mean, ignoreIndex: Int = -100
    ) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::nll_loss_nd", .tensor(self), .tensor(target), .optional(weight), .int(reduction.rawValue),
            .int(ignoreIndex))
    }

    /// Binary cross-entropy of logits against probabilities of the same shape.
    ///
    /// - Parameter positiveWeight: how much more each class's positives count.
    public func binaryCrossEntropyWithLogits(
        _ target: Tensor, weight: Tensor? = nil, positiveWeight: Tensor? = nil, reduction: Reduction = .mean
    ) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::binary_cross_entropy_with_logits", .tensor(self), .tensor(target), .optional(weight),
            .optional(positiveWeight), .int(reduction.rawValue))
    }

    /// Binary cross-entropy of probabilities.
    public func binaryCrossEntropy(_ target: Tensor, weight: Tensor? = nil, reduction: Reduction = .mean)
        throws(TensorError) -> Tensor
    {
        try Tensor.call(
            "aten::binary_cross_entropy", .tensor(self), .tensor(target), .optional(weight),
            .int(reduction.rawValue))
    }

    /// Squared differences.
    public func mseLoss(_ target: Tensor, reduction: Reduction = .mean) throws(TensorError) -> Tensor {
        try Tensor.call("aten::mse_loss", .tensor(self), .tensor(target), .int(reduction.rawValue))
    }

    /// Absolute differences.
    public func l1Loss(_ target: Tensor, reduction: Reduction = .mean) throws(TensorError) -> Tensor {
        try Tensor.call("aten::l1_loss", .tensor(self), .tensor(target), .int(reduction.rawValue))
    }

    /// Squares below `beta`, absolute differences above.
    public func smoothL1Loss(_ target: Tensor, reduction: Reduction = .mean, beta: Double = 1)
        throws(TensorError) -> Tensor
    {
        try Tensor.call(
            "aten::smooth_l1_loss", .tensor(self), .tensor(target), .int(reduction.rawValue), .double(beta))
    }

    /// Kullback-Leibler divergence of log-probabilities from probabilities (or log-probabilities).
    public func klDivergence(_ target: Tensor, reduction: Reduction = .mean, logTarget: Bool = false)
        throws(TensorError) -> Tensor
    {
        try Tensor.call(
            "aten::kl_div", .tensor(self), .tensor(target), .int(reduction.rawValue), .bool(logTarget))
    }
}
