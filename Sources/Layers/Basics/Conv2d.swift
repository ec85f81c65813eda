import Tensors

/// Two-dimensional convolution `[n, c, h, w] -> [n, out, h', w']` (PyTorch's `nn.Conv2d`).
///
/// Weights lie channels last in memory, which makes the results so too: oneDNN's kernels like it best.
public final class Conv2d: Module {
    /// `[out, in / groups, kernel, kernel]`.
    public let weight: Tensor
    public let bias: Tensor?
    public let stride: Int
    public let padding: Int
    public let dilation: Int
    public let groups: Int
    private var folded: FoldedConvolution?

    /// - Parameter initialised: False where weights will be loaded anyway; no random numbers are drawn.
    public init(
        _ inputs: Int, _ outputs: Int, kernel: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
        groups: Int = 1, bias: Bool = true, initialised: Bool = true
    ) throws {
        (self.stride, self.padding, self.dilation, self.groups) = (stride, padding, dilation, groups)
        let weight = try Tensor(uninitialized: [outputs, inputs / groups, kernel, kernel]).contiguous(.channelsLast)
        self.weight = try weight.asParameter()
        self.bias = bias ? try Tensor.zeros([outputs]).asParameter() : nil
        super.init()
        guard initialised else { return }
        try Initialisation.standard(weight)
        if let bias = self.bias {
            try Initialisation.standardBias(bias, fanIn: inputs / groups * kernel * kernel)
        }
    }

    public override var members: [(name: String, member: Member)] {
        [("weight", .parameter(weight))] + (bias.map { [("bias", .parameter($0))] } ?? [])
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        let output = try input.conv2d(
            weight, bias: bias, stride: [stride, stride], padding: [padding, padding],
            dilation: [dilation, dilation], groups: groups)
        if output.requiresGrad { try output.watchInterruption() }
        return output
    }

    /// The convolution followed by its normalisation; one operation where nothing is learned.
    public func callAsFunction(_ input: Tensor, then norm: BatchNorm2d) throws -> Tensor {
        guard !norm.isTraining, !gradientsAreRecorded(), dilation == 1, !isWatched, !norm.isWatched else {
            return try norm(self(input))
        }
        try Interruption.check()
        let folded = try self.folded ?? FoldedConvolution(self, norm)
        self.folded = folded
        return try folded(input)
    }

    public override func forgetDerived() { folded = nil }

    public override var settings: String {
        let (shape, k) = (weight.shape, weight.shape[2])
        var text = "\(shape[1] * groups), \(shape[0]), kernel_size=(\(k), \(k)), stride=(\(stride), \(stride))"
        if padding != 0 { text += ", padding=(\(padding), \(padding))" }
        if dilation != 1 { text += ", dilation=(\(dilation), \(dilation))" }
        if groups != 1 { text += ", groups=\(groups)" }
        return text + (bias == nil ? ", bias=False" : "")
    }
}
