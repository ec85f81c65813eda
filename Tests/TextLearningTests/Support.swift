import Foundation
import Layers
import Tensors
import Testing

@testable import TextLearning

/// The path of a file beside the tests.
func fixture(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)").path
}

/// What fastai computed; written by `Fixtures/make_fixtures.py`.
struct TextFacts: Decodable {
    struct Case: Decodable {
        let text: String
        let tokens: [String]
        let plain: [String]
    }
    struct Counted: Decodable {
        let words: [String]
        let vocab: [String]
        let short: [String]
    }
    struct Stream: Decodable {
        let texts: [[Int]]
        let batches: [[[[Int]]]]
    }
    struct Values: Decodable {
        let shape: [Int]
        let values: [Float]
        func tensor() throws -> Tensor { try Tensor(values, shape: shape) }
    }
    struct Recurrent: Decodable {
        let values: [String: Values]
        let results: [String: Values]
        let gradients: [String: Values]
    }
    struct Classifier: Decodable {
        let input: [[Int]]
        let output: Values
        let long: Values
        let loss: Values
        let names: [String]
        let groups: [Int]
        let gradients: [String: Values]
    }
    struct Language: Decodable {
        let inputs: [[[Int]]]
        let outputs: [Values]
        let fewer: Values
        let names: [String]
        let groups: [Int]
    }
    struct Pretrained: Decodable {
        let words: [String]
        let new: [String]
        let encoder: Values
        let bias: Values
    }
    struct Readable: Decodable {
        let tokens: [String]
        let decoded: [String]
    }
    struct Pieces: Decodable {
        struct Case: Decodable {
            let text: String
            let ids: [Int]
        }
        let pieces: [String]
        let cases: [Case]
    }
    struct Sentences: Decodable {
        let ids: [[Int]]
        let output: Values
    }
    let pieces: Pieces
    let minilm: Sentences
    let tokens: [Case]
    let vocabulary: Counted
    let padding: [[Int]]
    let stream: Stream
    let lstm: Recurrent
    let classifier: Classifier
    let language_model: Language
    let pretrained: Pretrained
    let readable: [Readable]

    static func read() throws -> TextFacts {
        try JSONDecoder().decode(TextFacts.self, from: Data(contentsOf: URL(fileURLWithPath: fixture("facts.json"))))
    }
}

extension Tensor {
    convenience init(rows: [[Int]]) throws { try self.init(rows.flatMap { $0 }, shape: [rows.count, rows[0].count]) }

    /// Whether it is near the recorded values.
    func isNear(_ facts: TextFacts.Values, _ tolerance: Double = 1e-5) throws -> Bool {
        try shape == facts.shape && allClose(facts.tensor(), relative: tolerance, absolute: tolerance)
    }
}

/// The small model of the fixtures.
func smallSettings() throws -> AWDLSTMSettings {
    var settings = AWDLSTMSettings.languageModel
    for (name, value) in [("emb_sz", 6.0), ("n_hid", 8), ("n_layers", 2)] { try settings.set(name, value) }
    return settings
}
