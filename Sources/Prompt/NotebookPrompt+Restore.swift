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
        } else if !name.isEmpty {
            return tell("This session has begun. Leave it and start anew to restore another.")
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

    /// Draws all cells and outputs as they were.
    private func replay() {
        for cell in session.record.cells {
            show(.output(Self.prompted(cell.source, number: cell.number)))
            screen.renderer.beginCell(cell.number)
            for event in cell.events { screen.renderer.draw(event) }
            screen.renderer.endCell()
            if let failure = cell.failure { screen.renderer.error(failure.text) }
        }
    }

    private func bringValuesBack() {
        // A cell that ended the evaluator would do so again.
        let cells = session.record.cells.filter { cell in
            switch cell.ending {
            case .finished, .failed: true
            default: false
            }
        }
        guard !cells.isEmpty else { return }
        let effects = cells.compactMap { cell in OutsideEffects.of(cell.source).map { (cell.number, $0) } }
        let count = cells.count == 1 ? "the cell" : "the \(cells.count) cells"
        guard isYes(screen.ask("Run \(count) again to bring values back? (y/n) ")) else { return }
        var skipped = Set<Int>()
        if !effects.isEmpty {
            let list = effects.map { "In [\($0)] \($1)" }.joined(separator: ", ")
            if !isYes(screen.ask("\(list). Run \(effects.count == 1 ? "it" : "these") again too? (y/n) ")) {
                skipped = Set(effects.map(\.0))
            }
        }
        run(cells.filter { !skipped.contains($0.number) })
        if !skipped.isEmpty {
            tell("Left out: " + skipped.sorted().map { "In [\($0)]" }.joined(separator: ", ") + ".")
        }
    }

    private func run(_ cells: [SessionRecord.Cell]) {
        var failed: [Int] = []
        for (index, cell) in cells.enumerated() {
            show(
                .progress(
                    Progress(
                        label: "In [\(cell.number)]", done: index, total: cells.count, elapsed: 0)))
            isMuted = true
            let ending = screen.whileRunning { session.runUnrecorded(cell.source, number: cell.number) }
            isMuted = false
            switch ending {
            case .finished: break
            case .failed: if cell.ending == .finished { failed.append(cell.number) }
            default:
                show(.progressEnd)
                report(ending)
                return tell("Values of the cells from In [\(cell.number)] on are not back.")
            }
        }
        show(.progressEnd)
        if failed.isEmpty {
            tell("All values are back.")
        } else {
            tell(
                "Back, except what these cells make, which failed now: "
                    + failed.map { "In [\($0)]" }.joined(separator: ", "))
        }
    }
}
