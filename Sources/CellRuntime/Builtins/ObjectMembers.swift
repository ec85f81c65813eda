/// Puts the methods of all built-in classes in place, once in a process.
let builtinMembersInstalled: Void = {
    BuiltinMembers.install()
    OperatorMembers.install()
    ObjectMembers.install()
}()

/// Methods of `object`, `type`, functions, generators, exceptions, properties and iterators.
enum ObjectMembers {
    static func install() {
        types.object.install(object, style: .native)
        types.type.install(type, style: .native)
        types.generator.install(iterator + generator, style: .native)
        for type in [types.iterator, types.enumerate, types.zip, types.map, types.filter, types.reversed] {
            type.install(iterator, style: .native)
        }
        types.function.install(functions, style: .native)
        types.builtin.install(functions, style: .native)
        types.method.install(
            functions + [
                constructor("function, instance, /") { (arguments) throws(Raise) in
                    guard !arguments[1].isNone else { throw .typeError("self must not be None") }
                    return .object(BoundMethod(arguments[1], arguments[0]))
                }
            ], style: .native)
        types.property.install(property, style: .native)
        types.staticMethod.install(
            [constructor("function, /") { (arguments) throws(Raise) in .object(StaticMethod(arguments[0])) }],
            style: .native)
        types.classMethod.install(
            [constructor("function, /") { (arguments) throws(Raise) in .object(ClassMethod(arguments[0])) }],
            style: .native)
        types.superType.install(
            [
                constructor("type, object_or_type, /") { (arguments) throws(Raise) in
                    guard let owner = arguments[0].object as? TypeObject else {
                        throw .typeError("super() argument 1 must be a type, not \(arguments[0].type.name)")
                    }
                    return .object(try arguments.cell.makeSuper(owner, arguments[1]))
                }
            ], style: .native)
        exceptions.baseException.install(exception, style: .native)
    }

    static func constructor(_ signature: String, body: @escaping NativeFunction.Body) -> Member {
        RawConstructor(parameters(signature), body: body)
    }

    @MembersBuilder private static var object: [Member] {
        constructor("") { (_) throws(Raise) in .object(Instance(type: types.object)) }
        RawMethod("__init__", parameters("*args, **kwargs")) { (arguments) throws(Raise) in
            guard arguments.variadic(1).isEmpty, arguments.keywords(2).count == 0 else {
                throw .typeError("object.__init__() takes exactly one argument (the instance to initialize)")
            }
            return .none
        }
        Member(
            name: "__new__",
            content: .value(
                .object(
                    StaticMethod(
                        .object(
                            SignatureBuilder(parameters("cls, /, *args, **kwargs"), isMethod: false, style: .native)
                                .function(
                                    "__new__", doc: "Makes an instance without filling it."
                                ) { (arguments) throws(Raise) in
                                    guard let type = arguments[0].object as? TypeObject else {
                                        throw .typeError(
                                            "object.__new__(X): X is not a type object (\(arguments[0].type.name))")
                                    }
                                    return try arguments.cell.makeBareInstance(
                                        of: type, Array(arguments.variadic(1)), arguments.keywords(2))
                                })))))
        RawMethod("__repr__") { (arguments) throws(Raise) in
            guard let object = arguments[0].object else { return .string(try arguments.cell.repr(arguments[0])) }
            return .string(try arguments.cell.builtinRepr(object))
        }
        RawMethod("__str__") { (arguments) throws(Raise) in
            if let string = arguments[0].object as? Str { return .string(string.text) }
            if let exception = arguments[0].object as? ExceptionObject {
                return .string(try arguments.cell.builtinMessage(of: exception))
            }
            return .string(try arguments.cell.repr(arguments[0]))
        }
        RawMethod("__format__", parameters("format_spec, /")) { (arguments) throws(Raise) in
            .string(try arguments.cell.builtinFormat(arguments[0], arguments[1].text ?? ""))
        }
        RawMethod("__hash__") { (arguments) throws(Raise) in
            guard let object = arguments[0].object else { return .int(try arguments.cell.hash(arguments[0])) }
            return .int(try arguments.cell.builtinHash(object))
        }
        RawMethod("__eq__", parameters("value, /")) { (arguments) throws(Raise) in
            let answer = try arguments.cell.builtinCompare(.equal, arguments[0], arguments[1])
            guard answer.isNotImplemented else { return answer }
            return Value.isSame(arguments[0], arguments[1]) ? .bool(true) : .notImplemented
        }
        RawMethod("__ne__", parameters("value, /")) { (arguments) throws(Raise) in
            let answer = try arguments.cell.builtinCompare(.notEqual, arguments[0], arguments[1])
            guard answer.isNotImplemented else { return answer }
            return Value.isSame(arguments[0], arguments[1]) ? .bool(false) : .notImplemented
        }
        RawMethod("__getattribute__", parameters("name, /")) { (arguments) throws(Raise) in
            let name = try arguments.cell.attributeName(arguments[1], "__getattribute__")
            if let found = try arguments.cell.plainAttribute(name, of: arguments[0]) { return found }
            throw arguments.cell.noAttribute(name, of: arguments[0])
        }
        RawMethod("__setattr__", parameters("name, value, /")) { (arguments) throws(Raise) in
            let name = try arguments.cell.attributeName(arguments[1], "__setattr__")
            try arguments.cell.setPlainAttribute(name, of: arguments[0], to: arguments[2])
            return .none
        }
        RawMethod("__delattr__", parameters("name, /")) { (arguments) throws(Raise) in
            let name = try arguments.cell.attributeName(arguments[1], "__delattr__")
            try arguments.cell.deletePlainAttribute(name, of: arguments[0])
            return .none
        }
        RawMethod("__dir__") { (arguments) throws(Raise) in
            .list(arguments.cell.allAttributeNames(of: arguments[0]).map { .string($0) })
        }
        BuiltinMembers.classMethod("__init_subclass__", "", "**kwargs") { (arguments) throws(Raise) in
            guard arguments.keywords(1).count == 0 else {
                let name = (arguments[0].object as? TypeObject)?.name ?? "object"
                throw .typeError("\(name).__init_subclass__() takes no keyword arguments")
            }
            return .none
        }
    }

