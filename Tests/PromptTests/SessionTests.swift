import Foundation
import Notebook
import TerminalTesting
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Sessions beside each other, on other machines, and where nothing can be written.
@Suite(.serialized) struct SessionTests {
    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/session-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func start(_ arguments: [String] = [], state: String? = nil) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            "nuthatch", width: 100, height: 40, arguments: arguments,
            environment: ["HOME=\(folder)", "NUTHATCH_STATE=\(state ?? folder + "/state")", "EDITOR=false"])
        terminal.wait(for: "In [1]:")
        return terminal
    }

    @Test func whatWasTypedAndNotRunComesBack() throws {
        let terminal = try start()
        terminal.send("x = 5\rfor i in range(3):\rprint(i")
        terminal.wait("the text") { $0.text.hasSuffix("print(i") }
        terminal.signal(SIGKILL)
        _ = terminal.status()
        let next = try start()
        next.send("%restore\r")
        next.wait("the question") { $0.text.hasSuffix("(y/n)") }
        next.send("y\r")
        next.wait("the text") { $0.text.hasSuffix("In [2]: for i in range(3):\n   ...:     print(i") }
    }

    @Test func aSessionInWhichNothingRanLeavesNothing() throws {
        let terminal = try start()
        terminal.send("abandoned")
        terminal.wait("the text") { $0.text.hasSuffix("abandoned") }
        terminal.send("\u{3}\u{4}")
        #expect(terminal.status() == 0)
        #expect(SessionStore(folder: folder + "/state/sessions").entries().isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/state/sessions").isEmpty)
    }

    /// A window that is closed enters nothing and ends no session.
    @Test func aTerminalThatIsGoneRunsNothing() throws {
        let terminal = try start()
        terminal.send("open('\(folder)/ran', 'w')")
        terminal.wait("the text") { $0.text.hasSuffix("'w')") }
        terminal.hangUp()
        #expect(terminal.status() == 0)
        #expect(!FileManager.default.fileExists(atPath: folder + "/ran"))
        let next = try start()
        next.send("%restore\r")
        next.wait("the text") { $0.text.hasSuffix("In [1]: open('\(folder)/ran', 'w')") }
    }

    @Test func twoSessionsAtOnceKeepBothHistories() throws {
        let (first, second) = (try start(), try start())
        for number in 1...5 {
            first.send("first = \(number)\r")
            second.send("second = \(number)\r")
        }
        first.wait(for: "In [6]:")
        second.wait(for: "In [6]:")
        first.send("\u{4}")
        second.send("\u{4}")
        #expect(first.status() == 0 && second.status() == 0)
        let store = SessionStore(folder: folder + "/state/sessions")
        let records = try store.entries().map { SessionRecord(try JournalFile.read($0.path).records) }
        #expect(
            Set(records.map { $0.cells.map(\.source) })
                == Set(["first", "second"].map { name in (1...5).map { "\(name) = \($0)" } }))
        let next = try start()
        next.send("%history -g =\r")
        next.wait("both histories") { screen in
            (1...5).allSatisfy { screen.text.contains("first = \($0)") && screen.text.contains("second = \($0)") }
        }
    }

    @Test func withoutAPlaceForTheSessionItGoesOnAndSaysSo() throws {
        // Not even the administrator makes folders there.
        let terminal = try start(state: "/proc/nuthatch")
        terminal.send("6 * 7\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.screen.text.contains("This session cannot be kept: /proc/nuthatch/sessions"))
        #expect(terminal.screen.lines.contains("Out[1]: 42"))
        terminal.send("2\r%save \(folder)/kept.ipynb\r")
        terminal.wait("the notice") { $0.text.contains("2 cells written") }
        // Said once.
        #expect(terminal.screen.text.components(separatedBy: "cannot be kept").count == 2)
    }

    @Test func cellsRunOnAnotherMachine() throws {
        let program = PseudoTerminal.folder + "/nuthatch"
        let terminal = try start(["--on", "cmd:\(program) evaluator"])
        #expect(terminal.screen.text.contains("Cells run on cmd:"))
        terminal.send("x = 5; x + 1\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.screen.lines.contains("Out[1]: 6"))
        let children = try String(
            contentsOfFile: "/proc/\(terminal.process)/task/\(terminal.process)/children", encoding: .utf8)
        // The shell of the command, and what it started.
        kill(-(try #require(children.split(separator: " ").compactMap { pid_t($0) }.first)), SIGKILL)
        terminal.wait("the notice") { $0.stream.contains("is lost: it was killed") }
        terminal.send("2\r")
        terminal.wait(for: "In [3]:")
        #expect(terminal.screen.lines.contains("Out[2]: 2"))
    }

    @Test func aMachineThatIsNotReachedIsNotTriedOverAndOver() throws {
        let terminal = try start(["--on", "cmd:echo attempt >> \(folder)/attempts; exit 7"])
        terminal.wait("the notice") { $0.text.contains("The next cell tries again.") }
        #expect(terminal.screen.stream.contains("it ended with status 7"))
        terminal.send("1\r")
        terminal.wait(for: "In [2]:")
        let attempts = try String(contentsOfFile: folder + "/attempts", encoding: .utf8)
        #expect(attempts == "attempt\nattempt\n")
        terminal.send("%save \(folder)/kept.py\r")
        terminal.wait("the notice") { $0.text.contains("1 cell written") }
    }

    @Test func magicsWorkWithoutTheirSign() throws {
        let terminal = try start()
        terminal.send("who = 3\rwho\rx = 4\rwhos\r")
        terminal.wait(for: "In [5]:")
        #expect(terminal.screen.lines.contains("Out[2]: 3"))
        #expect(terminal.screen.text.contains("x         int           4"))
        terminal.send("_2, _, In[1], Out[2]\r")
        terminal.wait(for: "In [6]:")
        #expect(terminal.screen.text.contains("(3, 3, 'who = 3', 3)"))
        terminal.send("pwd\r")
        terminal.wait(for: "In [7]:")
        #expect(terminal.screen.text.contains("Out[6]: '/"))
    }
}
