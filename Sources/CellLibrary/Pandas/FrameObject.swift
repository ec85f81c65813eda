import CellRuntime
import Display
import Foundation
import Tensors

/// `pandas.DataFrame`: named columns of equally many rows.
final class FrameObject: Object, NativeObject {
    var columns: [(name: String, values: Column)]
    var index: RowIndex

    init(_ columns: [(String, Column)], index: RowIndex? = nil) {
        self.columns = columns.map { (name: $0.0, values: $0.1) }
        self.index = index ?? RowIndex(count: columns.first?.1.count ?? 0)
        super.init(type: Self.declaration)
    }

    func picked(_ places: [Int]) -> FrameObject {
        FrameObject(columns.map { ($0.name, $0.values.picked(places)) }, index: index.picked(places))
    }

    func with(columns places: [Int]) -> FrameObject {
        FrameObject(places.map { (columns[$0].name, columns[$0].values) }, index: index)
    }

    func column(_ name: String) -> SeriesObject? {
        columns.first { $0.name == name }.map { SeriesObject($0.values, index: index, name: name) }
    }

    /// A row, with the columns' names as its own.
    func row(_ place: Int) -> SeriesObject {
        let label = index.value(place)
        return SeriesObject(
            Column(columns.map { $0.values.value(place) }), index: RowIndex(.texts(columns.map(\.name))),
            name: label.text ?? label.double.map { _ in (index.column).label(place) })
    }

    func set(_ name: String, _ values: Column) {
        if let place = columns.firstIndex(where: { $0.name == name }) {
            columns[place].values = values
        } else {
            if columns.isEmpty { index = RowIndex(count: values.count) }
            columns.append((name, values))
        }
    }

    /// As a table to be shown.
    func table(_ cell: Interpreter) throws(Raise) -> Table {
        let shown = TableText.shownRows(index.count)
        let rows = shown.compactMap(\.self)
        var words = [try TableText.words(index.column, rows, cell)]
        for column in columns { words.append(try TableText.words(column.values, rows, cell)) }
        var lines = rows.indices.map { line in words.map { $0[line] } }
        if let gap = shown.firstIndex(where: { $0 == nil }) {
            lines.insert(Array(repeating: "...", count: words.count), at: gap)
        }
        return Table(columns: [index.name ?? ""] + columns.map(\.name), rows: lines)
    }

    static let declaration = NativeType<FrameObject>(
        "DataFrame", module: "pandas", doc: "A table: named columns of equally many rows.", isBase: false
    ) {
        Constructor(
            Parameter("data", Value.self, default: .none), Parameter("index", Value.self, default: .none),
            Parameter("columns", [String]?.self, default: nil)
        ) { cell, data, index, columns in try FrameMaking.make(data, index, columns, cell) }
        FrameMembers.attributes
        FrameMembers.special
        FrameMembers.statistics
        FrameMembers.changes
        RichDisplay(FrameObject.self) { frame, cell in frame.columns.isEmpty ? nil : .table(try frame.table(cell)) }
    }.type
}

extension Column {
    /// A value as a label.
    func label(_ place: Int) -> String {
        switch self {
        case .ints(let values): String(values[place])
        case .floats(let values): (try? FloatWords.numpy(values[place])) ?? "\(values[place])"
        case .flags(let values): values[place] ? "True" : "False"
        case .texts(let values): values[place] ?? "nan"
        case .objects(let values): values[place].text ?? "\(place)"
        }
    }
}

/// Ways to make a table.
enum FrameMaking {
    static func make(_ data: Value, _ index: Value, _ names: [String]?, _ cell: Interpreter) throws -> FrameObject {
        var frame = try columns(data, names, cell)
        if let counts = Optional(Set(frame.columns.map(\.values.count))), counts.count > 1 {
            throw Raise.valueError("All arrays must be of the same length")
        }
        if !index.isNone {
            let labels = RowIndex(try Column.of(index, cell))
            guard frame.columns.isEmpty || labels.count == frame.index.count else {
                throw Raise.valueError(
                    "Length of values (\(frame.index.count)) does not match length of index (\(labels.count))")
            }
            frame = FrameObject(frame.columns.map { ($0.name, $0.values) }, index: labels)
        }
        return frame
    }

    private static func columns(_ data: Value, _ names: [String]?, _ cell: Interpreter) throws -> FrameObject {
        switch data.object {
        case nil: return FrameObject((names ?? []).map { ($0, .objects([])) })
        case let frame as FrameObject:
            return FrameObject(frame.columns.map { ($0.name, $0.values) }, index: frame.index)
        case let dict as Dict:
            var index: RowIndex?
            var lists: [(String, Value)] = []
            for (key, value) in dict {
                lists.append((try cell.str(key), value))
                if let series = value.object as? SeriesObject, index == nil { index = series.index }
            }
            // A single value stands for one in each row.
            let length = try lists.compactMap {
                $0.1.text == nil && $0.1.type.lookup("__iter__") != nil ? try Column.of($0.1, cell).count : nil
            }.first
            var made = try lists.map { name, value -> (String, Column) in
                if value.text != nil || value.type.lookup("__iter__") == nil {
                    guard let length else {
                        throw Raise.valueError("If using all scalar values, you must pass an index")
                    }
                    return (name, Column(Array(repeating: value, count: length)))
                }
                return (name, try Column.of(value, cell))
            }
            if let names { made = names.compactMap { name in made.first { $0.0 == name } } }
            return FrameObject(made, index: index)
        case let array as ArrayObject where array.shape.count == 2:
            let rows = try array.numbers("DataFrame")
            return FrameObject(
                try (0..<array.shape[1]).map { (names?[$0] ?? String($0), try Column(rows.select(1, $0).contiguous())) }
            )
        default:
            let rows = Array(try cell.items(of: data))
            if rows.allSatisfy({ $0.object is Dict }), !rows.isEmpty { return try records(rows, names, cell) }
            let isNested = rows.contains { $0.object is List || $0.object is Tuple }
            let lines = try rows.map { isNested ? Array(try cell.items(of: $0)) : [$0] }
            let width = lines.map(\.count).max() ?? names?.count ?? 0
            if let names, names.count != width {
                throw Raise.valueError("\(names.count) columns passed, passed data had \(width) columns")
            }
            return FrameObject(
                (0..<width).map { place in
                    (names?[place] ?? String(place), Column(lines.map { place < $0.count ? $0[place] : .none }))
                })
        }
    }

    /// Rows as dictionaries.
    private static func records(_ rows: [Value], _ names: [String]?, _ cell: Interpreter) throws -> FrameObject {
        var order: [String] = names ?? []
        for row in rows {
            guard let dict = row.object as? Dict, names == nil else { continue }
            for (key, _) in dict where !order.contains(try cell.str(key)) { order.append(try cell.str(key)) }
        }
        return FrameObject(
            order.map { name in
                (name, Column(rows.map { ($0.object as? Dict)?.get(Str(name)) ?? .float(.nan) }))
            })
    }
}
