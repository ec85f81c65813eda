import Display

/// One pair of axes on a braille canvas, with ticks, title and legend.
struct PlotPanel {
    private let axes: Plot.Axes
    private let shapes: [SeriesShape]
    private let xScale: Scale
    private let yScale: Scale
    private let theme: Theme

    init(_ axes: Plot.Axes, theme: Theme) {
        self.axes = axes
        self.theme = theme
        shapes = axes.series.map(SeriesShape.init)
        let bars = shapes.contains(where: \.isBars)
        xScale = Scale(shapes.flatMap(\.reach), logarithmic: axes.logX)
        yScale = Scale(
            shapes.flatMap(\.y), logarithmic: axes.logY, margin: 0.04, zero: bars && !axes.logY)
    }

    /// The panel in `width` columns with a canvas `rows` cells high.
    func lines(width: Int, rows: Int) -> [StyledLine] {
        let yTicks = yScale.ticks(max(2, rows / 3))
        let labelWidth = min(max(width / 3, 4), yTicks.map { DisplayWidth.of($0.label) }.max() ?? 1)
        let columns = max(4, width - labelWidth - 2)
        var canvas = BrailleCanvas(columns: columns, rows: rows)
        for (index, shape) in shapes.enumerated() { draw(shape, style(index), on: &canvas) }

        var lines: [StyledLine] = []
        if !axes.title.isEmpty {
            lines.append(StyledLine(axes.title.truncated(to: width).centred(in: width), Style(bold: true)))
        }
        lines += legend(width)
        if !axes.yLabel.isEmpty {
            lines.append(StyledLine(axes.yLabel.truncated(to: width), theme.quiet))
        }
        var labels: [Int: String] = [:]
        for tick in yTicks where (0...1).contains(tick.place) {
            labels[Int(((1 - tick.place) * Double(canvas.dotHeight - 1)).rounded()) / 4] = tick.label
        }
        for row in 0..<rows {
            var line = StyledLine((labels[row] ?? "").truncated(to: labelWidth).padded(leftTo: labelWidth), theme.quiet)
            line.append(labels[row] == nil ? " │" : " ┤", theme.quiet)
            line.append(canvas.line(row))
            lines.append(line)
        }
        lines += xAxis(labelWidth: labelWidth, columns: columns)
        if !axes.xLabel.isEmpty {
            let text = axes.xLabel.truncated(to: columns).centred(in: columns)
            lines.append(StyledLine(String(repeating: " ", count: labelWidth + 2) + text, theme.quiet))
        }
        return lines
    }

    private func style(_ index: Int) -> Style {
        theme.series.isEmpty ? .plain : theme.series[index % theme.series.count]
    }

    private func legend(_ width: Int) -> [StyledLine] {
        guard shapes.contains(where: { !$0.label.isEmpty }) else { return [] }
        var line = StyledLine()
        for (index, shape) in shapes.enumerated() where !shape.label.isEmpty {
            if !line.isEmpty { line.append("   ") }
            line.append(shape.isBars ? "██" : shape.mark == .scatter ? "⠶⠶" : "⠤⠤", style(index))
            line.append(" " + shape.label)
        }
        return Wrapping.wrap(line, width: width)
    }

    private func draw(_ shape: SeriesShape, _ style: Style, on canvas: inout BrailleCanvas) {
        let (right, bottom) = (Double(canvas.dotWidth - 1), Double(canvas.dotHeight - 1))
        func spot(_ x: Double, _ y: Double) -> (x: Double, y: Double)? {
            guard let x = xScale.place(x), let y = yScale.place(y) else { return nil }
            return (x * right, (1 - y) * bottom)
        }
        if shape.isBars {
            let base = spot(xScale.logarithmic ? 1 : 0, 0)?.y ?? bottom
            for (x, y) in zip(shape.x, shape.y) {
                guard let left = spot(x - shape.half, y), let end = spot(x + shape.half, y) else { continue }
                let from = Int(left.x.rounded())
                // A gap of one dot keeps neighbouring bars apart where there is room for it.
                let to = Int(end.x.rounded()) - (end.x - left.x >= 3 ? 1 : 0)
                for column in from...max(from, to) where y != 0 {
                    canvas.line(from: (Double(column), left.y), to: (Double(column), base), style)
                }
            }
            return
        }
        var previous: (x: Double, y: Double)?
        for (x, y) in zip(shape.x, shape.y) {
            let next = spot(x, y)
            if let next {
                if shape.mark == .line, let previous {
                    canvas.line(from: previous, to: next, style)
                } else {
                    canvas.line(from: next, to: next, style)
                }
            }
            previous = next
        }
    }

    private func xAxis(labelWidth: Int, columns: Int) -> [StyledLine] {
        var rule = Array(repeating: Character("─"), count: columns)
        var labels = Array(repeating: Character(" "), count: columns)
        var free = 0
        for tick in xTicks(columns) where (0...1).contains(tick.place) {
            let column = Int((tick.place * Double(columns * 2 - 1)).rounded()) / 2
            let text = Array(tick.label)
            guard text.allSatisfy({ DisplayWidth.of($0) == 1 }), text.count <= columns else { continue }
            let start = min(max(0, column - text.count / 2), columns - text.count)
            guard start >= free else { continue }
            rule[column] = "┬"
            for (offset, character) in text.enumerated() { labels[start + offset] = character }
            free = start + text.count + 1
        }
        let margin = String(repeating: " ", count: labelWidth)
        return [
            StyledLine(margin + " └" + String(rule), theme.quiet),
            StyledLine(margin + "  " + String(labels), theme.quiet),
        ]
    }

    /// Names under bars where there are any, else numbers.
    private func xTicks(_ columns: Int) -> [Scale.Tick] {
        guard let bars = shapes.first(where: \.isBars), !axes.columnNames.isEmpty else {
            return xScale.ticks(max(2, columns / 10))
        }
        let room = max(1, columns / max(1, bars.x.count) - 1)
        return zip(bars.x, axes.columnNames).compactMap { x, name in
            xScale.place(x).map { Scale.Tick(place: $0, label: name.truncated(to: max(3, room))) }
        }
    }
}
