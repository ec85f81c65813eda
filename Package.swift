// swift-tools-version: 6.1
import PackageDescription

// Debian's libtorch needs no setting. Another libtorch (for example the one inside a PyPI torch
// wheel) is chosen with TORCH_HOME=…/site-packages/torch.
let torchHome = Context.environment["TORCH_HOME"]
let torchHeaders: [CXXSetting] = torchHome.map { [.unsafeFlags(["-I\($0)/include", "-Wno-c++20-extensions"])] } ?? []
let torchLibraries: [LinkerSetting] =
    (torchHome.map { [.unsafeFlags(["-L\($0)/lib", "-Xlinker", "-rpath", "-Xlinker", "\($0)/lib"])] } ?? [])
    + [.linkedLibrary("torch"), .linkedLibrary("torch_cpu"), .linkedLibrary("c10")]

let pictureLibraries: [LinkerSetting] = ["jpeg", "png", "webp", "webpdemux", "heif"].map { .linkedLibrary($0) }
let networkLibraries: [LinkerSetting] = ["curl", "archive", "crypto"].map { .linkedLibrary($0) }

// A program without shared Swift libraries starts in 2 ms, and runs where no toolchain is.
let staticRuntime: [LinkerSetting] = [
    .unsafeFlags(
        [
            "-static-stdlib", "-lswiftSynchronization", "-lCoreFoundation", "-l_FoundationCShims",
            "-l_FoundationCollections",
            "-l_FoundationICU", "-lstdc++",
        ], .when(platforms: [.linux]))
]

// Cells run on one thread, and no evaluator code holds on to a property's storage while it calls something; tests, which
// are built for debugging, check that. The check at every access would take a third of the time of a release.
let evaluatorSettings: [SwiftSetting] = [
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))
]

// The language tower. It knows no tensor.
let languageTower: [Target] = [
    .target(name: "CellSyntax"),
    .target(
        name: "CellRuntime",
        dependencies: ["CellSyntax", "Display", .product(name: "BigInt", package: "BigInt")],
        swiftSettings: evaluatorSettings),
]

// The learning tower. It knows no cell and no Python word.
let learningTower: [Target] = [
    .target(name: "CTorch"),
    .target(name: "Tensors", dependencies: ["CTorch", "NativeLibrary"]),
    .target(name: "TorchShim", dependencies: ["CTorch"], cxxSettings: torchHeaders, linkerSettings: torchLibraries),
    .target(name: "DataBlocks", dependencies: ["DataSources", "Display", "Pictures", "Tensors"]),
    .target(name: "Layers", dependencies: ["Tensors"]),
    .target(name: "Training", dependencies: ["DataBlocks", "Display", "Layers", "Tensors"]),
    .target(
        name: "VisionLearning",
        dependencies: ["DataBlocks", "DataSources", "Display", "Layers", "Pictures", "Tensors", "Training"]),
    .target(name: "TabularLearning", dependencies: ["DataBlocks", "Display", "Layers", "Tensors", "Training"]),
    .target(
        name: "TextLearning",
        dependencies: ["DataBlocks", "DataSources", "Display", "Layers", "Tensors", "Training"]),
]

// The learning tower by itself, without a notebook.
let examples: [Target] = [
    .executableTarget(
        name: "classifier", dependencies: ["DataBlocks", "Training", "VisionLearning"],
        path: "Examples/Classifier")
]

// Small parts below both towers.
let shared: [Target] = [
    .target(name: "NativeLibrary"),
    .target(name: "TextWidth"),
    .target(name: "Graphs", dependencies: ["TextWidth"]),
    .target(name: "Display", dependencies: ["Graphs"]),
    // Grades free text. It knows neither tensor nor terminal nor file.
    .target(name: "Grading"),
    .target(name: "Quizzes", dependencies: ["Grading", .product(name: "Yams", package: "Yams")]),
    .target(name: "CNetwork"),
    .target(name: "DataSources", dependencies: ["CNetwork", "NativeLibrary", "Pictures"]),
    .target(name: "NetworkShim", dependencies: ["CNetwork"], linkerSettings: networkLibraries),
    .target(name: "CPictures"),
    .target(name: "Pictures", dependencies: ["CPictures", "NativeLibrary"]),
    .target(name: "PicturesShim", dependencies: ["CPictures"], linkerSettings: pictureLibraries),
]

