public import Display

/// Whoever evaluates cells, as a front end sees it. Everything but ``interrupt()`` is used from one
/// thread with a large stack.
public protocol CellEvaluating: AnyObject {
    /// Runs a cell to its end; what it shows goes to the surroundings that the evaluator was made with.
    func run(_ cell: CellRequest) -> CellEnding
    /// What could stand at `cursor`, a UTF-8 offset.
    func complete(_ text: String, cursor: Int) -> CompletionAnswer?
    /// The names of the session's variables.
    var names: [String] { get }
    /// Makes the running cell, or else the next one, end with `KeyboardInterrupt`; from any thread.
    func interrupt()
    /// Takes back an interruption that the cell before has not answered; between cells.
    func forgetInterrupt()
}

/// What a cell sees of the world.
public protocol CellSurroundings: AnyObject, Sendable {
    /// Shows something. Events come in order, from the thread that runs cells.
    func display(_ event: DisplayEvent)
    /// A line that the person types; waits for it.
    func input(prompt: String) -> InputAnswer
}

/// What came of a wait for a line.
public enum InputAnswer: Sendable, Equatable {
    case line(String)
    case endOfInput
    /// The cell is to be interrupted instead.
    case interrupted
}

/// Makes an evaluator on the thread that will use it.
public typealias EvaluatorMaker = @Sendable (any CellSurroundings) -> any CellEvaluating
