import Display
import Foundation
import Lessons
import Notebook

/// Stepping through a lesson: prose is shown, the next cell stands at the prompt, Enter runs it.
extension NotebookPrompt {
    private static let words: Set<String> = [
        "next", "back", "again", "goto", "skip", "hint", "solution", "where", "play",
    ]
    private static let keys: [Character: String] = [
        "n": "next", "p": "back", "a": "again", "s": "skip", "h": "hint", "o": "solution", "w": "where",
    ]
    /// What the keys do, in one line that fits 80 columns.
    private static let legend = "Alt-n next · -p back · -a again · -s skip · -h hint · -w where, or these words"

    private var progressFile: String { options.stateFolder + "/progress.txt" }

    /// `lesson`, `lesson 2`, `lesson FILE`.
    func openLesson(_ word: String) {
        guard !word.isEmpty else { return showHome() }
        guard let path = shelf.find(expand(word)) else {
            return tell("There is no lesson \(word). `lesson` lists them.")
        }
        do throws(NotebookFileError) {
            let lesson = try Lesson.open(path)
            guard !lesson.code.isEmpty else { return tell("\(path) has no cells to run.") }
            let progress = LessonProgress.read(progressFile)[lesson.name]
            let known = Set(lesson.cells.map(\.id))
            walk = LessonWalk(lesson, done: Set(progress.ran).intersection(known), at: progress.at)
            help = LessonHelp()
            screen.editor?.settings.commands = Self.keys
            screen.editor?.settings.blank = Exercise.blank
            screen.editor?.settings.beforeEnd = { "Ctrl-D again leaves; the lesson goes on here next time." }
            tell(Self.legend)
            if let cell = walk?.cell, !progress.ran.isEmpty {
                tell("You were at cell \(cell.number) of \(lesson.cells.count). `goto 1` begins anew.")
                bringLessonBack(before: cell)
                show(walk?.go(to: cell.id) ?? [])
            } else {
                walk = LessonWalk(lesson, done: walk?.done ?? [])
                show(walk?.next() ?? [])
            }
        } catch {
            tell("\(error)")
        }
    }

    private func showHome() {
        let home = LessonHome(shelf, LessonProgress.read(progressFile))
        for fault in home.faults { tell(fault) }
        guard !home.rows.isEmpty else { return tell("No lessons are in \(shelf.folder).") }
        show(.table(home.table))
        if let tally = home.tally { tell(tally) }
        if let next = home.next {
            let verb = next.isBegun ? "goes on with" : "opens"
            tell(
                "`lesson \(next.number)` \(verb) \"\(next.title)\"; `lesson FILE` steps through any notebook or script."
            )
        } else {
            tell(
                "Every lesson is done. `lesson N` opens one again; `lesson FILE` steps through any notebook or script.")
        }
    }

    /// A word is a command only while a lesson is open and it is no variable's name.
    func isLessonWord(_ word: String, _ rest: String) -> Bool {
        guard walk != nil, Self.words.contains(word), word == "goto" || rest.isEmpty else { return false }
        return !(session.names() ?? []).contains(word)
    }