    @MembersBuilder private static var type: [Member] {
        constructor("object, bases=..., dict=..., /, **kwargs") { (arguments) throws(Raise) in
            guard arguments.has(1) else { return .object(arguments[0].type) }
            return try makeClass(arguments, from: 0, metatype: nil)
        }
        Member(
            name: "__new__",
            content: .value(
                .object(
                    StaticMethod(
                        .object(
                            SignatureBuilder(
                                parameters("metacls, name, bases, dict, /, **kwargs"), isMethod: false, style: .native
                            ).function("__new__", doc: "Makes a class.") { (arguments) throws(Raise) in
                                guard let metatype = arguments[0].object as? TypeObject else {
                                    throw .typeError(
                                        "type.__new__(X): X is not a type object (\(arguments[0].type.name))")
                                }
                                return try makeClass(arguments, from: 1, metatype: metatype)
                            })))))
        RawMethod("__init__", parameters("*args, **kwargs")) { (_) throws(Raise) in .none }
        RawMethod("__instancecheck__", parameters("instance, /")) { (arguments) throws(Raise) in
            guard let type = arguments[0].object as? TypeObject else { return .bool(false) }
            return .bool(arguments[1].type.isSubclass(of: type))
        }
        RawMethod("__subclasscheck__", parameters("subclass, /")) { (arguments) throws(Raise) in
            guard let type = arguments[0].object as? TypeObject else { return .bool(false) }
            return .bool((arguments[1].object as? TypeObject)?.isSubclass(of: type) ?? false)
        }
        RawMethod("mro") { (arguments) throws(Raise) in
            .list((arguments[0].object as? TypeObject)?.mro.map { .object($0) } ?? [])
        }
        RawMethod("__subclasses__") { (arguments) throws(Raise) in
            .list((arguments[0].object as? TypeObject)?.subclasses.map { .object($0.takeUnretainedValue()) } ?? [])
        }
        RawMethod("__call__", parameters("*args, **kwargs")) { (arguments) throws(Raise) in
            guard let type = arguments[0].object as? TypeObject else {
                throw .typeError("descriptor '__call__' requires a 'type' object")
            }
            let cell = arguments.cell
            let base = cell.stackTop
            let positional = arguments.variadic(1)
            let keywords = arguments.keywords(2)
            try cell.reserve(positional.count + keywords.count)
            for value in positional { cell.push(value) }
            for (_, value) in keywords { cell.push(value) }
            return try cell.makeInstance(
                of: type, base, positional.count, keywords: keywords.map { cell.intern($0.key.text ?? "") })
        }
    }

    private static func makeClass(_ arguments: Arguments, from first: Int, metatype: TypeObject?) throws(Raise) -> Value
    {
        guard let name = arguments[first].text, let bases = arguments[first + 1].object as? Tuple,
            let names = arguments[first + 2].object as? Dict
        else { throw .typeError("type() takes 1 or 3 arguments") }
        let cell = arguments.cell
        var maker = metatype
        if maker == nil { maker = try cell.metaclass(bases: Array(bases.items), given: nil).object as? TypeObject }
        return .object(
            try cell.makeClass(
                name, bases: Array(bases.items), namespace: names.copy(),
                keywords: arguments.keywords(first + 3).map { ($0.key.text ?? "", $0.value) },
                metatype: maker ?? types.type))
    }

    @MembersBuilder private static var functions: [Member] {
        RawMethod("__call__", parameters("*args, **kwargs")) { (arguments) throws(Raise) in
            try arguments.cell.call(
                arguments[0], Array(arguments.variadic(1)),
                keywords: arguments.keywords(2).map { ($0.key.text ?? "", $0.value) })
        }
        RawMethod("__get__", parameters("instance, owner=None, /")) { (arguments) throws(Raise) in
            arguments[1].isNone ? arguments[0] : .object(BoundMethod(arguments[1], arguments[0]))
        }
    }

