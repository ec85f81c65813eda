import CellRuntime
import DataBlocks
import Display
import TabularLearning
import Tensors

/// fastai's `TabularPandas`: a table with its columns' roles, prepared for a model.
final class TabularPandasObject: Object, NativeObject {
    /// The table that this one, or a part of it, was prepared from.
    let prepared: PreparedTable
    let table: DataTable
    let encoded: EncodedTable
    /// Where its rows stand in the whole table.
    let places: [Int]

    init(_ prepared: PreparedTable) {
        (self.prepared, table, encoded) = (prepared, prepared.table, prepared.encoded)
        places = prepared.split.train + prepared.split.valid
        super.init(type: Self.declaration)
    }

    /// Some rows of a table, or others prepared likewise.
    init(_ prepared: PreparedTable, _ table: DataTable, _ encoded: EncodedTable, places: [Int]) {
        (self.prepared, self.table, self.encoded, self.places) = (prepared, table, encoded, places)
        super.init(type: Self.declaration)
    }

    private func part(_ places: [Int]) -> TabularPandasObject {
        TabularPandasObject(prepared, table, encoded, places: places)
    }

    private var recipe: TableRecipe { prepared.recipe }

    /// What the model is given, as a table: indices and prepared numbers.
    private func inputs() throws -> [(String, Column)] {
        let rows = try Tensor(places)
        let (codes, numbers) = (
            try encoded.categories.indexSelect(0, rows), try encoded.numbers.indexSelect(0, rows)
        )
        return try recipe.categories.enumerated().map { ($1, try Column(codes.select(1, $0).contiguous())) }
            + recipe.numbers.enumerated().map { ($1, try Column(numbers.select(1, $0).contiguous())) }
    }

    private func targets() throws -> [(String, Column)] {
        guard let targets = encoded.targets.first else { return [] }
        let rows = try targets.indexSelect(0, Tensor(places))
        return try recipe.targets.enumerated().map { ($1, try Column(rows.select(1, $0).contiguous())) }
    }

    private func frame(_ columns: [(String, Column)]) -> FrameObject {
        FrameObject(columns, index: RowIndex(.ints(places)))
    }

