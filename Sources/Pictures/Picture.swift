/// A decoded picture: 8 bits a channel, rows from the top, no padding.
public struct Picture: Sendable, Equatable {
    /// Pixels in a row.
    public let width: Int
    /// Rows.
    public let height: Int
    /// 1 (grey), 3 (red, green, blue) or 4 (with alpha, not premultiplied).
    public let channels: Int
    /// `width * height * channels` bytes.
    public var pixels: [UInt8]
    /// Where the picture came from; nothing for one that was made or changed.
    public var origin: PictureOrigin?

    /// A picture of given bytes.
    ///
    /// - Precondition: there are `width * height * channels` bytes, and 1, 3 or 4 channels.
    public init(width: Int, height: Int, channels: Int = 3, pixels: [UInt8]) {
        precondition([1, 3, 4].contains(channels) && width > 0 && height > 0)
        precondition(pixels.count == width * height * channels)
        self.width = width
        self.height = height
        self.channels = channels
        self.pixels = pixels
    }

    /// A picture of one colour, which has as many values as the picture has channels.
    public init(width: Int, height: Int, colour: [UInt8]) {
        var pixels = [UInt8]()
        pixels.reserveCapacity(width * height * colour.count)
        for _ in 0..<width * height { pixels += colour }
        self.init(width: width, height: height, channels: colour.count, pixels: pixels)
    }

    /// A picture whose bytes `fill` writes, without being cleared first.
    init<E: Error>(
        width: Int, height: Int, channels: Int,
        filling fill: (UnsafeMutableBufferPointer<UInt8>) throws(E) -> Void
    ) throws(E) {
        let count = width * height * channels
        var failure: E?
        let pixels = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            do throws(E) {
                try fill(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
                initialized = count
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        self.init(width: width, height: height, channels: channels, pixels: pixels)
    }

    public var size: PictureSize { PictureSize(width: width, height: height) }

    /// The values of one pixel, counted from the top left.
    public subscript(x: Int, y: Int) -> ArraySlice<UInt8> {
        let start = (y * width + x) * channels
        return pixels[start..<start + channels]
    }

    public static func == (a: Picture, b: Picture) -> Bool {
        a.width == b.width && a.channels == b.channels && a.pixels == b.pixels
    }
}

/// Width and height in pixels.
public struct PictureSize: Sendable, Hashable, Codable, CustomStringConvertible {
    public var width: Int
    public var height: Int
    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
    /// A square.
    public init(_ side: Int) { self.init(width: side, height: side) }

    public var pixels: Int { width * height }
    public var description: String { "\(width)x\(height)" }
}

/// A part of a picture, in pixels, with fractions allowed: `x` and `y` of the upper left corner.
public struct PictureRectangle: Sendable, Hashable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double
    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }
    /// A whole picture.
    public init(_ size: PictureSize) {
        self.init(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
    }
}

/// A part of a picture that is to be resized.
public struct PictureCrop: Sendable, Hashable {
    public var part: PictureRectangle
    /// Whether it is cut out first, so that pixels beyond its edge have no part in the result.
    public var isCut: Bool
    public init(_ part: PictureRectangle, isCut: Bool = false) {
        self.part = part
        self.isCut = isCut
    }
}

/// What the file of a decoded picture was.
public struct PictureOrigin: Sendable, Equatable {
    public let format: PictureFormat
    /// Size before scaling, after the EXIF orientation was applied.
    public let fullSize: PictureSize
    /// The EXIF orientation that was applied; `.upright` when nothing had to be turned.
    public let orientation: PictureOrientation
    /// 1, 2, 4 or 8: a JPEG decoded at 1/scale of its size.
    public let scale: Int
}
