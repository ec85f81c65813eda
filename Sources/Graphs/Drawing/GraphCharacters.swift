/// Draws a layout with box-drawing characters.
public enum GraphCharacters {
    /// The drawing's lines, without blanks at their ends, and the notes below them.
    public static func lines(_ layout: GraphLayout) -> [String] {
        var canvas = Canvas(width: layout.width, height: layout.height)
        for route in layout.routes { canvas.trace(route) }
        canvas.drawLines()
        for route in layout.routes { canvas.drawArrows(route) }
        for box in layout.boxes { canvas.draw(box) }
        for label in layout.labels { canvas.write(" " + label.text + " ", x: label.x - 1, y: label.y) }
        return canvas.lines + layout.notes
    }

    /// The drawing of a graph in so many columns; where it does not fit, the graph in words.
    public static func lines(_ graph: Graph, width: Int) -> [String] {
        GraphLayout.fitting(graph, width: width).map { lines($0) } ?? GraphWords.lines(graph)
    }
}

/// Ways out of a cell, as a set of bits.
private struct Ways: OptionSet {
    let rawValue: Int
    static let up = Ways(rawValue: 1)
    static let down = Ways(rawValue: 2)
    static let left = Ways(rawValue: 4)
    static let right = Ways(rawValue: 8)
    static let vertical: Ways = [.up, .down]
    static let horizontal: Ways = [.left, .right]

    private static let signs: [Character] = Array(" ╵╷│╴╯╮┤╶╰╭├─┴┬┼")
    var sign: Character { Self.signs[rawValue] }
}

private struct Canvas {
    /// One cell's text; "" behind a character of two columns.
    private var cells: [[String]]
    /// The lines through each cell, with the ends of their edges.
    private var passes: [[[(from: String, to: String, ways: Ways, isDashed: Bool)]]]

    init(width: Int, height: Int) {
        cells = Array(repeating: Array(repeating: " ", count: max(0, width)), count: max(0, height))
        passes = Array(repeating: Array(repeating: [], count: max(0, width)), count: max(0, height))
    }

    var lines: [String] {
        cells.map { row in
            var line = row.joined()
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    private mutating func put(_ text: String, _ x: Int, _ y: Int) {
        guard cells.indices.contains(y), cells[y].indices.contains(x) else { return }
        cells[y][x] = text
    }

    mutating func write(_ text: String, x: Int, y: Int) {
        var x = x
        for character in text {
            let width = LabelLines.width(String(character))
            put(String(character), x, y)
            if width == 2 { put("", x + 1, y) }
            x += max(1, width)
        }
    }

    // MARK: Lines

    private static func steps(_ route: GraphLayout.Route) -> [GraphLayout.Point] {
        guard var at = route.points.first else { return [] }
        var steps = [at]
        for point in route.points.dropFirst() {
            while at != point {
                at.x += (point.x - at.x).signum()
                if at.x == point.x { at.y += steps.last == at ? (point.y - at.y).signum() : 0 }
                steps.append(at)
            }
        }
        return steps
    }

    mutating func trace(_ route: GraphLayout.Route) {
        let steps = Self.steps(route)
        for (index, point) in steps.enumerated() {
            var ways: Ways = []
            if index > 0 { ways.insert(Self.way(from: point, to: steps[index - 1])) }
            if index + 1 < steps.count { ways.insert(Self.way(from: point, to: steps[index + 1])) }
            // The ends touch their boxes.
            if index == 0, steps.count > 1 { ways.insert(Self.opposite(Self.way(from: point, to: steps[1]))) }
            if index + 1 == steps.count, index > 0 {
                ways.insert(Self.opposite(Self.way(from: point, to: steps[index - 1])))
            }
            guard passes.indices.contains(point.y), passes[point.y].indices.contains(point.x) else { continue }
            passes[point.y][point.x].append((route.from, route.to, ways, route.isDashed))
        }
    }

    private static func way(from: GraphLayout.Point, to: GraphLayout.Point) -> Ways {
        if to.x != from.x { return to.x > from.x ? .right : .left }
        return to.y > from.y ? .down : .up
    }

    private static func opposite(_ way: Ways) -> Ways {
        switch way {
        case .up: .down
        case .down: .up
        case .left: .right
        default: .left
        }
    }

    mutating func drawLines() {
        for y in passes.indices {
            for x in passes[y].indices where !passes[y][x].isEmpty {
                let here = passes[y][x]
                let all = here.reduce(into: Ways()) { $0.formUnion($1.ways) }
                let upright = here.filter { $0.ways == .vertical }
                let level = here.filter { $0.ways == .horizontal }
                // Lines of edges that share no end cross without touching: the vertical one is whole.
                let isCrossing =
                    !upright.isEmpty && !level.isEmpty && upright.count + level.count == here.count
                    && upright.allSatisfy { one in
                        level.allSatisfy { one.from != $0.from && one.to != $0.to }
                    }
                var sign = isCrossing ? Ways.vertical.sign : all.sign
                if here.allSatisfy(\.isDashed) { sign = sign == "─" ? "╌" : sign == "│" ? "┆" : sign }
                put(String(sign), x, y)
            }
        }
    }

    mutating func drawArrows(_ route: GraphLayout.Route) {
        let steps = Self.steps(route)
        guard steps.count > 1, let first = steps.first, let last = steps.last else { return }
        if route.hasHead { put(Self.arrow(Self.way(from: steps[steps.count - 2], to: last)), last.x, last.y) }
        if route.hasTail { put(Self.arrow(Self.way(from: steps[1], to: first)), first.x, first.y) }
    }

    private static func arrow(_ way: Ways) -> String {
        switch way {
        case .up: "▲"
        case .down: "▼"
        case .left: "◀"
        default: "▶"
        }
    }

    // MARK: Boxes

    mutating func draw(_ box: GraphLayout.Box) {
        let signs: [String] =
            switch box.shape {
            case .round: ["╭", "─", "╮", "│", "╰", "╯"]
            case .square: ["┌", "─", "┐", "│", "└", "┘"]
            case .double: ["╔", "═", "╗", "║", "╚", "╝"]
            case .none: Array(repeating: " ", count: 6)
            }
        let (level, upright) = box.isDashed && box.shape != .double ? ("╌", "┆") : (signs[1], signs[3])
        let (right, bottom) = (box.x + box.width - 1, box.y + box.height - 1)
        for y in box.y...bottom {
            for x in box.x...right { put(" ", x, y) }
            put(upright, box.x, y)
            put(upright, right, y)
        }
        for x in box.x...right {
            put(level, x, box.y)
            put(level, x, bottom)
        }
        put(signs[0], box.x, box.y)
        put(signs[2], right, box.y)
        put(signs[4], box.x, bottom)
        put(signs[5], right, bottom)
        let top = box.y + (box.height - box.lines.count) / 2
        for (index, line) in box.lines.enumerated() {
            write(line, x: box.x + (box.width - LabelLines.width(line)) / 2, y: top + index)
        }
    }
}
