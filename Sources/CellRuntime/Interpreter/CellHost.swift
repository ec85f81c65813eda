public import CellSyntax
public import Display

/// What a running cell needs of the world around it.
public protocol CellHost: AnyObject {
    /// Shows something. Events come in order, from the thread that runs cells.
    func display(_ event: DisplayEvent)
    /// A line that the person types, for `input()`; nil at the end of input.
    func input(prompt: String) throws -> String?
    /// Runs a shell command and passes on what it writes, as it comes.
    /// - Returns: the exit status.
    func shell(_ command: String, cell: Interpreter, output: (String) -> Void) throws -> Int32
}

extension CellHost {
    public func shell(_ command: String, cell: Interpreter, output: (String) -> Void) throws -> Int32 {
        try Shell.run(command, cell: cell, output: output)
    }
}

/// How a cell ended.
public enum CellOutcome {
    /// With the value of its last expression; nil when there is none, when it is `None`, and after a `;`.
    case finished(Value?)
    case failed(Diagnostic)
    /// By ``Interpreter/interrupt()``.
    case interrupted
    /// By `exit()` or `SystemExit`, with the status.
    case exited(Int32)
}
