import Pictures

/// Makes all pictures one size: fastai's `Resize`.
public struct Resize: Sendable, Codable, Equatable {
    /// How a picture of other proportions is made to fit (fastai's `ResizeMethod`).
    public enum Method: String, Sendable, Codable, CaseIterable {
        /// The largest part of the wanted proportions: at a random place in training, else the middle.
        case crop
        /// The whole picture with the rest filled.
        case pad
        /// The whole picture, stretched.
        case squish
    }

    public var size: PictureSize
    public var method: Method
    public var padding: Padding

    public init(_ size: PictureSize, method: Method = .crop, padding: Padding = .reflection) {
        self.size = size
        self.method = method
        self.padding = padding
    }

    public init(_ side: Int, method: Method = .crop, padding: Padding = .reflection) {
        self.init(PictureSize(side), method: method, padding: padding)
    }

    func framing(of full: PictureSize, training: Bool, using generator: inout ItemGenerator) -> Framing {
        guard method != .squish else { return Framing(part: PictureRectangle(full), size: size) }
        // Both are drawn whatever the picture's shape, as in fastai.
        let places = training ? (generator.uniform(), generator.uniform()) : (0.5, 0.5)
        return framing(of: full, at: places)
    }

    /// The part at a place from (0, 0), left and top, to (1, 1). All is rounded down as in fastai.
    public func framing(of full: PictureSize, at place: (x: Double, y: Double)) -> Framing {
        let (across, down) = (Double(full.width) / Double(size.width), Double(full.height) / Double(size.height))
        let scale = method == .pad ? max(across, down) : min(across, down)
        // A picture only a few pixels wide keeps one at least.
        let width = max(1, Int(scale * Double(size.width)))
        let height = max(1, Int(scale * Double(size.height)))
        let x = Int(place.x * Double(full.width - width))
        let y = Int(place.y * Double(full.height - height))
        let part = PictureRectangle(x: Double(x), y: Double(y), width: Double(width), height: Double(height))
        return Framing(part: part, size: size, padding: padding)
    }
}

/// Scales the longer side to a length, keeping the proportions: fastai's `RatioResize`.
public struct RatioResize: Sendable, Codable, Equatable {
    public var longest: Int

    public init(_ longest: Int) { self.longest = longest }

    func framing(of full: PictureSize) -> Framing {
        let (width, height) = (Double(full.width), Double(full.height))
        let longest = Double(longest)
        let size =
            width >= height
            ? PictureSize(width: Int(longest), height: max(1, Int(height * longest / width)))
            : PictureSize(width: max(1, Int(width * longest / height)), height: Int(longest))
        return Resize(size).framing(of: full, at: (0.5, 0.5))
    }
}
