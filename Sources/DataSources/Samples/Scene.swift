import Foundation
import Pictures

/// One picture of a cut-out somewhere: where it stands, how large, turned and lit.
struct Scene {
    var random: Randomness
    /// Long side of the finished picture.
    let side: Int

    /// Composes a picture; all that is random comes from this scene's own stream.
    mutating func picture(of cutOut: Picture) throws(PictureError) -> Picture {
        let aspect = random.number(0.75, 1.333)
        let size =
            aspect > 1
            ? PictureSize(width: side, height: Int(Double(side) / aspect))
            : PictureSize(width: Int(Double(side) * aspect), height: side)
        let background = random.choice(Background.allCases)
        var canvas = try background.draw(width: size.width, height: size.height, &random)
        let subject = try self.subject(cutOut, in: size)
        let (left, top) = place(subject, in: size, onGround: background.hasGround)
        if background.hasGround, random.chance(0.8) { canvas.addShadow(below: subject, left, top, &random) }
        canvas.add(subject, left, top)
        canvas.finish(&random)
        return canvas.picture()
    }

    /// The cut-out at its size in the picture, perhaps mirrored, turned a little.
    private mutating func subject(_ cutOut: Picture, in size: PictureSize) throws(PictureError) -> Picture {
        // Cut-outs come in 90 to 600 pixels. A like number of them is used for each, so that sharpness tells nothing.
        let detail = random.number(100, 230)
        let long = Double(max(cutOut.width, cutOut.height))
        var picture = cutOut
        if long > detail { picture = try picture.scaled(by: detail / long) }
        if random.chance(0.5) { picture = picture.flippedHorizontally() }
        // So large that it fills this part of the picture in the direction in which it is tightest.
        let fill = random.number(0.6, 1.05)
        let scale =
            fill * min(Double(size.width) / Double(picture.width), Double(size.height) / Double(picture.height))
        picture = try picture.scaled(by: scale)
        return picture.turned(by: random.number(-12, 12))
    }

    /// The upper left corner. Up to a tenth may lie outside the picture.
    private mutating func place(_ subject: Picture, in size: PictureSize, onGround: Bool) -> (Int, Int) {
        func along(_ room: Int, _ length: Int, _ part: Double) -> Int {
            let slack = Double(length) * 0.1
            return Int(-slack + part * (Double(room - length) + 2 * slack))
        }
        let down = onGround ? random.number(0.5, 1) : random.number(0, 1)
        return (
            along(size.width, subject.width, random.number(0, 1)), along(size.height, subject.height, down)
        )
    }
}

extension Picture {
    /// Without the empty margin around what is not transparent.
    func trimmed() throws(PictureError) -> Picture {
        var (left, top, right, bottom) = (width, height, -1, -1)
        for y in 0..<height {
            for x in 0..<width where pixels[(y * width + x) * 4 + 3] > 24 {
                left = min(left, x)
                right = max(right, x)
                top = min(top, y)
                bottom = max(bottom, y)
            }
        }
        guard right > left, bottom > top else { return self }
        return try cropped(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
    }

    func scaled(by factor: Double) throws(PictureError) -> Picture {
        let size = PictureSize(
            width: max(2, Int((Double(width) * factor).rounded())),
            height: max(2, Int((Double(height) * factor).rounded())))
        return try resized(to: size, method: .bicubic)
    }

    /// Turned about its centre, on a canvas that holds all of it; bilinear, four channels.
    func turned(by degrees: Double) -> Picture {
        let angle = degrees * .pi / 180
        let (cosine, sine) = (cos(angle), sin(angle))
        let (w, h) = (Double(width), Double(height))
        let wide = Int(abs(w * cosine) + abs(h * sine)) + 2
        let high = Int(abs(w * sine) + abs(h * cosine)) + 2
        var out = [UInt8](repeating: 0, count: wide * high * 4)
        pixels.withUnsafeBufferPointer { source in
            for y in 0..<high {
                for x in 0..<wide {
                    let (dx, dy) = (Double(x) + 0.5 - Double(wide) / 2, Double(y) + 0.5 - Double(high) / 2)
                    let u = dx * cosine + dy * sine + w / 2 - 0.5
                    let v = -dx * sine + dy * cosine + h / 2 - 0.5
                    guard u > -1, v > -1, u < w, v < h else { continue }
                    sample(source, u, v, &out, at: (y * wide + x) * 4)
                }
            }
        }
        return Picture(width: wide, height: high, channels: 4, pixels: out)
    }

    /// A value between pixels; colours count by their alpha, and outside all is transparent.
    private func sample(
        _ source: UnsafeBufferPointer<UInt8>, _ u: Double, _ v: Double, _ out: inout [UInt8], at place: Int
    ) {
        let (left, top) = (Int(u.rounded(.down)), Int(v.rounded(.down)))
        var sums: (Float, Float, Float, Float) = (0, 0, 0, 0)
        for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let (x, y) = (left + dx, top + dy)
            guard x >= 0, y >= 0, x < width, y < height else { continue }
            let weight = Float((1 - abs(u - Double(x))) * (1 - abs(v - Double(y))))
            let pixel = (y * width + x) * 4
            let alpha = weight * Float(source[pixel + 3])
            sums.0 += alpha * Float(source[pixel])
            sums.1 += alpha * Float(source[pixel + 1])
            sums.2 += alpha * Float(source[pixel + 2])
            sums.3 += alpha
        }
        guard sums.3 > 0 else { return }
        out[place] = UInt8(min(255, sums.0 / sums.3))
        out[place + 1] = UInt8(min(255, sums.1 / sums.3))
        out[place + 2] = UInt8(min(255, sums.2 / sums.3))
        out[place + 3] = UInt8(min(255, sums.3))
    }
}

