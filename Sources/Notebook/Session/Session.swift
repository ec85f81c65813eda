public import Display

/// The session at a prompt: its cells, its journal and the evaluator that runs it.
///
/// Everything is kept before it is shown: a cell's source before the cell runs, what it shows before
/// it is drawn. Where the journal cannot be written, the session goes on in memory and says so once.
public final class Session {
    /// What the session needs of whoever shows it.
    public protocol Audience: AnyObject {
        func show(_ event: DisplayEvent)
        /// A line about the session itself.
        func tell(_ text: String)
        /// A line the learner types for `input()`.
        func ask(_ prompt: String) -> InputAnswer
        /// Signals the learner's wish to interrupt, to be watched for reading; -1 where there is none.
        var interruptions: Int32 { get }
        /// How often an interruption was asked for since the last call.
        func takeInterruptions() -> Int
    }

    public private(set) var record = SessionRecord()
    public private(set) var journalPath: String?
    /// The evaluator that ran this session's cells is gone, and they did not run again.
    public private(set) var hasLostValues = false
    public weak var audience: (any Audience)?
    public private(set) var evaluator: EvaluatorProcess?

    private let store: SessionStore
    private let command: [String]
    private let info: SessionInfo
    private let now: () -> Double
    /// Where finished fits are kept; nil keeps none.
    public var fits: FitFolder?
    private var journal: JournalFile?
    private var hasToldOfJournal = false
    private var lastID = 0
    /// Replies that came while something else was waited for.
    private var waiting: [EvaluatorProcess.Event] = []
    private var recorded = 0

    /// Text that one cell shows is kept up to here; a loop that prints for hours must not fill the disk.
    private static let recordedLimit = 8 << 20

    /// - Parameters:
    ///   - command: starts an evaluator.
    ///   - now: seconds since 1970.
    public init(store: SessionStore, command: [String], info: SessionInfo, now: @escaping () -> Double) {
        self.store = store
        self.command = command
        self.info = info
        self.now = now
        record.add(.session(info))
    }

    // MARK: The evaluator

    /// Starts an evaluator unless one is there.
    public func startEvaluator() throws(ProtocolError) {
        guard evaluator?.isOver ?? true else { return }
        waiting = []
        evaluator = try EvaluatorProcess(command: command)
    }

    /// Ends the evaluator, and with it all values, and starts another.
    public func replaceEvaluator(reason: String) throws(ProtocolError) {
        evaluator?.kill()
        evaluator = nil
        hasLostValues = !record.cells.isEmpty
        keep(.restarted(reason: reason), .now)
        try startEvaluator()
    }

    /// To be watched while nothing runs.
    public var descriptors: [Int32] { evaluator?.descriptors ?? [] }

    /// Deals with what an evaluator says while nothing runs.
    ///
    /// - Returns: how it ended, if it did; another one was started.
    public func serveIdle() throws(ProtocolError) -> String? {
        for event in evaluator?.receive(milliseconds: 0) ?? [] {
            if let reason = try idle(event) { return reason }
        }
        return nil
    }

    private func idle(_ event: EvaluatorProcess.Event) throws(ProtocolError) -> String? {
        if case .ended = event { hasLostValues = !record.cells.isEmpty }
        switch event {
        case .noise(let text): audience?.show(.message(text))
        case .reply(.display(let event)): audience?.show(event)
        case .reply: break
        case .ended(let reason):
            // One that never greeted, such as a host that is not reached, is not tried over and over.
            if evaluator?.isReady == true {
                try replaceEvaluator(reason: reason)
            } else {
                evaluator = nil
                keep(.restarted(reason: reason), .now)
            }
            return reason
        }
        return nil
    }

    // MARK: Cells

    public var nextNumber: Int { record.nextNumber }

    /// Runs a cell to its end, whatever that is.
    ///
    /// - Parameters:
    ///   - source: what the record keeps. `text`: what is run, where that is something else.
    ///   - lessonCell: the id of the lesson's cell it was taken from.
    public func run(_ source: String, text: String? = nil, lessonCell: String? = nil) -> CellEnding {
        let number = nextNumber
        keep(.cell(JournalCell(number: number, source: source, time: now(), lessonCell: lessonCell)), .now)
        if let journalPath { DraftFile(of: journalPath).keep("") }
        recorded = 0
        let begin = Clock.now
        let order = fits?.order(key: record.key(upTo: record.cells.count - 1), isRestoring: false)
        let ending = evaluate(text ?? source, number: number, isRecorded: true, fits: order)
        keep(.ended(ending, seconds: Clock.now - begin), .now)
        return ending
    }

