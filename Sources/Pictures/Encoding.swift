internal import CPictures

/// A format to write a picture in.
public enum PictureEncoding: Sendable {
    /// Quality from 1 to 100; 75 is libjpeg's and PIL's default. Alpha is dropped.
    case jpeg(quality: Int = 75)
    /// Compression from 0 to 9.
    case png(compression: Int = 6)
    /// Quality from 0 to 100; 80 is PIL's default.
    case webp(quality: Int = 80)
    case webpLossless

    /// The encoding for a file of this name, by its suffix.
    public init?(suffixOf path: String) {
        switch path.split(separator: ".").last?.lowercased() {
        case "jpg", "jpeg": self = .jpeg()
        case "png": self = .png()
        case "webp": self = .webp()
        default: return nil
        }
    }

    var format: PictureFormat {
        switch self {
        case .jpeg: .jpeg
        case .png: .png
        case .webp, .webpLossless: .webp
        }
    }
}

extension Picture {
    /// The bytes of a file that holds this picture.
    ///
    /// - Throws: ``PictureError`` where the format cannot hold the size (JPEG: 65,500, WebP: 16,383).
    public func encoded(as encoding: PictureEncoding) throws(PictureError) -> [UInt8] {
        try encode(as: encoding, named: "the picture") { Array($0) }
    }

    /// Writes a file whole or not at all, in the format of its suffix unless another is given.
    public func write(to path: String, as encoding: PictureEncoding? = nil) throws(PictureError) {
        guard let encoding = encoding ?? PictureEncoding(suffixOf: path) else {
            throw PictureError(file: path, fault: .unwritable("its suffix is none of .jpg, .png and .webp"))
        }
        var failure: PictureError?
        try encode(as: encoding, named: path) { bytes in
            do throws(PictureError) { try PictureFile.write(bytes, to: path) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    private func encode<Result>(
        as encoding: PictureEncoding, named file: String, use: (UnsafeRawBufferPointer) -> Result
    ) throws(PictureError) -> Result {
        let codecs = try Codecs.open(for: file)
        let source =
            switch encoding {
            case .jpeg: channels == 4 ? rgb() : self
            case .png: self
            case .webp, .webpLossless: channels == 1 ? rgb() : self
            }
        var bytes: UnsafeMutablePointer<UInt8>?
        var length = 0
        var failure: PictureError?
        source.pixels.withUnsafeBufferPointer { pixels in
            let target = CPTarget(
                pixels: UnsafeMutablePointer(mutating: pixels.baseAddress), width: Int32(width),
                height: Int32(height), channels: Int32(source.channels))
            do throws(PictureError) {
                try codecs.check(file, encoding.format, 0) { fault in
                    switch encoding {
                    case .jpeg(let quality): codecs.c.jpeg_encode(target, Int32(quality), &bytes, &length, fault)
                    case .png(let effort): codecs.c.png_encode(target, Int32(effort), &bytes, &length, fault)
                    case .webp(let quality): codecs.c.webp_encode(target, Float(quality), &bytes, &length, fault)
                    case .webpLossless: codecs.c.webp_encode(target, 101, &bytes, &length, fault)
                    }
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        defer { codecs.c.free_bytes(bytes) }
        return use(UnsafeRawBufferPointer(start: bytes, count: length))
    }
}
