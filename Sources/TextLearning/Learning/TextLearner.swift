import DataBlocks
import DataSources
import Display
import Foundation
import Layers
import Tensors
import Training

/// How a learner of texts is built; the defaults are fastai's.
public struct TextSettings {
    /// Sizes and dropouts; nil takes those of the kind of learner.
    public var model: AWDLSTMSettings?
    /// A factor of all dropouts; nil takes 1 for a language model and .5 for a classifier.
    public var dropout: Double?
    /// Whether the model begins with weights from Wikipedia, and frozen.
    public var pretrained = true
    /// In place of those weights.
    public var weights: PretrainedText?
    public var store = DataStore()
    public var head = TextHeadSettings()
    /// Words read at once; nil takes the data's.
    public var chunk: Int?
    /// Outputs of a classifier; nil takes what the data needs.
    public var outputs: Int?
    /// How much activations, and their changes, count in the gradient.
    public var regularisation = (size: 2.0, change: 1.0)
    public var loss: (any LossFunction)?
    public var rule: any UpdateRule = Adam()
    public var path: String?

    public init() {}
}

/// A learner of texts.
open class TextLearner: Learner {
    public let texts: TextLoaders

    init(
        _ data: TextLoaders, _ model: any TextModel, loss: (any LossFunction)?, _ settings: TextSettings,
        metrics: [any Metric], callbacks: [any Callback], display: @escaping (DisplayEvent) -> Void
    ) throws {
        texts = data
        let own: [any Callback] = [
            ModelResetter(),
            ActivationRegulariser(size: settings.regularisation.size, change: settings.regularisation.change),
        ]
        try super.init(
            data, model: model, loss: loss, metrics: metrics, callbacks: own + callbacks, rule: settings.rule,
            split: { ($0 as? any TextModel)?.groups ?? [$0.parameters] }, path: settings.path, display: display)
        momenta = (0.8, 0.7, 0.8)
    }

    /// The model as one of texts.
    var textModel: (any TextModel)? { model as? any TextModel }

    /// Writes the encoder to `models/NAME.pth`, as fastai's `save_encoder` does.
    ///
    /// - Returns: The file's path.
    @discardableResult
    public func saveEncoder(_ name: String) throws -> String {
        let file = weightFile(name)
        guard let encoder = textModel?.encoderModule else { throw TextError.notAnEncoder(file) }
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try encoder.stateDict.writePth(to: file)
        return file
    }

    /// Reads an encoder of ``saveEncoder(_:)`` or of fastai, and freezes all but the head.
    ///
    /// - Throws: `LayerError` for one of another size or vocabulary; the model is unchanged then.
    public func loadEncoder(_ name: String) throws {
        let file = weightFile(name)
        guard let encoder = textModel?.encoderModule else { throw TextError.notAnEncoder(file) }
        try encoder.load(StateDict(contentsOf: file))
        try freeze()
    }

    /// Takes over weights of a language model as far as this model has them, and freezes all but the head.
    func load(_ pretrained: PretrainedText) throws {
        let state = try pretrained.matched(to: texts.words)
        if self is LanguageLearner {
            try model.load(state)
        } else {
            try textModel?.encoderModule.load(state.renamed { $0.hasPrefix("0.") ? String($0.dropFirst(2)) : nil })
        }
        try freeze()
    }

    /// The weights that the settings ask for; nil for none.
    static func pretrained(
        _ settings: TextSettings, display: @escaping (DisplayEvent) -> Void
    ) throws -> PretrainedText? {
        guard settings.pretrained else { return nil }
        if let given = settings.weights { return given }
        let shown = TextFetchDisplay(display)
        defer { shown.end() }
        return try .wikipedia(from: settings.store, shown.observer)
    }
}

