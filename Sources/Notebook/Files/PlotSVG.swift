import Display
import Foundation

/// A figure as SVG, for notebooks that are read elsewhere.
enum PlotSVG {
    private static let size = (width: 480.0, height: 320.0)
    private static let margin = (left: 64.0, right: 16.0, top: 32.0, bottom: 48.0)
    /// matplotlib's first colours.
    private static let colours = ["#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b"]

    static func text(_ plot: Plot) -> String {
        let columns = max(1, min(plot.columns, plot.axes.count))
        let rows = (plot.axes.count + columns - 1) / columns
        let (width, height) = (size.width * Double(columns), size.height * Double(max(1, rows)))
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(number(width))\" height=\"\(number(height))\" "
                + "viewBox=\"0 0 \(number(width)) \(number(height))\" font-family=\"sans-serif\" font-size=\"12\">",
            "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>",
        ]
        for (index, axes) in plot.axes.enumerated() {
            let (x, y) = (Double(index % columns) * size.width, Double(index / columns) * size.height)
            lines.append("<g transform=\"translate(\(number(x)) \(number(y)))\">")
            lines += axes.matrix.isEmpty ? curves(axes) : heatMap(axes)
            lines.append("</g>")
        }
        return lines.joined(separator: "\n") + "\n</svg>"
    }

    // MARK: One pair of axes

    /// From data to pixels along one axis.
    private struct Axis {
        var low: Double
        var high: Double
        var isLogarithmic: Bool
        var start: Double
        var end: Double

        init(_ values: [Double], logarithmic: Bool, start: Double, end: Double, zero: Bool = false) {
            isLogarithmic = logarithmic
            (self.start, self.end) = (start, end)
            let usable = values.filter { $0.isFinite && (!logarithmic || $0 > 0) }.map { logarithmic ? log10($0) : $0 }
            (low, high) = (usable.min() ?? 0, usable.max() ?? 1)
            if zero, !logarithmic { (low, high) = (min(0, low), max(0, high)) }
            if low == high { (low, high) = (low - 0.5, high + 0.5) }
            let space = (high - low) * 0.04
            (low, high) = (zero && low == 0 ? 0 : low - space, high + space)
        }

        func place(_ value: Double) -> Double? {
            guard value.isFinite, !isLogarithmic || value > 0 else { return nil }
            return start + ((isLogarithmic ? log10(value) : value) - low) / (high - low) * (end - start)
        }

        /// Round numbers, about five.
        var ticks: [(place: Double, label: String)] {
            if isLogarithmic, high - low >= 1 {
                return (Int(low.rounded(.up))...max(Int(low.rounded(.up)), Int(high.rounded(.down)))).compactMap {
                    let value = pow(10, Double($0))
                    return place(value).map { place in (place, String(format: "%g", value)) }
                }
            }
            let (from, to) = isLogarithmic ? (pow(10, low), pow(10, high)) : (low, high)
            let rough = (to - from) / 5
            guard rough > 0, rough.isFinite else { return [] }
            let unit = pow(10, floor(log10(rough)))
            let step = ([1, 2, 5, 10].first { $0 * unit >= rough } ?? 10) * unit
            return stride(from: (from / step).rounded(.up) * step, through: to, by: step).compactMap { value in
                place(value).map { ($0, String(format: "%.6g", abs(value) < step / 1e6 ? 0 : value)) }
            }
        }
    }

    private static func curves(_ axes: Plot.Axes) -> [String] {
        let hasBars = axes.series.contains { $0.mark == .bar || $0.mark == .histogram }
        let right = size.width - margin.right
        let bottom = size.height - margin.bottom
        var reach = axes.series.flatMap(\.x)
        for series in axes.series where series.mark == .bar || series.mark == .histogram {
            let half = halfWidth(series)
            reach += [(series.x.min() ?? 0) - half, (series.x.max() ?? 0) + half]
        }
        let x = Axis(reach, logarithmic: axes.logX, start: margin.left, end: right)
        let y = Axis(axes.series.flatMap(\.y), logarithmic: axes.logY, start: bottom, end: margin.top, zero: hasBars)
        var lines = frame(axes, right, bottom)
        for tick in x.ticks {
            lines.append(label(tick.label, tick.place, bottom + 16, "middle"))
            lines.append(rule(tick.place, bottom, tick.place, bottom + 4))
        }
        for tick in y.ticks {
            lines.append(label(tick.label, margin.left - 8, tick.place + 4, "end"))
            lines.append(rule(margin.left - 4, tick.place, margin.left, tick.place))
        }
        for (index, series) in axes.series.enumerated() {
            lines += self.series(series, x, y, colours[index % colours.count], bottom: bottom)
        }
        return lines + legend(axes, right)
    }

    private static func halfWidth(_ series: Plot.Series) -> Double {
        let steps = zip(series.x.dropFirst(), series.x).map { abs($0 - $1) }.filter { $0 > 0 }
        return (steps.min() ?? 1) / 2
    }

    private static func series(
        _ series: Plot.Series, _ x: Axis, _ y: Axis, _ colour: String, bottom: Double
    ) -> [String] {
        let points = zip(series.x, series.y)
        switch series.mark {
        case .bar, .histogram:
            let half = halfWidth(series) * (series.mark == .bar ? 0.8 : 1)
            let base = y.place(y.isLogarithmic ? pow(10, y.low) : 0) ?? bottom
            return points.compactMap { px, py in
                guard let left = x.place(px - half), let right = x.place(px + half), let top = y.place(py) else {
                    return nil
                }
                let (from, to) = (min(top, base), max(top, base))
                return "<rect x=\"\(number(left))\" y=\"\(number(from))\" width=\"\(number(right - left))\" "
                    + "height=\"\(number(to - from))\" fill=\"\(colour)\"/>"
            }
        case .scatter:
            return points.compactMap { px, py in
                guard let cx = x.place(px), let cy = y.place(py) else { return nil }
                return "<circle cx=\"\(number(cx))\" cy=\"\(number(cy))\" r=\"3\" fill=\"\(colour)\"/>"
            }
        case .line, .heatmap:
            // A value that is no number interrupts the line.
            var paths: [[String]] = [[]]
            for (px, py) in points {
                guard let cx = x.place(px), let cy = y.place(py) else {
                    paths.append([])
                    continue
                }
                paths[paths.count - 1].append("\(number(cx)),\(number(cy))")
            }
            return paths.filter { !$0.isEmpty }.map {
                "<polyline points=\"\($0.joined(separator: " "))\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"1.5\"/>"
            }
        }
    }

    private static func heatMap(_ axes: Plot.Axes) -> [String] {
        let (right, bottom) = (size.width - margin.right, size.height - margin.bottom)
        let columns = axes.matrix.map(\.count).max() ?? 0
        guard columns > 0 else { return [] }
        let values = axes.matrix.flatMap { $0 }.filter(\.isFinite)
        let (low, high) = (values.min() ?? 0, values.max() ?? 1)
        let width = (right - margin.left) / Double(columns)
        let height = (bottom - margin.top) / Double(axes.matrix.count)
        var lines = frame(axes, right, bottom)
        for (row, cells) in axes.matrix.enumerated() {
            for (column, value) in cells.enumerated() where value.isFinite {
                let share = high > low ? (value - low) / (high - low) : 0.5
                let (red, green, blue) = (247 - 239 * share, 251 - 203 * share, 255 - 148 * share)
                let (left, top) = (margin.left + Double(column) * width, margin.top + Double(row) * height)
                lines.append(
                    "<rect x=\"\(number(left))\" y=\"\(number(top))\" width=\"\(number(width))\" height=\"\(number(height))\" "
                        + "fill=\"rgb(\(Int(red)),\(Int(green)),\(Int(blue)))\"/>")
                if columns <= 12, axes.matrix.count <= 12 {
                    lines.append(
                        label(
                            String(format: "%.4g", value), left + width / 2, top + height / 2 + 4, "middle",
                            colour: share > 0.5 ? "white" : "black"))
                }
            }
            if row < axes.rowNames.count, height >= 10 {
                lines.append(
                    label(axes.rowNames[row], margin.left - 8, margin.top + (Double(row) + 0.5) * height + 4, "end"))
            }
        }
        for (column, name) in axes.columnNames.prefix(columns).enumerated() where width >= 24 {
            lines.append(label(name, margin.left + (Double(column) + 0.5) * width, bottom + 16, "middle"))
        }
        return lines
    }

    private static func frame(_ axes: Plot.Axes, _ right: Double, _ bottom: Double) -> [String] {
        let middle = (margin.left + right) / 2
        var lines = [
            "<rect x=\"\(number(margin.left))\" y=\"\(number(margin.top))\" width=\"\(number(right - margin.left))\" "
                + "height=\"\(number(bottom - margin.top))\" fill=\"none\" stroke=\"black\"/>"
        ]
        if !axes.title.isEmpty { lines.append(label(axes.title, middle, 20, "middle")) }
        if !axes.xLabel.isEmpty { lines.append(label(axes.xLabel, middle, size.height - 10, "middle")) }
        if !axes.yLabel.isEmpty {
            let y = (margin.top + bottom) / 2
            lines.append(
                "<text transform=\"translate(14 \(number(y))) rotate(-90)\" text-anchor=\"middle\">"
                    + "\(escaped(axes.yLabel))</text>")
        }
        return lines
    }

    private static func legend(_ axes: Plot.Axes, _ right: Double) -> [String] {
        let named = axes.series.enumerated().filter { !$0.element.label.isEmpty }
        return named.enumerated().flatMap { row, series in
            let y = margin.top + 16 + Double(row) * 16
            return [
                "<rect x=\"\(number(right - 18))\" y=\"\(number(y - 8))\" width=\"10\" height=\"10\" "
                    + "fill=\"\(colours[series.offset % colours.count])\"/>",
                label(series.element.label, right - 24, y + 1, "end"),
            ]
        }
    }

    private static func label(
        _ text: String, _ x: Double, _ y: Double, _ anchor: String, colour: String = "black"
    ) -> String {
        "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\" fill=\"\(colour)\">"
            + "\(escaped(text))</text>"
    }

    private static func rule(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
        "<line x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\" stroke=\"black\"/>"
    }

    private static func escaped(_ text: String) -> String { CellOutputs.escaped(text.replacing("\n", with: " ")) }

    private static func number(_ value: Double) -> String { String(format: "%.6g", (value * 100).rounded() / 100) }
}
