import DataBlocks
import Display
import Foundation

/// Values of tables as they are shown.
public enum TableText {
    /// A number that went through single precision: whole where it is, else to six digits.
    public static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if abs(value) < 1e7, abs(value - value.rounded()) < 1e-6 * max(1000, abs(value)) {
            return String(Int(value.rounded()))
        }
        return String(format: "%.6g", value)
    }

    /// The value in a row of a column.
    static func word(_ column: Column, _ row: Int) -> String {
        switch column {
        case .numbers(let values): number(values[row])
        default: column.label(row)?.name ?? "NaN"
        }
    }
}

extension DataTable {
    /// As a table to be shown, its rows numbered by `labels`.
    public func shown(labels: [Int]? = nil) -> Table {
        let rows = (0..<rowCount).map { row in
            [String(labels?[row] ?? row)] + columns.map { TableText.word($0, row) }
        }
        return Table(columns: [""] + names, rows: rows)
    }

    /// The table with further columns to the right.
    public func adding(_ more: [(name: String, values: Column)]) throws -> DataTable {
        try DataTable(zip(names, columns).map { (name: $0, values: $1) } + more)
    }
}
