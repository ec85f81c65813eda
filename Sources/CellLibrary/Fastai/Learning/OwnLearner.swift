import CellRuntime
import DataBlocks
import Layers
import Tensors
import Training

/// fastai's `Learner(dls, model, …)`: a network of one's own, trained like any other.
enum OwnLearner {
    static var making: CellRuntime.Member {
        Constructor(
            Parameter("dls", DataLoadersObject.self), Parameter("model", NetworkArgument.self),
            Parameter("loss_func", LossArgument?.self, default: nil),
            LearnerOptions.optimiser,
            Parameter("lr", RateArgument.self, default: RateArgument(rate: 1e-3)),
            Parameter("cbs", CallbacksArgument.self, default: .none),
            Parameter("metrics", MetricsArgument.self, default: .none),
            Parameter("path", PathArgument?.self, default: nil),
            Parameter("model_dir", String.self, default: "models"), Parameter("wd", Double?.self, default: nil),
            Parameter("wd_bn_bias", Bool.self, default: false), Parameter("train_bn", Bool.self, default: true),
            Parameter("moms", MomentaArgument?.self, default: nil)
        ) {
            cell, data, network, loss, rule, rate, callbacks, metrics, path, folder, decay, decaysAll,
            trainsNormalisation, momenta in
            if loss == nil, data.loaders is TensorLoaders {
                throw Raise(
                    exceptions.assertionError,
                    "Could not infer loss function from the data, please pass a loss function.")
            }
            let learner = try Learner(
                data.loaders, model: network.module, loss: loss?.loss, metrics: metrics.metrics,
                callbacks: callbacks.callbacks, rule: rule.rule, path: path?.path,
                display: { cell.display($0) })
            learner.rate = rate.rate
            learner.modelFolder = folder
            learner.decay = decay
            (learner.decaysNormalisation, learner.trainsFrozenNormalisation) = (decaysAll, trainsNormalisation)
            if let momenta { learner.momenta = momenta.momenta }
            return LearnerObject(learner, OwnPredictor())
        }
    }
}

/// Predicts on what the learner's data are made of: pictures, or tensors.
struct OwnPredictor: CellPredictor {
    func predict(_ item: Value, _ learner: Learner, _ cell: Interpreter) throws -> Value {
        let loader: any Loader
        if let pictures = learner.data as? PictureLoaders {
            loader = try pictures.testLoader([try cell.pictureSource(item)], batchSize: 1)
        } else if let tensor = item.object as? TensorObject {
            loader = try TensorLoader(inputs: [tensor.tensor.unsqueeze(0)], targets: [], batchSize: 1)
        } else {
            throw Raise.typeError("this learner predicts on tensors, not on \(item.type.name)")
        }
        let found = try learner.predictions(loader, withInputs: false, withLosses: false, activation: nil)
        let (output, decoded) = (try found.outputs.select(0, 0), try found.decoded.select(0, 0))
        var answer = Value.object(TensorObject(decoded))
        if let labels = learner.data.vocabulary?.labels, decoded.count == 1,
            labels.indices.contains(try decoded.intItem())
        {
            answer = .string(labels[try decoded.intItem()].name)
        }
        return .tuple([answer, .object(TensorObject(decoded)), .object(TensorObject(output))])
    }

    func showResults(_ learner: Learner, maximum: Int, training: Bool, shuffled: Bool, _ cell: Interpreter) throws {
        throw Raise.notImplemented("show_results is for learners of pictures, tables and text: use get_preds()")
    }
}
