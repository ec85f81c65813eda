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

/// `CellProbe --agree FILE.py …` runs programs and compares with what CPython was recorded to print (FILE.out).
func agreement(of paths: [String]) -> Int32 {
    var failed: Int32 = 0
    for path in paths {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let expected = try? String(contentsOfFile: path.dropLast(3) + ".out", encoding: .utf8)
        else {
            print("\(path): cannot be read")
            failed = 1
            continue
        }
        let actual = CellThread.run { () -> String in
            let host = KeepingHost()
            let interpreter = Interpreter(host: host, modules: .standard)
            let name = String(path.split(separator: "/").last ?? "")
            switch interpreter.run(Source(name: name, text: text), number: nil) {
            case .finished: return host.text
            case .failed(let diagnostic): return host.text + "raises \(diagnostic.type): \(diagnostic.message)\n"
            case .interrupted: return host.text + "raises KeyboardInterrupt: \n"
            case .exited(let status): return host.text + "raises SystemExit: \(status)\n"
            }
        }
        if actual == expected { continue }
        failed = 1
        let (wanted, got) = (expected.components(separatedBy: "\n"), actual.components(separatedBy: "\n"))
        let line =
            zip(wanted, got).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(wanted.count, got.count)
        print("\(path): line \(line + 1)\n  expected: \(line < wanted.count ? wanted[line] : "")")
        print("  printed:  \(line < got.count ? got[line] : "")")
    }
    return failed
}

/// A host that only remembers what is printed.
final class KeepingHost: CellHost {
    private(set) var text = ""
    func display(_ event: DisplayEvent) { if case .output(let part) = event { text += part } }
    func input(prompt: String) throws -> String? { nil }
}

if CommandLine.arguments.count > 2, CommandLine.arguments[1] == "--agree" {
    exit(agreement(of: Array(CommandLine.arguments.dropFirst(2))))
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
