import CellRuntime
import DataBlocks
import Layers
import Tensors
import TextLearning
import Training

/// An encoder for texts by its name: `AWD_LSTM`.
final class TextArchitectureObject: Object, NativeObject {
    let name: String

    init(_ name: String) {
        self.name = name
        super.init(type: Self.declaration)
    }

    static let declaration = NativeType<TextArchitectureObject>(
        "TextArchitecture", module: "fastai.text.models", doc: "An encoder for texts."
    ) {
        Property<TextArchitectureObject>("__name__") { object, _ in object.name }
        Method<TextArchitectureObject>("__repr__") { object, _ in "<class '\(object.name)'>" }
    }.type
}

/// fastai's functions that make learners of texts.
enum TextFunctions {
    private static func texts(_ loaders: DataLoadersObject, _ function: String) throws(Raise) -> TextLoaders {
        guard let texts = loaders.loaders as? TextLoaders else {
            throw .typeError("\(function)() takes loaders of texts, such as those of TextDataLoaders")
        }
        return texts
    }

    /// `config`, a dictionary by fastai's names, over the usual settings.
    private static func model(
        _ config: Value, over usual: AWDLSTMSettings, _ cell: Interpreter
    ) throws -> AWDLSTMSettings {
        var settings = usual
        if config.isNone { return settings }
        for key in try cell.items(of: config) {
            let name = try cell.str(key)
            let value = try cell.item(of: config, at: key)
            let number = if case .bool(let flag) = value { flag ? 1.0 : 0 } else { try cell.double(value) }
            try settings.set(name, number)
        }
        return settings
    }

    private static func config(_ name: String, _ settings: AWDLSTMSettings, withDecoder: Bool) -> CellRuntime.Member {
        var entries: [(String, Value)] = [
            ("emb_sz", .int(settings.embedding)), ("n_hid", .int(settings.hidden)), ("n_layers", .int(settings.layers)),
            ("pad_token", .int(settings.padding)), ("bidir", .bool(false)),
            ("output_p", .float(settings.outputDropout)),
            ("hidden_p", .float(settings.hiddenDropout)), ("input_p", .float(settings.inputDropout)),
            ("embed_p", .float(settings.embeddingDropout)), ("weight_p", .float(settings.weightDropout)),
        ]
        if withDecoder {
            entries += [("tie_weights", .bool(settings.tiesWeights)), ("out_bias", .bool(settings.hasOutputBias))]
        }
        return Constant(name, Value.object(Dict(named: entries)))
    }

    static var members: [CellRuntime.Member] {
        [
            Constant("AWD_LSTM", TextArchitectureObject("AWD_LSTM")),
            Constant("MiniLM", TextArchitectureObject("MiniLM")),
            config("awd_lstm_lm_config", .languageModel, withDecoder: true),
            config("awd_lstm_clas_config", .classifier, withDecoder: false),
            Function(
                "text_classifier_learner", doc: "A learner that tells kinds of texts apart.",
                Parameter("dls", DataLoadersObject.self),
                Parameter("arch", TextArchitectureObject.self, doc: "AWD_LSTM, or MiniLM."),
                Parameter("seq_len", Int?.self, default: nil),
                Parameter("config", Value.self, default: .none, doc: "Sizes and dropouts by name."),
                Parameter("backwards", Bool.self, default: false), Parameter("pretrained", Bool.self, default: true),
                Parameter("drop_mult", Double.self, default: 0.5, doc: "Factor of all dropouts."),
                Parameter("n_out", Int?.self, default: nil), Parameter("lin_ftrs", [Int]?.self, default: nil),
                Parameter("ps", [Double]?.self, default: nil), Parameter("max_len", Int.self, default: 72 * 20),
                Parameter("y_range", RangeArgument?.self, default: nil),
                Parameter("loss_func", LossArgument?.self, default: nil),
                Parameter("lr", RateArgument?.self, default: nil),
                Parameter("cbs", CallbacksArgument.self, default: .none),
                Parameter("metrics", MetricsArgument.self, default: .none),
                Parameter("path", PathArgument?.self, default: nil),
                Parameter("model_dir", String.self, default: "models"), Parameter("wd", Double?.self, default: nil),
                Parameter("moms", MomentaArgument?.self, default: nil),
                Parameter("alpha", Double.self, default: 2), Parameter("beta", Double.self, default: 1)
            ) {
                cell, loaders, arch, chunk, config, backwards, pretrained, dropout, outputs, widths, dropouts, longest,
                range, loss, rate, callbacks, metrics, path, folder, decay, momenta, size, change in
                if backwards { throw Raise.notImplemented("text_classifier_learner(backwards=True) is not supported") }
                var settings = TextSettings()
                settings.model = try model(config, over: .classifier, cell)
                (settings.pretrained, settings.dropout, settings.outputs) = (pretrained, dropout, outputs)
                (settings.chunk, settings.loss, settings.path) = (chunk, loss?.loss, path?.path)
                if let widths { settings.head.hidden = widths }
                (settings.head.dropouts, settings.head.longest) = (dropouts, longest)
                settings.head.outputRange = range?.range
                settings.regularisation = (size, change)
                let texts = try texts(loaders, "text_classifier_learner")
                if arch.name == "MiniLM" {
                    try cell.refuse("text_classifier_learner with MiniLM", ("config", config))
                    let sentences = try SentenceVectors(from: settings.store, display: { cell.display($0) })
                    let learner = try TextClassifierLearner(
                        texts, sentences: sentences, settings, metrics: metrics.metrics,
                        callbacks: callbacks.callbacks, display: { cell.display($0) })
                    return finish(learner, rate, folder, decay, momenta, classifier)
                }
                let learner = try TextClassifierLearner(
                    texts, settings, metrics: metrics.metrics,
                    callbacks: callbacks.callbacks, display: { cell.display($0) })
                return finish(learner, rate, folder, decay, momenta, classifier)
            },
            Function(
                "language_model_learner", doc: "A learner that goes on with texts.",
                Parameter("dls", DataLoadersObject.self),
                Parameter("arch", TextArchitectureObject.self, doc: "AWD_LSTM."),
                Parameter("config", Value.self, default: .none, doc: "Sizes and dropouts by name."),
                Parameter("drop_mult", Double.self, default: 1, doc: "Factor of all dropouts."),
                Parameter("backwards", Bool.self, default: false), Parameter("pretrained", Bool.self, default: true),
                Parameter(
                    "pretrained_fnames", [PathArgument]?.self, default: nil, doc: "Weights and words below models/."),
                Parameter("loss_func", LossArgument?.self, default: nil),
                Parameter("lr", RateArgument?.self, default: nil),
                Parameter("cbs", CallbacksArgument.self, default: .none),
                Parameter("metrics", MetricsArgument.self, default: .none),
                Parameter("path", PathArgument?.self, default: nil),
                Parameter("model_dir", String.self, default: "models"), Parameter("wd", Double?.self, default: nil),
                Parameter("moms", MomentaArgument?.self, default: nil),
                Parameter("alpha", Double.self, default: 2), Parameter("beta", Double.self, default: 1)
            ) {
                cell, loaders, arch, config, dropout, backwards, pretrained, files, loss, rate, callbacks, metrics,
                path,
                folder, decay, momenta, size, change in
                if backwards { throw Raise.notImplemented("language_model_learner(backwards=True) is not supported") }
                guard arch.name == "AWD_LSTM" else {
                    throw Raise.valueError(
                        "\(arch.name) reads whole sentences and cannot go on with them: take AWD_LSTM")
                }
                let texts = try texts(loaders, "language_model_learner")
                var settings = TextSettings()
                settings.model = try model(config, over: .languageModel, cell)
                (settings.pretrained, settings.dropout) = (pretrained || files != nil, dropout)
                (settings.loss, settings.path) = (loss?.loss, path?.path)
                settings.regularisation = (size, change)
                if let files {
                    guard files.count == 2 else {
                        throw Raise.valueError("pretrained_fnames takes two names, of the weights and of the words")
                    }
                    let base = (path?.path ?? texts.path) + "/" + folder + "/"
                    settings.weights = try PretrainedText(
                        weights: base + files[0].path + ".pth", words: base + files[1].path + ".pkl")
                }
                let learner = try LanguageLearner(
                    texts, settings, metrics: metrics.metrics, callbacks: callbacks.callbacks,
                    display: { cell.display($0) })
                return finish(learner, rate, folder, decay, momenta, languageModel)
            },
        ]
    }

