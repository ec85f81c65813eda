import DataBlocks
import Display
import Tensors

/// A table split in training and validation rows, and the recipe that the training rows gave: fastai's
/// `TabularPandas`.
public struct PreparedTable {
    public let table: DataTable
    public let split: Split
    public let recipe: TableRecipe
    /// All rows, in the table's order.
    public let encoded: EncodedTable

    /// - Parameter split: Positions of rows; rows in neither part are left out.
    public init(_ table: DataTable, _ settings: TableSettings, split: Split) throws {
        self.table = table
        self.split = split
        recipe = try TableRecipe(table, settings, split: split)
        encoded = try recipe.encode(table, withTargets: true)
    }

    /// Loaders of its rows.
    public func loaders(_ options: LoadingOptions = LoadingOptions()) throws -> TableLoaders {
        for note in encoded.notes { options.report(.message(note)) }
        return try TableLoaders(self, options)
    }
}

/// Loaders of the rows of a table: fastai's `TabularDataLoaders`.
public final class TableLoaders: DataLoaders {
    public let recipe: TableRecipe
    /// Where the rows of the two sets stand in the table.
    public let split: Split
    /// Whether batches have numbers beside categories; ratings have none.
    public let hasNumbers: Bool
    /// The columns as they were read; nil when a learner came from an export.
    public let table: DataTable?
    private let validBatchSize: Int

    convenience init(_ prepared: PreparedTable, _ options: LoadingOptions, hasNumbers: Bool = true) throws {
        try self.init(
            prepared.recipe, prepared.table, prepared.split, try prepared.encoded.rows(prepared.split.train),
            try prepared.encoded.rows(prepared.split.valid), options, hasNumbers: hasNumbers)
    }

    /// Loaders without rows, for a learner that only predicts.
    convenience init(_ recipe: TableRecipe, hasNumbers: Bool) throws {
        let empty = EncodedTable(
            categories: try Tensor.zeros([0, recipe.categories.count], dtype: .int64),
            numbers: try Tensor.zeros([0, recipe.numbers.count]), targets: [], notes: [])
        var options = LoadingOptions()
        options.isShuffled = false
        try self.init(recipe, nil, Split(train: [], valid: []), empty, empty, options, hasNumbers: hasNumbers)
    }

    private init(
        _ recipe: TableRecipe, _ table: DataTable?, _ split: Split, _ train: EncodedTable, _ valid: EncodedTable,
        _ options: LoadingOptions, hasNumbers: Bool
    ) throws {
        (self.recipe, self.table, self.split, self.hasNumbers) = (recipe, table, split, hasNumbers)
        validBatchSize = options.validBatchSize ?? options.batchSize
        super.init(
            train: try Self.loader(
                train, hasNumbers, options.batchSize, isShuffled: options.isShuffled, dropsLast: options.isShuffled),
            valid: try Self.loader(valid, hasNumbers, validBatchSize),
            target: recipe.target, vocabulary: recipe.vocabulary, path: options.path)
    }

    private static func loader(
        _ rows: EncodedTable, _ hasNumbers: Bool, _ batchSize: Int, isShuffled: Bool = false, dropsLast: Bool = false
    ) throws -> TensorLoader {
        try TensorLoader(
            inputs: hasNumbers ? [rows.categories, rows.numbers] : [rows.categories], targets: rows.targets,
            batchSize: batchSize, isShuffled: isShuffled, dropsLast: dropsLast)
    }

    /// One of the two sets in its order, all of it.
    public override func inOrder(training: Bool) -> any Loader {
        let loader = training ? train : valid
        return (loader as? TensorLoader)?.ordered ?? loader
    }

    /// A loader of further rows, prepared as in validation, and what is to be said about them: fastai's `test_dl`.
    ///
    /// - Parameter withTargets: Nil uses the target columns where all are there.
    public func testLoader(
        _ rows: DataTable, batchSize: Int? = nil, withTargets: Bool? = nil
    ) throws -> (loader: TensorLoader, notes: [String]) {
        let encoded = try recipe.encode(
            rows, withTargets: withTargets ?? recipe.targets.allSatisfy(rows.names.contains))
        return (try Self.loader(encoded, hasNumbers, batchSize ?? validBatchSize), encoded.notes)
    }

    /// The rows of a batch in the table's own words, with their targets if it has some.
    public func decode(_ batch: Batch, _ extra: [(name: String, values: Column)] = []) throws -> DataTable {
        let numbers = try hasNumbers ? batch.inputs[1] : Tensor.zeros([batch.count, 0])
        let rows = try recipe.decode(batch.inputs[0], numbers)
        let targets = try batch.targets.first.map { try decodeTargets($0) } ?? []
        return try rows.adding(targets + extra)
    }

    /// Targets or predictions of rows in the table's own words, with a suffix to the columns' names.
    ///
    /// - Parameter values: Classes' indices, flags, or numbers.
    public func decodeTargets(_ values: Tensor, suffix: String = "") throws -> [(name: String, values: Column)] {
        switch target {
        case .category:
            let codes: [Int] = try values.reshape([-1]).contiguous().array()
            let names = vocabulary?.names ?? []
            return [
                (recipe.targets[0] + suffix, .texts(codes.map { names.indices.contains($0) ? names[$0] : "\($0)" }))
            ]
        default:
            let rows = try values.reshape([-1, recipe.targets.count])
            return try recipe.targets.enumerated().map { place, name in
                let column = try rows.select(1, place).contiguous()
                return target == .multiCategory
                    ? (name + suffix, .bools(try column.to(dtype: .bool).array()))
                    : (name + suffix, .numbers(try column.array()))
            }
        }
    }

    /// Some training rows as the model sees them, in the table's own words: fastai's `show_batch`.
    public func showBatch(maximum: Int = 10) throws -> Table {
        let batch = try train.oneBatch()
        let rows = try decode(batch)
        let count = min(maximum, rows.rowCount)
        let labels = batch.positions.map { split.train.indices.contains($0) ? split.train[$0] : $0 }
        return rows.rows(Array(0..<count)).shown(labels: Array(labels.prefix(count)))
    }
}
