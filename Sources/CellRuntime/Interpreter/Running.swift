public import CellSyntax
internal import Display

extension Interpreter {
    /// Runs a cell. Its last expression's value is shown, unless it is `None` or a `;` follows, and is `_` and
    /// `Out[number]` from then on.
    ///
    /// Never throws: what goes wrong is in the outcome, with everything that the cell did before still done.
    public func run(_ source: Source, number: Int? = nil) -> CellOutcome {
        machine.pointee.stackLimit = CellThread.stackLimit()
        Heap.current = heap
        memoryAtStart = MemoryUse.resident
        if machine.pointee.collectionLevel.load(ordering: .relaxed) == .max { expectGrowth(from: memoryAtStart) }
        MemoryWatch.shared.begin(machine, limit: memoryLimit)
        if let number { remember(source.text(in: 0..<source.utf8.count), number: number) }
        let base = stackTop
        defer {
            pop(to: base)
            depth = 0
            handled = nil
            returned = .none
            isSilent = 0
            reprStack = []
            MemoryWatch.shared.end(machine)
            machine.pointee.take(.memory)
            collectAfterCell()
        }
        do throws(SyntaxError) {
            let module = try Parser.parse(source)
            let resolution = try Resolution(of: module)
            let (code, echo) = Compiler(source, resolution, self).compile(module)
            let outcome = finish(code, echo, number: number)
            do throws(Raise) {
                for action in atCellEnd { try action(self) }
            } catch {
                return self.outcome(of: error, in: code)
            }
            return outcome
        } catch {
            return .failed(Diagnostic(error, in: source))
        }
    }

    private func finish(_ code: Code, _ echo: Node?, number: Int?) -> CellOutcome {
        do throws(Raise) {
            guard let value = try run(code, echo), !value.isNone else { return .finished(nil) }
            try remember(result: value, number: number)
            try show(value)
            return .finished(value)
        } catch {
            return outcome(of: error, in: code)
        }
    }

    private func outcome(of error: Raise, in code: Code) -> CellOutcome {
        let exception = error.exception
        if exception.type.isSubclass(of: exceptions.keyboardInterrupt) { return .interrupted }
        if exception.type.isSubclass(of: exceptions.systemExit) {
            let value = exception.arguments.items.first ?? .none
            if value.isNone { return .exited(0) }
            if let status = value.smallInteger { return .exited(Int32(truncatingIfNeeded: status)) }
            display(.message(((try? str(value)) ?? "") + "\n"))
            return .exited(1)
        }
        return .failed(diagnostic(of: exception, in: code.source))
    }

    /// An exception as it is shown: where it was raised, and the calls that led there.
    public func diagnostic(of exception: ExceptionObject, in source: Source) -> Diagnostic {
        let message = (try? self.message(of: exception)) ?? "<exception str() failed>"
        let type = exception.type
        let name =
            type.isCellClass || type.module == "builtins" ? type.qualifiedName : "\(type.module).\(type.qualifiedName)"
        guard let first = exception.entries.first else {
            return Diagnostic(type: name, message: message, source: source, range: 0..<0, hint: exception.hint)
        }
        let calls = exception.entries.dropFirst().map { entry in
            Diagnostic.Call(function: entry.function, source: entry.source, range: entry.range)
        }
        return Diagnostic(
            type: name, message: message, source: first.source, range: first.range, hint: exception.hint,
            calls: Array(calls))
    }

    /// `str(exception)`; of a key error the key's `repr`.
    func message(of exception: ExceptionObject) throws(Raise) -> String { try str(.object(exception)) }

    /// Compiles part of a source, for magics.
    func compile(_ source: Source, range: SourceRange) throws(Raise) -> (code: Code, echo: Node?) {
        do throws(SyntaxError) {
            let module = try Parser.parse(source, range: range)
            let resolution = try Resolution(of: module)
            return Compiler(source, resolution, self).compile(module)
        } catch {
            throw raise(of: error, in: source)
        }
    }

    /// Evaluates the text of one expression, as `eval` does; statements, as `exec` does, have no value.
    func evaluate(_ text: String, name: String = "<string>", isExpression: Bool) throws(Raise) -> Value {
        let source = Source(name: name, text: text)
        let (code, echo) = try compile(source, range: 0..<source.utf8.count)
        if isExpression, echo == nil || !isEmpty(code) {
            throw raise(of: SyntaxError("invalid syntax", range: 0..<source.utf8.count), in: source)
        }
        let value = try run(code, echo)
        return isExpression ? value ?? .none : .none
    }

    /// The same with names of its own: those of a dictionary, which gets them back.
    func evaluate(_ text: String, isExpression: Bool, globals names: Dict, locals: Dict?) throws(Raise) -> Value {
        let session = globals
        let space = Namespace(name: names.get(intern("__name__"))?.text ?? "builtins", builtins: builtins)
        for dict in [names, locals].compactMap({ $0 }) {
            for (key, value) in dict.copy() { if let text = key.text { space.set(intern(text), value) } }
        }
        globals = space
        defer { globals = session }
        let value = try evaluate(text, isExpression: isExpression)
        let target = locals ?? names
        for variable in space.order
        where locals == nil || names.get(variable.name) == nil || locals?.get(variable.name) != nil {
            if !variable.value.isUnset {
                target.set(variable.name, variable.value)
            } else if target.get(variable.name) != nil {
                target.remove(variable.name)
            }
        }
        if names.get(intern("__builtins__")) == nil { names.set(intern("__builtins__"), .object(builtins)) }
        return value
    }

    private func isEmpty(_ code: Code) -> Bool { (code.body as? BlockNode)?.isEmpty ?? false }

    private func raise(of error: SyntaxError, in source: Source) -> Raise {
        let type =
            switch error.kind {
            case .syntax: exceptions.syntaxError
            case .indentation: exceptions.indentationError
            case .tab: exceptions.tabError
            }
        let raise = Raise(type, error.message, hint: error.hint)
        raise.exception.entries = [.init(function: "<module>", source: source, range: error.range)]
        raise.exception.isUnplaced = false
        return raise
    }

    /// Runs the source of a module in variables of its own, and gives those.
    /// - Parameter names: What the module has before it runs.
    func runModule(_ name: String, _ text: String, names: Dict) throws(Raise) -> Dict {
        let session = globals
        globals = Namespace(name: name, builtins: builtins)
        defer { globals = session }
        globals.set(intern("__name__"), .string(name))
        for (key, value) in names { if let text = key.text { globals.set(intern(text), value) } }
        let source = Source(name: "<\(name)>", text: text)
        let (code, echo) = try compile(source, range: 0..<source.utf8.count)
        _ = try run(code, echo)
        let attributes = Dict()
        for variable in globals.order where !variable.value.isUnset { attributes.set(variable.name, variable.value) }
        return attributes
    }

    /// Runs a module's code in a frame of its own.
    func run(_ code: Code, _ echo: Node?) throws(Raise) -> Value? {
        try enterCall()
        let base = stackTop
        try reserve(code.frameSize)
        base.initialize(repeating: .unset, count: code.frameSize)
        stackTop = base + code.frameSize
        defer {
            pop(to: base)
            depth -= 1
        }
        _ = try code.body.execute(base)
        return try echo?.evaluate(base)
    }

    /// Shows a value as a notebook does.
    public func show(_ value: Value) throws(Raise) {
        if let body = value.type.display, let event = try body(value, self) {
            display(event)
        } else {
            display(.result(try notebookRepr(value)))
        }
    }

    /// What IPython shows is `repr`.
    private func notebookRepr(_ value: Value) throws(Raise) -> String { try repr(value) }
}
