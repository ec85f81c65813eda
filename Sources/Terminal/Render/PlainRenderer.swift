public import Display
import Graphs

/// Draws display events for logs, pipes and screen readers: no escape sequence, no cursor movement,
/// nothing drawn twice. Pictures and plots are told in words.
public final class PlainRenderer: Renderer {
    private let out: TextSink
    private let messages: TextSink
    private let width: () -> Int
    /// Seconds between two lines about one long step.
    private let rhythm: Double
    private let drawsGraphs: Bool

    private var number: Int?
    private var filter = EscapeSequences()
    private var atLineStart = true
    private var bar = ProgressBar()
    private var spoken: (label: String, at: Double)?
    private var training: TrainingTable?

    /// - Parameters:
    ///   - out: takes results. `messages` takes what belongs to standard error: progress, notes, errors.
    ///   - drawsGraphs: for files and pipes, where characters may stand below each other.
    ///   - rhythm: seconds of a step between two lines about its progress.
    public init(
        out: @escaping TextSink, messages: @escaping TextSink, width: @escaping () -> Int = { 80 },
        rhythm: Double = 10, drawsGraphs: Bool = false
    ) {
        self.drawsGraphs = drawsGraphs
        self.out = out
        self.messages = messages
        self.width = width
        self.rhythm = rhythm
    }

    public func beginCell(_ number: Int?) {
        self.number = number
        training = nil
    }

    public func endCell() {
        startLine()
        spoken = nil
        number = nil
    }

    public func error(_ text: String) {
        startLine()
        messages(filter.strip(text.hasSuffix("\n") ? text : text + "\n"))
    }

    public func draw(_ event: DisplayEvent) {
        switch event {
        case .output(let text):
            let clean = filter.strip(text)
            guard !clean.isEmpty else { return }
            out(clean)
            atLineStart = clean.hasSuffix("\n") || clean.hasSuffix("\r\n")
        case .message(let text): messages(filter.strip(text.hasSuffix("\n") ? text : text + "\n"))
        case .result(let text):
            let lines = filter.strip(text).lineArray
            let prompt = number.map { "Out[\($0)]:" }
            switch (prompt, lines.count) {
            case (nil, _): self.lines(lines)
            case (let prompt?, 1): self.lines([prompt + " " + lines[0]])
            case (let prompt?, _): self.lines([prompt] + lines)
            }
        case .table(let table): lines(TableLayout(table, width: width(), rule: nil).lines.map(\.text))
        case .tableHead(let columns):
            let table = TrainingTable(columns: columns, width: .max)
            training = table
            lines(table.head)
        case .tableRow(let cells):
            lines([(training ?? TrainingTable(columns: cells.map { _ in "" }, width: .max)).row(cells)])
        case .progress(let progress): speak(progress)
        case .progressEnd: spoken = nil
        case .pictures(let sheet): lines(PictureWords.lines(sheet))
        case .plot(let plot): lines(PlotWords.lines(plot))
        case .graph(let graph):
            lines(drawsGraphs ? GraphCharacters.lines(graph, width: width()) : GraphWords.lines(graph))
        case .markdown(let text):
            lines(MarkdownDrawing.lines(text, width: width(), theme: .standard).map(\.text))
        }
    }

    /// Nothing about a step that is over before the rhythm's first beat.
    private func speak(_ progress: Progress) {
        bar.update(progress)
        guard let last = spoken, last.label == progress.label, progress.elapsed >= last.at else {
            spoken = (progress.label, progress.elapsed)
            return
        }
        guard progress.elapsed - last.at >= rhythm else { return }
        spoken = (progress.label, progress.elapsed)
        let label = progress.label.isEmpty ? "" : progress.label + ": "
        let count = progress.total > 0 ? "\(progress.done) of \(progress.total)" : "\(progress.done)"
        let left = bar.left.map { ", about \(formatDuration($0)) left" } ?? ""
        let note = progress.note.isEmpty ? "" : ", " + progress.note
        messages("\(label)\(count), \(formatDuration(progress.elapsed)) gone\(left)\(note)\n")
    }

    private func lines(_ lines: [String]) {
        startLine()
        out(
            lines.map { line in
                var line = line
                while line.last == " " { line.removeLast() }
                return line + "\n"
            }.joined())
    }

    private func startLine() {
        guard !atLineStart else { return }
        out("\n")
        atLineStart = true
    }
}
