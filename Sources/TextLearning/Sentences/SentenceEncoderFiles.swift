import DataSources
import Display
import Foundation
import Layers
import Tensors

/// The published sentence encoder with its pieces of words: one row of 384 numbers a sentence.
///
/// It lives on one thread at a time.
public final class SentenceVectors {
    public let model: MiniLM
    public let pieces: WordPieces

    /// - Parameters:
    ///   - weights: The published `model.safetensors`.
    ///   - vocabulary: The published `vocab.txt`.
    ///   - limit: Pieces of a text at most.
    public init(weights: String, vocabulary: String, limit: Int = 128) throws {
        pieces = try WordPieces(contentsOf: vocabulary, limit: limit)
        model = try MiniLM(pieces: pieces.pieces.count)
        try model.load(published: StateDict(contentsOf: weights))
        model.eval()
    }

    /// The encoder of the catalogue, fetched if need be.
    ///
    /// - Throws: `DataError` that names each source tried.
    public convenience init(
        from store: DataStore, limit: Int = 128, display: @escaping (DisplayEvent) -> Void = { _ in }
    ) throws {
        let shown = TextFetchDisplay(display)
        defer { shown.end() }
        try self.init(
            weights: store.weights("minilm", shown.observer), vocabulary: store.weights("minilm_vocab", shown.observer),
            limit: limit)
    }

    /// One unit vector a text, `[n, 384]`: their products are cosine similarities.
    public func callAsFunction(_ texts: [String]) throws -> Tensor {
        let indices = texts.map { pieces($0) }
        // Texts of about one length go together.
        let order = indices.indices.sorted { indices[$0].count < indices[$1].count }
        var rows = [Tensor?](repeating: nil, count: texts.count)
        try withoutGradients {
            for start in stride(from: 0, to: order.count, by: 32) {
                let places = order[start..<min(start + 32, order.count)]
                let input = try SortedTextLoader.padded(
                    places.map { indices[$0] }, chunk: .max, padding: WordPieces.padding)
                let output = try model(input)
                let unit = try output.div(.tensor(output.norm(2, [1], keep: true).clamp(min: 1e-12)))
                for (row, place) in places.enumerated() { rows[place] = try unit.narrow(0, row, 1) }
            }
        }
        return try rows.isEmpty ? Tensor.zeros([0, MiniLM.width]) : Tensor.cat(rows.compactMap(\.self))
    }
}
