import CellRuntime
import DataBlocks

/// fastai's functions that find labels.
enum Labellers {
    static var all: [Member] {
        [
            Function(
                "parent_label", doc: "The name of the folder that a file lies in.", Parameter("o", PathArgument.self)
            ) { _, path in DataBlocks.parentLabel(path.path).name },
            Function(
                "RegexLabeller", doc: "Labels by the first group of a pattern.", Parameter("pat", String.self),
                Parameter("match", Bool.self, default: false, doc: "Whether the pattern must fit from the beginning.")
            ) { _, pattern, match in
                let labeller = try regexLabeller(pattern, match: match)
                return RowReader("RegexLabeller") { item, cell in
                    .string(try labeller(try cell.pathText(item) ?? cell.str(item)).name)
                }
            },
            Function(
                "ColReader", doc: "Reads columns of a row, with text put before and after.",
                Parameter("cols", Value.self),
                Parameter("pref", Value.self, default: .string("")), Parameter("suff", String.self, default: ""),
                Parameter("label_delim", String?.self, default: nil, doc: "Splits the text into several labels.")
            ) { cell, columns, prefix, suffix, delimiter in
                var front = try cell.pathText(prefix) ?? cell.str(prefix)
                // A folder before a name is joined to it by a slash.
                if prefix.text == nil, !front.isEmpty, !front.hasSuffix("/") { front += "/" }
                let names =
                    columns.object is List || columns.object is Tuple ? Array(try cell.items(of: columns)) : [columns]
                return RowReader("ColReader") { row, cell in
                    let values = try names.map { name -> Value in
                        let found = try cell.field(name, of: row)
                        if let delimiter {
                            let text = try cell.str(found)
                            return .list(text.isEmpty ? [] : text.split(text: delimiter).map { .string($0) })
                        }
                        return front.isEmpty && suffix.isEmpty ? found : .string(front + (try cell.str(found)) + suffix)
                    }
                    return values.count == 1 ? values[0] : .list(values)
                }
            },
            Function(
                "ItemGetter", doc: "A function that takes an item at a place.", Parameter("i", Value.self)
            ) { _, place in RowReader("ItemGetter") { item, cell in try cell.item(of: item, at: place) } },
            Function(
                "AttrGetter", doc: "A function that takes an attribute.", Parameter("nm", String.self),
                Parameter("default", Value.self, default: .none)
            ) { _, name, other in
                RowReader("AttrGetter") { item, cell in try cell.attributeIfAny(Str(name), of: item) ?? other }
            },
        ]
    }
}

extension Interpreter {
    /// A row's column, by name or by position.
    func field(_ column: Value, of row: Value) throws(Raise) -> Value {
        if case .int = column, row.object?.type.lookup("iloc") != nil {
            return try item(of: attribute("iloc", of: row), at: column)
        }
        return try item(of: row, at: column)
    }
}

extension String {
    /// Parts between a separator that is not empty.
    fileprivate func split(text separator: String) -> [String] {
        guard !separator.isEmpty else { return [self] }
        var (parts, rest) = ([String](), self[...])
        while let found = rest.firstRange(of: separator) {
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return parts + [String(rest)]
    }
}

/// A function of one item that fastai makes.
final class RowReader: Object, NativeObject {
    let name: String
    let read: (Value, Interpreter) throws -> Value

    init(_ name: String, _ read: @escaping (Value, Interpreter) throws -> Value) {
        self.name = name
        self.read = read
        super.init(type: Self.declaration)
    }

    static let declaration = NativeType<RowReader>(
        "ItemReader", module: "fastai.data.transforms", doc: "A function of one item."
    ) {
        Method<RowReader>("__call__", Parameter("o", Value.self)) { reader, cell, item in try reader.read(item, cell) }
        Method<RowReader>("__repr__") { reader, _ in "\(reader.name)()" }
    }.type
}
