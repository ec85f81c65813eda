/// What Ctrl-C does while a cell runs: the first is forwarded; when the cell does not stop, it is said
/// why; the third ends an evaluator that does not answer.
struct InterruptionWatch {
    enum Step: Equatable {
        case forward
        case tell(String)
        /// Say it, and forward once more.
        case warn(String)
        case replace
    }

    private var presses = 0
    private var handled = 0
    private var firstAt: Double?
    private var hasTold = false

    /// Seconds until it is said that a cell does not stop.
    static let patience = 0.5

    static let explanation =
        "The cell is inside one long native operation and stops at its end. Ctrl-C twice more ends the evaluator."
    static let warning = "Ctrl-C once more ends the evaluator: values are lost, cells and outputs are kept."

    /// Milliseconds that the next look may take.
    var wait: Int32 { firstAt == nil ? 1000 : 50 }

    mutating func press() { presses += 1 }

    /// What is to be done next; asked after each look.
    mutating func next(at time: Double) -> Step? {
        if handled < presses {
            handled += 1
            switch handled {
            case 1:
                firstAt = time
                return .forward
            case 2:
                hasTold = true
                return .warn(Self.warning)
            default: return .replace
            }
        }
        if let firstAt, !hasTold, time - firstAt >= Self.patience {
            hasTold = true
            return .tell(Self.explanation)
        }
        return nil
    }
}
