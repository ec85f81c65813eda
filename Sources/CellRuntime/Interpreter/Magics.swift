public import CellSyntax
internal import Display
internal import Foundation

/// A use of `%name` or `%%name`.
public struct MagicCall {
    public let name: String
    public let arguments: String
    public let argumentsRange: SourceRange
    /// The rest of the cell, for `%%name`.
    public let body: String?
    public let bodyRange: SourceRange?
    public let source: Source
    /// `x = %name`: the value is wanted.
    public let isValue: Bool
}

/// The magics that cells can use.
public struct MagicRegistry {
    public typealias Body = (MagicCall, Interpreter) throws -> Value

    struct Magic {
        let name: String
        let doc: String
        /// Whether it can stand over a whole cell.
        let takesCell: Bool
        let body: Body
    }

    private(set) var magics: [String: Magic] = [:]

    /// - Parameter takesCell: Whether `%%name` works, too.
    public mutating func register(_ name: String, doc: String, takesCell: Bool = false, body: @escaping Body) {
        magics[name] = Magic(name: name, doc: doc, takesCell: takesCell, body: body)
    }

    /// `%time`, `%timeit`, `%matplotlib` and what else lesson notebooks use.
    static var standard: MagicRegistry {
        var registry = MagicRegistry()
        registry.register("time", doc: "Says how long a statement takes.", takesCell: true) { call, cell in
            let start = ContinuousClock.now
            let value = try cell.evaluate(call)
            cell.display(.output("Wall time: \(TimeText.short(ContinuousClock.now - start))\n"))
            return value
        }
        registry.register("timeit", doc: "Measures a statement over many runs.", takesCell: true, body: timeIt)
        registry.register("matplotlib", doc: "Plots are drawn in the notebook, always.") { _, _ in .none }
        for name in ["reload_ext", "load_ext", "autoreload"] {
            registry.register(name, doc: "Modules never change here, so there is nothing to reload.") { _, _ in .none }
        }
        registry.register("config", doc: "Settings of Jupyter's drawing, which have no meaning here.") { _, _ in .none }
        registry.register("pwd", doc: "The working folder.") { _, _ in
            .string(FileManager.default.currentDirectoryPath)
        }
        registry.register("cd", doc: "Changes the working folder.") { call, cell in
            let path = (call.arguments.isEmpty ? "~" : call.arguments as String)
            let folder = (path as NSString).expandingTildeInPath
            guard FileManager.default.changeCurrentDirectoryPath(folder) else {
                throw Raise.osError(2, "No such file or directory", path: path)
            }
            cell.display(.output(FileManager.default.currentDirectoryPath + "\n"))
            return .none
        }
        registry.register("pip", doc: "Says what is built in.") { call, cell in
            if try cell.installsKnownPackages("pip " + call.arguments) { return .none }
            cell.display(
                .message("pip: packages cannot be added: all that cells import is built in (%lsmagic, help).\n"))
            return .none
        }
        registry.register("bash", doc: "Runs the cell as a shell script.", takesCell: true, body: shellScript)
        registry.register("sh", doc: "Runs the cell as a shell script.", takesCell: true, body: shellScript)
        registry.register("capture", doc: "Runs the cell without showing what it shows.", takesCell: true) {
            call, cell in
            try cell.silently { () throws(Raise) in try cell.evaluate(call) }
        }
        registry.registerSessionMagics()
        return registry
    }

    private static func shellScript(_ call: MagicCall, _ cell: Interpreter) throws -> Value {
        _ = try cell.runShell(call.body ?? call.arguments) { cell.display(.output($0)) }
        return .none
    }

    /// As IPython: seven rounds of as many runs as take about 0.2 s.
    private static func timeIt(_ call: MagicCall, _ cell: Interpreter) throws -> Value {
        let run = try cell.prepare(call)
        var loops = 1
        while true {
            let start = ContinuousClock.now
            for _ in 0..<loops { _ = try run() }
            if ContinuousClock.now - start > .milliseconds(200) || loops >= 10_000_000 { break }
            loops *= 10
        }
        var seconds: [Double] = []
        for _ in 0..<7 {
            let start = ContinuousClock.now
            for _ in 0..<loops { _ = try run() }
            let taken = ContinuousClock.now - start
            seconds.append(TimeText.seconds(taken) / Double(loops))
        }
        let mean = seconds.reduce(0, +) / 7
        let deviation = (seconds.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 7).squareRoot()
        cell.display(
            .output(
                "\(TimeText.short(mean)) ± \(TimeText.short(deviation)) per loop (mean ± std. dev. of 7 runs, \(loops) loop\(loops == 1 ? "" : "s") each)\n"
            ))
        return .none
    }
}

/// Durations as IPython writes them.
enum TimeText {
    static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    }

    static func short(_ duration: Duration) -> String { short(seconds(duration)) }

    /// Three digits and a unit: `1.25 ms`.
    static func short(_ seconds: Double) -> String {
        if seconds >= 60 {
            let whole = Int(seconds)
            return whole >= 3600
                ? "\(whole / 3600)h \(whole / 60 % 60)min \(whole % 60)s" : "\(whole / 60)min \(whole % 60)s"
        }
        for (unit, scale) in [("s", 1.0), ("ms", 1e3), ("µs", 1e6)] where seconds * scale >= 1 {
            return FloatText.printf("g", seconds * scale, precision: 3, alternate: false) + " " + unit
        }
        return FloatText.printf("g", seconds * 1e9, precision: 3, alternate: false) + " ns"
    }
}

extension Interpreter {
    /// Adds a magic, or replaces one.
    public func register(magic name: String, doc: String, takesCell: Bool = false, body: @escaping MagicRegistry.Body) {
        magics.register(name, doc: doc, takesCell: takesCell, body: body)
    }

    func runMagic(_ call: MagicCall) throws(Raise) -> Value {
        guard let magic = magics.magics[call.name] else {
            let sign = call.body == nil ? "%" : "%%"
            let hint = Diagnostic.suggestion(for: call.name, among: magics.magics.keys)
            throw Raise(
                exceptions.nameError, "\(sign)\(call.name) is not supported",
                hint: hint ?? "known are \(magics.magics.keys.sorted().map { "%" + $0 }.joined(separator: " "))")
        }
        if call.body != nil, !magic.takesCell {
            throw .nameError("%%\(call.name) is not a magic for whole cells; %\(call.name) is for one line")
        }
        do { return try magic.body(call, self) } catch { throw Raise(error) }
    }

    /// Runs the code that a magic is about: its arguments, or the cell under it.
    func evaluate(_ call: MagicCall) throws(Raise) -> Value {
        let run = try prepare(call)
        return try run()
    }

    func prepare(_ call: MagicCall) throws(Raise) -> () throws(Raise) -> Value {
        let range = call.body == nil || call.bodyRange == nil ? call.argumentsRange : call.bodyRange ?? 0..<0
        let (code, echo) = try compile(call.source, range: range)
        return { () throws(Raise) in try self.run(code, echo) ?? .none }
    }

    /// Does something without showing what it shows.
    func silently<Result>(_ body: () throws(Raise) -> Result) throws(Raise) -> Result {
        isSilent += 1
        defer { isSilent -= 1 }
        return try body()
    }
}
