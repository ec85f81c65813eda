/// What a call of a function with `yield` makes. Its frame is kept between values; each statement that holds a `yield`
/// remembers in the frame where it was (see `GeneratorNodes`).
public final class Generator: IteratorObject {
    let code: Code
    public let name: String
    public let qualifiedName: String
    private let frame: GeneratorFrame
    unowned(unsafe) let cell: Interpreter
    private(set) var state = State.created

    enum State { case created, suspended, running, finished }

    /// What `return` in the generator gave, for `yield from` and `StopIteration.value`.
    private(set) var result = Value.none

    /// The result, once: what `StopIteration` carries the first time.
    func takeResult() -> Value {
        defer { result = .none }
        return result
    }

    /// Takes over a frame from the stack.
    init(_ function: CellFunction, takingFrom base: UnsafeMutablePointer<Value>, _ cell: Interpreter) {
        code = function.code
        name = function.name
        qualifiedName = function.qualifiedName
        frame = GeneratorFrame(movingFrom: base, count: function.code.frameSize)
        self.cell = cell
        super.init(type: types.generator)
    }

    deinit {
        guard state == .suspended else { return }
        // As CPython: what is left runs its `finally`s.
        let exit = ExceptionObject(exceptions.generatorExit, Tuple())
        let runner = GeneratorRun(code, frame, cell)
        _ = try? runner.resume(.none, throwing: exit)
    }

    public override func surrender(into pending: inout [Value]) {
        super.surrender(into: &pending)
        if state != .suspended { frame.surrender(into: &pending) }
    }

    public override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        visit(.object(frame))
        visit(result)
    }

    public override func next(_ cell: Interpreter) throws(Raise) -> Value? { try resume(.none) }

    /// Goes on until the next value.
    /// - Parameters:
    ///   - sent: The value of the `yield` it stopped at.
    ///   - throwing: What to raise there instead.
    /// - Returns: nil when it has ended; ``result`` then holds what it returned.
    func resume(_ sent: Value, throwing: ExceptionObject? = nil) throws(Raise) -> Value? {
        switch state {
        case .running: throw .valueError("generator already executing")
        case .finished:
            if let throwing { throw Raise(throwing) }
            return nil
        case .created:
            if let throwing {
                finish()
                throw Raise(throwing)
            }
            guard sent.isNone else { throw .typeError("can't send non-None value to a just-started generator") }
        case .suspended: break
        }
        let isStart = state == .created
        state = .running
        let before = cell.handled
        defer { cell.handled = before }
        do throws(Raise) {
            let value = try GeneratorRun(code, frame, cell).resume(isStart ? .unset : sent, throwing: throwing)
            if let value {
                state = .suspended
                return value
            }
            result = cell.returned
            cell.returned = .none
            finish()
            return nil
        } catch {
            finish()
            throw converted(error)
        }
    }

    private func finish() {
        state = .finished
        frame.clear()
    }

    /// A `StopIteration` that gets out of a generator is a mistake (PEP 479).
    private func converted(_ error: Raise) -> Raise {
        guard error.is(exceptions.stopIteration) else { return error }
        let wrong = ExceptionObject(exceptions.runtimeError, "generator raised StopIteration")
        wrong.cause = error.exception
        wrong.context = error.exception
        wrong.suppressesContext = true
        wrong.entries = error.exception.entries
        wrong.isUnplaced = error.exception.isUnplaced
        return Raise(wrong)
    }

    /// `close()`
    func close() throws(Raise) {
        switch state {
        case .created, .finished: finish()
        case .running: throw .valueError("generator already executing")
        case .suspended:
            do throws(Raise) {
                let exit = ExceptionObject(exceptions.generatorExit, Tuple())
                guard try resume(.none, throwing: exit) == nil else {
                    throw Raise.runtimeError("generator ignored GeneratorExit")
                }
            } catch {
                if error.is(exceptions.generatorExit) || error.is(exceptions.stopIteration) { return }
                throw error
            }
        }
    }
}

/// One stretch of a generator's running.
struct GeneratorRun {
    private let code: Code
    private let frame: GeneratorFrame
    private unowned(unsafe) let cell: Interpreter

    init(_ code: Code, _ frame: GeneratorFrame, _ cell: Interpreter) {
        self.code = code
        self.frame = frame
        self.cell = cell
    }

    /// - Returns: the value handed out; nil at the end, when ``Machine/returned`` holds the result.
    func resume(_ sent: Value, throwing: ExceptionObject?) throws(Raise) -> Value? {
        let machine = cell.machine
        if machine.pointee.wantsAttention { try cell.poll() }
        if !machine.pointee.enter() { throw cell.recursionError() }
        defer { machine.pointee.depth -= 1 }
        machine.pointee.sent = sent.isUnset ? .none : sent
        if throwing != nil || cell.thrown != nil { cell.thrown = throwing }
        do throws(Raise) {
            switch try code.body.execute(frame.values) {
            case .suspend:
                let value = machine.pointee.yielded
                machine.pointee.yielded = .none
                return value
            case .return: return nil
            default:
                machine.pointee.returned = .none
                return nil
            }
        } catch {
            error.exception.isUnplaced = true
            throw error
        }
    }
}

/// A frame that outlives its call.
final class GeneratorFrame: Container {
    let values: UnsafeMutablePointer<Value>
    private let count: Int
    private var isEmpty = false

    init(movingFrom base: UnsafeMutablePointer<Value>, count: Int) {
        values = .allocate(capacity: max(count, 1))
        values.moveInitialize(from: base, count: count)
        self.count = count
        super.init(type: types.cell)
    }

    deinit {
        var pending: [Value] = []
        surrender(into: &pending)
        Object.release(&pending)
        values.deinitialize(count: count)
        values.deallocate()
    }

    override func surrender(into pending: inout [Value]) {
        for index in 0..<count {
            if case .object(let object) = values[index], object.mayHoldOthers {
                pending.append(values[index])
                values[index] = .unset
            }
        }
    }

    func clear() {
        for index in 0..<count { values[index] = .unset }
    }

    override func forEachReference(_ visit: (Value) -> Void) {
        for index in 0..<count { visit(values[index]) }
    }
}
