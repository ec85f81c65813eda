import Display

/// Lines of an aligned table that fits a width.
///
/// Columns of numbers are set to the right. Wide text is cut with `…`; where even that does not
/// fit, the columns follow in blocks one under the other, as pandas prints a wide frame.
struct TableLayout {
    private static let gap = 2
    private static let narrowest = 8

    let blocks: [[StyledLine]]

    init(_ table: Table, width: Int, header: Style = Style(bold: true), rule: Style? = Style(dim: true)) {
        let count = max(table.columns.count, table.rows.map(\.count).max() ?? 0)
        let rows = table.rows.map { row in
            (0..<count).map { $0 < row.count ? Self.oneLine(row[$0]) : "" }
        }
        let names = (0..<count).map { $0 < table.columns.count ? Self.oneLine(table.columns[$0]) : "" }
        let natural = (0..<count).map { column in
            max(1, rows.reduce(DisplayWidth.of(names[column])) { max($0, DisplayWidth.of($1[column])) })
        }
        let numeric = (0..<count).map { column in
            let cells = rows.map { $0[column] }.filter { !$0.isEmpty }
            return !cells.isEmpty && cells.allSatisfy(Self.isNumber)
        }
        blocks = Self.split(natural, width: width).map { columns in
            let widths = Self.fit(columns.map { natural[$0] }, width: width)
            func line(_ cells: [String], _ style: Style) -> StyledLine {
                var line = StyledLine()
                for (index, column) in columns.enumerated() {
                    let cell = cells[column].truncated(to: widths[index])
                    let last = index == columns.count - 1
                    let placed =
                        numeric[column]
                        ? cell.padded(leftTo: widths[index])
                        : last ? cell : cell.padded(to: widths[index])
                    line.append(placed, style)
                    if !last { line.append(String(repeating: " ", count: Self.gap)) }
                }
                return line
            }
            var lines: [StyledLine] = []
            if names.contains(where: { !$0.isEmpty }) {
                lines.append(line(names, header))
                if let rule {
                    let total = widths.reduce(0, +) + Self.gap * (widths.count - 1)
                    lines.append(StyledLine(String(repeating: "─", count: total), rule))
                }
            }
            return lines + rows.map { line($0, .plain) }
        }
    }

    /// All lines, an empty one between blocks.
    var lines: [StyledLine] { Array(blocks.joined(separator: [StyledLine()])) }

    private static func oneLine(_ cell: String) -> String {
        var filter = EscapeSequences()
        return String(filter.strip(cell).map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }

    private static func isNumber(_ cell: String) -> Bool {
        let text = cell.hasSuffix("%") ? cell.dropLast() : Substring(cell)
        return Double(text) != nil || ["nan", "NaN", "None", "<NA>", "inf", "-inf"].contains(cell)
            || isDuration(cell)
    }

    private static func isDuration(_ cell: String) -> Bool {
        let parts = cell.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count > 1 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    }

    /// Columns in groups, each of which fits when cut to `narrowest`.
    private static func split(_ natural: [Int], width: Int) -> [[Int]] {
        var groups: [[Int]] = []
        var used = 0
        for (column, columns) in natural.enumerated() {
            let need = min(columns, narrowest)
            if groups.isEmpty || used + gap + need > width {
                groups.append([column])
                used = need
            } else {
                groups[groups.count - 1].append(column)
                used += gap + need
            }
        }
        return groups
    }

    /// Takes from the widest columns until all fit.
    private static func fit(_ natural: [Int], width: Int) -> [Int] {
        var widths = natural
        var excess = widths.reduce(0, +) + gap * (widths.count - 1) - width
        while excess > 0, let widest = widths.max(), widest > 1 {
            let next = widths.filter { $0 < widest }.max() ?? 1
            let holders = widths.indices.filter { widths[$0] == widest }
            let take = min(widest - max(next, 1), (excess + holders.count - 1) / holders.count)
            for index in holders where excess > 0 {
                let cut = min(max(1, take), excess)
                widths[index] -= cut
                excess -= cut
            }
        }
        return widths
    }
}
