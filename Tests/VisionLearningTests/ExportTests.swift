import DataBlocks
import Foundation
import Layers
import Tensors
import Testing
import Training

@testable import VisionLearning

@Suite struct ExportTests {
    @Test func anExportPredictsTheSame() throws {
        let learner = try Colours.learner(Colours.data(normalisation: .imagenet), nil, .efficientnet_lite0)
        defer { try? FileManager.default.removeItem(atPath: learner.path) }
        try learner.fit(1, rate: 0.01)
        let file = try learner.export()
        #expect(file == learner.path + "/export.pkl")
        let loaded = try VisionLearner.load(export: file)
        let picture = Colours.picture(3)
        let (own, other) = (try learner.predict(picture), try loaded.predict(picture))
        #expect(try own.probabilities.array(of: Double.self) == other.probabilities.array(of: Double.self))
        #expect(own.answer == other.answer)
        #expect(loaded.pictures.vocabulary == learner.pictures.vocabulary)
        #expect(loaded.pictures.transforms == learner.pictures.transforms)
        #expect(loaded.data.valid.itemCount == 0)
    }

    @Test func aThresholdComesAlong() throws {
        let labels = (0..<20).map { Label.several([Colours.label($0)]) }
        let data = try Colours.data(labels: labels, target: .multiCategory())
        var settings = VisionSettings()
        (settings.pretrained, settings.loss) = (false, BinaryCrossEntropyLoss(threshold: 0.2))
        let learner = try Colours.learner(data, settings, .efficientnet_lite0)
        defer { try? FileManager.default.removeItem(atPath: learner.path) }
        let loaded = try VisionLearner.load(export: learner.export("several.pkl"))
        #expect((loaded.loss as? BinaryCrossEntropyLoss)?.threshold == 0.2)
    }

    @Test func anExportOfFastaiIsExplained() throws {
        let file = fixture("fastai_export.pkl")
        let error = #expect(throws: ExportError.self) { try VisionLearner.load(export: file) }
        #expect(error == .fastaiExport(file))
        #expect(error?.description.contains("learn.save('weights', with_opt=False)") == true)
    }

    @Test func otherFilesAreRefusedByName() throws {
        let learner = try Colours.learner(nil, nil, .efficientnet_lite0)
        defer { try? FileManager.default.removeItem(atPath: learner.path) }
        let weights = try learner.save("weights")
        #expect(throws: ExportError.notAnExport(weights)) { try VisionLearner.load(export: weights) }
        #expect(throws: ExportError.noFile("/no/export.pkl")) { try VisionLearner.load(export: "/no/export.pkl") }
        #expect(throws: WeightFileError.self) { try VisionLearner.load(export: #filePath) }
    }

    @Test func aHeadOfOnesOwnCannotBeExported() throws {
        var settings = VisionSettings()
        settings.pretrained = false
        settings.customHead = Sequential(AdaptiveAvgPool2d(1), Flatten(), try Linear(512, 2))
        let learner = try Colours.learner(nil, settings)
        #expect(throws: VisionError.notExportable) { try learner.export() }
    }
}
