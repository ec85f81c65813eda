extension Interpreter {
    /// Attributes that come with built-in classes and are not methods: `__class__`, `__name__`, `args` and so on.
    func builtinAttribute(_ name: Str, of value: Value) throws(Raise) -> Value? {
        let text = name.text
        switch text {
        case "__class__": return .object(value.type)
        case "__doc__":
            if let doc = value.object.flatMap(documentation) { return doc }
            return value.type.lookup("__doc__") ?? value.type.doc.map { .string($0) } ?? Value.none
        case "__dict__":
            guard case .object(let object) = value else { return nil }
            if let type = object as? TypeObject { return .object(type.namespace.copy()) }
            guard object.type.allowsAttributes, object.type.slots == nil else { return nil }
            if object.attributes == nil { object.attributes = Dict() }
            return object.attributes.map { .object($0) }
        case "__module__":
            return .string(value.object.flatMap(moduleName) ?? value.type.module)
        default: break
        }
        guard case .object(let object) = value else { return nil }
        switch object {
        case let function as CellFunction: return attribute(text, of: function)
        case let function as NativeFunction: return attribute(text, of: function)
        case let type as TypeObject: return attribute(text, of: type)
        case let exception as ExceptionObject: return attribute(text, of: exception)
        case let method as BoundMethod:
            switch text {
            case "__self__": return method.receiver
            case "__func__": return method.function
            default: return try attributeIfAny(name, of: method.function)
            }
        case let property as PropertyObject:
            switch text {
            case "fget": return property.getter
            case "fset": return property.setter
            case "fdel": return property.deleter
            case "__isabstractmethod__":
                return try abstractMark(of: [property.getter, property.setter, property.deleter])
            default: return nil
            }
        case let method as StaticMethod:
            if text == "__isabstractmethod__" { return try abstractMark(of: [method.function]) }
            return text == "__func__" || text == "__wrapped__" ? method.function : nil
        case let method as ClassMethod:
            if text == "__isabstractmethod__" { return try abstractMark(of: [method.function]) }
            return text == "__func__" || text == "__wrapped__" ? method.function : nil
        case let variable as Cell:
            guard text == "cell_contents" else { return nil }
            if variable.value.isUnset { throw .valueError("Cell is empty") }
            return variable.value
        case let generator as Generator:
            return text == "__name__"
                ? .string(generator.name) : text == "__qualname__" ? .string(generator.qualifiedName) : nil
        case let slice as SliceObject:
            return text == "start" ? slice.start : text == "stop" ? slice.stop : text == "step" ? slice.step : nil
        case let range as RangeObject:
            return text == "start"
                ? .int(range.start) : text == "stop" ? .int(range.stop) : text == "step" ? .int(range.step) : nil
        case let module as ModuleObject:
            if text == "__name__" { return .string(module.name) }
            // `np.random` after `import numpy as np`: parts that a library always brings along.
            guard modules.modules["\(module.name).\(text)"] != nil else { return nil }
            return .object(try importModule(module.name.split(separator: ".").map(String.init) + [text]))
        default: return nil
        }
    }

    /// Whether one of the functions behind a descriptor is abstract.
    private func abstractMark(of functions: [Value]) throws(Raise) -> Value {
        for function in functions where !function.isNone {
            if let mark = try attributeIfAny(intern("__isabstractmethod__"), of: function), try truth(mark) {
                return .bool(true)
            }
        }
        return .bool(false)
    }

    private func documentation(of object: Object) -> Value? {
        switch object {
        case let function as CellFunction: function.doc
        case let function as NativeFunction: .string(function.doc)
        case let type as TypeObject: type.namespace.get(intern("__doc__")) ?? type.doc.map { .string($0) } ?? Value.none
        case let module as ModuleObject: .string(module.doc)
        case let property as PropertyObject:
            property.doc.isNone ? property.getter.object.flatMap(documentation) : property.doc
        case let method as BoundMethod: method.function.object.flatMap(documentation)
        default: nil
        }
    }

    private func moduleName(of object: Object) -> String? {
        switch object {
        case let type as TypeObject: type.module
        case let function as NativeFunction: function.module ?? "builtins"
        case is CellFunction: "__main__"
        default: nil
        }
    }

    private func attribute(_ name: String, of function: CellFunction) -> Value? {
        let signature = function.code.signature
        switch name {
        case "__name__": return .string(function.name)
        case "__qualname__": return .string(function.qualifiedName)
        case "__defaults__":
            let defaults = function.defaults.prefix(signature.positional).filter { !$0.isUnset }
            return defaults.isEmpty ? Value.none : .tuple(defaults)
        case "__kwdefaults__":
            let result = Dict()
            for index in signature.positional..<signature.positional + signature.keywordOnly
            where !function.defaults[index].isUnset {
                result.set(signature.names[index], function.defaults[index])
            }
            return result.count == 0 ? Value.none : .object(result)
        case "__annotations__":
            if function.annotations == nil { function.annotations = Dict() }
            return function.annotations.map { .object($0) }
        case "__code__": return .object(CodeObject(function.code))
        case "__globals__": return .object(function.code.cell.globalsDictionary())
        case "__closure__":
            return function.closure.isEmpty ? Value.none : .tuple(function.closure)
        default: return nil
        }
    }

    private func attribute(_ name: String, of function: NativeFunction) -> Value? {
        switch name {
        case "__name__": .string(function.name)
        case "__qualname__": .string(function.qualifiedName)
        default: nil
        }
    }

    private func attribute(_ name: String, of type: TypeObject) -> Value? {
        switch name {
        case "__annotations__" where type.isCellClass: .object(Dict())
        case "__name__": .string(type.name)
        case "__qualname__": .string(type.qualifiedName)
        case "__bases__": .tuple(type.bases.map { .object($0) })
        case "__base__": type.base.map { .object($0) } ?? Value.none
        case "__mro__": .tuple(type.mro.map { .object($0) })
        default: nil
        }
    }

    private func attribute(_ name: String, of exception: ExceptionObject) -> Value? {
        func argument(_ index: Int) -> Value {
            let items = exception.arguments.items
            return index < items.count ? items[index] : .none
        }
        switch name {
        case "args": return .object(exception.arguments)
        case "__cause__": return exception.cause.map { .object($0) } ?? Value.none
        case "__context__": return exception.context.map { .object($0) } ?? Value.none
        case "__suppress_context__": return .bool(exception.suppressesContext)
        case "__traceback__": return Value.none
        case "value" where exception.type.isSubclass(of: exceptions.stopIteration): return argument(0)
        case "code" where exception.type.isSubclass(of: exceptions.systemExit): return argument(0)
        case "errno" where exception.type.isSubclass(of: exceptions.osError):
            return exception.arguments.items.count > 1 ? argument(0) : Value.none
        case "strerror" where exception.type.isSubclass(of: exceptions.osError):
            return exception.arguments.items.count > 1 ? argument(1) : Value.none
        case "filename" where exception.type.isSubclass(of: exceptions.osError): return argument(2)
        case "name"
        where exception.type.isSubclass(of: exceptions.importError)
            || exception.type.isSubclass(of: exceptions.nameError)
            || exception.type.isSubclass(of: exceptions.attributeError):
            return exception.subject.map { .string($0) } ?? Value.none
        case "msg" where exception.type.isSubclass(of: exceptions.importError): return argument(0)
        default: return nil
        }
    }

    /// Whether the attribute is one of those, and has been set.
    func setBuiltinAttribute(_ name: Str, of object: Object, to item: Value) throws(Raise) -> Bool {
        switch (object, name.text) {
        case (let function as CellFunction, "__name__"):
            guard let text = item.text else { throw .typeError("__name__ must be set to a string object") }
            function.name = text
        case (let function as CellFunction, "__qualname__"):
            guard let text = item.text else { throw .typeError("__qualname__ must be set to a string object") }
            function.qualifiedName = text
        case (let function as CellFunction, "__doc__"): function.doc = item
        case (let function as CellFunction, "__annotations__"): function.annotations = item.object as? Dict
        case (let exception as ExceptionObject, "args"): exception.arguments = Tuple(try items(of: item))
        case (let exception as ExceptionObject, "__cause__"):
            exception.cause = item.object as? ExceptionObject
            exception.suppressesContext = true
        case (let exception as ExceptionObject, "__context__"): exception.context = item.object as? ExceptionObject
        case (let exception as ExceptionObject, "__suppress_context__"): exception.suppressesContext = try truth(item)
        case (is ExceptionObject, "__traceback__"): break
        case (_, "__class__"):
            guard let type = item.object as? TypeObject, type.isCellClass, object.type.isCellClass,
                type.nativeBase === object.type.nativeBase
            else { throw .typeError("__class__ assignment only supported for classes written in cells") }
            object.type = type
        case (_, "__dict__"):
            guard object.type.allowsAttributes, let dict = item.object as? Dict else {
                throw .typeError("__dict__ must be set to a dictionary, not a '\(item.type.name)'")
            }
            object.attributes = dict
        default: return false
        }
        return true
    }
}
