import Tensors

/// What fastai's `create_head` lets one choose.
public struct HeadSettings: Codable, Sendable, Equatable {
    /// Widths of the hidden layers.
    public var hidden = [512]
    /// Dropout before the last layer; before others it is half of that.
    public var dropout = 0.5
    /// Largest values beside means; else means only.
    public var concatPool = true
    /// Whether a normalisation comes before the first linear layer.
    public var firstNorm = true
    /// Whether a normalisation comes last.
    public var finalNorm = false
    /// Stretches outputs into a range by a sigmoid.
    public var outputRange: ClosedRange<Double>?

    public init() {}
}

extension Sequential {
    /// fastai's head for a vision body: pooling, then blocks of normalisation, dropout and linear layer.
    ///
    /// - Parameter features: Channels of the body's feature maps.
    public static func head(features: Int, outputs: Int, _ settings: HeadSettings = HeadSettings()) throws -> Sequential
    {
        let widths = [features * (settings.concatPool ? 2 : 1)] + settings.hidden + [outputs]
        var layers: [Module] = [settings.concatPool ? AdaptiveConcatPool2d() : AdaptiveAvgPool2d(1), Flatten()]
        for (index, (inputs, outputs)) in zip(widths, widths.dropFirst()).enumerated() {
            let isLast = index == widths.count - 2
            let hasNorm = index > 0 || settings.firstNorm
            let dropout = settings.dropout * (isLast ? 1 : 0.5)
            if hasNorm { layers.append(try BatchNorm1d(inputs, bias: 1e-3)) }
            if dropout != 0 { layers.append(Dropout(dropout)) }
            layers.append(try Linear(inputs, outputs, bias: !hasNorm))
            if !isLast { layers.append(ReLU(inPlace: true)) }
        }
        if settings.finalNorm { layers.append(try BatchNorm1d(outputs, momentum: 0.01)) }
        if let range = settings.outputRange { layers.append(SigmoidRange(range.lowerBound, range.upperBound)) }
        return Sequential(layers)
    }
}
