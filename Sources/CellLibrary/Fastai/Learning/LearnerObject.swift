import CellRuntime
import DataBlocks
import Display
import Tensors
import Training

/// fastai's `Learner`.
class LearnerObject: Object, NativeObject {
    let learner: Learner
    /// What the learner predicts from, which depends on its kind.
    let predictor: any CellPredictor

    /// - Parameter type: A class derived from `Learner`, with what only that kind of learner can do.
    init(_ learner: Learner, _ predictor: any CellPredictor, type: TypeObject = LearnerObject.declaration) {
        self.learner = learner
        self.predictor = predictor
        super.init(type: type)
    }

    static let declaration: TypeObject = NativeType<LearnerObject>(
        "Learner", module: "fastai.learner", doc: "A model with the data it learns from."
    ) {
        OwnLearner.making
        LearnerTraining.members
        LearnerPredictions.members
        LearnerFiles.members
        Property<LearnerObject>("dls", doc: "The data.") { object, _ in DataLoadersObject(object.learner.data) }
        Property<LearnerObject>("model", doc: "The network.") { object, _ in NetworkObject(object.learner.model) }
        Property<LearnerObject>("recorder", doc: "What the training recorded.") { object, _ in
            RecorderObject(object.learner)
        }
        Property<LearnerObject>("path", doc: "The folder for files.") { object, cell in
            try cell.path(object.learner.path)
        }
        Property<LearnerObject>("loss_func", doc: "The loss.") { object, _ in "\(object.learner.loss)" }
        Property<LearnerObject>("metrics", doc: "What is measured.") { object, _ in
            Value.list(object.learner.metrics.map { .string($0.name) })
        }
        Property<LearnerObject>("lr", doc: "The learning rate where a fit names none.") { object, _ in
            try object.learner.rate.values(1)[0]
        }
        Property<LearnerObject>("bad_pictures", doc: "Files that could not be read and are left out.") { object, cell in
            try cell.attribute("bad_pictures", of: .object(DataLoadersObject(object.learner.data)))
        }
        Method<LearnerObject>("__repr__") { object, _ in
            "<Learner of \(object.learner.data.train.itemCount) items, loss \(object.learner.loss)>"
        }
    }.type
}

/// Predicts on one item as cells give it.
protocol CellPredictor {
    /// The decoded prediction, what it is as a tensor, and the model's output.
    func predict(_ item: Value, _ learner: Learner, _ cell: Interpreter) throws -> Value
    /// Shows items with targets and predictions.
    func showResults(_ learner: Learner, maximum: Int, training: Bool, shuffled: Bool, _ cell: Interpreter) throws
}
