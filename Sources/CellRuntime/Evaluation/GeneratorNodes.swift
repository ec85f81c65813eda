internal import CellSyntax

// Statements that hold a `yield`. A generator runs its body from the top each time a value is asked for; these nodes
// remember in the frame where they were, and go straight there. Their state is ``Value/unset`` while they are not
// running. Expressions with a `yield` inside are taken apart by the compiler, so that each `yield` is a statement.

extension Node {
    /// Where a node that remembers its place was.
    @inline(__always)
    final func place(_ f: Frame, _ index: Int) -> Int {
        if case .int(let number) = f[index] { return number }
        return -1
    }
}

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
            cell.yielded = value
            return .suspend
        }
        f[state] = .unset
        if let thrown = cell.thrown {
            cell.thrown = nil
            cell.noteContext(thrown)
            throw placed(Raise(thrown))
        }
        f[result] = cell.sent
        cell.sent = .none
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

final class ResumableBlockNode: Node {
    let statements: [Node]
    let state: Int

    init(_ code: Code, _ range: SourceRange, _ statements: [Node], state: Int) {
        self.statements = statements
        self.state = state
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        var index = max(place(f, state), 0)
        f[state] = .unset
        while index < statements.count {
            let completion = try statements[index].execute(f)
            if completion == .suspend { f[state] = .int(index) }
            if completion != .normal { return completion }
            index += 1
        }
        return .normal
    }
}

final class ResumableIfNode: Node {
    /// The condition's own statements come before it.
    let condition: Node
    let then: Node
    let otherwise: Node?
    let state: Int

    init(_ code: Code, _ range: SourceRange, _ condition: Node, _ then: Node, _ otherwise: Node?, state: Int) {
        self.condition = condition
        self.then = then
        self.otherwise = otherwise
        self.state = state
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        var branch = place(f, state)
        f[state] = .unset
        if branch < 0 { branch = try condition.test(f) ? 1 : 0 }
        let completion = try branch == 1 ? then.execute(f) : otherwise?.execute(f) ?? .normal
        if completion == .suspend { f[state] = .int(branch) }
        return completion
    }
}

/// `while`; statements that the condition needs come in `prepare`.
final class ResumableWhileNode: Node {
    let prepare: Node?
    let condition: Node
    let body: Node
    let otherwise: Node?
    let state: Int

    init(
        _ code: Code, _ range: SourceRange, prepare: Node?, _ condition: Node, _ body: Node, _ otherwise: Node?,
        state: Int
    ) {
        self.prepare = prepare
        self.condition = condition
        self.body = body
        self.otherwise = otherwise
        self.state = state
        super.init(code, range)
    }

    private static let preparing = 0
    private static let looping = 1
    private static let ending = 2

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        var place = place(f, state)
        f[state] = .unset
        while true {
            if place < Self.looping {
                if cell.isInterruptRequested { try condition.pollHere() }
                if let prepare, try prepare.execute(f) == .suspend {
                    f[state] = .int(Self.preparing)
                    return .suspend
                }
                place = try condition.test(f) ? Self.looping : Self.ending
            }
            let completion = try place == Self.looping ? body.execute(f) : otherwise?.execute(f) ?? .normal
            if completion == .suspend {
                f[state] = .int(place)
                return .suspend
            }
            if place == Self.ending { return completion }
            switch completion {
            case .normal, .continue: place = -1
            case .break: return .normal
            default: return completion
            }
        }
    }
}

final class ResumableForNode: Node {
    let target: Node
    let iterable: Node
    let body: Node
    let otherwise: Node?
    /// The iterator while the loop runs; `None` in the `else`.
    let state: Int

    init(
        _ code: Code, _ range: SourceRange, _ target: Node, _ iterable: Node, _ body: Node, _ otherwise: Node?,
        state: Int
    ) {
        self.target = target
        self.iterable = iterable
        self.body = body
        self.otherwise = otherwise
        self.state = state
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        let place = f[state]
        f[state] = .unset
        if place.isNone { return try finish(f) }
        let iterator: IteratorObject
        var isInBody = false
        if case .object(let running as IteratorObject) = place {
            iterator = running
            isInBody = true
        } else {
            let source = try iterable.evaluate(f)
            do throws(Raise) { iterator = try cell.iterator(over: source) } catch {
                throw placed(error, iterable.range)
            }
        }
        while true {
            if !isInBody {
                if cell.isInterruptRequested { try iterable.pollHere() }
                let item: Value?
                do throws(Raise) { item = try iterator.next(cell) } catch { throw placed(error, iterable.range) }
                guard let item else { return try finish(f) }
                try target.assign(f, item)
            }
            isInBody = false
            switch try body.execute(f) {
            case .normal, .continue: break
            case .break: return .normal
            case .suspend:
                f[state] = .object(iterator)
                return .suspend
            case let other: return other
            }
        }
    }

