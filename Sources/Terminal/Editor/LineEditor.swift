internal import CReadline

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The prompt: a cell of any number of lines edited as one buffer.
///
/// GNU readline edits, this class draws. Only one editor can be at work in a process, on one thread.
public final class LineEditor {
    public var settings: EditorSettings
    /// Watched while the prompt waits.
    public var sources: [EventSource] = []

    let history: CellHistory
    let input: Int32
    let output: Int32
    private let mode: TerminalMode
    private var painter = ScreenPainter()
    private var dirty = false
    private var top = 0

    var language: CellLanguage
    var number: Int?
    private var prompts = (first: StyledLine(), next: StyledLine())
    var outcome: EditorOutcome?
    var interrupted = false
    private var draft = ""
    /// What ``EditorSettings/keep`` was given last.
    private var kept = ""
    var askedToEnd = false
    private var isReading = false

    var menu: CompletionMenu?
    /// Where UP and DOWN are among the cells: an index of `history.cells`, with what was typed before.
    var walk: (index: Int, prefix: String, draft: String)?
    /// The column that UP and DOWN keep to.
    var goal: Int?
    /// What the key just handled leaves in place for the next one.
    var keeps: (menu: Bool, walk: Bool, goal: Bool) = (false, false, false)
    var searchable = 0
    /// A cell as it came from the history: RETURN runs it from anywhere in it.
    var recalled: String?
    /// The cell that was given with this prompt, such as a lesson's.
    var given: String?
    /// How long the text was before the key that is being dealt with.
    var lengthBefore = 0

    /// - Parameters:
    ///   - history: cells of earlier sessions; each accepted cell is added.
    ///   - input: a terminal. `output`: the same terminal.
    public init(settings: EditorSettings, history: CellHistory, input: Int32 = 0, output: Int32 = 1) {
        self.settings = settings
        self.history = history
        self.input = input
        self.output = output
        language = settings.language
        mode = TerminalMode(input)
        _ = cr_use_utf8()
    }

    /// Reads one cell at the prompt `In [number]: `.
    ///
    /// - Parameter text: already in the buffer, such as a lesson's cell.
    public func read(number: Int, text: String = "") -> EditorOutcome {
        let label = "In [\(number)]: "
        let dots = "...: ".padded(leftTo: DisplayWidth.of(label))
        language = settings.language
        return read(
            StyledLine(label, settings.theme.inputPrompt), StyledLine(dots, settings.theme.continuationPrompt),
            text: text.isEmpty ? draft : text, number: number, isGiven: !text.isEmpty)
    }

    /// Reads one line that is no cell, such as an answer to `input()`: no colours, no history.
    ///
    /// - Returns: nil where the input ended or Ctrl-C came.
    public func ask(_ prompt: String) -> String? {
        if case .cell(let line) = question(prompt) { return line }
        return nil
    }

    /// As ``ask(_:)``, and tells how it ended: Ctrl-C is `.stopped`.
    public func question(_ prompt: String) -> EditorOutcome {
        let kept = draft
        defer { draft = kept }
        language = .anyLine
        return read(StyledLine(prompt), StyledLine(), text: "", number: nil)
    }

    /// Takes the prompt off the screen, lets `body` write above it and draws it again.
    public func above(_ body: () -> Void) {
        write(painter.erase())
        body()
        dirty = isReading
    }

    /// Ends the reading from an event source's handler; the text typed stays for the next prompt.
    public func stop(_ reason: String) {
        keepDraft()
        outcome = .stopped(reason)
    }

    /// While `body` runs a cell: keys are kept for the next prompt and not echoed, and Ctrl-C makes
    /// SIGINT.
    @discardableResult
    public func whileRunning<Result>(_ body: () throws -> Result) rethrows -> Result {
        mode.run()
        return try body()
    }

    /// Gives the terminal back as it was found, for another program or at the end; the next prompt takes it again.
    public func release() { mode.restore() }

    /// Gives back bytes that were read from the terminal by someone else, such as ``TerminalQuery``.
    public func push(_ bytes: [UInt8]) {
        cr_push(bytes, bytes.count)
    }

    // MARK: The loop

    private func read(
        _ first: StyledLine, _ next: StyledLine, text: String, number: Int?, isGiven: Bool = false
    ) -> EditorOutcome {
        prompts = (first, next)
        self.number = number
        (outcome, interrupted, menu, walk, goal, recalled, top) = (nil, false, nil, nil, nil, nil, 0)
        draft = ""
        isReading = true
        mode.edit()
        let pipe = SignalPipe()
        write("\u{1B}[?2004h")
        var handlers = CRHandlers()
        handlers.context = Unmanaged.passUnretained(self).toOpaque()
        handlers.command = { context, command, key in
            guard let context else { return }
            Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue().perform(command, key)
        }
        handlers.changed = { context in
            guard let context else { return }
            Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue().dirty = true
        }
        handlers.closed = { context in
            guard let context else { return }
            Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue().outcome = .gone
        }
        cr_start(input, &handlers)
        for letter in settings.commands.keys where number != nil {
            if let ascii = letter.asciiValue { cr_bind_alt(CChar(ascii)) }
        }
        if !text.isEmpty { cr_replace(0, 0, text) }
        given = isGiven ? text : nil
        if isGiven { recalled = text }
        goToBlank()
        dirty = true
        while outcome == nil { step(pipe) }
        leave()
        cr_stop()
        write("\u{1B}[?2004l")
        isReading = false
        // Until the next prompt keys wait for it, neither echoed nor taken by the terminal's own line editing.
        switch outcome {
        case .end, .gone: mode.restore()
        default: mode.run()
        }
        return outcome ?? .end
    }

