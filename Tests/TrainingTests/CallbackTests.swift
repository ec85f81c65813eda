import Display
import Foundation
import Tensors
import Testing

@testable import Training

@Suite struct CallbackTests {
    @Test func eventsComeInFastaisOrder() throws {
        let log = Log()
        let learner = try Small.learner(callbacks: [log])
        try learner.fit(1, rate: 0.01)
        let batch = ["before_batch", "after_pred", "after_loss"]
        let step = ["before_backward", "after_backward", "before_step", "after_step", "after_batch"]
        var wanted = ["after_create", "before_fit", "before_epoch", "before_train"]
        for _ in 0..<5 { wanted += batch + step }
        wanted += ["after_train", "before_validate"]
        for _ in 0..<3 { wanted += batch + ["after_batch"] }
        wanted += ["after_validate", "after_epoch", "after_fit"]
        #expect(log.names == wanted)
    }

    private final class Log: Callback {
        var names: [String] = []
        var cancel: (Event, Cancel)?
        func on(_ event: Event, _ learner: Learner) throws {
            names.append(event.rawValue)
            if let cancel, cancel.0 == event { throw cancel.1 }
        }
    }

    @Test(arguments: [
        (Event.afterPrediction, Cancel.batch, "after_cancel_batch"),
        (.beforeBackward, .backward, "after_cancel_backward"),
        (.beforeStep, .step, "after_cancel_step"), (.beforeTrain, .train, "after_cancel_train"),
        (.beforeValidate, .validate, "after_cancel_validate"), (.beforeEpoch, .epoch, "after_cancel_epoch"),
        (.afterBatch, .fit, "after_cancel_fit"),
    ])
    func stagesCanBeCancelled(_ event: Event, _ cancel: Cancel, _ name: String) throws {
        let log = Log()
        log.cancel = (event, cancel)
        let learner = try Small.learner(callbacks: [log])
        try learner.fit(1, rate: 0.01)
        #expect(log.names.contains(name))
        #expect(log.names.last == "after_fit")
    }

    @Test func trainingStopsWhenNothingGetsBetter() throws {
        var events: [DisplayEvent] = []
        let learner = try Small.learner { events.append($0) }
        let stopper = EarlyStopping(Tracker("valid_loss", minimumChange: 10), patience: 2)
        try learner.fit(5, rate: 0.01, callbacks: [stopper])
        // The first epoch is better than none, by however much.
        #expect(learner.recorder.values.count == 3)
        #expect(events.contains(.output("No improvement since epoch 0: early stopping\n")))
    }

    @Test func theBestIsSavedAndComesBack() throws {
        var events: [DisplayEvent] = []
        let learner = try Small.learner { events.append($0) }
        defer { try? FileManager.default.removeItem(atPath: learner.path) }
        try learner.fit(4, rate: 0.3, callbacks: [SaveBest(Tracker("accuracy"), name: "best")])
        let accuracies = learner.recorder.values.compactMap { $0[2] }
        let best = try #require(accuracies.max())
        #expect(try learner.validate()[1] == best)
        #expect(FileManager.default.fileExists(atPath: learner.path + "/models/best.pth"))
        let words = events.compactMap { if case .output(let text) = $0 { text } else { nil } }
        #expect(words.first == "Better model found at epoch 0 with accuracy value: \(accuracies[0]).\n")
    }

    @Test func rateFallsOnAPlateau() throws {
        let learner = try Small.learner()
        let callback = ReduceOnPlateau(Tracker(minimumChange: 10), factor: 10)
        try learner.fit(3, rate: 0.1, callbacks: [callback])
        #expect(abs((learner.optimiser?.last(.learningRate) ?? 0) - 0.001) < 1e-12)
    }

    @Test func watchingWhatIsNotRecordedSaysWhatIs() throws {
        let learner = try Small.learner()
        let error = #expect(throws: TrainingError.self) {
            try learner.fit(1, callbacks: [EarlyStopping(Tracker("acuracy"))])
        }
        #expect(
            error?.description
                == "'acuracy' is not recorded; there are train_loss, valid_loss, accuracy, error_rate, f1_score")
    }

    @Test func historyGoesIntoAFile() throws {
        let learner = try Small.learner()
        defer { try? FileManager.default.removeItem(atPath: learner.path) }
        learner.clock = { 0 }
        try learner.fit(2, rate: 0.01, callbacks: [HistoryFile()])
        let lines = try String(contentsOfFile: learner.path + "/history.csv", encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0] == "epoch,train_loss,valid_loss,accuracy,error_rate,f1_score,time")
        #expect(lines[2].hasPrefix("1,") && lines[2].hasSuffix(",00:00"))
    }

    @Test func anEpochCanBeSkipped() throws {
        let learner = try Small.learner()
        try learner.fit(3, rate: 0.01, startEpoch: 2)
        #expect(learner.recorder.losses.count == 5)
    }

    @Test func plotsShowWhatWasRecorded() throws {
        let learner = try Small.learner()
        #expect(throws: TrainingError.self) { try learner.recorder.lossPlot() }
        try learner.fitOneCycle(2, peak: 0.01)
        let plot = try learner.recorder.lossPlot(start: 2)
        #expect(plot.axes[0].series.map(\.label) == ["train", "valid"])
        #expect(plot.axes[0].series[0].x == (2..<10).map(Double.init))
        #expect(plot.axes[0].series[1].x == [5, 10])
        #expect(try learner.recorder.schedulePlot().axes.map(\.yLabel) == ["lr", "mom"])
    }
}
