import Tensors

/// How weights begin. Given the same seed and the same order of layers, the numbers are PyTorch's.
public enum Initialisation {
    /// Values that each output gathers, and outputs that each value reaches, for `[out, in, kernel…]`.
    static func fans(_ shape: [Int]) -> (in: Int, out: Int) {
        let field = shape.dropFirst(2).reduce(1, *)
        return (shape[1] * field, shape[0] * field)
    }

    /// He and others, 2015: normal with variance 2 / fan. PyTorch's `kaiming_normal_` with its default
    /// gain, the one for ReLU.
    public static func kaimingNormal(_ weight: Tensor, fanOut: Bool = false) throws(TensorError) {
        let fans = fans(weight.shape)
        let std = 2.0.squareRoot() / Double(fanOut ? fans.out : fans.in).squareRoot()
        try fill(weight) { tensor throws(TensorError) in try tensor.normal_(mean: 0, std: std) }
    }

    /// PyTorch's `kaiming_uniform_(a=√5)`, with which its linear layers and convolutions begin.
    static func standard(_ weight: Tensor) throws(TensorError) {
        let gain = (2.0 / (1 + 5.0.squareRoot() * 5.0.squareRoot())).squareRoot()
        let bound = 3.0.squareRoot() * (gain / Double(fans(weight.shape).in).squareRoot())
        try fill(weight) { tensor throws(TensorError) in try tensor.uniform_(-bound, bound) }
    }

    /// Uniform within 1 / √fan, with which PyTorch's biases begin.
    static func standardBias(_ bias: Tensor, fanIn: Int) throws(TensorError) {
        let bound = fanIn > 0 ? 1 / Double(fanIn).squareRoot() : 0
        try fill(bias) { tensor throws(TensorError) in try tensor.uniform_(-bound, bound) }
    }

    /// Random values row by row, as PyTorch draws them, whatever order the tensor's memory has.
    public static func fill(_ tensor: Tensor, _ draw: (Tensor) throws(TensorError) -> Void) throws(TensorError) {
        try withoutGradients { () throws(TensorError) in
            let rows = try Tensor(uninitialized: tensor.shape)
            try draw(rows)
            try tensor.copy_(rows)
        }
    }
}

extension Tensor {
    /// The tensor as a parameter: gradients are wanted.
    public func asParameter() throws(TensorError) -> Tensor {
        try setRequiresGrad(true)
        return self
    }
}

extension Module {
    /// Initialises every layer but the normalisation: weights kaiming-normal, biases 0. fastai's `apply_init`.
    public func initialiseKaiming() throws {
        for module in modules where !module.isNormalisation {
            for (name, member) in module.members {
                guard case .parameter(let tensor) = member else { continue }
                if name == "weight" { try Initialisation.kaimingNormal(tensor) }
                if name == "bias" { try withoutGradients { _ = try tensor.fill_(0) } }
            }
            module.forgetDerived()
        }
    }
}
