internal import CellSyntax

/// `raise error from cause`
final class RaiseNode: Node {
    let error: Node?
    let cause: Node?

    init(_ code: Code, _ range: SourceRange, _ error: Node?, _ cause: Node?) {
        self.error = error
        self.cause = cause
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        guard let error else {
            guard let handled = cell.handled else {
                throw placed(.runtimeError("No active exception to reraise"))
            }
            throw Raise(handled)
        }
        let value = try error.evaluate(f)
        let exception: ExceptionObject
        do throws(Raise) { exception = try cell.exception(from: value) } catch { throw placed(error) }
        if let cause {
            let value = try cause.evaluate(f)
            do throws(Raise) {
                exception.cause = value.isNone ? nil : try cell.cause(from: value)
                exception.suppressesContext = true
            } catch {
                throw placed(error)
            }
        }
        if exception !== cell.handled {
            exception.entries = []
            exception.isUnplaced = true
        }
        cell.noteContext(exception)
        throw placed(Raise(exception))
    }
}

extension Interpreter {
    /// What `raise value` raises.
    func exception(from value: Value) throws(Raise) -> ExceptionObject {
        switch value.object {
        case let exception as ExceptionObject: return exception
        case let type as TypeObject where type.isSubclass(of: exceptions.baseException):
            let made = try call(value, [])
            guard let exception = made.object as? ExceptionObject else {
                throw .typeError(
                    "calling <class '\(type.name)'> should have returned an instance of BaseException, not \(made.type.name)"
                )
            }
            return exception
        default: throw .typeError("exceptions must derive from BaseException")
        }
    }

    fileprivate func cause(from value: Value) throws(Raise) -> ExceptionObject {
        do throws(Raise) { return try exception(from: value) } catch {
            guard error.exception.arguments.items.first?.text == "exceptions must derive from BaseException" else {
                throw error
            }
            throw .typeError("exception causes must derive from BaseException")
        }
    }

    /// An exception raised while another is handled has it as its `__context__`.
    func noteContext(_ exception: ExceptionObject) {
        guard let handled, handled !== exception, exception.context == nil else { return }
        // No ring of contexts.
        var next: ExceptionObject? = handled
        while let link = next {
            if link.context === exception {
                link.context = nil
                break
            }
            next = link.context
        }
        exception.context = handled
    }
}

/// One `except`.
struct Handler {
    /// Nil catches everything.
    let type: Node?
    let target: Node?
    let body: Node
}

/// `try` with `except` and `else`; `finally` is a ``FinallyNode`` around it.
final class TryNode: Node {
    let body: Node
    let handlers: [Handler]
    let otherwise: Node?

    init(_ code: Code, _ range: SourceRange, _ body: Node, _ handlers: [Handler], _ otherwise: Node?) {
        self.body = body
        self.handlers = handlers
        self.otherwise = otherwise
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        let base = cell.stackTop
        let depth = cell.depth
        let caught: Raise
        do throws(Raise) {
            let completion = try body.execute(f)
            if completion != .normal { return completion }
            caught = Raise(Self.nothing)
        } catch {
            caught = error
        }
        if caught.exception === Self.nothing { return try otherwise?.execute(f) ?? .normal }
        assert(cell.stackTop == base && cell.depth == depth, "everything entered has been left")
        cell.noteContext(caught.exception)
        guard let handler = try match(caught, f) else { throw caught }
        return try handle(caught, handler, f)
    }

    /// Stands for no exception, so that the body's error path is the only one with work to do.
    private nonisolated(unsafe) static let nothing = ExceptionObject(exceptions.baseException, Tuple())

    private func match(_ caught: Raise, _ f: Frame) throws(Raise) -> Handler? {
        try matchIndex(caught, f).map { handlers[$0] }
    }

    /// The first handler that catches the exception.
    func matchIndex(_ caught: Raise, _ f: Frame) throws(Raise) -> Int? {
        for (index, handler) in handlers.enumerated() {
            guard let node = handler.type else { return index }
            let type = try inContext(of: caught.exception) { () throws(Raise) in try node.evaluate(f) }
            do throws(Raise) {
                if try cell.matches(caught.exception, type) { return index }
            } catch {
                throw placed(error, node.range)
            }
        }
        return nil
    }

