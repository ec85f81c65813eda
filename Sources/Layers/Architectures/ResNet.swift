import Tensors

/// Residual networks (He and others, 2015) with torchvision's layers, names and initialisation.
public final class ResNet: Module {
    private let conv1: Conv2d
    private let bn1: BatchNorm2d
    private let layer1: Sequential
    private let layer2: Sequential
    private let layer3: Sequential
    private let layer4: Sequential
    private let classifier: Linear

    /// - Parameters:
    ///   - kind: The blocks and how many of them each of the four stages has.
    ///   - channels: Colours of the pictures.
    ///   - initialised: False where weights will be loaded anyway.
    public init(_ kind: Kind, channels: Int = 3, classes: Int = 1000, initialised: Bool = true) throws {
        var builder = StageBuilder(kind: kind, initialised: initialised)
        conv1 = try Conv2d(channels, 64, kernel: 7, stride: 2, padding: 3, bias: false, initialised: initialised)
        bn1 = try BatchNorm2d(64)
        layer1 = try builder.stage(0, planes: 64, stride: 1)
        layer2 = try builder.stage(1, planes: 128, stride: 2)
        layer3 = try builder.stage(2, planes: 256, stride: 2)
        layer4 = try builder.stage(3, planes: 512, stride: 2)
        classifier = try Linear(512 * kind.expansion, classes, initialised: initialised)
        super.init()
        guard initialised else { return }
        for case let convolution as Conv2d in modules {
            try Initialisation.kaimingNormal(convolution.weight, fanOut: true)
        }
    }

    public override var members: [(name: String, member: Member)] {
        bodyLayers.map { ($0.name, .module($0.module)) }
            + [("avgpool", .module(AdaptiveAvgPool2d(1))), ("fc", .module(classifier))]
    }

    private var bodyLayers: [(name: String, module: Module)] {
        [
            ("conv1", conv1), ("bn1", bn1), ("relu", ReLU(inPlace: true)),
            ("maxpool", MaxPool2d(3, stride: 2, padding: 1)), ("layer1", layer1), ("layer2", layer2),
            ("layer3", layer3), ("layer4", layer4),
        ]
    }

    /// Everything before pooling, as fastai cuts it: eight layers, `[n, c, h, w] -> [n, features, h/32, w/32]`.
    public func body() -> Sequential { Sequential(bodyLayers.map(\.module)) }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try classifier(body()(input).adaptiveAvgPool2d(1).flatten(1))
    }

    /// The depths that torchvision has.
    public enum Kind: String, CaseIterable, Sendable {
        case resnet18, resnet34, resnet50

        var blocks: [Int] { self == .resnet18 ? [2, 2, 2, 2] : [3, 4, 6, 3] }
        /// How many times wider a block's output is than its middle.
        public var expansion: Int { self == .resnet50 ? 4 : 1 }
        /// Channels of the last stage.
        public var features: Int { 512 * expansion }
    }
}

/// Makes the stages in torchvision's order, so that seeds agree.
private struct StageBuilder {
    let kind: ResNet.Kind
    let initialised: Bool
    var inputs = 64

    init(kind: ResNet.Kind, initialised: Bool) {
        self.kind = kind
        self.initialised = initialised
    }

    mutating func stage(_ index: Int, planes: Int, stride: Int) throws -> Sequential {
        let outputs = planes * kind.expansion
        var blocks: [Module] = []
        for number in 0..<kind.blocks[index] {
            let stride = number == 0 ? stride : 1
            let shortcut = try stride != 1 || inputs != outputs ? shortcut(outputs, stride) : nil
            blocks.append(
                try kind.expansion == 1
                    ? BasicBlock(inputs, planes, stride: stride, shortcut: shortcut, initialised: initialised)
                    : Bottleneck(inputs, planes, stride: stride, shortcut: shortcut, initialised: initialised))
            inputs = outputs
        }
        return Sequential(blocks)
    }

    private func shortcut(_ outputs: Int, _ stride: Int) throws -> Sequential {
        Sequential(
            try Conv2d(inputs, outputs, kernel: 1, stride: stride, bias: false, initialised: initialised),
            try BatchNorm2d(outputs))
    }
}
