internal import BigInt

extension Interpreter {
    /// `str(value)`
    public func str(_ value: Value) throws(Raise) -> String {
        switch value {
        case .object(let object):
            if object.type === types.str { return unsafeDowncast(object, to: Str.self).text }
            guard object.type.has(.str) else {
                if let string = object as? Str { return string.text }
                if let exception = object as? ExceptionObject { return try builtinMessage(of: exception) }
                return try repr(value)
            }
            return try text(callSpecial(.str, of: value), of: "__str__")
        default:
            return try repr(value)
        }
    }

    /// `repr(value)`
    public func repr(_ value: Value) throws(Raise) -> String {
        switch value {
        case .none: return "None"
        case .unset: return "<unset>"
        case .bool(let flag): return flag ? "True" : "False"
        case .int(let number): return String(number)
        case .float(let number): return FloatText.repr(number)
        case .object(let object):
            if !object.type.isBuiltin, object.type.has(.repr) {
                try enterCall()
                defer { depth -= 1 }
                return try text(callSpecial(.repr, of: value), of: "__repr__")
            }
            return try builtinRepr(object)
        }
    }

    private func text(_ value: Value, of method: String) throws(Raise) -> String {
        if let text = value.text { return text }
        throw .typeError("\(method) returned non-string (type \(value.type.name))")
    }

    /// What `object.__repr__` and the ones of built-in classes give.
    func builtinRepr(_ object: Object) throws(Raise) -> String {
        switch object {
        case let string as Str: return StringRepr.repr(string.text)
        case let number as IntBig:
            return try raising { () throws(Failure) in try IntegerText.decimal(number.value) }
        case let number as FloatBox: return FloatText.repr(number.value)
        case let bytes as Bytes: return StringRepr.repr(bytes.bytes)
        case let list as List:
            return try nested(object, "[...]") { () throws(Raise) in "[" + (try joined(list.items)) + "]" }
        case let tuple as Tuple:
            return try nested(object, "(...)") { () throws(Raise) in
                tuple.items.count == 1 ? "(" + (try repr(tuple.items[0])) + ",)" : "(" + (try joined(tuple.items)) + ")"
            }
        case let dict as Dict:
            return try nested(object, "{...}") { () throws(Raise) in "{" + (try joined(dict)) + "}" }
        case let set as SetObject: return try repr(of: set)
        case let range as RangeObject:
            return range.step == 1
                ? "range(\(range.start), \(range.stop))" : "range(\(range.start), \(range.stop), \(range.step))"
        case let slice as SliceObject:
            return "slice(\(try repr(slice.start)), \(try repr(slice.stop)), \(try repr(slice.step)))"
        case let view as DictView:
            let items = ContiguousArray(try self.items(of: .object(view)))
            return try nested(object, "...") { () throws(Raise) in "\(view.type.name)([\(try joined(items))])" }
        case let singleton as Singleton: return singleton.name
        case let exception as ExceptionObject:
            let items = exception.arguments.items
            return items.count == 1
                ? "\(exception.type.name)(\(try repr(items[0])))" : "\(exception.type.name)(\(try joined(items)))"
        default: return simpleRepr(object)
        }
    }

