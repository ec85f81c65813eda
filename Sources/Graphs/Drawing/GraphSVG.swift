/// A layout as SVG, for notebooks that are read elsewhere.
public enum GraphSVG {
    /// Pixels of a cell.
    private static let cell = (width: 9, height: 18)

    /// The drawing of a graph, as wide as it needs to be.
    public static func text(_ graph: Graph) -> String? {
        GraphLayout.fitting(graph, width: 400).map { text($0) }
    }

    public static func text(_ layout: GraphLayout) -> String {
        let (width, height) = ((layout.width + 1) * cell.width, (layout.height + 1) * cell.height)
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
                + "viewBox=\"0 0 \(width) \(height)\" font-family=\"sans-serif\" font-size=\"14\" text-anchor=\"middle\">",
            "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>",
            "<g fill=\"none\" stroke=\"black\">",
        ]
        lines += layout.routes.map(path)
        lines += layout.boxes.map(outline)
        lines.append("</g>")
        for route in layout.routes {
            if route.hasHead { lines += arrow(route.points.dropLast().last, route.points.last) }
            if route.hasTail { lines += arrow(route.points.dropFirst().first, route.points.first) }
        }
        for box in layout.boxes {
            let middle = (box.x * 2 + box.width) * cell.width / 2
            let top = (box.y * 2 + box.height - box.lines.count) * cell.height / 2
            for (index, line) in box.lines.enumerated() {
                lines.append(text(line, middle, top + index * cell.height + 14))
            }
        }
        for label in layout.labels {
            let half = LabelLines.width(label.text) * cell.width / 2
            let (x, y) = (label.x * cell.width + half, label.y * cell.height)
            lines.append(
                "<rect x=\"\(x - half - 4)\" y=\"\(y)\" width=\"\(2 * half + 8)\" height=\"\(cell.height)\" fill=\"white\"/>"
            )
            lines.append(text(label.text, x, y + 14))
        }
        return lines.joined(separator: "\n") + "\n</svg>"
    }

    private static func centre(_ point: GraphLayout.Point) -> (x: Int, y: Int) {
        (point.x * cell.width + cell.width / 2, point.y * cell.height + cell.height / 2)
    }

    private static func path(_ route: GraphLayout.Route) -> String {
        let points = route.points.map { point in
            let place = centre(point)
            return "\(place.x),\(place.y)"
        }
        return "<polyline points=\"\(points.joined(separator: " "))\""
            + (route.isDashed ? " stroke-dasharray=\"5 3\"" : "") + "/>"
    }

    private static func outline(_ box: GraphLayout.Box) -> String {
        guard box.shape != .none else { return "" }
        let (x, y) = (box.x * cell.width, box.y * cell.height)
        let (width, height) = (box.width * cell.width, box.height * cell.height)
        let round = box.shape == .round ? " rx=\"\(height / 2)\"" : ""
        let dash = box.isDashed ? " stroke-dasharray=\"5 3\"" : ""
        let outline =
            "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"\(round)\(dash) fill=\"white\"/>"
        guard box.shape == .double else { return outline }
        // A side and a top, as of a block.
        return "<path d=\"M\(x) \(y) l4 -4 h\(width) v\(height) l-4 4\"/><path d=\"M\(x + width) \(y) l4 -4\"/>"
            + outline
    }

    private static func arrow(_ before: GraphLayout.Point?, _ end: GraphLayout.Point?) -> [String] {
        guard let before, let end else { return [] }
        let place = centre(end)
        let (dx, dy) = ((end.x - before.x).signum(), (end.y - before.y).signum())
        let tip = (x: place.x + dx * 4, y: place.y + dy * 9)
        let back = (x: tip.x - dx * 10, y: tip.y - dy * 10)
        return [
            "<path d=\"M\(tip.x) \(tip.y) L\(back.x - dy * 4) \(back.y - dx * 4) L\(back.x + dy * 4) "
                + "\(back.y + dx * 4) Z\"/>"
        ]
    }

    private static func text(_ text: String, _ x: Int, _ y: Int) -> String {
        let safe = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        return "<text x=\"\(x)\" y=\"\(y)\">\(safe)</text>"
    }
}
