import CellRuntime
import DataBlocks
import Display
import Layers
import TabularLearning
import Tensors
import Training
import VisionLearning

/// An architecture by its name: `resnet18`, and as `models.resnet18`.
final class ArchitectureObject: Object, NativeObject {
    let architecture: Architecture

    init(_ architecture: Architecture) {
        self.architecture = architecture
        super.init(type: Self.declaration)
    }

    static let declaration: TypeObject = NativeType<ArchitectureObject>(
        "Architecture", module: "torchvision.models", doc: "A network for pictures, for vision_learner."
    ) {
        Method<ArchitectureObject>(
            "__call__", doc: "The whole network with its own classifier.",
            Parameter("pretrained", Bool.self, default: false),
            Parameter("num_classes", Int.self, default: 1000)
        ) { object, cell, pretrained, classes in
            let weights = pretrained ? try object.architecture.pretrainedWeights(display: { cell.display($0) }) : nil
            let network = try object.architecture.network(classes: classes, initialised: weights == nil)
            if let weights { try network.load(weights) }
            return NetworkObject(network)
        }
        Property<ArchitectureObject>("__name__") { object, _ in object.architecture.rawValue }
        Method<ArchitectureObject>("__repr__") { object, _ in "<function \(object.architecture.rawValue)>" }
    }.type
}

/// A parameter that takes an architecture: `resnet18`, or its name as text, as for timm's models.
struct ArchitectureArgument: CellConvertible {
    let architecture: Architecture

    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> ArchitectureArgument {
        if let object = value.object as? ArchitectureObject {
            return ArchitectureArgument(architecture: object.architecture)
        }
        guard let name = value.text else { throw place.mismatch("an architecture, such as resnet18", value) }
        do { return ArchitectureArgument(architecture: try Architecture(named: name)) } catch { throw Raise(error) }
    }
    static var cellTypeName: String { "architecture" }
}

/// fastai's functions that make learners of pictures.
enum VisionFunctions {
    private static func learner(_ name: String) -> CellRuntime.Member {
        Function(
            name, doc: "A learner of pictures: a pretrained body with a new head.",
            Parameter("dls", DataLoadersObject.self),
            Parameter("arch", ArchitectureArgument.self, doc: "Such as resnet18."),
            Parameter("normalize", Bool.self, default: true), Parameter("n_out", Int?.self, default: nil),
            Parameter("pretrained", Bool.self, default: true), Parameter("weights", Value.self, default: .none),
            LearnerOptions.loss, LearnerOptions.optimiser, LearnerOptions.rate,
            Parameter("splitter", Value.self, default: .none), Parameter("cbs", CallbacksArgument.self, default: .none),
            Parameter("metrics", MetricsArgument.self, default: .none),
            Parameter("path", PathArgument?.self, default: nil),
            Parameter("model_dir", String.self, default: "models"), Parameter("wd", Double?.self, default: nil),
            Parameter("wd_bn_bias", Bool.self, default: false), Parameter("train_bn", Bool.self, default: true),
            Parameter("moms", MomentaArgument?.self, default: nil),
            Parameter("y_range", RangeArgument?.self, default: nil),
            Parameter("ps", Double.self, default: 0.5), Parameter("concat_pool", Bool.self, default: true),
            Parameter("lin_ftrs", [Int]?.self, default: nil)
        ) {
            cell, loaders, architecture, normalises, outputs, pretrained, weights, loss, optimiser, rate, splitter,
            callbacks,
            metrics, path,
            folder, decay, decaysAll, trainsNormalisation, momenta, range, dropout, concatenates, widths in
            if !splitter.isNone || !weights.isNone {
                throw Raise.notImplemented(
                    "vision_learner(splitter=…, weights=…) is not supported: the published weights and fastai's groups are taken"
                )
            }
            var settings = VisionSettings()
            (settings.pretrained, settings.normalises, settings.outputs) = (pretrained, normalises, outputs)
            settings.loss = loss?.loss
            settings.rule = optimiser.rule
            settings.path = path?.path
            (settings.head.dropout, settings.head.concatPool, settings.head.outputRange) = (
                dropout, concatenates, range?.range
            )
            if let widths { settings.head.hidden = widths }
            let learner = try VisionLearner(
                loaders.pictures(name), architecture.architecture, settings, metrics: metrics.metrics,
                callbacks: [NameWatch(subject: loaders.subject) as any Callback] + callbacks.callbacks,
                display: { cell.display($0) })
            if let rate { learner.rate = rate.rate }
            learner.modelFolder = folder
            learner.decay = decay
            (learner.decaysNormalisation, learner.trainsFrozenNormalisation) = (decaysAll, trainsNormalisation)
            if let momenta { learner.momenta = momenta.momenta }
            return VisionLearnerObject(learner)
        }
    }

