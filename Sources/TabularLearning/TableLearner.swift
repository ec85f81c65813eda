import DataBlocks
import Display
import Layers
import Tensors
import Training

/// A learner of the rows of a table: fastai's `TabularLearner`.
public final class TableLearner: Learner {
    public let table: TableLoaders
    public let settings: TableModelSettings
    public let sizes: [EmbeddingSize]
    /// How many numbers the model gives.
    public let outputs: Int

    /// fastai's `tabular_learner`.
    ///
    /// - Parameters:
    ///   - widths: Widths of embeddings that are not to follow the rule of thumb, by column.
    ///   - outputs: Nil takes what the targets need.
    public init(
        _ data: TableLoaders, _ settings: TableModelSettings = TableModelSettings(), widths: [String: Int] = [:],
        outputs: Int? = nil, loss: (any LossFunction)? = nil, metrics: [any Metric] = [],
        callbacks: [any Callback] = [], rule: any UpdateRule = Adam(), path: String? = nil,
        display: @escaping (DisplayEvent) -> Void = { _ in }
    ) throws {
        table = data
        self.settings = settings
        sizes = try data.recipe.embeddingSizes(data, widths: widths)
        self.outputs = outputs ?? data.outputs
        guard self.outputs > 0 else { throw TableError.setting("how many numbers to predict is not known: give n_out") }
        let model = try TableModel(sizes, numbers: data.recipe.numbers.count, outputs: self.outputs, settings)
        try super.init(
            data, model: model, loss: loss, metrics: metrics, callbacks: callbacks, rule: rule, path: path,
            display: display)
        try data.warn(of: settings.range, display)
    }

    /// From an export.
    init(
        _ data: TableLoaders, _ settings: TableModelSettings, sizes: [EmbeddingSize], outputs: Int,
        display: @escaping (DisplayEvent) -> Void
    ) throws {
        (table, self.settings, self.sizes, self.outputs) = (data, settings, sizes, outputs)
        try super.init(
            data, model: TableModel(sizes, numbers: data.recipe.numbers.count, outputs: outputs, settings),
            display: display)
    }

    /// What the model says about rows; targets among their columns are not looked at.
    public func predict(_ rows: DataTable) throws -> TablePrediction {
        guard rows.rowCount > 0 else { throw TableError.setting("there are no rows to predict") }
        let encoded = try table.recipe.encode(rows, withTargets: false)
        for note in encoded.notes { display(.message(note)) }
        let found = try predictions(
            TensorLoader(inputs: [encoded.categories, encoded.numbers], targets: [], batchSize: 1024))
        let shown = try table.recipe.decode(encoded.categories, encoded.numbers)
        return TablePrediction(
            rows: try shown.adding(table.decodeTargets(found.decoded)), decoded: found.decoded,
            outputs: found.outputs, classes: table.vocabulary?.names ?? [])
    }

    /// Some validation rows with their targets and what the model says: fastai's `show_results`.
    public func showResults(maximum: Int = 10, training: Bool = false) throws -> Table {
        let loader = table.inOrder(training: training)
        let batch = try loader.oneBatch()
        let decoded = try withoutGradients { try loss.decode(outputs(for: batch.inputs)) }
        let rows = try table.decode(batch, table.decodeTargets(decoded, suffix: "_pred"))
        let count = min(maximum, rows.rowCount)
        let places = training ? table.split.train : table.split.valid
        return rows.rows(Array(0..<count)).shown(labels: Array(places.prefix(count)))
    }
}

/// What a model says about rows of a table.
public struct TablePrediction {
    /// The rows as the model saw them, with what is predicted in the targets' columns.
    public let rows: DataTable
    /// Indices of classes, flags, or numbers.
    public let decoded: Tensor
    /// Probabilities `[rows, classes]`, or numbers.
    public let outputs: Tensor
    /// The classes in the order of ``outputs``; empty for numbers.
    public let classes: [String]
}

extension TableRecipe {
    /// fastai's `get_emb_sz`.
    func embeddingSizes(_ data: TableLoaders, widths: [String: Int]) throws -> [EmbeddingSize] {
        if let unknown = widths.keys.sorted().first(where: { !categories.contains($0) }) {
            throw DataBlockError.noColumn("'\(unknown)' among the categories", columns: categories)
        }
        return try categories.map { name in
            guard let count = classes[name]?.count else { throw TableError.notIndices(column: name) }
            return widths[name].map { EmbeddingSize(count, $0) } ?? EmbeddingSize(entries: count)
        }
    }
}

extension TableLoaders {
    /// Says so where targets lie outside the range that the model's output is brought into.
    func warn(of range: TableModelSettings.Range?, _ display: (DisplayEvent) -> Void) throws {
        guard let range, let table, case .regression = target else { return }
        guard range.low < range.high else {
            throw TableError.setting(
                "y_range goes from a lower to a higher number, not from \(range.low) to \(range.high)")
        }
        for name in recipe.targets {
            let values = try table[.name(name)].doubles(name)
            let outside = values.filter { $0 < range.low || $0 > range.high }
            guard let first = outside.first else { continue }
            display(
                .message(
                    "\(outside.count) of \(values.count) values of '\(name)' lie outside y_range=(\(short(range.low)), "
                        + "\(short(range.high))), such as \(short(first)): the model cannot reach them"))
        }
    }

    private func short(_ value: Double) -> String { TableText.number(value) }
}
