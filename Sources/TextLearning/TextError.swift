/// Why a text cannot be learned from.
public enum TextError: Error, Equatable, CustomStringConvertible {
    /// Too few words for one batch of a language model.
    case tooShort(words: Int, batchSize: Int)
    case noTexts(String)
    case unreadable(String, String)
    /// Weights of a language model without the file of its words.
    case incomplete(String)
    case notAnEncoder(String)
    case unknownConfiguration(String, known: [String])
    case wrongKind(String)
    case minimumProbability(Double)

    public var description: String {
        switch self {
        case .tooShort(let words, let batchSize):
            "\(words) words do not fill \(batchSize) rows of a language model: give more text, or a smaller batch size, such "
                + "as bs=\(max(1, words / 80))"
        case .noTexts(let source): "there are no texts in \(source): check the path, and that the files end in .txt"
        case .unreadable(let path, let reason): "the text \(path) cannot be read: \(reason)"
        case .incomplete(let folder): "\(folder) lacks the weights (.pth) or the words (.pkl) of a language model"
        case .notAnEncoder(let file):
            "\(file) holds no encoder of this learner: save one with learn.save_encoder of a learner with the same config"
        case .unknownConfiguration(let name, let known):
            "the config of AWD_LSTM has no '\(name)'; it has \(known.joined(separator: ", "))"
        case .wrongKind(let words): words
        case .minimumProbability(let least):
            "no word has a probability of \(least) or more here: all words are taken; try a lower min_p"
        }
    }
}
