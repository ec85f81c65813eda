/// The first frame of a GIF, by the GIF89a specification. Small enough to need no library.
enum GIFDecoder {
    static func firstFrame(
        _ bytes: UnsafeBufferPointer<UInt8>, named file: String, channels: Int
    ) throws(PictureError) -> Picture {
        var stream = Stream(bytes: bytes, place: 6, file: file)
        let width = try stream.short()
        let height = try stream.short()
        let flags = try stream.byte()
        stream.place += 2
        var colours = flags & 0x80 != 0 ? try stream.bytes(3 << (Int(flags & 7) + 1)) : []
        var transparent: Int?
        while true {
            switch try stream.byte() {
            case 0x21:
                let label = try stream.byte()
                let blocks = try stream.blocks()
                if label == 0xF9, blocks.count >= 4, blocks[0] & 1 != 0 { transparent = Int(blocks[3]) }
            case 0x2C:
                let (left, top) = (try stream.short(), try stream.short())
                let (frameWidth, frameHeight) = (try stream.short(), try stream.short())
                let flags = try stream.byte()
                if flags & 0x80 != 0 { colours = try stream.bytes(3 << (Int(flags & 7) + 1)) }
                guard !colours.isEmpty else { throw stream.corrupt("it has no colour table") }
                guard left + frameWidth <= width, top + frameHeight <= height, frameWidth * frameHeight > 0 else {
                    throw stream.corrupt("its frame does not lie within the picture")
                }
                let size = try stream.byte()
                let indices = try unpack(
                    try stream.blocks(), minimum: Int(size), count: frameWidth * frameHeight, stream)
                let frame = Frame(
                    left: left, top: top, width: frameWidth, height: frameHeight,
                    interlaced: flags & 0x40 != 0, colours: colours, transparent: transparent)
                return frame.drawn(indices, PictureSize(width: width, height: height), channels)
            case 0x3B: throw stream.corrupt("it has no frame")
            default: throw stream.corrupt("it has a block of an unknown kind")
            }
        }
    }

    private struct Frame {
        let left, top, width, height: Int
        let interlaced: Bool
        let colours: [UInt8]
        let transparent: Int?

        func drawn(_ indices: [UInt8], _ size: PictureSize, _ channels: Int) -> Picture {
            // Outside the frame: transparent, else the first colour.
            var ground = [UInt8](colours.prefix(3))
            if channels == 4 { ground.append(0) }
            var picture = Picture(width: size.width, height: size.height, colour: ground)
            var rows = Array(0..<height)
            if interlaced {
                rows = [(0, 8), (4, 8), (2, 4), (1, 2)].flatMap { Array(stride(from: $0.0, to: height, by: $0.1)) }
            }
            for (line, y) in rows.enumerated() {
                for x in 0..<width {
                    let index = Int(indices[line * width + x])
                    let out = ((top + y) * size.width + left + x) * channels
                    for channel in 0..<3 {
                        let place = index * 3 + channel
                        picture.pixels[out + channel] = place < colours.count ? colours[place] : 0
                    }
                    if channels == 4 { picture.pixels[out + 3] = index == transparent ? 0 : 255 }
                }
            }
            return picture
        }
    }

    /// Lempel-Ziv-Welch with codes of growing width, least significant bit first.
    private static func unpack(
        _ data: [UInt8], minimum: Int, count: Int, _ stream: Stream
    ) throws(PictureError) -> [UInt8] {
        guard (1...11).contains(minimum) else { throw stream.corrupt("its code size is \(minimum)") }
        let (clear, end) = (1 << minimum, (1 << minimum) + 1)
        // Each code is an earlier code and one more value.
        var prefix = [Int](repeating: -1, count: 4096)
        var suffix = [UInt8](repeating: 0, count: 4096)
        for code in 0..<min(clear, 256) { suffix[code] = UInt8(code) }
        var (next, width, last) = (end + 1, minimum + 1, -1)
        var (bits, held, place) = (0, 0, 0)
        var out = [UInt8]()
        out.reserveCapacity(count)
        var string = [UInt8]()
        while out.count < count {
            while held < width {
                guard place < data.count else { throw stream.truncated }
                bits |= Int(data[place]) << held
                held += 8
                place += 1
            }
            let code = bits & ((1 << width) - 1)
            bits >>= width
            held -= width
            if code == clear {
                (next, width, last) = (end + 1, minimum + 1, -1)
                continue
            }
            if code == end { throw stream.truncated }
            guard code < next || (code == next && last >= 0) else { throw stream.corrupt("a code is not defined yet") }
            string.removeAll(keepingCapacity: true)
            var walk = code == next ? last : code
            while walk >= 0 {
                string.append(suffix[walk])
                walk = prefix[walk]
            }
            let first = string[string.count - 1]
            out += string.reversed()
            if code == next { out.append(first) }
            if last >= 0, next < 4096 {
                prefix[next] = last
                suffix[next] = first
                next += 1
                if next == 1 << width, width < 12 { width += 1 }
            }
            last = code
        }
        return out
    }

    private struct Stream {
        let bytes: UnsafeBufferPointer<UInt8>
        var place: Int
        let file: String

        var truncated: PictureError { PictureError(file: file, fault: .truncated(format: .gif, bytes: bytes.count)) }

        func corrupt(_ reason: String) -> PictureError {
            PictureError(file: file, fault: .corrupt(format: .gif, reason: reason))
        }

        mutating func byte() throws(PictureError) -> UInt8 {
            guard place < bytes.count else { throw truncated }
            place += 1
            return bytes[place - 1]
        }

        mutating func short() throws(PictureError) -> Int {
            let low = try byte()
            return Int(low) | Int(try byte()) << 8
        }

        mutating func bytes(_ count: Int) throws(PictureError) -> [UInt8] {
            guard place + count <= bytes.count else { throw truncated }
            place += count
            return [UInt8](bytes[place - count..<place])
        }

        /// Data in blocks of up to 255 bytes, the last of them empty.
        mutating func blocks() throws(PictureError) -> [UInt8] {
            var data = [UInt8]()
            while true {
                let count = Int(try byte())
                if count == 0 { return data }
                data += try bytes(count)
            }
        }
    }
}