    private static func finish(
        _ learner: TextLearner, _ rate: RateArgument?, _ folder: String, _ decay: Double?, _ momenta: MomentaArgument?,
        _ type: TypeObject
    ) -> LearnerObject {
        if let rate { learner.rate = rate.rate }
        (learner.modelFolder, learner.decay) = (folder, decay)
        if let momenta { learner.momenta = momenta.momenta }
        return LearnerObject(learner, TextPredictor(), type: type)
    }

    @MembersBuilder private static var encoderMembers: [CellRuntime.Member] {
        Method<LearnerObject>(
            "save_encoder", doc: "Writes the encoder to models/FILE.pth, for another learner of texts.",
            Parameter("file", PathArgument.self)
        ) { object, cell, file in
            guard let learner = object.learner as? TextLearner else { throw Raise.typeError("not a learner of texts") }
            return try cell.path(try learner.saveEncoder(file.path))
        }
        Method<LearnerObject>(
            "load_encoder", doc: "Reads an encoder of models/FILE.pth, fastai's too, and freezes it.",
            Parameter("file", PathArgument.self),
            Parameter("device", DeviceArgument.self, default: DeviceArgument())
        ) { object, _, file, _ in
            guard let learner = object.learner as? TextLearner else { throw Raise.typeError("not a learner of texts") }
            try learner.loadEncoder(file.path)
            return object
        }
    }

    static let classifier: TypeObject = NativeType<LearnerObject>(
        "TextLearner", module: "fastai.text.learner", doc: "A learner of texts.", base: LearnerObject.declaration
    ) { encoderMembers }.type

    static let languageModel: TypeObject = NativeType<LearnerObject>(
        "LMLearner", module: "fastai.text.learner", doc: "A learner that goes on with texts.", base: classifier
    ) {
        Method<LearnerObject>(
            "predict", doc: "The text and words that may follow it.", Parameter("text", String.self),
            Parameter("n_words", Int.self, default: 1), Parameter("no_unk", Bool.self, default: true),
            Parameter("temperature", Double.self, default: 1, doc: "Below 1: likely words more often."),
            Parameter("min_p", Double?.self, default: nil), Parameter("no_bar", Bool.self, default: false),
            Parameter("decoder", Value.self, default: .none),
            Parameter("only_last_word", Bool.self, default: false)
        ) { object, cell, text, count, noUnknown, temperature, minimum, _, decoder, onlyLast in
            try cell.refuse("predict", ("decoder", decoder))
            if onlyLast { throw Raise.notImplemented("predict(only_last_word=True) is not supported: leave it out") }
            guard let learner = object.learner as? LanguageLearner else {
                throw Raise.typeError("not a language model")
            }
            return try learner.continuation(
                of: text, words: count, temperature: temperature, minimum: minimum, allowsUnknown: !noUnknown)
        }
    }.type
}
