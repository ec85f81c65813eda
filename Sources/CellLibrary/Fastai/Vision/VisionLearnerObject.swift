import CellRuntime
import DataBlocks
import Training
import VisionLearning

/// A learner of pictures, with what only that can do.
final class VisionLearnerObject: LearnerObject {
    init(_ learner: VisionLearner) { super.init(learner, PicturePredictor(), type: Self.visionDeclaration) }

    /// The learner as one of pictures.
    func pictures() throws(Raise) -> VisionLearner {
        guard let learner = learner as? VisionLearner else { throw .typeError("this is no learner of pictures") }
        return learner
    }

    static let visionDeclaration: TypeObject = NativeType<VisionLearnerObject>(
        "Learner", module: "fastai.learner", doc: "A learner of pictures.", base: LearnerObject.declaration
    ) {
        Method<VisionLearnerObject>(
            "tta", doc: "Predictions as the mean over augmented versions of each picture, and the targets.",
            Parameter("ds_idx", Int.self, default: 1), Parameter("dl", Value.self, default: .none),
            Parameter("n", Int.self, default: 4, doc: "Versions of each picture."),
            Parameter("item_tfms", Value.self, default: .none), Parameter("batch_tfms", Value.self, default: .none),
            Parameter("beta", Double.self, default: 0.25, doc: "How much the plain picture counts."),
            Parameter("use_max", Bool.self, default: false)
        ) { object, cell, set, loader, versions, items, batch, share, takesMaximum in
            try cell.refuse("tta", ("dl", loader), ("item_tfms", items), ("batch_tfms", batch))
            guard versions > 0, (0...1).contains(share) else {
                throw Raise.valueError("tta needs n above 0, and beta from 0 to 1")
            }
            let found = try object.pictures().augmentedPredictions(
                training: set == 0, versions: versions, plainShare: share, takesMaximum: takesMaximum)
            return Value.tuple([
                .object(TensorObject(found.outputs)), found.targets.first.map { .object(TensorObject($0)) } ?? .none,
            ])
        }
    }.type
}
