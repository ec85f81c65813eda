import Display
import Lessons
import Notebook
import Terminal

/// The notebook at the prompt: reads cells, has them run by an evaluator, draws what they show.
public final class NotebookPrompt {
    let options: PromptOptions
    let session: Session
    let store: SessionStore
    let interruptSignal = InterruptSignal()
    private(set) var screen: Screen
    /// Put at the next prompt.
    var prefill = ""
    /// What was put at the prompt that is read now.
    private(set) var given = ""
    /// Set when the prompt is to end, with its status.
    var status: Int32?
    let shelf: LessonShelf
    /// The lesson that is open.
    var walk: LessonWalk?
    var help = LessonHelp()
    /// The lesson's cell has just run: an empty line goes on.
    var isCellDone = false
    /// Nothing that cells show is drawn, while values are brought back.
    var isMuted = false

    public init(_ options: PromptOptions) {
        self.options = options
        shelf = LessonShelf(folder: options.lessonFolder)
        store = SessionStore(folder: options.stateFolder + "/sessions")
        let session = Session(
            store: store, command: options.evaluator,
            info: SessionInfo(started: wallClock(), folder: currentFolder(), version: options.version), now: wallClock)
        self.session = session
        screen = Screen(
            options: options, history: CellHistory(path: options.stateFolder + "/history.jsonl"),
            interruptions: interruptSignal,
            complete: { text, cursor in
                session.complete(text, cursor: cursor).map { answer in
                    Completion(
                        range: answer.range,
                        candidates: answer.candidates.map { .init($0.text, kind: $0.kind, doc: $0.doc) })
                }
            }, keep: { session.keepDraft($0) })
        // An evaluator on another machine keeps them there.
        let fits = FitFolder(stateFolder: options.stateFolder, environment: options.environment)
        session.fits = options.host == nil ? fits : FitFolder(path: "", limit: fits.limit)
        session.audience = self
    }

    /// Runs until the learner leaves.
    ///
    /// - Returns: the status to exit with: 0, or what `exit(status)` asked for.
    public func run() -> Int32 {
        do { try session.startEvaluator() } catch { tell("Cells cannot run: \(error)") }
        greet()
        if let document = options.document { openLesson(document) }
        if let quiz = options.quiz { openQuiz(quiz) }
        while status == nil {
            watchEvaluator()
            let text = prefill
            (given, prefill) = (text, "")
            switch screen.read(number: session.nextNumber, text: text) {
            case .cell(let text): handle(text)
            case .command(let name): _ = runLessonWord(name, "")
            case .end: status = 0
            case .gone:
                session.leave()
                return 0
            case .stopped: break
            }
        }
        session.finish()
        screen.editor?.release()
        return status ?? 0
    }

    private func greet() {
        guard isTerminal(0), isTerminal(1) else { return }
        tell(Guide.banner(version: options.version))
        if let host = options.host {
            tell("Cells run on \(host), with that machine's files. History, sessions and %save are this one's.")
        }
        if let entry = store.unfinished() {
            tell("The session of \(Self.time(of: entry.name)) did not end: %restore brings it back.")
        }
    }

    /// `2026-11-25-103205-4711` as `2026-11-25 10:32`.
    static func time(of name: String) -> String {
        let parts = name.split(separator: "-")
        guard parts.count >= 4, parts[3].count == 6 else { return name }
        return parts[..<3].joined(separator: "-") + " \(parts[3].prefix(2)):\(parts[3].dropFirst(2).prefix(2))"
    }

    private func watchEvaluator() {
        guard let editor = screen.editor else { return }
        editor.sources = session.descriptors.map { descriptor in
            EventSource(descriptor: descriptor) { [unowned self] in
                serveIdle()
                return session.descriptors.contains(descriptor)
            }
        }
    }

    private func serveIdle() {
        do {
            guard let reason = try session.serveIdle() else { return }
            screen.above { tell(lost(reason)) }
            screen.editor?.stop("evaluator")
        } catch {
            screen.above { tell("Cells cannot run: \(error)") }
        }
    }

    // MARK: What was typed

    func handle(_ text: String) {
        let line = text.trimmed
        if line.isEmpty { return goOnIfDone() }
        isCellDone = false
        if !line.contains("\n"), runCommand(line) { return }
        if let word = lessonWord(in: text) {
            _ = runLessonWord(word, "")
        } else if let cell = walk?.cell, walk?.isCurrent(text) == true {
            runLessonCell(text, cell)
        } else {
            runCell(text)
        }
    }

    /// Runs a cell and says how it ended.
    @discardableResult
    func runCell(_ source: String, text: String? = nil, lessonCell: String? = nil) -> CellEnding {
        screen.renderer.beginCell(session.nextNumber)
        let ending = screen.whileRunning { session.run(source, text: text, lessonCell: lessonCell) }
        screen.renderer.endCell()
        report(ending)
        return ending
    }

    func report(_ ending: CellEnding) {
        switch ending {
        case .finished: break
        case .failed(let failure): screen.renderer.error(failure.text)
        case .interrupted: screen.renderer.error("KeyboardInterrupt")
        case .exited(let code): status = Int32(truncatingIfNeeded: code)
        case .lost(let reason): tell(lost(reason))
        }
    }

    private func lost(_ reason: String) -> String {
        let what = options.host.map { "The connection to \($0) is lost" } ?? "The evaluator is gone"
        guard session.evaluator != nil else {
            return "\(what): \(reason).\nCells and outputs are kept, and everything but running cells works. "
                + "The next cell tries again."
        }
        return "\(what): \(reason).\nAnother one is ready. Cells and outputs are kept; values are not: "
            + "%restore runs the cells again."
    }
}

extension NotebookPrompt: Session.Audience {
    public func show(_ event: DisplayEvent) {
        switch event {
        // What a cell says about itself while its values are brought back: how far it is, what cannot be had.
        case .progress, .progressEnd, .message: screen.renderer.draw(event)
        default: if !isMuted { screen.renderer.draw(event) }
        }
    }

    public func tell(_ text: String) { screen.renderer.draw(.message(text)) }

    public func ask(_ prompt: String) -> InputAnswer {
        // The prompt's own line takes the place of what the cell printed last on this one.
        screen.renderer.draw(.progressEnd)
        return screen.ask(prompt)
    }

    public var interruptions: Int32 { interruptSignal.descriptor }

    public func takeInterruptions() -> Int { interruptSignal.take() }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
