import CellRuntime
import CellSyntax
import Display
import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs cases one after another, and says on standard output which one it is at and what is wrong with it. A crash or an
/// endless loop is noticed by whoever started this process.
struct Worker {
    let cases: Cases
    let first: Int
    let count: Int
    /// How long a program runs before it is interrupted.
    let patience: Double

    /// Modules that change nothing outside.
    private static let modules: ModuleRegistry = {
        let harmless = [
            "math", "random", "re", "json", "itertools", "functools", "collections", "types", "copy", "operator",
            "contextlib", "string", "datetime",
        ]
        var registry = ModuleRegistry()
        registry.register(StandardModules.all.filter { harmless.contains($0.name) })
        return registry
    }()

    func run() {
        say("ready")
        CellThread.run {
            for number in first..<first + count {
                say("case \(number)")
                let text = cases.text(number)
                if let fault = checkFrontEnd(text) { say("fault \(number) \(fault)") }
                if !Self.reachesOutside(text), let fault = evaluate(text) { say("fault \(number) \(fault)") }
            }
        }
        say("done")
    }

    private func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    /// Whether a line is a shell command or a magic, as damage may well make one.
    private static func reachesOutside(_ text: String) -> Bool {
        if text.contains("input(") || text.contains("open(") || text.contains("breakpoint") { return true }
        return text.split(whereSeparator: \.isNewline).contains { line in
            var before: Character = "="
            for character in line {
                if character == "!" || character == "%", "=:;(?".contains(before) { return true }
                if !character.isWhitespace { before = character }
            }
            return false
        }
    }

    /// Whatever the text, the front end answers, and its ranges lie in the text.
    private func checkFrontEnd(_ text: String) -> String? {
        let source = Source(name: "fuzz", text: text)
        let bounds = 0...source.utf8.count
        func isValid(_ range: SourceRange) -> Bool {
            bounds.contains(range.lowerBound) && bounds.contains(range.upperBound)
        }
        do throws(SyntaxError) {
            let module = try Parser.parse(source)
            if !module.statements.allSatisfy({ isValid($0.range) }) { return "a statement's range" }
            _ = try Resolution(of: module)
        } catch {
            if !isValid(error.range) { return "an error's range" }
            if Diagnostic(error, in: source).render(width: 40).isEmpty { return "an empty diagnostic" }
        }
        var end = 0
        for span in Highlighter.spans(of: source) {
            guard span.range.lowerBound >= end, isValid(span.range) else { return "a highlighted range" }
            end = span.range.upperBound
        }
        _ = completeness(of: source)
        if indentation(after: source) < 0 { return "a negative indent" }
        _ = Brackets.partner(ofBracketAt: text.utf8.count / 2, in: source)
        return nil
    }

    /// Runs a program twice in one session, and the session still works; an interruption ends it soon.
    private func evaluate(_ text: String) -> String? {
        let interpreter = Interpreter(host: SilentHost(), modules: Self.modules)
        let watch = Watch(interpreter, thread: pthread_self(), patience: patience)
        for _ in 0..<2 {
            watch.start()
            let outcome = interpreter.run(Source(name: "fuzz", text: text), number: 1)
            let lateness = watch.stop()
            if case .failed(let diagnostic) = outcome { _ = diagnostic.render() }
            if lateness > 0.3 { return "ended \(lateness) s after its interruption" }
        }
        interpreter.clearInterrupt()
        guard case .finished(.some(.int(2))) = interpreter.run(Source(name: "after", text: "1 + 1"), number: 2) else {
            return "the session does not go on"
        }
        return nil
    }
}

final class SilentHost: CellHost {
    func display(_ event: DisplayEvent) {}
    func input(prompt: String) throws -> String? { nil }
}
