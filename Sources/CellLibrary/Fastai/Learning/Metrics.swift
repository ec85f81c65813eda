import CellRuntime
import Tensors
import Training

/// A metric by fastai's name: called with predictions and targets, or given to a learner.
final class MetricObject: Object, NativeObject {
    let name: String
    let make: () -> any Metric
    let measure: (Tensor, Tensor) throws -> Tensor

    init(_ name: String, make: @escaping () -> any Metric, measure: @escaping (Tensor, Tensor) throws -> Tensor) {
        self.name = name
        self.make = make
        self.measure = measure
        super.init(type: Self.declaration)
    }

    /// A function of one batch, whose values are averaged.
    convenience init(_ name: String, _ function: @escaping (Tensor, Tensor) throws -> Tensor) {
        self.init(name, make: { AverageMetric(name, of: function) }, measure: function)
    }

    /// A function of all predictions at once.
    convenience init(_ make: @escaping () -> WholeMetric) {
        self.init(make().name, make: make) { try Tensor(make().value($0, $1)) }
    }

    static let declaration: TypeObject = NativeType<MetricObject>(
        "Metric", module: "fastai.metrics", doc: "Something measured on the validation set."
    ) {
        Method<MetricObject>(
            "__call__", doc: "Of predictions and targets.", Parameter("inp", TensorObject.self),
            Parameter("targ", TensorObject.self)
        ) { metric, _, predictions, targets in TensorObject(try metric.measure(predictions.tensor, targets.tensor)) }
        Property<MetricObject>("__name__") { metric, _ in metric.name }
        Property<MetricObject>("name") { metric, _ in metric.name }
        Method<MetricObject>("__repr__") { metric, _ in "<metric \(metric.name)>" }
    }.type

    private static var axis: Parameter<Int> {
        Parameter("axis", Int.self, default: -1)
    }
    private static var average: Parameter<String> {
        Parameter("average", String.self, default: "binary", doc: "'binary', 'macro', 'micro' or 'weighted'.")
    }
    private static var positive: Parameter<Int> {
        Parameter("pos_label", Int.self, default: 1)
    }

    private static func checked(_ text: String) throws(Raise) -> ClassCounts.Average {
        guard let average = ClassCounts.Average(rawValue: text) else {
            throw .valueError("average is 'binary', 'macro', 'micro' or 'weighted', not '\(text)'")
        }
        return average
    }

    private static func overlap(_ name: String, _ kind: Overlap.Kind, doc: String) -> CellRuntime.Member {
        Function(name, doc: doc, Parameter("axis", Int.self, default: 1)) { _, axis in
            MetricObject(kind.rawValue, make: { Overlap(kind, axis: axis) }) { _, _ in
                throw Raise.typeError("\(name) is measured over a whole set: give it to a learner's metrics")
            }
        }
    }

    static var members: [Member] {
        [
            Constant("accuracy", MetricObject("accuracy") { try Metrics.accuracy($0, $1) }),
            Constant("error_rate", MetricObject("error_rate") { try Metrics.errorRate($0, $1) }),
            Constant("top_k_accuracy", MetricObject("top_k_accuracy") { try Metrics.topAccuracy($0, $1) }),
            Constant("accuracy_multi", MetricObject("accuracy_multi") { try Metrics.accuracyMulti($0, $1) }),
            Constant("mse", MetricObject("mse") { try Metrics.mse($0, $1) }),
            Constant("mae", MetricObject("mae") { try Metrics.mae($0, $1) }),
            Constant("msle", MetricObject("msle") { try Metrics.msle($0, $1) }),
            Constant("foreground_acc", MetricObject("foreground_acc") { try Metrics.foregroundAccuracy($0, $1) }),
            Constant("rmse", MetricObject { Metrics.rmse() }),
            Constant("exp_rmspe", MetricObject { Metrics.expRmspe() }),
            Function("Precision", doc: "Of the items said to be of a class, how many are.", axis, average, positive) {
                _, axis, average, positive in
                let average = try checked(average)
                return MetricObject { Metrics.precision(axis: axis, average: average, positive: positive) }
            },
            Function("Recall", doc: "Of the items of a class, how many are found.", axis, average, positive) {
                _, axis, average, positive in
                let average = try checked(average)
                return MetricObject { Metrics.recall(axis: axis, average: average, positive: positive) }
            },
            Function("F1Score", doc: "Precision and recall in one.", axis, average, positive) {
                _, axis, average, positive in
                let average = try checked(average)
                return MetricObject { Metrics.f1(axis: axis, average: average, positive: positive) }
            },
            Function("R2Score", doc: "The share of variance explained.") { _ in MetricObject { Metrics.r2() } },
            Function("PearsonCorrCoef", doc: "Correlation.") { _ in MetricObject { Metrics.pearson() } },
            Function("RocAucBinary", doc: "Area under the ROC curve.", axis) { _, axis in
                MetricObject { Metrics.rocAucBinary(axis: axis) }
            },
            overlap("Dice", .dice, doc: "Overlap of masks of one class."),
            overlap("DiceMulti", .dice_multi, doc: "Overlap of masks, the mean over the classes."),
            overlap("JaccardCoeff", .jaccard_coeff, doc: "Intersection over union of masks of one class."),
            overlap("JaccardCoeffMulti", .jaccard_coeff_multi, doc: "Intersection over union, the mean over classes."),
            Constant(
                "perplexity",
                MetricObject("perplexity", make: { Perplexity() }) { _, _ in
                    throw Raise.typeError("perplexity is measured over a whole set: give it to a learner's metrics")
                }),
            Function("Perplexity", doc: "The exponential of the loss.") { _ in
                MetricObject("perplexity", make: { Perplexity() }) { _, _ in
                    throw Raise.typeError("Perplexity is measured over a whole set: give it to a learner's metrics")
                }
            },
        ]
    }
}

/// A parameter that takes a metric, a list of them, or None; functions of cells too.
struct MetricsArgument: CellConvertible {
    let metrics: [any Metric]

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> MetricsArgument {
        if value.isNone { return .none }
        var values = [value]
        if let object = value.object, object is List || object is Tuple || object.type.name == "L" {
            values = Array(try place.cell.items(of: value))
        }
        var metrics: [any Metric] = []
        for value in values { metrics.append(try metric(value, place)) }
        return MetricsArgument(metrics: metrics)
    }

    private static func metric(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> any Metric {
        if let known = value.object as? MetricObject { return known.make() }
        let cell = place.cell
        // fastai takes a metric's class for the metric itself.
        if value.object is NativeFunction, let made = try? cell.call(value, []).object as? MetricObject {
            return made.make()
        }
        guard value.object is CellFunction || value.object?.type.lookup("__call__") != nil else {
            throw place.mismatch("metrics, such as error_rate, or functions of predictions and targets", value)
        }
        let name = try cell.attributeIfAny(Str("__name__"), of: value)?.text ?? "metric"
        return AverageMetric(name) { predictions, targets in
            let arguments = ([predictions] + targets).map { Value.object(TensorObject($0)) }
            let result = try cell.call(value, arguments)
            if let tensor = result.object as? TensorObject { return try tensor.tensor.item() }
            return try cell.double(result)
        }
    }
    static var cellTypeName: String { "metrics" }
    static var none: MetricsArgument { MetricsArgument(metrics: []) }
}
