import CellRuntime
import Display
import Tensors

enum FrameMembers {
    @MembersBuilder static var attributes: [Member] {
        Property<FrameObject>("shape", doc: "Rows and columns.") { frame, _ -> Value in
            .tuple([.int(frame.index.count), .int(frame.columns.count)])
        }
        Property<FrameObject>("size", doc: "How many values.") { frame, _ in frame.index.count * frame.columns.count }
        Property<FrameObject>("empty", doc: "Whether there are no values.") { frame, _ in
            frame.index.count == 0 || frame.columns.isEmpty
        }
        Property<FrameObject>(
            "columns", doc: "The names of the columns.",
            get: { frame, _ in IndexObject(RowIndex(.texts(frame.columns.map(\.name)))) },
            set: { (frame: FrameObject, _, names: [String]) in
                guard names.count == frame.columns.count else {
                    throw Raise.valueError(
                        "Length mismatch: Expected axis has \(frame.columns.count) elements, new values have \(names.count) elements"
                    )
                }
                for (place, name) in names.enumerated() { frame.columns[place].name = name }
            })
        Property<FrameObject>("index", doc: "The names of the rows.") { frame, _ in IndexObject(frame.index) }
        Property<FrameObject>("dtypes", doc: "The types of the columns.") { frame, _ in
            SeriesObject(
                .objects(frame.columns.map { .string($0.values.typeName) }),
                index: RowIndex(.texts(frame.columns.map(\.name))))
        }
        Property<FrameObject>("values", doc: "All values as an array.") { frame, _ in try frame.array() }
        Property<FrameObject>("iloc", doc: "Rows and columns by position.") { frame, _ in
            LocatorObject(.object(frame), byLabel: false)
        }
        Property<FrameObject>("loc", doc: "Rows and columns by name.") { frame, _ in
            LocatorObject(.object(frame), byLabel: true)
        }
        Property<FrameObject>("T", doc: "Rows and columns exchanged.") { frame, _ in
            FrameObject(
                (0..<frame.index.count).map { row in
                    (frame.index.column.label(row), Column(frame.columns.map { $0.values.value(row) }))
                },
                index: RowIndex(.texts(frame.columns.map(\.name))))
        }
    }

    @MembersBuilder static var special: [Member] {
        Method<FrameObject>("__repr__") { frame, cell in try TableText.frame(frame, cell) }
        Method<FrameObject>("__len__") { frame, _ in frame.index.count }
        Method<FrameObject>("__iter__") { frame, _ in
            var rest = frame.columns.map(\.name)[...]
            return ClosureIterator { (_) throws(Raise) -> Value? in rest.popFirst().map(Value.string) }
        }
        Method<FrameObject>("__contains__", Parameter("name", Value.self)) { frame, _, name in
            frame.columns.contains { $0.name == name.text }
        }
        Method<FrameObject>("__getitem__", Parameter("key", Value.self)) { frame, cell, key -> Value in
            if let name = try key.text ?? (key.double == nil ? nil : cell.str(key)) {
                guard let column = frame.column(name) else { throw Raise.keyError(key) }
                return .object(column)
            }
            if let places = try Selection.mask(key, count: frame.index.count) { return .object(frame.picked(places)) }
            if key.object is SliceObject {
                return .object(frame.picked(try Selection.positions(key, count: frame.index.count, cell)))
            }
            let places = try cell.items(of: key).map { item in
                let name = try cell.str(item)
                guard let place = frame.columns.firstIndex(where: { $0.name == name }) else {
                    throw Raise.keyError(.string("['\(name)'] not in index"))
                }
                return place
            }
            return .object(frame.with(columns: places))
        }
        Method<FrameObject>("__setitem__", Parameter("key", Value.self), Parameter("value", Value.self)) {
            frame, cell, key, value in
            guard let name = key.text else {
                throw Raise.notImplemented("set one column at a time: df['name'] = values")
            }
            if value.text == nil, value.type.lookup("__iter__") != nil {
                let column = try Column.of(value, cell)
                guard frame.columns.isEmpty || column.count == frame.index.count else {
                    throw Raise.valueError(
                        "Length of values (\(column.count)) does not match length of index (\(frame.index.count))")
                }
                frame.set(name, column)
            } else {
                frame.set(name, Column(Array(repeating: value, count: frame.index.count)))
            }
        }
        Method<FrameObject>("__delitem__", Parameter("key", String.self)) { frame, _, name in
            guard let place = frame.columns.firstIndex(where: { $0.name == name }) else {
                throw Raise.keyError(.string(name))
            }
            frame.columns.remove(at: place)
        }
        Method<FrameObject>("__getattr__", Parameter("name", String.self)) { frame, _, name in
            guard let column = frame.column(name) else {
                throw Raise.attributeError("'DataFrame' object has no attribute '\(name)'")
            }
            return column
        }
        Method<FrameObject>("__bool__") { _, _ -> Bool in
            throw Raise.valueError(
                "The truth value of a DataFrame is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all().")
        }
    }

