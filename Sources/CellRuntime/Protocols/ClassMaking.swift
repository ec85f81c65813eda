/// How classes are made: bases, their order, metaclasses.
extension Interpreter {
    /// What the `class` statement makes of a name, bases and a body that has run: a class, unless a metaclass says
    /// otherwise.
    func makeClass(
        _ name: String, bases: [Value], namespace: Dict, keywords: [(String, Value)], metaclass: Value
    ) throws(Raise) -> Value {
        guard let type = metaclass.object as? TypeObject, type === types.type else {
            return try call(
                metaclass, [.string(name), .tuple(bases), .object(namespace)], keywords: keywords)
        }
        return .object(try makeClass(name, bases: bases, namespace: namespace, keywords: keywords))
    }

    /// What will make the class: `metaclass=`, or the most derived class of the bases.
    func metaclass(bases: [Value], given: Value?) throws(Raise) -> Value {
        var winner = types.type
        if let given {
            guard let type = given.object as? TypeObject, type.isMetaclass else { return given }
            winner = type
        }
        for base in bases {
            guard let type = base.object as? TypeObject else { continue }
            if winner.isSubclass(of: type.type) { continue }
            guard type.type.isSubclass(of: winner) else {
                throw .typeError(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases"
                )
            }
            winner = type.type
        }
        return .object(winner)
    }

    /// `Generic[T]` as a base stands for what its `__mro_entries__` gives.
    func resolvedBases(_ bases: [Value], _ namespace: Dict) throws(Raise) -> [Value] {
        guard bases.contains(where: { !($0.object is TypeObject) }) else { return bases }
        var result: [Value] = []
        for base in bases {
            if !(base.object is TypeObject), let hook = try attributeIfAny(intern("__mro_entries__"), of: base) {
                result += try items(of: call(hook, [.tuple(bases)]))
            } else {
                result.append(base)
            }
        }
        namespace.set(intern("__orig_bases__"), .tuple(bases))
        return result
    }

    /// Makes a class, as `type(name, bases, namespace)` does.
    func makeClass(
        _ name: String, bases: [Value], namespace: Dict, keywords: [(String, Value)] = [],
        metatype: TypeObject = types.type
    ) throws(Raise) -> TypeObject {
        let given = try classes(bases)
        let base = try layoutBase(of: given)
        guard let order = TypeObject.linearization(of: given.isEmpty ? [types.object] : given) else {
            throw .typeError(
                "Cannot create a consistent method resolution\norder (MRO) for bases "
                    + given.map(\.name).joined(separator: ", "))
        }
        prepare(namespace)
        let qualifiedName = namespace.remove(intern("__qualname__"))?.text ?? name
        let type = TypeObject(
            name, qualifiedName: qualifiedName, module: namespace.get(intern("__module__"))?.text ?? globals.name,
            base: base, bases: given.isEmpty ? [types.object] : given, mro: order, isCellClass: true,
            namespace: namespace, metatype: metatype)
        try noteSlots(of: type)
        for (key, value) in namespace.copy() {
            if case .object(let object) = value, object.type.has(.setName) {
                _ = try callSpecial(object.type.special(.setName), value, .object(type), key)
            }
        }
        try callHook(type, keywords)
        return type
    }

    /// Why a class cannot be instantiated, when `abc` has found methods without a body.
    func abstractMethods(of type: TypeObject) throws(Raise) -> (String, [String])? {
        guard let set = type.namespace.get(intern("__abstractmethods__"))?.object as? SetObject, set.count > 0 else {
            return nil
        }
        let names = set.compactMap(\.text).sorted()
        return (
            "Can't instantiate abstract class \(type.name) with abstract method\(names.count == 1 ? "" : "s") "
                + names.joined(separator: ", "), names
        )
    }

    private func classes(_ bases: [Value]) throws(Raise) -> [TypeObject] {
        var result: [TypeObject] = []
        for base in bases {
            guard let type = base.object as? TypeObject else {
                throw .typeError("bases must be types")
            }
            guard type.isBase else { throw .typeError("type '\(type.name)' is not an acceptable base type") }
            if result.contains(where: { $0 === type }) { throw .typeError("duplicate base class \(type.name)") }
            result.append(type)
        }
        return result
    }

    /// The base whose native class the instances will have.
    private func layoutBase(of bases: [TypeObject]) throws(Raise) -> TypeObject {
        guard var best = bases.first else { return types.object }
        for base in bases.dropFirst() {
            let (native, wanted) = (best.nativeBase, base.nativeBase)
            if native.isSubclass(of: wanted) { continue }
            // Exceptions are all made of the same.
            let root = exceptions.baseException
            if native.isSubclass(of: root), wanted.isSubclass(of: root), !wanted.isSubclass(of: native) { continue }
            guard wanted.isSubclass(of: native) else {
                throw .typeError("multiple bases have instance lay-out conflict")
            }
            best = base
        }
        return best
    }

    private func prepare(_ namespace: Dict) {
        if namespace.get(intern("__eq__")) != nil, namespace.get(intern("__hash__")) == nil {
            namespace.set(intern("__hash__"), .none)
        }
        for implicit in ["__init_subclass__", "__class_getitem__"] {
            if let function = namespace.get(intern(implicit)), function.object is CellFunction {
                namespace.set(intern(implicit), .object(ClassMethod(function)))
            }
        }
        if let function = namespace.get(intern("__new__")), function.object is CellFunction {
            namespace.set(intern("__new__"), .object(StaticMethod(function)))
        }
    }

    /// `__slots__` limits the attributes, unless a base has none.
    private func noteSlots(of type: TypeObject) throws(Raise) {
        guard let listed = type.namespace.get(intern("__slots__")) else { return }
        var names: Set<String> = []
        if let text = listed.text {
            names = [text]
        } else {
            for item in try items(of: listed) { if let text = item.text { names.insert(text) } }
        }
        for name in names where type.namespace.get(intern(name)) != nil {
            throw .valueError("'\(name)' in __slots__ conflicts with class variable")
        }
        guard !names.contains("__dict__"), type.nativeIsPlain else { return }
        for base in type.bases where base !== types.object {
            guard let slots = base.slots else { return }
            names.formUnion(slots)
        }
        type.slots = names
    }

    private func callHook(_ type: TypeObject, _ keywords: [(String, Value)]) throws(Raise) {
        let hook = type.mro.dropFirst().lazy.compactMap { $0.namespace.get(SpecialName.initSubclass.str) }.first
        let function = (hook?.object as? ClassMethod)?.function ?? hook
        if let function, !(function.object is NativeFunction) {
            _ = try call(function, [.object(type)], keywords: keywords)
        } else if !keywords.isEmpty {
            throw .typeError("\(type.name).__init_subclass__() takes no keyword arguments")
        }
    }
}
