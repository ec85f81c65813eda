import Display
import Foundation

/// A matrix as coloured cells with its numbers, such as a confusion matrix.
enum HeatMap {
    static func lines(_ axes: Plot.Axes, width: Int, theme: Theme, depth: ColorDepth) -> [StyledLine] {
        let columns = axes.matrix.map(\.count).max() ?? 0
        let values = axes.matrix.joined().filter(\.isFinite)
        let (low, high) = (min(0, values.min() ?? 0), values.max() ?? 1)
        func name(_ names: [String], _ index: Int) -> String { index < names.count ? names[index] : "" }

        let texts = axes.matrix.map { $0.map(number) }
        let nameWidth = min(max(width / 3, 4), axes.rowNames.map { DisplayWidth.of($0) }.max() ?? 0)
        let digits = texts.joined().map(\.count).max() ?? 1
        let longest = axes.columnNames.map { DisplayWidth.of($0) }.max() ?? 0
        let room = columns > 0 ? (width - nameWidth - 1) / columns : width
        let cell = max(2, min(room, max(digits + 2, min(longest + 1, 12))))
        let showsNumbers = digits < cell
        var lines: [StyledLine] = []
        if !axes.title.isEmpty {
            lines.append(StyledLine(axes.title.truncated(to: width), Style(bold: true)))
        }
        let margin = String(repeating: " ", count: nameWidth + 1)
        if !axes.columnNames.isEmpty {
            var head = margin
            for column in 0..<columns {
                head += name(axes.columnNames, column).truncated(to: cell - 1).centred(in: cell)
            }
            lines.append(StyledLine(head, theme.quiet))
        }
        for (index, row) in axes.matrix.enumerated() {
            let label = name(axes.rowNames, index).truncated(to: nameWidth).padded(to: nameWidth)
            var line = StyledLine(label + " ")
            for (column, value) in row.enumerated() {
                let share = value.isFinite && high > low ? (value - low) / (high - low) : 0
                let text = showsNumbers ? texts[index][column] : depth == .none ? shade(share) : ""
                line.append(text.centred(in: cell), style(share))
            }
            lines.append(line)
        }
        let label = [
            axes.yLabel.isEmpty ? "" : "rows: " + axes.yLabel,
            axes.xLabel.isEmpty ? "" : "columns: " + axes.xLabel,
        ].filter { !$0.isEmpty }
        if !label.isEmpty { lines.append(StyledLine(label.joined(separator: ", "), theme.quiet)) }
        return lines.map { $0.truncated(to: width) }
    }

    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "nan" }
        return value == value.rounded() && abs(value) < 1e9
            ? String(Int(value)) : String(format: "%.2f", value)
    }

    private static func shade(_ share: Double) -> String {
        [" ", "░", "▒", "▓", "█"][min(4, max(0, Int(share * 4.999)))]
    }

    /// matplotlib's "Blues", from almost white to dark, with a readable foreground.
    private static func style(_ share: Double) -> Style {
        let low = (247.0, 251.0, 255.0), middle = (107.0, 174.0, 214.0), high = (8.0, 48.0, 107.0)
        let (from, to, t) = share < 0.5 ? (low, middle, share * 2) : (middle, high, share * 2 - 1)
        func mix(_ a: Double, _ b: Double) -> UInt8 { UInt8(min(255, max(0, a + (b - a) * t))) }
        return Style(
            share < 0.55 ? .rgb(16, 16, 16) : .rgb(245, 245, 245),
            background: .rgb(mix(from.0, to.0), mix(from.1, to.1), mix(from.2, to.2)))
    }
}
