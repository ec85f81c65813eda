import Foundation
import TerminalTesting
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

private let up = "\u{1B}[A"
private let down = "\u{1B}[B"
private let left = "\u{1B}[D"

/// The prompt on a real pseudo-terminal: keys in, screen out.
@Suite(.serialized) struct EditorTests {
    private func start(
        width: Int = 60, height: Int = 20, history: String? = nil, _ options: String...
    ) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            width: width, height: height, arguments: [history ?? "/dev/null"] + options)
        terminal.wait(for: "In [1]:")
        return terminal
    }

    private func paste(_ text: String) -> String { "\u{1B}[200~" + text + "\u{1B}[201~" }

    private func temporaryFile() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("history-\(UUID().uuidString)").path
    }

    @Test func completeLineRuns() throws {
        let terminal = try start()
        terminal.send("1 + 1\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.cells == ["1 + 1"])
        #expect(terminal.screen.lines[0] == "In [1]: 1 + 1")
    }

    @Test func blockGoesOnUntilAnEmptyLine() throws {
        let terminal = try start()
        terminal.send("for i in range(3):\rprint(i)\r\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.cells == ["for i in range(3):\n    print(i)"])
        #expect(terminal.screen.lines[1] == "   ...:     print(i)")
    }

    @Test func aGivenBlockRunsAtOnceUntilItIsChanged() throws {
        let block = "for i in range(3):\n    print(i)"
        let terminal = try PseudoTerminal(environment: ["PROBE_TEXT=\(block)"])
        terminal.wait(for: "print(i)")
        terminal.send("\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.cells == [block])
        let changed = try PseudoTerminal(environment: ["PROBE_TEXT=\(block)"])
        changed.wait(for: "print(i)")
        changed.send(" + 1\rprint()\r\r")
        changed.wait(for: "In [2]:")
        #expect(changed.cells == [block + " + 1\n    print()"])
    }

    @Test func typingTakesABlanksPlaceAndReturnRunsItFromAnywhere() throws {
        let cell = "def f(x):\n    return ___\nf(1)"
        let environment = ["PROBE_TEXT": cell, "PROBE_BLANK": "___"].map { "\($0)=\($1)" }
        let terminal = try PseudoTerminal(environment: environment)
        terminal.wait(for: "f(1)")
        terminal.send("x + 1\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.cells == ["def f(x):\n    return x + 1\nf(1)"])
        // One key at a time, and behind the blank.
        let other = try PseudoTerminal(environment: environment)
        other.wait(for: "f(1)")
        for key in ["\u{1B}[F", "7", "8", "\r"] {
            other.send(key)
            if key != "\r" { other.wait { _ in true } }
        }
        other.wait(for: "In [2]:")
        #expect(other.cells == ["def f(x):\n    return 78\nf(1)"])
    }

    @Test func altReturnAlwaysOpensALine() throws {
        let terminal = try start()
        terminal.send("a = 1\u{1B}\rb = 2\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.cells == ["a = 1\nb = 2"])
    }

    @Test func editingALineAbove() throws {
        let terminal = try start()
        terminal.send("a = 1\u{1B}\rb = 2\(up)0\(down)5\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.cells == ["a = 10\nb = 25"] || terminal.cells == ["a = 10\nb = 2\n5"])
    }

    @Test func upTakesCellsWhole() throws {
        let terminal = try start()
        terminal.send("a = 1\u{1B}\rb = 2\rc = 3\r")
        terminal.wait(for: "In [3]:")
        terminal.send(up + up)
        terminal.wait { $0.lines.contains("In [3]: a = 1") && $0.text.hasSuffix("   ...: b = 2") }
        terminal.send(down)
        terminal.wait(for: "In [3]: c = 3")
        terminal.send(up + "\r")
        terminal.wait(for: "In [4]:")
        #expect(terminal.cells == ["a = 1\nb = 2", "c = 3", "a = 1\nb = 2"])
    }

    @Test func upKeepsToThePrefixTyped() throws {
        let terminal = try start()
        terminal.send("print(1)\rlen('a')\r")
        terminal.wait(for: "In [3]:")
        terminal.send("pri" + up)
        terminal.wait(for: "In [3]: print(1)")
        terminal.send(down)
        terminal.wait(for: "In [3]: pri")
    }

    @Test func searchFindsWholeCells() throws {
        let terminal = try start()
        terminal.send("x = [1,\r2]\rlen(x)\r")
        terminal.wait(for: "In [3]:")
        terminal.send("\u{12}[1,")
        terminal.wait { $0.text.contains("reverse-i-search)`[1,': x = [1,") }
        terminal.send("\r")
        terminal.wait(for: "In [4]:")
        #expect(terminal.cells.last == terminal.cells.first)
    }

    @Test func interruptLeavesTheTextAndBeginsAnew() throws {
        let terminal = try start()
        terminal.send("half of a (\u{3}")
        terminal.wait { $0.lines[0] == "In [1]: half of a (^C" && $0.lines[1] == "In [1]:" }
        terminal.send("1\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.cells == ["1"])
    }

    @Test func signalInterruptsToo() throws {
        let terminal = try start()
        terminal.send("abc")
        terminal.wait(for: "abc")
        terminal.signal(SIGINT)
        terminal.wait { $0.lines[0] == "In [1]: abc^C" && $0.lines[1] == "In [1]:" }
    }

    @Test func endOnlyOnAnEmptyLine() throws {
        let terminal = try start()
        terminal.send("abc\u{1}\u{4}\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.cells == ["bc"])
        terminal.send("\u{4}")
        terminal.wait(for: "<end>")
    }

    @Test func endAsksOnceWhereALessonIsOpen() throws {
        let terminal = try start(history: nil, "end")
        terminal.send("\u{4}")
        terminal.wait { $0.lines[0].hasPrefix("A lesson is open") && $0.lines[1] == "In [1]:" }
        terminal.send("\u{4}")
        terminal.wait(for: "<end>")
    }

    @Test func pasteOfManyLinesIsOneEdit() throws {
        let terminal = try start(height: 12)
        let lines = (0..<200).map { $0 % 9 == 8 ? "" : "x\($0) = [\($0),\t'\($0)']" }
        terminal.send(paste(lines.joined(separator: "\r\n")))
        terminal.wait(for: "x199 = [199,    '199']")
        #expect(terminal.cells.isEmpty)
        terminal.send("\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.cells == [lines.joined(separator: "\n")])
    }

    @Test func pastedPathStaysAsItIs() throws {
        let terminal = try start()
        terminal.send(paste("'/home/me/My Photos/bird 1.jpg'") + "\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.cells == ["'/home/me/My Photos/bird 1.jpg'"])
    }

    @Test func tabInsertsTheCommonPartThenShowsThenChooses() throws {
        let terminal = try start()
        terminal.send("lea\t")
        terminal.wait { $0.lines[0] == "In [1]: learn" && $0.lines[1].hasPrefix("learn") }
        terminal.send("\t\t")
        terminal.wait { $0.lines[0] == "In [1]: learning_rate" && $0.text.contains("doc of learning_rate") }
        terminal.send("\r.x")
        terminal.wait { $0.text == "In [1]: learning_rate.x" }
    }

    @Test func tabInAStringCompletesPaths() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("birds"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let terminal = try start(width: 120)
        terminal.send("open('\(folder.path)/bi\t")
        terminal.wait(for: "/birds/")
    }

    @Test func wideCharactersAreOneStepEach() throws {
        let terminal = try start(width: 40)
        terminal.send("'日本🐦e\u{301}'")
        terminal.wait(for: "'日本🐦e\u{301}'")
        #expect(terminal.screen.column == 8 + 9)
        terminal.send(left + left + "\u{7F}")
        terminal.wait(for: "'日本e\u{301}'")
        terminal.send("\u{5}\u{7F}\u{7F}'\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.cells == ["'日本'"])
    }

    @Test(arguments: [40, 80, 200, 300]) func longLinesWrapAndComeBack(width: Int) throws {
        let terminal = try start(width: width)
        let line = "x = '" + String(repeating: "abcdefghi ", count: 40) + "'"
        terminal.send(line)
        let rows = (line.count + width - 10) / (width - 9)
        terminal.wait { screen in
            screen.lines[..<rows].map { $0.count < 8 ? "" : $0.dropFirst(8).padding(width - 9) }.joined()
                .hasPrefix(line)
        }
        terminal.send("\u{15}ok\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.cells == ["ok"])
        #expect(terminal.screen.lines[0] == "In [1]: ok")
    }

    @Test func resizeKeepsTheText() throws {
        let terminal = try start(width: 80)
        terminal.send("a = 'one two three four five six'")
        terminal.wait(for: "six'")
        terminal.resize(width: 120, height: 30)
        terminal.wait { $0.text == "In [1]: a = 'one two three four five six'" }
        terminal.send(" + b\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.cells == ["a = 'one two three four five six' + b"])
    }

    @Test func textTypedWhileACellRunsIsKept() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        defer { ends.forEach { close($0) } }
        let terminal = try PseudoTerminal(environment: ["PROBE_WIRE=\(ends[0])"], inherited: [ends[0]])
        terminal.wait(for: "In [1]:")
        terminal.send("wait\r")
        terminal.wait(for: "<running>")
        terminal.send("later")
        write(ends[1], "go", 2)
        terminal.wait(for: "In [2]: later")
        #expect(terminal.screen.text.components(separatedBy: "later").count == 2)
    }

    @Test func altLetterRunsItsCommandAndKeepsTheText() throws {
        let terminal = try start(history: nil, "alt")
        terminal.send("draft\u{1B}n")
        terminal.wait { $0.lines[0] == "<command next>" && $0.lines[1] == "In [1]: draft" }
    }

    @Test func answersAreNoCells() throws {
        let history = temporaryFile()
        defer { try? FileManager.default.removeItem(atPath: history) }
        let terminal = try start(history: history)
        terminal.send("ask\r")
        terminal.wait(for: "name?")
        terminal.send("for x in\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.screen.text.contains("<answer for x in>"))
        #expect(try String(contentsOfFile: history, encoding: .utf8).contains("for x in") == false)
    }

    @Test func messagesAreDrawnAboveThePrompt() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        defer { ends.forEach { close($0) } }
        let terminal = try PseudoTerminal(
            environment: ["PROBE_WIRE=\(ends[0])"], inherited: [ends[0]])
        terminal.wait(for: "In [1]:")
        terminal.send("x = (1,\r2")
        terminal.wait(for: "2")
        write(ends[1], "news", 4)
        terminal.wait { $0.lines[0] == "<wire news>" && $0.lines[1] == "In [1]: x = (1," }
        terminal.send(")\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.cells.count == 1)
    }

    @Test func anotherSessionFindsTheCells() throws {
        let history = temporaryFile()
        defer { try? FileManager.default.removeItem(atPath: history) }
        let first = try start(history: history)
        first.send("a = 1\r")
        first.wait(for: "In [2]:")
        let second = try start(history: history)
        second.send(up)
        second.wait(for: "In [1]: a = 1")
    }

    @Test func otherLocalesAreMadeUTF8() throws {
        let terminal = try PseudoTerminal(environment: ["LANG=C", "LC_ALL=C"])
        terminal.wait(for: "In [1]:")
        terminal.send("'é🐦'\(left)\(left)\u{7F}\r")
        terminal.wait(for: "In [2]:")
        #expect(terminal.cells == ["'🐦'"])
    }

    @Test func tallCellScrollsWithTheCursorAndIsWrittenWholeAtTheEnd() throws {
        let terminal = try start(height: 8)
        let lines = (0..<30).map { "x\($0) = \($0)" }
        terminal.send(paste(lines.joined(separator: "\n")))
        terminal.wait(for: "x29 = 29")
        terminal.send("\u{1B}<")
        terminal.wait { $0.lines[0] == "In [1]: x0 = 0" && !$0.text.contains("x29") }
        terminal.send("\u{1B}>\r")
        terminal.wait(for: "In [2]:")
        for line in lines { #expect(terminal.screen.allText.contains(": " + line + "\n")) }
    }
}

extension StringProtocol {
    fileprivate func padding(_ width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }
}
