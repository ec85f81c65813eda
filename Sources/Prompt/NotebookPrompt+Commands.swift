import Display
import Foundation
import Notebook

/// Words and magics that the prompt itself answers.
extension NotebookPrompt {
    /// - Returns: false where the line is a cell.
    func runCommand(_ line: String) -> Bool {
        let (word, rest) = line.splitWord
        switch word {
        case "help" where rest.isEmpty, "?" where rest.isEmpty: show(.markdown(Guide.newcomer))
        case "exit" where rest.isEmpty, "quit" where rest.isEmpty: status = 0
        case "lesson" where !rest.hasPrefix("=") && !rest.hasPrefix("("): openLesson(rest)
        case "clear" where rest.isEmpty && !isVariable(word):
            Output.standard(screen.editor == nil ? "" : "\u{1B}[H\u{1B}[2J")
        case "quiz" where isFree(word, rest): openQuiz(rest)
        case "report" where isFree(word, rest): writeReport(rest)
        case _ where word.hasPrefix("%"): return runMagic(String(word.dropFirst()), rest)
        case _ where isBareMagic(word, rest):
            if !runMagic(word, rest) { runCell("%" + line) }
        default: return isLessonWord(word, rest) && runLessonWord(word, rest)
        }
        return true
    }

    /// Words that mean a magic without its `%`, as in IPython, where no variable has that name.
    private static let bareMagics: Set<String> = [
        "cat", "cd", "conda", "cp", "edit", "env", "history", "less", "ll", "ls", "lsmagic", "mkdir", "more", "mv",
        "pip",
        "pwd", "recall", "restore", "rm", "rmdir", "run", "save", "sessions", "time", "timeit", "who", "whos",
    ]

    private func isBareMagic(_ word: String, _ rest: String) -> Bool {
        guard Self.bareMagics.contains(word), !isVariable(word) else { return false }
        // `time = 3`, `run(x)`, `env.x`: Python, which a magic's arguments never look like.
        guard let first = rest.first else { return true }
        return !"=([.,:+*/<>|&^%@!)]}".contains(first)
            && !["in ", "is ", "and ", "or ", "not ", "if "].contains { rest.hasPrefix($0) }
    }

    private func isVariable(_ word: String) -> Bool { (session.names() ?? []).contains(word) }

    /// Whether a word is a command: it is no variable's name, and what follows is a word rather than code.
    private func isFree(_ word: String, _ rest: String) -> Bool {
        guard !rest.hasPrefix("=") && !rest.hasPrefix("(") && !rest.hasPrefix(".") else { return false }
        return !(session.names() ?? []).contains(word)
    }

    private func runMagic(_ name: String, _ rest: String) -> Bool {
        switch name {
        case "help", "magic", "quickref": show(.markdown(Guide.commands))
        case "history", "hist": showHistory(rest)
        case "save", "export", "notebook": save(rest)
        case "load": load(rest)
        case "recall", "rep": recall(rest)
        case "edit", "ed": edit(rest)
        case "run": runFile(rest)
        case "restore": restore(rest)
        case "sessions": showSessions()
        case "reset", "restart": reset(rest)
        case "quiz": openQuiz(rest)
        case "report": writeReport(rest)
        default: return runLessonWord(name, rest)
        }
        return true
    }

    // MARK: The record

    /// `%history`, `%history 3-5`, `%history -g TEXT` over all sessions.
    private func showHistory(_ argument: String) {
        let (option, text) = argument.splitWord
        if option == "-g" {
            let found = screen.history.cells.filter { text.isEmpty || $0.contains(text) }
            if found.isEmpty { return tell("No cell of any session has \(text) in it.") }
            return show(.output(found.suffix(100).map { $0 + "\n" }.joined(separator: "\n")))
        }
        let words = argument.split(separator: " ").filter { !$0.hasPrefix("-") }
        let bounds = words.first?.split(separator: "-").compactMap { Int($0) } ?? []
        let wanted = bounds.isEmpty ? 0...Int.max : bounds[0]...max(bounds[0], bounds.last ?? bounds[0])
        let cells = session.record.cells.filter { wanted.contains($0.number) }
        if cells.isEmpty { return tell("No cell has run yet. %history -g TEXT looks through earlier sessions.") }
        for cell in cells { show(.output(Self.prompted(cell.source, number: cell.number))) }
    }

    /// A cell as it stands behind its prompt.
    static func prompted(_ source: String, number: Int) -> String {
        let label = "In [\(number)]: "
        let dots = String(repeating: " ", count: max(0, label.count - 5)) + "...: "
        return label + source.replacing("\n", with: "\n" + dots) + "\n"
    }

