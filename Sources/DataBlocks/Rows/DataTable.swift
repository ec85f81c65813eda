/// A table in memory: named columns of equal length, each of one type.
public struct DataTable: Sendable, Equatable {
    public private(set) var names: [String]
    public private(set) var columns: [Column]

    /// - Throws: ``DataBlockError`` when columns differ in length.
    public init(_ columns: [(name: String, values: Column)]) throws(DataBlockError) {
        names = columns.map(\.name)
        self.columns = columns.map(\.values)
        for (name, values) in columns where values.count != self.columns[0].count {
            throw .badTable(
                "the table", reason: "column \(name) has \(values.count) rows, not \(self.columns[0].count)")
        }
    }

    public var rowCount: Int { columns.first?.count ?? 0 }

    /// A column by its name or its place.
    public subscript(reference: ColumnReference) -> Column {
        get throws(DataBlockError) {
            switch reference {
            case .index(let index):
                let place = index < 0 ? index + names.count : index
                guard columns.indices.contains(place) else { throw .noColumn("number \(index)", columns: names) }
                return columns[place]
            case .name(let name):
                guard let place = names.firstIndex(of: name) else { throw .noColumn("'\(name)'", columns: names) }
                return columns[place]
            }
        }
    }

    /// The rows at these places, in this order.
    public func rows(_ places: [Int]) -> DataTable {
        var result = self
        result.columns = columns.map { $0.rows(places) }
        return result
    }
}

/// Says which column is meant.
public enum ColumnReference: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case name(String)
    /// Negative places count from the end.
    case index(Int)

    public init(stringLiteral value: String) { self = .name(value) }
    public init(integerLiteral value: Int) { self = .index(value) }
}

/// The values of a column, of the types that pandas infers.
public enum Column: Sendable, Equatable {
    case ints([Int])
    /// A missing value is not a number.
    case numbers([Double])
    case bools([Bool])
    /// A missing value is nil.
    case texts([String?])

    public var count: Int {
        switch self {
        case .ints(let values): values.count
        case .numbers(let values): values.count
        case .bools(let values): values.count
        case .texts(let values): values.count
        }
    }

    /// The value in a row as a label; nil where it is missing.
    public func label(_ row: Int) -> Label? {
        switch self {
        case .ints(let values): .int(values[row])
        case .numbers(let values): values[row].isNaN ? nil : .number(values[row])
        case .bools(let values): .bool(values[row])
        case .texts(let values): values[row].map(Label.text)
        }
    }

    /// Whether the value counts as true, as Python's `bool` has it.
    public func isTrue(_ row: Int) -> Bool {
        switch self {
        case .ints(let values): values[row] != 0
        case .numbers(let values): values[row] != 0
        case .bools(let values): values[row]
        case .texts(let values): values[row].map { !$0.isEmpty } ?? true
        }
    }

    /// The values in these rows, in this order.
    public func rows(_ places: [Int]) -> Column {
        switch self {
        case .ints(let values): .ints(places.map { values[$0] })
        case .numbers(let values): .numbers(places.map { values[$0] })
        case .bools(let values): .bools(places.map { values[$0] })
        case .texts(let values): .texts(places.map { values[$0] })
        }
    }
}
