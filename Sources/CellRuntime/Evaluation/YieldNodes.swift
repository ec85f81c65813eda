internal import CellSyntax

final class YieldNode: Node {
    let value: Node?
    let result: Int
    let state: Int

    init(_ code: Code, _ range: SourceRange, _ value: Node?, result: Int, state: Int) {
        self.value = value
        self.result = result
        self.state = state
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        if f[state].isUnset {
            let value = try value?.evaluate(f) ?? .none
            f[state] = .int(1)
            machine.pointee.yielded = value
            return .suspend
        }
        f[state] = .unset
        if let thrown = cell.thrown {
            cell.thrown = nil
            cell.noteContext(thrown)
            throw placed(Raise(thrown))
        }
        f[result] = machine.pointee.sent
        machine.pointee.sent = .none
        return .normal
    }
}

/// `yield from iterable`
final class YieldFromNode: Node {
    let iterable: Node
    let result: Int
    let state: Int

    init(_ code: Code, _ range: SourceRange, _ iterable: Node, result: Int, state: Int) {
        self.iterable = iterable
        self.result = result
        self.state = state
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        do throws(Raise) {
            let iterator: IteratorObject
            let next: Value?
            if case .object(let running as IteratorObject) = f[state] {
                iterator = running
                next = try resume(iterator)
            } else {
                iterator = try cell.iterator(over: iterable.evaluate(f))
                f[state] = .object(iterator)
                next = try iterator.next(cell)
            }
            if let next {
                cell.yielded = next
                return .suspend
            }
            f[state] = .unset
            f[result] = (iterator as? Generator)?.result ?? .none
            return .normal
        } catch {
            let iterator = f[state]
            f[state] = .unset
            if error.is(exceptions.stopIteration), (iterator.object as? MethodIterator) != nil {
                f[result] = error.exception.arguments.items.first ?? .none
                return .normal
            }
            throw placed(error)
        }
    }

    /// Passes on what was sent or thrown in.
    private func resume(_ iterator: IteratorObject) throws(Raise) -> Value? {
        let sent = cell.sent
        cell.sent = .none
        if let thrown = cell.thrown {
            cell.thrown = nil
            return try pass(thrown, to: iterator)
        }
        if let generator = iterator as? Generator { return try generator.resume(sent) }
        let object = (iterator as? MethodIterator)?.object ?? .object(iterator)
        if sent.isNone { return try object.type.has(.next) ? cell.callSpecial(.next, of: object) : iterator.next(cell) }
        return try cell.callMethod("send", of: object, [sent])
    }

    private func pass(_ thrown: ExceptionObject, to iterator: IteratorObject) throws(Raise) -> Value? {
        let object = (iterator as? MethodIterator)?.object ?? .object(iterator)
        if thrown.type.isSubclass(of: exceptions.generatorExit) {
            if let generator = iterator as? Generator {
                try generator.close()
            } else if let close = try cell.attributeIfAny(cell.intern("close"), of: object) {
                _ = try cell.call(close, [])
            }
            throw Raise(thrown)
        }
        if let generator = iterator as? Generator { return try generator.resume(.none, throwing: thrown) }
        if let method = try cell.attributeIfAny(cell.intern("throw"), of: object) {
            return try cell.call(method, [.object(thrown)])
        }
        throw Raise(thrown)
    }
}
