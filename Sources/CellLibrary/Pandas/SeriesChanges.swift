import CellRuntime
import Tensors

extension SeriesMembers {
    /// Methods that make another column.
    @MembersBuilder static var changes: [Member] {
        Method<SeriesObject>("head", doc: "The first rows.", Parameter("n", Int.self, default: 5)) { series, _, count in
            series.picked(
                Array((0..<series.values.count).prefix(count < 0 ? max(0, series.values.count + count) : count)))
        }
        Method<SeriesObject>("tail", doc: "The last rows.", Parameter("n", Int.self, default: 5)) { series, _, count in
            series.picked(Array((0..<series.values.count).suffix(max(0, count))))
        }
        Method<SeriesObject>("tolist", doc: "The values as a list.") { series, _ in series.values.values }
        Method<SeriesObject>("to_list", doc: "The values as a list.") { series, _ in series.values.values }
        Method<SeriesObject>("to_numpy", doc: "The values as an array.") { series, _ in try series.values.array() }
        Method<SeriesObject>("to_dict", doc: "The values by the names of their rows.") { series, cell in
            let dict = Dict()
            for place in 0..<series.values.count {
                try dict.set(series.index.value(place), series.values.value(place), cell)
            }
            return dict
        }
        for name in ["apply", "map"] {
            Method<SeriesObject>(
                name, doc: "What a function makes of each value, or a dictionary has for it.",
                Parameter("func", Value.self)
            ) {
                series, cell, function in
                let results = try series.values.values.map { value -> Value in
                    guard let dict = function.object as? Dict else { return try cell.call(function, [value]) }
                    return try dict.get(value, cell) ?? .float(.nan)
                }
                return series.with(Column(results))
            }
        }
        for (name, wanted) in [("isna", true), ("isnull", true), ("notna", false), ("notnull", false)] {
            Method<SeriesObject>(name, doc: "Which values are \(wanted ? "" : "not ")missing.") { series, _ in
                series.with(.flags((0..<series.values.count).map { series.values.isMissing($0) == wanted }))
            }
        }
        Method<SeriesObject>("fillna", doc: "A value in place of missing ones.", Parameter("value", Value.self)) {
            series, _, value in
            series.with(series.values.filled(value))
        }
        Method<SeriesObject>("dropna", doc: "Without missing values.") { series, _ in
            series.picked((0..<series.values.count).filter { !series.values.isMissing($0) })
        }
        Method<SeriesObject>("astype", doc: "As another type.", Parameter("dtype", Value.self)) { series, cell, type in
            if type.object === types.str || type.text == "str" {
                return series.with(.texts(try series.values.values.map { try cell.str($0) }))
            }
            let wanted = try DTypeArgument.convert(
                type, ArgumentPlace(function: "astype", parameter: "dtype", position: 1, cell: cell)
            ).dtype
            if !series.values.isNumeric {
                let numbers = try series.values.values.map { value in
                    guard let number = value.double ?? value.text.flatMap({ Double($0) }) else {
                        throw Raise.valueError("could not convert string to float: \(try cell.repr(value))")
                    }
                    return number
                }
                return series.with(try Column(Tensor(numbers).to(dtype: wanted)))
            }
            return series.with(try Column(series.values.tensor().to(dtype: wanted)))
        }
        Method<SeriesObject>(
            "sort_values", doc: "The values in order.", Parameter("ascending", Bool.self, default: true)
        ) { series, _, ascending in
            series.picked(try series.values.order(descending: !ascending))
        }
        Method<SeriesObject>(
            "sort_index", doc: "In the order of the rows' names.", Parameter("ascending", Bool.self, default: true)
        ) { series, _, ascending in
            series.picked(try series.index.column.order(descending: !ascending))
        }
        Method<SeriesObject>("reset_index", doc: "Rows counted from 0.", Parameter("drop", Bool.self, default: false)) {
            series, _, drop -> Value in
            if drop { return .object(SeriesObject(series.values, name: series.name)) }
            return .object(
                FrameObject([(series.index.name ?? "index", series.index.column), (series.name ?? "0", series.values)]))
        }
        Method<SeriesObject>("isin", doc: "Which values are in a list.", Parameter("values", Value.self)) {
            series, cell, values in
            let wanted = Column(Array(try cell.items(of: values)))
            let keys = Set((0..<wanted.count).map(wanted.key))
            return series.with(.flags((0..<series.values.count).map { keys.contains(series.values.key($0)) }))
        }
        Method<SeriesObject>(
            "between", doc: "Which values lie between two bounds, both included.", Parameter("left", Double.self),
            Parameter("right", Double.self)
        ) {
            series, _, low, high in
            series.with(.flags(try series.values.numbers("between").map { $0 >= low && $0 <= high }))
        }
        Method<SeriesObject>("abs", doc: "Without signs.") { series, _ in
            series.with(try Column(series.values.tensor().abs()))
        }
        Method<SeriesObject>("round", doc: "Rounded to so many decimals.", Parameter("decimals", Int.self, default: 0))
        { series, _, decimals in
            guard case .floats(let values) = series.values else { return series }
            return series.with(
                try Column(
                    Tensor.call(
                        "aten::round", overload: "decimals", .tensor(Tensor(values)),
                        named: [("decimals", .int(decimals))])))
        }
        Method<SeriesObject>("cumsum", doc: "Sums of all values so far.") { series, _ in
            series.with(try Column(series.values.tensor().cumsum(0)))
        }
        Method<SeriesObject>(
            "to_frame", doc: "As a table of one column.", Parameter("name", String?.self, default: nil)
        ) { series, _, name in
            FrameObject([(name ?? series.name ?? "0", series.values)], index: series.index)
        }
        Method<SeriesObject>("copy", doc: "A copy of its own.") { series, _ in series.with(series.values) }
        Method<SeriesObject>("items", doc: "Pairs of a row's name and its value.") { series, _ in
            (0..<series.values.count).map { Value.tuple([series.index.value($0), series.values.value($0)]) }
        }
    }
}