    /// Runs code that is none of the learner's cells: nothing of it is kept.
    public func runUnrecorded(_ text: String, name: String? = nil, number: Int? = nil) -> CellEnding {
        evaluate(text, number: number, name: name, isRecorded: false)
    }

    /// Runs a cell of the record again for its values; finished fits in it are taken from their checkpoints.
    public func rerun(_ index: Int) -> CellEnding {
        hasLostValues = false
        let cell = record.cells[index]
        let order = fits?.order(key: record.key(upTo: index), isRestoring: true)
        return evaluate(cell.source, number: cell.number, isRecorded: false, fits: order)
    }

    private func evaluate(
        _ text: String, number: Int?, name: String? = nil, isRecorded: Bool, fits: FitOrder? = nil
    ) -> CellEnding {
        lastID += 1
        let id = lastID
        do throws(ProtocolError) {
            try startEvaluator()
            let name = name ?? number.map { "cell \($0)" } ?? "code"
            try evaluator?.send(.run(CellRequest(id: id, number: number, name: name, text: text, fits: fits)))
        } catch {
            // Where it ended since the last look, its stream says how.
            if evaluator?.isOver ?? true { return .lost("\(error)") }
        }
        var interruption = InterruptionWatch()
        while true {
            let events = take(milliseconds: interruption.wait)
            for event in events {
                switch event {
                case .reply(.ended(id, let ending)): return ending
                case .reply(.display(let event)): show(event, isRecorded)
                case .reply(.inputWanted(let prompt)): answer(prompt)
                case .noise(let text): show(.message(text), isRecorded)
                case .ended(let reason): return lose(reason)
                case .reply: break
                }
            }
            for _ in 0..<(audience?.takeInterruptions() ?? 0) { interruption.press() }
            switch interruption.next(at: Clock.now) {
            case .forward: try? evaluator?.send(.interrupt)
            case .tell(let text): audience?.tell(text)
            case .warn(let text):
                audience?.tell(text)
                try? evaluator?.send(.interrupt)
            case .replace:
                evaluator?.kill()
                return lose("it was ended by Ctrl-C")
            case nil: break
            }
            if evaluator?.isOver ?? true, events.isEmpty { return lose("it is gone") }
        }
    }

    private func take(milliseconds: Int32) -> [EvaluatorProcess.Event] {
        guard waiting.isEmpty else {
            defer { waiting = [] }
            return waiting
        }
        let others = [audience?.interruptions ?? -1].filter { $0 >= 0 }
        return evaluator?.receive(milliseconds: milliseconds, others: others) ?? []
    }

    private func answer(_ prompt: String) {
        switch audience?.ask(prompt) ?? .endOfInput {
        case .line(let line): try? evaluator?.send(.answer(line))
        case .endOfInput: try? evaluator?.send(.answer(nil))
        case .interrupted: try? evaluator?.send(.interrupt)
        }
    }

    private func show(_ event: DisplayEvent, _ isRecorded: Bool) {
        if isRecorded { keepShown(event) }
        audience?.show(event)
    }

    private func keepShown(_ event: DisplayEvent) {
        switch event {
        case .progress, .progressEnd: return
        case .output(let text):
            guard recorded < Self.recordedLimit else { return }
            recorded += text.utf8.count
            keep(.display(event), .soon)
            if recorded >= Self.recordedLimit {
                keep(.display(.message("… what the cell printed from here on was not kept")), .soon)
            }
        default: keep(.display(event), .soon)
        }
    }

    private func lose(_ reason: String) -> CellEnding {
        hasLostValues = !record.cells.isEmpty
        guard evaluator?.isReady == true else {
            evaluator = nil
            keep(.restarted(reason: reason), .now)
            return .lost(reason)
        }
        do throws(ProtocolError) { try replaceEvaluator(reason: reason) } catch { evaluator = nil }
        return .lost(reason)
    }

