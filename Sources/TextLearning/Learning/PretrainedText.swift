import DataSources
import Foundation
import Layers
import Tensors

/// Weights of a language model with the words that they belong to.
public struct PretrainedText {
    public let weights: StateDict
    public let words: [String]

    /// - Parameters:
    ///   - weights: A `.pth` file of fastai's language model.
    ///   - words: Its vocabulary, a pickled list of texts.
    public init(weights: String, words: String) throws {
        self.weights = try StateDict(contentsOf: weights)
        guard case .list(let values) = try WeightFile.readPickle(words) else { throw TextError.incomplete(words) }
        self.words = values.map { if case .string(let word) = $0 { word } else { "" } }
    }

    /// The model that fastai trained on Wikipedia (`URLs.WT103_FWD`), fetched if need be.
    public static func wikipedia(
        from store: DataStore, backwards: Bool = false, _ observer: DataStore.Observer
    ) throws -> PretrainedText {
        let folder = try store.dataset(backwards ? "WT103_BWD" : "WT103_FWD", observer)
        let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        guard let weights = files.first(where: { $0.hasSuffix(".pth") }),
            let words = files.first(where: { $0.hasSuffix(".pkl") })
        else { throw TextError.incomplete(folder) }
        return try PretrainedText(weights: folder + "/" + weights, words: folder + "/" + words)
    }

    /// The weights for another vocabulary: words that were not known get the mean of all (fastai's `match_embeds`).
    func matched(to vocabulary: TextVocabulary) throws -> StateDict {
        var state = weights
        // Files of older versions hold the recurrent weights twice.
        for name in state.names where name.contains(".module.weight_hh_l") {
            let raw = name.replacing(".module.", with: ".") + "_raw"
            if state[raw] != nil { state[name] = nil }
        }
        guard let embedding = state["0.encoder.weight"], embedding.dimensions == 2, embedding.shape[0] == words.count
        else {
            throw TextError.incomplete("the file of \(words.count) words")
        }
        var known: [String: Int] = [:]
        for (index, word) in words.enumerated() { known[word] = index }
        // The row behind the last is the mean.
        let places = try Tensor(vocabulary.words.map { known[$0] ?? words.count })
        func matched(_ table: Tensor) throws -> Tensor {
            try Tensor.cat([table, table.mean([0], keep: true)], 0).indexSelect(0, places)
        }
        let rows = try withoutGradients { try matched(embedding) }
        for name in ["0.encoder.weight", "0.encoder_dp.emb.weight", "1.decoder.weight"] where state[name] != nil {
            state[name] = rows
        }
        if let bias = state["1.decoder.bias"] { state["1.decoder.bias"] = try withoutGradients { try matched(bias) } }
        return state
    }
}
