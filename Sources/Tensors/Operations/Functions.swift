/// Functions of one value, element by element; their names are PyTorch's.
extension Tensor {
    public func neg() throws(TensorError) -> Tensor { try Tensor.call("aten::neg", .tensor(self)) }

    public func abs() throws(TensorError) -> Tensor { try Tensor.call("aten::abs", .tensor(self)) }

    public func sign() throws(TensorError) -> Tensor { try Tensor.call("aten::sign", .tensor(self)) }

    public func floor() throws(TensorError) -> Tensor { try Tensor.call("aten::floor", .tensor(self)) }

    public func ceil() throws(TensorError) -> Tensor { try Tensor.call("aten::ceil", .tensor(self)) }

    /// To the nearest whole number, halves to the even one.
    public func round() throws(TensorError) -> Tensor { try Tensor.call("aten::round", .tensor(self)) }

    /// To `digits` after the point.
    public func round(digits: Int) throws(TensorError) -> Tensor {
        try Tensor.call("aten::round", overload: "decimals", .tensor(self), .int(digits))
    }

    public func trunc() throws(TensorError) -> Tensor { try Tensor.call("aten::trunc", .tensor(self)) }

    /// What is behind the point.
    public func frac() throws(TensorError) -> Tensor { try Tensor.call("aten::frac", .tensor(self)) }

    public func square() throws(TensorError) -> Tensor { try Tensor.call("aten::square", .tensor(self)) }

    public func sqrt() throws(TensorError) -> Tensor { try Tensor.call("aten::sqrt", .tensor(self)) }

    public func rsqrt() throws(TensorError) -> Tensor { try Tensor.call("aten::rsqrt", .tensor(self)) }

    public func reciprocal() throws(TensorError) -> Tensor { try Tensor.call("aten::reciprocal", .tensor(self)) }

    public func exp() throws(TensorError) -> Tensor { try Tensor.call("aten::exp", .tensor(self)) }

    public func exp2() throws(TensorError) -> Tensor { try Tensor.call("aten::exp2", .tensor(self)) }

    /// `exp(x) - 1`, exact for small values.
    public func expm1() throws(TensorError) -> Tensor { try Tensor.call("aten::expm1", .tensor(self)) }

    public func log() throws(TensorError) -> Tensor { try Tensor.call("aten::log", .tensor(self)) }

    public func log2() throws(TensorError) -> Tensor { try Tensor.call("aten::log2", .tensor(self)) }

    public func log10() throws(TensorError) -> Tensor { try Tensor.call("aten::log10", .tensor(self)) }

    /// `log(1 + x)`, exact for small values.
    public func log1p() throws(TensorError) -> Tensor { try Tensor.call("aten::log1p", .tensor(self)) }

    public func sin() throws(TensorError) -> Tensor { try Tensor.call("aten::sin", .tensor(self)) }

    public func cos() throws(TensorError) -> Tensor { try Tensor.call("aten::cos", .tensor(self)) }

    public func tan() throws(TensorError) -> Tensor { try Tensor.call("aten::tan", .tensor(self)) }

    public func asin() throws(TensorError) -> Tensor { try Tensor.call("aten::asin", .tensor(self)) }

    public func acos() throws(TensorError) -> Tensor { try Tensor.call("aten::acos", .tensor(self)) }

    public func atan() throws(TensorError) -> Tensor { try Tensor.call("aten::atan", .tensor(self)) }

    public func sinh() throws(TensorError) -> Tensor { try Tensor.call("aten::sinh", .tensor(self)) }

    public func cosh() throws(TensorError) -> Tensor { try Tensor.call("aten::cosh", .tensor(self)) }

    public func erf() throws(TensorError) -> Tensor { try Tensor.call("aten::erf", .tensor(self)) }

    public func logicalNot() throws(TensorError) -> Tensor { try Tensor.call("aten::logical_not", .tensor(self)) }

    /// `~` of integers or booleans.
    public func bitwiseNot() throws(TensorError) -> Tensor { try Tensor.call("aten::bitwise_not", .tensor(self)) }

    public func isnan() throws(TensorError) -> Tensor { try Tensor.call("aten::isnan", .tensor(self)) }

    public func isinf() throws(TensorError) -> Tensor { try Tensor.call("aten::isinf", .tensor(self)) }

    public func isfinite() throws(TensorError) -> Tensor { try Tensor.call("aten::isfinite", .tensor(self)) }

    // MARK: Activations

    public func tanh() throws(TensorError) -> Tensor { try Tensor.call("aten::tanh", .tensor(self)) }

    public func sigmoid() throws(TensorError) -> Tensor { try Tensor.call("aten::sigmoid", .tensor(self)) }

    public func logSigmoid() throws(TensorError) -> Tensor { try Tensor.call("aten::log_sigmoid", .tensor(self)) }

    public func relu() throws(TensorError) -> Tensor { try Tensor.call("aten::relu", .tensor(self)) }

    /// Limits to [0, 6].
    public func relu6() throws(TensorError) -> Tensor {
        try Tensor.call("aten::hardtanh", .tensor(self), .double(0), .double(6))
    }

    @discardableResult
    public func relu_() throws(TensorError) -> Tensor { try Tensor.call("aten::relu_", .tensor(self)) }

    @discardableResult
    public func relu6_() throws(TensorError) -> Tensor {
        try Tensor.call("aten::hardtanh_", .tensor(self), .double(0), .double(6))
    }

    /// Negative values times `slope`.
    public func leakyRelu(_ slope: Double = 0.01) throws(TensorError) -> Tensor {
        try Tensor.call("aten::leaky_relu", .tensor(self), .double(slope))
    }

    public func elu(_ alpha: Double = 1) throws(TensorError) -> Tensor {
        try Tensor.call("aten::elu", .tensor(self), .double(alpha))
    }

    /// `x * Φ(x)`, by its tanh approximation when asked for.
    public func gelu(approximate: Bool = false) throws(TensorError) -> Tensor {
        try Tensor.call("aten::gelu", .tensor(self), named: [("approximate", .string(approximate ? "tanh" : "none"))])
    }

    /// `x * sigmoid(x)`, also called swish.
    public func silu() throws(TensorError) -> Tensor { try Tensor.call("aten::silu", .tensor(self)) }

    public func mish() throws(TensorError) -> Tensor { try Tensor.call("aten::mish", .tensor(self)) }

    public func hardswish() throws(TensorError) -> Tensor { try Tensor.call("aten::hardswish", .tensor(self)) }

    public func hardsigmoid() throws(TensorError) -> Tensor { try Tensor.call("aten::hardsigmoid", .tensor(self)) }

    public func softplus() throws(TensorError) -> Tensor { try Tensor.call("aten::softplus", .tensor(self)) }

    /// Positive numbers that add up to 1 along a dimension.
    public func softmax(_ dimension: Int) throws(TensorError) -> Tensor {
        try Tensor.call("aten::softmax", overload: "int", .tensor(self), .int(dimension))
    }

    public func logSoftmax(_ dimension: Int) throws(TensorError) -> Tensor {
        try Tensor.call("aten::log_softmax", overload: "int", .tensor(self), .int(dimension))
    }
}
