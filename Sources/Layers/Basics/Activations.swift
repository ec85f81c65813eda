import Tensors

/// `max(x, 0)`.
public final class ReLU: Module {
    /// Whether the input's own memory takes the result.
    public let inPlace: Bool
    public init(inPlace: Bool = false) { self.inPlace = inPlace }
    public override func forward(_ input: Tensor) throws -> Tensor { try inPlace ? input.relu_() : input.relu() }
    public override var settings: String { inPlace ? "inplace=True" : "" }
}

/// `min(max(x, 0), 6)`.
public final class ReLU6: Module {
    public let inPlace: Bool
    public init(inPlace: Bool = false) { self.inPlace = inPlace }
    public override func forward(_ input: Tensor) throws -> Tensor { try inPlace ? input.relu6_() : input.relu6() }
    public override var settings: String { inPlace ? "inplace=True" : "" }
}

/// `x * sigmoid(x)`, also called swish.
public final class SiLU: Module {
    public override func forward(_ input: Tensor) throws -> Tensor { try input.silu() }
}

/// `1 / (1 + exp(-x))`.
public final class Sigmoid: Module {
    public override func forward(_ input: Tensor) throws -> Tensor { try input.sigmoid() }
}

/// Hyperbolic tangent.
public final class Tanh: Module {
    public override func forward(_ input: Tensor) throws -> Tensor { try input.tanh() }
}

/// A sigmoid stretched to the range from `low` to `high`: fastai's `y_range`.
public final class SigmoidRange: Module {
    public let low: Double
    public let high: Double
    public init(_ low: Double, _ high: Double) { (self.low, self.high) = (low, high) }
    public override func forward(_ input: Tensor) throws -> Tensor {
        try input.sigmoid().mul(.double(high - low)).add(.double(low))
    }
    public override var settings: String { "low=\(low), high=\(high)" }
}

/// In training sets each value to 0 with a probability and scales the others up; else does nothing.
public final class Dropout: Module {
    public let probability: Double
    public init(_ probability: Double = 0.5) { self.probability = probability }
    public override func forward(_ input: Tensor) throws -> Tensor {
        try isTraining ? input.dropout(probability, training: true) : input
    }
    public override var settings: String { "p=\(probability), inplace=False" }
}

/// Gives its input back.
public final class Identity: Module {
    public override func forward(_ input: Tensor) throws -> Tensor { input }
}