    private func handle(_ caught: Raise, _ handler: Handler, _ f: Frame) throws(Raise) -> Completion {
        try handler.target?.assign(f, .object(caught.exception))
        defer { handler.target?.clear(f) }
        return try inContext(of: caught.exception) { () throws(Raise) in try handler.body.execute(f) }
    }

    /// Does something while an exception is being handled.
    @inline(__always)
    private func inContext<Result>(of exception: ExceptionObject, _ body: () throws(Raise) -> Result) throws(Raise)
        -> Result
    {
        let before = cell.handled
        cell.handled = exception
        defer { cell.handled = before }
        do throws(Raise) {
            return try body()
        } catch {
            cell.noteContext(error.exception)
            throw error
        }
    }
}

extension Node {
    /// Unbinds the name of an `except`, if it is still bound.
    final func clear(_ f: Frame) {
        _ = try? delete(f)
    }
}

extension Interpreter {
    /// Whether `except type` catches the exception.
    func matches(_ exception: ExceptionObject, _ type: Value) throws(Raise) -> Bool {
        switch type.object {
        case let type as TypeObject where type.isSubclass(of: exceptions.baseException):
            return exception.type.isSubclass(of: type)
        case let tuple as Tuple:
            for item in tuple.items { if try matches(exception, item) { return true } }
            return false
        default: throw .typeError("catching classes that do not inherit from BaseException is not allowed")
        }
    }
}

/// A body with a `finally`.
final class FinallyNode: Node {
    let body: Node
    let cleanup: Node

    init(_ code: Code, _ range: SourceRange, _ body: Node, _ cleanup: Node) {
        self.body = body
        self.cleanup = cleanup
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        let completion: Completion
        do throws(Raise) {
            completion = try body.execute(f)
        } catch {
            cell.noteContext(error.exception)
            let before = cell.handled
            cell.handled = error.exception
            defer { cell.handled = before }
            do throws(Raise) {
                let end = try cleanup.execute(f)
                if end != .normal { return end }
            } catch let second {
                cell.noteContext(second.exception)
                throw second
            }
            throw error
        }
        let result = cell.returned
        let end = try cleanup.execute(f)
        if end != .normal { return end }
        cell.returned = result
        return completion
    }
}

/// `with context as target:`
final class WithNode: Node {
    let context: Node
    let target: Node?
    let body: Node

    init(_ code: Code, _ range: SourceRange, _ context: Node, _ target: Node?, _ body: Node) {
        self.context = context
        self.target = target
        self.body = body
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        let manager = try context.evaluate(f)
        let (exit, entered) = try enter(manager)
        let completion: Completion
        do throws(Raise) {
            try target?.assign(f, entered)
            completion = try body.execute(f)
        } catch {
            if try leave(manager, exit, error) { return .normal }
            throw error
        }
        let result = cell.returned
        try leaveQuietly(manager, exit)
        cell.returned = result
        return completion
    }

    /// Calls `__enter__`.
    /// - Returns: `__exit__`, and what was entered.
    func enter(_ manager: Value) throws(Raise) -> (exit: Value, entered: Value) {
        do throws(Raise) {
            let type = manager.type
            guard type.has(.enter) else {
                throw Raise.typeError("'\(type.name)' object does not support the context manager protocol")
            }
            guard type.has(.exit) else {
                throw Raise.typeError(
                    "'\(type.name)' object does not support the context manager protocol (missed __exit__ method)")
            }
            return (type.special(.exit), try cell.callSpecial(.enter, of: manager))
        } catch {
            throw placed(error, context.range)
        }
    }

    /// Tells `__exit__` of an exception.
    /// - Returns: whether it swallows it.
    func leave(_ manager: Value, _ exit: Value, _ raise: Raise) throws(Raise) -> Bool {
        let exception = raise.exception
        cell.noteContext(exception)
        let before = cell.handled
        cell.handled = exception
        defer { cell.handled = before }
        do throws(Raise) {
            let answer = try cell.call(exit, [manager, .object(exception.type), .object(exception), .none])
            return try cell.truth(answer)
        } catch {
            cell.noteContext(error.exception)
            throw placed(error, context.range)
        }
    }

    func leaveQuietly(_ manager: Value, _ exit: Value) throws(Raise) {
        do throws(Raise) {
            _ = try cell.call(exit, [manager, .none, .none, .none])
        } catch {
            throw placed(error, context.range)
        }
    }
}
