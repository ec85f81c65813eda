import Tensors

/// EfficientNet-Lite0 (Tan and Le, 2019; the variant for small devices, without squeeze-and-excitation
/// and with ReLU6), with timm's layers and names.
public final class EfficientNetLite0: Module {
    private let stem: Conv2d
    private let stemNorm: BatchNorm2d
    private let blocks: Sequential
    private let head: Conv2d
    private let headNorm: BatchNorm2d
    private let classifier: Module

    /// Channels after the head convolution.
    public static let features = 1280

    /// Kernel, stride, widening and channels of each stage, and how many blocks it has.
    static let stages: [(blocks: Int, kernel: Int, stride: Int, expansion: Int, channels: Int)] = [
        (1, 3, 1, 1, 16), (2, 3, 2, 6, 24), (2, 5, 2, 6, 40), (3, 3, 2, 6, 80), (3, 5, 1, 6, 112), (4, 5, 2, 6, 192),
        (1, 3, 1, 6, 320),
    ]

    /// - Parameter classes: Outputs of the classifier; 0 for a body, which gives feature maps
    ///   `[n, 3, h, w] -> [n, 1280, h/32, w/32]`.
    public init(channels: Int = 3, classes: Int = 1000, initialised: Bool = true) throws {
        stem = try Conv2d(channels, 32, kernel: 3, stride: 2, padding: 1, bias: false, initialised: initialised)
        stemNorm = try BatchNorm2d(32)
        var inputs = 32
        blocks = Sequential(
            try Self.stages.map { stage in
                Sequential(
                    try (0..<stage.blocks).map { number in
                        defer { inputs = stage.channels }
                        return try InvertedResidual(
                            inputs, stage.channels, kernel: stage.kernel, stride: number == 0 ? stage.stride : 1,
                            expansion: stage.expansion, initialised: initialised)
                    })
            })
        head = try Conv2d(320, Self.features, kernel: 1, bias: false, initialised: initialised)
        headNorm = try BatchNorm2d(Self.features)
        classifier = classes > 0 ? try Linear(Self.features, classes, initialised: initialised) : Identity()
        super.init()
        if initialised { try initialise() }
    }

    /// timm's start, which is the paper authors': normal by the fan out of each group.
    private func initialise() throws {
        for module in modules {
            if let convolution = module as? Conv2d {
                let shape = convolution.weight.shape
                let fan = Double(shape[0] * shape[2] * shape[3] / convolution.groups)
                try Initialisation.fill(convolution.weight) { tensor throws(TensorError) in
                    try tensor.normal_(mean: 0, std: (2 / fan).squareRoot())
                }
            } else if let linear = module as? Linear {
                let bound = 1 / Double(linear.weight.shape[0]).squareRoot()
                try Initialisation.fill(linear.weight) { tensor throws(TensorError) in
                    try tensor.uniform_(-bound, bound)
                }
                if let bias = linear.bias { try withoutGradients { _ = try bias.fill_(0) } }
            }
        }
    }

    public override var members: [(name: String, member: Member)] {
        [
            ("conv_stem", .module(stem)), ("bn1", .module(stemNorm)), ("blocks", .module(blocks)),
            ("conv_head", .module(head)), ("bn2", .module(headNorm)), ("classifier", .module(classifier)),
        ]
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        let features = try features(input)
        return classifier is Identity ? features : try classifier(features.adaptiveAvgPool2d(1).flatten(1))
    }

    /// The parts of a body one after the other, cut where maps may become smaller.
    var stages: [Module] {
        [Sequential(stem, stemNorm, ReLU6(inPlace: true))] + blocks.layers
            + [Sequential(head, headNorm, ReLU6(inPlace: true))]
    }

    private func features(_ input: Tensor) throws -> Tensor {
        let start = try stem(input, then: stemNorm).relu6_()
        return try head(blocks(start), then: headNorm).relu6_()
    }

