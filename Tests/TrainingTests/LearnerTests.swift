import DataBlocks
import Display
import Foundation
import Layers
import Tensors
import Testing

@testable import Training

@Suite struct LearnerTests {
    @Test func theTableIsFastais() throws {
        var events: [DisplayEvent] = []
        let learner = try Small.learner { events.append($0) }
        learner.clock = { 0 }
        try learner.fit(1, rate: 0.01)
        #expect(
            events.first
                == .tableHead(
                    columns: ["epoch", "train_loss", "valid_loss", "accuracy", "error_rate", "f1_score", "time"]))
        guard case .tableRow(let row)? = events.last else { throw TrainingError.setting("no row") }
        #expect(row.count == 7 && row[0] == "0" && row[1].split(separator: ".").last?.count == 6 && row[6] == "00:00")
    }

    @Test(arguments: [(5.0, "00:05"), (61, "01:01"), (3661.9, "1:01:01")])
    func times(_ seconds: Double, _ text: String) { #expect(Recorder.time(seconds) == text) }

    @Test func progressIsLimitedToTenASecond() throws {
        var events: [DisplayEvent] = []
        var now = 0.0
        let learner = try Small.learner { events.append($0) }
        // Read four times a batch at most: 25 ms each, so that not every batch is shown.
        learner.clock = {
            now += 0.025
            return now
        }
        try learner.fit(1, rate: 0.01)
        let shown = events.compactMap { if case .progress(let progress) = $0 { progress } else { nil } }
        #expect(!shown.isEmpty && shown.count < 8)
        #expect(zip(shown, shown.dropFirst()).allSatisfy { $1.label != $0.label || $1.elapsed - $0.elapsed >= 0.1 })
        #expect(events.contains(.progressEnd))
    }

    @Test func interruptionLeavesTheLastWholeStep() throws {
        var events: [DisplayEvent] = []
        let learner = try Small.learner { events.append($0) }
        var before: [String: [Double]] = [:]
        // The stop comes while the third batch goes forward, after two normalisations of it at most.
        let stopper = Stopper(batch: 2) { before = try weights($0.model) }
        #expect(throws: TensorError.interrupted) { try learner.fit(1, rate: 0.01, callbacks: [stopper]) }
        #expect(difference(try weights(learner.model), before) == 0)
        #expect(
            events.contains(.message("stopped at batch 3/5; the learner is as it was before this batch")))
        #expect(learner.model.parameters.allSatisfy { $0.grad == nil })
        try learner.fit(1, rate: 0.01)
        #expect(learner.recorder.values.count == 1)
    }

    @Test func aRequestToStopIsSeenInTheForwardPass() throws {
        let learner = try Small.learner()
        let before = try weights(learner.model)
        let requester = Requester()
        defer { Interruption.clear() }
        #expect(throws: TensorError.interrupted) { try learner.fit(1, rate: 0.01, callbacks: [requester]) }
        #expect(difference(try weights(learner.model), before) == 0)
    }

    private final class Requester: Callback {
        func on(_ event: Event, _ learner: Learner) {
            if event == .beforeBatch { Interruption.request() }
        }
    }

    /// Ends a fit after a batch's forward pass.
    private final class Stopper: Callback {
        private let batch: Int
        private let prepare: (Learner) throws -> Void
        private var isDone = false
        init(batch: Int, _ prepare: @escaping (Learner) throws -> Void) {
            (self.batch, self.prepare) = (batch, prepare)
        }
        func on(_ event: Event, _ learner: Learner) throws {
            guard learner.isTraining, learner.batchIndex == batch, !isDone else { return }
            if event == .beforeBatch { try prepare(learner) }
            if event == .beforeBackward {
                isDone = true
                throw TensorError.interrupted
            }
        }
    }

    @Test func aLossThatIsNoNumberStopsBeforeTheStep() throws {
        let learner = try Small.learner()
        let before = try learner.model.parameters.map { try $0.array(of: Double.self) }
        learner.loss = CustomLoss("nan") { output, _ in try output.sum().mul(.double(.nan)) }
        let error = #expect(throws: TrainingError.self) { try learner.fit(1, rate: 0.5) }
        #expect(error == .notANumber(epoch: 0, batch: 1, of: 5, rate: 0.5))
        #expect(error?.description.contains("a tenth of it, or ask lr_find()") == true)
        #expect(try learner.model.parameters.map { try $0.array(of: Double.self) } == before)
    }

    @Test func frozenGroupsKeepWeightsButTrainNormalisation() throws {
        let learner = try Small.learner()
        try learner.freeze()
        let names = learner.model.namedParameters.filter { $0.tensor.requiresGrad }.map(\.name)
        #expect(names == ["0.1.weight", "0.1.bias", "1.weight", "1.bias"])
        let before = try weights(learner.model)
        try learner.fit(1, rate: 0.01)
        let after = try weights(learner.model)
        #expect(before["0.0.weight"] == after["0.0.weight"])
        #expect(before["0.1.weight"] != after["0.1.weight"])
        try learner.unfreeze()
        #expect(learner.model.parameters.allSatisfy { $0.requiresGrad })
    }

    @Test func predictionsCoverEveryItemOfTheValidationSet() throws {
        let learner = try Small.learner()
        let predictions = try learner.predictions(withInputs: true, withLosses: true)
        #expect(predictions.outputs.shape == [20, 3])
        #expect(predictions.inputs.map(\.shape) == [[20, 4]])
        #expect(predictions.losses?.shape == [20])
        let sums = try predictions.outputs.sum([1]).array(of: Double.self)
        #expect(sums.allSatisfy { abs($0 - 1) < 1e-6 })
        #expect(try predictions.decoded.array(of: Int.self) == predictions.outputs.argmax(1).array(of: Int.self))
        let measured = try learner.validate()
        #expect(abs(try #require(measured[0]) - (try #require(predictions.losses).mean().item())) < 1e-5)
        #expect(learner.recorder.values.isEmpty)
    }

    @Test func savedFilesOfFastaiLoadWithTheirOptimiser() throws {
        let facts = try TrainingFacts.read().saved
        let learner = try Small.learner()
        try learner.load(fixture("fastai_saved.pth"))
        #expect(try #require(difference(try weights(learner.model), facts.weights)) < 1e-6)
        let outputs: [Double] = try learner.predictions().outputs.array()
        #expect(try #require(difference([outputs], [facts.preds])) < 1e-5)
        // Going on gives the same only if averages and step numbers came along.
        try learner.fit(1, rate: 0.01)
        #expect(try #require(difference(try weights(learner.model), facts.after)) < 1e-4)
    }

    @Test func whatIsSavedComesBack() throws {
        let learner = try Small.learner()
        defer { try? FileManager.default.removeItem(atPath: learner.path) }
        try learner.fineTune(1, rate: 0.02)
        let file = try learner.save("mine")
        #expect(file == learner.path + "/models/mine.pth")
        let other = try Small.learner()
        other.path = learner.path
        try other.load("mine")
        #expect(difference(try weights(other.model), try weights(learner.model)) == 0)
        try learner.fit(1, rate: 0.01)
        try other.fit(1, rate: 0.01)
        #expect(try #require(difference(try weights(other.model), try weights(learner.model))) < 1e-6)
    }

    @Test func weightsWithoutOptimiserSaySo() throws {
        var events: [DisplayEvent] = []
        let learner = try Small.learner { events.append($0) }
        defer { try? FileManager.default.removeItem(atPath: learner.path) }
        let file = try learner.save("weights", withOptimiser: false)
        try learner.load("weights")
        let words = "\(file) has no optimiser state: the weights are loaded, the optimiser begins anew"
        #expect(events == [.message(words)])
    }

    @Test(arguments: [
        (GroupValue.single(1), [1.0, 1, 1]), (.upTo(1), [0.1, 0.1, 1]), (.range(0.01, 1), [0.01, 0.1, 1]),
        (.each([3, 2, 1]), [3, 2, 1]),
    ])
    func slices(_ value: GroupValue, _ wanted: [Double]) throws {
        #expect(try #require(difference([try value.values(3)], [wanted])) < 1e-12)
        #expect(throws: TrainingError.groupCount(given: 2, groups: 3)) { try GroupValue.each([1, 2]).values(3) }
    }
}
