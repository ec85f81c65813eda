import Tensors

/// Batch normalisation (Ioffe and Szegedy, 2015) over all dimensions but the second.
///
/// In training: by the batch's own mean and variance, which also move the running ones by `momentum`.
/// In evaluation: by the running ones.
public class BatchNorm: Module {
    public let weight: Tensor
    public let bias: Tensor
    public let runningMean: Tensor
    public let runningVariance: Tensor
    public let batchesTracked: Tensor
    public let momentum: Double
    public let epsilon: Double

    public init(_ features: Int, momentum: Double = 0.1, epsilon: Double = 1e-5, bias: Double = 0) throws {
        weight = try Tensor.ones([features]).asParameter()
        self.bias = try Tensor.full([features], bias).asParameter()
        runningMean = try Tensor.zeros([features])
        runningVariance = try Tensor.ones([features])
        batchesTracked = try Tensor.zeros([], dtype: .int64)
        (self.momentum, self.epsilon) = (momentum, epsilon)
        super.init()
    }

    public override var members: [(name: String, member: Member)] {
        [
            ("weight", .parameter(weight)), ("bias", .parameter(bias)), ("running_mean", .buffer(runningMean)),
            ("running_var", .buffer(runningVariance)), ("num_batches_tracked", .buffer(batchesTracked)),
        ]
    }

    public override var isNormalisation: Bool { true }

    public override func forward(_ input: Tensor) throws -> Tensor {
        if isTraining {
            guard input.count > (input.shape.dropFirst().first ?? 0) else { throw LayerError.batchOfOne }
            try batchesTracked.add_(.int(1))
        }
        return try input.batchNorm(
            weight: weight, bias: bias, runningMean: runningMean, runningVariance: runningVariance,
            training: isTraining, momentum: momentum, epsilon: epsilon)
    }

    public override var settings: String {
        "\(weight.count), eps=\(epsilon), momentum=\(momentum), affine=True, track_running_stats=True"
    }
}

/// Batch normalisation of `[n, features]`.
public final class BatchNorm1d: BatchNorm {}

/// Batch normalisation of `[n, channels, h, w]`.
public final class BatchNorm2d: BatchNorm {}
