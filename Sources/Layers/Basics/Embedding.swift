import Tensors

/// A row of learned numbers for each index: `[…] -> […, width]`.
///
/// It begins as fastai's, normal with deviation .01 whose tails beyond two deviations are wrapped.
public final class Embedding: Module {
    /// `[entries, width]`.
    public let weight: Tensor

    public init(_ entries: Int, _ width: Int, deviation: Double = 0.01) throws {
        weight = try Tensor(uninitialized: [entries, width]).asParameter()
        super.init()
        try Initialisation.fill(weight) { tensor throws(TensorError) in
            // PyTorch's own start is drawn and thrown away, so that seeds agree.
            try tensor.normal_()
            try tensor.normal_()
            _ = try Tensor.call("aten::fmod_", overload: "Scalar", .tensor(tensor), .double(2))
            try tensor.mul_(.double(deviation))
        }
    }

    /// Begins normally distributed, as PyTorch's own `nn.Embedding`.
    public init(normal entries: Int, _ width: Int) throws {
        weight = try Tensor(uninitialized: [entries, width]).asParameter()
        super.init()
        try Initialisation.fill(weight) { tensor throws(TensorError) in try tensor.normal_() }
    }

    public override var members: [(name: String, member: Member)] { [("weight", .parameter(weight))] }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try Tensor.call("aten::embedding", .tensor(weight), .tensor(input))
    }

    public override var settings: String { "\(weight.shape[0]), \(weight.shape[1])" }
}
