/// Mean and standard deviation that pictures are brought to, by channel, of values from 0 to 1.
public struct Normalisation: Sendable, Codable, Equatable {
    public var mean: [Double]
    public var std: [Double]

    public init(mean: [Double], std: [Double]) {
        self.mean = mean
        self.std = std
    }

    /// torchvision's statistics of ImageNet (fastai's `imagenet_stats`).
    public static let imagenet = Normalisation(mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225])
    /// The values from -1 to 1, as timm's models of Inception's kind have them.
    public static let inception = Normalisation(mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5])
    /// fastai's `cifar_stats` and `mnist_stats`.
    public static let cifar = Normalisation(mean: [0.491, 0.482, 0.447], std: [0.247, 0.243, 0.261])
    public static let mnist = Normalisation(mean: [0.131], std: [0.308])

    /// What each value is multiplied by, and what is added then; one pair a channel.
    func scales(_ channels: Int) -> [(factor: Float, shift: Float)] {
        (0..<channels).map { channel in
            let (mean, std) = (mean[min(channel, mean.count - 1)], std[min(channel, std.count - 1)])
            return (Float(1 / std), Float(-mean / std))
        }
    }
}
