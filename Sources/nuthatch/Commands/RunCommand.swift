import ArgumentParser
import Display
import Foundation
import Notebook
import Synchronization
import Terminal

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a script, a notebook or a line of code.",
        discussion: """
            Results go to standard output, messages and errors to standard error. Exit codes: 0, 1 when a cell failed, \
            2 for wrong usage, 130 when interrupted, or what exit() was given.
            """)

    @Argument(help: "A .py script (cells begin with `# %%`), an .ipynb notebook, or - for standard input.")
    var file: String?

    @Option(name: [.customShort("c")], help: "Code to run instead of a file.")
    var code: String?

    @Option(name: [.customShort("p")], help: "A value for the notebook, name=value; may be repeated.")
    var parameter: [String] = []

    @Option(help: "Save the notebook with its outputs, also when a cell fails.")
    var save: String?

    @Flag(help: "No colours and no cursor movement; pictures in words.")
    var plain = false

    func validate() throws {
        if (file == nil) == (code == nil) { throw ValidationError("Give a file, - or -c CODE.") }
        if let save, !save.hasSuffix(".ipynb"), !save.hasSuffix(".py") {
            throw ValidationError("--save needs a name that ends in .ipynb or .py.")
        }
    }

    func run() throws {
        let name = code != nil ? "code" : file == "-" ? "standard input" : file ?? ""
        let document: NotebookDocument
        do {
            document = try Parameters.insert(parameter, into: open())
        } catch {
            Message.write("\(error)")
            throw ExitCode(2)
        }
        let output = RunOutput(isPlain: plain)
        let (ending, result) = ScriptRun(document, audience: output, make: CellEngine.maker)
            .run(name: name, isRecorded: save != nil)
        output.flush()
        if let save {
            do { try result.write(to: save) } catch {
                Message.write("\(error)")
                Foundation.exit(1)
            }
        }
        // Without waiting for what a library may still do in the background.
        switch ending {
        case .finished: Foundation.exit(0)
        case .failed, .lost: Foundation.exit(1)
        case .interrupted: Foundation.exit(130)
        case .exited(let status): Foundation.exit(Int32(truncatingIfNeeded: status))
        }
    }

    private func open() throws -> NotebookDocument {
        if let code { return NotebookDocument(cells: [DocumentCell(.code, code)]) }
        guard let file, file != "-" else {
            let bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
            if bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"),
                let notebook = try? NotebookFile.read(bytes, name: "standard input")
            {
                return notebook
            }
            return PercentScript.read(String(decoding: bytes, as: UTF8.self))
        }
        return try NotebookDocument.open(file)
    }
}

enum Message {
    static func write(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}

/// Draws what cells of a script show. Text for standard output is collected where nobody watches it.
private final class RunOutput: ScriptRun.Audience {
    private let renderer: any Renderer
    private let buffer: OutputBuffer

    init(isPlain: Bool) {
        let buffer = OutputBuffer()
        self.buffer = buffer
        let environment = ProcessInfo.processInfo.environment
        let isTerminal = isatty(1) == 1 && isatty(2) == 1
        let capabilities = TerminalCapabilities(environment: environment, isTerminal: isTerminal, plain: isPlain)
        if capabilities.plain {
            renderer = PlainRenderer(
                out: buffer.write,
                messages: { text in
                    buffer.flush()
                    FileHandle.standardError.write(Data(text.utf8))
                }, drawsGraphs: !isPlain)
        } else {
            let setting = ChafaDrawer.Setting(way: capabilities.pictures ?? .symbols, depth: capabilities.depth)
            renderer = TerminalRenderer(
                write: buffer.write, width: { terminalSize(1).columns }, depth: capabilities.depth,
                now: monotonicSeconds, pictures: ChafaDrawer { setting })
        }
    }

    func begin() { renderer.beginCell(nil) }
    func show(_ event: DisplayEvent) { renderer.draw(event) }
    func fail(_ failure: CellFailure) { renderer.error(failure.text) }
    func end() { renderer.endCell() }
    func flush() { buffer.flush() }

    func readLine(_ prompt: String) -> String? {
        renderer.draw(.output(prompt))
        buffer.flush()
        return Swift.readLine(strippingNewline: true)
    }
}

/// Standard output by the block, as other programs write to a pipe, though nothing waits longer than
/// 50 ms; a watched one by the piece.
private final class OutputBuffer: Sendable {
    private let isPatient = isatty(1) == 0
    private let text = Mutex<[UInt8]>([])
    private let wake = DispatchSemaphore(value: 0)
    private let hasFlusher = Mutex(false)

    func write(_ more: String) {
        let isFirst = text.withLock { text in
            let wasEmpty = text.isEmpty
            text += more.utf8
            if !isPatient || text.count >= 1 << 13 { Self.empty(&text) }
            return wasEmpty && !text.isEmpty
        }
        if isFirst { flushSoon() }
    }

    func flush() { text.withLock { Self.empty(&$0) } }

    private func flushSoon() {
        wake.signal()
        guard
            hasFlusher.withLock({ flag in
                defer { flag = true }
                return !flag
            })
        else { return }
        Thread.detachNewThread { [self] in
            while true {
                wake.wait()
                usleep(50_000)
                flush()
            }
        }
    }

    private static func empty(_ text: inout [UInt8]) {
        var start = 0
        while start < text.count {
            let count = text.withUnsafeBytes {
                Foundation.write(1, $0.baseAddress.map { $0 + start }, $0.count - start)
            }
            if count > 0 { start += count } else if errno != EINTR && errno != EAGAIN { break }
        }
        text = []
    }
}
