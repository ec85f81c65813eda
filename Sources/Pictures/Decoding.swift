internal import CPictures

/// Channels that a decoded picture gets.
public enum PictureColour: Sendable {
    /// As PIL's `convert('RGB')`: alpha is dropped, palettes and grey become colours.
    case rgb
    /// With alpha, 255 where the file has none.
    case rgba
    /// As PIL's `convert('L')`: ITU-R 601 luma.
    case grey
    /// Grey, RGB or RGBA, whichever the file needs.
    case stored
}

extension Picture {
    /// Pixels beyond which decoding is refused: where PIL stops for a decompression bomb.
    public static let defaultLimit = 178_956_970

    /// What a file's header tells, without decoding it.
    public static func info(path: String) throws(PictureError) -> PictureInfo {
        let head = try PictureFile.read(path, limit: 1 << 18)
        do throws(PictureError) {
            return try info(bytes: head, named: path)
        } catch {
            // A header behind large metadata, or a format whose codec wants the whole file.
            if head.count < 1 << 18 { throw error }
            return try info(bytes: try PictureFile.read(path), named: path)
        }
    }

    /// What the beginning of a picture's bytes tells.
    public static func info(bytes: [UInt8], named file: String = "the picture") throws(PictureError) -> PictureInfo {
        try borrowing(bytes) { (bytes) throws(PictureError) in try PictureInfo(bytes: bytes, named: file) }
    }

    /// Decodes a file, whatever its name says it is, and turns it upright.
    ///
    /// - Parameters:
    ///   - atLeast: a size that suffices: a JPEG is decoded at the smallest of 1, 1/2, 1/4 and 1/8 that
    ///     still covers it, which takes a fraction of the time.
    ///   - colour: the channels wanted.
    ///   - limit: pixels, after that scaling, beyond which the file is refused.
    /// - Throws: ``PictureError``; a file that is cut off is an error too, as with PIL.
    public static func decode(
        path: String, atLeast: PictureSize? = nil, colour: PictureColour = .rgb, limit: Int = defaultLimit
    ) throws(PictureError) -> Picture {
        try decode(
            bytes: try PictureFile.read(path), named: path, atLeast: atLeast, colour: colour, limit: limit)
    }

    /// Decodes bytes; `file` is what errors call them.
    public static func decode(
        bytes: [UInt8], named file: String = "the picture", atLeast: PictureSize? = nil,
        colour: PictureColour = .rgb, limit: Int = defaultLimit
    ) throws(PictureError) -> Picture {
        try borrowing(bytes) { (bytes) throws(PictureError) in
            let info = try PictureInfo(bytes: bytes, named: file)
            let scale = atLeast.map { info.scale(covering: $0, of: PictureRectangle(info.size)) } ?? 1
            return try decode(bytes, info, file, scale: scale, colour: colour, limit: limit)
        }
    }

    /// Decodes, crops and resizes a file straight into bytes of the caller's: what a loader's
    /// threads do for each item. Any number of threads may do so at once.
    ///
    /// - Parameters:
    ///   - target: `size.pixels` times 3 bytes, or 1 for grey.
    ///   - colour: `.rgb` or `.grey`.
    ///   - crop: chooses the part to show, given the picture's full upright size.
    /// - Returns: the full size.
    @discardableResult
    public static func load(
        path: String, into target: UnsafeMutableBufferPointer<UInt8>, size: PictureSize,
        colour: PictureColour = .rgb, method: Resampling = .bilinear, limit: Int = defaultLimit,
        crop: (PictureSize) -> PictureCrop = { PictureCrop(PictureRectangle($0)) }
    ) throws(PictureError) -> PictureSize {
        return try borrowing(try PictureFile.read(path)) { (bytes) throws(PictureError) in
            let info = try PictureInfo(bytes: bytes, named: path)
            let crop = crop(info.size)
            var box = crop.part
            let scale = info.scale(covering: size, of: box)
            // A mean of labels is no label: nearest neighbours are taken at full size.
            let picture = try decode(
                bytes, info, path, scale: method == .nearest ? 1 : scale, colour: colour, limit: limit)
            precondition(target.count == size.pixels * picture.channels)
            let across = Double(picture.width) / Double(info.size.width)
            let down = Double(picture.height) / Double(info.size.height)
            box = PictureRectangle(
                x: box.x * across, y: box.y * down, width: box.width * across, height: box.height * down)
            try picture.resample(box, to: size, method, into: target, named: path, confined: crop.isCut)
            return info.size
        }
    }

