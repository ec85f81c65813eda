/// Sizes and dropouts of an AWD-LSTM; the defaults are fastai's `awd_lstm_lm_config` and `awd_lstm_clas_config`.
public struct AWDLSTMSettings: Codable, Sendable, Equatable {
    /// Width of a word, and of what the model says about it.
    public var embedding = 400
    public var hidden = 1152
    public var layers = 3
    /// The index of padding.
    public var padding = TextVocabulary.padding
    /// Dropout of the model's outputs.
    public var outputDropout: Double
    /// Dropout between layers.
    public var hiddenDropout: Double
    /// Dropout of the layers' input.
    public var inputDropout: Double
    /// The probability with which a word is left out.
    public var embeddingDropout: Double
    /// The probability with which a recurrent weight is left out.
    public var weightDropout: Double
    /// Whether a language model's last layer shares the words' weights.
    public var tiesWeights = true
    /// Whether a language model's last layer has a bias.
    public var hasOutputBias = true

    public static var languageModel: AWDLSTMSettings {
        AWDLSTMSettings(
            outputDropout: 0.1, hiddenDropout: 0.15, inputDropout: 0.25, embeddingDropout: 0.02, weightDropout: 0.2)
    }

    public static var classifier: AWDLSTMSettings {
        AWDLSTMSettings(
            outputDropout: 0.4, hiddenDropout: 0.3, inputDropout: 0.4, embeddingDropout: 0.05, weightDropout: 0.5)
    }

    private init(
        outputDropout: Double, hiddenDropout: Double, inputDropout: Double, embeddingDropout: Double,
        weightDropout: Double
    ) {
        self.outputDropout = outputDropout
        self.hiddenDropout = hiddenDropout
        self.inputDropout = inputDropout
        self.embeddingDropout = embeddingDropout
        self.weightDropout = weightDropout
    }

    /// All dropouts times a factor: fastai's `drop_mult`.
    func dropping(_ factor: Double) -> AWDLSTMSettings {
        var settings = self
        settings.outputDropout *= factor
        settings.hiddenDropout *= factor
        settings.inputDropout *= factor
        settings.embeddingDropout *= factor
        settings.weightDropout *= factor
        return settings
    }

    /// Sets a value by fastai's name for it, such as "n_hid".
    ///
    /// - Throws: ``TextError/unknownConfiguration(_:known:)``
    public mutating func set(_ name: String, _ value: Double) throws(TextError) {
        switch name {
        case "emb_sz": embedding = Int(value)
        case "n_hid": hidden = Int(value)
        case "n_layers": layers = Int(value)
        case "pad_token": padding = Int(value)
        case "output_p": outputDropout = value
        case "hidden_p": hiddenDropout = value
        case "input_p": inputDropout = value
        case "embed_p": embeddingDropout = value
        case "weight_p": weightDropout = value
        case "tie_weights": tiesWeights = value != 0
        case "out_bias": hasOutputBias = value != 0
        case "bidir" where value == 0: break
        default: throw .unknownConfiguration(name, known: Self.names)
        }
    }

    private static let names = [
        "emb_sz", "n_hid", "n_layers", "pad_token", "output_p", "hidden_p", "input_p", "embed_p", "weight_p",
        "tie_weights", "out_bias",
    ]
}
