import CellRuntime
import Display

/// What work on other threads may do with the cell that waits for it: show something, and see whether Ctrl-C was pressed.
///
/// The cell's thread waits meanwhile, and those who call take turns.
struct CellReporter: @unchecked Sendable {
    private let cell: Interpreter

    init(_ cell: Interpreter) { self.cell = cell }

    var show: @Sendable (DisplayEvent) -> Void {
        let reporter = self
        return { reporter.cell.display($0) }
    }

    var isInterrupted: @Sendable () -> Bool {
        let reporter = self
        return { reporter.cell.isInterruptRequested }
    }
}