    /// Draws when no key waits, then waits for a key, a signal or an event.
    private func step(_ pipe: SignalPipe) {
        if dirty, cr_pending() == 0, !isReadable(input) {
            // First kept, then seen.
            keepText()
            paint()
        }
        var waits = [
            pollfd(fd: input, events: Int16(POLLIN), revents: 0),
            pollfd(fd: pipe.reading, events: Int16(POLLIN), revents: 0),
        ]
        waits += sources.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        let ready = poll(&waits, nfds_t(waits.count), cr_pending() > 0 || dirty ? 0 : -1)
        guard ready >= 0 || errno == EINTR else { return outcome = .gone }
        // The terminal is gone: what it would read from now on is nobody's.
        if ready > 0, waits[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return outcome = .gone }
        if ready > 0, waits[1].revents != 0 { pipe.take().forEach(receive) }
        if cr_pending() > 0 || (ready > 0 && waits[0].revents != 0) { key() }
        if ready > 0 { serve(waits.dropFirst(2).filter { $0.revents != 0 }.map(\.fd)) }
    }

    private func keepText() {
        guard number != nil else { return }
        let text = text
        // What was put there was not typed.
        guard text != kept, text != recalled else { return }
        kept = text
        settings.keep(text)
    }

    private func serve(_ descriptors: [Int32]) {
        for descriptor in descriptors where outcome == nil {
            guard let source = sources.first(where: { $0.descriptor == descriptor }) else { continue }
            if !source.handle() { sources.removeAll { $0.descriptor == descriptor } }
        }
    }

    private func isReadable(_ descriptor: Int32) -> Bool {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&wait, 1, 0) > 0
    }

    private func key() {
        keeps = (false, false, false)
        if cr_is_searching() != 0 { recalled = text }
        lengthBefore = length
        cr_read_key()
        fillBlank()
        dirty = true
        guard cr_in_sequence() == 0 else { return }
        if !keeps.menu { menu = nil }
        if !keeps.walk { walk = nil }
        if !keeps.goal { goal = nil }
        if interrupted { interrupt() }
    }

    private func receive(_ signal: Int32) {
        switch signal {
        case SIGINT: interrupt()
        case SIGWINCH:
            write(painter.erase(after: terminalSize(output).columns))
            dirty = true
        case SIGCONT:
            mode.restore()
            mode.edit()
            painter.forget()
            dirty = true
        default:
            // SIGTERM or SIGHUP: the terminal is left as it was found.
            outcome = .gone
        }
    }

    /// Ctrl-C: the text stays on the screen with `^C`, and the prompt begins anew.
    private func interrupt() {
        interrupted = false
        (menu, walk, goal, top, askedToEnd) = (nil, nil, nil, 0, false)
        paint(final: true, mark: "^C")
        write(painter.leave())
        cr_reset()
        if number == nil { outcome = .stopped("interrupted") }
        dirty = true
    }

    /// Suspends this process as the shell's user expects of Ctrl-Z.
    func suspend() {
        write(painter.leave() + "\u{1B}[?2004l")
        mode.restore()
        kill(0, SIGSTOP)
        mode.edit()
        write("\u{1B}[?2004h")
        dirty = true
    }

    func clearScreen() {
        painter.forget()
        write("\u{1B}[H\u{1B}[2J")
    }

    func keepDraft() { draft = text }

    private func leave() {
        switch outcome {
        case .gone:
            // What stands there stays kept as it is.
            write(painter.leave())
        case .command, .stopped:
            write(painter.erase())
        default:
            paint(final: true)
            write(painter.leave())
        }
    }

    // MARK: Drawing

    private func paint(final: Bool = false, mark: String = "") {
        dirty = false
        let size = terminalSize(output)
        let text = text
        let searching = cr_is_searching() != 0
        let cells = number != nil
        let cursor = final ? -1 : point
        let spans = cells && settings.depth != .none ? language.highlight(text) : []
        var layout = CellLayout.Input(
            text: text + (final ? mark : ""), cursor: cursor, spans: spans,
            prompt: searching ? StyledLine(String(cString: cr_message()), settings.theme.quiet) : prompts.first,
            continuation: prompts.next, width: size.columns, height: final ? nil : max(1, size.rows - 1),
            theme: settings.theme)
        if cells && !final { layout.brackets = brackets(text, cursor) }
        let cell = CellLayout(layout, top: top)
        // Rows that scrolled out of sight cannot be changed any more: the whole cell is written anew.
        var output = final && (cell.rows.count >= size.rows || top > 0) ? painter.erase() : ""
        top = cell.top
        var rows = cell.rows
        if let menu, !final {
            let limit = max(2, min(11, size.rows - 1 - rows.count))
            let shown = menu.rows(width: size.columns, limit: limit, theme: settings.theme)
            rows += shown.prefix(max(0, size.rows - 1 - rows.count))
        }
        output += painter.paint(
            rows, cursorRow: final ? rows.count - 1 : cell.cursorRow, column: cell.cursorColumn,
            depth: settings.depth)
        write(output)
    }

    private func brackets(_ text: String, _ cursor: Int) -> [Int] {
        for offset in [cursor, cursor - 1] where offset >= 0 {
            if let partner = language.partner(text, offset) { return [offset, partner] }
        }
        return []
    }

    func write(_ text: String) {
        guard !text.isEmpty else { return }
        writeAll(Array(text.utf8), to: output)
    }
}

/// Signals turned into bytes that `poll` sees, for as long as this lives.
private final class SignalPipe {
    let reading: Int32
    private let writing: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        (reading, writing) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        cr_catch_signals(writing)
    }

    deinit {
        cr_release_signals()
        close(reading)
        close(writing)
    }

    func take() -> [Int32] {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(reading, &bytes, bytes.count)
        return count > 0 ? bytes[..<count].map { Int32($0) } : []
    }
}
