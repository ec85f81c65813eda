import Pictures

/// A grey picture of smooth random values: the stuff of which backgrounds are made.
struct Field {
    let width: Int
    let height: Int
    /// Values from 0 to 1, row by row.
    var values: [Float]

    init(width: Int, height: Int, values: [Float]) {
        self.width = width
        self.height = height
        self.values = values
    }

    /// Value noise: random numbers on coarse grids, each twice as fine and half as strong as the one before.
    ///
    /// - Parameters:
    ///   - cells: cells across and down of the coarsest grid.
    ///   - octaves: how many grids.
    ///   - roughness: strength of a grid relative to the coarser one before it.
    init(
        width: Int, height: Int, cells: (Double, Double), octaves: Int, roughness: Double = 0.5,
        _ random: inout Randomness
    ) throws(PictureError) {
        var sum = [Float](repeating: 0, count: width * height)
        var (strength, total, scale) = (1.0, 0.0, 1.0)
        for _ in 0..<octaves {
            let columns = min(width, max(2, Int(cells.0 * scale)))
            let rows = min(height, max(2, Int(cells.1 * scale)))
            let grid = (0..<columns * rows).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            let layer = try Picture(width: columns, height: rows, channels: 1, pixels: grid)
                .resized(to: PictureSize(width: width, height: height), method: .bicubic)
            let weight = Float(strength / 255)
            layer.pixels.withUnsafeBufferPointer { layer in
                for i in 0..<sum.count { sum[i] += weight * Float(layer[i]) }
            }
            total += strength
            strength *= roughness
            scale *= 2
        }
        let factor = Float(1 / total)
        self.init(width: width, height: height, values: sum.map { $0 * factor })
    }

    /// Values around one half drawn apart.
    func stretched(_ factor: Float) -> Field {
        Field(width: width, height: height, values: values.map { min(1, max(0, 0.5 + ($0 - 0.5) * factor)) })
    }
}

/// A colour in linear steps from 0 to 255.
struct Colour {
    var red: Float
    var green: Float
    var blue: Float

    init(_ red: Float, _ green: Float, _ blue: Float) { (self.red, self.green, self.blue) = (red, green, blue) }

    func mixed(with other: Colour, _ part: Float) -> Colour {
        Colour(
            red + (other.red - red) * part, green + (other.green - green) * part, blue + (other.blue - blue) * part)
    }

    func scaled(_ factor: Float) -> Colour { Colour(red * factor, green * factor, blue * factor) }

    /// A neighbour of this colour.
    func varied(by amount: Double, _ random: inout Randomness) -> Colour {
        Colour(
            red + Float(random.number(-amount, amount)), green + Float(random.number(-amount, amount)),
            blue + Float(random.number(-amount, amount)))
    }
}

/// A picture in floating point while it is composed.
struct Canvas {
    let width: Int
    let height: Int
    /// Red, green, blue from 0 to 255, row by row.
    var values: [Float]

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        values = [Float](repeating: 0, count: width * height * 3)
    }

    mutating func set(_ pixel: Int, _ colour: Colour) {
        values[pixel * 3] = colour.red
        values[pixel * 3 + 1] = colour.green
        values[pixel * 3 + 2] = colour.blue
    }

    /// Mixes a colour into a pixel.
    mutating func mix(_ pixel: Int, _ colour: Colour, _ part: Float) {
        values[pixel * 3] += (colour.red - values[pixel * 3]) * part
        values[pixel * 3 + 1] += (colour.green - values[pixel * 3 + 1]) * part
        values[pixel * 3 + 2] += (colour.blue - values[pixel * 3 + 2]) * part
    }

    /// Out of focus: made smaller by a factor and large again.
    mutating func blur(_ factor: Double) throws(PictureError) {
        let small = PictureSize(
            width: max(2, Int(Double(width) / factor)), height: max(2, Int(Double(height) / factor)))
        let blurred = try picture().resized(to: small, method: .bilinear)
            .resized(to: PictureSize(width: width, height: height), method: .bicubic)
        values = blurred.pixels.map(Float.init)
    }

    func picture() -> Picture {
        Picture(width: width, height: height, pixels: values.map { UInt8(min(255, max(0, $0 + 0.5))) })
    }
}
