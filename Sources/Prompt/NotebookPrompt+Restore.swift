import Display
import Notebook

/// Bringing sessions back: cells and outputs from the journal, values by running the cells again.
extension NotebookPrompt {
    /// `%restore`: the last unfinished session, or a named one, where this one has not begun; else
    /// this one's values.
    func restore(_ name: String) {
        if session.record.cells.isEmpty {
            let entry = name.isEmpty ? store.unfinished() : store.entries().first { $0.name.hasPrefix(name) }
            guard let entry else {
                return tell(
                    name.isEmpty
                        ? "There is no unfinished session. %sessions lists all." : "There is no session \(name).")
            }
            do throws(JournalError) {
                let broken = try session.resume(entry.path)
                replay()
                if broken > 0 { tell("The journal's last \(broken) bytes were half written and are left out.") }
            } catch {
                return tell("\(error)")
            }
        } else if !name.isEmpty || (!session.hasLostValues && store.unfinished() != nil) {
            return tell(
                "This session has begun, and its values are here. Ctrl-D, start again and type %restore first to have "
                    + "the other one.")
        }
        bringValuesBack()
        prefill = session.record.draft
    }

    func showSessions() {
        let entries = store.entries()
        if entries.isEmpty { return tell("No session is kept yet.") }
        show(
            .table(
                Table(
                    columns: ["session", "began", ""],
                    rows: entries.prefix(20).map { entry in
                        let state = !entry.isOpen ? "" : JournalFile.isInUse(entry.path) ? "open" : "did not end"
                        return [entry.name, Self.time(of: entry.name), state]
                    })))
    }

    /// Draws all cells and outputs as they were. Of many pictures the last are drawn: each takes up to 150 ms, and nobody
    /// waits for those that have scrolled away.
    private func replay() {
        let begin = wallClock()
        var pictures = session.record.cells.reduce(0) { $0 + $1.events.count { $0.isPicture } }
        for cell in session.record.cells {
            show(.output(Self.prompted(cell.source, number: cell.number)))
            screen.renderer.beginCell(cell.number)
            for event in cell.events {
                if event.isPicture { pictures -= 1 }
                if event.isPicture, pictures >= 3, wallClock() - begin > 0.4 {
                    screen.renderer.draw(.message("[a picture, which %save keeps]"))
                } else {
                    screen.renderer.draw(event)
                }
            }
            screen.renderer.endCell()
            if let failure = cell.failure { screen.renderer.error(failure.text) }
        }
    }

    /// Cells by their place in the record.
    private func bringValuesBack() {
        // A cell that ended the evaluator would do so again.
        let cells = session.record.cells
        let again = cells.indices.filter { index in
            switch cells[index].ending {
            case .finished, .failed: true
            default: false
            }
        }
        guard !again.isEmpty else { return }
        tellOfFits(again)
        let count = again.count == 1 ? "the cell" : "the \(again.count) cells"
        guard isYes(screen.ask("Run \(count) again to bring values back? (y/n) ")) else { return }
        let effects = again.compactMap { index in OutsideEffects.of(cells[index].source).map { (index, $0) } }
        var skipped = Set<Int>()
        if !effects.isEmpty {
            let list = effects.map { "In [\(cells[$0].number)] \($1)" }.joined(separator: ", ")
            if !isYes(screen.ask("\(list). Run \(effects.count == 1 ? "it" : "these") again too? (y/n) ")) {
                skipped = Set(effects.map(\.0))
            }
        }
        rerun(again.filter { !skipped.contains($0) })
        let lost = cells.indices.filter { skipped.contains($0) || !again.contains($0) }
        if !lost.isEmpty { tell("Left out: " + list(lost) + ".") }
    }

    private func list(_ indices: [Int]) -> String {
        indices.map { "In [\(session.record.cells[$0].number)]" }.joined(separator: ", ")
    }

    /// Says whose training is kept, and whose would be done again.
    private func tellOfFits(_ indices: [Int]) {
        // On another machine the evaluator finds them itself.
        guard options.host == nil else { return }
        let cells = session.record.cells
        let training = indices.filter { cells[$0].ending == .finished && OutsideEffects.trains(cells[$0].source) }
        let kept = training.filter { session.fits?.hasFits(of: session.record.key(upTo: $0)) ?? false }
        let others = training.filter { !kept.contains($0) }
        if !kept.isEmpty { tell("Trained weights are kept of \(list(kept)): they are read, not trained again.") }
        if !others.isEmpty {
            let seconds = others.reduce(0) { $0 + cells[$1].seconds }
            tell("No weights are kept of \(list(others)): training them again took \(Self.duration(seconds)) before.")
        }
    }

    private static func duration(_ seconds: Double) -> String {
        seconds < 90 ? "\(Int(seconds.rounded())) s" : "\(Int((seconds / 60).rounded())) min"
    }

    private func rerun(_ indices: [Int]) {
        var failed: [Int] = []
        for (place, index) in indices.enumerated() {
            let cell = session.record.cells[index]
            show(
                .progress(Progress(label: "In [\(cell.number)]", done: place, total: indices.count, elapsed: 0)))
            isMuted = true
            let ending = screen.whileRunning { session.rerun(index) }
            isMuted = false
            switch ending {
            case .finished: break
            case .failed: if cell.ending == .finished { failed.append(index) }
            default:
                show(.progressEnd)
                report(ending)
                return tell("Values of the cells from In [\(cell.number)] on are not back.")
            }
        }
        show(.progressEnd)
        tell(
            failed.isEmpty ? "All values are back." : "Back, except of these cells, which failed now: \(list(failed)).")
    }
}

extension DisplayEvent {
    fileprivate var isPicture: Bool { if case .pictures = self { true } else { false } }
}
