import Tensors

/// The largest value of each window.
public final class MaxPool2d: Module {
    public let kernel: Int
    public let stride: Int
    public let padding: Int
    public init(_ kernel: Int, stride: Int? = nil, padding: Int = 0) {
        (self.kernel, self.stride, self.padding) = (kernel, stride ?? kernel, padding)
    }
    public override func forward(_ input: Tensor) throws -> Tensor {
        try input.maxPool2d(kernel, stride: stride, padding: padding)
    }
    public override var settings: String { "kernel_size=\(kernel), stride=\(stride), padding=\(padding)" }
}

/// The mean of each window.
public final class AvgPool2d: Module {
    public let kernel: Int
    public let stride: Int
    public let padding: Int
    public init(_ kernel: Int, stride: Int? = nil, padding: Int = 0) {
        (self.kernel, self.stride, self.padding) = (kernel, stride ?? kernel, padding)
    }
    public override func forward(_ input: Tensor) throws -> Tensor {
        try input.avgPool2d(kernel, stride: stride, padding: padding)
    }
    public override var settings: String { "kernel_size=\(kernel), stride=\(stride), padding=\(padding)" }
}

/// Means over a grid of `size` by `size` fields, whatever the picture's size.
public final class AdaptiveAvgPool2d: Module {
    public let size: Int
    public init(_ size: Int = 1) { self.size = size }
    public override func forward(_ input: Tensor) throws -> Tensor { try input.adaptiveAvgPool2d(size) }
    public override var settings: String { "output_size=\(size)" }
}

/// Largest values over a grid of `size` by `size` fields, whatever the picture's size.
public final class AdaptiveMaxPool2d: Module {
    public let size: Int
    public init(_ size: Int = 1) { self.size = size }
    public override func forward(_ input: Tensor) throws -> Tensor { try input.adaptiveMaxPool2d(size) }
    public override var settings: String { "output_size=\(size)" }
}

/// Largest values beside means, in this order: `[n, c, h, w] -> [n, 2c, size, size]` (fastai).
public final class AdaptiveConcatPool2d: Module {
    private let average: AdaptiveAvgPool2d
    private let largest: AdaptiveMaxPool2d
    public init(_ size: Int = 1) {
        average = AdaptiveAvgPool2d(size)
        largest = AdaptiveMaxPool2d(size)
    }
    public override var members: [(name: String, member: Member)] {
        [("ap", .module(average)), ("mp", .module(largest))]
    }
    public override func forward(_ input: Tensor) throws -> Tensor {
        try Tensor.cat([largest(input), average(input)], 1)
    }
}

/// Joins all dimensions but the first: `[n, …] -> [n, product]`.
public final class Flatten: Module {
    public override func forward(_ input: Tensor) throws -> Tensor { try input.flatten(1) }
}
