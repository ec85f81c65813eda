import CellRuntime
import DataBlocks
import Display
import TabularLearning
import Tensors
import Training

/// fastai's functions that make learners of tables.
enum TabularFunctions {
    @MembersBuilder static var members: [CellRuntime.Member] {
        TabularLoaders.declaration
        TabularPandasObject.declaration
        TableProcObject.members
        learner
        Function(
            "tabular_config",
            doc: "Settings of a table's network, for config=…: ps, embed_p, use_bn, bn_final, bn_cont.",
            Parameter("options", Keywords.self)
        ) { _, options in Dict(named: options.entries.map { ($0.name, $0.value) }) }
        Function(
            "cont_cat_split", doc: "Names of the columns of numbers, and of those of categories.",
            Parameter("df", FrameObject.self),
            Parameter("max_card", Int.self, default: 20, doc: "Most different whole numbers of a category."),
            Parameter("dep_var", NamesArgument.self, default: .none)
        ) { cell, frame, most, targets in
            let split = try frame.table(for: cell).splitNames(maximum: most, targets: targets.names ?? [])
            return Value.tuple([.list(split.numbers.map { .string($0) }), .list(split.categories.map { .string($0) })])
        }
        Function(
            "df_shrink", doc: "The table itself: columns take no more memory than they need here.",
            Parameter("df", FrameObject.self)
        ) { _, frame in frame }
    }

    private static var learner: CellRuntime.Member {
        Function(
            "tabular_learner", doc: "A learner of the rows of a table: embeddings and numbers into linear layers.",
            Parameter("dls", DataLoadersObject.self),
            Parameter("layers", [Int].self, default: [200, 100], doc: "Widths of the hidden layers."),
            Parameter("emb_szs", NamedNumbersArgument.self, default: .none, doc: "Widths of embeddings by column."),
            Parameter("config", Value.self, default: .none, doc: "Of tabular_config()."),
            Parameter("n_out", Int?.self, default: nil), Parameter("y_range", RangeArgument?.self, default: nil),
            LearnerOptions.loss, LearnerOptions.optimiser, LearnerOptions.rate, LearnerOptions.callbacks,
            LearnerOptions.metrics, LearnerOptions.path, LearnerOptions.folder, LearnerOptions.decay,
            LearnerOptions.decaysAll, LearnerOptions.trainsNormalisation, LearnerOptions.momenta
        ) {
            cell, loaders, layers, widths, config, outputs, range, loss, optimiser, rate, callbacks, metrics, path,
            folder, decay, decaysAll, trainsNormalisation, momenta in
            guard let data = loaders.loaders as? TableLoaders, data.hasNumbers else {
                throw Raise.typeError(
                    "tabular_learner takes loaders of a table, such as TabularDataLoaders.from_csv(…)")
            }
            var settings = try NetworkConfig.settings(config, cell)
            settings.layers = layers
            if let range { settings.range = .init(range.range.lowerBound, range.range.upperBound) }
            let learner = try TableLearner(
                data, settings, widths: widths.widths("emb_szs"), outputs: outputs, loss: loss?.loss,
                metrics: metrics.metrics,
                callbacks: callbacks.callbacks, rule: optimiser.rule, path: path?.path, display: { cell.display($0) })
            LearnerOptions.apply(
                to: learner, rate, folder, decay, decaysAll, trainsNormalisation, momenta)
            return TableLearnerObject(learner)
        }
    }
}

/// `config=tabular_config(ps=0.1, …)`
enum NetworkConfig {
    static func settings(_ value: Value, _ cell: Interpreter) throws -> TableModelSettings {
        var settings = TableModelSettings()
        if value.isNone { return settings }
        guard let entries = value.object as? Dict else {
            throw Raise.typeError("config is what tabular_config(…) gives, not \(value.type.name)")
        }
        for (key, entry) in entries {
            let name = try cell.str(key)
            let place = cell.place("tabular_config", name)
            switch name {
            case "ps":
                settings.dropout =
                    entry.isNone
                    ? [] : entry.double != nil ? [try Double.convert(entry, place)] : try [Double].convert(entry, place)
            case "embed_p": settings.embeddingDropout = try Double.convert(entry, place)
            case "y_range":
                let range = try RangeArgument?.convert(entry, place)
                settings.range = range.map { .init($0.range.lowerBound, $0.range.upperBound) }
            case "use_bn": settings.normalises = try cell.truth(entry)
            case "bn_final": settings.normalisesLast = try cell.truth(entry)
            case "bn_cont": settings.normalisesNumbers = try cell.truth(entry)
            case "lin_first": settings.linearFirst = try cell.truth(entry)
            default:
                throw Raise.typeError(
                    "tabular_config() has ps, embed_p, y_range, use_bn, bn_final, bn_cont and lin_first, not '\(name)'")
            }
        }
        return settings
    }
}

