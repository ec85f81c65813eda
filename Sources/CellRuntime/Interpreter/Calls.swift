extension Interpreter {
    typealias Frame = UnsafeMutablePointer<Value>

    /// Calls anything that can be called.
    /// - Throws: what it raises; a `TypeError` when it cannot be called.
    public func call(
        _ callee: Value, _ arguments: [Value], keywords: [(String, Value)] = []
    ) throws(Raise) -> Value {
        let base = stackTop
        try reserve(arguments.count + keywords.count)
        for argument in arguments { push(argument) }
        for (_, value) in keywords { push(value) }
        return try call(callee, base, arguments.count, keywords: keywords.map { intern($0.0) })
    }

    /// Calls a method by name, as `receiver.name(arguments)` does.
    public func callMethod(
        _ name: String, of receiver: Value, _ arguments: [Value] = [], keywords: [(String, Value)] = []
    ) throws(Raise) -> Value {
        try call(attribute(intern(name), of: receiver), arguments, keywords: keywords)
    }

    // MARK: The stack

    @inline(__always)
    func push(_ value: consuming Value) { machine.pointee.push(value) }

    func reserve(_ count: Int) throws(Raise) {
        if stackTop + count + 64 > stackEnd { throw recursionError() }
    }

    /// Takes off everything from `base` up.
    @inline(__always)
    func pop(to base: Frame) { machine.pointee.pop(to: base) }

    func recursionError() -> Raise {
        Raise(exceptions.recursionError, "maximum recursion depth exceeded")
    }

    @inline(__always)
    func enterCall() throws(Raise) {
        if !machine.pointee.enter() { throw recursionError() }
    }

    // MARK: Arguments on the stack

    /// Calls with the arguments that lie from `base` to the stack's top: `count` positional ones, then a value for each
    /// keyword. They are taken off, also when an exception is raised.
    func call(_ callee: Value, _ base: Frame, _ count: Int, keywords: [Str]) throws(Raise) -> Value {
        guard case .object(let object) = callee else {
            pop(to: base)
            throw notCallable(callee)
        }
        switch object.kind {
        case .function:
            return try call(unsafeDowncast(object, to: CellFunction.self), base, count, keywords: keywords)
        case .builtin:
            return try call(unsafeDowncast(object, to: NativeFunction.self), base, count, keywords: keywords)
        case .method:
            let method = unsafeDowncast(object, to: BoundMethod.self)
            insert(method.receiver, at: base)
            return try call(method.function, base, count + 1, keywords: keywords)
        case .type:
            return try construct(unsafeDowncast(object, to: TypeObject.self), base, count, keywords: keywords)
        default:
            let method = object.type.special(.call)
            if method.isUnset {
                pop(to: base)
                throw notCallable(callee)
            }
            insert(callee, at: base)
            do throws(Raise) {
                try enterCall()
            } catch {
                pop(to: base)
                throw error
            }
            defer { depth -= 1 }
            return try call(method, base, count + 1, keywords: keywords)
        }
    }

    private func notCallable(_ callee: Value) -> Raise {
        .typeError("'\(callee.type.name)' object is not callable")
    }

    /// Puts a value below the arguments.
    func insert(_ value: Value, at base: Frame) {
        (base + 1).moveInitialize(from: base, count: stackTop - base)
        base.initialize(to: value)
        stackTop += 1
    }

    func call(_ function: NativeFunction, _ base: Frame, _ count: Int, keywords: [Str]) throws(Raise) -> Value {
        let signature = function.signature
        if !(keywords.isEmpty && count == signature.names.count && signature.isPlain) {
            do throws(Raise) {
                try bind(
                    function.signature, function.defaults, base, count, keywords, name: function.qualifiedName,
                    isOptional: function.isOptional)
            } catch {
                pop(to: base)
                throw error
            }
        }
        defer { pop(to: base) }
        return try function.body(Arguments(base: base, count: count, cell: self))
    }

    @inline(__always)
    func call(_ function: CellFunction, _ base: Frame, _ count: Int, keywords: [Str]) throws(Raise) -> Value {
        let code = function.code
        if !(keywords.isEmpty && count == code.plainCount) {
            do throws(Raise) {
                try bind(
                    code.signature, function.defaults, base, count, keywords, name: function.qualifiedName,
                    isOptional: [])
            } catch {
                pop(to: base)
                throw error
            }
        }
        return try run(function, base)
    }

    /// Runs a function whose arguments are all in place.
    @inline(__always)
    func run(_ function: CellFunction, _ base: Frame) throws(Raise) -> Value { try function.run(base, machine) }

    // MARK: Special methods

    /// Calls a special method that the value's class is known to have.
    func callSpecial(_ name: SpecialName, of value: Value) throws(Raise) -> Value {
        let method = value.type.special(name)
        let base = stackTop
        push(value)
        return try call(method, base, 1, keywords: [])
    }

    func callSpecial(_ method: Value, _ value: Value, _ argument: Value) throws(Raise) -> Value {
        let base = stackTop
        push(value)
        push(argument)
        return try call(method, base, 2, keywords: [])
    }

    func callSpecial(_ method: Value, _ value: Value, _ first: Value, _ second: Value) throws(Raise) -> Value {
        let base = stackTop
        push(value)
        push(first)
        push(second)
        return try call(method, base, 3, keywords: [])
    }
}
