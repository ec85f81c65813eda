public import Display
import Graphs

/// Draws display events on a terminal: colours, one progress bar that later lines push down, pictures
/// and plots. What is drawn depends on the events, the width and the clock alone.
public final class TerminalRenderer: Renderer {
    private let write: TextSink
    private let width: () -> Int
    private let now: () -> Double
    private let depth: ColorDepth
    private let theme: Theme
    private let pictures: PictureDrawer?

    private var number: Int?
    private var filter = EscapeSequences()
    private var column = 0
    private var bar = ProgressBar()
    private var progress: Progress?
    private var drawnAt = -Double.infinity
    /// The column of the unfinished line above the bar, nil while no bar is on the screen.
    private var barAfter: Int?
    private var training: TrainingTable?

    /// - Parameters:
    ///   - write: takes all output, errors and messages included.
    ///   - width: the terminal's columns now; asked before each drawing.
    ///   - now: seconds on a clock that never goes back.
    ///   - pictures: nil describes pictures in words.
    public init(
        write: @escaping TextSink, width: @escaping () -> Int, depth: ColorDepth,
        now: @escaping () -> Double, theme: Theme = .standard, pictures: PictureDrawer? = nil
    ) {
        self.write = write
        self.width = width
        self.depth = depth
        self.now = now
        self.theme = theme
        self.pictures = pictures
    }

    public func beginCell(_ number: Int?) {
        self.number = number
        training = nil
    }

    public func endCell() {
        endProgress()
        startLine()
        training = nil
        number = nil
    }

    public func draw(_ event: DisplayEvent) {
        switch event {
        case .output(let text): output(text)
        case .message(let text):
            lines(
                text.split(separator: "\n", omittingEmptySubsequences: false)
                    .map { StyledLine(String($0), theme.quiet) })
        case .result(let text): result(text)
        case .table(let table):
            lines(TableLayout(table, width: width(), rule: theme.quiet).lines)
        case .tableHead(let columns):
            let table = TrainingTable(columns: columns, width: width())
            training = table
            lines(table.head.map { StyledLine($0, Style(bold: true)) })
        case .tableRow(let cells):
            let table = training ?? TrainingTable(columns: cells.map { _ in "" }, width: width())
            lines([StyledLine(table.row(cells))])
        case .progress(let progress): show(progress)
        case .progressEnd: endProgress()
        case .pictures(let sheet): show(sheet)
        case .plot(let plot):
            lines(PlotDrawing.lines(plot, width: width(), theme: theme, depth: depth))
        case .graph(let graph): lines(GraphCharacters.lines(graph, width: width() - 1).map { StyledLine($0) })
        case .markdown(let text):
            lines(MarkdownDrawing.lines(text, width: width(), theme: theme))
        }
    }

    public func error(_ text: String) {
        endProgress()
        lines(ErrorColours.lines(text, theme: theme))
    }

    // MARK: Text

    private func output(_ text: String) {
        guard !text.isEmpty else { return }
        hideBar()
        write(text)
        column = filter.column(after: text, from: column, width: width())
        showBarAgain()
    }

    private func result(_ text: String) {
        guard let number else { return lines(text.lineArray.map { StyledLine($0) }) }
        let prompt = "Out[\(number)]:"
        var all = text.lineArray.map { StyledLine($0) }
        var first = StyledLine(prompt, theme.outputPrompt)
        if all.count == 1 {
            first.append(" ")
            first.append(all[0])
            all = []
        }
        lines([first] + all)
    }

    /// Whole lines: they start at the left edge and push a bar down.
    private func lines(_ lines: [StyledLine]) {
        hideBar()
        startLine()
        write(lines.map { $0.rendered(depth) + "\n" }.joined())
        showBarAgain()
    }

    private func startLine() {
        guard column > 0 else { return }
        write("\n")
        column = 0
    }

    // MARK: Progress

    private func show(_ next: Progress) {
        bar.update(next)
        progress = next
        let time = now()
        guard time - drawnAt >= 0.1 else { return }
        drawnAt = time
        hideBar()
        drawBar()
    }

    private func endProgress() {
        hideBar()
        progress = nil
        drawnAt = -.infinity
    }

    private func showBarAgain() {
        if progress != nil { drawBar() }
    }

    private func drawBar() {
        guard let progress else { return }
        // A line that just filled the last column leaves the cursor in a place terminals disagree on.
        guard column < width() else { return }
        let line = bar.line(progress, width: width() - 1, theme: theme).rendered(depth)
        write((column > 0 ? "\n" : "") + "\r" + line)
        barAfter = column
    }

    private func hideBar() {
        guard let column = barAfter else { return }
        barAfter = nil
        write("\r\u{1B}[2K" + (column > 0 ? "\u{1B}[1A\u{1B}[\(column + 1)G" : ""))
    }

    // MARK: Pictures

    private func show(_ sheet: PictureSheet) {
        guard let pictures, let text = pictures.draw(sheet, width: width()) else {
            return lines(PictureWords.lines(sheet).map { StyledLine($0, theme.quiet) })
        }
        hideBar()
        startLine()
        write(text)
        showBarAgain()
    }
}

extension String {
    /// Its lines, without an empty one after a final newline.
    var lineArray: [String] {
        var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.count > 1 && lines.last == "" { lines.removeLast() }
        return lines
    }
}
