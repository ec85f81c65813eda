import Foundation
import Pictures
import Tensors

/// Pictures of what are no pictures, for networks that know only those.
public enum SeriesPictures {
    /// A matrix as a picture: its smallest value dark, its largest light, the first row at the bottom as in plots.
    public static func heat(_ matrix: Tensor, size: Int? = nil) throws -> Picture {
        guard matrix.dimensions == 2, matrix.count > 0 else {
            throw DataBlockError.invalidSetting("a picture is made of a matrix, not of a tensor of \(matrix.shape)")
        }
        let (low, high) = (try matrix.min().item(), try matrix.max().item())
        let span = high > low && (high - low).isFinite ? high - low : 1
        let values: [Float] = try matrix.flip([0]).array()
        let pixels = values.flatMap { value -> [UInt8] in
            let share = (Double(value) - low) / span
            return colour(share.isFinite ? min(max(share, 0), 1) : 0)
        }
        let picture = Picture(width: matrix.shape[1], height: matrix.shape[0], channels: 3, pixels: pixels)
        guard let size else { return picture }
        return try picture.resized(to: PictureSize(size))
    }

    /// Each moment of a series against each other: light where both are alike (a recurrence plot; Eckmann and others,
    /// 1987).
    public static func recurrence(_ series: [Double], size: Int = 128) throws -> Picture {
        guard series.count > 1 else { throw DataBlockError.invalidSetting("a series has at least two values") }
        // Long series are thinned: a picture shows no more.
        let count = min(series.count, 512)
        let shown = (0..<count).map { series[$0 * series.count / count] }
        let values = shown.flatMap { a in shown.map { Float(-abs(a - $0)) } }
        return try heat(Tensor(values, shape: [count, count]), size: size)
    }

    /// A line through points, as of a mouse: it goes from blue at the beginning to red at the end, upwards as in plots.
    public static func path(_ x: [Double], _ y: [Double], size: Int = 224) throws -> Picture {
        guard x.count == y.count, x.count > 1, size >= 8 else {
            throw DataBlockError.invalidSetting("a path has as many x as y, at least two, and 8 pixels or more")
        }
        guard x.allSatisfy(\.isFinite), y.allSatisfy(\.isFinite) else {
            throw DataBlockError.invalidSetting("a path goes through finite points")
        }
        let (left, bottom) = (x.min() ?? 0, y.min() ?? 0)
        let span = max((x.max() ?? 0) - left, (y.max() ?? 0) - bottom)
        let scale = Double(size - 7) / (span > 0 ? span : 1)
        var pixels = [UInt8](repeating: 255, count: size * size * 3)
        func mark(_ column: Double, _ row: Double, _ share: Double) {
            for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                let (px, py) = (Int(column) + dx, size - 1 - Int(row) - dy)
                guard (0..<size).contains(px), (0..<size).contains(py) else { continue }
                let place = (py * size + px) * 3
                pixels[place] = UInt8(255 * share)
                pixels[place + 1] = 40
                pixels[place + 2] = UInt8(255 * (1 - share))
            }
        }
        for index in 0..<x.count - 1 {
            let (x0, y0) = ((x[index] - left) * scale + 3, (y[index] - bottom) * scale + 3)
            let (x1, y1) = ((x[index + 1] - left) * scale + 3, (y[index + 1] - bottom) * scale + 3)
            let steps = max(1, Int(max(abs(x1 - x0), abs(y1 - y0)) * 2))
            for step in 0...steps {
                let part = Double(step) / Double(steps)
                mark(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part, (Double(index) + part) / Double(x.count - 1))
            }
        }
        return Picture(width: size, height: size, channels: 3, pixels: pixels)
    }

    /// From dark blue over green to light yellow, evenly in lightness.
    private static func colour(_ share: Double) -> [UInt8] {
        let stops: [[Double]] = [[68, 1, 84], [59, 82, 139], [33, 145, 140], [94, 201, 98], [253, 231, 37]]
        let place = share * Double(stops.count - 1)
        let index = min(Int(place), stops.count - 2)
        return (0..<3).map { channel in
            UInt8(stops[index][channel] + (stops[index + 1][channel] - stops[index][channel]) * (place - Double(index)))
        }
    }
}
