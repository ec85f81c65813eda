import Pictures

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Shows a part of random size, proportions and place in training; in validation the whole picture,
/// stretched to a little more than the size and cut to it: fastai's `RandomResizedCrop`.
public struct RandomResizedCrop: Sendable, Codable, Equatable {
    public var size: PictureSize
    /// Share of the picture's area that the part has at least and at most.
    public var minScale: Double
    public var maxScale: Double
    /// Width over height of the part, at least and at most.
    public var ratio: ClosedRange<Double>
    /// How much larger the picture is in validation before its edges are cut off.
    public var validExtra: Double

    public init(
        _ size: PictureSize, minScale: Double = 0.08, ratio: ClosedRange<Double> = 3 / 4...4 / 3,
        validExtra: Double = 0.14, maxScale: Double = 1
    ) {
        self.size = size
        self.minScale = minScale
        self.maxScale = maxScale
        self.ratio = ratio
        self.validExtra = validExtra
    }

    func framing(of full: PictureSize, training: Bool, using generator: inout ItemGenerator) -> Framing {
        let part = training ? Self.part(of: full, minScale...maxScale, ratio, using: &generator) : validPart(of: full)
        return Framing(part: part, size: size, isCut: training)
    }

    /// The middle of the picture that is left when it is stretched to the larger size and cut.
    ///
    /// Resizing this part at once gives the same pixels, so it need not lie on whole pixels.
    private func validPart(of full: PictureSize) -> PictureRectangle {
        let extra = Int((Double(max(size.width, size.height)) * validExtra / 8).rounded(.up)) * 8
        func cut(_ full: Int, _ size: Int) -> (start: Double, length: Double) {
            let scale = Double(full) / Double(size + extra)
            return (Double(extra / 2) * scale, Double(size) * scale)
        }
        let (x, y) = (cut(full.width, size.width), cut(full.height, size.height))
        return PictureRectangle(x: x.start, y: y.start, width: x.length, height: y.length)
    }

    /// Ten tries with uniform areas and log-uniform proportions, then the largest middle part.
    static func part(
        of full: PictureSize, _ scales: ClosedRange<Double>, _ ratio: ClosedRange<Double>,
        using generator: inout ItemGenerator
    ) -> PictureRectangle {
        for _ in 0..<10 {
            let scale = generator.uniform(scales.lowerBound, scales.upperBound)
            let proportions = logUniform(ratio, using: &generator)
            guard let size = partSize(of: full, scale: scale, proportions: proportions) else { continue }
            let x = generator.integer(0, full.width - size.width)
            let y = generator.integer(0, full.height - size.height)
            return PictureRectangle(
                x: Double(x), y: Double(y), width: Double(size.width), height: Double(size.height))
        }
        return fallback(of: full, ratio)
    }

    /// A number whose logarithm is uniform.
    static func logUniform(_ range: ClosedRange<Double>, using generator: inout ItemGenerator) -> Double {
        exp(generator.uniform(log(range.lowerBound), log(range.upperBound)))
    }

    /// The size of a part with this share of the area, nil when it does not fit.
    static func partSize(of full: PictureSize, scale: Double, proportions: Double) -> PictureSize? {
        let area = scale * Double(full.width) * Double(full.height)
        // Python's `round` takes the even neighbour.
        let width = Int((area * proportions).squareRoot().rounded(.toNearestOrEven))
        let height = Int((area / proportions).squareRoot().rounded(.toNearestOrEven))
        guard (1...full.width).contains(width), (1...full.height).contains(height) else { return nil }
        return PictureSize(width: width, height: height)
    }

    /// The largest middle part whose proportions are allowed.
    static func fallback(of full: PictureSize, _ ratio: ClosedRange<Double>) -> PictureRectangle {
        var (width, height) = (full.width, full.height)
        let proportions = Double(width) / Double(height)
        if proportions < ratio.lowerBound {
            height = max(1, Int(Double(width) / ratio.lowerBound))
        } else if proportions > ratio.upperBound {
            width = max(1, Int(Double(height) * ratio.upperBound))
        }
        return PictureRectangle(
            x: Double((full.width - width) / 2), y: Double((full.height - height) / 2), width: Double(width),
            height: Double(height))
    }
}

/// A part of a fixed size at a random place in training, the middle otherwise, with black where the
/// picture is smaller: fastai's `RandomCrop`, and its `CropPad` when never at random.
public struct RandomCrop: Sendable, Codable, Equatable {
    public var size: PictureSize
    public var isRandom: Bool
    public var padding: Padding

    public init(_ size: PictureSize, isRandom: Bool = true, padding: Padding = .zeros) {
        self.size = size
        self.isRandom = isRandom
        self.padding = padding
    }

    func framing(of full: PictureSize, training: Bool, using generator: inout ItemGenerator) -> Framing {
        let spare = (full.width - size.width, full.height - size.height)
        func place(_ spare: Int) -> Int {
            guard training, isRandom else { return Int((Double(spare) / 2).rounded(.down)) }
            return spare < 0 ? generator.integer(spare, -1) : generator.integer(0, spare)
        }
        let (x, y) = (place(spare.0), place(spare.1))
        let part = PictureRectangle(
            x: Double(x), y: Double(y), width: Double(size.width), height: Double(size.height))
        return Framing(part: part, size: size, padding: padding)
    }
}
