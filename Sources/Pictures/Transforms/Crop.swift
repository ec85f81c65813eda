/// What fills the space around a picture that is made larger.
public enum PicturePadding: Sendable {
    /// Black, and transparent where there is alpha.
    case zeros
    /// The outermost pixels, repeated.
    case border
    /// The picture mirrored at its edges, which are not repeated.
    case reflection
}

extension Picture {
    /// A part of the picture. Coordinates outside are an error; see ``padded(left:top:right:bottom:mode:)``.
    public func cropped(x: Int, y: Int, width: Int, height: Int) throws(PictureError) -> Picture {
        guard x >= 0, y >= 0, width > 0, height > 0, x + width <= self.width, y + height <= self.height else {
            let words = "\(width)x\(height) from (\(x), \(y)) does not lie within \(size)"
            throw PictureError(file: "the picture", fault: .invalidGeometry(words))
        }
        return rearranged(PictureSize(width: width, height: height)) { ($0 + x, $1 + y) }
    }

    /// The middle of the picture, at most as large as it is.
    public func centreCropped(to size: PictureSize) throws(PictureError) -> Picture {
        let (wide, high) = (min(width, size.width), min(height, size.height))
        return try cropped(x: (width - wide) / 2, y: (height - high) / 2, width: wide, height: high)
    }

    /// The picture with rows and columns added, none of the counts negative.
    public func padded(
        left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0, mode: PicturePadding = .zeros
    ) throws(PictureError) -> Picture {
        guard min(left, top, right, bottom) >= 0 else {
            throw PictureError(file: "the picture", fault: .invalidGeometry("padding cannot be negative"))
        }
        return rearranged(PictureSize(width: width + left + right, height: height + top + bottom)) { x, y in
            guard let column = Self.source(x - left, width, mode), let row = Self.source(y - top, height, mode)
            else { return nil }
            return (column, row)
        }
    }

    /// Left and right exchanged.
    public func flippedHorizontally() -> Picture { upright(from: .mirrored) }

    /// Top and bottom exchanged.
    public func flippedVertically() -> Picture { upright(from: .mirroredRotated180) }

    private static func source(_ place: Int, _ count: Int, _ mode: PicturePadding) -> Int? {
        if (0..<count).contains(place) { return place }
        switch mode {
        case .zeros: return nil
        case .border: return max(0, min(count - 1, place))
        case .reflection:
            if count == 1 { return 0 }
            let period = 2 * (count - 1)
            let folded = ((place % period) + period) % period
            return folded < count ? folded : period - folded
        }
    }

    /// A picture each of whose pixels is one of this picture's, or zero.
    private func rearranged(_ size: PictureSize, _ place: (Int, Int) -> (Int, Int)?) -> Picture {
        pixels.withUnsafeBufferPointer { source in
            Picture(width: size.width, height: size.height, channels: channels) { target in
                var out = 0
                for y in 0..<size.height {
                    for x in 0..<size.width {
                        let from = place(x, y).map { ($0.1 * width + $0.0) * channels }
                        for channel in 0..<channels { target[out + channel] = from.map { source[$0 + channel] } ?? 0 }
                        out += channels
                    }
                }
            }
        }
    }
}
