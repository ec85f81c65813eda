import Tensors

/// Doubles height and width by shuffling channels into pixels (Shi and others, 2016), `[n, c, h, w] -> [n, out, 2h, 2w]`.
/// It begins as a nearest-neighbour enlargement (Aitken and others, 2017): fastai's `PixelShuffle_ICNR` without a norm.
public final class PixelShuffleUp: Module {
    private let convolution: Conv2d
    private let blurs: Bool

    /// - Parameter blurs: Whether neighbours are averaged afterwards (Sugawara and others, 2018).
    public init(_ inputs: Int, _ outputs: Int, blurs: Bool = false) throws {
        convolution = try Conv2d(inputs, outputs * 4, kernel: 1)
        self.blurs = blurs
        super.init()
        try withoutGradients {
            if let bias = convolution.bias { _ = try bias.fill_(0) }
            let small = try Tensor(uninitialized: [outputs, inputs, 1, 1])
            try Initialisation.kaimingNormal(small)
            // All four pixels that come of one output begin alike.
            try convolution.weight.copy_(small.repeatInterleave(4, 0))
        }
    }

    public override var kind: String { "PixelShuffle_ICNR" }
    public override var members: [(name: String, member: Member)] {
        [("0", .module(Sequential(convolution, ReLU())))]
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        let large = try convolution(input).relu_().pixelShuffle(2)
        guard blurs else { return large }
        return try large.pad([1, 0, 1, 0], mode: .replicate).avgPool2d(2, stride: 1, padding: 0)
    }
}

/// Lets each place look at all others (Zhang and others, 2019): fastai's `SelfAttention`, with spectrally normalised
/// 1x1 convolutions.
public final class SelfAttention: Module {
    private let query: SpectralProjection
    private let key: SpectralProjection
    private let value: SpectralProjection
    private let gamma: Tensor

    public init(_ channels: Int) throws {
        query = try SpectralProjection(channels, channels / 8)
        key = try SpectralProjection(channels, channels / 8)
        value = try SpectralProjection(channels, channels)
        gamma = try Tensor.zeros([1]).asParameter()
        super.init()
    }

    public override var members: [(name: String, member: Member)] {
        [
            ("gamma", .parameter(gamma)), ("query", .module(Sequential(query))), ("key", .module(Sequential(key))),
            ("value", .module(Sequential(value))),
        ]
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        let flat = try input.reshape([input.shape[0], input.shape[1], -1])
        let (f, g, h) = (try query(flat), try key(flat), try value(flat))
        let weights = try f.transpose(1, 2).matmul(g).softmax(1)
        return try h.matmul(weights).mul(.tensor(gamma)).add(.tensor(flat)).reshape(input.shape)
    }
}

/// A 1x1 convolution of `[n, channels, places]` whose weights are divided by their largest singular value (Miyato and
/// others, 2018), with the names of PyTorch's `spectral_norm`.
final class SpectralProjection: Module {
    private let original: Tensor
    private let left: Tensor
    private let right: Tensor

    init(_ inputs: Int, _ outputs: Int) throws {
        original = try Tensor(uninitialized: [outputs, inputs, 1]).asParameter()
        left = try Tensor.randn([outputs])
        right = try Tensor.randn([inputs])
        super.init()
        try Initialisation.standard(original)
        try withoutGradients { for vector in [left, right] { try vector.copy_(Self.normalised(vector)) } }
    }

    override var kind: String { "Conv1d" }
    override var members: [(name: String, member: Member)] {
        [("weight_orig", .parameter(original)), ("weight_u", .buffer(left)), ("weight_v", .buffer(right))]
    }

    override func forward(_ input: Tensor) throws -> Tensor {
        let matrix = try original.squeeze(2)
        if isTraining {
            // One step of power iteration a batch.
            try withoutGradients {
                try right.copy_(Self.normalised(matrix.t().matmul(left)))
                try left.copy_(Self.normalised(matrix.matmul(right)))
            }
        }
        // Copies: the vectors change before the backward pass needs them.
        let (u, v) = try withoutGradients { (try left.add(.int(0)), try right.add(.int(0))) }
        let sigma = try u.dot(matrix.matmul(v))
        return try input.conv1d(original.div(.tensor(sigma)))
    }

    private static func normalised(_ vector: Tensor) throws -> Tensor {
        try vector.div(.tensor(vector.norm().clamp(min: 1e-12)))
    }
}
