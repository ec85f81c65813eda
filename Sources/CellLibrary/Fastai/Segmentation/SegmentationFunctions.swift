import CellRuntime
import Layers
import Tensors
import Training
import VisionLearning

/// fastai's functions for a class at each pixel.
enum SegmentationFunctions {
    static var members: [CellRuntime.Member] {
        [
            Function(
                "unet_learner", doc: "A learner that gives each pixel a class: a pretrained body made into a U-Net.",
                Parameter("dls", DataLoadersObject.self),
                Parameter("arch", ArchitectureArgument.self, doc: "Such as resnet34."),
                Parameter("normalize", Bool.self, default: true), Parameter("n_out", Int?.self, default: nil),
                Parameter("pretrained", Bool.self, default: true), Parameter("weights", Value.self, default: .none),
                Parameter("config", Value.self, default: .none),
                Parameter("loss_func", LossArgument?.self, default: nil),
                Parameter("lr", RateArgument?.self, default: nil),
                Parameter("splitter", Value.self, default: .none),
                Parameter("cbs", CallbacksArgument.self, default: .none),
                Parameter("metrics", MetricsArgument.self, default: .none),
                Parameter("path", PathArgument?.self, default: nil),
                Parameter("model_dir", String.self, default: "models"), Parameter("wd", Double?.self, default: nil),
                Parameter("wd_bn_bias", Bool.self, default: false), Parameter("train_bn", Bool.self, default: true),
                Parameter("moms", MomentaArgument?.self, default: nil),
                Parameter("self_attention", Bool.self, default: false), Parameter("blur", Bool.self, default: false),
                Parameter("blur_final", Bool.self, default: true), Parameter("last_cross", Bool.self, default: true),
                Parameter("bottle", Bool.self, default: false),
                Parameter("y_range", RangeArgument?.self, default: nil)
            ) {
                cell, loaders, architecture, normalises, outputs, pretrained, weights, config, loss, rate, splitter,
                callbacks, metrics, path, folder, decay, decaysAll, trainsNormalisation, momenta, attends, blurs,
                blursLast, crosses, isNarrow, range in
                try cell.refuse("unet_learner", ("weights", weights), ("config", config), ("splitter", splitter))
                var unet = UNetSettings()
                (unet.attends, unet.blurs, unet.blursLast) = (attends, blurs, blursLast)
                (unet.crosses, unet.isNarrow, unet.outputRange) = (crosses, isNarrow, range?.range)
                var settings = VisionSettings()
                (settings.pretrained, settings.normalises, settings.outputs) = (pretrained, normalises, outputs)
                (settings.unet, settings.loss, settings.path) = (unet, loss?.loss, path?.path)
                let learner = try VisionLearner(
                    loaders.pictures("unet_learner"), architecture.architecture, settings, metrics: metrics.metrics,
                    callbacks: callbacks.callbacks, display: { cell.display($0) })
                if let rate { learner.rate = rate.rate }
                (learner.modelFolder, learner.decay) = (folder, decay)
                (learner.decaysNormalisation, learner.trainsFrozenNormalisation) = (decaysAll, trainsNormalisation)
                if let momenta { learner.momenta = momenta.momenta }
                return LearnerObject(learner, PicturePredictor())
            },
            Function(
                "iou_by_class",
                doc: "Intersection over union of predicted and true masks of the validation set, class by class.",
                Parameter("learn", LearnerObject.self)
            ) { _, object in
                let overlap = Overlap(.jaccard_coeff_multi)
                try object.learner.measure(overlap)
                let names = object.learner.data.vocabulary?.names ?? []
                let scores = overlap.scores
                return Dict(
                    named: scores.indices.map { index in
                        (
                            names.indices.contains(index) ? names[index] : "\(index)",
                            scores[index].map { .float($0) } ?? .none
                        )
                    })
            },
        ]
    }
}