/// A learner of a table, with what only that can do.
final class TableLearnerObject: LearnerObject {
    var table: TableLearner? { learner as? TableLearner }

    init(_ learner: TableLearner) {
        super.init(learner, TablePredictor(), type: Self.tableDeclaration)
    }

    static let tableDeclaration: TypeObject = NativeType<TableLearnerObject>(
        "TabularLearner", module: "fastai.tabular.learner", doc: "A learner of the rows of a table.",
        base: LearnerObject.declaration
    ) {
        Method<TableLearnerObject>(
            "feature_importance",
            doc: "How much worse the model gets when a column's values are dealt out anew: a table, worst first.",
            Parameter("n_repeats", Int.self, default: 3, doc: "Whose mean counts.")
        ) { object, _, repeats in
            guard let learner = object.table else { throw Raise.typeError("this is no learner of a table") }
            let found = try learner.importance(repeats: repeats)
            var columns: [(String, Column)] = [
                ("column", .texts(found.map(\.column))), ("loss_rise", .floats(found.map(\.lossRise))),
            ]
            if let metric = learner.metrics.first {
                columns.append((metric.name + "_change", .floats(found.map { $0.metricChange ?? .nan })))
            }
            return FrameObject(columns)
        }
    }.type
}

/// Predicts on rows of a table.
struct TablePredictor: CellPredictor {
    func predict(_ item: Value, _ learner: Learner, _ cell: Interpreter) throws -> Value {
        guard let learner = learner as? TableLearner else { throw Raise.typeError("this is no learner of a table") }
        let rows = try RowsArgument.convert(item, cell.place("predict", "row"))
        let said = try learner.predict(rows.table)
        let shown = Value.object(PredictedRowsObject(said.rows))
        guard rows.isRow else {
            return .tuple([shown, .object(TensorObject(said.decoded)), .object(TensorObject(said.outputs))])
        }
        let probabilities = try said.outputs.select(0, 0)
        return .tuple([
            shown, .object(TensorObject(try said.decoded.select(0, 0))),
            said.classes.isEmpty
                ? .object(TensorObject(probabilities)) : .object(ProbabilitiesObject(probabilities, said.classes)),
        ])
    }

    func showResults(
        _ learner: Learner, maximum: Int, training: Bool, shuffled: Bool, _ cell: Interpreter
    ) throws {
        guard let learner = learner as? TableLearner else { return }
        cell.display(.table(try learner.showResults(maximum: maximum, training: training)))
    }
}

/// Rows with what was predicted for them, as `predict` gives them: `row.show()`.
final class PredictedRowsObject: Object, NativeObject {
    let frame: FrameObject

    init(_ table: DataTable) {
        frame = FrameObject(table)
        super.init(type: Self.declaration)
    }

    static let declaration: TypeObject = NativeType<PredictedRowsObject>(
        "PredictedRows", module: "fastai.tabular.core", doc: "Rows with what is predicted for them."
    ) {
        Method<PredictedRowsObject>(
            "show", doc: "Shows the rows.", Parameter("max_n", Int.self, default: 10)
        ) { object, cell, most in
            let count = min(max(0, most), object.frame.index.count)
            cell.display(.table(try object.frame.picked(Array(0..<count)).table(cell)))
        }
        Property<PredictedRowsObject>("items", doc: "The rows as a data frame.") { object, _ in object.frame }
        Method<PredictedRowsObject>("__getitem__", Parameter("key", Value.self)) { object, cell, key in
            try cell.item(of: .object(object.frame), at: key)
        }
        Method<PredictedRowsObject>("__len__") { object, _ in object.frame.index.count }
        Method<PredictedRowsObject>("__repr__") { object, cell in try cell.repr(.object(object.frame)) }
        RichDisplay(PredictedRowsObject.self) { object, cell in .table(try object.frame.table(cell)) }
    }.type
}