    /// A state dictionary of the packaged weights, such as `_blocks.0._bn1.weight`, under timm's names.
    ///
    /// - Throws: ``LayerError/weights(_:)`` when keys are not of that kind.
    public static func renamed(packaged state: StateDict) throws -> StateDict {
        let names = packagedNames()
        return StateDict(
            try state.map { entry in
                let end = entry.name.lastIndex(of: ".") ?? entry.name.endIndex
                guard let name = names[String(entry.name[..<end])] else {
                    throw LayerError.weights(WeightMismatch(unexpected: [entry.name]))
                }
                return (name + entry.name[end...], entry.tensor)
            })
    }

    private static func packagedNames() -> [String: String] {
        var names = [
            "_conv_stem": "conv_stem", "_bn0": "bn1", "_conv_head": "conv_head", "_bn1": "bn2", "_fc": "classifier",
        ]
        var number = 0
        for (stage, settings) in stages.enumerated() {
            for block in 0..<settings.blocks {
                let pairs =
                    settings.expansion == 1
                    ? ["_depthwise_conv": "conv_dw", "_bn1": "bn1", "_project_conv": "conv_pw", "_bn2": "bn2"]
                    : [
                        "_expand_conv": "conv_pw", "_bn0": "bn1", "_depthwise_conv": "conv_dw", "_bn1": "bn2",
                        "_project_conv": "conv_pwl", "_bn2": "bn3",
                    ]
                for (packaged, own) in pairs {
                    names["_blocks.\(number).\(packaged)"] = "blocks.\(stage).\(block).\(own)"
                }
                number += 1
            }
        }
        return names
    }
}

/// A block that widens by a 1x1 convolution, filters each channel by itself and narrows again, beside
/// a shortcut where shapes allow. Without widening the first convolution is left out.
final class InvertedResidual: Module {
    private let expand: (convolution: Conv2d, norm: BatchNorm2d)?
    private let depthwise: (convolution: Conv2d, norm: BatchNorm2d)
    private let project: (convolution: Conv2d, norm: BatchNorm2d)
    private let hasShortcut: Bool

    init(_ inputs: Int, _ outputs: Int, kernel: Int, stride: Int, expansion: Int, initialised: Bool) throws {
        let wide = inputs * expansion
        func convolution(
            _ inputs: Int, _ outputs: Int, kernel: Int = 1, stride: Int = 1, groups: Int = 1
        ) throws -> (Conv2d, BatchNorm2d) {
            let convolution = try Conv2d(
                inputs, outputs, kernel: kernel, stride: stride, padding: kernel / 2, groups: groups, bias: false,
                initialised: initialised)
            return (convolution, try BatchNorm2d(outputs))
        }
        expand = expansion == 1 ? nil : try convolution(inputs, wide)
        depthwise = try convolution(wide, wide, kernel: kernel, stride: stride, groups: wide)
        project = try convolution(wide, outputs)
        hasShortcut = stride == 1 && inputs == outputs
    }

    override var kind: String { expand == nil ? "DepthwiseSeparableConv" : "InvertedResidual" }

    override var members: [(name: String, member: Member)] {
        guard let expand else {
            return [
                ("conv_dw", .module(depthwise.convolution)), ("bn1", .module(depthwise.norm)),
                ("conv_pw", .module(project.convolution)), ("bn2", .module(project.norm)),
            ]
        }
        return [
            ("conv_pw", .module(expand.convolution)), ("bn1", .module(expand.norm)),
            ("conv_dw", .module(depthwise.convolution)), ("bn2", .module(depthwise.norm)),
            ("conv_pwl", .module(project.convolution)), ("bn3", .module(project.norm)),
        ]
    }

    override func forward(_ input: Tensor) throws -> Tensor {
        var output = input
        if let expand { output = try expand.convolution(output, then: expand.norm).relu6_() }
        output = try depthwise.convolution(output, then: depthwise.norm).relu6_()
        output = try project.convolution(output, then: project.norm)
        return hasShortcut ? try output.add_(.tensor(input)) : output
    }
}
