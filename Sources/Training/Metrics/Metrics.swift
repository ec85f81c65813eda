import Foundation
import Tensors

/// fastai's metrics that are functions of one batch, by fastai's formulas. Each gives a tensor of one number.
public enum Metrics {
    /// The part of items whose class is right.
    public static func accuracy(_ output: Tensor, _ target: Tensor, axis: Int = -1) throws -> Tensor {
        let (predicted, target) = try paired(output.argmax(axis), target)
        return try predicted.eq(.tensor(target)).to(dtype: .float32).mean()
    }

    /// The part of items whose class is wrong.
    public static func errorRate(_ output: Tensor, _ target: Tensor, axis: Int = -1) throws -> Tensor {
        try accuracy(output, target, axis: axis).subtracted(from: .int(1))
    }

    /// The part of items whose class is among the `count` likeliest.
    public static func topAccuracy(_ output: Tensor, _ target: Tensor, count: Int = 5, axis: Int = -1) throws -> Tensor
    {
        let best = try output.topk(count, axis).indices
        let hits = try best.eq(.tensor(target.unsqueeze(axis).expand(best.shape)))
        return try hits.to(dtype: .float32).sum([axis]).mean()
    }

    /// The part of right flags, for several classes an item.
    public static func accuracyMulti(
        _ output: Tensor, _ target: Tensor, threshold: Double = 0.5, sigmoid: Bool = true
    ) throws -> Tensor {
        let (values, wanted) = try paired(output, target)
        let flags = try (sigmoid ? values.sigmoid() : values).gt(.double(threshold))
        return try flags.eq(.tensor(wanted.to(dtype: .bool))).to(dtype: .float32).mean()
    }

    /// Mean squared error.
    public static func mse(_ output: Tensor, _ target: Tensor) throws -> Tensor {
        let (values, wanted) = try paired(output, target)
        return try values.mseLoss(wanted.to(dtype: .float32))
    }

    /// Mean absolute error.
    public static func mae(_ output: Tensor, _ target: Tensor) throws -> Tensor {
        let (values, wanted) = try paired(output, target)
        return try values.sub(.tensor(wanted)).abs().mean()
    }

    /// Mean squared error of `log(1 + x)`.
    public static func msle(_ output: Tensor, _ target: Tensor) throws -> Tensor {
        let (values, wanted) = try paired(output, target)
        return try values.log1p().mseLoss(wanted.to(dtype: .float32).log1p())
    }

    /// The part of pixels that are not background whose class is right.
    public static func foregroundAccuracy(
        _ output: Tensor, _ target: Tensor, background: Int = 0, axis: Int = 1
    ) throws -> Tensor {
        let target = target.dimensions == output.dimensions ? try target.squeeze(1) : target
        let mask = try target.ne(.int(background))
        let predicted = try output.argmax(axis).index([mask])
        return try predicted.eq(.tensor(target.index([mask]))).to(dtype: .float32).mean()
    }

    /// Both as lists of equal length.
    private static func paired(_ output: Tensor, _ target: Tensor) throws -> (Tensor, Tensor) {
        guard output.count == target.count else {
            throw TrainingError.sizes(prediction: output.shape, target: target.shape)
        }
        return (try output.reshape([-1]), try target.reshape([-1]))
    }

    /// Root of the mean squared error over all items.
    public static func rmse() -> WholeMetric {
        WholeMetric("rmse") { try mse($0, $1).item().squareRoot() }
    }

    /// Root of the mean squared share of the error, of exponentials.
    public static func expRmspe() -> WholeMetric {
        WholeMetric("exp_rmspe") { output, target in
            let (values, wanted) = (try output.exp(), try target.exp())
            let share = try wanted.sub(.tensor(values)).div(.tensor(wanted))
            return try share.mul(.tensor(share)).mean().item().squareRoot()
        }
    }

    /// Part of the variance that is explained.
    public static func r2() -> WholeMetric {
        WholeMetric("r2_score") { output, target in
            let (values, wanted) = (try output.to(dtype: .float64), try target.to(dtype: .float64))
            let rest = try wanted.sub(.tensor(values)).pow(.int(2)).sum().item()
            return 1 - rest / (try wanted.sub(.tensor(wanted.mean())).pow(.int(2)).sum().item())
        }
    }

    /// Pearson's correlation.
    public static func pearson() -> WholeMetric {
        WholeMetric("pearsonr") { output, target in
            let (values, wanted) = (try output.to(dtype: .float64), try target.to(dtype: .float64))
            let (a, b) = (try values.sub(.tensor(values.mean())), try wanted.sub(.tensor(wanted.mean())))
            let product = try a.mul(.tensor(b)).sum().item()
            return product / (try a.pow(.int(2)).sum().item() * b.pow(.int(2)).sum().item()).squareRoot()
        }
    }
}

extension AverageMetric {
    /// ``Metrics/accuracy(_:_:axis:)`` over batches.
    public static func accuracy(axis: Int = -1) -> AverageMetric {
        AverageMetric("accuracy", of: { try Metrics.accuracy($0, $1, axis: axis) })
    }

    /// ``Metrics/errorRate(_:_:axis:)`` over batches.
    public static func errorRate(axis: Int = -1) -> AverageMetric {
        AverageMetric("error_rate", of: { try Metrics.errorRate($0, $1, axis: axis) })
    }

    /// ``Metrics/accuracyMulti(_:_:threshold:sigmoid:)`` over batches.
    public static func accuracyMulti(threshold: Double = 0.5, sigmoid: Bool = true) -> AverageMetric {
        AverageMetric(
            "accuracy_multi", of: { try Metrics.accuracyMulti($0, $1, threshold: threshold, sigmoid: sigmoid) })
    }

    /// ``Metrics/foregroundAccuracy(_:_:background:axis:)`` over batches.
    public static func foregroundAccuracy(background: Int = 0, axis: Int = 1) -> AverageMetric {
        AverageMetric(
            "foreground_acc", of: { try Metrics.foregroundAccuracy($0, $1, background: background, axis: axis) })
    }
}
