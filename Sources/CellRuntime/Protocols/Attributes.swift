internal import CellSyntax

extension Interpreter {
    /// `value.name`
    public func attribute(_ name: String, of value: Value) throws(Raise) -> Value {
        try attribute(intern(name), of: value)
    }

    /// `value.name`
    public func attribute(_ name: Str, of value: Value) throws(Raise) -> Value {
        if let found = try attributeIfAny(name, of: value) { return found }
        throw noAttribute(name, of: value)
    }

    /// `value.name`, or nil where there is none.
    public func attributeIfAny(_ name: Str, of value: Value) throws(Raise) -> Value? {
        let type = value.type
        if type.has(.getattribute) {
            do throws(Raise) {
                return try callSpecial(type.special(.getattribute), value, .object(name))
            } catch {
                guard error.is(exceptions.attributeError), type.has(.getattr) else { throw error }
                return try callSpecial(type.special(.getattr), value, .object(name))
            }
        }
        if let found = try plainAttribute(name, of: value) { return found }
        guard type.has(.getattr) else { return nil }
        return try callSpecial(type.special(.getattr), value, .object(name))
    }

    /// Without `__getattr__` and `__getattribute__`.
    func plainAttribute(_ name: Str, of value: Value) throws(Raise) -> Value? {
        if case .object(let object) = value {
            if let type = object as? TypeObject { return try classAttribute(name, of: type) }
            if let object = object as? SuperObject { return try superAttribute(name, of: object) }
        }
        let found = value.type.lookup(name)
        return try attribute(name, of: value, classAttribute: found)
    }

    /// Goes on once the class has been asked.
    func attribute(_ name: Str, of value: Value, classAttribute found: Value?) throws(Raise) -> Value? {
        if case .object(let property as PropertyObject)? = found { return try get(property, value, name) }
        if let found, found.isDataDescriptor, found.type.has(.get) {
            return try callSpecial(found.type.special(.get), found, value, .object(value.type))
        }
        if case .object(let object) = value, let attributes = object.attributes, let own = attributes.get(name) {
            return own
        }
        if let found {
            if found.isDescriptor {
                return try callSpecial(found.type.special(.get), found, value, .object(value.type))
            }
            return bind(found, to: value)
        }
        return try builtinAttribute(name, of: value)
    }

    /// What a class attribute is when it is read from an instance: functions become methods.
    func bind(_ found: Value, to receiver: Value) -> Value {
        guard case .object(let object) = found else { return found }
        switch object {
        case is CellFunction, is NativeFunction, is CachedFunction: return .object(BoundMethod(receiver, found))
        case let method as StaticMethod: return method.function
        case let method as ClassMethod: return .object(BoundMethod(.object(receiver.type), method.function))
        default: return found
        }
    }

    func get(_ property: PropertyObject, _ receiver: Value, _ name: Str) throws(Raise) -> Value {
        if property.getter.isNone {
            throw .attributeError("property '\(name.text)' of '\(receiver.type.name)' object has no getter")
        }
        let base = stackTop
        push(receiver)
        return try call(property.getter, base, 1, keywords: [])
    }

    private func classAttribute(_ name: Str, of type: TypeObject) throws(Raise) -> Value? {
        let ofMetaclass = type.type.lookup(name)
        if type.type !== types.type, case .object(let property as PropertyObject)? = ofMetaclass {
            return try get(property, .object(type), name)
        }
        if let found = type.lookup(name) {
            guard case .object(let object) = found else { return found }
            switch object {
            case let method as StaticMethod: return method.function
            case let method as ClassMethod: return try bound(method, to: type)
            default:
                if found.isDescriptor {
                    return try callSpecial(found.type.special(.get), found, .none, .object(type))
                }
                return found
            }
        }
        if let found = ofMetaclass { return bind(found, to: .object(type)) }
        return try builtinAttribute(name, of: .object(type))
    }

    private func superAttribute(_ name: Str, of object: SuperObject) throws(Raise) -> Value? {
        let mro = object.start.mro
        let next = (mro.firstIndex { $0 === object.owner } ?? -1) + 1
        for type in mro[next...] {
            guard let found = type.namespace.get(name) else { continue }
            guard case .object(let descriptor) = found else { return found }
            switch descriptor {
            case let property as PropertyObject: return try get(property, object.receiver, name)
            case let method as StaticMethod: return method.function
            case let method as ClassMethod: return try bound(method, to: object.start)
            case is CellFunction, is NativeFunction:
                if case .object(let type as TypeObject) = object.receiver, type === object.start { return found }
                return .object(BoundMethod(object.receiver, found))
            default:
                if found.isDescriptor {
                    return try callSpecial(found.type.special(.get), found, object.receiver, .object(object.start))
                }
                return found
            }
        }
        return try builtinAttribute(name, of: .object(object))
    }

    /// A class method of a class; a property under `classmethod` is read.
    private func bound(_ method: ClassMethod, to type: TypeObject) throws(Raise) -> Value {
        if case .object(let property as PropertyObject) = method.function {
            return try call(property.getter, [.object(type)])
        }
        return .object(BoundMethod(.object(type), method.function))
    }

