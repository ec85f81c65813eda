import Tensors

/// Two 3x3 convolutions beside a shortcut: `relu(f(x) + shortcut(x))`.
final class BasicBlock: Module {
    private let conv1: Conv2d
    private let bn1: BatchNorm2d
    private let conv2: Conv2d
    private let bn2: BatchNorm2d
    private let shortcut: Sequential?

    init(_ inputs: Int, _ planes: Int, stride: Int, shortcut: Sequential?, initialised: Bool) throws {
        conv1 = try Conv2d(
            inputs, planes, kernel: 3, stride: stride, padding: 1, bias: false, initialised: initialised)
        bn1 = try BatchNorm2d(planes)
        conv2 = try Conv2d(planes, planes, kernel: 3, padding: 1, bias: false, initialised: initialised)
        bn2 = try BatchNorm2d(planes)
        self.shortcut = shortcut
    }

    override var members: [(name: String, member: Member)] {
        [
            ("conv1", .module(conv1)), ("bn1", .module(bn1)), ("relu", .module(ReLU(inPlace: true))),
            ("conv2", .module(conv2)), ("bn2", .module(bn2)),
        ] + (shortcut.map { [("downsample", .module($0))] } ?? [])
    }

    override func forward(_ input: Tensor) throws -> Tensor {
        let middle = try conv1(input, then: bn1).relu_()
        let output = try conv2(middle, then: bn2)
        return try output.add_(.tensor(shortcut.map { try $0(input) } ?? input)).relu_()
    }
}

/// 1x1, 3x3 and 1x1 convolutions beside a shortcut; the stride is in the middle (version 1.5).
final class Bottleneck: Module {
    private let conv1: Conv2d
    private let bn1: BatchNorm2d
    private let conv2: Conv2d
    private let bn2: BatchNorm2d
    private let conv3: Conv2d
    private let bn3: BatchNorm2d
    private let shortcut: Sequential?

    init(_ inputs: Int, _ planes: Int, stride: Int, shortcut: Sequential?, initialised: Bool) throws {
        conv1 = try Conv2d(inputs, planes, kernel: 1, bias: false, initialised: initialised)
        bn1 = try BatchNorm2d(planes)
        conv2 = try Conv2d(
            planes, planes, kernel: 3, stride: stride, padding: 1, bias: false, initialised: initialised)
        bn2 = try BatchNorm2d(planes)
        conv3 = try Conv2d(planes, planes * 4, kernel: 1, bias: false, initialised: initialised)
        bn3 = try BatchNorm2d(planes * 4)
        self.shortcut = shortcut
    }

    override var members: [(name: String, member: Member)] {
        [
            ("conv1", .module(conv1)), ("bn1", .module(bn1)), ("conv2", .module(conv2)), ("bn2", .module(bn2)),
            ("conv3", .module(conv3)), ("bn3", .module(bn3)), ("relu", .module(ReLU(inPlace: true))),
        ] + (shortcut.map { [("downsample", .module($0))] } ?? [])
    }

    override func forward(_ input: Tensor) throws -> Tensor {
        let first = try conv1(input, then: bn1).relu_()
        let second = try conv2(first, then: bn2).relu_()
        let output = try conv3(second, then: bn3)
        return try output.add_(.tensor(shortcut.map { try $0(input) } ?? input)).relu_()
    }
}