// What a person meets.
let notebook: [Target] = [
    .target(name: "CChafa"),
    .target(name: "ChafaShim", dependencies: ["CChafa"], linkerSettings: [.linkedLibrary("chafa")]),
    .target(name: "CReadline", linkerSettings: [.linkedLibrary("readline")]),
    .target(
        name: "Terminal",
        dependencies: ["CChafa", "CReadline", "CellSyntax", "Display", "Graphs", "NativeLibrary", "TextWidth"]),
    .target(
        name: "CellLibrary",
        dependencies: [
            "CellRuntime", "CellSyntax", "DataBlocks", "DataSources", "Display", "Graphs", "Layers", "Pictures",
            "TabularLearning", "Tensors", "TextLearning", "Training", "VisionLearning",
        ]),
    .target(
        name: "Notebook",
        dependencies: ["CellLibrary", "CellRuntime", "CellSyntax", "Display", "Graphs", "Pictures", "Tensors"]),
    .target(name: "Doctor", dependencies: ["DataSources", "NativeLibrary", "Pictures", "Tensors", "Terminal"]),
    .target(name: "Lessons", dependencies: ["CellSyntax", "Display", "Notebook", "Pictures"]),
    .target(name: "Reports", dependencies: ["Display", "Notebook"]),
    .target(
        name: "Prompt",
        dependencies: ["Display", "Grading", "Graphs", "Lessons", "Notebook", "Quizzes", "Reports", "Terminal"]),
    .executableTarget(
        name: "nuthatch",
        dependencies: [
            "DataSources", "Doctor", "Grading", "Lessons", "Notebook", "Prompt", "Quizzes", "Reports", "Terminal",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        linkerSettings: staticRuntime),
]

let tests: [Target] = [
    .target(name: "LoopbackServer", path: "Tests/LoopbackServer"),
    .testTarget(name: "DataSourcesTests", dependencies: ["DataSources", "LoopbackServer", "Pictures"]),
    .testTarget(name: "DoctorTests", dependencies: ["DataSources", "Doctor", "LoopbackServer"]),
    .testTarget(name: "LauncherTests", dependencies: ["LoopbackServer"]),
    .testTarget(name: "GradingTests", dependencies: ["Grading", "Quizzes"], exclude: ["Fixtures"]),
    .testTarget(name: "PicturesTests", dependencies: ["Pictures"], exclude: ["Fixtures"]),
    .executableTarget(name: "TerminalProbe", dependencies: ["Terminal"], path: "Tests/TerminalProbe"),
    .testTarget(name: "GraphsTests", dependencies: ["Graphs"], exclude: ["Golden"]),
    .target(name: "TerminalTesting", dependencies: ["Terminal"], path: "Tests/TerminalTesting"),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "TerminalTesting", "Display"], exclude: ["Golden"]),
    .testTarget(name: "CellSyntaxTests", dependencies: ["CellSyntax"], exclude: ["Golden", "Fixtures"]),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors"], exclude: ["Fixtures"]),
    .testTarget(
        name: "CellRuntimeTests",
        dependencies: ["CellRuntime", "CellSyntax", "Display", .product(name: "BigInt", package: "BigInt")],
        exclude: ["Fixtures"]),
    .executableTarget(
        name: "CellProbe", dependencies: ["CellRuntime", "CellSyntax", "Display"], path: "Tests/CellProbe",
        linkerSettings: staticRuntime),
    .executableTarget(
        name: "CellFuzzer", dependencies: ["CellRuntime", "CellSyntax", "Display"], path: "Tests/CellFuzzer",
        linkerSettings: staticRuntime),
    .testTarget(
        name: "DataBlocksTests", dependencies: ["DataBlocks", "DataSources", "Display", "Pictures", "Tensors"],
        exclude: ["Fixtures"]),
    .testTarget(name: "LayersTests", dependencies: ["Layers", "Tensors"], exclude: ["Fixtures"]),
    .testTarget(
        name: "TrainingTests", dependencies: ["DataBlocks", "Display", "Layers", "Tensors", "Training"],
        exclude: ["Fixtures"]),
    .testTarget(
        name: "VisionLearningTests",
        dependencies: ["DataBlocks", "DataSources", "Layers", "Pictures", "Tensors", "Training", "VisionLearning"],
        exclude: ["Fixtures"]),
    .testTarget(
        name: "TabularLearningTests",
        dependencies: ["DataBlocks", "Display", "Layers", "TabularLearning", "Tensors", "Training"],
        exclude: ["Fixtures"]),
    .testTarget(
        name: "TextLearningTests",
        dependencies: ["DataBlocks", "DataSources", "Layers", "LoopbackServer", "Tensors", "TextLearning", "Training"],
        exclude: ["Fixtures"]),
    .testTarget(
        name: "CellLibraryTests",
        dependencies: [
            "CellLibrary", "CellRuntime", "CellSyntax", "Display", "Layers", "LoopbackServer", "Tensors",
            "TextLearning",
        ],
        exclude: ["Agreement"]),
    .testTarget(name: "NotebookTests", dependencies: ["CellSyntax", "Display", "Notebook", "Pictures"]),
    .testTarget(
        name: "PromptTests",
        dependencies: ["DataSources", "Layers", "LoopbackServer", "Notebook", "Pictures", "TerminalTesting"],
        exclude: ["namespaces.py"]),
    .testTarget(name: "QuizzesTests", dependencies: ["Grading", "Quizzes"]),
    .testTarget(name: "ReportsTests", dependencies: ["Display", "Notebook", "Reports"]),
    .testTarget(name: "LessonsTests", dependencies: ["Lessons", "Notebook"]),
]

