import CellRuntime
import CellSyntax
import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs each paragraph of a file as a cell, interrupts those that take long, and prints how much work each does after that.
enum Lateness {
    static func measure(_ file: String) throws {
        let cells = try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: "\n\n")
        CellThread.run {
            for cell in cells where !cell.allSatisfy(\.isWhitespace) {
                let interpreter = Interpreter(host: SilentHost(), modules: .standard)
                let watch = Watch(interpreter, thread: pthread_self(), patience: 0.2)
                watch.start()
                let start = Date()
                let outcome = interpreter.run(Source(name: "cell", text: cell), number: 1)
                let lateness = watch.stop()
                let seconds = Date().timeIntervalSince(start)
                let ending =
                    switch outcome {
                    case .finished: "finished"
                    case .failed(let diagnostic): diagnostic.type + ": " + diagnostic.message.prefix(40)
                    case .interrupted: "interrupted"
                    case .exited: "exited"
                    }
                let first = cell.split(separator: "\n").joined(separator: "; ").prefix(70)
                let times = String(format: "%6.0f ms late, %6.0f ms in all", lateness * 1000, seconds * 1000)
                FileHandle.standardOutput.write(Data("\(times)  \(first) -> \(ending)\n".utf8))
            }
        }
    }
}
