import Tensors

/// How a U-Net is built; the defaults are those of fastai's `unet_learner`.
public struct UNetSettings: Codable, Sendable, Equatable {
    /// Whether enlarged maps are blurred, and the last one too.
    public var blurs = false
    public var blursLast = true
    /// Whether the third block from the end has self-attention.
    public var attends = false
    /// Whether the picture itself is looked at again at the end.
    public var crosses = true
    /// Whether the last residual block is half as wide.
    public var isNarrow = false
    /// Stretches outputs into a range by a sigmoid.
    public var outputRange: ClosedRange<Double>?
    public init() {}
}

/// A body for pictures that becomes a segmenter: its maps are enlarged step by step, at each step beside what the body
/// saw at that size, `[n, c, h, w] -> [n, outputs, h, w]` (Ronneberger and others, 2015; fastai's `DynamicUnet`, with its
/// layers, names and initialisation).
public final class UNet: Module {
    private let body: UNetBody
    private let middle: [Module]
    private let blocks: [UNetBlock]
    private let tail: [Module]
    private let crosses: Bool
    private let lastUp: PixelShuffleUp?

    /// - Parameters:
    ///   - size: Height and width of the pictures it is built with; others work too.
    public init(
        _ body: UNetBody, outputs: Int, channels: Int = 3, size: (height: Int, width: Int),
        _ settings: UNetSettings = UNetSettings()
    ) throws {
        self.body = body
        crosses = settings.crosses
        let shapes = try body.shapes(channels: channels, size: size)
        guard let last = shapes.all.last else { throw LayerError.sequence("a body without layers makes no U-Net") }
        let wide = last[1]
        let convolutions = Sequential(
            try Self.convolution(wide, wide * 2, kernel: 3), try Self.convolution(wide * 2, wide, kernel: 3))
        middle = [try BatchNorm2d(wide, bias: 1e-3), ReLU(), convolutions]
        var width = wide
        var blocks: [UNetBlock] = []
        for (number, skip) in shapes.skips.reversed().enumerated() {
            let isLast = number == shapes.skips.count - 1
            let block = try UNetBlock(
                width, skip: skip[1], isLast: isLast, blurs: settings.blurs && (!isLast || settings.blursLast),
                attends: settings.attends && number == shapes.skips.count - 3)
            blocks.append(block)
            width = block.outputs
        }
        self.blocks = blocks
        // fastai asks whether the first layer halves the picture.
        lastUp = shapes.firstSize == size ? nil : try PixelShuffleUp(width, width)
        var tail: [Module] = []
        if settings.crosses {
            width += channels
            tail.append(try ResidualBlock(width, inner: settings.isNarrow ? width / 2 : width))
        }
        let final = try Conv2d(width, outputs, kernel: 1)
        if let bias = final.bias { try Initialisation.fill(bias) { t throws(TensorError) in try t.normal_(std: 0.01) } }
        tail.append(Sequential(final))
        if let range = settings.outputRange { tail.append(SigmoidRange(range.lowerBound, range.upperBound)) }
        self.tail = tail
        super.init()
        try Self.initialise(convolutions)
        if settings.crosses, let block = tail.first { try Self.initialise(block) }
        for block in blocks { try Self.initialise(Sequential(block.convolutions)) }
    }

    /// fastai's `apply_init`: kaiming-normal weights and no bias.
    private static func initialise(_ module: Module) throws { try module.initialiseKaiming() }

    /// A convolution with a bias and a ReLU: fastai's `ConvLayer` without a norm.
    static func convolution(_ inputs: Int, _ outputs: Int, kernel: Int) throws -> Sequential {
        Sequential(try Conv2d(inputs, outputs, kernel: kernel, padding: kernel / 2), ReLU())
    }

    public override var kind: String { "DynamicUnet" }

    private var layers: [Module] {
        var layers: [Module] = [body] + middle + blocks
        if let lastUp { layers.append(lastUp) }
        layers.append(Named("ResizeToOrig"))
        if crosses { layers.append(Named("MergeLayer")) }
        return layers + tail
    }

    public override var members: [(name: String, member: Member)] { [("layers", .module(Sequential(layers)))] }

    /// fastai's groups: those of the body, and all that is new.
    public func groups(_ architecture: Architecture) -> [[Tensor]] {
        let new = layers.dropFirst().flatMap(\.parameters)
        guard let parts = body.layers, parts.count == 8 else { return [body.parameters, new] }
        return [parts.prefix(6).flatMap(\.parameters), parts.dropFirst(6).flatMap(\.parameters), new]
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        let seen = try body.maps(input)
        var output = seen.last
        for layer in middle { output = try layer(output) }
        for (block, skip) in zip(blocks, seen.skips.reversed()) { output = try block(output, skip: skip) }
        if let lastUp { output = try lastUp(output) }
        let size = Array(input.shape.suffix(2))
        if Array(output.shape.suffix(2)) != size { output = try output.upsampleNearest(size) }
        if crosses { output = try Tensor.cat([output, input], 1) }
        for layer in tail { output = try layer(output) }
        return output
    }

    /// A layer without parameters, for its place and name.
    private final class Named: Module {
        private let name: String
        init(_ name: String) { self.name = name }
        override var kind: String { name }
    }
}

/// Enlarges maps and looks at what the body saw at that size (fastai's `UnetBlock`).
final class UNetBlock: Module {
    let outputs: Int
    private let up: PixelShuffleUp
    private let norm: BatchNorm2d
    private let first: Sequential
    private let second: Sequential

    init(_ inputs: Int, skip: Int, isLast: Bool, blurs: Bool, attends: Bool) throws {
        up = try PixelShuffleUp(inputs, inputs / 2, blurs: blurs)
        norm = try BatchNorm2d(skip, bias: 1e-3)
        let width = inputs / 2 + skip
        outputs = isLast ? width / 2 : width
        first = try UNet.convolution(width, outputs, kernel: 3)
        second = try UNet.convolution(outputs, outputs, kernel: 3)
        if attends { second.append(try SelfAttention(outputs)) }
        super.init()
    }

    var convolutions: [Module] { [first, second] }

    override var kind: String { "UnetBlock" }
    override var members: [(name: String, member: Member)] {
        [
            ("shuf", .module(up)), ("bn", .module(norm)), ("conv1", .module(first)), ("conv2", .module(second)),
            ("relu", .module(ReLU())),
        ]
    }

    func callAsFunction(_ input: Tensor, skip: Tensor) throws -> Tensor {
        var large = try up(input)
        let size = Array(skip.shape.suffix(2))
        if Array(large.shape.suffix(2)) != size { large = try large.upsampleNearest(size) }
        return try second(first(Tensor.cat([large, norm(skip)], 1).relu_()))
    }
}

/// Two convolutions beside a shortcut (fastai's `ResBlock` without a norm).
final class ResidualBlock: Module {
    private let path: Sequential
    private let shortcut: Sequential

    init(_ width: Int, inner: Int) throws {
        path = Sequential(
            try UNet.convolution(width, inner, kernel: 3),
            Sequential(try Conv2d(inner, inner == width ? width : inner, kernel: 3, padding: 1)))
        shortcut = Sequential([])
    }

    override var kind: String { "ResBlock" }
    override var members: [(name: String, member: Member)] {
        [("convpath", .module(path)), ("idpath", .module(shortcut)), ("act", .module(ReLU(inPlace: true)))]
    }
    override func forward(_ input: Tensor) throws -> Tensor { try path(input).add_(.tensor(input)).relu_() }
}
