import Pictures

/// Random changes of training pictures: fastai's batch transforms, drawn for each picture.
///
/// The order is fastai's: the affine map and the warp in one resampling, then lighting.
public struct Augmentation: Sendable, Codable, Equatable {
    /// A random amount that is drawn with a probability.
    public struct Chance: Sendable, Codable, Equatable {
        /// The largest amount.
        public var amount: Double
        public var probability: Double
        public init(_ amount: Double, probability: Double = 0.5) {
            self.amount = amount
            self.probability = probability
        }
    }

    /// Probability of exchanging left and right.
    public var flip = 0.0
    /// Probability of one of the square's eight symmetries.
    public var dihedral = 0.0
    /// Degrees to either side.
    public var rotation: Chance?
    /// Enlargement, from the least to the most, about a random point.
    public var zoom: ClosedRange<Double>?
    public var zoomProbability = 0.5
    /// How far corners move, of 1 for half a side.
    public var warp: Chance?
    public var brightness: Chance?
    public var contrast: Chance?
    /// The size of the result; the picture's own unless given. It is the size in validation too.
    public var size: PictureSize?
    public var padding = Padding.reflection
    /// Below 1: a random square part with at least this share of the area is shown.
    public var minScale = 1.0
    /// Rectangles of noise over the finished picture.
    public var erasing: Erasing?

    /// Nothing at random.
    public init(size: PictureSize? = nil) { self.size = size }

    /// fastai's `aug_transforms` with its defaults.
    ///
    /// - Parameters:
    ///   - mult: factor for rotation, lighting and warp.
    ///   - flipVertically: all eight symmetries in place of left and right.
    ///   - maxRotate: degrees.
    ///   - minScale: below 1, a random part is shown; then `size` must be given.
    public static func standard(
        mult: Double = 1, flip: Bool = true, flipVertically: Bool = false, maxRotate: Double = 10,
        minZoom: Double = 1, maxZoom: Double = 1.1, maxLighting: Double = 0.2, maxWarp: Double = 0.2,
        affineProbability: Double = 0.75, lightingProbability: Double = 0.75, size: PictureSize? = nil,
        padding: Padding = .reflection, minScale: Double = 1
    ) -> Augmentation {
        func chance(_ amount: Double, _ probability: Double) -> Chance? {
            amount == 0 ? nil : Chance(amount, probability: probability)
        }
        var result = Augmentation(size: size)
        result.flip = flip && !flipVertically ? 0.5 : 0
        result.dihedral = flip && flipVertically ? 0.5 : 0
        result.rotation = chance(maxRotate * mult, affineProbability)
        result.zoom = minZoom < 1 || maxZoom > 1 ? minZoom...max(minZoom, maxZoom) : nil
        result.zoomProbability = affineProbability
        result.warp = chance(maxWarp * mult, affineProbability)
        result.brightness = chance(maxLighting * mult, lightingProbability)
        result.contrast = chance(maxLighting * mult, lightingProbability)
        result.padding = padding
        result.minScale = minScale
        return result
    }

    /// This and another's transforms, as fastai composes the transforms of a list.
    public func combined(with other: Augmentation) -> Augmentation {
        var result = self
        if other.flip > 0 { result.flip = other.flip }
        if other.dihedral > 0 { result.dihedral = other.dihedral }
        result.rotation = other.rotation ?? rotation
        if let zoom = other.zoom { (result.zoom, result.zoomProbability) = (zoom, other.zoomProbability) }
        result.warp = other.warp ?? warp
        result.brightness = other.brightness ?? brightness
        result.contrast = other.contrast ?? contrast
        result.size = size ?? other.size
        if other.minScale < 1 { result.minScale = other.minScale }
        result.erasing = other.erasing ?? erasing
        return result
    }
}

/// Covers parts of a picture with standard normal noise: fastai's `RandomErasing`.
public struct Erasing: Sendable, Codable, Equatable {
    public var probability: Double
    /// Share of the picture that a rectangle covers, at least and at most.
    public var area: ClosedRange<Double>
    /// The flattest proportions; the steepest are its reciprocal.
    public var minAspect: Double
    public var maxCount: Int

    public init(
        probability: Double = 0.5, area: ClosedRange<Double> = 0...0.3, minAspect: Double = 0.3, maxCount: Int = 1
    ) {
        self.probability = probability
        self.area = area
        self.minAspect = minAspect
        self.maxCount = maxCount
    }
}
