import ArgumentParser
import Display
import Foundation
import Lessons
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

    @Flag(help: "Let a file that was not made here run shell commands and write anywhere.")
    var trust = false

    func validate() throws {
        if (file == nil) == (code == nil) { throw ValidationError("Give a file, - or -c CODE.") }
        if let save, !save.hasSuffix(".ipynb"), !save.hasSuffix(".py") {
            throw ValidationError("--save needs a name that ends in .ipynb or .py.")
        }
    }

    func run() throws {
        let output = RunOutput(isPlain: plain)
        let name = code != nil ? "code" : file == "-" ? "standard input" : file ?? ""
        let document: NotebookDocument
        do {
            let file = try open(output)
            if !parameter.isEmpty, !Parameters.haveAPlace(in: file) {
                Message.write(
                    "no cell is tagged `parameters`, so -p sets its values before the first cell; a cell that sets "
                        + "them later wins")
            }
            document = try Parameters.insert(parameter, into: file)
        } catch {
            Message.write("\(error)")
            throw ExitCode(2)
        }
        let (ending, result) = ScriptRun(document, audience: output, make: CellEngine.maker)
            .run(name: name, isRecorded: save != nil)
        output.flush()
        if let save {
            do {
                try result.write(to: save)
                // A run that was restrained proves nothing for the next.
                if Restrained.isFree(file, trust) { Restrained.store.trust(file: save) }
            } catch {
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

    private func open(_ output: RunOutput) throws -> NotebookDocument {
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
        let document = try NotebookDocument.open(file)
        if !Restrained.isFree(file, trust) { Restrained.begin(file, output) }
        return document
    }
}

/// What a file from elsewhere may do.
private enum Restrained {
    private static let environment = ProcessInfo.processInfo.environment
    private static let home = environment["HOME"] ?? NSHomeDirectory()

    static var store: TrustStore { TrustStore(stateFolder: SessionStore.stateFolder(environment, home: home)) }

    /// Whether cells of this file, or code that was typed, may do anything.
    static func isFree(_ file: String?, _ isTrusted: Bool) -> Bool {
        guard let file, file != "-", !isTrusted, let data = FileManager.default.contents(atPath: file) else {
            return true
        }
        let lessons = LessonShelf.folder(environment, program: Program.path)
        let real = URL(fileURLWithPath: file).resolvingSymlinksInPath().path
        return real.hasPrefix(URL(fileURLWithPath: lessons).resolvingSymlinksInPath().path + "/") || store.trusts(data)
    }

    /// Holds back what the file does outside; on a terminal the user is asked, once.
    static func begin(_ file: String, _ output: RunOutput) {
        let cache = environment["NUTHATCH_CACHE"] ?? environment["XDG_CACHE_HOME"] ?? home + "/.cache"
        let folders = [FileManager.default.currentDirectoryPath, cache, home + "/.fastai", "/dev/null"]
        let isAttended = isatty(0) == 1
        let asker = Asker(output: output)
        let store = store
        FileAccess.restrain(folders: folders) { act in
            guard isAttended else { return false }
            let question = "\(file) was not made here, and wants to \(act).\nLet it do such things? (y/n) "
            guard let line = asker.output.readLine(question)?.lowercased(), ["y", "yes"].contains(line) else {
                return false
            }
            store.trust(file: file)
            return true
        }
    }

    /// Used on the thread that runs cells only, as the output is.
    private struct Asker: @unchecked Sendable {
        let output: RunOutput
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
