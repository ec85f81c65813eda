extension CellFunction {
    typealias Frame = UnsafeMutablePointer<Value>

    /// Runs the function on its arguments, which lie from `base` to the stack's top, one for each parameter. They are
    /// taken off.
    func run(_ base: Frame, _ machine: UnsafeMutablePointer<Machine>) throws(Raise) -> Value {
        let code = code
        let end = base + code.frameSize
        if machine.pointee.wantsAttention { try attend(base, machine) }
        if end + 64 > machine.pointee.stackEnd || !machine.pointee.enter() {
            machine.pointee.pop(to: base)
            throw code.cell.recursionError()
        }
        var place = base + code.argumentCount
        while place < end {
            place.initialize(to: .unset)
            place += 1
        }
        machine.pointee.stackTop = end
        if code.needsCells { prepareCells(base) }
        if code.isGenerator {
            machine.pointee.depth -= 1
            let generator = Generator(self, takingFrom: base, code.cell)
            machine.pointee.stackTop = base
            return .object(generator)
        }
        defer {
            Machine.drop(base, end)
            machine.pointee.stackTop = base
            machine.pointee.depth -= 1
        }
        do throws(Raise) {
            if let result = code.result {
                return try result.with { (node) throws(Raise) in try node.evaluate(base) }
            }
            guard let body = code.entry,
                try body.with({ (node) throws(Raise) in try node.execute(base) }) == .return
            else { return .none }
        } catch {
            error.exception.isUnplaced = true
            throw error
        }
        return machine.pointee.takeReturned()
    }

    /// Does what is wanted of the running cell; takes the arguments off the stack when that is to end.
    @inline(never)
    private func attend(_ base: Frame, _ machine: UnsafeMutablePointer<Machine>) throws(Raise) {
        do throws(Raise) { try code.cell.poll() } catch {
            machine.pointee.pop(to: base)
            throw error
        }
    }

    /// Makes cells of variables that inner functions use, and puts in those of outer ones.
    private func prepareCells(_ base: Frame) {
        for index in 0..<code.cellCount { base[code.cellBase + index] = .object(Cell(.unset)) }
        for (parameter, cell) in code.parameterCells {
            base[code.cellBase + cell] = .object(Cell(base[parameter]))
            base[parameter] = .unset
        }
        for index in 0..<closure.count { base[code.freeBase + index] = closure[index] }
    }
}
