import CellRuntime
import Training

/// The modules of fastai, fastcore, fastbook and their friends.
enum FastaiModules {
    /// What every `from fastai.….all import *` brings beside its own subject.
    @MembersBuilder private static var basics: [Member] {
        DataSets.members
        DataSets.urls
        CoreFunctions.members
        Splitters.all
        Labellers.all
        DataLoadersObject.declaration
        LearnerObject.declaration
        CallbackObject.functions
        MetricObject.members
        LossObject.members
        SuggestionObject.members
        VisionFunctions.loadLearner
    }

    @MembersBuilder private static var vision: [Member] {
        basics
        ImageFunctions.members
        BlockObject.all
        DataBlockObject.declaration
        ImageLoaders.declaration
        ImageLoaders.segmentation
        for type in ItemTransforms.all + BatchTransforms.all { type }
        BatchTransforms.augTransforms
        FastaiPictures.colour
        FastaiPictures.grey
        FastaiPictures.mask
        InterpretationObject.declaration
        VisionFunctions.members
        Constant("imagenet_stats", statistics([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]))
        Constant("cifar_stats", statistics([0.491, 0.482, 0.447], [0.247, 0.243, 0.261]))
        Constant("mnist_stats", statistics([0.131], [0.308]))
    }

    private static func statistics(_ mean: [Double], _ deviation: [Double]) -> Value {
        .tuple([.tuple(mean.map { .float($0) }), .tuple(deviation.map { .float($0) })])
    }

    /// Names of other modules that fastai's star imports bring along.
    @MembersBuilder private static func borrowed(_ names: [(module: String, name: String)]) -> [Member] {
        for entry in names {
            Constant(entry.name) { (cell: Interpreter) -> Value in (try? cell.attribute(entry.name, of: cell.module(entry.module))) ?? .none }
        }
    }
}