    static var members: [CellRuntime.Member] {
        [learner("vision_learner"), learner("cnn_learner")] + architectures
    }

    static var architectures: [CellRuntime.Member] {
        Architecture.allCases.map { Constant($0.rawValue, ArchitectureObject($0)) }
    }

    static var loadLearner: CellRuntime.Member {
        Function(
            "load_learner", doc: "Opens a file of learn.export(), for predicting.",
            Parameter("fname", PathArgument.self),
            Parameter("cpu", Bool.self, default: true), Parameter("pickle_module", Value.self, default: .none)
        ) { cell, path, _, _ -> LearnerObject in
            let file = try ExportFile(contentsOf: path.path)
            let show = { (event: DisplayEvent) in cell.display(event) }
            switch file.kind {
            case VisionLearner.exportKind:
                return VisionLearnerObject(try VisionLearner.load(file, display: show))
            case TableLearner.exportKind: return TableLearnerObject(try TableLearner.load(file, display: show))
            case RatingLearner.exportKind: return RatingLearnerObject(try RatingLearner.load(file, display: show))
            default: throw ExportError.otherKind(path.path, kind: file.kind)
            }
        }
    }
}

/// Predicts on pictures.
struct PicturePredictor: CellPredictor {
    private func pictures(_ learner: Learner) throws(Raise) -> VisionLearner {
        guard let learner = learner as? VisionLearner else { throw .typeError("this learner is not one of pictures") }
        return learner
    }

    func predict(_ item: Value, _ learner: Learner, _ cell: Interpreter) throws -> Value {
        let learner = try pictures(learner)
        if let files = try ManyPictures(item, cell) { return .object(try files.predict(learner, cell)) }
        let said = try learner.predict(try ManyPictures.source(item, cell))
        let probabilities = Value.object(ProbabilitiesObject(said.probabilities, said.classes))
        return .tuple([try decoded(said, cell), .object(TensorObject(said.decoded)), probabilities])
    }

    private func decoded(_ said: PicturePrediction, _ cell: Interpreter) throws -> Value {
        switch said.answer {
        // fastai gives the class's name, also where the label was a number or True.
        case .category(.bool(let flag)):
            try cell.call(
                cell.attribute("LabelText", of: cell.module("fastai.labels")), [.string(flag ? "True" : "False")])
        case .category(let label): .string(label.name)
        case .categories(let labels): try cell.L(labels.map { .string($0.name) })
        case .numbers(let numbers): try cell.L(numbers.map { .float($0) })
        case .mask: .object(TensorObject(said.decoded))
        }
    }

    func showResults(
        _ learner: Learner, maximum: Int, training: Bool, shuffled: Bool, _ cell: Interpreter
    ) throws {
        cell.display(
            .pictures(
                try pictures(learner).showResults(maximum: maximum, training: training, shuffled: shuffled)))
    }
}

/// Probabilities that know their classes: `probs[1]` by index as in fastai, `probs['cat']` by name.
final class ProbabilitiesObject: TensorObject {
    let classes: [String]

    init(_ probabilities: Tensor, _ classes: [String]) {
        self.classes = classes
        super.init(probabilities, type: Self.probabilities)
    }

    static let probabilities = NativeType<ProbabilitiesObject>(
        "TensorProbabilities", module: "fastai.torch_core", doc: "Probabilities by class: by index or by name.",
        base: TensorObject.declaration
    ) {
        Method<ProbabilitiesObject>("__getitem__", Parameter("index", Value.self)) { object, cell, index in
            guard let name = index.text else {
                return try cell.item(of: .object(TensorObject(object.tensor)), at: index)
            }
            guard let place = object.classes.firstIndex(of: name) else { throw Raise.keyError(index) }
            return Value.object(TensorObject(try object.tensor.select(0, place)))
        }
        Method<ProbabilitiesObject>("__repr__") { object, cell in try cell.repr(.object(TensorObject(object.tensor))) }
        Method<ProbabilitiesObject>("items", doc: "Each class with its probability, likeliest first.") { object, _ in
            let values: [Double] = try object.tensor.array()
            let ranked = zip(object.classes, values).sorted { $0.1 > $1.1 }
            return Value.list(ranked.map { .tuple([.string($0.0), .float($0.1)]) })
        }
    }.type
}
