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

    /// Convolution of `[n, c, length]` by `[out, c / groups, k]`.
    public func conv1d(
        _ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, dilation: Int = 1, groups: Int = 1
    ) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::conv1d", .tensor(self), .tensor(weight), .optional(bias), .ints([stride]), .ints([padding]),
            .ints([dilation]), .int(groups))
    }

    /// The transpose of ``conv2d``, with `weight` of `[c, out / groups, kh, kw]`: enlarges by the stride.
    public func convTranspose2d(
        _ weight: Tensor, bias: Tensor? = nil, stride: [Int] = [1, 1], padding: [Int] = [0, 0],
        outputPadding: [Int] = [0, 0], groups: Int = 1, dilation: [Int] = [1, 1]
    ) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::conv_transpose2d", overload: "input", .tensor(self), .tensor(weight), .optional(bias),
            .ints(stride), .ints(padding), .ints(outputPadding), .int(groups), .ints(dilation))
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

    /// Normalisation over the last dimensions, of the sizes `shape`.
    public func layerNorm(_ shape: [Int], weight: Tensor? = nil, bias: Tensor? = nil, epsilon: Double = 1e-5)
        throws(TensorError) -> Tensor
    {
        try Tensor.call(
            "aten::layer_norm", .tensor(self), .ints(shape), .optional(weight), .optional(bias), .double(epsilon))
    }

    /// Normalisation of groups of channels, each sample for itself.
    public func groupNorm(_ groups: Int, weight: Tensor? = nil, bias: Tensor? = nil, epsilon: Double = 1e-5)
        throws(TensorError) -> Tensor
    {
        try Tensor.call(
            "aten::group_norm", .tensor(self), .int(groups), .optional(weight), .optional(bias), .double(epsilon))
    }

    /// Normalisation of each channel of each sample; running statistics as in ``batchNorm``.
    public func instanceNorm(
        weight: Tensor? = nil, bias: Tensor? = nil, runningMean: Tensor? = nil, runningVariance: Tensor? = nil,
        useInput: Bool = true, momentum: Double = 0.1, epsilon: Double = 1e-5
    ) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::instance_norm", .tensor(self), .optional(weight), .optional(bias), .optional(runningMean),
            .optional(runningVariance), .bool(useInput), .double(momentum), .double(epsilon), .bool(false))
    }

    /// The rows of `weight` (`[rows, width]`) that this tensor of indices names.
    public func embedding(_ weight: Tensor, paddingIndex: Int = -1) throws(TensorError) -> Tensor {
        try Tensor.call("aten::embedding", .tensor(weight), .tensor(self), .int(paddingIndex))
    }

    /// 1 at each index, 0 elsewhere, along a new last dimension of `classes`; -1 takes as many as needed.
    public func oneHot(_ classes: Int = -1) throws(TensorError) -> Tensor {
        try Tensor.call("aten::one_hot", .tensor(self), .int(classes))
    }

    /// The largest value of each window. `ceilMode` keeps a window that overlaps the border.
    public func maxPool2d(_ kernel: Int, stride: Int, padding: Int = 0, ceilMode: Bool = false)
        throws(TensorError) -> Tensor
    {
        try Tensor.call(
            "aten::max_pool2d", .tensor(self), .ints([kernel, kernel]), .ints([stride, stride]),
            .ints([padding, padding]), .ints([1, 1]), .bool(ceilMode))
    }

    /// The mean of each window, padding counted unless `countPadding` is false.
    public func avgPool2d(
        _ kernel: Int, stride: Int, padding: Int = 0, ceilMode: Bool = false, countPadding: Bool = true
    ) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::avg_pool2d", .tensor(self), .ints([kernel, kernel]), .ints([stride, stride]),
            .ints([padding, padding]), .bool(ceilMode), .bool(countPadding))
    }

    public func adaptiveAvgPool2d(_ size: Int) throws(TensorError) -> Tensor {
        try Tensor.call("aten::adaptive_avg_pool2d", .tensor(self), .ints([size, size]))
    }

    public func adaptiveMaxPool2d(_ size: Int) throws(TensorError) -> Tensor {
        try Tensor.pair(
            Tensor.callMany("aten::adaptive_max_pool2d", .tensor(self), .ints([size, size]))
        ).values
    }

    /// Zeroes values at random and scales the rest up by `1 / (1 - probability)`; nothing in evaluation.
    public func dropout(_ probability: Double, training: Bool) throws(TensorError) -> Tensor {
        try Tensor.call("aten::dropout", .tensor(self), .double(probability), .bool(training))
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

    /// Nearest neighbours, `[n, c, h, w]` to `[n, c, size…]`, as PyTorch's mode "nearest".
    public func upsampleNearest(_ size: [Int]) throws(TensorError) -> Tensor {
        try Tensor.call("aten::upsample_nearest2d", .tensor(self), .ints(size))
    }

    /// `[n, c * f * f, h, w]` to `[n, c, h * f, w * f]`.
    public func pixelShuffle(_ factor: Int) throws(TensorError) -> Tensor {
        try Tensor.call("aten::pixel_shuffle", .tensor(self), .int(factor))
    }

    /// Area or bilinear resizing of `[n, c, h, w]` to `[n, c, size…]`.
    public func interpolate(_ size: [Int], area: Bool) throws(TensorError) -> Tensor {
        if area { return try Tensor.call("aten::adaptive_avg_pool2d", .tensor(self), .ints(size)) }
        return try Tensor.call(
            "aten::upsample_bilinear2d", .tensor(self), .ints(size), .bool(false))
    }
}
