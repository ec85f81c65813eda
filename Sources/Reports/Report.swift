import Display
import Foundation
public import Notebook

/// A page about a session, for others to read: what was done, what was guessed, what came of it, the quiz.
public struct Report: Sendable {
    /// A cell with what it showed, as nbformat has it.
    public struct Cell: Sendable {
        public var number: Int
        public var source: String
        public var outputs: [JSON]
        public var guess: String?
        public var isGuessRight: Bool?
        public var seconds: Double
        /// The heading of the part of the lesson it stands in, where that begins with this cell.
        public var heading: String?
    }

    public var title: String
    /// Seconds since 1970.
    public var started: Double
    public var version: String
    public var cells: [Cell]
    public var answers: [JournalAnswer]
    /// From the first cell's begin to the last one's end, pauses of over half an hour left out.
    public var seconds: Double

    /// - Parameters:
    ///   - title: such as the lesson's; nil for "A session with Nuthatch".
    ///   - heading: the part of a lesson that a cell begins, by the cell's id.
    public init(_ record: SessionRecord, title: String? = nil, heading: (String) -> String? = { _ in nil }) {
        let kept = Self.kept(record.cells)
        self.title = title ?? "A session with Nuthatch"
        started = record.info?.started ?? record.cells.first?.cell.time ?? 0
        version = record.info?.version ?? ""
        answers = record.answers
        cells = kept.map { cell in
            Cell(
                number: cell.number, source: cell.source,
                outputs: CellOutputs.of(
                    Self.told(cell.events) + Self.curves(cell.events), failure: cell.failure, count: cell.number),
                guess: cell.guess, isGuessRight: cell.isGuessRight, seconds: cell.seconds,
                heading: cell.cell.lessonCell.flatMap(heading))
        }
        seconds = Self.timeSpent(record)
    }

    /// Cells worth showing: of a lesson's cell the last good run, and no failure that was mended afterwards.
    private static func kept(_ cells: [SessionRecord.Cell]) -> [SessionRecord.Cell] {
        cells.enumerated().filter { index, cell in
            let later = cells[(index + 1)...]
            if let id = cell.cell.lessonCell {
                return !later.contains {
                    $0.cell.lessonCell == id && ($0.ending == .finished || cell.ending != .finished)
                }
            }
            // A slip that was put right at once.
            return cell.ending == .finished || !(later.first.map { $0.ending == .finished } ?? false)
        }.map(\.element)
    }

    /// What a cell showed, without the name of a drawing's object beside the drawing.
    private static func told(_ events: [DisplayEvent]) -> [DisplayEvent] {
        let isDrawn = events.contains { event in
            if case .plot = event { return true }
            return false
        }
        return events.filter { event in
            guard isDrawn, case .result(let text) = event else { return true }
            return !text.hasPrefix("<") && !text.hasPrefix("[<") && !text.hasPrefix("Text(")
        }
    }

    /// The curve of losses that a training table tells of, for tables of three epochs and more.
    static func curves(_ events: [DisplayEvent]) -> [DisplayEvent] {
        var plots: [DisplayEvent] = []
        var columns: [String] = []
        var rows: [[String]] = []
        func finish() {
            let wanted = ["train_loss", "valid_loss"].compactMap { name in
                columns.firstIndex(of: name).map { (name, $0) }
            }
            guard rows.count >= 3, !wanted.isEmpty else { return }
            var axes = Plot.Axes()
            (axes.title, axes.xLabel, axes.yLabel) = ("Losses", "epoch", "loss")
            axes.series = wanted.map { name, column in
                let values = rows.map { column < $0.count ? Double($0[column]) ?? .nan : .nan }
                return Plot.Series(mark: .line, label: name, x: values.indices.map { Double($0) }, y: values)
            }
            plots.append(.plot(Plot(axes: [axes])))
        }
        for event in events {
            switch event {
            case .tableHead(let names):
                finish()
                (columns, rows) = (names, [])
            case .tableRow(let row): rows.append(row)
            default: break
            }
        }
        finish()
        return plots
    }

    private static func timeSpent(_ record: SessionRecord) -> Double {
        let times = (record.cells.flatMap { [$0.cell.time, $0.cell.time + $0.seconds] } + record.answers.map(\.time))
            .sorted()
        return zip(times, times.dropFirst()).reduce(0) { sum, pair in
            let gap = pair.1 - pair.0
            return sum + (gap < 1800 ? gap : 0)
        }
    }

    // MARK: In words

    var day: String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_GB")
        format.dateFormat = "d MMMM yyyy"
        return format.string(from: Date(timeIntervalSince1970: started))
    }

    var timeText: String { Self.duration(seconds) }

    static func duration(_ seconds: Double) -> String {
        switch seconds {
        case ..<1: String(format: "%.1f s", seconds)
        case ..<90: "\(Int(seconds.rounded())) s"
        case ..<5400: "\(Int((seconds / 60).rounded())) min"
        default: String(format: "%.1f h", seconds / 3600)
        }
    }

    /// One line below the title.
    var summary: String {
        var parts = [day]
        if seconds >= 1 { parts.append(timeText) }
        parts.append(cells.count == 1 ? "1 cell" : "\(cells.count) cells")
        let judged = cells.compactMap(\.isGuessRight)
        if !judged.isEmpty { parts.append("\(judged.count { $0 }) of \(judged.count) guesses right") }
        if !answers.isEmpty { parts.append("\(answers.count { $0.isRight }) of \(answers.count) questions right") }
        return parts.joined(separator: " · ")
    }

    var guessed: [Cell] { cells.filter { $0.guess != nil } }

    /// What a guessed cell gave, in one line.
    static func result(_ cell: Cell) -> String {
        let texts = cell.outputs.compactMap { output -> String? in
            let object = output.object
            return object?["text"]?.text ?? object?["data"]?.object?["text/plain"]?.text
        }
        let text = texts.joined(separator: " ").split(whereSeparator: \.isNewline).joined(separator: " ")
        return text.count > 90 ? text.prefix(87) + "…" : text
    }

    static func mark(_ isRight: Bool?) -> String { isRight.map { $0 ? "✓" : "✗" } ?? "" }
}