    @MembersBuilder static var statistics: [Member] {
        for figure in Statistics.named {
            Method<FrameObject>(
                figure.name, doc: figure.doc + " Of each column.", Parameter("axis", Int.self, default: 0),
                Parameter("numeric_only", Bool.self, default: false)
            ) {
                frame, _, axis, numericOnly in
                let used = frame.columns.filter { !numericOnly || $0.values.isNumeric }
                if axis == 1 {
                    return SeriesObject(
                        Column(
                            try (0..<frame.index.count).map { row in
                                try Statistics.value(
                                    figure.name, Column(used.map { $0.values.value(row) }), figure.compute)
                            }), index: frame.index)
                }
                return SeriesObject(
                    Column(try used.map { try Statistics.value(figure.name, $0.values, figure.compute) }),
                    index: RowIndex(.texts(used.map(\.name))))
            }
        }
        Method<FrameObject>("count", doc: "How many values of each column are not missing.") { frame, _ in
            SeriesObject(
                .ints(frame.columns.map { column in (0..<column.values.count).count { !column.values.isMissing($0) } }),
                index: RowIndex(.texts(frame.columns.map(\.name))))
        }
        Method<FrameObject>("nunique", doc: "How many different values each column has.") { frame, _ in
            SeriesObject(
                .ints(frame.columns.map { column in column.values.firsts().count { !column.values.isMissing($0) } }),
                index: RowIndex(.texts(frame.columns.map(\.name))))
        }
        Method<FrameObject>("describe", doc: "Count, mean, spread and quartiles of the columns of numbers.") {
            frame, _ in
            let used = frame.columns.filter { if case .flags = $0.values { false } else { $0.values.isNumeric } }
            guard !used.isEmpty else { throw Raise.valueError("there is no column of numbers to describe") }
            return FrameObject(
                try used.map { ($0.name, .floats(try Statistics($0.values, "describe").description)) },
                index: RowIndex(.texts(Statistics.described)))
        }
        Method<FrameObject>("info", doc: "Prints columns, their types and how many values are not missing.") {
            frame, cell in
            var rows: [[String]] = []
            for (number, column) in frame.columns.enumerated() {
                let present = (0..<column.values.count).count { !column.values.isMissing($0) }
                rows.append([String(number), column.name, "\(present) non-null", column.values.typeName])
            }
            cell.display(
                .output("<class 'pandas.DataFrame'>\nRows: \(frame.index.count)\nColumns: \(frame.columns.count)\n"))
            cell.display(.table(Table(columns: ["#", "Column", "Non-Null Count", "Dtype"], rows: rows)))
        }
        Method<FrameObject>("corr", doc: "How columns of numbers go together: 1 as one, -1 against one another.") {
            frame, _ in
            let used = frame.columns.filter(\.values.isNumeric)
            let numbers = try used.map { try $0.values.numbers("corr") }
            func correlation(_ a: [Double], _ b: [Double]) -> Double {
                let pairs = zip(a, b).filter { !$0.isNaN && !$1.isNaN }
                let count = Double(pairs.count)
                let (x, y) = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
                let together = pairs.reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) }
                let apart =
                    pairs.reduce(0) { $0 + ($1.0 - x) * ($1.0 - x) } * pairs.reduce(0) { $0 + ($1.1 - y) * ($1.1 - y) }
                return together / apart.squareRoot()
            }
            return FrameObject(
                used.indices.map { column in
                    (used[column].name, .floats(numbers.map { correlation($0, numbers[column]) }))
                },
                index: RowIndex(.texts(used.map(\.name))))
        }
    }
}

extension FrameObject {
    /// All values: numbers of one type, or texts.
    func array() throws -> ArrayObject {
        guard columns.allSatisfy(\.values.isNumeric) else {
            let words = (0..<index.count).flatMap { row in columns.map { $0.values.label(row) } }
            return ArrayObject(words, shape: [index.count, columns.count])
        }
        let isWhole = columns.allSatisfy { if case .ints = $0.values { true } else { false } }
        let tensors = try columns.map { try $0.values.tensor().to(dtype: isWhole ? .int64 : .float64) }
        return ArrayObject(try Tensor.stack(tensors, 1))
    }
}
