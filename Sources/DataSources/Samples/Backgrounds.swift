import Pictures

/// Places in which a thing may have been photographed, made of random fields. Which one a picture gets does
/// not depend on what it shows.
enum Background: CaseIterable {
    case sky, meadow, foliage, water, ground, snow, room, lights, street, studio

    /// Whether things stand on something here and throw a shadow below.
    var hasGround: Bool {
        switch self {
        case .meadow, .ground, .snow, .room, .street, .studio: true
        case .sky, .foliage, .water, .lights: false
        }
    }

    /// - Throws: only where a picture library cannot be opened.
    func draw(width: Int, height: Int, _ random: inout Randomness) throws(PictureError) -> Canvas {
        var canvas = Canvas(width: width, height: height)
        switch self {
        case .sky: try canvas.fillSky(horizon: height, &random)
        case .meadow: try drawLand(&canvas, Self.greens, cells: (60, 14), skies: 0.75, &random)
        case .ground: try drawLand(&canvas, Self.earths, cells: (12, 10), skies: 0.4, &random)
        case .snow: try drawLand(&canvas, Self.snows, cells: (4, 8), skies: 0.7, &random)
        case .street: try drawLand(&canvas, Self.greys, cells: (30, 24), skies: 0.6, &random)
        case .water: try drawLand(&canvas, Self.waters, cells: (4, 26), skies: 0.3, &random)
        case .foliage:
            try canvas.fill(Self.greens, cells: (5, 5), octaves: 4, contrast: 1.6, rows: 0..<height, &random)
            canvas.scatter(Self.greens, count: 220, size: (0.02, 0.08), soft: 0.25, &random)
        case .lights:
            try canvas.fill(
                random.choice(Self.all), cells: (2, 2), octaves: 2, contrast: 1.5, rows: 0..<height, &random)
            canvas.scatter(random.choice(Self.all), count: 45, size: (0.05, 0.16), soft: 0.6, &random)
        case .room: try drawRoom(&canvas, &random)
        case .studio:
            try canvas.fill(
                random.choice(Self.all), cells: (2, 2), octaves: 1, contrast: 0.5, rows: 0..<height, &random)
        }
        // From almost sharp to far out of focus.
        try canvas.blur(random.number(1.2, self == .foliage || self == .lights ? 7 : 4))
        return canvas
    }

    private static let greens = [Colour(38, 62, 24), Colour(92, 122, 48), Colour(150, 164, 84)]
    private static let earths = [Colour(96, 74, 52), Colour(150, 122, 88), Colour(196, 172, 132)]
    private static let snows = [Colour(176, 190, 208), Colour(220, 226, 234), Colour(246, 248, 250)]
    private static let greys = [Colour(84, 84, 86), Colour(128, 126, 122), Colour(172, 168, 160)]
    private static let waters = [Colour(22, 58, 84), Colour(58, 106, 132), Colour(134, 172, 186)]
    private static let warms = [Colour(120, 58, 36), Colour(198, 128, 72), Colour(232, 206, 158)]
    private static let pastels = [Colour(206, 188, 178), Colour(224, 214, 200), Colour(188, 204, 212)]
    private static let all = [greens, earths, snows, greys, waters, warms, pastels]

    /// Ground up to a horizon, and sky or something far away above it.
    private func drawLand(
        _ canvas: inout Canvas, _ colours: [Colour], cells: (Double, Double), skies: Double,
        _ random: inout Randomness
    ) throws(PictureError) {
        let height = canvas.height
        let horizon = random.chance(0.3) ? 0 : Int(Double(height) * random.number(0.15, 0.6))
        if horizon > 0 {
            if random.chance(skies) {
                try canvas.fillSky(horizon: horizon, &random)
            } else {
                try canvas.fill(Self.greens, cells: (7, 3), octaves: 3, contrast: 1.3, rows: 0..<horizon, &random)
            }
        }
        try canvas.fill(colours, cells: cells, octaves: 4, contrast: 1.5, rows: horizon..<height, &random)
    }

