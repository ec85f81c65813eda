import CellRuntime
import Training
import VisionLearning

/// How a learner is kept in files, by fastai's names.
enum LearnerFiles {
    @MembersBuilder static var members: [Member] {
        Method<LearnerObject>(
            "save", doc: "Writes weights and optimiser to models/FILE.pth, as fastai does.",
            Parameter("file", PathArgument.self),
            Parameter("with_opt", Bool.self, default: true), Parameter("pickle_protocol", Int.self, default: 2)
        ) { object, cell, file, optimiser, _ in
            try Restraint.check(writing: object.learner.weightFile(file.path))
            return try cell.path(try object.learner.save(file.path, withOptimiser: optimiser))
        }
        Method<LearnerObject>(
            "load", doc: "Reads weights and optimiser of models/FILE.pth, fastai's files too.",
            Parameter("file", PathArgument.self),
            Parameter("with_opt", Bool.self, default: true),
            Parameter("device", DeviceArgument.self, default: DeviceArgument()),
            Parameter("strict", Bool.self, default: true)
        ) { object, _, file, optimiser, _, strict in
            try object.learner.load(file.path, withOptimiser: optimiser, strict: strict)
            return object
        }
        Method<LearnerObject>(
            "export", doc: "Writes all that predicting needs to one file, for load_learner; it holds no code.",
            Parameter("fname", PathArgument.self, default: PathArgument(path: "export.pkl"))
        ) { object, _, file in
            guard let learner = object.learner as? any ExportableLearner else {
                throw Raise.notImplemented("this learner has no export(); learn.save(name) writes any weights")
            }
            try Restraint.check(writing: file.path.hasPrefix("/") ? file.path : learner.path + "/" + file.path)
            try learner.export(file.path)
        }
        Method<LearnerObject>("summary", doc: "The network, layer by layer, and its parameters.") { object, _ in
            let model = object.learner.model
            return """
                \(model)

                Total params: \(model.parameterCount)
                Total trainable params: \(model.parameters.filter(\.requiresGrad).reduce(0) { $0 + $1.count })
                Optimizer used: Adam
                Loss function: \(object.learner.loss)

                """
        }
    }
}
