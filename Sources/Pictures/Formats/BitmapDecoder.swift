/// The fields of a Windows bitmap's headers that decoding needs.
struct BitmapHeader {
    let width, height, bits, compression, colours, table, start: Int
    let topDown, old: Bool

    init?(_ reader: ByteReader) {
        guard let start = reader.integer(at: 10, bytes: 4, little: true),
            let size = reader.integer(at: 14, bytes: 4, little: true)
        else { return nil }
        old = size == 12
        let field = old ? 2 : 4
        guard let wide = reader.integer(at: 18, bytes: field, little: true),
            let high = reader.integer(at: 18 + field, bytes: field, little: true),
            let bits = reader.integer(at: 20 + 2 * field, bytes: 2, little: true),
            let compression = old ? 0 : reader.integer(at: 30, bytes: 4, little: true),
            let colours = old ? 0 : reader.integer(at: 46, bytes: 4, little: true)
        else { return nil }
        let signed = old ? high : Int(Int32(truncatingIfNeeded: high))
        width = wide
        height = abs(signed)
        topDown = signed < 0
        self.bits = bits
        self.compression = compression
        self.colours = colours
        table = 14 + size
        self.start = start
    }
}

/// Uncompressed Windows bitmaps of 1, 4, 8, 24 and 32 bits.
enum BitmapDecoder {
    static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, named file: String, channels: Int
    ) throws(PictureError) -> Picture {
        let reader = ByteReader(bytes)
        guard let header = BitmapHeader(reader) else {
            throw PictureError(file: file, fault: .truncated(format: .bmp, bytes: bytes.count))
        }
        let plain = header.compression == 0 || (header.compression == 3 && header.bits == 32)
        guard plain, [1, 4, 8, 24, 32].contains(header.bits) else {
            throw PictureError(
                file: file, fault: .unsupported(format: "a compressed or \(header.bits)-bit BMP picture"))
        }
        let stride = (header.width * header.bits + 31) / 32 * 4
        guard header.start + stride * header.height <= bytes.count else {
            throw PictureError(file: file, fault: .truncated(format: .bmp, bytes: bytes.count))
        }
        let entry = header.old ? 3 : 4
        return Picture(width: header.width, height: header.height, channels: channels) { out in
            for y in 0..<header.height {
                let row = header.start + stride * (header.topDown ? y : header.height - 1 - y)
                for x in 0..<header.width {
                    var place = row + x * (header.bits / 8)
                    if header.bits <= 8 {
                        let bit = x * header.bits
                        let shift = 8 - header.bits - bit % 8
                        let index = Int(bytes[row + bit / 8]) >> shift & ((1 << header.bits) - 1)
                        place = header.table + index * entry
                    }
                    let to = (y * header.width + x) * channels
                    // Blue comes first; an index beyond the table is black.
                    for channel in 0..<3 {
                        out[to + channel] = place + 2 < bytes.count ? bytes[place + 2 - channel] : 0
                    }
                    if channels == 4 { out[to + 3] = 255 }
                }
            }
        }
    }
}