    private static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, _ info: PictureInfo, _ file: String, scale: Int,
        colour: PictureColour, limit: Int
    ) throws(PictureError) -> Picture {
        let stored = info.storedSize
        let size = PictureSize(width: (stored.width + scale - 1) / scale, height: (stored.height + scale - 1) / scale)
        // A progressive JPEG holds all its coefficients, scaled or not.
        if (info.isProgressive ? stored : size).pixels > limit {
            throw PictureError(file: file, fault: .tooLarge(size: info.size, limit: limit))
        }
        let channels = info.channels(for: colour)
        let rows: Picture
        switch info.format {
        case .gif: rows = try GIFDecoder.firstFrame(bytes, named: file, channels: channels)
        case .bmp: rows = try BitmapDecoder.decode(bytes, named: file, channels: channels)
        case .jpeg, .png, .webp, .heic, .avif:
            let codecs = try Codecs.open(for: file)
            rows = try Picture(width: size.width, height: size.height, channels: channels) { out throws(PictureError) in
                let target = CPTarget(
                    pixels: out.baseAddress, width: Int32(size.width), height: Int32(size.height),
                    channels: Int32(channels))
                try codecs.check(file, info.format, bytes.count) { fault in
                    switch info.format {
                    case .jpeg: codecs.c.jpeg_decode(bytes.baseAddress, bytes.count, Int32(scale), target, fault)
                    case .png: codecs.c.png_decode(bytes.baseAddress, bytes.count, target, fault)
                    case .webp: codecs.c.webp_decode(bytes.baseAddress, bytes.count, target, fault)
                    default: codecs.c.heif_decode(bytes.baseAddress, bytes.count, target, fault)
                    }
                }
            }
        }
        var picture = rows.upright(from: info.orientation)
        if colour == .grey { picture = picture.grey() }
        if colour == .rgba { picture = picture.withAlpha() }
        picture.origin = PictureOrigin(
            format: info.format, fullSize: info.size, orientation: info.orientation, scale: scale)
        return picture
    }

    private static func borrowing<Result>(
        _ bytes: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) throws(PictureError) -> Result
    ) throws(PictureError) -> Result {
        var outcome: Swift.Result<Result, PictureError>?
        bytes.withUnsafeBufferPointer { buffer in
            do throws(PictureError) {
                outcome = .success(try body(buffer))
            } catch {
                outcome = .failure(error)
            }
        }
        guard let outcome else { throw PictureError(file: "the picture", fault: .empty) }
        return try outcome.get()
    }
}

extension PictureInfo {
    /// The largest of 8, 4, 2 and 1 by which a JPEG may be scaled down so that `box` still covers `size`.
    func scale(covering size: PictureSize, of box: PictureRectangle) -> Int {
        guard format == .jpeg else { return 1 }
        for scale in [8, 4, 2] {
            let divisor = Double(scale)
            if box.width / divisor >= Double(size.width), box.height / divisor >= Double(size.height) {
                return scale
            }
        }
        return 1
    }

    /// The channels that the codec is asked for.
    func channels(for colour: PictureColour) -> Int {
        switch (format, colour) {
        case (.jpeg, _): isGrey && colour != .rgb && colour != .rgba ? 1 : 3
        case (.png, .stored): hasAlpha ? 4 : isGrey ? 1 : 3
        case (_, .rgb), (_, .grey): 3
        case (_, .rgba): 4
        case (_, .stored): hasAlpha ? 4 : 3
        }
    }
}
