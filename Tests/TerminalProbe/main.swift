// A prompt around the real editor for tests on a pseudo-terminal: it echoes each accepted cell as
// JSON between marks, so that a test reads exactly what was accepted.
//
// Usage: TerminalProbe HISTORY-FILE [alt] [end]
import Foundation
import Terminal

let arguments = CommandLine.arguments
let names = ["learn", "learning_rate", "lr_find", "len", "print", "path", "parent_label", "PILImage"]

func complete(_ text: String, _ cursor: Int) -> Completion? {
    let before = Array(text.utf8)[..<cursor]
    let word = before.reversed().prefix { $0 == 0x5F || (0x30...0x39).contains($0) || $0 > 0x40 }
    let start = cursor - word.count
    let typed = String(decoding: before[start...], as: UTF8.self)
    return Completion(
        range: start..<cursor,
        candidates: names.filter { $0.hasPrefix(typed) }.map { .init($0, kind: "name", doc: "doc of \($0)") })
}

var settings = EditorSettings(
    language: .cells, depth: .ansi16, home: NSHomeDirectory(),
    folder: { FileManager.default.currentDirectoryPath }, time: { Date().timeIntervalSince1970 })
settings.complete = complete
if arguments.contains("alt") { settings.commands = ["n": "next"] }
if arguments.contains("end") { settings.beforeEnd = { "A lesson is open: Ctrl-D again leaves it." } }
let editor = LineEditor(settings: settings, history: CellHistory(path: arguments.dropFirst().first))
func show(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

// A second descriptor whose lines are drawn above the prompt; the cell `wait` runs until one comes.
let wire = ProcessInfo.processInfo.environment["PROBE_WIRE"].flatMap(Int32.init)
if let wire {
    editor.sources = [
        EventSource(descriptor: wire) {
            let data = FileHandle(fileDescriptor: wire, closeOnDealloc: false).availableData
            editor.above { show("<wire \(String(decoding: data, as: UTF8.self))>\n") }
            return !data.isEmpty
        }
    ]
}

editor.settings.blank = ProcessInfo.processInfo.environment["PROBE_BLANK"]
var number = 1
var given = ProcessInfo.processInfo.environment["PROBE_TEXT"] ?? ""
while true {
    defer { given = "" }
    switch editor.read(number: number, text: given) {
    case .cell(let cell):
        let json = try String(decoding: JSONEncoder().encode([cell]), as: UTF8.self)
        show("<cell \(json)>\n")
        if cell == "wait", let wire {
            editor.whileRunning {
                show("<running>\n")
                _ = FileHandle(fileDescriptor: wire, closeOnDealloc: false).availableData
            }
        }
        if cell == "ask" { show("<answer \(editor.ask("name? ") ?? "none")>\n") }
        if !cell.isEmpty { number += 1 }
    case .command(let name): show("<command \(name)>\n")
    case .stopped(let reason): show("<stopped \(reason)>\n")
    case .end, .gone:
        show("<end>\n")
        exit(0)
    }
}
