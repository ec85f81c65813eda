extension Picture {
    /// Without alpha, and in colour.
    public func rgb() -> Picture {
        converted(to: 3) { source, target in
            for channel in 0..<3 { target[channel] = source[self.channels == 1 ? 0 : channel] }
        }
    }

    /// With alpha; 255 where there was none.
    public func withAlpha() -> Picture {
        converted(to: 4) { source, target in
            for channel in 0..<3 { target[channel] = source[self.channels == 1 ? 0 : channel] }
            target[3] = 255
        }
    }

    /// ITU-R 601 luma, with PIL's rounding.
    public func grey() -> Picture {
        converted(to: 1) { source, target in
            let sum = Int(source[0]) * 19595 + Int(source[1]) * 38470 + Int(source[2]) * 7471 + 0x8000
            target[0] = UInt8(sum >> 16)
        }
    }

    /// Pixel by pixel; a picture that has the channels already stays as it is.
    private func converted(
        to count: Int, _ convert: (UnsafePointer<UInt8>, UnsafeMutablePointer<UInt8>) -> Void
    ) -> Picture {
        count == channels ? self : mapped(to: count, convert)
    }

    private func mapped(
        to count: Int, _ convert: (UnsafePointer<UInt8>, UnsafeMutablePointer<UInt8>) -> Void
    ) -> Picture {
        pixels.withUnsafeBufferPointer { source in
            Picture(width: width, height: height, channels: count) { target in
                guard var from = source.baseAddress, var to = target.baseAddress else { return }
                for _ in 0..<width * height {
                    convert(from, to)
                    from += channels
                    to += count
                }
            }
        }
    }

    /// Colours multiplied by alpha, so that transparent pixels lend no colour to their neighbours.
    func multipliedByAlpha() -> Picture {
        mapped(to: 4) { source, target in
            for channel in 0..<3 {
                let product = Int(source[channel]) * Int(source[3]) + 128
                target[channel] = UInt8(((product >> 8) + product) >> 8)
            }
            target[3] = source[3]
        }
    }

    func dividedByAlpha() -> Picture {
        mapped(to: 4) { source, target in
            let alpha = Int(source[3])
            for channel in 0..<3 {
                let value = Int(source[channel])
                target[channel] = alpha == 0 || alpha == 255 ? source[channel] : UInt8(min(255, 255 * value / alpha))
            }
            target[3] = source[3]
        }
    }
}
