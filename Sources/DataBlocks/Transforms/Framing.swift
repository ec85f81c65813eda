import Pictures

/// Which part of a picture is shown, and how large.
public struct Framing: Equatable, Sendable {
    /// In pixels of the upright picture; where it reaches outside, padding fills it.
    public var part: PictureRectangle
    /// Whether the part is cut out before it is resized: then it lies on whole pixels.
    public var isCut: Bool
    /// The size that the part is resized to.
    public var size: PictureSize
    public var padding: Padding

    public init(part: PictureRectangle, size: PictureSize, padding: Padding = .zeros, isCut: Bool = true) {
        self.part = part
        self.isCut = isCut
        self.size = size
        self.padding = padding
    }

    /// Whether it lies within a picture of this size.
    func lies(within full: PictureSize) -> Bool {
        part.x >= 0 && part.y >= 0 && part.x + part.width <= Double(full.width)
            && part.y + part.height <= Double(full.height)
    }
}

/// What is seen where there is no picture (fastai's `PadMode`).
public enum Padding: String, Sendable, Codable, CaseIterable {
    case zeros
    /// The outermost pixels, repeated.
    case border
    /// The picture mirrored at its edges.
    case reflection

    var picturePadding: PicturePadding {
        switch self {
        case .zeros: .zeros
        case .border: .border
        case .reflection: .reflection
        }
    }
}

/// A transform of one picture before pictures are collated: each says what part to show, and how large.
public enum ItemTransform: Sendable, Codable, Equatable {
    case resize(Resize)
    case randomResizedCrop(RandomResizedCrop)
    case randomCrop(RandomCrop)
    case ratioResize(RatioResize)
    /// Mirrored with this probability in training.
    case flip(probability: Double)

    /// The size of its result; nil where that depends on the picture.
    public var size: PictureSize? {
        switch self {
        case .resize(let resize): resize.size
        case .randomResizedCrop(let crop): crop.size
        case .randomCrop(let crop): crop.size
        case .ratioResize, .flip: nil
        }
    }

    /// What it shows of a picture.
    ///
    /// - Parameter training: at random places in training, centred otherwise.
    public func framing(
        of full: PictureSize, training: Bool, using generator: inout ItemGenerator
    ) -> Framing {
        switch self {
        case .resize(let resize): resize.framing(of: full, training: training, using: &generator)
        case .randomResizedCrop(let crop): crop.framing(of: full, training: training, using: &generator)
        case .randomCrop(let crop): crop.framing(of: full, training: training, using: &generator)
        case .ratioResize(let resize): resize.framing(of: full)
        case .flip: Framing(part: PictureRectangle(full), size: full)
        }
    }
}
