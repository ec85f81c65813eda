import Pictures

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A projective map of the plane, row by row: where each point of a result lies in its source. Both
/// have coordinates from -1 to 1, x to the right and y down, as PyTorch's `affine_grid`.
public struct Projection: Equatable, Sendable {
    /// Nine numbers; the last row is (0, 0, 1) for an affine map.
    public var rows: [Double]

    public init(_ rows: [Double]) {
        precondition(rows.count == 9)
        self.rows = rows
    }

    public static let identity = Projection([1, 0, 0, 0, 1, 0, 0, 0, 1])

    public var isIdentity: Bool { self == .identity }

    /// The map that applies `right` first.
    public static func * (left: Projection, right: Projection) -> Projection {
        var product = [Double](repeating: 0, count: 9)
        for row in 0..<3 {
            for column in 0..<3 {
                product[row * 3 + column] = (0..<3).reduce(0) {
                    $0 + left.rows[row * 3 + $1] * right.rows[$1 * 3 + column]
                }
            }
        }
        return Projection(product)
    }

    /// Left and right exchanged.
    public static let mirror = Projection([-1, 0, 0, 0, 1, 0, 0, 0, 1])

    /// One of the eight symmetries of a square, numbered as in fastai's `dihedral_mat`.
    public static func dihedral(_ number: Int) -> Projection {
        let x = [1.0, -1, 1, -1, -1, 1, 1, -1][number]
        let y = [1.0, 1, -1, 1, -1, -1, 1, -1][number]
        let isTurned = [false, false, false, true, false, true, true, true][number]
        return Projection(isTurned ? [0, x, 0, y, 0, 0, 0, 0, 1] : [x, 0, 0, 0, y, 0, 0, 0, 1])
    }

    /// Anticlockwise, as fastai's `rotate_mat`.
    public static func rotation(degrees: Double) -> Projection {
        let angle = degrees * .pi / 180
        return Projection([cos(angle), sin(angle), 0, -sin(angle), cos(angle), 0, 0, 0, 1])
    }

    /// Enlarges `factor` times about a point given from 0 to 1 along each side.
    public static func zoom(_ factor: Double, x: Double = 0.5, y: Double = 0.5) -> Projection {
        let scale = 1 / factor
        return Projection([scale, 0, (1 - scale) * (2 * x - 1), 0, scale, (1 - scale) * (2 * y - 1), 0, 0, 1])
    }

    /// Tilts the picture: corners move so far, as fastai's `Warp` draws them.
    public static func warp(x: Double, y: Double) -> Projection {
        if x == 0, y == 0 { return .identity }
        let corners: [(Double, Double)] = [(-1, -1), (-1, 1), (1, -1), (1, 1)]
        let moved = [(-1 - y, -1 - x), (-1 + y, 1 + x), (1 + y, -1 + x), (1 - y, 1 - x)]
        // The eight numbers that send each moved corner to its old place.
        var equations = [[Double]]()
        for (to, from) in zip(corners, moved) {
            equations.append([from.0, from.1, 1, 0, 0, 0, -to.0 * from.0, -to.0 * from.1, to.0])
            equations.append([0, 0, 0, from.0, from.1, 1, -to.1 * from.0, -to.1 * from.1, to.1])
        }
        guard let numbers = solved(equations) else { return .identity }
        return Projection(numbers + [1])
    }

    /// The map for a picture that is not square: rotations are by angles of pixels, not of the unit square.
    func adapted(to size: PictureSize) -> Projection {
        var result = self
        result.rows[1] *= Double(size.height) / Double(size.width)
        result.rows[3] *= Double(size.width) / Double(size.height)
        return result
    }

    /// A map that looks only at a part of the source.
    static func looking(at part: PictureRectangle, of size: PictureSize) -> Projection {
        // The first and the last pixel's centres are -1 and 1.
        func side(_ start: Double, _ length: Double, _ count: Int) -> (scale: Double, shift: Double) {
            guard count > 1 else { return (1, 0) }
            let all = Double(count - 1)
            return ((length - 1) / all, (2 * start + length - 1) / all - 1)
        }
        let x = side(part.x, part.width, size.width)
        let y = side(part.y, part.height, size.height)
        return Projection([x.scale, 0, x.shift, 0, y.scale, y.shift, 0, 0, 1])
    }

    /// Solves linear equations, each with its right side last, by elimination with pivots.
    private static func solved(_ equations: [[Double]]) -> [Double]? {
        var rows = equations
        let count = rows.count
        for column in 0..<count {
            guard let pivot = (column..<count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
                abs(rows[pivot][column]) > 1e-12
            else { return nil }
            rows.swapAt(column, pivot)
            for row in 0..<count where row != column {
                let factor = rows[row][column] / rows[column][column]
                if factor == 0 { continue }
                for k in column...count { rows[row][k] -= factor * rows[column][k] }
            }
        }
        return (0..<count).map { rows[$0][count] / rows[$0][$0] }
    }
}
