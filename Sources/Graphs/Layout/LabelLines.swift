import TextWidth

/// Labels as lines in a box.
enum LabelLines {
    static func width(_ text: String) -> Int { DisplayWidth.of(text) }

    /// Lines of at most `limit` columns where words allow it.
    static func broken(_ text: String, limit: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
            guard width(String(line)) > limit else { return [String(line)] }
            var lines: [String] = []
            for word in line.split(separator: " ") {
                if let last = lines.last, width(last) + 1 + width(String(word)) <= limit {
                    lines[lines.count - 1] = last + " " + word
                } else {
                    lines.append(String(word))
                }
            }
            return lines
        }
    }

    /// Columns and rows with the border. `width` and `height` are inches: eight columns, four rows.
    static func size(of node: Graph.Node, _ lines: [String]) -> (width: Int, height: Int) {
        func cells(_ name: String, _ perInch: Double) -> Int {
            guard let inches = node.attributes[name].flatMap(Double.init), inches.isFinite else { return 0 }
            return Int(min(max(0, inches), 4) * perInch)
        }
        let text = lines.map(width).max() ?? 0
        return (max(text + 4, 5, cells("width", 8)), max(lines.count + 2, 3, cells("height", 4)))
    }

    static func isDashed(_ attributes: [String: String]) -> Bool {
        attributes["style"]?.split(separator: ",").contains { $0 == "dashed" || $0 == "dotted" } ?? false
    }
}
