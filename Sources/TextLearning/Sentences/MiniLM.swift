import Foundation
import Layers
import Tensors

/// A small encoder of sentences (Wang and others, 2020): six layers of attention, 384 numbers a sentence, as trained by
/// sentence-transformers. Its names are those of the published weights.
public final class MiniLM: Module {
    /// Numbers that describe a sentence.
    public static let width = 384
    private static let heads = 12

    private let words: Tensor
    private let positions: Tensor
    private let kinds: Tensor
    private let norm: LayerNorm
    private let layers: [Layer]
    private let dropout: Double

    /// With random weights, for loading others.
    ///
    /// - Parameter dropout: Of attention and of hidden values in training.
    public init(pieces: Int = 30522, longest: Int = 512, layers: Int = 6, dropout: Double = 0.1) throws {
        func table(_ count: Int) throws -> Tensor {
            let table = try Tensor(uninitialized: [count, Self.width]).asParameter()
            try Initialisation.fill(table) { tensor throws(TensorError) in try tensor.normal_(std: 0.02) }
            return table
        }
        words = try table(pieces)
        positions = try table(longest)
        kinds = try table(2)
        norm = try LayerNorm(Self.width, epsilon: 1e-12)
        self.layers = try (0..<layers).map { _ in
            try Layer(Self.width, heads: Self.heads, inner: 1536, dropout: dropout)
        }
        self.dropout = dropout
        super.init()
    }

    /// The published weights, without what sentences do not need.
    public func load(published state: StateDict) throws {
        try load(state.renamed { $0.hasPrefix("pooler.") || $0.hasSuffix("position_ids") ? nil : $0 })
    }

    public override var members: [(name: String, member: Member)] {
        [
            (
                "embeddings",
                .module(
                    Group(
                        "BertEmbeddings",
                        [
                            ("word_embeddings", .module(Group("Embedding", [("weight", .parameter(words))]))),
                            ("position_embeddings", .module(Group("Embedding", [("weight", .parameter(positions))]))),
                            ("token_type_embeddings", .module(Group("Embedding", [("weight", .parameter(kinds))]))),
                            ("LayerNorm", .module(norm)),
                        ]))
            ),
            ("encoder", .module(Group("BertEncoder", [("layer", .module(Sequential(layers)))]))),
        ]
    }

    /// Indices of pieces `[n, length]`, 0 for padding, to one row a sentence `[n, 384]`: the mean over its pieces.
    public override func forward(_ input: Tensor) throws -> Tensor {
        let length = input.shape[1]
        guard length <= positions.shape[0] else {
            throw LayerError.sequence("a sentence has at most \(positions.shape[0]) pieces, not \(length)")
        }
        let isPiece = try input.ne(.int(WordPieces.padding))
        var hidden = try input.embedding(words).add(.tensor(positions.narrow(0, 0, length)))
            .add(.tensor(kinds.select(0, 0)))
        hidden = try norm(hidden).dropout(dropout, training: isTraining)
        // What is added to attention before its softmax: nothing for pieces, a large negative number for padding.
        let mask = try isPiece.logicalNot().to(dtype: .float32).mul(.double(-1e9)).reshape([-1, 1, 1, length])
        for layer in layers { hidden = try layer(hidden, mask) }
        let weights = try isPiece.to(dtype: .float32).unsqueeze(2)
        return try hidden.mul(.tensor(weights)).sum([1]).div(.tensor(weights.sum([1]).clamp(min: 1e-9)))
    }

    /// Attention and two linear layers, each beside a shortcut and then normalised.
    private final class Layer: Module {
        private let query: Linear
        private let key: Linear
        private let value: Linear
        private let output: Linear
        private let outputNorm: LayerNorm
        private let wide: Linear
        private let narrow: Linear
        private let narrowNorm: LayerNorm
        private let heads: Int
        private let dropout: Double

        init(_ width: Int, heads: Int, inner: Int, dropout: Double) throws {
            (query, key, value) = (try Linear(width, width), try Linear(width, width), try Linear(width, width))
            (output, outputNorm) = (try Linear(width, width), try LayerNorm(width, epsilon: 1e-12))
            (wide, narrow) = (try Linear(width, inner), try Linear(inner, width))
            narrowNorm = try LayerNorm(width, epsilon: 1e-12)
            (self.heads, self.dropout) = (heads, dropout)
        }

        override var kind: String { "BertLayer" }

        override var members: [(name: String, member: Member)] {
            let own = Group(
                "BertSelfAttention",
                [
                    ("query", .module(query)), ("key", .module(key)), ("value", .module(value)),
                ])
            let after = Group("BertSelfOutput", [("dense", .module(output)), ("LayerNorm", .module(outputNorm))])
            return [
                ("attention", .module(Group("BertAttention", [("self", .module(own)), ("output", .module(after))]))),
                ("intermediate", .module(Group("BertIntermediate", [("dense", .module(wide))]))),
                (
                    "output",
                    .module(Group("BertOutput", [("dense", .module(narrow)), ("LayerNorm", .module(narrowNorm))]))
                ),
            ]
        }

        func callAsFunction(_ input: Tensor, _ mask: Tensor) throws -> Tensor {
            try Interruption.check()
            let (rows, length, width) = (input.shape[0], input.shape[1], input.shape[2])
            func split(_ tensor: Tensor) throws -> Tensor {
                try tensor.reshape([rows, length, heads, width / heads]).transpose(1, 2)
            }
            let (q, k, v) = (try split(query(input)), try split(key(input)), try split(value(input)))
            let scores = try q.matmul(k.transpose(-1, -2)).div(.double(Double(width / heads).squareRoot()))
            let weights = try scores.add(.tensor(mask)).softmax(-1).dropout(dropout, training: isTraining)
            let seen = try weights.matmul(v).transpose(1, 2).reshape([rows, length, width])
            let first = try outputNorm(output(seen).dropout(dropout, training: isTraining).add(.tensor(input)))
            let second = try narrow(wide(first).gelu()).dropout(dropout, training: isTraining)
            let result = try narrowNorm(second.add(.tensor(first)))
            if result.requiresGrad { try result.watchInterruption() }
            return result
        }
    }

    /// Members under a name of their own, for the published names.
    private final class Group: Module {
        private let name: String
        private let parts: [(name: String, member: Member)]
        init(_ name: String, _ parts: [(name: String, member: Member)]) { (self.name, self.parts) = (name, parts) }
        override var kind: String { name }
        override var members: [(name: String, member: Member)] { parts }
    }
}
