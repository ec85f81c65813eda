import DataBlocks
import Display
import Layers
import Tensors
import Training

/// How a learner of ratings is built; the defaults are those of fastai's `collab_learner`.
public struct RatingSettings: Sendable, Codable, Equatable {
    /// How many numbers describe a user, and an item.
    public var factors = 50
    public var range: TableModelSettings.Range?
    /// A network on the embeddings in place of their product.
    public var network: TableModelSettings?

    public init(factors: Int = 50, range: TableModelSettings.Range? = nil, network: TableModelSettings? = nil) {
        (self.factors, self.range, self.network) = (factors, range, network)
    }
}

/// A learner of ratings: collaborative filtering.
public final class RatingLearner: Learner {
    public let ratings: TableLoaders
    public let settings: RatingSettings
    let sizes: [EmbeddingSize]

    /// fastai's `collab_learner`.
    ///
    /// - Parameter widths: Widths of a network's embeddings, by column.
    public init(
        _ data: TableLoaders, _ settings: RatingSettings = RatingSettings(), widths: [String: Int] = [:],
        loss: (any LossFunction)? = nil, metrics: [any Metric] = [], callbacks: [any Callback] = [],
        rule: any UpdateRule = Adam(), path: String? = nil, display: @escaping (DisplayEvent) -> Void = { _ in }
    ) throws {
        ratings = data
        self.settings = settings
        sizes = try data.recipe.embeddingSizes(data, widths: widths)
        try super.init(
            data, model: try Self.model(sizes, settings), loss: loss, metrics: metrics, callbacks: callbacks,
            rule: rule, path: path, display: display)
        try data.warn(of: settings.range, display)
    }

    /// From an export.
    init(
        _ data: TableLoaders, _ settings: RatingSettings, sizes: [EmbeddingSize],
        display: @escaping (DisplayEvent) -> Void
    ) throws {
        (ratings, self.settings, self.sizes) = (data, settings, sizes)
        try super.init(data, model: try Self.model(sizes, settings), display: display)
    }

    private static func model(_ sizes: [EmbeddingSize], _ settings: RatingSettings) throws -> Module {
        guard sizes.count == 2 else { throw TableError.setting("ratings have a user and an item") }
        guard settings.factors > 0 else { throw TableError.setting("n_factors is at least 1, not \(settings.factors)") }
        guard var network = settings.network else {
            return try RatingModel(
                factors: settings.factors, users: sizes[0].entries, items: sizes[1].entries, range: settings.range)
        }
        network.range = settings.range ?? network.range
        return try TableModel(sizes, numbers: 0, outputs: 1, network, kind: "EmbeddingNN")
    }

    /// Predicted ratings of rows of users and items, which may be ones that training did not have.
    ///
    /// - Returns: The rows with what is predicted, and the predictions.
    public func predict(_ rows: DataTable) throws -> TablePrediction {
        guard rows.rowCount > 0 else { throw TableError.setting("there are no rows to predict") }
        let encoded = try ratings.recipe.encode(rows, withTargets: false)
        for note in encoded.notes { display(.message(note)) }
        let found = try predictions(TensorLoader(inputs: [encoded.categories], targets: [], batchSize: 4096))
        let shown = try ratings.recipe.decode(encoded.categories, encoded.numbers)
        return TablePrediction(
            rows: try shown.adding(ratings.decodeTargets(found.decoded)), decoded: found.decoded,
            outputs: found.outputs, classes: [])
    }

    /// Some validation rows with the rating that was given and the one that is predicted.
    public func showResults(maximum: Int = 10, training: Bool = false, shuffled: Bool = false) throws -> Table {
        let places = training ? ratings.split.train : ratings.split.valid
        let loader = ratings.inOrder(training: training)
        let batch = try loader.oneBatch()
        let decoded = try outputs(for: batch.inputs)
        let rows = try ratings.decode(batch, ratings.decodeTargets(decoded, suffix: "_pred"))
        var chosen = Array(0..<rows.rowCount)
        if shuffled { chosen = try Tensor.randperm(rows.rowCount).array() }
        chosen = Array(chosen.prefix(maximum))
        return rows.rows(chosen).shown(labels: chosen.map { places[$0] })
    }
}
