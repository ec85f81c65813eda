import CellRuntime
import Foundation

/// Writes tables and columns as pandas' `print` does.
enum TableText {
    /// Rows beyond which only the first and last five are written.
    static let maximumRows = 60
    private static let edge = 5

    /// The rows that are written; nil stands for those left out.
    static func shownRows(_ count: Int) -> [Int?] {
        guard count > maximumRows else { return Array(0..<count) }
        return Array(0..<edge) + [nil] + Array(count - edge..<count)
    }

    /// The cells of a column as words, before they are made equally wide.
    static func words(_ column: Column, _ rows: [Int], _ cell: Interpreter) throws(Raise) -> [String] {
        switch column {
        case .ints(let values): return rows.map { String(values[$0]) }
        case .flags(let values): return rows.map { values[$0] ? "True" : "False" }
        case .texts(let values): return rows.map { values[$0] ?? "NaN" }
        case .floats(let values): return floats(rows.map { values[$0] })
        case .objects(let values):
            var words: [String] = []
            for row in rows {
                if let number = values[row].double, case .float = values[row] {
                    words.append(floats([number])[0])
                } else {
                    words.append(values[row].isNone ? "None" : try cell.str(values[row]))
                }
            }
            return words
        }
    }

    /// Fractions with as many decimals as the longest needs, at most six; very large and small ones in powers of ten.
    static func floats(_ values: [Double]) -> [String] {
        let finite = values.filter { $0.isFinite }
        let sizes = finite.map(\.magnitude)
        let tooLong = finite.contains { String(format: "%.6f", $0).count > 14 } && sizes.contains { $0 > 1e6 }
        let tooSmall = sizes.contains { $0 > 0 && $0 < 1e-6 }
        let isScientific = tooSmall || (tooLong && sizes.contains { $0 >= 1e15 })
        func word(_ value: Double, _ text: String) -> String {
            value.isNaN ? "NaN" : value.isInfinite ? (value < 0 ? "-inf" : "inf") : text
        }
        if isScientific { return values.map { word($0, String(format: "%.6e", $0)) } }
        let texts = values.map { String(format: "%.6f", $0) }
        let zeros =
            zip(values, texts).filter { $0.0.isFinite }.map { $0.1.reversed().prefix { $0 == "0" }.count }.min() ?? 0
        let cut = min(zeros, 5)
        return zip(values, texts).map { word($0, String($1.dropLast(cut))) }
    }

    static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
    static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// A data frame.
    static func frame(_ frame: FrameObject, lineWidth: Int = 80, _ cell: Interpreter) throws(Raise) -> String {
        if frame.columns.isEmpty {
            return "Empty DataFrame\nColumns: []\nIndex: ["
                + (try words(frame.index.column, Array(0..<frame.index.count), cell)).joined(separator: ", ") + "]"
        }
        if frame.index.count == 0 {
            return "Empty DataFrame\nColumns: [\(frame.columns.map(\.name).joined(separator: ", "))]\nIndex: []"
        }
        let shown = shownRows(frame.index.count)
        let rows = shown.compactMap(\.self)
        let gap = shown.firstIndex { $0 == nil }
        func block(_ head: String, _ cells: [String], isLeft: Bool, top: String?) -> [String] {
            var cells = cells
            let width = max(head.count, cells.map(\.count).max() ?? 0)
            if let gap { cells.insert(width > 3 ? "..." : "..", at: gap) }
            let lines = [head] + (top.map { [$0] } ?? []) + cells
            return lines.map { isLeft ? left($0, width) : right($0, width) }
        }
        let hasName = frame.index.name != nil
        let names = try words(frame.index.column, rows, cell)
        let indexBlock = block("", names, isLeft: true, top: hasName ? frame.index.name : nil)
        let indexWidth = max(indexBlock[0].count, frame.index.name?.count ?? 0)
        let first = indexBlock.map { left($0, indexWidth) }
        var blocks: [[String]] = []
        for column in frame.columns {
            // pandas writes a blank before each value, and before the names of columns of numbers.
            let head = column.values.isNumeric ? " " + column.name : column.name
            let cells = try words(column.values, rows, cell).map { " " + $0 }
            blocks.append(block(head, cells, isLeft: false, top: hasName ? "" : nil))
        }
        var text = wrapped(first, blocks, lineWidth)
        if gap != nil { text += "\n\n[\(frame.index.count) rows x \(frame.columns.count) columns]" }
        return text
    }

    /// Columns beside one another, in as many parts as the line's width asks for.
    private static func wrapped(_ index: [String], _ blocks: [[String]], _ lineWidth: Int) -> String {
        var parts: [[[String]]] = []
        var width = index[0].count
        for block in blocks {
            if parts.isEmpty || width + 1 + block[0].count > lineWidth - 2 {
                parts.append([])
                width = index[0].count
            }
            parts[parts.count - 1].append(block)
            width += 1 + block[0].count
        }
        let isWhole = index[0].count + blocks.reduce(0) { $0 + 1 + $1[0].count } <= lineWidth
        if isWhole { parts = [blocks] }
        return parts.enumerated().map { number, part in
            index.indices.map { line in
                let ending = parts.count > 1 ? (number < parts.count - 1 ? (line == 0 ? "  \\" : "   ") : "  ") : ""
                return index[line] + part.map { " " + $0[line] }.joined() + ending
            }.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    /// A single column.
    static func series(_ series: SeriesObject, _ cell: Interpreter) throws(Raise) -> String {
        let shown = shownRows(series.values.count)
        let rows = shown.compactMap(\.self)
        let gap = shown.firstIndex { $0 == nil }
        var names = try words(series.index.column, rows, cell)
        var cells = try words(series.values, rows, cell)
        let nameWidth = names.map(\.count).max() ?? 0
        let width = cells.map(\.count).max() ?? 0
        cells = cells.map { right($0, width) }
        if let gap {
            names.insert("", at: gap)
            let dots = width > 3 ? "..." : ".."
            let before = max(0, width - dots.count) / 2
            cells.insert(left(String(repeating: " ", count: before) + dots, width), at: gap)
        }
        var lines = zip(names, cells).map { left($0, nameWidth) + "    " + $1 }
        if let name = series.index.name { lines.insert(name, at: 0) }
        if series.values.count == 0 {
            return "Series([], \(series.name.map { "Name: \($0), " } ?? "")dtype: \(series.values.typeName))"
        }
        var foot: [String] = []
        if let name = series.name { foot.append("Name: \(name)") }
        if gap != nil { foot.append("Length: \(series.values.count)") }
        foot.append("dtype: \(series.values.typeName)")
        return lines.joined(separator: "\n") + "\n" + foot.joined(separator: ", ")
    }
}
