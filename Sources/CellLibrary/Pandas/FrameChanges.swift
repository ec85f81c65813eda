import CellRuntime
import Foundation
import Tensors

/// One name or several.
struct Names: CellConvertible {
    let list: [String]

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> Names {
        if let text = value.text { return Names(list: [text]) }
        return Names(list: try [String].convert(value, place))
    }
    static var cellTypeName: String { "str or list of str" }
}

extension FrameMembers {
    /// Methods that make another table, or write one.
    @MembersBuilder static var changes: [Member] {
        Method<FrameObject>("head", doc: "The first rows.", Parameter("n", Int.self, default: 5)) { frame, _, count in
            frame.picked(Array((0..<frame.index.count).prefix(count < 0 ? max(0, frame.index.count + count) : count)))
        }
        Method<FrameObject>("tail", doc: "The last rows.", Parameter("n", Int.self, default: 5)) { frame, _, count in
            frame.picked(Array((0..<frame.index.count).suffix(max(0, count))))
        }
        Method<FrameObject>(
            "sample", doc: "Rows drawn at random.", Parameter("n", Int.self, default: 1),
            Parameter("random_state", Int?.self, .keywordOnly, default: nil)
        ) { frame, cell, count, seed in
            guard count <= frame.index.count else {
                throw Raise.valueError("Cannot take a larger sample than population when 'replace=False'")
            }
            let random = seed.map { LegacyRandom(seed: UInt32(truncatingIfNeeded: $0)) } ?? LibraryState.of(cell).random
            return frame.picked(Array(random.permutation(frame.index.count).prefix(count)))
        }
        Method<FrameObject>("copy", doc: "A copy of its own.") { frame, _ in
            FrameObject(frame.columns.map { ($0.name, $0.values) }, index: frame.index)
        }
        Method<FrameObject>(
            "sort_values", doc: "Rows in the order of columns.", Parameter("by", Names.self),
            Parameter("ascending", Bool.self, default: true)
        ) { frame, _, by, ascending in
            // The last column first, so that equal rows keep the order of the others.
            try by.list.reversed().reduce(frame) { part, name in
                guard let column = part.column(name) else { throw Raise.keyError(.string(name)) }
                return part.picked(try column.values.order(descending: !ascending))
            }
        }
        Method<FrameObject>(
            "sort_index", doc: "Rows in the order of their names.", Parameter("ascending", Bool.self, default: true)
        ) { frame, _, ascending in
            frame.picked(try frame.index.column.order(descending: !ascending))
        }
        Method<FrameObject>(
            "reset_index", doc: "Rows counted from 0; their names become a column unless dropped.",
            Parameter("drop", Bool.self, default: false)
        ) {
            frame, _, drop in
            let columns = frame.columns.map { ($0.name, $0.values) }
            return FrameObject(drop ? columns : [(frame.index.name ?? "index", frame.index.column)] + columns)
        }
        Method<FrameObject>("set_index", doc: "A column as names of the rows.", Parameter("keys", String.self)) {
            frame, _, name in
            guard let column = frame.column(name) else {
                throw Raise.keyError(.string("None of ['\(name)'] are in the columns"))
            }
            return FrameObject(
                frame.columns.filter { $0.name != name }.map { ($0.name, $0.values) },
                index: RowIndex(column.values, name: name))
        }
        Method<FrameObject>(
            "drop", doc: "Without some columns, or rows.", Parameter("labels", Value.self, default: .none),
            Parameter("axis", Value.self, default: .int(0)),
            Parameter("columns", Names?.self, default: nil), Parameter("index", Value.self, default: .none)
        ) { frame, cell, labels, axis, columns, index in
            let place = ArgumentPlace(function: "drop", parameter: "labels", position: 1, cell: cell)
            let isColumns = axis.text == "columns" || axis.double == 1
            let names = try columns?.list ?? (isColumns && !labels.isNone ? Names.convert(labels, place).list : [])
            for name in names where !frame.columns.contains(where: { $0.name == name }) {
                throw Raise.keyError(.string("['\(name)'] not found in axis"))
            }
            let kept = FrameObject(
                frame.columns.filter { !names.contains($0.name) }.map { ($0.name, $0.values) }, index: frame.index)
            let rows = index.isNone ? (isColumns ? .none : labels) : index
            if rows.isNone { return kept }
            let dropped = Set(try Selection.labels(rows, frame.index, cell))
            return kept.picked((0..<frame.index.count).filter { !dropped.contains($0) })
        }
        Method<FrameObject>(
            "rename", doc: "With other names of columns.", Parameter("columns", Value.self, .keywordOnly)
        ) { frame, cell, names in
            FrameObject(
                try frame.columns.map { column in
                    guard let dict = names.object as? Dict else {
                        return (try cell.str(cell.call(names, [.string(column.name)])), column.values)
                    }
                    return (
                        try dict.get(Str(column.name)).map { (name) throws(Raise) in try cell.str(name) }
                            ?? column.name, column.values
                    )
                }, index: frame.index)
        }
        for (name, wanted) in [("isna", true), ("isnull", true), ("notna", false), ("notnull", false)] {
            Method<FrameObject>(name, doc: "Which values are \(wanted ? "" : "not ")missing.") { frame, _ in
                FrameObject(
                    frame.columns.map { column in
                        (column.name, .flags((0..<column.values.count).map { column.values.isMissing($0) == wanted }))
                    }, index: frame.index)
            }
        }
        Method<FrameObject>(
            "dropna", doc: "Without rows that miss a value.",
            Parameter("subset", Names?.self, .keywordOnly, default: nil)
        ) { frame, _, names in
            let used = frame.columns.filter { names?.list.contains($0.name) ?? true }
            return frame.picked((0..<frame.index.count).filter { row in !used.contains { $0.values.isMissing(row) } })
        }
        Method<FrameObject>(
            "fillna", doc: "A value in place of missing ones; a dictionary has one for each column.",
            Parameter("value", Value.self)
        ) {
            frame, _, value in
            FrameObject(
                frame.columns.map { column in
                    guard let dict = value.object as? Dict else { return (column.name, column.values.filled(value)) }
                    return (column.name, dict.get(Str(column.name)).map(column.values.filled) ?? column.values)
                }, index: frame.index)
        }
        Method<FrameObject>(
            "drop_duplicates", doc: "Without rows that occurred before.", Parameter("subset", Names?.self, default: nil)
        ) { frame, _, names in
            var seen = Set<[String]>()
            let used = frame.columns.filter { names?.list.contains($0.name) ?? true }
            return frame.picked(
                (0..<frame.index.count).filter { row in seen.insert(used.map { $0.values.key(row) }).inserted })
        }
        Method<FrameObject>("iterrows", doc: "Pairs of a row's name and the row.") { frame, _ in
            var next = 0
            return ClosureIterator { (_) throws(Raise) -> Value? in
                guard next < frame.index.count else { return nil }
                defer { next += 1 }
                return .tuple([frame.index.value(next), .object(frame.row(next))])
            }
        }
        Method<FrameObject>(
            "apply", doc: "What a function makes of each column, or with axis=1 of each row.",
            Parameter("func", Value.self), Parameter("axis", Int.self, default: 0)
        ) {
            frame, cell, function, axis in
            if axis == 1 {
                return SeriesObject(
                    Column(try (0..<frame.index.count).map { try cell.call(function, [.object(frame.row($0))]) }),
                    index: frame.index)
            }
            return SeriesObject(
                Column(
                    try frame.columns.map {
                        try cell.call(function, [.object(SeriesObject($0.values, index: frame.index, name: $0.name))])
                    }),
                index: RowIndex(.texts(frame.columns.map(\.name))))
        }
        Method<FrameObject>("groupby", doc: "Rows in groups of equal values of columns.", Parameter("by", Names.self)) {
            frame, _, by in
            try GroupsObject(frame, by.list)
        }
        Method<FrameObject>("to_numpy", doc: "All values as an array.") { frame, _ in try frame.array() }
        Method<FrameObject>(
            "to_csv", doc: "Writes it as lines of values, to a file or as text.",
            Parameter("path_or_buf", PathArgument?.self, default: nil),
            Parameter("sep", String.self, default: ","), Parameter("index", Bool.self, default: true)
        ) { frame, _, path, separator, hasIndex -> Value in
            let text = DelimitedText.write(frame, separator: separator, hasIndex: hasIndex)
            guard let path else { return .string(text) }
            try Restraint.check(writing: path.path)
            do { try text.write(toFile: path.path, atomically: true, encoding: .utf8) } catch {
                throw Raise.osError(errno, String(cString: strerror(errno)), path: path.path)
            }
            return .none
        }
        Method<FrameObject>(
            "merge", doc: "Rows put beside those of another table with the same values in columns.",
            Parameter("right", Value.self),
            Parameter("on", Names?.self, default: nil), Parameter("how", String.self, default: "inner")
        ) { frame, cell, other, on, how in
            // The class is still being declared here, so that the parameter cannot name it.
            let place = ArgumentPlace(function: "merge", parameter: "right", position: 1, cell: cell)
            return try frame.merged(FrameObject.convert(other, place), on?.list, how)
        }
    }
}

