import CellRuntime
import DataBlocks
import Display
import Layers
import TabularLearning
import Tensors
import Training

/// fastai's functions that make learners of ratings.
enum CollabFunctions {
    @MembersBuilder static var members: [CellRuntime.Member] {
        CollabLoaders.declaration
        Function(
            "collab_learner", doc: "A learner of ratings: the product of what users like and what items have.",
            Parameter("dls", DataLoadersObject.self),
            Parameter("n_factors", Int.self, default: 50, doc: "How many numbers describe a user, and an item."),
            Parameter("use_nn", Bool.self, default: false, doc: "A network in place of the product."),
            Parameter(
                "emb_szs", NamedNumbersArgument.self, default: .none, doc: "Widths of a network's embeddings by column."
            ),
            Parameter("layers", [Int]?.self, default: nil, doc: "Widths of a network's hidden layers."),
            Parameter("config", Value.self, default: .none, doc: "Of tabular_config(), for a network."),
            Parameter("y_range", RangeArgument?.self, default: nil, doc: "What predictions are brought into."),
            LearnerOptions.loss, LearnerOptions.optimiser, LearnerOptions.rate, LearnerOptions.callbacks,
            LearnerOptions.metrics, LearnerOptions.path, LearnerOptions.folder, LearnerOptions.decay,
            LearnerOptions.decaysAll, LearnerOptions.trainsNormalisation, LearnerOptions.momenta
        ) {
            cell, loaders, factors, usesNetwork, widths, layers, config, range, loss, optimiser, rate, callbacks,
            metrics, path, folder, decay, decaysAll, trainsNormalisation, momenta in
            guard let data = loaders.loaders as? TableLoaders, !data.hasNumbers else {
                throw Raise.typeError("collab_learner takes loaders of ratings: CollabDataLoaders.from_csv(…)")
            }
            var settings = RatingSettings(factors: factors)
            if let range { settings.range = .init(range.range.lowerBound, range.range.upperBound) }
            if usesNetwork {
                var network = try NetworkConfig.settings(config, cell)
                network.layers = layers ?? [factors]
                settings.network = network
            }
            let learner = try RatingLearner(
                data, settings, widths: widths.widths("emb_szs"), loss: loss?.loss, metrics: metrics.metrics,
                callbacks: callbacks.callbacks, rule: optimiser.rule, path: path?.path, display: { cell.display($0) })
            LearnerOptions.apply(
                to: learner, rate, folder, decay, decaysAll, trainsNormalisation, momenta)
            return RatingLearnerObject(learner)
        }
    }
}

/// A learner of ratings, with what only that can do.
final class RatingLearnerObject: LearnerObject {
    init(_ learner: RatingLearner) {
        super.init(learner, RatingPredictor(), type: Self.ratingDeclaration)
    }

    fileprivate func ratings() throws(Raise) -> RatingLearner {
        guard let learner = learner as? RatingLearner else { throw .typeError("this is no learner of ratings") }
        return learner
    }

    static let ratingDeclaration: TypeObject = NativeType<RatingLearnerObject>(
        "CollabLearner", module: "fastai.collab", doc: "A learner of ratings.", base: LearnerObject.declaration
    ) {
        Property<RatingLearnerObject>("model", doc: "The network, with bias(…) and weight(…) by name.") { object, _ in
            RatingNetworkObject(try object.ratings())
        }
        Method<RatingLearnerObject>(
            "recommend", doc: "What a user has not rated and would like best, with the ratings predicted.",
            Parameter("user", Value.self), Parameter("n", Int.self, default: 10)
        ) { object, cell, user, count in
            let learner = try object.ratings()
            let found = try learner.recommend(cell.label(user), count: max(0, count))
            let recipe = learner.ratings.recipe
            return FrameObject([
                (recipe.categories[1], Column(found.map { cell.value(of: $0.item) })),
                (recipe.targets[0], .floats(found.map(\.rating))),
            ])
        }
        Method<RatingLearnerObject>(
            "nearest", doc: "The items whose embeddings are most alike: of what users like, not of what they are.",
            Parameter("item", Value.self), Parameter("n", Int.self, default: 10),
            Parameter("is_item", Bool.self, default: true, doc: "False for users.")
        ) { object, cell, item, count, isItem in
            let learner = try object.ratings()
            let found = try learner.nearest(cell.label(item), count: max(0, count), isItem: isItem)
            return FrameObject([
                (learner.ratings.recipe.categories[isItem ? 1 : 0], Column(found.map { cell.value(of: $0.label) })),
                ("similarity", .floats(found.map(\.similarity))),
            ])
        }
    }.type
}

/// `learn.model` of ratings.
final class RatingNetworkObject: NetworkObject {
    private let learner: RatingLearner

    init(_ learner: RatingLearner) {
        self.learner = learner
        super.init(learner.model, type: Self.ratingDeclaration)
    }

    static let ratingDeclaration: TypeObject = NativeType<RatingNetworkObject>(
        "EmbeddingDotBias", module: "fastai.collab", doc: "The network of ratings.", base: NetworkObject.declaration
    ) {
        Method<RatingNetworkObject>(
            "bias", doc: "What each item, or user, adds to every rating.", Parameter("arr", [Value].self),
            Parameter("is_item", Bool.self, default: true)
        ) { object, cell, names, isItem in
            TensorObject(try object.learner.bias(names.map { try cell.label($0) }, isItem: isItem))
        }
        Method<RatingNetworkObject>(
            "weight", doc: "The numbers that describe each item, or user.", Parameter("arr", [Value].self),
            Parameter("is_item", Bool.self, default: true)
        ) { object, cell, names, isItem in
            TensorObject(try object.learner.weight(names.map { try cell.label($0) }, isItem: isItem))
        }
    }.type
}

/// Predicts on rows of users and items.
struct RatingPredictor: CellPredictor {
    func predict(_ item: Value, _ learner: Learner, _ cell: Interpreter) throws -> Value {
        guard let learner = learner as? RatingLearner else { throw Raise.typeError("this is no learner of ratings") }
        let rows = try self.rows(item, learner, cell)
        let said = try learner.predict(rows.table)
        let shown = Value.object(PredictedRowsObject(said.rows))
        guard rows.isRow else {
            return .tuple([shown, .object(TensorObject(said.decoded)), .object(TensorObject(said.outputs))])
        }
        return .tuple([
            shown, .object(TensorObject(try said.decoded.select(0, 0))),
            .object(TensorObject(try said.outputs.select(0, 0))),
        ])
    }

    /// Rows, or a user and an item as a pair.
    private func rows(_ item: Value, _ learner: RatingLearner, _ cell: Interpreter) throws -> RowsArgument {
        guard let pair = item.object as? Tuple else {
            return try RowsArgument.convert(item, cell.place("predict", "item"))
        }
        guard pair.items.count == 2 else { throw Raise.valueError("a pair of user and item has two values") }
        let names = learner.ratings.recipe.categories
        let columns = try zip(names, pair.items).map { (name: $0, values: try Column([$1]).learned(cell)) }
        return RowsArgument(table: try DataTable(columns), isRow: true)
    }

    func showResults(
        _ learner: Learner, maximum: Int, training: Bool, shuffled: Bool, _ cell: Interpreter
    ) throws {
        guard let learner = learner as? RatingLearner else { return }
        cell.display(.table(try learner.showResults(maximum: maximum, training: training, shuffled: shuffled)))
    }
}
