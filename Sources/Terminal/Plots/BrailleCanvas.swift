/// A grid of braille cells, two by four dots each, one style a cell.
struct BrailleCanvas {
    let columns: Int
    let rows: Int
    private var dots: [UInt8]
    private var styles: [Style]

    init(columns: Int, rows: Int) {
        self.columns = max(1, columns)
        self.rows = max(1, rows)
        dots = Array(repeating: 0, count: self.columns * self.rows)
        styles = Array(repeating: .plain, count: self.columns * self.rows)
    }

    var dotWidth: Int { columns * 2 }
    var dotHeight: Int { rows * 4 }

    /// Bits of U+2800, by row and column of the dot.
    private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

    /// Sets the dot `x` from the left and `y` from the top; outside of the canvas nothing happens.
    mutating func set(_ x: Int, _ y: Int, _ style: Style) {
        guard x >= 0, y >= 0, x < dotWidth, y < dotHeight else { return }
        let cell = y / 4 * columns + x / 2
        dots[cell] |= Self.bits[y % 4][x % 2]
        styles[cell] = style
    }

    /// A straight line (Bresenham), clipped at the canvas.
    mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double), _ style: Style) {
        guard let (start, end) = clip(start, end) else { return }
        var (x, y) = (Int(start.x.rounded()), Int(start.y.rounded()))
        let (endX, endY) = (Int(end.x.rounded()), Int(end.y.rounded()))
        let (width, height) = (abs(endX - x), -abs(endY - y))
        let (stepX, stepY) = (x < endX ? 1 : -1, y < endY ? 1 : -1)
        var error = width + height
        while true {
            set(x, y, style)
            if x == endX && y == endY { return }
            let twice = 2 * error
            if twice >= height {
                error += height
                x += stepX
            }
            if twice <= width {
                error += width
                y += stepY
            }
        }
    }

    /// Liang and Barsky's clipping, so that a far-off point costs no more than a near one.
    private func clip(
        _ a: (x: Double, y: Double), _ b: (x: Double, y: Double)
    ) -> ((x: Double, y: Double), (x: Double, y: Double))? {
        guard a.x.isFinite, a.y.isFinite, b.x.isFinite, b.y.isFinite else { return nil }
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let (right, bottom) = (Double(dotWidth - 1), Double(dotHeight - 1))
        var (low, high) = (0.0, 1.0)
        for (p, q) in [(-dx, a.x), (dx, right - a.x), (-dy, a.y), (dy, bottom - a.y)] {
            if p == 0 {
                if q < 0 { return nil }
            } else if p < 0 {
                low = max(low, q / p)
            } else {
                high = min(high, q / p)
            }
        }
        guard low <= high else { return nil }
        return ((a.x + low * dx, a.y + low * dy), (a.x + high * dx, a.y + high * dy))
    }

    func line(_ row: Int) -> StyledLine {
        var line = StyledLine()
        for column in 0..<columns {
            let cell = row * columns + column
            if dots[cell] == 0 {
                line.append(" ")
            } else if let scalar = Unicode.Scalar(0x2800 + UInt32(dots[cell])) {
                line.append(String(Character(scalar)), styles[cell])
            }
        }
        return line
    }
}
