internal import CPictures

/// What a file's first kilobytes tell, before anything is decoded.
public struct PictureInfo: Sendable, Equatable {
    public let format: PictureFormat
    /// Size as the picture is shown, with the EXIF orientation applied.
    public let size: PictureSize
    /// How the stored rows are to be turned.
    public let orientation: PictureOrientation
    /// Whether there is an alpha channel or a transparent colour.
    public let hasAlpha: Bool
    /// Whether the stored pixels have no colour.
    public let isGrey: Bool
    /// Whether there are more frames than the first, which alone is shown.
    public let isAnimated: Bool
    /// Whether all coefficients must be held in memory to decode it (JPEG only).
    let isProgressive: Bool

    init(
        format: PictureFormat, stored: PictureSize, orientation: PictureOrientation = .upright,
        hasAlpha: Bool = false, isGrey: Bool = false, isAnimated: Bool = false, isProgressive: Bool = false
    ) {
        self.format = format
        self.size = orientation.upright(stored)
        self.orientation = orientation
        self.hasAlpha = hasAlpha
        self.isGrey = isGrey
        self.isAnimated = isAnimated
        self.isProgressive = isProgressive
    }

    /// The size of the rows in the file.
    var storedSize: PictureSize { orientation.upright(size) }

    /// Reads the header of `bytes`, which may be only the beginning of a file.
    init(bytes: UnsafeBufferPointer<UInt8>, named file: String) throws(PictureError) {
        let format = try PictureFormat(bytes: bytes, named: file)
        let reader = ByteReader(bytes)
        let header: PictureInfo? =
            switch format {
            case .jpeg: Self.jpeg(reader, bytes)
            case .png: Self.png(reader, bytes)
            case .gif: Self.gif(reader)
            case .bmp: Self.bmp(reader)
            case .webp, .heic, .avif: try Self.asked(format, bytes, file)
            }
        guard let header else {
            throw PictureError(file: file, fault: .truncated(format: format, bytes: bytes.count))
        }
        guard header.size.width > 0, header.size.height > 0 else {
            throw PictureError(file: file, fault: .corrupt(format: format, reason: "its size is \(header.size)"))
        }
        self = header
    }

    /// Walks a JPEG's segments up to the frame header.
    private static func jpeg(_ reader: ByteReader, _ bytes: UnsafeBufferPointer<UInt8>) -> PictureInfo? {
        var orientation = PictureOrientation.upright
        var place = 2
        while let mark = reader.byte(at: place) {
            // Fill bytes may precede a marker; others are damage that libjpeg skips too.
            guard mark == 0xFF, let code = reader.byte(at: place + 1), code != 0xFF, code != 0 else {
                place += 1
                continue
            }
            if code == 0xD8 || code == 1 || (0xD0...0xD7).contains(code) {
                place += 2
                continue
            }
            guard let length = reader.integer(at: place + 2, bytes: 2), length >= 2 else { return nil }
            if (0xC0...0xCF).contains(code), ![0xC4, 0xC8, 0xCC].contains(code) {
                guard let height = reader.integer(at: place + 5, bytes: 2),
                    let width = reader.integer(at: place + 7, bytes: 2),
                    let components = reader.byte(at: place + 9)
                else { return nil }
                return PictureInfo(
                    format: .jpeg, stored: PictureSize(width: width, height: height),
                    orientation: orientation, isGrey: components == 1,
                    isProgressive: [0xC2, 0xC6, 0xCA, 0xCE].contains(code))
            }
            let end = place + 2 + length
            if code == 0xE1, reader.text(at: place + 4, 4) == "Exif", end <= reader.count, length > 8 {
                orientation = PictureOrientation(exif: bytes[place + 10..<end])
            }
            if code == 0xD9 || code == 0xDA { return nil }
            place = end
        }
        return nil
    }

    private static func png(_ reader: ByteReader, _ bytes: UnsafeBufferPointer<UInt8>) -> PictureInfo? {
        guard let width = reader.integer(at: 16, bytes: 4), let height = reader.integer(at: 20, bytes: 4),
            let colour = reader.byte(at: 25)
        else { return nil }
        var orientation = PictureOrientation.upright
        var (transparent, animated) = (colour >= 4, false)
        var place = 8
        while let length = reader.integer(at: place, bytes: 4), let kind = reader.text(at: place + 4, 4) {
            if kind == "tRNS" { transparent = true }
            if kind == "acTL" { animated = true }
            if kind == "eXIf", place + 8 + length <= reader.count {
                orientation = PictureOrientation(exif: bytes[place + 8..<place + 8 + length])
            }
            if kind == "IDAT" || kind == "IEND" { break }
            place += 12 + length
        }
        return PictureInfo(
            format: .png, stored: PictureSize(width: width, height: height), orientation: orientation,
            hasAlpha: transparent, isGrey: colour == 0 || colour == 4, isAnimated: animated)
    }

    private static func gif(_ reader: ByteReader) -> PictureInfo? {
        guard let width = reader.integer(at: 6, bytes: 2, little: true),
            let height = reader.integer(at: 8, bytes: 2, little: true)
        else { return nil }
        return PictureInfo(format: .gif, stored: PictureSize(width: width, height: height), hasAlpha: true)
    }

    private static func bmp(_ reader: ByteReader) -> PictureInfo? {
        guard let header = BitmapHeader(reader) else { return nil }
        return PictureInfo(format: .bmp, stored: PictureSize(width: header.width, height: header.height))
    }

    /// WebP and HEIF, whose codecs know their headers. libheif turns pictures upright itself.
    private static func asked(
        _ format: PictureFormat, _ bytes: UnsafeBufferPointer<UInt8>, _ file: String
    ) throws(PictureError) -> PictureInfo {
        let codecs = try Codecs.open(for: file)
        var header = CPHeader()
        let read = format == .webp ? codecs.c.webp_header : codecs.c.heif_header
        try codecs.check(file, format, bytes.count) { read?(bytes.baseAddress, bytes.count, &header, $0) ?? 1 }
        return PictureInfo(
            format: format, stored: PictureSize(width: Int(header.width), height: Int(header.height)),
            orientation: format == .webp ? webpOrientation(bytes) : .upright,
            hasAlpha: header.has_alpha != 0, isAnimated: header.frames > 1)
    }

    private static func webpOrientation(_ bytes: UnsafeBufferPointer<UInt8>) -> PictureOrientation {
        let reader = ByteReader(bytes)
        var place = 12
        while let kind = reader.text(at: place, 4), let length = reader.integer(at: place + 4, bytes: 4, little: true) {
            if kind == "EXIF", place + 8 + length <= reader.count {
                // Some writers keep JPEG's "Exif\0\0" in front.
                let start = place + 8 + (reader.text(at: place + 8, 4) == "Exif" && length > 6 ? 6 : 0)
                return PictureOrientation(exif: bytes[start..<place + 8 + length])
            }
            place += 8 + length + length % 2
        }
        return .upright
    }
}