extension Canvas {
    /// Draws a picture with alpha over what is there.
    mutating func add(_ subject: Picture, _ left: Int, _ top: Int) {
        for y in max(0, -top)..<max(0, -top, min(subject.height, height - top)) {
            for x in max(0, -left)..<max(0, -left, min(subject.width, width - left)) {
                let from = (y * subject.width + x) * 4
                let alpha = Float(subject.pixels[from + 3]) / 255
                guard alpha > 0 else { continue }
                let colour = Colour(
                    Float(subject.pixels[from]), Float(subject.pixels[from + 1]), Float(subject.pixels[from + 2]))
                mix((y + top) * width + x + left, colour, alpha)
            }
        }
    }

    /// A soft flat shadow where the subject meets the ground.
    mutating func addShadow(below subject: Picture, _ left: Int, _ top: Int, _ random: inout Randomness) {
        let centre = (
            Float(left) + Float(subject.width) * Float(random.number(0.4, 0.6)),
            Float(top) + Float(subject.height) * 0.96
        )
        let (wide, high) = (Float(subject.width) * 0.5, Float(subject.height) * Float(random.number(0.06, 0.14)))
        let darkness = Float(random.number(0.25, 0.6))
        for y in max(0, Int(centre.1 - high))..<max(0, Int(centre.1 - high), min(height, Int(centre.1 + high) + 1)) {
            for x in max(0, Int(centre.0 - wide))..<max(0, Int(centre.0 - wide), min(width, Int(centre.0 + wide) + 1)) {
                let (dx, dy) = ((Float(x) - centre.0) / wide, (Float(y) - centre.1) / high)
                let depth = 1 - dx * dx - dy * dy
                if depth > 0 { mix(y * width + x, Colour(12, 12, 16), darkness * depth) }
            }
        }
    }

    /// The camera: exposure, tint of the light, contrast and grain, the same over the whole picture.
    mutating func finish(_ random: inout Randomness) {
        let exposure = Float(random.number(0.8, 1.15))
        let contrast = Float(random.number(0.85, 1.1))
        let warmth = Float(random.number(-0.06, 0.06))
        let grain = Float(random.number(0, 7))
        let gains = [exposure * (1 + warmth), exposure, exposure * (1 - warmth)]
        var noise: UInt64 = random.next() | 1
        for i in values.indices {
            // Marsaglia's xorshift: quick, and good enough for grain.
            noise ^= noise << 13
            noise ^= noise >> 7
            noise ^= noise << 17
            let speck = (Float(noise & 0xFFFF) / 32768 - 1) * grain
            values[i] = (values[i] * gains[i % 3] - 128) * contrast + 128 + speck
        }
    }
}
