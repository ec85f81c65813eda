import CellRuntime
import DataBlocks

/// A splitter, called with items, gives two lists of positions: training and validation.
final class SplitterObject: Object, NativeObject {
    let name: String
    let split: ([Value], Interpreter) throws -> Split

    init(_ name: String, _ split: @escaping ([Value], Interpreter) throws -> Split) {
        self.name = name
        self.split = split
        super.init(type: Self.declaration)
    }

    /// A splitter that needs no more of the items than their number, or their paths.
    convenience init(_ name: String, _ splitter: Splitter<String>) {
        self.init(name) { items, cell in
            try splitter.split(items.map { try cell.pathText($0) ?? "" })
        }
    }

    static let declaration = NativeType<SplitterObject>(
        "Splitter", module: "fastai.data.transforms", doc: "Splits items into training and validation."
    ) {
        Method<SplitterObject>(
            "__call__", doc: "Positions of training and validation items.", Parameter("o", Value.self)
        ) {
            splitter, cell, items in
            let split = try splitter.split(Array(cell.items(of: items)), cell)
            return Value.tuple([try cell.L(split.train.map { .int($0) }), try cell.L(split.valid.map { .int($0) })])
        }
        Method<SplitterObject>("__repr__") { splitter, _ in "<splitter \(splitter.name)>" }
    }.type
}

enum Splitters {
    static var all: [Member] {
        [
            Function(
                "RandomSplitter", doc: "A random part validates.",
                Parameter("valid_pct", Double.self, default: 0.2, doc: "Share of the items, from 0 to 1."),
                Parameter("seed", Int?.self, default: nil, doc: "The same seed gives the same split.")
            ) { _, part, seed in
                guard (0...1).contains(part) else {
                    throw Raise.valueError("valid_pct is a share from 0 to 1, not \(part)")
                }
                return SplitterObject("RandomSplitter", .random(validPercent: part, seed: seed))
            },
            Function(
                "RandomSubsetSplitter", doc: "Random parts train and validate, the rest is left out.",
                Parameter("train_sz", Double.self), Parameter("valid_sz", Double.self),
                Parameter("seed", Int?.self, default: nil)
            ) { _, train, valid, seed in
                SplitterObject("RandomSubsetSplitter", .randomSubset(train: train, valid: valid, seed: seed))
            },
            Function(
                "GrandparentSplitter", doc: "By the name of the folder two above a file.",
                Parameter("train_name", String.self, default: "train"),
                Parameter("valid_name", String.self, default: "valid")
            ) { _, train, valid in SplitterObject("GrandparentSplitter", .grandparent(train: train, valid: valid)) },
            Function(
                "FuncSplitter", doc: "The items for which the function is true validate.", Parameter("func", Value.self)
            ) { _, function in
                SplitterObject("FuncSplitter") { items, cell in
                    try Splitter<Value>.function { try cell.truth(cell.call(function, [$0])) }.split(items)
                }
            },
            Function(
                "MaskSplitter", doc: "The items at which the list says True validate.", Parameter("mask", [Bool].self)
            ) { _, mask in SplitterObject("MaskSplitter", .index(mask.indices.filter { mask[$0] })) },
            Function(
                "IndexSplitter", doc: "The items at these positions validate.", Parameter("valid_idx", [Int].self)
            ) { _, places in SplitterObject("IndexSplitter", .index(places)) },
            Function(
                "EndSplitter", doc: "The last or the first part validates: for data in order of time.",
                Parameter("valid_pct", Double.self, default: 0.2), Parameter("valid_last", Bool.self, default: true)
            ) { _, part, last in SplitterObject("EndSplitter", .end(validPercent: part, validLast: last)) },
            Function(
                "FileSplitter", doc: "The files whose names a text file lists validate.",
                Parameter("fname", PathArgument.self)
            ) { cell, file in
                let text = try cell.str(cell.callMethod("read_text", of: cell.path(file.path)))
                return SplitterObject("FileSplitter", .names(text.split(whereSeparator: \.isNewline).map(String.init)))
            },
            Function(
                "ColSplitter", doc: "The rows in whose column there is True validate.",
                Parameter("col", Value.self, default: .string("is_valid")), Parameter("on", Value?.self, default: nil)
            ) { _, column, wanted in
                SplitterObject("ColSplitter") { rows, cell in
                    try Splitter<Value>.function { row in
                        let found = try cell.item(of: row, at: column)
                        guard let wanted else { return try cell.truth(found) }
                        if wanted.object is List || wanted.object is Tuple { return try cell.contains(wanted, found) }
                        return try cell.equal(found, wanted)
                    }.split(rows)
                }
            },
        ]
    }
}

/// A parameter that takes a splitter: fastai's, or any function that gives two lists of positions.
struct SplitterArgument: CellConvertible {
    let split: ([Value], Interpreter) throws -> Split

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> SplitterArgument {
        if let known = value.object as? SplitterObject { return SplitterArgument(split: known.split) }
        return SplitterArgument { items, cell in
            let parts = try cell.items(of: cell.call(value, [.list(items)]))
            guard parts.count == 2 else {
                throw Raise.valueError("a splitter gives two lists, for training and validation, not \(parts.count)")
            }
            func places(_ part: Value) throws -> [Int] {
                try cell.items(of: part).map { value in
                    let place = try cell.index(value)
                    guard items.indices.contains(place) else {
                        throw Raise.indexError("the splitter gave position \(place) of \(items.count) items")
                    }
                    return place
                }
            }
            return Split(train: try places(parts[0]), valid: try places(parts[1]))
        }
    }
    static var cellTypeName: String { "splitter" }
}
