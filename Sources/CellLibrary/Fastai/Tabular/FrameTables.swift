import CellRuntime
import DataBlocks
import Foundation

// Tables of the learning tower, and pandas' of cells.

extension Column {
    /// The column as learners take it. Values of mixed kinds become text, as they would in a file.
    func learned(_ cell: Interpreter) throws(Raise) -> DataBlocks.Column {
        switch self {
        case .ints(let values): return .ints(values)
        case .floats(let values): return .numbers(values)
        case .flags(let values): return .bools(values)
        case .texts(let values): return .texts(values)
        case .objects(let values):
            var texts: [String?] = []
            for value in values {
                let isMissing = value.isNone || value.double?.isNaN == true
                texts.append(isMissing ? nil : try cell.str(value))
            }
            return .texts(texts)
        }
    }

    init(_ column: DataBlocks.Column) {
        switch column {
        case .ints(let values): self = .ints(values)
        case .numbers(let values): self = .floats(values)
        case .bools(let values): self = .flags(values)
        case .texts(let values): self = .texts(values)
        }
    }
}

extension FrameObject {
    /// The table as learners take it.
    func table(for cell: Interpreter) throws -> DataTable {
        try DataTable(columns.map { (name: $0.name, values: try $0.values.learned(cell)) })
    }

    convenience init(_ table: DataTable, labels: [Int]? = nil) {
        self.init(
            zip(table.names, table.columns).map { ($0, Column($1)) }, index: labels.map { RowIndex(.ints($0)) })
    }
}

/// A parameter that takes rows of a table: a data frame, one of its rows, or a dictionary of one row's values.
struct RowsArgument: CellConvertible {
    let table: DataTable
    /// Whether it is a single row, not a table.
    let isRow: Bool

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> RowsArgument {
        do {
            switch value.object {
            case let frame as FrameObject: return RowsArgument(table: try frame.table(for: place.cell), isRow: false)
            case let row as SeriesObject:
                return try self.row(row.index.column.values.enumerated().map { ($1, row.values.value($0)) }, place.cell)
            case let dict as Dict: return try self.row(dict.map { ($0, $1) }, place.cell)
            default: break
            }
        } catch { throw Raise(error) }
        throw place.mismatch("a row of a table, such as df.iloc[0], or a table", value)
    }

    /// One row of named values.
    private static func row(_ values: [(Value, Value)], _ cell: Interpreter) throws -> RowsArgument {
        let columns = try values.map { name, value in
            (name: try cell.str(name), values: try Column([value]).learned(cell))
        }
        return RowsArgument(table: try DataTable(columns), isRow: true)
    }

    static var cellTypeName: String { "row or DataFrame" }
}

/// A parameter that takes one name, a list of names, or None.
struct NamesArgument: CellConvertible {
    let names: [String]?

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> NamesArgument {
        if value.isNone { return .none }
        if let name = value.text { return NamesArgument(names: [name]) }
        return NamesArgument(names: try [String].convert(value, place))
    }
    static var cellTypeName: String { "str or list of str" }
    static var none: NamesArgument { NamesArgument(names: nil) }
}

/// A parameter that takes a dictionary of numbers by name, or None.
struct NamedNumbersArgument: CellConvertible {
    let numbers: [String: Double]

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> NamedNumbersArgument {
        if value.isNone { return .none }
        guard let dict = value.object as? Dict else { throw place.mismatch("a dictionary of numbers by name", value) }
        var numbers: [String: Double] = [:]
        for (key, number) in dict { numbers[try place.cell.str(key)] = try Double.convert(number, place) }
        return NamedNumbersArgument(numbers: numbers)
    }
    static var cellTypeName: String { "dict" }
    static var none: NamedNumbersArgument { NamedNumbersArgument(numbers: [:]) }

    /// As embedding widths, which are whole and above 0.
    func widths(_ name: String) throws(Raise) -> [String: Int] {
        var widths: [String: Int] = [:]
        for (column, number) in numbers {
            guard let width = Int(exactly: number), width > 0 else {
                throw .valueError("\(name): the embedding of '\(column)' has a whole width above 0, not \(number)")
            }
            widths[column] = width
        }
        return widths
    }
}
