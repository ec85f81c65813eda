import CellRuntime
import Tensors

/// What stands between the brackets of `df[…]`, `df.loc[…]` and `df.iloc[…]`.
enum Selection {
    /// The rows where a mask holds; nil when the key is no mask.
    static func mask(_ key: Value, count: Int) throws -> [Int]? {
        var flags: [Bool]?
        switch key.object {
        case let series as SeriesObject: if case .flags(let own) = series.values { flags = own }
        case let array as ArrayObject:
            if case .numbers(let tensor) = array.content, tensor.dtype == .bool { flags = try tensor.array() }
        case let tensor as TensorObject: if tensor.tensor.dtype == .bool { flags = try tensor.tensor.array() }
        case let list as List:
            if !list.items.isEmpty, list.items.allSatisfy({ if case .bool = $0 { true } else { false } }) {
                flags = list.items.map { if case .bool(let flag) = $0 { flag } else { false } }
            }
        default: break
        }
        guard let flags else { return nil }
        guard flags.count == count else {
            throw Raise.valueError("Item wrong length \(flags.count) instead of \(count).")
        }
        return flags.indices.filter { flags[$0] }
    }

    /// Rows by position: a slice, a list or a mask.
    static func positions(_ key: Value, count: Int, _ cell: Interpreter) throws -> [Int] {
        if let places = try mask(key, count: count) { return places }
        let all = Value.list((0..<count).map(Value.int))
        if key.object is SliceObject {
            return try cell.items(of: cell.item(of: all, at: key)).map { (item) throws(Raise) in try cell.index(item) }
        }
        let wanted =
            key.object is List || key.object is ArrayObject || key.object is SeriesObject || key.object is RangeObject
            ? Array(try cell.items(of: key)) : [key]
        return try wanted.map { item in
            let place = try cell.index(item)
            guard (-count..<count).contains(place) else {
                throw Raise.indexError("single positional indexer is out-of-bounds")
            }
            return place < 0 ? place + count : place
        }
    }

    /// Rows by name: a slice (both ends belong to it), a list, a mask or one name.
    static func labels(_ key: Value, _ index: RowIndex, _ cell: Interpreter) throws -> [Int] {
        if let places = try mask(key, count: index.count) { return places }
        if let slice = key.object as? SliceObject {
            func end(_ label: Value, _ missing: Int, last: Bool) throws -> Int {
                if label.isNone { return missing }
                let places = index.place(of: label)
                if let place = last ? places.last : places.first { return place }
                // Numbers that are no names stand for where they would be.
                if case .counted = index.labels, case .int(let number) = label {
                    return min(max(number, 0), index.count - (last ? 1 : 0))
                }
                throw Raise.keyError(label)
            }
            let (first, last) = (try end(slice.start, 0, last: false), try end(slice.stop, index.count - 1, last: true))
            let step = slice.step.isNone ? 1 : try cell.index(slice.step)
            guard step > 0 else { throw Raise.valueError("a step below 1 is not supported with loc") }
            return first > last ? [] : Array(stride(from: first, through: last, by: step))
        }
        guard key.object is List || key.object is IndexObject || key.object is ArrayObject else {
            let places = index.place(of: key)
            if places.isEmpty { throw Raise.keyError(key) }
            return places
        }
        return try cell.items(of: key).flatMap { label in
            let places = index.place(of: label)
            if places.isEmpty { throw Raise.keyError(.string("[\(try cell.repr(label))] not in index")) }
            return places
        }
    }

    /// Whether a key names one row, which gives a row or a value and no table.
    static func isSingle(_ key: Value) -> Bool {
        switch key.object {
        case is SliceObject, is List, is ArrayObject, is SeriesObject, is IndexObject, is RangeObject, is TensorObject:
            false
        default: true
        }
    }
}

/// `df.loc`, `df.iloc` and those of a column.
final class LocatorObject: Object, NativeObject {
    let target: Value
    let byLabel: Bool

    init(_ target: Value, byLabel: Bool) {
        self.target = target
        self.byLabel = byLabel
        super.init(type: Self.declaration)
    }

    override func forEachReference(_ visit: (Value) -> Void) { visit(target) }

    private func rows(_ key: Value, _ index: RowIndex, _ cell: Interpreter) throws -> [Int] {
        byLabel ? try Selection.labels(key, index, cell) : try Selection.positions(key, count: index.count, cell)
    }

    private func columns(_ key: Value, _ frame: FrameObject, _ cell: Interpreter) throws -> [Int] {
        let names = RowIndex(.texts(frame.columns.map(\.name)))
        return byLabel ? try Selection.labels(key, names, cell) : try Selection.positions(key, count: names.count, cell)
    }

    fileprivate func get(_ key: Value, _ cell: Interpreter) throws -> Value {
        if let series = target.object as? SeriesObject {
            let places = try rows(key, series.index, cell)
            return Selection.isSingle(key) && places.count == 1
                ? series.values.scalar(places[0]) : .object(series.picked(places))
        }
        guard let frame = target.object as? FrameObject else { return .none }
        let parts = (key.object as? Tuple)?.items
        let rowKey = parts?[0] ?? key
        let places = try rows(rowKey, frame.index, cell)
        guard let parts, parts.count == 2 else {
            return Selection.isSingle(rowKey) && places.count == 1
                ? .object(frame.row(places[0])) : .object(frame.picked(places))
        }
        let chosen = try columns(parts[1], frame, cell)
        let isOneRow = Selection.isSingle(rowKey) && places.count == 1
        if Selection.isSingle(parts[1]) {
            let column = frame.columns[chosen[0]]
            if isOneRow { return column.values.scalar(places[0]) }
            return .object(
                SeriesObject(column.values.picked(places), index: frame.index.picked(places), name: column.name))
        }
        let part = frame.picked(places).with(columns: chosen)
        return isOneRow ? .object(part.row(0)) : .object(part)
    }

    fileprivate func set(_ key: Value, _ value: Value, _ cell: Interpreter) throws {
        guard let frame = target.object as? FrameObject, let parts = (key.object as? Tuple)?.items, parts.count == 2
        else {
            guard let series = target.object as? SeriesObject else {
                throw Raise.notImplemented("assign with a row and a column: df.loc[row, column] = value")
            }
            var values = series.values.values
            for place in try rows(key, series.index, cell) { values[place] = value }
            series.values = Column(values)
            return
        }
        let places = try rows(parts[0], frame.index, cell)
        if byLabel, let name = parts[1].text, !frame.columns.contains(where: { $0.name == name }) {
            frame.columns.append((name, .floats(Array(repeating: .nan, count: frame.index.count))))
        }
        let several =
            value.object is List || value.object is ArrayObject || value.object is SeriesObject
            ? Array(try cell.items(of: value)) : nil
        if let several, several.count != places.count {
            throw Raise.valueError("Must have equal len keys and value when setting with an iterable")
        }
        for column in try columns(parts[1], frame, cell) {
            var values = frame.columns[column].values.values
            for (number, place) in places.enumerated() { values[place] = several?[number] ?? value }
            frame.columns[column].values = Column(values)
        }
    }

    static let declaration = NativeType<LocatorObject>(
        "_Locator", module: "pandas", doc: "Rows and columns by name or position.", isBase: false
    ) {
        Method<LocatorObject>("__getitem__", Parameter("key", Value.self)) { locator, cell, key in
            try locator.get(key, cell)
        }
        Method<LocatorObject>("__setitem__", Parameter("key", Value.self), Parameter("value", Value.self)) {
            locator, cell, key, value in
            try locator.set(key, value, cell)
        }
    }.type
}
