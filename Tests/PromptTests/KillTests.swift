import Foundation
import Notebook
import TerminalTesting
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Either process is killed at moments uniform in time: while keys are echoed, inside an fsync, a fit or a checkpoint.
///
/// `NUTHATCH_KILLS` says how often, 3 unless set; `NUTHATCH_KILL_SEED` begins another series.
@Suite(.serialized) struct KillTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let kills = environment["NUTHATCH_KILLS"].flatMap(Int.init) ?? 3

    private static let cells = [
        "from fastai.vision.all import *",
        "for i in range(8): Image.new('RGB', (24, 24), (i * 30, 99, 0)).save(f'FOLDER/{i % 2}_{i}.png')\n",
        "def kind(path): return path.name[0]\n",
        "dls = ImageDataLoaders.from_path_func('FOLDER', get_image_files('FOLDER'), kind, valid_pct=0.25, seed=1, "
            + "item_tfms=Resize(32), bs=2)",
        "learn = vision_learner(dls, resnet18, pretrained=False); learn.fit(1)",
        "print('sum', sum(float(p.double().sum()) for p in learn.model.parameters()))",
        "print('shown', 7)",
    ]
    private static let draft = "unfinished = [1, 2,"

    private struct Round {
        let folder: String
        let terminal: PseudoTerminal

        init() throws {
            folder = FileManager.default.temporaryDirectory.path + "/kill-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: folder + "/pictures", withIntermediateDirectories: true)
            terminal = try Self.start(folder)
        }

        static func start(_ folder: String) throws -> PseudoTerminal {
            let terminal = try PseudoTerminal(
                "nuthatch", width: 150, height: 50, arguments: [],
                environment: ["HOME=\(folder)", "NUTHATCH_STATE=\(folder)/state", "NUTHATCH_CHECKPOINTS=500"])
            terminal.wait("a prompt") { $0.text.contains("In [") }
            return terminal
        }

        /// Types all cells and the beginning of another.
        func type() {
            let text = cells.map { $0.replacing("FOLDER", with: folder + "/pictures") + "\r" }.joined()
            terminal.send(text.replacing("\n", with: "\r") + draft)
        }

        var sources: [String] {
            cells.map { cell in
                let text = cell.replacing("FOLDER", with: folder + "/pictures")
                return text.hasSuffix("\n") ? String(text.dropLast()) : text
            }
        }

        func remove() { try? FileManager.default.removeItem(atPath: folder) }
    }

    @Test(.timeLimit(.minutes(60))) func nothingIsLost() throws {
        var state = Self.environment["NUTHATCH_KILL_SEED"].flatMap(UInt64.init) ?? 20_261_125
        func random() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        // One round to its end says how long there is something to kill.
        let whole = try Round()
        let begin = Date()
        whole.type()
        whole.terminal.wait("the end", seconds: 60) { $0.text.hasSuffix(Self.draft) && $0.stream.contains("shown 7") }
        let length = Date().timeIntervalSince(begin)
        whole.terminal.signal(SIGKILL)
        _ = whole.terminal.status()
        try check(whole, "at the end")
        whole.remove()
        for kill in 0..<Self.kills {
            let moment = random() * length
            let round = try Round()
            defer { round.remove() }
            if kill % 2 == 0 {
                try killPrompt(round, after: moment, "kill \(kill) of the prompt after \(moment) s")
            } else {
                try killEvaluator(round, after: moment, "kill \(kill) of the evaluator after \(moment) s")
            }
        }
    }

    private func killPrompt(_ round: Round, after seconds: Double, _ what: String) throws {
        let process = round.terminal.process
        round.type()
        killLater(process, seconds)
        round.terminal.listen(seconds: seconds + 5)
        #expect(round.terminal.status() == 128 + SIGKILL, "\(what)")
        try check(round, what)
    }

    /// What was on the screen of a killed prompt is in the journal, and comes back.
    private func check(_ round: Round, _ what: String) throws {
        let shown = round.terminal.screen.allText
        let store = SessionStore(folder: round.folder + "/state/sessions")
        guard let entry = store.unfinished() else {
            // Killed before the first key was taken.
            #expect(!shown.contains("In [1]: f"), "\(what): \(shown)")
            return
        }
        let record = SessionRecord(try JournalFile.read(entry.path).records)
        let sources = round.sources
        #expect(record.cells.map(\.source) == Array(sources.prefix(record.cells.count)), "\(what)")
        let output = record.cells.flatMap(\.events).compactMap { if case .output(let text) = $0 { text } else { nil } }
            .joined()
        for line in shown.split(separator: "\n") where line.hasPrefix("sum ") || line.hasPrefix("shown ") {
            #expect(output.contains(line), "\(what): \(line) was seen and is not kept")
        }
        for number in 2...(sources.count + 1) where shown.contains("In [\(number)]:") {
            #expect(record.cells.count >= number - 1, "\(what): cell \(number - 1) was taken and is not kept")
        }
        try restore(round, record, shown, what)
    }

    private func restore(_ round: Round, _ record: SessionRecord, _ shown: String, _ what: String) throws {
        let terminal = try Round.start(round.folder)
        #expect(terminal.screen.text.contains("did not end: %restore brings it back"), "\(what)")
        let begin = Date()
        terminal.send("%restore\r")
        let ended = record.cells.filter { $0.ending != nil }
        guard !ended.isEmpty else { return }
        terminal.wait("\(what): the question") { $0.text.hasSuffix("(y/n)") }
        #expect(Date().timeIntervalSince(begin) < 1, "\(what)")
        for source in record.cells.map(\.source) {
            #expect(terminal.screen.stream.contains(String(source.prefix(40))), "\(what)")
        }
        terminal.send("y\r")
        terminal.wait("\(what): values", seconds: 60) {
            $0.text.contains("values are back.") || $0.text.hasSuffix("again too? (y/n)")
        }
        if terminal.screen.text.hasSuffix("again too? (y/n)") {
            terminal.send("y\r")
            terminal.wait("\(what): values", seconds: 60) { $0.text.contains("values are back.") }
        }
        // The text at the prompt: at least all that was seen of it.
        let last = shown.components(separatedBy: "In [\(record.nextNumber)]: ").last ?? ""
        let typed = last.components(separatedBy: "\n").first ?? ""
        if record.cells.count == round.sources.count, Self.draft.hasPrefix(typed), !typed.isEmpty {
            terminal.wait("\(what): the draft") { $0.text.contains("In [\(record.nextNumber)]: " + typed) }
        }
        // A finished fit's weights are those it had.
        guard let sum = record.cells.first(where: { $0.source.hasPrefix("print('sum'") && $0.ending == .finished }),
            case .output(let text)? = sum.events.first
        else { return }
        #expect(terminal.screen.stream.contains("Trained weights are kept of In [5]"), "\(what)")
        let number = text.dropFirst(3).prefix { !$0.isNewline }
        terminal.send("\u{3}" + sum.source.replacing("'sum'", with: "'again'") + "\r")
        terminal.wait("\(what): the same sum") { $0.stream.contains("again" + number) }
    }

    /// The prompt stays, keeps all cells, and another evaluator runs them.
    private func killEvaluator(_ round: Round, after seconds: Double, _ what: String) throws {
        let terminal = round.terminal
        let children = try String(
            contentsOfFile: "/proc/\(terminal.process)/task/\(terminal.process)/children", encoding: .utf8)
        let evaluator = try #require(children.split(separator: " ").compactMap { pid_t($0) }.first)
        round.type()
        killLater(evaluator, seconds)
        terminal.wait("\(what): the notice", seconds: 60) { $0.stream.contains("The evaluator is gone: it was killed") }
        terminal.wait("\(what): the draft", seconds: 60) { $0.text.hasSuffix(Self.draft) }
        let store = SessionStore(folder: round.folder + "/state/sessions")
        let entry = try #require(store.entries().first { $0.isOpen })
        let record = SessionRecord(try JournalFile.read(entry.path).records)
        #expect(record.cells.map(\.source) == round.sources, "\(what)")
        #expect(record.cells.count { if case .lost = $0.ending { true } else { false } } <= 1, "\(what)")
        terminal.send("\u{3}1 + 1\r")
        terminal.wait("\(what): another evaluator") { $0.stream.contains("Out[8]: 2") }
    }

    private func killLater(_ process: pid_t, _ seconds: Double) {
        Thread.detachNewThread {
            usleep(UInt32(seconds * 1e6))
            kill(process, SIGKILL)
        }
    }
}