    /// A wall, a floor and the line between them.
    private func drawRoom(_ canvas: inout Canvas, _ random: inout Randomness) throws(PictureError) {
        let edge = Int(Double(canvas.height) * random.number(0.5, 0.85))
        try canvas.fill(Self.pastels, cells: (2, 2), octaves: 2, contrast: 0.5, rows: 0..<edge, &random)
        try canvas.fill(
            random.choice([Self.warms, Self.earths, Self.greys]), cells: (3, 40), octaves: 3, contrast: 0.9,
            rows: edge..<canvas.height, &random)
    }
}

extension Canvas {
    /// Rows in shades of three colours, lighter or darker towards one side.
    mutating func fill(
        _ colours: [Colour], cells: (Double, Double), octaves: Int, contrast: Float, rows: Range<Int>,
        _ random: inout Randomness
    ) throws(PictureError) {
        guard !rows.isEmpty else { return }
        let field = try Field(
            width: width, height: rows.count, cells: cells, octaves: octaves, roughness: 0.65, &random
        ).stretched(contrast)
        let shades = colours.map { $0.varied(by: 22, &random) }
        let (across, down) = (Float(random.number(-0.25, 0.25)), Float(random.number(-0.25, 0.25)))
        for y in 0..<rows.count {
            let light = 1 + down * (Float(y) / Float(rows.count) - 0.5)
            for x in 0..<width {
                let place = field.values[y * width + x] * Float(shades.count - 1)
                let index = min(shades.count - 2, Int(place))
                let colour = shades[index].mixed(with: shades[index + 1], place - Float(index))
                set((rows.lowerBound + y) * width + x, colour.scaled(light + across * (Float(x) / Float(width) - 0.5)))
            }
        }
    }

    /// Rows down to the horizon: paler there, with or without clouds.
    mutating func fillSky(horizon: Int, _ random: inout Randomness) throws(PictureError) {
        let weather = random.choice([
            (Colour(72, 124, 190), Colour(190, 214, 232)), (Colour(140, 150, 162), Colour(206, 210, 212)),
            (Colour(92, 104, 150), Colour(240, 188, 140)), (Colour(110, 160, 214), Colour(224, 234, 240)),
        ])
        let (top, bottom) = (weather.0.varied(by: 16, &random), weather.1.varied(by: 16, &random))
        let field = try Field(
            width: width, height: horizon, cells: (3, 4), octaves: 4, roughness: 0.55, &random)
        let clouds = Float(random.number(0, 1.2))
        for y in 0..<horizon {
            let base = top.mixed(with: bottom, Float(y) / Float(horizon))
            for x in 0..<width {
                let cover = min(1, max(0, (field.values[y * width + x] - 0.5) * 4)) * clouds
                set(y * width + x, base.mixed(with: Colour(244, 244, 244), min(0.9, cover)))
            }
        }
    }

    /// Round spots, leaves or lights out of focus, sizes as parts of the width.
    mutating func scatter(
        _ colours: [Colour], count: Int, size: (Double, Double), soft: Float, _ random: inout Randomness
    ) {
        for _ in 0..<count {
            let colour = random.choice(colours).varied(by: 40, &random)
            let radius = Float(random.number(size.0, size.1)) * Float(width)
            let flat = Float(random.number(0.5, 1))
            let centre = (Float(random.number(0, 1)) * Float(width), Float(random.number(0, 1)) * Float(height))
            let strength = Float(random.number(0.3, 0.9))
            let rows = max(0, Int(centre.1 - radius))..<max(0, min(height, Int(centre.1 + radius) + 1))
            let columns = max(0, Int(centre.0 - radius))..<max(0, min(width, Int(centre.0 + radius) + 1))
            for y in rows {
                for x in columns {
                    let (dx, dy) = ((Float(x) - centre.0) / radius, (Float(y) - centre.1) / (radius * flat))
                    let distance = (dx * dx + dy * dy).squareRoot()
                    if distance < 1 { mix(y * width + x, colour, strength * min(1, (1 - distance) / soft)) }
                }
            }
        }
    }
}
