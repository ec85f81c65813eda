import CellRuntime
import CellSyntax
import Display
import Foundation

/// Runs a file as one cell and prints what it shows: for benchmarks and by hand.
final class PrintingHost: CellHost {
    private var pending = ""

    func display(_ event: DisplayEvent) {
        switch event {
        case .output(let text): write(text)
        case .message(let text): FileHandle.standardError.write(Data(text.utf8))
        case .result(let text): write(text + "\n")
        default: write("\(event)\n")
        }
    }

    private func write(_ text: String) {
        pending += text
        if pending.utf8.count > 4096 { flush() }
    }

    func flush() {
        FileHandle.standardOutput.write(Data(pending.utf8))
        pending = ""
    }

    func input(prompt: String) throws -> String? {
        write(prompt)
        flush()
        return readLine()
    }
}

let path = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "-"
let text =
    path == "-"
    ? String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
    : try String(contentsOfFile: path, encoding: .utf8)
let status: Int32 = CellThread.run {
    let host = PrintingHost()
    let interpreter = Interpreter(host: host, modules: .standard)
    let outcome = interpreter.run(Source(name: path, text: text), number: 1)
    host.flush()
    switch outcome {
    case .finished: return 0
    case .failed(let diagnostic):
        FileHandle.standardError.write(Data((diagnostic.render() + "\n").utf8))
        return 1
    case .interrupted: return 130
    case .exited(let status): return status
    }
}
exit(status)