    private func save(_ argument: String) {
        let path = expand(argument)
        guard path.hasSuffix(".ipynb") || path.hasSuffix(".py") else {
            return tell("Say where to: %save notes.ipynb (with outputs) or %save notes.py.")
        }
        do {
            try session.record.document().write(to: path)
            trust.trust(file: path)
            let count = session.record.cells.count
            tell("\(path): \(count) cell\(count == 1 ? "" : "s") written.")
        } catch {
            tell("\(error)")
        }
    }

    private func cell(_ argument: String) -> SessionRecord.Cell? {
        if argument.isEmpty { return session.record.cells.last }
        return Int(argument).flatMap { number in session.record.cells.last { $0.number == number } }
    }

    private func recall(_ argument: String) {
        guard let cell = cell(argument) else { return tell("There is no cell \(argument). %history lists them.") }
        prefill = cell.source
        if screen.editor == nil { show(.output(cell.source + "\n")) }
    }

    // MARK: Files

    private func load(_ argument: String) {
        do throws(NotebookFileError) {
            let document = try NotebookDocument.open(expand(argument))
            prefill = document.cells.filter { $0.kind == .code }.map(\.source).joined(separator: "\n\n")
        } catch {
            tell("\(error)")
        }
    }

    private func runFile(_ argument: String) {
        do throws(NotebookFileError) {
            let path = expand(argument)
            let cells = try NotebookDocument.open(path).cells.filter { $0.kind == .code && !$0.source.trimmed.isEmpty }
            guard mayRun(path, cells) else { return }
            for cell in cells {
                show(.output(Self.prompted(cell.source, number: session.nextNumber)))
                guard runCell(cell.source).isFinished else { return }
            }
        } catch {
            tell("\(error)")
        }
    }

    private var trust: TrustStore { TrustStore(stateFolder: options.stateFolder) }

    /// Asks once about a file that was not made here and does something outside of the notebook.
    private func mayRun(_ path: String, _ cells: [DocumentCell]) -> Bool {
        let effects = cells.enumerated().compactMap { index, cell in
            OutsideEffects.of(cell.source).map { "cell \(index + 1) \($0)" }
        }
        let data = FileManager.default.contents(atPath: path) ?? Data()
        guard !effects.isEmpty, !trust.trusts(data) else { return true }
        tell("\(path) was not made here: \(effects.joined(separator: ", ")).")
        guard isYes(screen.ask("Run it? (y/n) ")) else { return false }
        trust.trust(data, name: path)
        return true
    }

    private func edit(_ argument: String) {
        let text = argument.isEmpty ? "" : cell(argument)?.source ?? ""
        let editor = options.environment["VISUAL"] ?? options.environment["EDITOR"] ?? "vi"
        let path = NSTemporaryDirectory() + "/nuthatch-\(ProcessInfo.processInfo.processIdentifier).py"
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            defer { try? FileManager.default.removeItem(atPath: path) }
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "\(editor) \"$1\"", "sh", path]
            screen.editor?.release()
            try process.run()
            process.waitUntilExit()
            prefill = try String(contentsOfFile: path, encoding: .utf8).trimmingCharacters(in: .newlines)
        } catch {
            tell("\(editor) cannot be opened: \(error)")
        }
    }

    /// A path as people give it: quoted, with `~`, as `file://`.
    func expand(_ argument: String) -> String {
        var path = argument.trimmed
        if path.count >= 2, let first = path.first, first == path.last, first == "'" || first == "\"" {
            path = String(path.dropFirst().dropLast())
        }
        if path.hasPrefix("file://") { path = URL(string: path)?.path ?? path }
        return path == "~" || path.hasPrefix("~/") ? options.home + path.dropFirst() : path
    }

    // MARK: The evaluator

    private func reset(_ argument: String) {
        if argument != "-f" {
            guard isYes(screen.ask("Forget all values? Cells and outputs stay. (y/n) ")) else { return }
        }
        do {
            try session.replaceEvaluator(reason: "reset")
            tell("All values are forgotten.")
        } catch {
            tell("\(error)")
        }
    }

    func isYes(_ answer: InputAnswer) -> Bool {
        guard case .line(let line) = answer else { return false }
        return ["y", "yes"].contains(line.trimmed.lowercased())
    }
}

extension String {
    /// The first word, and what follows it.
    var splitWord: (word: String, rest: String) {
        let word = prefix { !$0.isWhitespace }
        return (String(word), String(dropFirst(word.count)).trimmed)
    }
}