    static let declaration: TypeObject = NativeType<TabularPandasObject>(
        "TabularPandas", module: "fastai.tabular.core", doc: "A table prepared for a model."
    ) {
        Constructor(
            Parameter("df", FrameObject.self), Parameter("procs", ProcsArgument.self, default: .none),
            Parameter("cat_names", NamesArgument.self, default: .none, doc: "Columns of categories."),
            Parameter("cont_names", NamesArgument.self, default: .none, doc: "Columns of numbers."),
            Parameter("y_names", NamesArgument.self, default: .none, doc: "What is to be predicted."),
            Parameter("y_block", Value.self, default: .none, doc: "Such as CategoryBlock."),
            Parameter("splits", Value.self, default: .none, doc: "Positions that train, and that validate."),
            Parameter("do_setup", Bool.self, default: true),
            Parameter("device", DeviceArgument.self, default: DeviceArgument()),
            Parameter("inplace", Bool.self, default: false), Parameter("reduce_memory", Bool.self, default: true)
        ) { cell, frame, procs, categories, numbers, targets, block, splits, _, _, _, _ in
            let table = try frame.table(for: cell)
            let settings = TableSettings(
                categories: categories.names ?? [], numbers: numbers.names ?? [], targets: targets.names ?? [],
                steps: procs.steps, target: try TableTarget(block, cell))
            return TabularPandasObject(
                try PreparedTable(table, settings, split: cell.split(splits, count: table.rowCount)))
        }
        Method<TabularPandasObject>(
            "dataloaders", doc: "Loaders of its rows.", Parameter("bs", Int.self, default: 64),
            Parameter("val_bs", Int?.self, default: nil), Parameter("shuffle", Bool.self, default: true),
            Parameter("path", PathArgument.self, default: PathArgument(path: ".")),
            Parameter("device", DeviceArgument.self, default: DeviceArgument())
        ) { object, cell, size, validSize, shuffled, path, _ in
            DataLoadersObject(
                try object.prepared.loaders(.checked(cell, bs: size, validSize, shuffled, nil, path)))
        }
        Property<TabularPandasObject>("train", doc: "The training rows.") { object, _ in
            object.part(object.prepared.split.train)
        }
        Property<TabularPandasObject>("valid", doc: "The validation rows.") { object, _ in
            object.part(object.prepared.split.valid)
        }
        Property<TabularPandasObject>("xs", doc: "What the model is given, as a table.") { object, _ in
            object.frame(try object.inputs())
        }
        Property<TabularPandasObject>("ys", doc: "What is to be predicted, as a table.") { object, _ in
            object.frame(try object.targets())
        }
        Property<TabularPandasObject>("y", doc: "The first column that is to be predicted.") { object, _ in
            let targets = try object.targets()
            return targets.first.map {
                Value.object(SeriesObject($0.1, index: RowIndex(.ints(object.places)), name: $0.0))
            } ?? .none
        }
        Property<TabularPandasObject>("cats", doc: "The categories' indices.") { object, _ in
            object.frame(Array(try object.inputs().prefix(object.recipe.categories.count)))
        }
        Property<TabularPandasObject>("conts", doc: "The prepared numbers.") { object, _ in
            object.frame(Array(try object.inputs().dropFirst(object.recipe.categories.count)))
        }
        Property<TabularPandasObject>("items", doc: "The table as the model sees it, other columns left out.") {
            object, _ in
            object.frame(try object.inputs() + object.targets())
        }
        Property<TabularPandasObject>("cat_names") { object, cell in
            try cell.L(object.recipe.categories.map { .string($0) })
        }
        Property<TabularPandasObject>("cont_names") { object, cell in
            try cell.L(object.recipe.numbers.map { .string($0) })
        }
        Property<TabularPandasObject>("y_names") { object, cell in
            try cell.L(object.recipe.targets.map { .string($0) })
        }
        Property<TabularPandasObject>("classes", doc: "The values of each categorical column.") { object, cell in
            try TableCells.classes(object.recipe, cell)
        }
        Method<TabularPandasObject>(
            "new", doc: "Other rows, prepared as these.", Parameter("df", FrameObject.self)
        ) { object, cell, frame in
            let table = try frame.table(for: cell)
            let encoded = try object.recipe.encode(
                table, withTargets: object.recipe.targets.allSatisfy(table.names.contains))
            for note in encoded.notes { cell.display(.message(note)) }
            return TabularPandasObject(object.prepared, table, encoded, places: Array(0..<table.rowCount))
        }
        Method<TabularPandasObject>("process", doc: "Nothing is left to do: rows are prepared when they are taken in.")
        { _, _ in }
        Method<TabularPandasObject>(
            "show", doc: "Shows the first rows in the table's own words.", Parameter("max_n", Int.self, default: 10)
        ) { object, cell, most in
            let chosen = Array(object.places.prefix(max(0, most)))
            let index = try Tensor(chosen)
            let rows = try object.recipe.decode(
                object.encoded.categories.indexSelect(0, index), object.encoded.numbers.indexSelect(0, index))
            let targets = try object.recipe.targets.filter(object.table.names.contains).map {
                (name: $0, values: try object.table[.name($0)].rows(chosen))
            }
            cell.display(.table(try rows.adding(targets).shown(labels: chosen)))
        }
        Method<TabularPandasObject>("__len__") { object, _ in object.places.count }
        Method<TabularPandasObject>("__repr__") { object, _ in
            "<TabularPandas of \(object.places.count) rows: \(object.recipe.categories.count) categories, "
                + "\(object.recipe.numbers.count) numbers>"
        }
    }.type
}

extension Interpreter {
    /// Splits as cells give them: two lists of positions; None trains on all rows.
    func split(_ value: Value, count: Int) throws -> Split {
        if value.isNone { return Split(train: Array(0..<count), valid: []) }
        let parts = try items(of: value)
        guard parts.count == 2 else {
            throw Raise.valueError("splits are two lists of positions, for training and validation")
        }
        func places(_ part: Value) throws -> [Int] {
            try items(of: part).map { value in
                let place = try index(value)
                guard (0..<count).contains(place) else {
                    throw Raise.indexError("splits name row \(place), and the table has \(count)")
                }
                return place
            }
        }
        return Split(train: try places(parts[0]), valid: try places(parts[1]))
    }
}
