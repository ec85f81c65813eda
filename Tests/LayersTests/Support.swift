import Foundation
import Tensors

@testable import Layers

/// What PyTorch computed for one network; written by `Fixtures/make_fixtures.py`.
struct NetworkFacts: Decodable {
    /// A key of the state dictionary with its shape and the sum of its values.
    struct Entry: Decodable {
        let name: String
        let shape: [Int]
        let sum: Double

        init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            name = try values.decode(String.self)
            shape = try values.decode([Int].self)
            sum = try values.decode(Double.self)
        }
    }
    let state: [Entry]
    let evaluated: [Double]
    let trained: [Double]
    let gradients: [String: Double]
    let statistics: [String: Double]

    static let all = Result {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/layers.json")
        return try JSONDecoder().decode([String: NetworkFacts].self, from: Data(contentsOf: file))
    }
}

extension Tensor {
    /// All values added up in double precision.
    func total() throws -> Double { try to(dtype: .float64).sum().item() }
}

/// Whether two numbers agree to the digits that single precision keeps over a deep network.
func close(_ a: Double, _ b: Double, relative: Double = 2e-4, absolute: Double = 2e-5) -> Bool {
    abs(a - b) <= absolute + relative * max(abs(a), abs(b))
}
