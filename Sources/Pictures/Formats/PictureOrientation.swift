/// How a camera was held: EXIF's orientation, which says how to turn the stored rows upright.
public enum PictureOrientation: Int, Sendable, CaseIterable {
    case upright = 1
    case mirrored = 2
    case rotated180 = 3
    case mirroredRotated180 = 4
    case mirroredRotated270 = 5
    /// To be turned a quarter clockwise.
    case rotated90 = 6
    case mirroredRotated90 = 7
    /// To be turned a quarter counter-clockwise.
    case rotated270 = 8

    /// Whether turning exchanges width and height.
    public var swapsSides: Bool { rawValue >= 5 }

    /// The size that rows of `size` have once they are upright.
    public func upright(_ size: PictureSize) -> PictureSize {
        swapsSides ? PictureSize(width: size.height, height: size.width) : size
    }

    /// The orientation that an EXIF block (a TIFF header and its first directory) tells.
    init<Bytes: RandomAccessCollection<UInt8>>(exif: Bytes) where Bytes.Index == Int {
        self = Self.tag(in: ByteReader(exif)).flatMap(Self.init(rawValue:)) ?? .upright
    }

    private static func tag(in reader: ByteReader) -> Int? {
        guard let mark = reader.text(at: 0, 2), mark == "II" || mark == "MM" else { return nil }
        let little = mark == "II"
        guard let start = reader.integer(at: 4, bytes: 4, little: little),
            let count = reader.integer(at: start, bytes: 2, little: little)
        else { return nil }
        for entry in 0..<count {
            let at = start + 2 + entry * 12
            guard let tag = reader.integer(at: at, bytes: 2, little: little) else { return nil }
            if tag == 0x0112 { return reader.integer(at: at + 8, bytes: 2, little: little) }
        }
        return nil
    }
}

extension Picture {
    /// The picture turned upright.
    public func upright(from orientation: PictureOrientation) -> Picture {
        guard orientation != .upright else { return self }
        let size = orientation.upright(size)
        let (width, height, channels) = (width, height, channels)
        return pixels.withUnsafeBufferPointer { source in
            Picture(width: size.width, height: size.height, channels: channels) { target in
                var out = 0
                for y in 0..<size.height {
                    for x in 0..<size.width {
                        let (fromX, fromY) =
                            switch orientation {
                            case .upright: (x, y)
                            case .mirrored: (width - 1 - x, y)
                            case .rotated180: (width - 1 - x, height - 1 - y)
                            case .mirroredRotated180: (x, height - 1 - y)
                            case .mirroredRotated270: (y, x)
                            case .rotated90: (y, height - 1 - x)
                            case .mirroredRotated90: (width - 1 - y, height - 1 - x)
                            case .rotated270: (width - 1 - y, x)
                            }
                        let from = (fromY * width + fromX) * channels
                        for channel in 0..<channels { target[out + channel] = source[from + channel] }
                        out += channels
                    }
                }
            }
        }
    }
}
