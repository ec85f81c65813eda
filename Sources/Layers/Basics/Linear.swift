import Tensors

/// `y = x Wᵀ + b` on the last dimension (PyTorch's `nn.Linear`).
public final class Linear: Module {
    /// `[outputs, inputs]`.
    public let weight: Tensor
    public let bias: Tensor?

    public init(_ inputs: Int, _ outputs: Int, bias: Bool = true, initialised: Bool = true) throws {
        weight = try Tensor(uninitialized: [outputs, inputs]).asParameter()
        self.bias = bias ? try Tensor.zeros([outputs]).asParameter() : nil
        super.init()
        guard initialised else { return }
        try Initialisation.standard(weight)
        if let bias = self.bias { try Initialisation.standardBias(bias, fanIn: inputs) }
    }

    public override var members: [(name: String, member: Member)] {
        [("weight", .parameter(weight))] + (bias.map { [("bias", .parameter($0))] } ?? [])
    }

    public override func forward(_ input: Tensor) throws -> Tensor { try input.linear(weight, bias: bias) }

    public override var settings: String {
        "in_features=\(weight.shape[1]), out_features=\(weight.shape[0]), bias=\(bias == nil ? "False" : "True")"
    }
}
