import DataBlocks
import Foundation
import Pictures
import Tensors
import Training

/// What a model says about one picture.
public struct PicturePrediction {
    /// The answer in the data's own words.
    public enum Answer: Equatable, Sendable {
        case category(Label)
        case categories([Label])
        case numbers([Double])
        /// A class for each pixel, row by row.
        case mask([Int], width: Int, height: Int)
    }

    public let answer: Answer
    /// The class's index, a flag for each class, or the values.
    public let decoded: Tensor
    /// The probability of each class, or the values.
    public let probabilities: Tensor
    /// The classes in the order of ``probabilities``; empty for numbers.
    public let classes: [String]

    /// Each class with its probability, likeliest first.
    public func ranked() throws -> [(name: String, probability: Double)] {
        let values: [Double] = try probabilities.array()
        guard values.count == classes.count else { return [] }
        return zip(classes, values).map { ($0, $1) }.sorted { $0.1 > $1.1 }
    }
}

extension VisionLearner {
    /// What the model says about a picture file.
    ///
    /// - Throws: `PictureError` when it cannot be read.
    public func predict(path: String) throws -> PicturePrediction { try predict(.file(path)) }

    /// What the model says about the bytes of a picture file.
    public func predict(bytes: [UInt8]) throws -> PicturePrediction {
        try predict(.picture(Picture.decode(bytes: bytes)))
    }

    public func predict(_ picture: Picture) throws -> PicturePrediction { try predict(.picture(picture)) }

    /// What the model says about a picture, prepared as in validation.
    public func predict(_ source: PictureSource) throws -> PicturePrediction {
        let output = try outputs(for: [pictures.predictionInput(source)])
        let decoded = try withoutGradients { try loss.decode(output).select(0, 0) }
        let probabilities = try output.select(0, 0)
        return PicturePrediction(
            answer: try answer(decoded), decoded: decoded, probabilities: probabilities,
            classes: pictures.vocabulary?.names ?? [])
    }

    private func answer(_ decoded: Tensor) throws -> PicturePrediction.Answer {
        let labels = pictures.vocabulary?.labels ?? []
        switch pictures.target {
        case .category:
            let index = try decoded.intItem()
            return .category(labels.indices.contains(index) ? labels[index] : .int(index))
        case .multiCategory:
            let flags: [Bool] = try decoded.array()
            return .categories(zip(labels, flags).filter(\.1).map(\.0))
        case .regression: return .numbers(try decoded.array())
        case .mask:
            let shape = decoded.shape
            return .mask(try decoded.array(), width: shape.last ?? 0, height: shape.first ?? 0)
        }
    }
}
