/// Moments of a training at which callbacks are called; raw values are fastai's names.
public enum Event: String, Sendable, CaseIterable {
    case afterCreate = "after_create"
    case beforeFit = "before_fit"
    case beforeEpoch = "before_epoch"
    case beforeTrain = "before_train"
    case beforeBatch = "before_batch"
    case afterPrediction = "after_pred"
    case afterLoss = "after_loss"
    case beforeBackward = "before_backward"
    case afterCancelBackward = "after_cancel_backward"
    case afterBackward = "after_backward"
    case beforeStep = "before_step"
    case afterCancelStep = "after_cancel_step"
    case afterStep = "after_step"
    case afterCancelBatch = "after_cancel_batch"
    case afterBatch = "after_batch"
    case afterCancelTrain = "after_cancel_train"
    case afterTrain = "after_train"
    case beforeValidate = "before_validate"
    case afterCancelValidate = "after_cancel_validate"
    case afterValidate = "after_validate"
    case afterCancelEpoch = "after_cancel_epoch"
    case afterEpoch = "after_epoch"
    case afterCancelFit = "after_cancel_fit"
    case afterFit = "after_fit"
    /// A fit ended by an interruption or an error, instead of ``afterFit``. fastai has no such event.
    case afterFailure = "after_failure"
}

/// Something that takes part in a training.
public protocol Callback: AnyObject {
    /// Of several, lower ones are called first. fastai's recorder has 50, its progress bar 60.
    var order: Int { get }
    /// - Throws: ``Cancel`` to leave out what remains of a stage; anything else ends the fit.
    func on(_ event: Event, _ learner: Learner) throws
}

extension Callback {
    public var order: Int { 0 }
}

/// Thrown by a callback to leave out the rest of a stage.
public enum Cancel: String, Error, Sendable {
    case backward, step, batch, train, validate, epoch, fit
}

/// A stage of a training with the events around it.
enum Stage {
    case fit, epoch, train, validate, batch, backward, step

    var before: Event {
        switch self {
        case .fit: .beforeFit
        case .epoch: .beforeEpoch
        case .train: .beforeTrain
        case .validate: .beforeValidate
        case .batch: .beforeBatch
        case .backward: .beforeBackward
        case .step: .beforeStep
        }
    }

    var after: Event {
        switch self {
        case .fit: .afterFit
        case .epoch: .afterEpoch
        case .train: .afterTrain
        case .validate: .afterValidate
        case .batch: .afterBatch
        case .backward: .afterBackward
        case .step: .afterStep
        }
    }

    var cancelled: Event {
        switch self {
        case .fit: .afterCancelFit
        case .epoch: .afterCancelEpoch
        case .train: .afterCancelTrain
        case .validate: .afterCancelValidate
        case .batch: .afterCancelBatch
        case .backward: .afterCancelBackward
        case .step: .afterCancelStep
        }
    }

    var cancel: Cancel {
        switch self {
        case .fit: .fit
        case .epoch: .epoch
        case .train: .train
        case .validate: .validate
        case .batch: .batch
        case .backward: .backward
        case .step: .step
        }
    }
}
