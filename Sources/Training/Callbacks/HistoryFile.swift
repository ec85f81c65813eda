import Foundation

/// Writes each row of the training table into a CSV file below the learner's folder (fastai's `CSVLogger`).
public final class HistoryFile: Callback {
    public let order = 65
    private let name: String
    private let appends: Bool
    private var lines = ""
    private var start = 0.0

    public init(_ name: String = "history.csv", appends: Bool = false) { (self.name, self.appends) = (name, appends) }

    public func on(_ event: Event, _ learner: Learner) throws {
        guard learner.showsTable else { return }
        let file = learner.path + "/" + name
        switch event {
        case .beforeFit:
            lines = appends ? (try? String(contentsOfFile: file, encoding: .utf8)) ?? "" : ""
            try add((["epoch"] + learner.recorder.names + ["time"]), to: file)
        case .beforeEpoch: start = learner.clock()
        case .afterEpoch:
            let values = (learner.recorder.values.last ?? []).map { $0.map { "\($0)" } ?? "None" }
            try add(["\(learner.epoch)"] + values + [Recorder.time(learner.clock() - start)], to: file)
        default: break
        }
    }

    private func add(_ row: [String], to file: String) throws {
        lines += row.joined(separator: ",") + "\n"
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try lines.write(toFile: file, atomically: true, encoding: .utf8)
    }
}
