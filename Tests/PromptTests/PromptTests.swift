import Foundation
import Notebook
import TerminalTesting
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The whole program on a pseudo-terminal: keys in, screen out.
@Suite(.serialized) struct PromptTests {
    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/prompt-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func start(width: Int = 80, height: Int = 24, _ arguments: String..., environment: [String] = []) throws
        -> PseudoTerminal
    {
        let terminal = try PseudoTerminal(
            "nuthatch", width: width, height: height, arguments: arguments,
            environment: ["HOME=\(folder)", "NUTHATCH_STATE=\(folder)/state"] + environment)
        terminal.wait(for: "In [1]:")
        return terminal
    }

    private var sessions: [SessionRecord] {
        get throws {
            try SessionStore(folder: folder + "/state/sessions").entries().map {
                SessionRecord(try JournalFile.read($0.path).records)
            }
        }
    }

    @Test func cellsRunAndAreKept() throws {
        let terminal = try start()
        terminal.send("1 + 1\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.screen.lines.contains("Out[1]: 2"))
        terminal.send("x = 20\rprint(x * 2)\r")
        terminal.wait(for: "In [4]:")
        #expect(terminal.screen.lines.contains("40"))
        terminal.send("\u{4}")
        #expect(terminal.status() == 0)
        let record = try #require(try sessions.first)
        #expect(record.cells.map(\.source) == ["1 + 1", "x = 20", "print(x * 2)"])
        #expect(record.cells.map(\.ending) == [.finished, .finished, .finished])
        #expect(record.cells[2].events == [.output("40\n")])
        // Left in order, it is not offered again.
        #expect(SessionStore(folder: folder + "/state/sessions").unfinished() == nil)
    }

    @Test func errorsAreShownAndThePromptLives() throws {
        let terminal = try start()
        terminal.send("lern\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.screen.text.contains("NameError: name 'lern' is not defined"))
        #expect(terminal.screen.text.contains("^~~~"))
        terminal.send("5\r")
        terminal.wait(for: "In [3]:")
        #expect(terminal.screen.lines.contains("Out[2]: 5"))
    }

    @Test func controlCStopsALoopAtOnce() throws {
        let terminal = try start()
        terminal.send("print('begun')\u{1B}\rwhile True: pass\r\r")
        terminal.wait("the loop") { $0.lines.contains("begun") }
        let begin = Date()
        terminal.send("\u{3}")
        terminal.wait(for: "In [2]:")
        #expect(Date().timeIntervalSince(begin) < 0.3)
        #expect(terminal.screen.lines.contains("KeyboardInterrupt"))
        terminal.send("7\r")
        terminal.wait(for: "In [3]:")
        #expect(terminal.screen.lines.contains("Out[2]: 7"))
    }

    @Test func controlCStopsAFloodOfOutput() throws {
        let terminal = try start()
        terminal.send("while True: print('flood ' * 10)\r\r")
        terminal.wait("the flood") { $0.text.contains("flood flood") }
        let begin = Date()
        terminal.send("\u{3}")
        terminal.wait(for: "In [2]:")
        #expect(Date().timeIntervalSince(begin) < 1)
    }

    @Test func aCellAsksAndControlCAnswersIt() throws {
        let terminal = try start()
        terminal.send("input('name? ')\r")
        terminal.wait(for: "name?")
        terminal.send("kestrel\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.screen.lines.contains("Out[1]: 'kestrel'"))
        terminal.send("input('again? ')\r")
        terminal.wait(for: "again?")
        terminal.send("\u{3}")
        terminal.wait(for: "In [3]:")
        #expect(terminal.screen.text.contains("KeyboardInterrupt"))
    }

    @Test func aKilledEvaluatorIsReplacedAndItsValuesComeBack() throws {
        let terminal = try start()
        terminal.send("x = 41\rimport os\r")
        terminal.wait(for: "In [3]:")
        kill(try #require(evaluators(of: terminal.process).first), SIGKILL)
        terminal.wait("the notice") {
            $0.text.contains("The evaluator is gone: it was killed") && $0.text.hasSuffix("In [3]:")
        }
        terminal.send("x\r")
        terminal.wait(for: "In [4]:")
        #expect(terminal.screen.text.contains("NameError"))
        terminal.send("%restore\r")
        terminal.wait(for: "(y/n)")
        terminal.send("y\r")
        terminal.wait("values") { $0.text.contains("All values are back.") }
        terminal.send("x + 1\r")
        terminal.wait(for: "In [5]:")
        #expect(terminal.screen.lines.contains("Out[4]: 42"))
    }

    @Test func killedInTheMiddleOfACellItSaysSo() throws {
        let terminal = try start()
        terminal.send("print('begun')\u{1B}\rwhile True: pass\r\r")
        terminal.wait("the loop") { $0.lines.contains("begun") }
        kill(try #require(evaluators(of: terminal.process).first), SIGSEGV)
        terminal.wait(for: "In [2]:")
        #expect(terminal.screen.text.contains("The evaluator is gone: it crashed (signal 11"))
        terminal.send("3\r")
        terminal.wait(for: "In [3]:")
        #expect(terminal.screen.lines.contains("Out[2]: 3"))
    }

    @Test func anEvaluatorThatDoesNotAnswerIsEndedByTheThirdControlC() throws {
        let terminal = try start()
        terminal.send("print('begun')\u{1B}\rwhile True: pass\r\r")
        terminal.wait("the loop") { $0.lines.contains("begun") }
        kill(try #require(evaluators(of: terminal.process).first), SIGSTOP)
        terminal.send("\u{3}")
        terminal.wait("the explanation") { $0.text.contains("inside one long native operation") }
        terminal.send("\u{3}")
        terminal.wait("the warning") { $0.text.contains("Ctrl-C once more ends the evaluator") }
        terminal.send("\u{3}")
        terminal.wait(for: "In [2]:")
        terminal.send("3\r")
        terminal.wait(for: "In [3]:")
        #expect(terminal.screen.lines.contains("Out[2]: 3"))
    }

    /// The prompt is killed at many moments: what had been shown or was about to run is in the journal.
    @Test func aKilledPromptLosesNothing() throws {
        for round in 0..<12 {
            let terminal = try start()
            terminal.send("value = \(round)\rprint('shown', value)\r")
            terminal.wait(for: "In [3]:")
            terminal.send("print(*range(\(round * 20 + 1)), sep='\\n')\u{1B}\rwhile True: pass\r\r")
            if round % 3 > 0 { terminal.wait("output") { $0.lines.contains("\(round * 20)") } }
            terminal.signal(SIGKILL)
            #expect(terminal.status() == 128 + SIGKILL)
            let store = SessionStore(folder: folder + "/state/sessions")
            let entry = try #require(store.unfinished())
            let record = SessionRecord(try JournalFile.read(entry.path).records)
            #expect(record.cells.prefix(2).map(\.source) == ["value = \(round)", "print('shown', value)"])
            #expect(record.cells[1].events == [.output("shown \(round)\n")])
            #expect(record.cells[1].ending == .finished)
            // Everything on the screen was in the journal before.
            if round % 3 > 0 {
                let numbers = (0...(round * 20)).map { "\($0)\n" }.joined()
                #expect(record.cells.last?.events == [.output(numbers)])
            }
            store.finish(entry.path)
        }
    }

    @Test func theNextStartOffersTheUnfinishedSession() throws {
        do {
            let terminal = try start()
            terminal.send("x = 6\rprint('hello', x)\r")
            terminal.wait(for: "In [3]:")
            terminal.signal(SIGKILL)
            _ = terminal.status()
        }
        let terminal = try start()
        #expect(terminal.screen.text.contains("did not end: %restore brings it back"))
        terminal.send("%restore\r")
        terminal.wait(for: "(y/n)")
        #expect(terminal.screen.text.contains("In [2]: print('hello', x)\nhello 6"))
        terminal.send("y\r")
        terminal.wait(for: "In [3]:")
        terminal.send("x * 7\r")
        terminal.wait(for: "In [4]:")
        #expect(terminal.screen.lines.contains("Out[3]: 42"))
    }

    @Test func cellsWithEffectsAreAskedAbout() throws {
        let terminal = try start()
        terminal.send("x = 1\r!echo ran >> \(folder)/log\r")
        terminal.wait(for: "In [3]:")
        terminal.send("%restore\r")
        terminal.wait(for: "(y/n)")
        terminal.send("y\r")
        terminal.wait("the question") { $0.text.contains("In [2] runs a shell command. Run it again too? (y/n)") }
        terminal.send("n\r")
        terminal.wait("the end") { $0.text.contains("Left out: In [2].") }
        #expect(try String(contentsOfFile: folder + "/log", encoding: .utf8) == "ran\n")
    }

    @Test func aSessionIsSavedAsANotebook() throws {
        let terminal = try start()
        terminal.send("1 + 1\r%save \(folder)/s.ipynb\r")
        terminal.wait("the notice") { $0.text.contains("1 cell written") }
        let document = try NotebookDocument.open(folder + "/s.ipynb")
        #expect(document.cells.map(\.source) == ["1 + 1"])
        #expect(document.cells[0].outputs.count == 1)
    }

    @Test func completionAndHelpComeFromTheEvaluator() throws {
        let terminal = try start()
        terminal.send("kestrel = 1\rkest\t")
        terminal.wait(for: "In [2]: kestrel")
        terminal.send("\rkestrel?\r")
        terminal.wait(for: "In [4]:")
        #expect(terminal.screen.text.contains("int"))
        terminal.send("help\r")
        terminal.wait("the guide") { $0.text.contains("A first look") || $0.text.contains("All such commands") }
    }

    @Test(arguments: [40, 300]) func narrowAndWideScreens(width: Int) throws {
        let terminal = try start(width: width, height: 40)
        terminal.send("help\r")
        terminal.wait("the prompt again") { $0.text.hasSuffix("In [1]:") && $0.text.contains("%restore") }
        terminal.send("'\(String(repeating: "ab ", count: 60))'\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.screen.stream.contains("Out[1]: 'ab ab"))
    }

    @Test func plainHasNoEscapeSequences() throws {
        let terminal = try start("--plain")
        terminal.send("1 + 1\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.screen.sequences.isEmpty)
        #expect(terminal.screen.text.contains("Out[1]: 2"))
        terminal.send("while True: pass\r\r")
        usleep(200_000)
        terminal.send("\u{3}")
        terminal.wait(for: "In [3]:")
        #expect(terminal.screen.text.contains("KeyboardInterrupt"))
    }

    @Test func lessonsAreSteppedThrough() throws {
        let lesson = folder + "/birds.py"
        try Data(
            """
            # %% [markdown]
            # # Birds

            # %% id="one"
            x = 20

            # %% [markdown]
            # Now *double* it.

            # %% id="two" tags=["guess"]
            x * 2

            """.utf8
        ).write(to: URL(fileURLWithPath: lesson))
        let terminal = try start()
        terminal.send("lesson \(lesson)\r")
        terminal.wait(for: "In [1]: x = 20")
        #expect(terminal.screen.text.contains("Birds"))
        terminal.send("\r")
        terminal.wait(for: "In [2]:")
        terminal.send("\r")
        terminal.wait(for: "In [2]: x * 2")
        #expect(terminal.screen.text.contains("Now double it."))
        terminal.send("\r")
        terminal.wait { $0.text.hasSuffix("(Enter skips):") }
        terminal.send("forty\r")
        terminal.wait { $0.text.hasSuffix("Were you right? (y/n, Enter skips)") }
        #expect(terminal.screen.text.contains("Out[2]: 40\nYou guessed: forty"))
        terminal.send("y\r")
        terminal.wait(for: "In [3]:")
        #expect(terminal.screen.text.contains("Right 1 of 1 times so far."))
        terminal.send("\u{1B}n")
        terminal.wait("the end") { $0.text.contains("The lesson is over, and every cell ran.") }
        // `next(…)` stays Python's, and a variable of that name is one.
        terminal.send("next(iter([5]))\r")
        terminal.wait(for: "In [4]:")
        #expect(terminal.screen.lines.contains("Out[3]: 5"))
        terminal.send("back = 9\rback\r")
        terminal.wait(for: "In [6]:")
        #expect(terminal.screen.lines.contains("Out[5]: 9"))
        let progress = try String(contentsOfFile: folder + "/state/progress.txt", encoding: .utf8)
        #expect(progress.contains("birds: ran one two; right two"))
        #expect(try sessions.first?.cells[1].guess == "forty")
        #expect(try sessions.first?.cells[1].isGuessRight == true)
    }

    @Test func anExerciseIsJudgedHintedAndSolved() throws {
        let lesson = folder + "/squares.py"
        try Data(
            """
            # %% [markdown]
            # # Squares

            # %% id="square" tags=["exercise"]
            #| blank: x ** 2
            #| hint: Which power?
            #| hint: `**` is power.
            #| wrong: x * 2 => doubled
            def square(x):
                return x ** 2

            # %% id="square-check" tags=["check"]
            assert square(3) != 6, 'That is x doubled.'
            assert square(3) == 9, 'The square of 3 is 9.'

            # %% id="after"
            square(5)

            """.utf8
        ).write(to: URL(fileURLWithPath: lesson))
        let terminal = try start()
        terminal.send("lesson \(lesson)\r")
        terminal.wait(for: "return ___")
        #expect(terminal.screen.text.contains("Fill in each ___"))
        terminal.send("hint\r")
        terminal.wait("a hint") { $0.text.contains("Hint 1 of 2: Which power?") }
        terminal.wait(for: "return ___")
        terminal.send("\u{1B}h")
        terminal.wait("another hint") { $0.text.contains("Hint 2 of 2: `**` is power.") }
        terminal.wait(for: "return ___")
        terminal.send("x * 2\r")
        terminal.wait("the mistake's own words") { $0.text.contains("Not yet. That is x doubled.") }
        terminal.send("\u{1B}o")
        terminal.wait("the solution") { $0.text.contains("return x ** 2") }
        terminal.send("\r")
        terminal.wait("the verdict") { $0.text.contains("Right.") }
        terminal.send("\u{1B}n")
        terminal.wait(for: "square(5)")
        terminal.send("where\r")
        terminal.wait("the place") { $0.text.contains("Exercises solved: 1 of 1.") }
        let progress = try String(contentsOfFile: folder + "/state/progress.txt", encoding: .utf8)
        #expect(progress.contains("squares: at after; ran square; solved square; shown square"))
        terminal.send("\u{15}lesson \(lesson)\r")
        terminal.wait("the place again") { $0.text.contains("You were at cell 4 of 4.") }
    }

    /// Children of the prompt that run this program.
    private func evaluators(of process: pid_t) throws -> [pid_t] {
        try String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
            .split(separator: " ").compactMap { pid_t($0) }
    }
}