    /// A lesson's word that was typed behind the cell at the prompt, or into its blank: people do that.
    func lessonWord(in text: String) -> String? {
        guard let cell = walk?.cell else { return nil }
        let word = Self.words.first { word in
            [cell.shown, given].contains { text == $0 + word || text == $0 + "\n" + word }
                || cell.exercise?.task.replacingFirst(Exercise.blank, with: word) == text
        }
        return word.flatMap { isLessonWord($0, "") ? $0 : nil }
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
        case "hint": showHint()
        case "solution": showSolution()
        case "where": tellPlace()
        default: play()
        }
        return true
    }

    private func goOn() {
        let prose = walk?.next() ?? []
        show(prose)
        guard let walk, walk.cell == nil else { return }
        let left = walk.lesson.code.filter { !walk.done.contains($0.id) }.map { String($0.number) }
        tell(
            left.isEmpty
                ? "The lesson is over, and every cell ran. `lesson` shows them all."
                : "The lesson is over. Cells that did not run: \(left.joined(separator: ", ")) (goto N).")
        let entry = LessonProgress.read(progressFile)[walk.lesson.name]
        if let tally = Self.tally(entry) { tell("Your guesses in this lesson: \(tally).") }
    }

    /// Shows prose and puts the code that follows at the prompt.
    private func show(_ prose: [Lesson.Cell]) {
        for cell in prose { show(.markdown(cell.source)) }
        saveProgress()
        guard let cell = walk?.cell else { return }
        prefill = cell.shown
        if screen.editor == nil {
            show(.output(cell.shown + "\n"))
            if cell.exercise == nil { tell("again runs this cell.") }
        }
        if cell.exercise != nil { tell("Fill in each ___ and press Enter. hint (Alt-h) helps.") }
    }

    private func tellPlace() {
        guard let walk else { return }
        let entry = LessonProgress.read(progressFile)[walk.lesson.name]
        let place = walk.cell.map { "cell \($0.number) of \(walk.lesson.cells.count)" } ?? "the end"
        var lines = ["\(walk.lesson.title): at \(place); \(walk.done.count) of \(walk.lesson.code.count) cells ran."]
        if let section = walk.cell.flatMap(walk.lesson.section) { lines.append("Section: \(section).") }
        let exercises = walk.lesson.cells.filter { $0.exercise != nil }.map(\.id)
        if !exercises.isEmpty {
            lines.append("Exercises solved: \(Set(exercises).intersection(entry.solved).count) of \(exercises.count).")
        }
        if let tally = Self.tally(entry) { lines.append("Guesses: \(tally).") }
        tell(lines.joined(separator: "\n"))
        if let cell = walk.cell { prefill = cell.shown }
    }

    private static func tally(_ entry: LessonProgress.Entry) -> String? {
        let count = entry.right.count + entry.wrong.count
        return count > 0 ? "\(entry.right.count) of \(count) right" : nil
    }

    // MARK: Running

    private func runCurrent() {
        guard let cell = walk?.cell else { return tell("No cell is at hand: next goes on.") }
        show(.output(Self.prompted(cell.shown, number: session.nextNumber)))
        runLessonCell(cell.shown, cell)
    }

    /// Runs what was typed as the lesson's current cell, with the guess it asks for.
    func runLessonCell(_ text: String, _ cell: Lesson.Cell) {
        if let exercise = cell.exercise { return attempt(exercise, text, cell) }
        var guess = ""
        if cell.asksForGuess, !(walk?.done.contains(cell.id) ?? true) {
            switch screen.ask("Your guess, before it runs (Enter skips): ") {
            case .line(let line): guess = line.trimmed
            case .endOfInput: break
            case .interrupted: return prefill = text
            }
        }
        if !guess.isEmpty { session.keep(.guess(cell: cell.id, text: guess)) }
        switch runCell(text, lessonCell: cell.id) {
        case .finished: break
        case .failed where cell.tags.contains("raises-exception"): break
        default: return
        }
        if !guess.isEmpty { judge(guess, cell) }
        finishCell()
    }

    /// Puts guess and result side by side, and keeps whether they agree.
    private func judge(_ guess: String, _ cell: Lesson.Cell) {
        tell("You guessed: \(guess)")
        let result =
            session.record.cells.last?.events.map { event in
                switch event {
                case .output(let text), .result(let text): text
                default: ""
                }
            }.joined() ?? ""
        var isRight = result.trimmed.lowercased() == guess.lowercased()
        if !isRight {
            switch screen.ask("Were you right? (y/n, Enter skips) ") {
            case .line(let line) where ["y", "yes"].contains(line.trimmed.lowercased()): isRight = true
            case .line(let line) where ["n", "no"].contains(line.trimmed.lowercased()): isRight = false
            default: return
            }
        }
        session.keep(.judged(cell: cell.id, isRight: isRight))
        changeProgress { $0.judge(cell.id, isRight: isRight) }
        let (right, all) = LessonProgress.read(progressFile).tally
        tell("Right \(right) of \(all) times so far.")
    }

    private func finishCell() {
        walk?.finishCurrent()
        saveProgress()
        isCellDone = true
        tell("Enter goes on.")
    }

    /// An empty line right after a cell of the lesson.
    func goOnIfDone() {
        guard isCellDone, walk != nil else { return }
        isCellDone = false
        goOn()
    }

    private func saveProgress() {
        guard let walk else { return }
        changeProgress { entry in
            entry.at = walk.cell?.id
            entry.ran = walk.lesson.cells.map(\.id).filter { walk.done.contains($0) }
        }
    }

    private func changeProgress(_ change: (inout LessonProgress.Entry) -> Void) {
        guard let walk else { return }
        var progress = LessonProgress.read(progressFile)
        change(&progress[walk.lesson.name])
        do { try progress.write(to: progressFile) } catch {
            tell("Progress cannot be kept: \(error.localizedDescription)")
        }
    }

    // MARK: Exercises

    /// Runs an exercise as it was filled in, and has it judged.
    private func attempt(_ exercise: Exercise, _ text: String, _ cell: Lesson.Cell) {
        guard !text.contains(Exercise.blank) else {
            prefill = text
            return tell("Fill in each ___ first: hint (Alt-h) helps, solution (Alt-o) shows it.")
        }
        help.begin(cell.id)
        guard runCell(text, lessonCell: cell.id).isFinished else {
            help.tries += 1
            return prefill = text
        }
        guard let check = exercise.check else { return finishCell() }
        switch screen.whileRunning({ session.runUnrecorded(check, name: "the check") }) {
        case .finished:
            tell("Right.")
            changeProgress { if !$0.solved.contains(cell.id) { $0.solved.append(cell.id) } }
            finishCell()
        case .failed(let failure) where failure.type == "AssertionError":
            help.tries += 1
            tell("Not yet. \(failure.message)")
            if help.tries > 1 { tell("hint (Alt-h) helps, solution (Alt-o) shows it.") }
            prefill = text
        case let ending:
            tell("The check could not use what you wrote:")
            report(ending)
            prefill = text
        }
    }

    private func showHint() {
        guard let cell = walk?.cell, let exercise = cell.exercise else {
            return tell("This cell is no exercise: Enter runs it.")
        }
        help.begin(cell.id)
        let hints = exercise.hints
        let number = min(help.hints, hints.count - 1)
        help.hints = number + 1
        if hints.indices.contains(number) { tell("Hint \(number + 1) of \(hints.count): \(hints[number])") }
        if help.hints == hints.count { tell("solution (Alt-o) shows the answer.") }
        prefill = cell.shown
    }

    private func showSolution() {
        guard let cell = walk?.cell, let exercise = cell.exercise else {
            return tell("This cell is no exercise: Enter runs it.")
        }
        guard !exercise.solution.contains(Exercise.blank) else {
            prefill = cell.shown
            return tell("This lesson came without answers: your teacher has them.")
        }
        changeProgress { if !$0.solved.contains(cell.id), !$0.shown.contains(cell.id) { $0.shown.append(cell.id) } }
        if screen.editor == nil { show(.output(exercise.solution + "\n")) }
        tell("This is one way to do it; Enter runs it.")
        prefill = exercise.solution
    }

    // MARK: Whole lessons

    /// Runs the cells before one again that ran in another session, so that their values are here.
    private func bringLessonBack(before cell: Lesson.Cell) {
        guard let walk else { return }
        let here = Set(session.record.cells.filter { $0.ending == .finished }.compactMap(\.cell.lessonCell))
        let missing = walk.lesson.code.filter {
            $0.number < cell.number && walk.done.contains($0.id) && !here.contains($0.id)
                && !$0.solved.contains(Exercise.blank)
        }
        guard !missing.isEmpty else { return }
        let count = missing.count == 1 ? "1 cell" : "\(missing.count) cells"
        guard isYes(screen.ask("Its values are not in this session. Run the \(count) before it again? (y/n) ")) else {
            return
        }
        for (index, cell) in missing.enumerated() {
            show(.progress(Progress(label: "cell \(cell.number)", done: index, total: missing.count, elapsed: 0)))
            isMuted = true
            let ending = screen.whileRunning { session.runUnrecorded(cell.solved, name: "cell \(cell.number)") }
            isMuted = false
            guard ending.isFinished else {
                show(.progressEnd)
                report(ending)
                return tell("Values of the cells from \(cell.number) on are not here.")
            }
        }
        show(.progressEnd)
        tell("The values are back.")
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
            if cell.kind == .markdown { show(.markdown(cell.source)) }
            guard cell.isStep else { continue }
            show(.output(Self.prompted(cell.shown, number: number)))
            screen.renderer.beginCell(number)
            let ending = screen.whileRunning { scope.runUnrecorded(cell.solved, number: number) }
            screen.renderer.endCell()
            number += 1
            if case .failed = ending, cell.tags.contains("raises-exception") { continue }
            report(ending)
            guard ending.isFinished else { return tell("The lesson stopped at cell \(cell.number).") }
        }
    }
}

/// What a learner has had of help with the exercise at hand.
struct LessonHelp {
    private var exercise = ""
    var hints = 0
    var tries = 0

    /// Starts anew where the exercise is another one.
    mutating func begin(_ id: String) {
        if exercise != id { self = LessonHelp(exercise: id) }
    }

    init() {}

    private init(exercise: String) { self.exercise = exercise }
}

extension String {
    func replacingFirst(_ text: String, with other: String) -> String {
        guard let range = firstRange(of: text) else { return self }
        return String(self[..<range.lowerBound]) + other + self[range.upperBound...]
    }
}
