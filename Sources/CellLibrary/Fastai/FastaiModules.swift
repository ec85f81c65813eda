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
        HookObject.members
        TensorLoaders.fastaiLoader
        SuggestionObject.members
        OptimiserObject.members
        VisionFunctions.loadLearner
    }

    @MembersBuilder private static var tabular: [Member] {
        basics
        BlockObject.all
        BatchTransforms.normalize
        TabularFunctions.members
    }

    @MembersBuilder private static var text: [Member] {
        basics
        TextFunctions.members
        TextLoaderFunctions.declaration
        TextTokens.members
        BlockObject.all
        InterpretationObject.declaration
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
        ShowImages.members
        VisionFunctions.members
        PictureTools.members
        SegmentationFunctions.members
        SoundModule.pictures
        Constant("imagenet_stats", statistics([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]))
        Constant("cifar_stats", statistics([0.491, 0.482, 0.447], [0.247, 0.243, 0.261]))
        Constant("mnist_stats", statistics([0.131], [0.308]))
    }

    private static func statistics(_ mean: [Double], _ deviation: [Double]) -> Value {
        .tuple([.tuple(mean.map { .float($0) }), .tuple(deviation.map { .float($0) })])
    }

    /// What lessons use beside fastai, and fastai's star imports bring.
    @MembersBuilder private static var companions: [Member] {
        FastcoreModules.members
        TensorFunction.members
        Borrowed.modules([
            ("np", "numpy"), ("pd", "pandas"), ("plt", "matplotlib.pyplot"), ("torch", "torch"), ("nn", "torch.nn"),
            ("F", "torch.nn.functional"), ("optim", "torch.optim"), ("PIL", "PIL"), ("Image", "PIL.Image"),
            ("os", "os"), ("re", "re"),
        ])
        Borrowed.modules(
            [
                "collections", "functools", "glob", "io", "itertools", "json", "math", "operator", "random", "shutil",
                "string", "sys", "tempfile", "time", "types", "warnings",
            ].map { ($0, $0) })
        Borrowed.members([
            ("torch", ["Tensor"]), ("torch.nn", ["Module"]), ("numpy", ["array"]),
            ("io", ["BytesIO", "StringIO"]),
            ("warnings", ["warn"]),
        ])
    }

    /// What `from fastbook import *` brings beside fastai: pictures to search, and to try.
    @MembersBuilder private static var book: [Member] {
        companions
        vision
        SearchObject.functions
        Borrowed.modules([("widgets", "ipywidgets")])
        Function("setup_book", doc: "Nothing has to be set up here: data are found where they are.") { _ in }
        ImageSamples.members
        GraphObject.gv
    }

    static var all: [NativeModule] {
        FastcoreModules.all + [WidgetsModule.module, GraphObject.module] + [
            NativeModule("fastai", doc: "fastai's names, over this program's own learners.") {
                Constant("__version__", "2.8")
            },
            NativeModule("fastai.basics", doc: "What all of fastai shares.") {
                companions
                basics
            },
            NativeModule("fastai.vision.all", doc: "fastai for pictures.") {
                companions
                vision
            },
            NativeModule("fastai.vision", doc: "fastai for pictures.") { vision },
            NativeModule("fastai.tabular.all", doc: "fastai for tables.") {
                companions
                tabular
            },
            NativeModule("fastai.tabular", doc: "fastai for tables.") { tabular },
            NativeModule("fastai.collab", doc: "fastai for ratings.") {
                companions
                tabular
                CollabFunctions.members
            },
            NativeModule("fastai.text.all", doc: "fastai for texts.") {
                companions
                text
            },
            NativeModule("fastai.text", doc: "fastai for texts.") { text },
            NativeModule("fastbook", doc: "What fastai's book brings.") { book },
            LabelText.module,
            NativeModule("fastdownload", doc: "Downloads.") { DataSets.members },
            NativeModule("duckduckgo_search", doc: "Searching pictures.") { SearchObject.declaration },
            NativeModule("ddgs", doc: "Searching pictures.") { SearchObject.declaration },
            NativeModule("torchvision", doc: "Networks for pictures.") { Constant("__version__", "0.14") },
            NativeModule("torchvision.models", doc: "Networks for pictures.") { VisionFunctions.architectures },
        ]
    }

    static let packages = [
        "fastai", "fastbook", "fastcore", "fastdownload", "duckduckgo_search", "duckduckgo-search", "ddgs",
        "graphviz", "ipywidgets", "timm",
    ]
}