    @MembersBuilder private static var iterator: [Member] {
        RawMethod("__iter__") { (arguments) throws(Raise) in arguments[0] }
        RawMethod("__next__") { (arguments) throws(Raise) in
            guard let iterator = arguments[0].object as? IteratorObject else {
                throw .typeError("descriptor '__next__' doesn't apply to a '\(arguments[0].type.name)' object")
            }
            if let value = try iterator.next(arguments.cell) { return value }
            let result = (iterator as? Generator)?.takeResult() ?? .none
            throw Raise(ExceptionObject(exceptions.stopIteration, Tuple(result.isNone ? [] : [result])))
        }
        RawMethod("__length_hint__") { (_) throws(Raise) in .int(0) }
    }

    private static func generator(_ arguments: Arguments, _ value: Value?) throws(Raise) -> Value {
        guard let generator = arguments[0].object as? Generator else { throw .typeError("not a generator") }
        if let value { return value }
        let result = generator.takeResult()
        throw Raise(ExceptionObject(exceptions.stopIteration, Tuple(result.isNone ? [] : [result])))
    }

    @MembersBuilder private static var generator: [Member] {
        RawMethod("send", doc: "Goes on, with a value for the yield it stopped at.", parameters("value, /")) {
            (arguments) throws(Raise) in
            try generator(arguments, (arguments[0].object as? Generator)?.resume(arguments[1]))
        }
        RawMethod("throw", doc: "Raises at the yield it stopped at.", parameters("type, value=None, traceback=None, /"))
        {
            (arguments) throws(Raise) in
            var exception: ExceptionObject
            if arguments.has(2), !arguments[2].isNone, let type = arguments[1].object as? TypeObject {
                if let made = arguments[2].object as? ExceptionObject {
                    exception = made
                } else {
                    exception = try arguments.cell.exception(from: arguments.cell.call(.object(type), [arguments[2]]))
                }
            } else {
                exception = try arguments.cell.exception(from: arguments[1])
            }
            exception.isUnplaced = true
            return try generator(arguments, (arguments[0].object as? Generator)?.resume(.none, throwing: exception))
        }
        RawMethod("close", doc: "Ends it, by raising GeneratorExit at the yield.") { (arguments) throws(Raise) in
            try (arguments[0].object as? Generator)?.close()
            return .none
        }
    }

    @MembersBuilder private static var property: [Member] {
        constructor("fget=None, fset=None, fdel=None, doc=None") { (arguments) throws(Raise) in
            func part(_ index: Int) -> Value { arguments.has(index) ? arguments[index] : .none }
            return .object(PropertyObject(getter: part(0), setter: part(1), deleter: part(2), doc: part(3)))
        }
        for name in ["getter", "setter", "deleter"] {
            RawMethod(name, doc: "The property with another \(name).", parameters("function, /")) {
                (arguments) throws(Raise) in
                guard let old = arguments[0].object as? PropertyObject else { throw .typeError("not a property") }
                let function = arguments[1]
                return .object(
                    PropertyObject(
                        getter: name == "getter" ? function : old.getter,
                        setter: name == "setter" ? function : old.setter,
                        deleter: name == "deleter" ? function : old.deleter, doc: old.doc))
            }
        }
    }

    @MembersBuilder private static var exception: [Member] {
        RawMethod("__init__", parameters("*args, **kwargs")) { (arguments) throws(Raise) in
            guard let exception = arguments[0].object as? ExceptionObject else { return .none }
            guard arguments.keywords(2).count == 0 else {
                throw .typeError("\(exception.type.name)() takes no keyword arguments")
            }
            exception.arguments = Tuple(arguments.variadic(1))
            return .none
        }
        RawMethod("with_traceback", parameters("tb, /")) { (arguments) throws(Raise) in arguments[0] }
        RawMethod("add_note", doc: "Adds a line to what is shown.", parameters("note, /")) {
            (arguments) throws(Raise) in
            guard arguments[1].text != nil else {
                throw .typeError("note must be a str, not '\(arguments[1].type.name)'")
            }
            let key = arguments.cell.intern("__notes__")
            guard let object = arguments[0].object else { return .none }
            if object.attributes == nil { object.attributes = Dict() }
            if object.attributes?.get(key) == nil { object.attributes?.set(key, .object(List())) }
            (object.attributes?.get(key)?.object as? List)?.items.append(arguments[1])
            return .none
        }
    }
}

extension Interpreter {
    /// What `BaseException.__str__` gives.
    func builtinMessage(of exception: ExceptionObject) throws(Raise) -> String {
        let items = exception.arguments.items
        if exception.type.isSubclass(of: exceptions.keyError), items.count == 1 { return try repr(items[0]) }
        if exception.type.isSubclass(of: exceptions.osError), items.count >= 2 {
            let number = try str(items[0])
            let text = try str(items[1])
            return items.count > 2 && !items[2].isNone
                ? "[Errno \(number)] \(text): \(try repr(items[2]))" : "[Errno \(number)] \(text)"
        }
        switch items.count {
        case 0: return ""
        case 1: return try str(items[0])
        default: return try repr(.object(exception.arguments))
        }
    }
}