extension Column {
    func filled(_ value: Value) -> Column {
        if !(0..<count).contains(where: isMissing) { return self }
        let made = values.enumerated().map { place, own in isMissing(place) ? value : own }
        if case .floats = self, value.double != nil { return .floats(made.map { $0.double ?? .nan }) }
        return Column(made)
    }
}

/// `series.str`: methods of strings, for each value.
final class TextMethodsObject: Object, NativeObject {
    let series: SeriesObject

    init(_ series: SeriesObject) throws(Raise) {
        guard !series.values.isNumeric else {
            throw .attributeError("Can only use .str accessor with string values, not \(series.values.typeName)")
        }
        self.series = series
        super.init(type: Self.declaration)
    }

    static let declaration = NativeType<TextMethodsObject>(
        "StringMethods", module: "pandas", doc: "Methods of strings for each value.", isBase: false
    ) {
        for name in [
            "upper", "lower", "strip", "lstrip", "rstrip", "title", "capitalize", "replace", "split", "startswith",
            "endswith", "find", "isdigit",
        ] {
            Method<TextMethodsObject>(name, doc: "`str.\(name)` of each value.", Parameter("args", Variadic.self)) {
                texts, cell, arguments in
                try texts.each { text in try cell.callMethod(name, of: text, Array(arguments.values)) }
            }
        }
        Method<TextMethodsObject>("len", doc: "The lengths of the values.") { texts, cell in
            try texts.each { text in .int(try cell.length(of: text)) }
        }
        Method<TextMethodsObject>(
            "contains", doc: "Which values contain a text.", Parameter("pat", String.self),
            Parameter("case", Bool.self, default: true)
        ) {
            texts, _, part, matchesCase in
            try texts.each { text in
                let whole = text.text ?? ""
                return .bool(matchesCase ? whole.contains(part) : whole.lowercased().contains(part.lowercased()))
            }
        }
        Method<TextMethodsObject>("__getitem__", Parameter("key", Value.self)) { texts, cell, key in
            try texts.each { text in try cell.item(of: text, at: key) }
        }
    }.type

    private func each(_ body: (Value) throws -> Value) throws -> SeriesObject {
        let column = series.values
        return series.with(
            Column(try (0..<column.count).map { column.isMissing($0) ? .float(.nan) : try body(column.value($0)) }))
    }
}
