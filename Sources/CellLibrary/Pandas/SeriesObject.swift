import CellRuntime
import Display
import Foundation
import Tensors

/// `pandas.Series`: a column with names of its rows.
final class SeriesObject: Object, NativeObject {
    var values: Column
    let index: RowIndex
    let name: String?

    init(_ values: Column, index: RowIndex? = nil, name: String? = nil) {
        self.values = values
        self.index = index ?? RowIndex(count: values.count)
        self.name = name
        super.init(type: Self.declaration)
    }

    /// Other values under the same names.
    func with(_ values: Column) -> SeriesObject { SeriesObject(values, index: index, name: name) }

    func picked(_ places: [Int]) -> SeriesObject {
        SeriesObject(values.picked(places), index: index.picked(places), name: name)
    }

    static let declaration = NativeType<SeriesObject>(
        "Series", module: "pandas", doc: "A column with names of its rows.", isBase: false
    ) {
        Constructor(
            Parameter("data", Value.self), Parameter("index", Value.self, default: .none),
            Parameter("name", String?.self, default: nil)
        ) { cell, data, index, name in try SeriesObject.make(data, index, name, cell) }
        SeriesMembers.attributes
        SeriesMembers.special
        SeriesMembers.operators
        SeriesMembers.statistics
        SeriesMembers.changes
    }.type

    static func make(_ data: Value, _ index: Value, _ name: String?, _ cell: Interpreter) throws -> SeriesObject {
        var labels = index.isNone ? nil : RowIndex(try Column.of(index, cell))
        if let dict = data.object as? Dict {
            let entries = dict.map { ($0.key, $0.value) }
            labels = labels ?? RowIndex(Column(entries.map(\.0)))
            return SeriesObject(Column(entries.map(\.1)), index: labels, name: name)
        }
        let values = try Column.of(data, cell)
        if let labels, labels.count != values.count {
            throw Raise.valueError(
                "Length of values (\(values.count)) does not match length of index (\(labels.count))")
        }
        return SeriesObject(values, index: labels, name: name)
    }
}

extension Column {
    /// The values of a list, an array, a tensor, a column.
    static func of(_ value: Value, _ cell: Interpreter) throws -> Column {
        switch value.object {
        case let series as SeriesObject: return series.values
        case let tensor as TensorObject: return try Column(tensor.tensor)
        case let array as ArrayObject:
            guard case .texts(let texts) = array.content else { return try Column(array.numbers("a column")) }
            return .texts(texts)
        default: return Column(Array(try cell.items(of: value)))
        }
    }
}

enum SeriesMembers {
    @MembersBuilder static var attributes: [Member] {
        Property<SeriesObject>("values", doc: "The values as an array.") { series, _ in try series.values.array() }
        Property<SeriesObject>("index", doc: "The names of the rows.") { series, _ in IndexObject(series.index) }
        Property<SeriesObject>("name", doc: "The column's name.") { series, _ in series.name }
        Property<SeriesObject>("dtype", doc: "The type of the values.") { series, _ in series.values.typeName }
        Property<SeriesObject>("shape", doc: "How many values, as a tuple.") { series, _ -> Value in
            .tuple([.int(series.values.count)])
        }
        Property<SeriesObject>("size", doc: "How many values.") { series, _ in series.values.count }
        Property<SeriesObject>("str", doc: "Methods of strings for each value.") { series, _ in
            try TextMethodsObject(series)
        }
        Property<SeriesObject>("iloc", doc: "Values by position.") { series, _ in
            LocatorObject(.object(series), byLabel: false)
        }
        Property<SeriesObject>("loc", doc: "Values by name.") { series, _ in
            LocatorObject(.object(series), byLabel: true)
        }
        Property<SeriesObject>("empty", doc: "Whether there are no values.") { series, _ in series.values.count == 0 }
    }

