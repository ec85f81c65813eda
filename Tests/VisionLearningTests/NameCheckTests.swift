import DataBlocks
import Display
import Foundation
import Layers
import Pictures
import Tensors
import Testing
import Training

@testable import VisionLearning

@Suite(.serialized) struct NameCheckTests {
    private let files = (0..<20).map { "pets/" + ($0 % 2 == 0 ? "cat" : "dog") + "_\($0).jpg" }

    private func check(labels: [Int], said: [Int]) -> NameCheck {
        NameCheck(
            files: files, labels: labels, predictions: said, classes: ["cat", "dog"], words: [["cat"], ["dog"]])
    }

    @Test func classesThatAreSwappedAreNoticed() {
        let (right, wrong) = ((0..<20).map { $0 % 2 }, (0..<20).map { 1 - $0 % 2 })
        #expect(!check(labels: right, said: right).isOpposite)
        let opposite = check(labels: wrong, said: wrong)
        #expect(opposite.isOpposite)
        #expect(opposite.warning?.hasPrefix("Opposite day? 20 of 20 validation pictures") == true)
        #expect(opposite.warning?.contains("cat_0.jpg is labelled 'dog', and predicted 'dog'") == true)
        // A model that learnt nothing goes against its labels as well.
        #expect(!check(labels: right, said: wrong).isOpposite)
        #expect(check(labels: right, said: right).warning == nil)
    }

    @Test func namesThatSayNothingTellNothing() {
        let plain = NameCheck(
            files: (0..<20).map { "IMG_\($0).jpg" }, labels: Array(repeating: 0, count: 20),
            predictions: Array(repeating: 1, count: 20), classes: ["cat", "dog"], words: [["cat"], ["dog"]])
        #expect(plain.named == 0)
        #expect(!plain.isOpposite)
        let both = NameCheck(
            files: ["cats/cat and dog.jpg"], labels: [0], predictions: [0], classes: ["cat", "dog"],
            words: [["cat"], ["dog"]])
        // The folder decides where the name speaks of both.
        #expect(both.named == 1 && both.agreeing == 1)
    }

    @Test func trueStandsForWhatTheFunctionAsks() {
        let flags = Vocabulary([.bool(false), .bool(true)])
        #expect(NameCheck.words(flags, subject: "cat", files: files) == [["dog"], ["cat"]])
        #expect(NameCheck.words(flags, subject: nil, files: files).isEmpty)
        #expect(NameCheck.words(flags, subject: "zebra", files: files).isEmpty)
        let names = Vocabulary([.text("cat"), .text("yorkshire terrier")])
        #expect(NameCheck.words(names, subject: nil, files: files) == [["cat"], []])
    }

    @Test func aFitThatLearntTheOppositeSaysSo() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/names-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for index in 0..<40 {
            try Colours.picture(index).write(to: "\(folder)/\(index % 2 == 0 ? "red" : "blue")_\(index).png")
        }
        var options = LoadingOptions()
        (options.batchSize, options.workers, options.path) = (4, 1, folder)
        let blocks = ImageDataLoaders(
            validPercent: 0.3, seed: 3, itemTransforms: [.resize(Resize(32))], options: options)
        let data = try blocks.fromNameFunction(imageFiles(in: folder)) { .text($0.hasPrefix("red") ? "blue" : "red") }
        var told: [String] = []
        // A colour's mean is enough to tell these apart.
        try RandomNumbers.seed(1)
        let learner = try Learner(
            data, model: Sequential(AdaptiveAvgPool2d(1), Flatten(), Linear(3, 2)), callbacks: [NameWatch()],
            display: { if case .message(let words) = $0 { told.append(words) } })
        try learner.fit(5, rate: 0.1)
        #expect(told.contains { $0.hasPrefix("Opposite day?") })
        told = []
        _ = try learner.predictions()
        #expect(told.isEmpty)
    }
}
