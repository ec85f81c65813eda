import Tensors

/// Normalisation of each item over its last dimension (Ba and others, 2016), which is then scaled and shifted.
public final class LayerNorm: Module {
    public let weight: Tensor
    public let bias: Tensor
    public let epsilon: Double

    public init(_ width: Int, epsilon: Double = 1e-5) throws {
        weight = try Tensor.ones([width]).asParameter()
        bias = try Tensor.zeros([width]).asParameter()
        self.epsilon = epsilon
        super.init()
    }

    public override var members: [(name: String, member: Member)] {
        [("weight", .parameter(weight)), ("bias", .parameter(bias))]
    }

    public override var isNormalisation: Bool { true }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try input.layerNorm([weight.count], weight: weight, bias: bias, epsilon: epsilon)
    }

    public override var settings: String { "(\(weight.count),), eps=\(epsilon), elementwise_affine=True" }
}