    @MembersBuilder static var special: [Member] {
        Method<SeriesObject>("__repr__") { series, cell in try TableText.series(series, cell) }
        Method<SeriesObject>("__len__") { series, _ in series.values.count }
        Method<SeriesObject>("__iter__") { series, _ in
            var next = 0
            return ClosureIterator { (_) throws(Raise) -> Value? in
                guard next < series.values.count else { return nil }
                defer { next += 1 }
                return series.values.value(next)
            }
        }
        Method<SeriesObject>("__contains__", Parameter("label", Value.self)) { series, _, label in
            !series.index.place(of: label).isEmpty
        }
        Method<SeriesObject>("__bool__") { _, _ -> Bool in
            throw Raise.valueError(
                "The truth value of a Series is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all().")
        }
        Method<SeriesObject>("__getitem__", Parameter("key", Value.self)) { series, cell, key -> Value in
            if let places = try Selection.mask(key, count: series.values.count) {
                return .object(series.picked(places))
            }
            if key.object is SliceObject {
                return .object(series.picked(try Selection.positions(key, count: series.values.count, cell)))
            }
            if key.object is List { return .object(series.picked(try Selection.labels(key, series.index, cell))) }
            let places = series.index.place(of: key)
            guard let place = places.first else { throw Raise.keyError(key) }
            return places.count == 1 ? series.values.scalar(place) : .object(series.picked(places))
        }
        Method<SeriesObject>("__getattr__", Parameter("name", String.self)) { series, _, name -> Value in
            guard let place = series.index.place(of: .string(name)).first else {
                throw Raise.attributeError("'Series' object has no attribute '\(name)'")
            }
            return series.values.scalar(place)
        }
        Method<SeriesObject>("__setitem__", Parameter("key", Value.self), Parameter("value", Value.self)) {
            series, cell, key, value in
            let places = try Selection.mask(key, count: series.values.count) ?? series.index.place(of: key)
            if places.isEmpty, try Selection.mask(key, count: series.values.count) == nil { throw Raise.keyError(key) }
            var all = series.values.values
            for place in places { all[place] = value }
            series.values = Column(all)
        }
    }

    @MembersBuilder static var operators: [Member] {
        for name in ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow"] {
            calculation("__\(name)__")
            calculation("__r\(name)__")
        }
        for name in ["eq", "ne", "lt", "le", "gt", "ge"] { comparison(name) }
        for name in ["and", "or", "xor"] { calculation("__\(name)__") }
        Method<SeriesObject>("__invert__") { series, cell in
            series.with(try Column(Tensor.call("aten::bitwise_not", .tensor(series.values.tensor()))))
        }
        Method<SeriesObject>("__neg__") { series, _ in series.with(try Column(series.values.tensor().neg())) }
        Method<SeriesObject>("__abs__") { series, _ in series.with(try Column(series.values.tensor().abs())) }
    }

    /// An operator of arrays, on the values.
    private static func calculation(_ name: String) -> Member {
        RawMethod(name, [ParameterDescription(name: "other", kind: .positionalOnly)]) { arguments throws(Raise) in
            guard let series = arguments[0].object as? SeriesObject else { return .notImplemented }
            do {
                if case .texts(let texts) = series.values, name == "__add__" || name == "__radd__" {
                    let others = (arguments[1].object as? SeriesObject)?.values
                    return .object(
                        series.with(
                            .texts(
                                texts.enumerated().map { place, text in
                                    guard let text,
                                        let other = others.map({ $0.value(place).text }) ?? arguments[1].text
                                    else { return nil }
                                    return name == "__add__" ? text + other : other + text
                                })))
                }
                let own = Value.object(try series.values.array())
                let other: Value
                if let given = arguments[1].object as? SeriesObject {
                    guard given.values.count == series.values.count else {
                        throw Raise.valueError(
                            "columns of \(series.values.count) and \(given.values.count) values cannot be combined")
                    }
                    other = .object(try given.values.array())
                } else {
                    other = arguments[1]
                }
                let result = try arguments.cell.callMethod(name, of: own, [other])
                guard let array = result.object as? ArrayObject else { return .notImplemented }
                return .object(series.with(try Column(array.numbers(name))))
            } catch { throw Raise(error) }
        }
    }

    private static func comparison(_ name: String) -> Member {
        RawMethod("__\(name)__", [ParameterDescription(name: "other", kind: .positionalOnly)]) {
            arguments throws(Raise) in
            guard let series = arguments[0].object as? SeriesObject else { return .notImplemented }
            do {
                if series.values.isNumeric {
                    let other =
                        try (arguments[1].object as? SeriesObject).map { Value.object(try $0.values.array()) }
                        ?? arguments[1]
                    let result = try arguments.cell.callMethod(
                        "__\(name)__", of: .object(series.values.array()), [other])
                    if let array = result.object as? ArrayObject {
                        return .object(series.with(try Column(array.numbers(name))))
                    }
                    guard name == "eq" || name == "ne" else { return .notImplemented }
                    return .object(series.with(.flags(Array(repeating: name == "ne", count: series.values.count))))
                }
                let others = (arguments[1].object as? SeriesObject)?.values
                let flags = try (0..<series.values.count).map { place in
                    let other = others?.value(place) ?? arguments[1]
                    if series.values.isMissing(place) { return name == "ne" }
                    switch name {
                    case "eq": return try arguments.cell.equal(series.values.value(place), other)
                    case "ne": return try !arguments.cell.equal(series.values.value(place), other)
                    default:
                        return try arguments.cell.truth(
                            arguments.cell.callMethod("__\(name)__", of: series.values.value(place), [other]))
                    }
                }
                return .object(series.with(.flags(flags)))
            } catch { throw Raise(error) }
        }
    }
}