// Benchmarks of parts; whole cells are compared by Benchmarks/compare.
let benchmarks: [Target] = [
    .executableTarget(
        name: "LoadingBenchmark", dependencies: ["DataBlocks", "Pictures", "Tensors"], path: "Benchmarks/Loading"),
    .executableTarget(
        name: "GradingBenchmark", dependencies: ["Grading", "Quizzes"], path: "Benchmarks/Grading",
        exclude: ["semeval.py", "unseen.jsonl", "word_order.py"]),
    .executableTarget(name: "StepBenchmark", dependencies: ["Layers", "Tensors"], path: "Benchmarks/Step"),
]

let products: [Product] = [
    .executable(name: "nuthatch", targets: ["nuthatch"]),
    // For programs that learn without a notebook; Examples/Classifier is one.
    .library(
        name: "Learning",
        targets: [
            "DataBlocks", "DataSources", "Layers", "Pictures", "TabularLearning", "Tensors", "TextLearning", "Training",
            "VisionLearning",
        ]),
    // Opened at run time, never linked: each holds one family of C or C++ libraries.
    .library(name: "TorchShim", type: .dynamic, targets: ["TorchShim"]),
    .library(name: "NetworkShim", type: .dynamic, targets: ["NetworkShim"]),
    .library(name: "PicturesShim", type: .dynamic, targets: ["PicturesShim"]),
    .library(name: "ChafaShim", type: .dynamic, targets: ["ChafaShim"]),
]

let package = Package(
    name: "nuthatch",
    products: products,
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [shared, languageTower, learningTower, examples, notebook, benchmarks, tests].flatMap { $0 },
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
