import Display
import Notebook
import Terminal

/// Where the prompt reads and draws: an editor on a terminal, or plain lines.
final class Screen {
    let renderer: any Renderer
    let capabilities: TerminalCapabilities
    /// nil where lines are read plainly.
    let editor: LineEditor?
    /// Cells of all sessions.
    let history: CellHistory
    private let lines: PlainLines?

    /// - Parameters:
    ///   - complete: candidates for a place in a cell.
    ///   - keep: keeps what is being typed.
    init(
        options: PromptOptions, history: CellHistory, interruptions: InterruptSignal,
        complete: @escaping (String, Int) -> Completion?, keep: @escaping (String) -> Void
    ) {
        self.history = history
        let hasTerminal = isTerminal(0) && isTerminal(1)
        capabilities = TerminalCapabilities(
            environment: options.environment, isTerminal: hasTerminal, plain: options.isPlain)
        guard !capabilities.plain else {
            editor = nil
            renderer = PlainRenderer(
                out: Output.standard, messages: Output.messages,
                width: { hasTerminal ? terminalSize(1).columns : 80 })
            // Nobody reads prompts where lines come from a pipe.
            lines = PlainLines(interruptions: interruptions) { if hasTerminal { Output.standard($0) } }
            return
        }
        var settings = EditorSettings(
            language: .cells, depth: capabilities.depth, home: options.home, folder: currentFolder, time: wallClock)
        settings.complete = complete
        settings.keep = keep
        let editor = LineEditor(settings: settings, history: history)
        self.editor = editor
        lines = nil
        let depth = capabilities.depth
        let known = (way: capabilities.pictures, dark: capabilities.darkBackground)
        let drawer = ChafaDrawer {
            // Asked with the first picture only, so that the prompt does not wait for an answer.
            var answers = TerminalQuery.silence
            if known.way != .words {
                let (heard, rest) = TerminalQuery.ask(on: 0)
                editor.push(rest)
                answers = heard
            }
            let way = known.way ?? (answers.kitty ? .kitty : answers.sixel ? .sixel : PictureProtocol.symbols)
            return ChafaDrawer.Setting(
                way: depth == .none && way == .symbols ? .words : way, depth: depth,
                background: answers.background ?? (known.dark == false ? 0xFFFFFF : 0),
                cellWidth: answers.cellWidth, cellHeight: answers.cellHeight)
        }
        renderer = TerminalRenderer(
            write: Output.standard, width: { terminalSize(1).columns }, depth: depth, now: monotonicSeconds,
            pictures: drawer)
    }

    func read(number: Int, text: String) -> EditorOutcome {
        if let editor { return editor.read(number: number, text: text) }
        return lines?.read(number: number) ?? .end
    }

    /// Asks for a line while a cell runs or a command needs one.
    func ask(_ prompt: String) -> InputAnswer {
        if let editor {
            switch editor.question(prompt) {
            case .cell(let line): return .line(line)
            case .stopped: return .interrupted
            default: return .endOfInput
            }
        }
        Output.standard(prompt)
        return lines?.line() ?? .endOfInput
    }

    func whileRunning<Result>(_ body: () -> Result) -> Result {
        editor.map { $0.whileRunning(body) } ?? body()
    }

    /// Shows something while the prompt may stand on the screen.
    func above(_ body: () -> Void) {
        if let editor { editor.above(body) } else { body() }
    }
}

/// Lines from standard input, where nothing can be edited.
final class PlainLines {
    private let interruptions: InterruptSignal
    private let write: TextSink
    private var bytes: [UInt8] = []
    private var isAtEnd = false
    private var wasInterrupted = false

    init(interruptions: InterruptSignal, write: @escaping TextSink) {
        self.interruptions = interruptions
        self.write = write
    }

    func read(number: Int) -> EditorOutcome {
        while true {
            wasInterrupted = false
            let reader = PlainLineReader(
                language: .cells,
                nextLine: { [self] in
                    switch line() {
                    case .line(let text): return text
                    case .interrupted: wasInterrupted = true
                    case .endOfInput: break
                    }
                    return nil
                }, write: write)
            let outcome = reader.read(number: number)
            guard wasInterrupted else { return outcome }
            write("\n")
        }
    }

    func line() -> InputAnswer {
        while true {
            if let end = bytes.firstIndex(of: 0x0A) {
                let text = String(decoding: bytes[..<end], as: UTF8.self)
                bytes.removeFirst(end + 1)
                return .line(text.hasSuffix("\r") ? String(text.dropLast()) : text)
            }
            if isAtEnd {
                guard !bytes.isEmpty else { return .endOfInput }
                defer { bytes = [] }
                return .line(String(decoding: bytes, as: UTF8.self))
            }
            switch waitForInput(or: interruptions.descriptor) {
            case .signal:
                if interruptions.take() > 0 { return .interrupted }
            case .bytes(let more):
                bytes += more
                isAtEnd = more.isEmpty
            }
        }
    }
}
