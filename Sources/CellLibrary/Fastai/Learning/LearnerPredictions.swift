import CellRuntime
import DataBlocks
import Display
import Tensors
import Training

/// What a trained learner is asked, by fastai's names.
enum LearnerPredictions {
    @MembersBuilder static var members: [Member] {
        Method<LearnerObject>(
            "predict", doc: "The prediction for one item: what it is, as a tensor, and the probabilities.",
            Parameter("item", Value.self, doc: "A path, a picture, …"),
            Parameter("rm_type_tfms", Value.self, default: .none),
            Parameter("with_input", Bool.self, default: false)
        ) { object, cell, item, removed, withInput in
            try cell.refuse("predict", ("rm_type_tfms", removed))
            let result = try object.predictor.predict(item, object.learner, cell)
            return withInput ? Value.tuple([item] + (try cell.items(of: result))) : result
        }
        Method<LearnerObject>(
            "show_results", doc: "Shows items of the validation set with their labels and predictions.",
            Parameter("ds_idx", Int.self, default: 1), Parameter("dl", Value.self, default: .none),
            Parameter("max_n", Int.self, default: 9), Parameter("shuffle", Bool.self, default: true),
            Parameter("options", Keywords.self)
        ) { object, cell, set, loader, most, isShuffled, options in
            try cell.refuse("show_results", ("dl", loader))
            try options.onlyDrawing("show_results")
            try object.predictor.showResults(
                object.learner, maximum: max(1, most), training: set == 0, shuffled: isShuffled, cell)
        }
        Method<LearnerObject>(
            "validate", doc: "The loss and the metrics on the validation set.",
            Parameter("ds_idx", Int.self, default: 1),
            Parameter("dl", LoaderArgument?.self, default: nil),
            Parameter("cbs", CallbacksArgument.self, default: .none)
        ) { object, cell, set, loader, callbacks in
            let chosen = loader?.loader ?? (set == 0 ? object.learner.data.train : object.learner.data.valid)
            let values = try object.learner.validate(chosen, callbacks: callbacks.callbacks)
            return try cell.L(values.compactMap(\.self).map { .float($0) })
        }
        Method<LearnerObject>(
            "get_preds", doc: "Predictions and targets of a whole set.", Parameter("ds_idx", Int.self, default: 1),
            Parameter("dl", LoaderArgument?.self, default: nil), Parameter("with_input", Bool.self, default: false),
            Parameter("with_decoded", Bool.self, default: false), Parameter("with_loss", Bool.self, default: false),
            Parameter("act", Value.self, default: .none)
        ) { object, cell, set, loader, withInput, withDecoded, withLoss, activation in
            let chosen = try loader?.loader ?? object.ordered(training: set == 0)
            var apply: ((Tensor) throws -> Tensor)?
            if !activation.isNone {
                apply = { output in
                    let result = try cell.call(activation, [.object(TensorObject(output))])
                    guard let tensor = result.object as? TensorObject else {
                        throw Raise.typeError("act gives a tensor")
                    }
                    return tensor.tensor
                }
            }
            let found = try object.learner.predictions(
                chosen, withInputs: withInput, withLosses: withLoss, activation: apply)
            var parts: [Tensor?] = withInput ? found.inputs : []
            parts += [found.outputs, found.targets.first]
            if withDecoded { parts.append(found.decoded) }
            if withLoss { parts.append(found.losses) }
            return Value.tuple(parts.map { $0.map { .object(TensorObject($0)) } ?? .none })
        }
    }
}

extension LearnerObject {
    /// One of the two sets in its own order.
    func ordered(training: Bool) throws -> any Loader {
        learner.data.inOrder(training: training)
    }
}
