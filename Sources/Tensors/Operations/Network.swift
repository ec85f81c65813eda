/// What layers and losses are made of. Pictures are `[batch, channels, height, width]`.
extension Tensor {
    /// Convolution of `[n, c, h, w]` by `[out, c / groups, kh, kw]`.
    public func conv2d(
        _ weight: Tensor, bias: Tensor? = nil, stride: [Int] = [1, 1], padding: [Int] = [0, 0],
        dilation: [Int] = [1, 1], groups: Int = 1
    ) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::conv2d", .tensor(self), .tensor(weight), .optional(bias), .ints(stride), .ints(padding),
            .ints(dilation), .int(groups))
    }

    /// The same by oneDNN's kernel directly: at batch 1 ATen picks slower ones for some shapes.
    public func mkldnnConv2d(
        _ weight: Tensor, bias: Tensor? = nil, stride: [Int] = [1, 1], padding: [Int] = [0, 0], groups: Int = 1
    ) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::mkldnn_convolution", .tensor(self), .tensor(weight), .optional(bias), .ints(padding),
            .ints(stride), .ints([1, 1]), .int(groups))
    }

    /// `x @ weight^T + bias`, with `weight` of `[out, in]`.
    public func linear(_ weight: Tensor, bias: Tensor? = nil) throws(TensorError) -> Tensor {
        try Tensor.call("aten::linear", .tensor(self), .tensor(weight), .optional(bias))
    }

    /// Batch normalisation over all but dimension 1; in training the running statistics are updated
    /// in place.
    public func batchNorm(
        weight: Tensor?, bias: Tensor?, runningMean: Tensor?, runningVariance: Tensor?, training: Bool,
        momentum: Double = 0.1, epsilon: Double = 1e-5
    ) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::batch_norm", .tensor(self), .optional(weight), .optional(bias), .optional(runningMean),
            .optional(runningVariance), .bool(training), .double(momentum), .double(epsilon), .bool(true))
    }

    public func maxPool2d(_ kernel: Int, stride: Int, padding: Int = 0) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::max_pool2d", .tensor(self), .ints([kernel, kernel]), .ints([stride, stride]),
            .ints([padding, padding]))
    }

    public func avgPool2d(_ kernel: Int, stride: Int, padding: Int = 0) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::avg_pool2d", .tensor(self), .ints([kernel, kernel]), .ints([stride, stride]),
            .ints([padding, padding]))
    }

    public func adaptiveAvgPool2d(_ size: Int) throws(TensorError) -> Tensor {
        try Tensor.call("aten::adaptive_avg_pool2d", .tensor(self), .ints([size, size]))
    }

    public func adaptiveMaxPool2d(_ size: Int) throws(TensorError) -> Tensor {
        try Tensor.callMany("aten::adaptive_max_pool2d", .tensor(self), .ints([size, size]))[0]
    }

    /// Limits to [0, 6].
    public func relu6() throws(TensorError) -> Tensor {
        try Tensor.call("aten::hardtanh", .tensor(self), .double(0), .double(6))
    }

    @discardableResult
    public func relu_() throws(TensorError) -> Tensor { try Tensor.call("aten::relu_", .tensor(self)) }

    @discardableResult
    public func relu6_() throws(TensorError) -> Tensor {
        try Tensor.call("aten::hardtanh_", .tensor(self), .double(0), .double(6))
    }

    public func silu() throws(TensorError) -> Tensor { try Tensor.call("aten::silu", .tensor(self)) }

    public func dropout(_ probability: Double, training: Bool) throws(TensorError) -> Tensor {
        try Tensor.call("aten::dropout", .tensor(self), .double(probability), .bool(training))
    }

    public func softmax(_ dimension: Int) throws(TensorError) -> Tensor {
        try Tensor.call("aten::softmax", overload: "int", .tensor(self), .int(dimension))
    }

    public func logSoftmax(_ dimension: Int) throws(TensorError) -> Tensor {
        try Tensor.call("aten::log_softmax", overload: "int", .tensor(self), .int(dimension))
    }

    // MARK: Losses

    /// How single losses become one number.
    public enum Reduction: Int, Sendable {
        case none = 0
        case mean = 1
        case sum = 2
    }

    /// Cross-entropy of logits `[n, classes, …]` against class indices `[n, …]`.
    public func crossEntropy(_ target: Tensor, weight: Tensor? = nil, reduction: Reduction = .mean)
        throws(TensorError) -> Tensor
    {
        try Tensor.call(
            "aten::cross_entropy_loss", .tensor(self), .tensor(target), .optional(weight),
            .int(reduction.rawValue))
    }

    /// Binary cross-entropy of logits against probabilities of the same shape.
    public func binaryCrossEntropyWithLogits(_ target: Tensor, reduction: Reduction = .mean)
        throws(TensorError) -> Tensor
    {
        try Tensor.call(
            "aten::binary_cross_entropy_with_logits", .tensor(self), .tensor(target), .none, .none,
            .int(reduction.rawValue))
    }

    public func mseLoss(_ target: Tensor, reduction: Reduction = .mean) throws(TensorError) -> Tensor {
        try Tensor.call("aten::mse_loss", .tensor(self), .tensor(target), .int(reduction.rawValue))
    }

    // MARK: Resampling

    /// Where each output pixel of `size` (`[n, c, h, w]`) lies in the input, for matrices `[n, 2, 3]`.
    public static func affineGrid(_ theta: Tensor, size: [Int], alignCorners: Bool)
        throws(TensorError) -> Tensor
    {
        try call("aten::affine_grid_generator", .tensor(theta), .ints(size), .bool(alignCorners))
    }

    public enum Sampling: Int, Sendable { case bilinear = 0, nearest = 1, bicubic = 2 }
    public enum Padding: Int, Sendable { case zeros = 0, border = 1, reflection = 2 }

    /// Reads the picture at the places of a grid `[n, h, w, 2]` in [-1, 1].
    public func gridSample(
        _ grid: Tensor, mode: Sampling = .bilinear, padding: Padding = .reflection, alignCorners: Bool = true
    ) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::grid_sampler", .tensor(self), .tensor(grid), .int(mode.rawValue), .int(padding.rawValue),
            .bool(alignCorners))
    }

    /// Area or bilinear resizing of `[n, c, h, w]` to `[n, c, size…]`.
    public func interpolate(_ size: [Int], area: Bool) throws(TensorError) -> Tensor {
        if area { return try Tensor.call("aten::adaptive_avg_pool2d", .tensor(self), .ints(size)) }
        return try Tensor.call(
            "aten::upsample_bilinear2d", .tensor(self), .ints(size), .bool(false))
    }
}
