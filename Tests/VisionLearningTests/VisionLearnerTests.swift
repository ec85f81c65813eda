import DataBlocks
import Foundation
import Layers
import Pictures
import Tensors
import Testing
import Training

@testable import VisionLearning

@Suite struct VisionLearnerTests {
    @Test func aPictureAloneGetsWhatItGetsAmongOthers() throws {
        let learner = try Colours.learner()
        try learner.fit(1, rate: 0.001)
        let whole = try learner.predictions()
        for (row, source) in learner.pictures.validSet.sources.enumerated() {
            let said = try learner.predict(source)
            #expect(said.classes == ["blue", "red"])
            let wanted: [Double] = try whole.outputs.select(0, row).array()
            let own: [Double] = try said.probabilities.array()
            #expect(zip(own, wanted).allSatisfy { abs($0 - $1) < 1e-4 })
            let ranked = try said.ranked()
            #expect(ranked[0].probability >= ranked[1].probability)
            #expect(said.answer == .category(.text(ranked[0].name)))
            #expect(try said.decoded.intItem() == whole.decoded.select(0, row).intItem())
        }
    }

    @Test func pretrainedLearnersBeginFrozenAndNormalised() throws {
        let data = try Colours.data()
        let learner = try Colours.learner(data, Colours.pretrained())
        #expect(data.transforms.normalisation == .imagenet)
        let training = learner.model.namedParameters.filter { $0.tensor.requiresGrad }.map(\.name)
        #expect(training.filter { $0.hasPrefix("1.") }.count == 6)
        #expect(training.contains("0.1.weight") && !training.contains("0.0.weight"))
        #expect(learner.optimiser?.groups.count == 3)
    }

    @Test func dataOfItsOwnNormalisationKeepsIt() throws {
        let data = try Colours.data(normalisation: .cifar)
        _ = try Colours.learner(data, Colours.pretrained())
        #expect(data.transforms.normalisation == .cifar)
        let plain = try Colours.data()
        _ = try Colours.learner(plain)
        #expect(plain.transforms.normalisation == nil)
    }

    @Test func severalClassesAreDecodedByTheThreshold() throws {
        let labels = (0..<20).map { Label.several([Colours.label($0), .text("plain")]) }
        let learner = try Colours.learner(Colours.data(labels: labels, target: .multiCategory()))
        #expect(learner.loss is BinaryCrossEntropyLoss)
        let said = try learner.predict(Colours.picture(0))
        let probabilities: [Double] = try said.probabilities.array()
        let wanted = zip(["blue", "plain", "red"], probabilities).filter { $1 > 0.5 }.map { Label.text($0.0) }
        #expect(said.answer == .categories(wanted))
    }

    @Test func numbersAreValues() throws {
        let data = try Colours.data(labels: (0..<20).map { .number(Double($0 % 2)) }, target: .regression())
        var settings = VisionSettings()
        (settings.pretrained, settings.head.outputRange) = (false, -1...2)
        let learner = try Colours.learner(data, settings)
        #expect(learner.loss is MeanSquaredError)
        guard case .numbers(let values) = try learner.predict(Colours.picture(0)).answer else {
            throw VisionError.noOutputs
        }
        #expect(values.count == 1 && values[0] > -1 && values[0] < 2)
    }

    @Test func picturesComeAsPathsAndBytesToo() throws {
        let learner = try Colours.learner()
        let picture = Colours.picture(0)
        let bytes = try picture.encoded(as: .png())
        let direct: [Double] = try learner.predict(picture).probabilities.array()
        #expect(try learner.predict(bytes: bytes).probabilities.array(of: Double.self) == direct)
        let error = #expect(throws: PictureError.self) { try learner.predict(path: "/no/such.jpg") }
        #expect(error?.description.contains("/no/such.jpg") == true)
    }

    @Test func interruptionIsSeenInTheBackwardPass() throws {
        let learner = try Colours.learner()
        let before: [Double] = try learner.model.parameters[0].array()
        let statistics = { try learner.model.namedBuffers[0].tensor.array(of: Double.self) }
        let start = try statistics()
        defer { Interruption.clear() }
        #expect(throws: TensorError.interrupted) { try learner.fit(1, rate: 0.1, callbacks: [BackwardStop()]) }
        #expect(try learner.model.parameters[0].array(of: Double.self) == before)
        #expect(try statistics() == start)
    }

    private final class BackwardStop: Callback {
        func on(_ event: Event, _ learner: Learner) {
            if event == .beforeBackward { Interruption.request() }
        }
    }

    @Test func resultsShowLabelOverPrediction() throws {
        let learner = try Colours.learner()
        let sheet = try learner.showResults(maximum: 4)
        #expect(sheet.items.count == 4)
        for item in sheet.items {
            let lines = item.caption.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(item.caption.hasSuffix("✗") == (lines[0] != lines[1]))
            // The shown label is the picture's own: red is above 200 in red pictures only.
            #expect((item.pixels[0] > 200) == (lines[0] == "red"))
        }
    }

    @Test func theWorstPicturesCarryTheirLosses() throws {
        let learner = try Colours.learner()
        let interpretation = try ClassificationInterpretation(learner)
        let sheet = try interpretation.showTopLosses(3)
        let losses = try interpretation.topLosses(3).map { String(format: "%.2f", $0.loss) }
        #expect(
            sheet.items.map { String($0.caption.split(separator: "/")[2]).trimmingCharacters(in: .whitespaces) }
                == losses)
        let cleaner = try PictureCleaner(learner)
        #expect(cleaner.classes == ["blue", "red"])
        #expect(cleaner.items("red", training: true).count + cleaner.items("blue", training: true).count == 16)
        let red = cleaner.items("red", training: false)
        #expect(red.map(\.loss) == red.map(\.loss).sorted(by: >))
        for item in red { #expect(learner.pictures.validSet.sources[item.index] == item.source) }
    }
}
