import Foundation
import Tensors

/// Files in `Fixtures`, made by PyTorch or numpy with the scripts beside them.
enum Fixture {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static func decode<Content: Decodable>(_ name: String, as type: Content.Type = Content.self) throws -> Content {
        try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: name)))
    }

    static func path(_ name: String) -> String { folder.appending(path: name).path }
}

/// A tensor as the fixtures hold it.
struct Expected: Decodable {
    var shape: [Int]
    var dtype: String
    var values: [Double]

    /// Whether a tensor is this one, to single precision.
    func agrees(with tensor: Tensor) throws -> Bool {
        guard tensor.shape == shape, tensor.dtype.name == dtype else { return false }
        return zip(try tensor.array(of: Double.self), values).allSatisfy { got, wanted in
            abs(got - wanted) <= 1e-5 * max(1, abs(wanted))
        }
    }
}
