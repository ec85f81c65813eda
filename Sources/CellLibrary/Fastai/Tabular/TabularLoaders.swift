import CellRuntime
import DataBlocks
import Display
import TabularLearning
import Tensors

/// fastai's `TabularDataLoaders`.
enum TabularLoaders {
    private struct Options {
        let path: PathArgument
        let procs: ProcsArgument
        let categories: NamesArgument
        let numbers: NamesArgument
        let targets: NamesArgument
        let block: Value
        let valid: [Int]?
    }

    private static func make(_ table: DataTable, _ given: Options, _ loading: LoadingOptions, _ cell: Interpreter)
        throws -> DataLoadersObject
    {
        let targets = given.targets.names ?? []
        let categories = given.categories.names ?? []
        let numbers = given.numbers.names ?? table.names.filter { !categories.contains($0) && !targets.contains($0) }
        let target = try TableTarget(given.block, cell)
        let rows = Array(0..<table.rowCount)
        let split = try given.valid.map { try Splitter.index($0).split(rows) } ?? Splitter.random().split(rows)
        let prepared = try PreparedTable(
            table,
            TableSettings(
                categories: categories, numbers: numbers, targets: targets, steps: given.procs.steps, target: target),
            split: split)
        if case .inferred = target, targets.count == 1 { try warn(table, targets[0], cell) }
        return DataLoadersObject(try prepared.loaders(loading))
    }

    /// fastai takes whole numbers for numbers, even where they are classes, and says nothing.
    private static func warn(_ table: DataTable, _ target: String, _ cell: Interpreter) throws {
        guard case .ints(let values) = try table[.name(target)] else { return }
        let different = Set(values)
        guard different.count <= 10 else { return }
        cell.display(
            .message(
                "'\(target)' holds \(different.count) different whole numbers, which are predicted as numbers. "
                    + "If they are classes, give y_block=CategoryBlock()"))
    }

    private static var path: Parameter<PathArgument> {
        Parameter("path", PathArgument.self, default: PathArgument(path: "."), doc: "Where a learner puts its files.")
    }
    private static var procs: Parameter<ProcsArgument> {
        Parameter("procs", ProcsArgument.self, default: .none, doc: "Of Categorify, FillMissing and Normalize.")
    }
    private static var categories: Parameter<NamesArgument> {
        Parameter("cat_names", NamesArgument.self, default: .none, doc: "Columns of categories.")
    }
    private static var numbers: Parameter<NamesArgument> {
        Parameter("cont_names", NamesArgument.self, default: .none, doc: "Columns of numbers; None takes the rest.")
    }
    private static var targets: Parameter<NamesArgument> {
        Parameter("y_names", NamesArgument.self, default: .none, doc: "What is to be predicted.")
    }
    private static var block: Parameter<Value> {
        Parameter("y_block", Value.self, default: .none, doc: "Such as CategoryBlock; else by the column's kind.")
    }
    private static var valid: Parameter<[Int]?> {
        Parameter("valid_idx", [Int]?.self, default: nil, doc: "Rows that validate; else a random fifth.")
    }

    static let declaration = NativeType<DataLoadersObject>(
        "TabularDataLoaders", module: "fastai.tabular.data", doc: "Loaders of the rows of a table.",
        base: DataLoadersObject.declaration
    ) {
        ClassFunction(
            "from_df", doc: "The rows of a data frame.", Parameter("df", FrameObject.self), path, procs, categories,
            numbers, targets, block, valid, ImageLoaders.Common.batchSize, ImageLoaders.Common.validBatchSize,
            ImageLoaders.Common.isShuffled, ImageLoaders.Common.device
        ) {
            _, cell, frame, path, procs, categories, numbers, targets, block, valid, size, validSize, shuffled, _ in
            try make(
                frame.table(for: cell),
                Options(
                    path: path, procs: procs, categories: categories, numbers: numbers, targets: targets, block: block,
                    valid: valid), .checked(cell, bs: size, validSize, shuffled, nil, path), cell)
        }
        ClassFunction(
            "from_csv", doc: "The rows of a CSV file.", Parameter("csv", PathArgument.self),
            Parameter("skipinitialspace", Bool.self, default: true, doc: "Whether blanks behind commas are left out."),
            path, procs, categories, numbers, targets, block, valid, ImageLoaders.Common.batchSize,
            ImageLoaders.Common.validBatchSize, ImageLoaders.Common.isShuffled, ImageLoaders.Common.device
        ) {
            _, cell, file, skips, path, procs, categories, numbers, targets, block, valid, size, validSize, shuffled, _
            in
            try make(
                CSV.read(file.path, skipsBlanks: skips),
                Options(
                    path: path, procs: procs, categories: categories, numbers: numbers, targets: targets, block: block,
                    valid: valid), .checked(cell, bs: size, validSize, shuffled, nil, path), cell)
        }
    }.type
}

/// What cells do with loaders of tables.
enum TableCells {
    static func showBatch(_ loaders: TableLoaders, _ most: Int, _ cell: Interpreter) throws {
        cell.display(.table(try loaders.showBatch(maximum: max(1, most))))
    }

    static func testLoader(
        _ loaders: TableLoaders, _ items: Value, withLabels: Bool, _ size: Int?, _ cell: Interpreter
    ) throws -> LoaderObject {
        let rows = try RowsArgument.convert(items, cell.place("test_dl", "test_items"))
        let (loader, notes) = try loaders.testLoader(
            rows.table, batchSize: size, withTargets: withLabels ? true : nil)
        for note in notes { cell.display(.message(note)) }
        return LoaderObject(loader)
    }

    /// The values of each categorical column, by name.
    static func classes(_ recipe: TableRecipe, _ cell: Interpreter) throws -> Dict {
        Dict(
            named: recipe.categories.map { name in
                let labels = recipe.classes[name]?.labels ?? []
                return (name, Value.list([.string(CategoryMap.unknown)] + labels.map { cell.value(of: $0) }))
            })
    }
}
