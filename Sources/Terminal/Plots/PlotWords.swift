import Display
import Foundation

/// A figure in words, for plain output: what is drawn, over which range, where it is least and most.
enum PlotWords {
    static func lines(_ plot: Plot) -> [String] {
        plot.axes.enumerated().flatMap { index, axes in
            let place = plot.axes.count > 1 ? " \(index + 1) of \(plot.axes.count)" : ""
            let title = axes.title.isEmpty ? "" : " \"\(axes.title)\""
            let names = [("x", axes.xLabel, axes.logX), ("y", axes.yLabel, axes.logY)]
                .compactMap { axis, name, log -> String? in
                    guard !name.isEmpty || log else { return nil }
                    return axis + (name.isEmpty ? "" : " is \(name)") + (log ? ", logarithmic" : "")
                }
            let head = "Plot\(place)\(title)" + (names.isEmpty ? ":" : ": " + names.joined(separator: "; ") + ".")
            return [head] + (axes.matrix.isEmpty ? axes.series.map(sentence) : matrix(axes))
        }
    }

    private static func sentence(_ series: Plot.Series) -> String {
        let shape = SeriesShape(series)
        let kind =
            switch series.mark {
            case .line: "line"
            case .scatter: "points"
            case .bar: "bars"
            case .histogram: "histogram"
            case .heatmap: "heat map"
            }
        let name = "  " + kind + (series.label.isEmpty ? "" : " \"\(series.label)\"")
        let points = zip(shape.x, shape.y).filter { $0.isFinite && $1.isFinite }
        guard let first = points.first, let last = points.last,
            let least = points.min(by: { $0.1 < $1.1 }), let most = points.max(by: { $0.1 < $1.1 })
        else { return name + ": nothing to draw" }
        let missing = shape.y.count - points.count
        let gaps = missing > 0 ? ", \(missing) not a number" : ""
        let range = "least \(short(least.1)) at x = \(short(least.0)), most \(short(most.1)) at x = \(short(most.0))"
        switch series.mark {
        case .bar, .histogram:
            return "\(name): \(points.count) bars from \(short(first.0 - shape.half)) to "
                + "\(short(last.0 + shape.half)), \(range)\(gaps)"
        default:
            return "\(name): \(points.count) points from (\(short(first.0)), \(short(first.1))) to "
                + "(\(short(last.0)), \(short(last.1))), \(range)\(gaps)"
        }
    }

    private static func matrix(_ axes: Plot.Axes) -> [String] {
        let columns = axes.matrix.map(\.count).max() ?? 0
        let names = (0..<columns).map { $0 < axes.columnNames.count ? axes.columnNames[$0] : "\($0)" }
        let rows = axes.matrix.enumerated().map { index, row in
            [index < axes.rowNames.count ? axes.rowNames[index] : "\(index)"] + row.map(HeatMap.number)
        }
        return TableLayout(Table(columns: [""] + names, rows: rows), width: 80, rule: nil)
            .lines.map { "  " + $0.text }
    }

    static func short(_ value: Double) -> String { String(format: "%.4g", value) }
}
