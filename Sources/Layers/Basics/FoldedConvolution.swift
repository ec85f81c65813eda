import Tensors

/// A convolution with the normalisation behind it folded into its weights, for evaluation:
/// `w' = w * g / sqrt(v + eps)`, `b' = beta - m * g / sqrt(v + eps)`.
struct FoldedConvolution {
    private let weight: Tensor
    private let bias: Tensor
    private let convolution: (stride: Int, padding: Int, groups: Int)

    init(_ convolution: Conv2d, _ norm: BatchNorm2d) throws {
        let scale = try norm.weight.mul(.tensor(norm.runningVariance.add(.double(norm.epsilon)).rsqrt()))
        let mean = try convolution.bias.map { try norm.runningMean.sub(.tensor($0)) } ?? norm.runningMean
        weight = try convolution.weight.mul(.tensor(scale.reshape([-1, 1, 1, 1]))).contiguous(.channelsLast)
        bias = try norm.bias.sub(.tensor(mean.mul(.tensor(scale))))
        self.convolution = (convolution.stride, convolution.padding, convolution.groups)
    }

    func callAsFunction(_ input: Tensor) throws -> Tensor {
        let (stride, padding) = ([convolution.stride, convolution.stride], [convolution.padding, convolution.padding])
        // At batch 1 ATen's own choice passes by oneDNN, several times slower.
        return try input.contiguous(.channelsLast).mkldnnConv2d(
            weight, bias: bias, stride: stride, padding: padding, groups: convolution.groups)
    }
}
