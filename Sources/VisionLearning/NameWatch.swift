import DataBlocks
import Display
import Tensors
import Training

/// After a fit, compares what was predicted for the validation pictures with their names, and tells when it runs against
/// them; see ``NameCheck``. The predictions are those of the last pass, so that it costs nothing.
public final class NameWatch: Callback {
    public let order = 80
    private let subject: String?
    private var hasTrained = false
    private var seen: [(position: Int, label: Int, prediction: Int)] = []

    /// - Parameter subject: What True stands for, where classes are True and False, such as "cat" of `is_cat`.
    public init(subject: String? = nil) { self.subject = subject }

    public func on(_ event: Event, _ learner: Learner) throws {
        switch event {
        case .beforeFit: hasTrained = false
        case .beforeTrain: hasTrained = true
        case .beforeValidate: seen = []
        case .afterBatch where !learner.isTraining && hasTrained: try keep(learner)
        case .afterFit where hasTrained: tell(learner)
        default: break
        }
    }

    private func keep(_ learner: Learner) throws {
        guard learner.data.target == .category, let output = learner.prediction,
            let target = learner.targets.first, learner.positions.count == learner.batchItems
        else { return }
        let said: [Int] = try learner.loss.decode(learner.loss.activation(output)).reshape([-1]).array()
        let labels: [Int] = try target.reshape([-1]).array()
        guard said.count == labels.count, labels.count == learner.positions.count else { return }
        for (place, position) in learner.positions.enumerated() { seen.append((position, labels[place], said[place])) }
    }

    private func tell(_ learner: Learner) {
        guard let pictures = learner.data as? PictureLoaders, let vocabulary = pictures.vocabulary else { return }
        var files: [String] = []
        for item in seen {
            guard pictures.validSet.sources.indices.contains(item.position),
                case .file(let path) = pictures.validSet.sources[item.position]
            else { return }
            files.append(path)
        }
        let words = NameCheck.words(vocabulary, subject: subject, files: files)
        guard !words.isEmpty else { return }
        let check = NameCheck(
            files: files, labels: seen.map(\.label), predictions: seen.map(\.prediction), classes: vocabulary.names,
            words: words)
        if let warning = check.warning { learner.display(.message(warning)) }
    }
}