    func noAttribute(_ name: Str, of value: Value) -> Raise {
        let hint = Diagnostic.suggestion(for: name.text, among: attributeNames(of: value))
        let message: String =
            switch value.object {
            case let type as TypeObject: "type object '\(type.name)' has no attribute '\(name.text)'"
            case let module as ModuleObject: "module '\(module.name)' has no attribute '\(name.text)'"
            default: "'\(value.type.name)' object has no attribute '\(name.text)'"
            }
        let raise = Raise(exceptions.attributeError, message, hint: hint)
        raise.exception.subject = name.text
        return raise
    }

    /// The names that `dir(value)` lists, sorted, without special ones.
    public func attributeNames(of value: Value) -> [String] {
        var names: Set<String> = []
        func add(_ dict: Dict?) {
            for (key, _) in dict?.copy() ?? Dict() { if let text = key.text { names.insert(text) } }
        }
        if case .object(let object) = value {
            add(object.attributes)
            if let type = object as? TypeObject { type.mro.forEach { add($0.namespace) } }
        }
        value.type.mro.forEach { add($0.namespace) }
        return names.filter { !$0.hasPrefix("__") }.sorted()
    }

    // MARK: Assignment

    /// `value.name = item`
    public func setAttribute(_ name: Str, of value: Value, to item: Value) throws(Raise) {
        let type = value.type
        if type.has(.setattr) {
            _ = try callSpecial(type.special(.setattr), value, .object(name), item)
            return
        }
        try setPlainAttribute(name, of: value, to: item)
    }

    /// Without `__setattr__`.
    func setPlainAttribute(_ name: Str, of value: Value, to item: Value) throws(Raise) {
        guard case .object(let object) = value else { throw cannotSet(name, of: value) }
        if let type = object as? TypeObject {
            guard type.isCellClass else {
                throw .typeError("cannot set '\(name.text)' attribute of immutable type '\(type.name)'")
            }
            type.define(name, item)
            return
        }
        if case .object(let property as PropertyObject)? = object.type.lookup(name) {
            guard !property.setter.isNone else {
                if object is Tuple { throw .attributeError("can't set attribute") }
                throw .attributeError("property '\(name.text)' of '\(object.type.name)' object has no setter")
            }
            _ = try call(property.setter, [value, item])
            return
        }
        if let descriptor = object.type.lookup(name), descriptor.type.has(.set) {
            _ = try callSpecial(descriptor.type.special(.set), descriptor, value, item)
            return
        }
        if try setBuiltinAttribute(name, of: object, to: item) { return }
        if let slots = object.type.slots, !slots.contains(name.text) { throw cannotSet(name, of: value) }
        guard object.type.allowsAttributes else { throw cannotSet(name, of: value) }
        if object.attributes == nil { object.attributes = Dict() }
        object.attributes?.set(name, item)
    }

    private func cannotSet(_ name: Str, of value: Value) -> Raise {
        if value.type.lookup(name) != nil {
            return .attributeError("'\(value.type.name)' object attribute '\(name.text)' is read-only")
        }
        return noAttribute(name, of: value)
    }

    /// `del value.name`
    public func deleteAttribute(_ name: Str, of value: Value) throws(Raise) {
        let type = value.type
        if type.has(.delattr) {
            _ = try callSpecial(type.special(.delattr), value, .object(name))
            return
        }
        try deletePlainAttribute(name, of: value)
    }

    func deletePlainAttribute(_ name: Str, of value: Value) throws(Raise) {
        guard case .object(let object) = value else { throw noAttribute(name, of: value) }
        if let type = object as? TypeObject, type.isCellClass {
            guard type.namespace.get(name) != nil else {
                throw .attributeError("type object '\(type.name)' has no attribute '\(name.text)'")
            }
            type.define(name, nil)
            return
        }
        if case .object(let property as PropertyObject)? = object.type.lookup(name) {
            guard !property.deleter.isNone else {
                throw .attributeError("property '\(name.text)' of '\(object.type.name)' object has no deleter")
            }
            _ = try call(property.deleter, [value])
            return
        }
        if let descriptor = object.type.lookup(name), descriptor.type.has(.delete) {
            _ = try callSpecial(descriptor.type.special(.delete), descriptor, value)
            return
        }
        guard object.attributes?.remove(name) != nil else { throw noAttribute(name, of: value) }
    }
}

extension Value {
    /// Whether reading it from a class calls its `__get__`: an object of a class written in a cell that has one.
    @inline(__always)
    var isDescriptor: Bool {
        guard case .object(let object) = self else { return false }
        return object.type.isCellClass && object.type.has(.get)
    }

    /// Whether it decides about assignments, too, and so comes before what the instance has.
    var isDataDescriptor: Bool {
        guard case .object(let object) = self else { return false }
        return object.type.isCellClass && (object.type.has(.set) || object.type.has(.delete))
    }
}
