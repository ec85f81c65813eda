import CellRuntime
import Training

/// What every function that makes a learner takes, by fastai's names.
enum LearnerOptions {
    static var loss: Parameter<LossArgument?> { Parameter("loss_func", LossArgument?.self, default: nil) }
    static var optimiser: Parameter<OptimiserArgument> {
        Parameter("opt_func", OptimiserArgument.self, default: .adam, doc: "Adam, SGD, RMSProp, RAdam or ranger.")
    }
    static var rate: Parameter<RateArgument?> { Parameter("lr", RateArgument?.self, default: nil) }
    static var callbacks: Parameter<CallbacksArgument> { Parameter("cbs", CallbacksArgument.self, default: .none) }
    static var metrics: Parameter<MetricsArgument> { Parameter("metrics", MetricsArgument.self, default: .none) }
    static var path: Parameter<PathArgument?> { Parameter("path", PathArgument?.self, default: nil) }
    static var folder: Parameter<String> { Parameter("model_dir", String.self, default: "models") }
    static var decay: Parameter<Double?> { Parameter("wd", Double?.self, default: nil) }
    static var decaysAll: Parameter<Bool> { Parameter("wd_bn_bias", Bool.self, default: false) }
    static var trainsNormalisation: Parameter<Bool> { Parameter("train_bn", Bool.self, default: true) }
    static var momenta: Parameter<MomentaArgument?> { Parameter("moms", MomentaArgument?.self, default: nil) }

    static func apply(
        to learner: Learner, _ rate: RateArgument?, _ folder: String, _ decay: Double?, _ decaysAll: Bool,
        _ trainsNormalisation: Bool, _ momenta: MomentaArgument?
    ) {
        if let rate { learner.rate = rate.rate }
        learner.modelFolder = folder
        learner.decay = decay
        (learner.decaysNormalisation, learner.trainsFrozenNormalisation) = (decaysAll, trainsNormalisation)
        if let momenta { learner.momenta = momenta.momenta }
    }
}
