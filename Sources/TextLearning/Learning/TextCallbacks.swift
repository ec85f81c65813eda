import Tensors
import Training

/// Lets a model forget what it read at the beginning of each pass (fastai's `ModelResetter`).
final class ModelResetter: Callback {
    func on(_ event: Event, _ learner: Learner) {
        guard event == .beforeTrain || event == .beforeValidate || event == .afterFit || event == .afterFailure else {
            return
        }
        (learner.model as? any TextModel)?.reset()
    }
}

/// Keeps activations small (AR) and their changes from word to word (TAR), in the gradient and not in the loss that is
/// shown (Merity and others, 2018; fastai's `RNNRegularizer`).
final class ActivationRegulariser: Callback {
    private let size: Double
    private let change: Double

    init(size: Double, change: Double) { (self.size, self.change) = (size, change) }

    func on(_ event: Event, _ learner: Learner) throws {
        guard let model = learner.model as? any TextModel else { return }
        if event == .afterLoss, learner.isTraining, let loss = learner.lossTensor, let kept = model.activations {
            var total = loss
            if size != 0 { total = try total.add(.tensor(kept.dropped.square().mean().mul(.double(size)))) }
            let steps = kept.raw.shape[1]
            if change != 0, steps > 1 {
                let difference = try kept.raw.narrow(1, 1, steps - 1).sub(.tensor(kept.raw.narrow(1, 0, steps - 1)))
                total = try total.add(.tensor(difference.square().mean().mul(.double(change))))
            }
            learner.lossTensor = total
        }
        if event == .afterBatch || event == .afterFailure { model.activations = nil }
    }
}