extension FrameObject {
    fileprivate func merged(_ other: FrameObject, _ names: [String]?, _ how: String) throws -> FrameObject {
        guard how == "inner" || how == "left" else {
            throw Raise.notImplemented("merge with how='\(how)': inner and left are supported")
        }
        let shared = names ?? columns.map(\.name).filter { name in other.columns.contains { $0.name == name } }
        guard !shared.isEmpty, shared.allSatisfy({ column($0) != nil && other.column($0) != nil }) else {
            throw Raise.keyError(.string(shared.first ?? "no common columns to perform merge on"))
        }
        func keys(_ frame: FrameObject) -> [[String]] {
            let used = shared.compactMap { frame.column($0)?.values }
            return (0..<frame.index.count).map { row in used.map { $0.key(row) } }
        }
        let places = Dictionary(grouping: keys(other).enumerated(), by: \.element).mapValues { $0.map(\.offset) }
        var pairs: [(Int, Int?)] = []
        for (row, key) in keys(self).enumerated() {
            for match in places[key] ?? [] { pairs.append((row, match)) }
            if places[key] == nil, how == "left" { pairs.append((row, nil)) }
        }
        let mine = columns.map { ($0.name, $0.values.picked(pairs.map(\.0))) }
        let theirs = other.columns.filter { !shared.contains($0.name) }.map { column in
            (column.name, Column(pairs.map { $0.1.map(column.values.value) ?? .float(.nan) }))
        }
        let doubled = Set(mine.map(\.0)).intersection(theirs.map(\.0))
        return FrameObject(
            mine.map { (doubled.contains($0.0) ? $0.0 + "_x" : $0.0, $0.1) }
                + theirs.map { (doubled.contains($0.0) ? $0.0 + "_y" : $0.0, $0.1) })
    }
}

