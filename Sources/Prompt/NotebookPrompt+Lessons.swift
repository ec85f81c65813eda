import Display
import Foundation
import Lessons
import Notebook

/// Stepping through a lesson: prose is shown, the next cell stands at the prompt, Enter runs it.
extension NotebookPrompt {
    private static let words: Set<String> = ["next", "back", "again", "goto", "skip", "where", "play"]
    private static let keys: [Character: String] = ["n": "next", "p": "back", "a": "again", "s": "skip", "w": "where"]

    private var progressFile: String { options.stateFolder + "/progress.txt" }

    /// `lesson`, `lesson 2`, `lesson FILE`.
    func openLesson(_ word: String) {
        guard !word.isEmpty else { return listLessons() }
        guard let path = shelf.find(expand(word)) else {
            return tell("There is no lesson \(word). `lesson` lists them.")
        }
        do throws(NotebookFileError) {
            let lesson = try Lesson.open(path)
            guard !lesson.code.isEmpty else { return tell("\(path) has no cells to run.") }
            let progress = LessonProgress.read(progressFile)[lesson.name]
            let known = Set(lesson.cells.map(\.id))
            walk = LessonWalk(lesson, done: Set(progress.ran).intersection(known), at: progress.at)
            screen.editor?.settings.commands = Self.keys
            screen.editor?.settings.beforeEnd = { "Ctrl-D again leaves; the lesson goes on here next time." }
            tell(
                "\(lesson.title) · next (Alt-n) goes on, back (Alt-p), again (Alt-a), skip (Alt-s), goto N, play, where"
            )
            if let cell = walk?.cell, !progress.ran.isEmpty {
                tell("You were at cell \(cell.number) of \(lesson.cells.count). `goto 1` begins anew.")
                show(walk?.go(to: cell.id) ?? [])
            } else {
                walk = LessonWalk(lesson)
                show(walk?.next() ?? [])
            }
        } catch {
            tell("\(error)")
        }
    }

    private func listLessons() {
        let progress = LessonProgress.read(progressFile)
        let rows = shelf.lessons.compactMap { number, path -> [String]? in
            guard let lesson = try? Lesson.open(path) else { return [String(number), path, "cannot be read"] }
            let ran = Set(progress[lesson.name].ran).intersection(lesson.code.map(\.id)).count
            let state = ran == 0 ? "" : ran == lesson.code.count ? "done" : "\(ran) of \(lesson.code.count) cells"
            return [String(number), lesson.title, state]
        }
        guard !rows.isEmpty else { return tell("No lessons are in \(shelf.folder).") }
        show(.table(Table(columns: ["", "lesson", ""], rows: rows)))
        tell("`lesson N` opens one; `lesson FILE` steps through any notebook or script.")
    }

    /// A word is a command only while a lesson is open and it is no variable's name.
    func isLessonWord(_ word: String, _ rest: String) -> Bool {
        guard walk != nil, Self.words.contains(word), word == "goto" || rest.isEmpty else { return false }
        return !(session.names() ?? []).contains(word)
    }

    /// - Returns: false where it is no lesson's word.
    func runLessonWord(_ word: String, _ rest: String) -> Bool {
        guard Self.words.contains(word) else { return false }
        guard walk != nil else {
            tell("No lesson is open: `lesson` lists them.")
            return true
        }
        switch word {
        case "next": goOn()
        case "back":
            if let prose = walk?.back() { show(prose) } else { tell("This is the lesson's beginning.") }
        case "again": runCurrent()
        case "goto":
            if let prose = walk?.go(to: rest) {
                show(prose)
            } else {
                tell("There is no cell \(rest). `where` says how many there are.")
            }
        case "skip":
            prefill = ""
            goOn()
        case "where": tellPlace()
        default: play()
        }
        return true
    }

    private func goOn() {
        let prose = walk?.next() ?? []
        show(prose)
        guard walk?.cell == nil else { return }
        let left = walk?.lesson.code.filter { !(walk?.done.contains($0.id) ?? true) }.map { String($0.number) } ?? []
        tell(
            left.isEmpty
                ? "The lesson is over, and every cell ran."
                : "The lesson is over. Cells that did not run: \(left.joined(separator: ", ")) (goto N).")
    }

    /// Shows prose and puts the code that follows at the prompt.
    private func show(_ prose: [Lesson.Cell]) {
        for cell in prose { show(.markdown(cell.source)) }
        saveProgress()
        guard let cell = walk?.cell else { return }
        prefill = cell.source
        if screen.editor == nil {
            show(.output(cell.source + "\n"))
            tell("again runs this cell.")
        }
    }

    private func tellPlace() {
        guard let walk else { return }
        let place = walk.cell.map { "cell \($0.number) of \(walk.lesson.cells.count)" } ?? "the end"
        tell("\(walk.lesson.title): at \(place); \(walk.done.count) of \(walk.lesson.code.count) cells ran.")
        if let cell = walk.cell { prefill = cell.source }
    }

    // MARK: Running

    private func runCurrent() {
        guard let cell = walk?.cell else { return tell("No cell is at hand: next goes on.") }
        show(.output(Self.prompted(cell.source, number: session.nextNumber)))
        runLessonCell(cell.source, cell)
    }

    /// Runs what was typed as the lesson's current cell, with the guess it asks for.
    func runLessonCell(_ text: String, _ cell: Lesson.Cell) {
        var guess = ""
        if cell.asksForGuess, !(walk?.done.contains(cell.id) ?? true) {
            switch screen.ask("Your guess, before it runs (Enter skips): ") {
            case .line(let line): guess = line.trimmed
            case .endOfInput: break
            case .interrupted: return prefill = text
            }
        }
        if !guess.isEmpty { session.keep(.guess(cell: cell.id, text: guess)) }
        guard runCell(text, lessonCell: cell.id).isFinished else { return }
        if !guess.isEmpty { tell("You guessed: \(guess)") }
        walk?.finishCurrent()
        saveProgress()
        tell("next (Alt-n) goes on")
    }

    private func saveProgress() {
        guard let walk else { return }
        var progress = LessonProgress.read(progressFile)
        progress[walk.lesson.name] = .init(
            at: walk.cell?.id, ran: walk.lesson.cells.map(\.id).filter { walk.done.contains($0) })
        do { try progress.write(to: progressFile) } catch {
            tell("Progress cannot be kept: \(error.localizedDescription)")
        }
    }

    /// Runs the whole lesson in an evaluator of its own, so that nothing of the session changes.
    private func play() {
        guard let lesson = walk?.lesson else { return }
        let scope = Session(
            store: store, command: options.evaluator,
            info: SessionInfo(started: wallClock(), folder: currentFolder(), version: options.version), now: wallClock)
        scope.audience = self
        defer { scope.finish() }
        var number = 1
        for cell in lesson.cells {
            switch cell.kind {
            case .markdown: show(.markdown(cell.source))
            case .raw: break
            case .code where cell.source.trimmed.isEmpty: break
            case .code:
                show(.output(Self.prompted(cell.source, number: number)))
                screen.renderer.beginCell(number)
                let ending = screen.whileRunning { scope.runUnrecorded(cell.source, number: number) }
                screen.renderer.endCell()
                report(ending)
                number += 1
                guard ending.isFinished else { return tell("The lesson stopped at cell \(cell.number).") }
            }
        }
    }
}
