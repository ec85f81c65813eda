import DataBlocks
import Display
import Tensors
import Training

/// What a model says about one text.
public struct TextPrediction {
    /// The class, the classes or the numbers, in the data's own words.
    public enum Answer: Equatable, Sendable {
        case category(Label)
        case categories([Label])
        case numbers([Double])
    }

    public let answer: Answer
    /// The class's index, a flag for each class, or the values.
    public let decoded: Tensor
    public let probabilities: Tensor
    public let classes: [String]
}

extension TextClassifierLearner {
    /// What the model says about a text.
    public func predict(_ text: String) throws -> TextPrediction {
        let output = try outputs(for: [texts.input(text)])
        let decoded = try withoutGradients { try loss.decode(output).select(0, 0) }
        let labels = texts.vocabulary?.labels ?? []
        let answer: TextPrediction.Answer
        switch texts.target {
        case .category:
            let index = try decoded.intItem()
            answer = .category(labels.indices.contains(index) ? labels[index] : .int(index))
        case .multiCategory:
            answer = .categories(zip(labels, try decoded.array(of: Bool.self)).filter(\.1).map(\.0))
        default: answer = .numbers(try decoded.array())
        }
        return TextPrediction(
            answer: answer, decoded: decoded, probabilities: try output.select(0, 0),
            classes: texts.vocabulary?.names ?? [])
    }

    /// Some texts with their label and the prediction: fastai's `show_results`.
    public func showResults(maximum: Int = 9, training: Bool = false, shuffled: Bool = true) throws -> Table {
        let set = training ? texts.trainSet : texts.validSet
        var places = Array(set.texts.indices)
        if shuffled, !places.isEmpty { places = try Tensor.randperm(places.count).array() }
        let chosen = set.subset(Array(places.prefix(maximum)))
        let batch = try texts.batch(chosen)
        let decoded = try withoutGradients { try loss.decode(outputs(for: batch.inputs)) }
        let rows = try texts.rows(of: batch.inputs[0], maximum)
        let truths = try texts.captions(of: batch.targets, count: rows.count)
        let answers = try texts.captions(of: [decoded], count: rows.count)
        return Table(
            columns: ["", "text", "category", "category_"],
            rows: rows.indices.map { ["\($0)", texts.text(rows[$0]), truths[$0], answers[$0]] })
    }
}

extension LanguageLearner {
    /// Rows of words, what follows them, and what the model expects to follow.
    public func showResults(maximum: Int = 9, training: Bool = false) throws -> Table {
        textModel?.reset()
        defer { textModel?.reset() }
        let batch = try (training ? data.train : data.valid).oneBatch()
        let shown = min(maximum, batch.count)
        let input = try batch.inputs[0].narrow(0, 0, shown)
        let decoded = try outputs(for: [input]).argmax(-1)
        let (given, wanted) = (try texts.rows(of: input, shown), try texts.rows(of: batch.targets[0], shown))
        let said = try texts.rows(of: decoded, shown)
        return Table(
            columns: ["", "text", "text_", "pred"],
            rows: given.indices.map { ["\($0)", texts.text(given[$0]), texts.text(wanted[$0]), texts.text(said[$0])] })
    }
}
