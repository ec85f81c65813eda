extension Interpreter {
    /// Calls a class, with the arguments that lie from `base` on the stack.
    func construct(_ type: TypeObject, _ base: Frame, _ count: Int, keywords: [Str]) throws(Raise) -> Value {
        if type.type !== types.type, type.type.has(.call) {
            insert(.object(type), at: base)
            return try call(type.type.special(.call), base, count + 1, keywords: keywords)
        }
        return try makeInstance(of: type, base, count, keywords: keywords)
    }

    /// The same, without asking the class's own class: what `type.__call__` does.
    func makeInstance(of type: TypeObject, _ base: Frame, _ count: Int, keywords: [Str]) throws(Raise) -> Value {
        guard type.isCellClass else { return try constructNative(type, base, count, keywords: keywords) }
        let maker = type.special(.new)
        if !maker.isUnset {
            let arguments = (0..<count).map { base[$0] }
            let named = keywords.enumerated().map { ($1.text, base[count + $0]) }
            pop(to: base)
            let function = (maker.object as? StaticMethod)?.function ?? maker
            let made = try call(function, [.object(type)] + arguments, keywords: named)
            guard made.type.isSubclass(of: type), made.type.has(.`init`) else { return made }
            try requireNone(call(made.type.special(.`init`), [made] + arguments, keywords: named))
            return made
        }
        let initializer = type.special(.`init`)
        let instance: Value
        do throws(Raise) {
            instance = try makeInstance(of: type, base, count, keywords: keywords, hasInitializer: !initializer.isUnset)
        } catch {
            pop(to: base)
            throw error
        }
        if initializer.isUnset {
            pop(to: base)
            return instance
        }
        insert(instance, at: base)
        let answer = try call(initializer, base, count + 1, keywords: keywords)
        if !answer.isNone { try requireNone(answer) }
        return instance
    }

    private func requireNone(_ answer: Value) throws(Raise) {
        guard answer.isNone else { throw .typeError("__init__() should return None, not '\(answer.type.name)'") }
    }

    /// An instance of a cell's class that `__init__` has not seen yet. The arguments stay on the stack.
    func makeInstance(
        of type: TypeObject, _ base: Frame, _ count: Int, keywords: [Str], hasInitializer: Bool
    ) throws(Raise) -> Value {
        let native = type.nativeBase
        if native === types.type {
            let arguments = (0..<count).map { base[$0] }
            let named = keywords.enumerated().map { ($1.text, base[count + $0]) }
            guard case .object(let maker as StaticMethod)? = types.type.lookup("__new__") else { return .none }
            return try call(maker.function, [.object(type)] + arguments, keywords: named)
        }
        if native === types.object {
            if type.type !== types.type, let (text, _) = try abstractMethods(of: type) { throw .typeError(text) }
            if !hasInitializer, count + keywords.count > 0 { throw .typeError("\(type.name)() takes no arguments") }
            return .object(Instance(type: type))
        }
        if native.isSubclass(of: exceptions.baseException) {
            if !hasInitializer, !keywords.isEmpty { throw .typeError("\(type.name)() takes no keyword arguments") }
            var arguments = ContiguousArray<Value>()
            for index in 0..<count { arguments.append(base[index]) }
            return .object(ExceptionObject(type, Tuple(arguments)))
        }
        if let allocator = native.allocator {
            let object = allocator()
            object.type = type
            return .object(object)
        }
        guard let constructor = native.constructor else {
            throw .typeError("cannot create '\(type.name)' instances")
        }
        let copy = stackTop
        try reserve(count + keywords.count)
        for index in 0..<count + keywords.count { push(base[index]) }
        let made = try call(constructor, copy, count, keywords: keywords)
        return try made.retagged(type)
    }

    /// What `object.__new__` and the ones of built-in classes give: an instance that `__init__` has not seen.
    func makeBareInstance(of type: TypeObject, _ arguments: [Value], _ keywords: Dict) throws(Raise) -> Value {
        guard type.isCellClass else {
            return try call(.object(type), arguments, keywords: keywords.map { ($0.key.text ?? "", $0.value) })
        }
        if let (text, _) = try abstractMethods(of: type) { throw .typeError(text) }
        let native = type.nativeBase
        let takesArguments = native.constructor != nil || native.isSubclass(of: exceptions.baseException)
        let base = stackTop
        defer { pop(to: base) }
        guard takesArguments else {
            return try makeInstance(of: type, base, 0, keywords: [], hasInitializer: true)
        }
        try reserve(arguments.count + keywords.count)
        for argument in arguments { push(argument) }
        for (_, value) in keywords { push(value) }
        return try makeInstance(
            of: type, base, arguments.count, keywords: keywords.map { intern($0.key.text ?? "") }, hasInitializer: true)
    }

    private func constructNative(_ type: TypeObject, _ base: Frame, _ count: Int, keywords: [Str]) throws(Raise)
        -> Value
    {
        if count == 1, keywords.isEmpty, let value = Self.converted(base[0], type) {
            pop(to: base)
            return value
        }
        if let constructor = type.constructor { return try call(constructor, base, count, keywords: keywords) }
        do throws(Raise) {
            if type.isSubclass(of: exceptions.baseException) {
                guard keywords.isEmpty || type.isSubclass(of: exceptions.importError) else {
                    throw .typeError("\(type.name)() takes no keyword arguments")
                }
                var arguments = ContiguousArray<Value>()
                for index in 0..<count { arguments.append(base[index]) }
                let exception = ExceptionObject(exceptionClass(type, arguments), Tuple(arguments))
                pop(to: base)
                return .object(exception)
            }
            guard let allocator = type.allocator else {
                throw .typeError("cannot create '\(type.name)' instances")
            }
            let instance = Value.object(allocator())
            let initializer = type.special(.`init`)
            if !initializer.isUnset {
                insert(instance, at: base)
                _ = try call(initializer, base, count + 1, keywords: keywords)
                return instance
            }
            guard count + keywords.count == 0 else { throw .typeError("\(type.name)() takes no arguments") }
            return instance
        } catch {
            if stackTop > base { pop(to: base) }
            throw error
        }
    }

    /// What the commonest conversions give, such as `str(7)`; nil for others.
    private static func converted(_ value: Value, _ type: TypeObject) -> Value? {
        switch value {
        case .int(let number):
            if type === types.str { return .string(String(number)) }
            if type === types.int { return value }
            if type === types.float { return .float(Double(number)) }
        case .float: if type === types.float { return value }
        case .object(let object): if type === types.str, object.kind == .str { return value }
        default: break
        }
        return nil
    }

    /// `OSError(2, …)` makes a `FileNotFoundError`.
    private func exceptionClass(_ type: TypeObject, _ arguments: ContiguousArray<Value>) -> TypeObject {
        guard type === exceptions.osError, arguments.count >= 2, let number = arguments[0].smallInteger else {
            return type
        }
        return exceptions.osErrorClass(of: Int32(truncatingIfNeeded: number))
    }
}

extension Value {
    /// The value as an instance of a class derived from its own.
    fileprivate func retagged(_ type: TypeObject) throws(Raise) -> Value {
        let object: Object
        switch self {
        case .int(let number): object = IntBig(.init(number))
        case .bool(let flag): object = IntBig(flag ? 1 : 0)
        case .float(let number): object = FloatBox(number)
        case .object(let made):
            switch made {
            case let string as Str: object = Str(string.text)
            case let number as IntBig: object = IntBig(number.value)
            case let tuple as Tuple: object = Tuple(tuple.items)
            case let bytes as Bytes: object = Bytes(bytes.bytes)
            default: object = made
            }
        case .none, .unset: return self
        }
        object.type = type
        return .object(object)
    }
}