/// `df.groupby(…)`, and one or several columns of it.
final class GroupsObject: Object, NativeObject {
    let frame: FrameObject
    let by: [String]
    /// The columns that figures are asked of; nil for all but those of the groups.
    let chosen: [String]?
    /// A single column gives a column.
    let isSingle: Bool

    init(_ frame: FrameObject, _ by: [String], chosen: [String]? = nil, isSingle: Bool = false) throws(Raise) {
        for name in by + (chosen ?? []) where frame.column(name) == nil { throw .keyError(.string(name)) }
        (self.frame, self.by, self.chosen, self.isSingle) = (frame, by, chosen, isSingle)
        super.init(type: Self.declaration)
    }

    /// The rows of each group, in rising order of its values.
    private func groups() throws -> [(key: Value, rows: [Int])] {
        guard by.count == 1, let column = frame.column(by[0])?.values else {
            throw Raise.notImplemented("groupby takes one column here")
        }
        let ordered = try column.order(descending: false).filter { !column.isMissing($0) }
        var groups: [(Value, [Int])] = []
        var last: String?
        for row in ordered {
            let key = column.key(row)
            if key == last { groups[groups.count - 1].1.append(row) } else { groups.append((column.value(row), [row])) }
            last = key
        }
        return groups
    }

    private func figures(_ compute: (Column) throws -> Value, numericOnly: Bool) throws -> Value {
        let groups = try groups()
        let names = chosen ?? frame.columns.map(\.name).filter { !by.contains($0) }
        let index = RowIndex(Column(groups.map(\.key)), name: by[0])
        let made = try names.compactMap { name -> (String, Column)? in
            guard let column = frame.column(name)?.values, !numericOnly || column.isNumeric else { return nil }
            return (name, Column(try groups.map { try compute(column.picked($0.rows)) }))
        }
        if isSingle, let only = made.first { return .object(SeriesObject(only.1, index: index, name: only.0)) }
        return .object(FrameObject(made, index: index))
    }

    static let declaration = NativeType<GroupsObject>(
        "DataFrameGroupBy", module: "pandas", doc: "Rows in groups.", isBase: false
    ) {
        for figure in Statistics.named {
            Method<GroupsObject>(
                figure.name, doc: figure.doc + " Of each group.", Parameter("numeric_only", Bool.self, default: false)
            ) { groups, _, numericOnly in
                try groups.figures({ try Statistics.value(figure.name, $0, figure.compute) }, numericOnly: numericOnly)
            }
        }
        Method<GroupsObject>("count", doc: "How many values of each group are not missing.") { groups, _ in
            try groups.figures(
                { column in .int((0..<column.count).count { !column.isMissing($0) }) }, numericOnly: false)
        }
        Method<GroupsObject>("size", doc: "How many rows each group has.") { groups, _ in
            let all = try groups.groups()
            return SeriesObject(
                .ints(all.map(\.rows.count)), index: RowIndex(Column(all.map(\.key)), name: groups.by[0]))
        }
        Method<GroupsObject>("__getitem__", Parameter("key", Value.self)) { groups, cell, key in
            let place = ArgumentPlace(function: "groupby", parameter: "key", position: 1, cell: cell)
            return try GroupsObject(
                groups.frame, groups.by, chosen: Names.convert(key, place).list, isSingle: key.text != nil)
        }
        Method<GroupsObject>("__iter__") { groups, _ in
            var rest = try groups.groups()[...]
            return ClosureIterator { (_) throws(Raise) -> Value? in
                rest.popFirst().map { .tuple([$0.key, .object(groups.frame.picked($0.rows))]) }
            }
        }
    }.type
}
