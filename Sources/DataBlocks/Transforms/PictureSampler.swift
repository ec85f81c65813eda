import Pictures

/// Reads a picture at the places that a projection says, as PyTorch's `grid_sample` with aligned
/// corners. A pixel is four floats; grey pictures use the first, colours the first three.
struct PictureSampler {
    typealias Pixel = SIMD4<Float>

    private let size: PictureSize
    private let target: PictureSize
    private let padding: Padding
    private let map: [Float]

    init(from size: PictureSize, to target: PictureSize, projection: Projection, padding: Padding) {
        self.size = size
        self.target = target
        self.padding = padding
        map = projection.rows.map(Float.init)
    }

    /// Bilinear; `write` gets the values in the order of the target's pixels.
    @inline(__always)
    func bilinear(_ source: UnsafePointer<Pixel>, _ write: (Int, Pixel) -> Void) {
        let (width, height) = (size.width, size.height)
        let fades = padding == .zeros
        places { index, x, y in
            if fades, x < 0 || y < 0 || x > Float(width - 1) || y > Float(height - 1) {
                return write(index, edge(source, x, y))
            }
            let (left, top) = (Int(Int32(x)), Int(Int32(y)))
            let (right, bottom) = (min(left + 1, width - 1), min(top + 1, height - 1))
            let (across, down) = (x - Float(left), y - Float(top))
            let upper = source[top * width + left] * (1 - across) + source[top * width + right] * across
            let lower = source[bottom * width + left] * (1 - across) + source[bottom * width + right] * across
            write(index, upper * (1 - down) + lower * down)
        }
    }

    /// The nearest pixel of one byte; 0 outside where padding is zeros.
    func nearest(_ source: UnsafePointer<UInt8>, _ write: (Int, UInt8) -> Void) {
        places { index, x, y in
            let (column, row) = (Int(x.rounded(.toNearestOrEven)), Int(y.rounded(.toNearestOrEven)))
            let isInside = (0..<size.width).contains(column) && (0..<size.height).contains(row)
            write(index, isInside ? source[row * size.width + column] : 0)
        }
    }

    /// Outside by less than a pixel the edge fades to zero.
    private func edge(_ source: UnsafePointer<Pixel>, _ x: Float, _ y: Float) -> Pixel {
        let (left, top) = (x.rounded(.down), y.rounded(.down))
        var sum = Pixel()
        for (column, across) in [(left, 1 - (x - left)), (left + 1, x - left)] {
            for (row, down) in [(top, 1 - (y - top)), (top + 1, y - top)]
            where column >= 0 && row >= 0 && column < Float(size.width) && row < Float(size.height) {
                sum += source[Int(row) * size.width + Int(column)] * (across * down)
            }
        }
        return sum
    }

    /// Where each target pixel lies in the source, in pixels; inside it unless padding is zeros.
    @inline(__always)
    private func places(_ body: (Int, Float, Float) -> Void) {
        let spans = (Float(size.width - 1), Float(size.height - 1))
        let steps = (Self.step(target.width), Self.step(target.height))
        let (a, b, c, d, e, f) = (map[0], map[1], map[2], map[3], map[4], map[5])
        let (g, h, i) = (map[6], map[7], map[8])
        let isAffine = g == 0 && h == 0 && i == 1
        var index = 0
        for row in 0..<target.height {
            let y = steps.1 == 0 ? 0 : Float(row) * steps.1 - 1
            let (baseX, baseY, baseW) = (b * y + c, e * y + f, h * y + i)
            for column in 0..<target.width {
                let x = steps.0 == 0 ? 0 : Float(column) * steps.0 - 1
                var (u, v) = (a * x + baseX, d * x + baseY)
                if !isAffine {
                    let w = g * x + baseW
                    (u, v) = (u / w, v / w)
                }
                body(
                    index, inside((u + 1) * 0.5 * spans.0, spans.0), inside((v + 1) * 0.5 * spans.1, spans.1))
                index += 1
            }
        }
    }

    /// Distance of the coordinates, from -1 to 1, of neighbours; 0 for a single one, which lies at 0.
    private static func step(_ count: Int) -> Float { count > 1 ? 2 / Float(count - 1) : 0 }

    @inline(__always)
    private func inside(_ place: Float, _ span: Float) -> Float {
        if place >= 0, place <= span { return place }
        guard place.isFinite else { return 0 }
        switch padding {
        case .zeros: return place
        case .border: return place < 0 ? 0 : span
        case .reflection:
            if span == 0 { return 0 }
            let distance = abs(place)
            let folds = (distance / span).rounded(.down)
            let rest = distance - folds * span
            let folded = folds.truncatingRemainder(dividingBy: 2) == 0 ? rest : span - rest
            return min(max(folded, 0), span)
        }
    }

    /// The picture smaller, each pixel the mean of those it covers, as PyTorch's area interpolation.
    static func areaAveraged(
        _ source: UnsafePointer<Pixel>, _ size: PictureSize, to target: PictureSize,
        into result: UnsafeMutablePointer<Pixel>
    ) {
        for row in 0..<target.height {
            let top = row * size.height / target.height
            let bottom = ((row + 1) * size.height + target.height - 1) / target.height
            for column in 0..<target.width {
                let left = column * size.width / target.width
                let right = ((column + 1) * size.width + target.width - 1) / target.width
                var sum = Pixel()
                for y in top..<bottom { for x in left..<right { sum += source[y * size.width + x] } }
                result[row * target.width + column] = sum / Float((bottom - top) * (right - left))
            }
        }
    }

    /// The size to which fastai's `_grid_sample` first averages a picture that is to become much smaller:
    /// nil where it does not.
    static func averagedSize(
        _ size: PictureSize, to target: PictureSize, seen part: PictureRectangle?, _ projection: Projection
    ) -> PictureSize? {
        let seen = (part?.width ?? Double(size.width), part?.height ?? Double(size.height))
        let shrink = min(seen.1 / Double(target.height), seen.0 / Double(target.width)) / 2
        guard shrink > 1, shrink > (part == nil ? enlargement(projection) : 1) else { return nil }
        return PictureSize(width: Int(Double(size.width) / shrink), height: Int(Double(size.height) / shrink))
    }

    /// How much larger a projection shows the picture: 2 over the range of its coordinates.
    private static func enlargement(_ projection: Projection) -> Double {
        let m = projection.rows
        var (least, most) = (Double.infinity, -Double.infinity)
        for (x, y) in [(-1.0, -1.0), (-1, 1), (1, -1), (1, 1)] {
            let w = m[6] * x + m[7] * y + m[8]
            for place in [(m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w] {
                (least, most) = (min(least, place), max(most, place))
            }
        }
        return 2 / (most - least)
    }
}
