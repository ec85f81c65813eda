import CellRuntime
import Display
import Foundation

/// A figure as an SVG file.
enum FigureFile {
    private static let (width, height) = (480.0, 360.0)
    private static let (left, right, top, bottom) = (60.0, 15.0, 30.0, 45.0)
    /// matplotlib's first colours.
    private static let colours = ["#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b"]

    /// - Throws: `ValueError` for other suffixes and for pictures, which `Image.save` writes.
    static func write(_ figure: FigureObject, to path: String) throws(Raise) {
        guard path.lowercased().hasSuffix(".svg") else {
            throw .valueError("savefig writes .svg files here; '\(path)' has another suffix")
        }
        let axes = figure.axes.filter { !$0.isEmpty }
        if axes.contains(where: { $0.picture != nil }) {
            throw .valueError("savefig writes plots; save a picture with its own save()")
        }
        let columns = max(1, min(figure.columns, axes.count))
        let rows = (axes.count + columns - 1) / columns
        var text =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Int(width) * columns)\" height=\"\(Int(height) * max(1, rows))\" "
        text += "font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
        for (index, plot) in axes.enumerated() {
            let place = "\(Double(index % columns) * width),\(Double(index / columns) * height)"
            text += "<g transform=\"translate(\(place))\">\n\(drawing(plot.limited))</g>\n"
        }
        text += "</svg>\n"
        try Restraint.check(writing: path)
        do { try text.write(toFile: path, atomically: true, encoding: .utf8) } catch {
            throw .osError(errno, String(cString: strerror(errno)), path: path)
        }
    }

    private static func drawing(_ axes: Plot.Axes) -> String {
        guard axes.matrix.isEmpty else { return heatMap(axes) }
        let x = Axis(axes.series.flatMap(\.x), isLog: axes.logX, from: left, to: width - right)
        let touchesZero = axes.series.contains { $0.mark == .bar || $0.mark == .histogram }
        let y = Axis(
            axes.series.flatMap(\.y) + (touchesZero ? [0] : []), isLog: axes.logY, from: height - bottom, to: top)
        var text = frame(axes)
        for tick in x.ticks {
            text += label(tick.text, x: tick.place, y: height - bottom + 16, anchor: "middle")
        }
        for tick in y.ticks { text += label(tick.text, x: left - 6, y: tick.place + 4, anchor: "end") }
        for (index, series) in axes.series.enumerated() {
            let colour = colours[index % colours.count]
            let points = zip(series.x, series.y).filter { $0.isFinite && $1.isFinite }.map {
                (x.place($0), y.place($1))
            }
            switch series.mark {
            case .line, .heatmap:
                let path = points.map { "\(short($0.0)),\(short($0.1))" }.joined(separator: " ")
                text += "<polyline fill=\"none\" stroke=\"\(colour)\" stroke-width=\"1.5\" points=\"\(path)\"/>\n"
            case .scatter:
                for point in points {
                    text += "<circle cx=\"\(short(point.0))\" cy=\"\(short(point.1))\" r=\"3\" fill=\"\(colour)\"/>\n"
                }
            case .bar, .histogram:
                text += bars(series, x, y, colour)
            }
            if !series.label.isEmpty {
                text += label(
                    series.label, x: width - right - 8, y: top + 16 + Double(index) * 15, anchor: "end", colour: colour)
            }
        }
        return text
    }

    private static func bars(_ series: Plot.Series, _ x: Axis, _ y: Axis, _ colour: String) -> String {
        let hasEdges = series.x.count == series.y.count + 1
        let gap = zip(series.x, series.x.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min() ?? 1
        return series.y.indices.map { index in
            let start = hasEdges ? series.x[index] : series.x[index] - gap * 0.4
            let end = hasEdges ? series.x[index + 1] : series.x[index] + gap * 0.4
            let (top, base) = (y.place(series.y[index]), y.place(0))
            return
                "<rect x=\"\(short(x.place(start)))\" y=\"\(short(min(top, base)))\" width=\"\(short(x.place(end) - x.place(start)))\" "
                + "height=\"\(short((top - base).magnitude))\" fill=\"\(colour)\"/>\n"
        }.joined()
    }

    private static func heatMap(_ axes: Plot.Axes) -> String {
        let all = axes.matrix.flatMap(\.self).filter(\.isFinite)
        let (least, most) = (all.min() ?? 0, all.max() ?? 1)
        let columns = axes.matrix.map(\.count).max() ?? 1
        let cell = ((width - left - right) / Double(columns), (height - top - bottom) / Double(axes.matrix.count))
        var text = frame(axes)
        for (row, values) in axes.matrix.enumerated() {
            for (column, value) in values.enumerated() {
                let shade = most > least ? Int(255 * (1 - (value - least) / (most - least))) : 255
                text +=
                    "<rect x=\"\(short(left + Double(column) * cell.0))\" y=\"\(short(top + Double(row) * cell.1))\" "
                text += "width=\"\(short(cell.0))\" height=\"\(short(cell.1))\" fill=\"rgb(\(shade),\(shade),255)\"/>\n"
            }
        }
        return text
    }

    private static func frame(_ axes: Plot.Axes) -> String {
        let middle = (left + width - right) / 2
        return
            "<rect x=\"\(left)\" y=\"\(top)\" width=\"\(width - left - right)\" height=\"\(height - top - bottom)\" fill=\"none\" "
            + "stroke=\"black\"/>\n" + label(axes.title, x: middle, y: top - 10, anchor: "middle")
            + label(axes.xLabel, x: middle, y: height - 10, anchor: "middle")
            + "<text transform=\"translate(14,\((top + height - bottom) / 2)) rotate(-90)\" text-anchor=\"middle\">\(escaped(axes.yLabel))</text>\n"
    }

    private static func label(_ text: String, x: Double, y: Double, anchor: String, colour: String = "black") -> String
    {
        text.isEmpty
            ? ""
            : "<text x=\"\(short(x))\" y=\"\(short(y))\" text-anchor=\"\(anchor)\" fill=\"\(colour)\">\(escaped(text))</text>\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    private static func short(_ value: Double) -> String { String(format: "%.1f", value) }

    /// Where values stand on the page, and round numbers to mark.
    private struct Axis {
        let (low, high): (Double, Double)
        let isLog: Bool
        let (from, to): (Double, Double)

        init(_ values: [Double], isLog: Bool, from: Double, to: Double) {
            let usable = values.filter { $0.isFinite && (!isLog || $0 > 0) }.map { isLog ? log10($0) : $0 }
            var (low, high) = (usable.min() ?? 0, usable.max() ?? 1)
            if low == high { (low, high) = (low - 0.5, high + 0.5) }
            let margin = (high - low) * 0.04
            (self.low, self.high) = (low - margin, high + margin)
            (self.isLog, self.from, self.to) = (isLog, from, to)
        }

        func place(_ value: Double) -> Double {
            let scaled = isLog ? log10(max(value, .leastNormalMagnitude)) : value
            return from + (scaled - low) / (high - low) * (to - from)
        }

        var ticks: [(text: String, place: Double)] {
            let rough = (high - low) / 5
            let power = pow(10, floor(log10(rough)))
            let step = isLog ? max(1, rough.rounded()) : power * ([1, 2, 5, 10].first { $0 * power >= rough } ?? 10)
            return stride(from: (low / step).rounded(.up) * step, through: high, by: step).map { value in
                let shown = isLog ? pow(10, value) : value
                return (
                    String(format: "%g", (shown / 1e-12).rounded() * 1e-12),
                    from + (value - low) / (high - low) * (to - from)
                )
            }
        }
    }
}
