import CellRuntime
import Tensors

/// What the libraries remember for one session.
final class LibraryState {
    var tensorPrinter = TensorPrinter()
    var arrayPrinter = ArrayPrinter()
    /// NumPy's global random numbers, which start differently each time unless seeded.
    var random = LegacyRandom(seed: .random(in: 0 ... .max))
    let figures = Figures()

    /// Shows what a cell drew and did not show.
    func endCell(_ cell: Interpreter) throws(Raise) {
        do { try figures.showAll(cell) } catch { throw Raise(error) }
    }
}

extension LibraryState {
    /// The session's own.
    static func of(_ cell: Interpreter) -> LibraryState {
        let key = ObjectIdentifier(LibraryState.self)
        if let state = cell.library[key] as? LibraryState { return state }
        let state = LibraryState()
        cell.library[key] = state
        cell.atCellEnd.append(state.endCell)
        return state
    }
}