/// Tells classes of texts apart: fastai's `text_classifier_learner` with an AWD-LSTM.
public final class TextClassifierLearner: TextLearner {
    public init(
        _ data: TextLoaders, _ settings: TextSettings = TextSettings(), metrics: [any Metric] = [],
        callbacks: [any Callback] = [], display: @escaping (DisplayEvent) -> Void = { _ in }
    ) throws {
        guard !data.isLanguageModel else {
            throw TextError.wrongKind(
                "these loaders were made with is_lm=True, for language_model_learner; a classifier needs labels")
        }
        let weights = try Self.pretrained(settings, display: display)
        let outputs = settings.outputs ?? data.outputs
        let model = try TextClassifier(
            words: data.words.count, outputs: outputs, chunk: settings.chunk ?? data.chunk,
            settings.model ?? .classifier, head: settings.head, dropout: settings.dropout ?? 0.5)
        try super.init(
            data, model, loss: settings.loss, settings, metrics: metrics, callbacks: callbacks, display: display)
        if let weights { try load(weights) }
    }

    /// With a model of one's own for these data.
    init(
        _ data: TextLoaders, _ model: any TextModel, _ settings: TextSettings, metrics: [any Metric],
        callbacks: [any Callback], display: @escaping (DisplayEvent) -> Void
    ) throws {
        try super.init(
            data, model, loss: settings.loss, settings, metrics: metrics, callbacks: callbacks, display: display)
    }
}

/// Learns to go on with texts: fastai's `language_model_learner` with an AWD-LSTM.
public final class LanguageLearner: TextLearner {
    public init(
        _ data: TextLoaders, _ settings: TextSettings = TextSettings(), metrics: [any Metric] = [],
        callbacks: [any Callback] = [], display: @escaping (DisplayEvent) -> Void = { _ in }
    ) throws {
        guard data.isLanguageModel else {
            throw TextError.wrongKind("a language model learns from loaders that were made with is_lm=True")
        }
        let weights = try Self.pretrained(settings, display: display)
        let model = try LanguageModel(
            words: data.words.count, settings.model ?? .languageModel, dropout: settings.dropout ?? 1)
        try super.init(
            data, model, loss: settings.loss ?? CrossEntropyLoss(), settings, metrics: metrics, callbacks: callbacks,
            display: display)
        if let weights { try load(weights) }
    }

    /// Goes on with a text: fastai's `predict` of a language model.
    ///
    /// - Parameters:
    ///   - words: How many tokens are added.
    ///   - temperature: Below 1 likely words become likelier, above 1 all become alike.
    ///   - minimum: Words less likely than this are not taken, where another is.
    ///   - allowsUnknown: Whether `xxunk` may be written.
    public func continuation(
        of text: String, words count: Int = 1, temperature: Double = 1, minimum: Double? = nil,
        allowsUnknown: Bool = false
    ) throws -> String {
        guard temperature > 0 else { throw TextError.wrongKind("a temperature is above 0, not \(temperature)") }
        model.eval()
        textModel?.reset()
        defer { textModel?.reset() }
        var indices = texts.words.indices(of: texts.tokenizer.tokens(text))
        // The model remembers: after the text it needs only the newest word.
        var input = indices
        for _ in 0..<max(0, count) {
            try Interruption.check()
            let next = try withoutGradients {
                let output = try model(Tensor(input, shape: [1, input.count]))
                return try draw(output.select(0, 0).select(0, -1).softmax(-1), temperature, minimum, allowsUnknown)
            }
            indices.append(next)
            input = [next]
        }
        let shown = texts.words.words(at: indices).filter {
            $0 != SpecialToken.textStart.rawValue && $0 != SpecialToken.padding.rawValue
        }
        return TextTokenizer.readable(shown).joined(separator: " ")
    }

    private func draw(
        _ probabilities: Tensor, _ temperature: Double, _ minimum: Double?, _ allowsUnknown: Bool
    ) throws -> Int {
        var weights: [Double] = try probabilities.array()
        if !allowsUnknown { weights[TextVocabulary.unknown] = 0 }
        if let minimum {
            let kept = weights.map { $0 < minimum ? 0 : $0 }
            if kept.contains(where: { $0 > 0 }) {
                weights = kept
            } else {
                display(.message(TextError.minimumProbability(minimum).description))
            }
        }
        if temperature != 1 { weights = weights.map { pow($0, 1 / temperature) } }
        return try Tensor(weights).multinomial(1).intItem()
    }
}