    // MARK: Questions

    /// What could stand at `cursor`, a UTF-8 offset; nil when the evaluator does not answer in time.
    public func complete(_ text: String, cursor: Int, milliseconds: Int = 400) -> CompletionAnswer? {
        ask(milliseconds) {
            .complete(id: $0, text: text, cursor: cursor)
        } found: { reply, id in
            if case .completions(id, let answer) = reply { return answer }
            return nil
        }
    }

    /// The names of the session's variables; nil when the evaluator does not answer in time.
    public func names(milliseconds: Int = 400) -> [String]? {
        ask(milliseconds) {
            .names(id: $0)
        } found: { reply, id in
            if case .names(id, let names) = reply { return names }
            return nil
        }
    }

    private func ask<Answer>(
        _ milliseconds: Int, _ request: (Int) -> EvaluatorRequest, found: (EvaluatorReply, Int) -> Answer?
    ) -> Answer? {
        lastID += 1
        guard let evaluator, (try? evaluator.send(request(lastID))) != nil else { return nil }
        let deadline = Clock.now + Double(milliseconds) / 1000
        while case let left = deadline - Clock.now, left > 0, !evaluator.isOver {
            var answer: Answer?
            for event in evaluator.receive(milliseconds: Int32(left * 1000) + 1) {
                if case .reply(let reply) = event, let found = found(reply, lastID) {
                    answer = found
                } else {
                    waiting.append(event)
                }
            }
            if let answer { return answer }
        }
        return nil
    }

    // MARK: The journal

    /// Keeps something that is no output of a cell.
    public func keep(_ record: JournalRecord, _ sync: JournalFile.Sync = .now) {
        self.record.add(record)
        do throws(JournalError) {
            if journal == nil, journalPath == nil, !hasToldOfJournal {
                guard Self.beginsJournal(record) else { return }
                journal = try store.create(info)
                journalPath = journal?.path
            }
            try journal?.append(record, sync: sync)
            if journal != nil { hasToldOfJournal = false }
        } catch {
            guard !hasToldOfJournal else { return }
            hasToldOfJournal = true
            audience?.tell("This session cannot be kept: \(error). It goes on; `%save FILE` writes it elsewhere.")
        }
    }

    /// Keeps what stands at the prompt and was not run, against a crash; empty text forgets it.
    public func keepDraft(_ text: String) {
        record.draft = text
        if journal == nil {
            guard !text.isEmpty, journalPath == nil, !hasToldOfJournal else { return }
            do throws(JournalError) {
                journal = try store.create(info)
                journalPath = journal?.path
            } catch {
                // Told with the first cell, when there is something to lose.
                return
            }
        }
        if let journalPath { DraftFile(of: journalPath).keep(text) }
    }

    /// A session in which nothing happened leaves no file.
    private static func beginsJournal(_ record: JournalRecord) -> Bool {
        switch record {
        case .cell, .guess, .answered: true
        case .draft(let text): !text.isEmpty
        default: false
        }
    }

    /// Goes on with an earlier session; this one must not have begun.
    ///
    /// - Returns: bytes of a record that a crash left half written, which are lost.
    public func resume(_ path: String) throws(JournalError) -> Int {
        let path = store.reopen(path)
        let (file, content) = try JournalFile.resume(path)
        (journal, journalPath) = (file, path)
        record = SessionRecord(content.records)
        // Left behind where the process ended between a cell's beginning and the draft's removal.
        if let draft = DraftFile(of: path).text, draft != record.cells.last?.source { record.draft = draft }
        keep(.resumed(time: now()))
        return content.brokenBytes
    }

    /// The prompt goes, but the session is not over: the next start offers it.
    public func leave() {
        try? journal?.sync()
        journal = nil
        evaluator?.kill()
    }

    /// The session is over and need not be offered again.
    public func finish() {
        try? journal?.sync()
        if let journalPath {
            DraftFile(of: journalPath).keep("")
            record.cells.isEmpty ? store.remove(journalPath) : store.finish(journalPath)
        }
        journal = nil
        evaluator?.kill()
    }
}
