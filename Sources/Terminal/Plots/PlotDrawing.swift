import Display

/// A figure as lines of text: its axes in a grid as wide as the terminal, 80 columns at most each.
enum PlotDrawing {
    private static let gap = 2
    private static let narrowest = 32

    static func lines(_ plot: Plot, width: Int, theme: Theme, depth: ColorDepth) -> [StyledLine] {
        let width = max(20, width - 1)
        // Fewer axes a row where they would be too narrow to read.
        var columns = min(max(1, plot.columns), max(1, plot.axes.count))
        while columns > 1 && (width - gap * (columns - 1)) / columns < narrowest { columns -= 1 }
        let panelWidth = min(80, (width - gap * (columns - 1)) / columns)
        let rows = columns == 1 ? max(8, min(16, panelWidth / 5)) : 10

        var lines: [StyledLine] = []
        for start in stride(from: 0, to: plot.axes.count, by: columns) {
            let panels = plot.axes[start..<min(start + columns, plot.axes.count)].map { axes in
                axes.matrix.isEmpty
                    ? PlotPanel(axes, theme: theme).lines(width: panelWidth, rows: rows)
                    : HeatMap.lines(axes, width: panelWidth, theme: theme, depth: depth)
            }
            if !lines.isEmpty { lines.append(StyledLine()) }
            lines += beside(panels, width: panelWidth)
        }
        return lines
    }

    private static func beside(_ panels: [[StyledLine]], width: Int) -> [StyledLine] {
        (0..<(panels.map(\.count).max() ?? 0)).map { row in
            var line = StyledLine()
            for (index, panel) in panels.enumerated() {
                let part = row < panel.count ? panel[row] : StyledLine()
                line.append(index == panels.count - 1 ? part : part.padded(to: width + gap))
            }
            return line
        }
    }
}