extension Column {
    /// A value as pandas gives a single one: a NumPy scalar, or a text.
    func scalar(_ place: Int) -> Value {
        switch self {
        case .ints(let values): return .object(ScalarObject(values[place], .int64))
        case .floats(let values): return (try? ScalarTypes.value(Tensor(values[place]))) ?? .float(values[place])
        case .flags(let values): return .object(ScalarObject(values[place] ? 1 : 0, .bool))
        case .texts, .objects: return value(place)
        }
    }
}

/// `df.columns`, `df.index`: names in order.
final class IndexObject: Object, NativeObject {
    let index: RowIndex

    init(_ index: RowIndex) {
        self.index = index
        super.init(type: Self.declaration)
    }

    static let declaration = NativeType<IndexObject>(
        "Index", module: "pandas", doc: "Names of rows or columns.", isBase: false
    ) {
        Method<IndexObject>("__len__") { index, _ in index.index.count }
        Method<IndexObject>("__iter__") { index, _ in
            var rest = index.index.column.values[...]
            return ClosureIterator { (_) throws(Raise) -> Value? in rest.popFirst() }
        }
        Method<IndexObject>("__getitem__", Parameter("key", Value.self)) { index, cell, key in
            try cell.item(of: .list(index.index.column.values), at: key)
        }
        Method<IndexObject>("__contains__", Parameter("label", Value.self)) { index, _, label in
            !index.index.place(of: label).isEmpty
        }
        Method<IndexObject>("tolist", doc: "The names as a list.") { index, _ in index.index.column.values }
        Property<IndexObject>("values", doc: "The names as an array.") { index, _ in try index.index.column.array() }
        Property<IndexObject>("name", doc: "What the names are.") { index, _ in index.index.name }
        Method<IndexObject>("__repr__") { index, cell in
            if case .counted(let range) = index.index.labels {
                return "RangeIndex(start=\(range.lowerBound), stop=\(range.upperBound), step=1)"
            }
            var words: [String] = []
            for value in index.index.column.values { words.append(try cell.repr(value)) }
            let name = index.index.name.map { ", name='\($0)'" } ?? ""
            return "Index([" + words.joined(separator: ", ") + "], dtype='\(index.index.column.typeName)'\(name))"
        }
    }.type
}
