// Trains a classifier of pictures whose names tell their class: `swift run -c release classifier FOLDER [PHOTO]`.
import DataBlocks
import Training
import VisionLearning

let arguments = CommandLine.arguments
let files = try imageFiles(in: arguments.count > 1 ? arguments[1] : ".")
let blocks = ImageDataLoaders(seed: 42, itemTransforms: [.resize(Resize(224))])
// As in the pets data set: cats have a capital letter.
let data = try blocks.fromNameFunction(files) { .bool($0.first?.isUppercase == true) }
let learner = try VisionLearner(data, .efficientnet_lite0, metrics: [AverageMetric.errorRate()]) { event in
    if case .tableHead(let cells) = event { print(cells.joined(separator: "\t")) }
    if case .tableRow(let cells) = event { print(cells.joined(separator: "\t")) }
}
try learner.fineTune(1)
print(try learner.predict(path: arguments.count > 2 ? arguments[2] : files[0]).ranked())
