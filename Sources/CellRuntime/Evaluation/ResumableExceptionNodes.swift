internal import CellSyntax

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