    private func finish(_ f: Frame) throws(Raise) -> Completion {
        let completion = try otherwise?.execute(f) ?? .normal
        if completion == .suspend { f[state] = .none }
        return completion
    }
}

final class ResumableTryNode: Node {
    let attempt: TryNode
    /// Which part runs: 0 the body, 1 `else`, 2 and up a handler.
    let state: Int
    /// What is being handled.
    let caught: Int

    init(_ code: Code, _ range: SourceRange, _ attempt: TryNode, state: Int, caught: Int) {
        self.attempt = attempt
        self.state = state
        self.caught = caught
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        var part = max(place(f, state), 0)
        f[state] = .unset
        var exception = f[caught].object as? ExceptionObject
        if part == 0 {
            do throws(Raise) {
                let completion = try attempt.body.execute(f)
                if completion == .suspend { f[state] = .int(0) }
                if completion != .normal { return completion }
                part = 1
            } catch {
                cell.noteContext(error.exception)
                guard let index = try attempt.matchIndex(error, f) else { throw error }
                exception = error.exception
                f[caught] = .object(error.exception)
                try attempt.handlers[index].target?.assign(f, .object(error.exception))
                part = 2 + index
            }
        }
        if part == 1 {
            let completion = try attempt.otherwise?.execute(f) ?? .normal
            if completion == .suspend { f[state] = .int(1) }
            return completion
        }
        return try handle(part, exception, f)
    }

    private func handle(_ part: Int, _ exception: ExceptionObject?, _ f: Frame) throws(Raise) -> Completion {
        let handler = attempt.handlers[part - 2]
        let before = cell.handled
        cell.handled = exception
        defer { cell.handled = before }
        do throws(Raise) {
            let completion = try handler.body.execute(f)
            if completion == .suspend {
                f[state] = .int(part)
                return .suspend
            }
            f[caught] = .unset
            handler.target?.clear(f)
            return completion
        } catch {
            cell.noteContext(error.exception)
            f[caught] = .unset
            handler.target?.clear(f)
            throw error
        }
    }
}

final class ResumableFinallyNode: Node {
    let body: Node
    let cleanup: Node
    /// Nothing while the body runs; how the body ended while `finally` runs.
    let state: Int
    /// The exception or the value that waits for `finally` to end.
    let kept: Int

    init(_ code: Code, _ range: SourceRange, _ body: Node, _ cleanup: Node, state: Int, kept: Int) {
        self.body = body
        self.cleanup = cleanup
        self.state = state
        self.kept = kept
        super.init(code, range)
    }

    private static let raised = 9

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        var ending = place(f, state)
        f[state] = .unset
        if ending < 0 {
            do throws(Raise) {
                let completion = try body.execute(f)
                if completion == .suspend { return .suspend }
                ending = completion.number
                f[kept] = cell.returned
                cell.returned = .none
            } catch {
                cell.noteContext(error.exception)
                ending = Self.raised
                f[kept] = .object(error.exception)
            }
        }
        let before = cell.handled
        if ending == Self.raised { cell.handled = f[kept].object as? ExceptionObject }
        defer { cell.handled = before }
        let completion: Completion
        do throws(Raise) {
            completion = try cleanup.execute(f)
        } catch {
            cell.noteContext(error.exception)
            f[kept] = .unset
            throw error
        }
        if completion == .suspend {
            f[state] = .int(ending)
            return .suspend
        }
        let value = f[kept]
        f[kept] = .unset
        if completion != .normal { return completion }
        if ending == Self.raised, let exception = value.object as? ExceptionObject { throw Raise(exception) }
        cell.returned = value
        return Completion(number: ending)
    }
}

extension Completion {
    fileprivate var number: Int {
        switch self {
        case .normal: 0
        case .break: 1
        case .continue: 2
        case .return: 3
        case .suspend: 4
        }
    }

    fileprivate init(number: Int) {
        self = [.normal, .break, .continue, .return, .suspend][number]
    }
}

final class ResumableWithNode: Node {
    let with: WithNode
    /// The context manager while the body runs.
    let state: Int
    let exit: Int

    init(_ code: Code, _ range: SourceRange, _ with: WithNode, state: Int, exit: Int) {
        self.with = with
        self.state = state
        self.exit = exit
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        var manager = f[state]
        var entered: Value?
        if manager.isUnset {
            manager = try with.context.evaluate(f)
            let (exitMethod, value) = try with.enter(manager)
            f[exit] = exitMethod
            entered = value
        }
        f[state] = .unset
        let completion: Completion
        do throws(Raise) {
            if let entered { try with.target?.assign(f, entered) }
            completion = try with.body.execute(f)
        } catch {
            if try with.leave(manager, f[exit], error) { return .normal }
            throw error
        }
        if completion == .suspend {
            f[state] = manager
            return .suspend
        }
        let result = cell.returned
        try with.leaveQuietly(manager, f[exit])
        cell.returned = result
        return completion
    }
}