    private func simpleRepr(_ object: Object) -> String {
        switch object {
        case let type as TypeObject:
            return type.module == "builtins"
                ? "<class '\(type.qualifiedName)'>" : "<class '\(type.module).\(type.qualifiedName)'>"
        case let function as CellFunction: return "<function \(function.qualifiedName) at \(address(of: object))>"
        case let function as NativeFunction:
            if function.signature.isMethod {
                let parts = function.qualifiedName.split(separator: ".")
                return "<method '\(function.name)' of '\(parts.first ?? "")' objects>"
            }
            return "<built-in function \(function.name)>"
        case let method as BoundMethod:
            let receiver = method.receiver
            if let native = method.function.object as? NativeFunction {
                return
                    "<built-in method \(native.name) of \(receiver.type.name) object at \(address(of: receiver.object ?? object))>"
            }
            let name = (method.function.object as? CellFunction)?.qualifiedName ?? "?"
            let shown = (try? repr(receiver)) ?? "?"
            return "<bound method \(name) of \(shown)>"
        case let module as ModuleObject: return "<module '\(module.name)' (built-in)>"
        case let generator as Generator:
            return "<generator object \(generator.qualifiedName) at \(address(of: object))>"
        case let object as SuperObject:
            return "<super: <class '\(object.owner.name)'>, <\(object.receiver.type.name) object>>"
        default:
            let type = object.type
            let name = type.module == "builtins" ? type.qualifiedName : "\(type.module).\(type.qualifiedName)"
            return "<\(name) object at \(address(of: object))>"
        }
    }

    /// As `hex(id(object))` in CPython's form.
    func address(of object: Object) -> String {
        "0x" + String(UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque()), radix: 16)
    }

    private func repr(of set: SetObject) throws(Raise) -> String {
        let name = set.type === types.set ? nil : set.type.name
        if set.count == 0 { return "\(name ?? "set")()" }
        return try nested(set, "\(set.type.name)(...)") { () throws(Raise) in
            let inner = "{" + (try joined(ContiguousArray(set))) + "}"
            return name.map { "\($0)(\(inner))" } ?? inner
        }
    }

    /// A container's text, with dots in place of a container that is inside itself.
    private func nested(
        _ object: Object, _ recursive: String, _ body: () throws(Raise) -> String
    ) throws(Raise) -> String {
        let identifier = ObjectIdentifier(object)
        if reprStack.contains(identifier) { return recursive }
        try enterCall()
        reprStack.append(identifier)
        defer {
            reprStack.removeLast()
            depth -= 1
        }
        return try body()
    }

    private func joined(_ items: ContiguousArray<Value>) throws(Raise) -> String {
        var text = ""
        for (index, item) in items.enumerated() {
            if index > 0 { text += ", " }
            text += try repr(item)
        }
        return text
    }

    private func joined(_ dict: Dict) throws(Raise) -> String {
        var text = ""
        var position = 0
        while let (key, value) = dict.next(from: &position) {
            if !text.isEmpty { text += ", " }
            text += try repr(key) + ": " + repr(value)
        }
        return text
    }

    /// `format(value, specification)`
    public func format(_ value: Value, _ specification: String) throws(Raise) -> String {
        if case .object(let object) = value, !object.type.isBuiltin, object.type.has(.format) {
            let answer = try callSpecial(object.type.special(.format), value, .string(specification))
            if let text = answer.text { return text }
            throw .typeError("__format__ must return a str, not \(answer.type.name)")
        }
        return try builtinFormat(value, specification)
    }

    /// What built-in classes' `__format__` gives; `object`'s for others.
    func builtinFormat(_ value: Value, _ specification: String) throws(Raise) -> String {
        if specification.isEmpty { return try str(value) }
        switch value {
        case .int(let number):
            return try raising { () throws(Failure) in try Formatting.integer(BigInt(number), specification) }
        case .float(let number):
            return try raising { () throws(Failure) in try Formatting.float(number, specification) }
        case .bool(let flag):
            return try raising { () throws(Failure) in
                try Formatting.integer(flag ? 1 : 0, specification, typeName: "bool")
            }
        case .object(let object):
            switch object {
            case let string as Str:
                return try raising { () throws(Failure) in try Formatting.string(string.text, specification) }
            case let number as IntBig:
                return try raising { () throws(Failure) in try Formatting.integer(number.value, specification) }
            case let number as FloatBox:
                return try raising { () throws(Failure) in try Formatting.float(number.value, specification) }
            default: break
            }
        default: break
        }
        throw .typeError("unsupported format string passed to \(value.type.name).__format__")
    }
}
