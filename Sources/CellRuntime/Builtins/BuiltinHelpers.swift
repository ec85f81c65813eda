internal import BigInt
internal import Display

extension Interpreter {
    /// `round(number, digits)`
    func rounded(_ number: Value, _ digits: Value) throws(Raise) -> Value {
        if case .object(let object) = number, !object.type.isBuiltin, object.type.has(.round) {
            let arguments = digits.isUnset || digits.isNone ? [number] : [number, digits]
            return try call(object.type.special(.round), arguments)
        }
        let isWhole = digits.isUnset || digits.isNone
        if let integer = number.bigInteger {
            if isWhole { return .integer(integer) }
            let count = try index(digits)
            return .integer(try raising { () throws(Failure) in try Arithmetic.rounded(integer, digits: count) })
        }
        guard let double = number.double else {
            throw .typeError("type \(number.type.name) doesn't define __round__ method")
        }
        if isWhole { return try raising { () throws(Failure) in try Arithmetic.rounded(double) }.value }
        let count = try index(digits)
        return .float(try raising { () throws(Failure) in try Arithmetic.rounded(double, digits: count) })
    }

    /// `min` and `max`
    func extreme(_ arguments: Arguments, _ name: String, isMaximum: Bool) throws(Raise) -> Value {
        let values = arguments.variadic(2)
        guard !values.isEmpty else { throw .typeError("\(name) expected at least 1 argument, got 0") }
        let isIterable = values.count == 1
        if !isIterable, arguments.has(1) {
            throw .typeError("Cannot specify a default for \(name)() with multiple positional arguments")
        }
        let key = arguments[0]
        let hasKey = !key.isUnset && !key.isNone
        var best: (value: Value, rank: Value)?
        let consider = { (value: Value) throws(Raise) in
            let rank = hasKey ? try self.call(key, [value]) : value
            guard let current = best else {
                best = (value, rank)
                return
            }
            let isBetter =
                isMaximum
                ? try self.truth(self.compareQuickly(.greater, rank, current.rank))
                : try self.truth(self.compareQuickly(.less, rank, current.rank))
            if isBetter { best = (value, rank) }
        }
        if isIterable {
            try forEach(in: values[0]) { (value) throws(Raise) in
                try consider(value)
                return true
            }
        } else {
            for value in values { try consider(value) }
        }
        if let best { return best.value }
        if arguments.has(1) { return arguments[1] }
        throw .valueError("\(name)() arg is an empty sequence")
    }

    private func compareQuickly(_ comparator: Comparator, _ left: Value, _ right: Value) throws(Raise) -> Value {
        if case .int(let a) = left, case .int(let b) = right { return .bool(comparator == .less ? a < b : a > b) }
        return try compare(comparator, left, right)
    }

    /// `next(value)`; nil at the end.
    func nextValue(of value: Value) throws(Raise) -> Value? {
        guard case .object(let object) = value else {
            throw .typeError("'\(value.type.name)' object is not an iterator")
        }
        if object.type.isCellClass || !(object is IteratorObject), object.type.has(.next) {
            return try callSpecial(.next, of: value)
        }
        guard let iterator = object as? IteratorObject else {
            throw .typeError("'\(value.type.name)' object is not an iterator")
        }
        return try iterator.next(self)
    }

    /// `isinstance(value, wanted)`, which a metaclass may decide about.
    func isInstance(_ value: Value, of wanted: Value, wrong: String) throws(Raise) -> Bool {
        switch wanted.object {
        case let type as TypeObject:
            if value.type.isSubclass(of: type) { return true }
            guard type.type !== types.type, type.type.has(.instancecheck) else { return false }
            return try truth(callSpecial(type.type.special(.instancecheck), wanted, value))
        case let tuple as Tuple:
            for item in tuple.items { if try isInstance(value, of: item, wrong: wrong) { return true } }
            return false
        case let union as UnionType:
            for item in union.members {
                if item.isNone ? value.isNone : try isInstance(value, of: item, wrong: wrong) { return true }
            }
            return false
        case is GenericAlias: throw .typeError("isinstance() argument 2 cannot be a parameterized generic")
        default:
            guard !wanted.isNone, let hook = try attributeIfAny(intern("__instancecheck__"), of: wanted) else {
                throw .typeError(wrong)
            }
            return try truth(call(hook, [value]))
        }
    }

    func isSubclass(_ type: TypeObject, of wanted: Value, wrong: String) throws(Raise) -> Bool {
        switch wanted.object {
        case let other as TypeObject:
            if type.isSubclass(of: other) { return true }
            guard other.type !== types.type, other.type.has(.subclasscheck) else { return false }
            return try truth(callSpecial(other.type.special(.subclasscheck), wanted, .object(type)))
        case let union as UnionType:
            for item in union.members where !item.isNone {
                if try isSubclass(type, of: item, wrong: wrong) { return true }
            }
            return false
        case let tuple as Tuple:
            for item in tuple.items { if try isSubclass(type, of: item, wrong: wrong) { return true } }
            return false
        default:
            if wanted.isNone { throw .typeError(wrong) }
            if let hook = try attributeIfAny(intern("__subclasscheck__"), of: wanted) {
                return try truth(call(hook, [.object(type)]))
            }
            throw .typeError(wrong)
        }
    }

    func attributeName(_ value: Value, _ function: String) throws(Raise) -> Str {
        guard let text = value.text else { throw .typeError("attribute name must be string, not '\(value.type.name)'") }
        return intern(text)
    }

    /// What `dir(value)` lists.
    func allAttributeNames(of value: Value) -> [String] {
        var names = Set(attributeNames(of: value))
        names.formUnion(["__class__", "__doc__"])
        for type in (value.object as? TypeObject)?.mro ?? value.type.mro {
            for key in type.namespace.keys { if let text = key.text { names.insert(text) } }
        }
        for key in value.object?.attributes?.keys ?? [] { if let text = key.text { names.insert(text) } }
        return names.sorted()
    }

    /// The session's variables, as they are now.
    func globalsDictionary() -> Dict {
        let result = Dict()
        for variable in globals.order where !variable.value.isUnset { result.set(variable.name, variable.value) }
        return result
    }

    // MARK: print

    func print(_ arguments: Arguments) throws(Raise) {
        let separator = try textOrNone(arguments[0], "sep") ?? " "
        let end = try textOrNone(arguments[1], "end") ?? "\n"
        var text = ""
        for (index, value) in arguments.variadic(4).enumerated() {
            if index > 0 { text += separator }
            text += try str(value)
        }
        text += end
        let file = arguments[2]
        if file.isUnset || file.isNone {
            if let output = try redirectedOutput() {
                _ = try callMethod("write", of: output, [.string(text)])
            } else {
                display(.output(text))
            }
        } else {
            _ = try callMethod("write", of: file, [.string(text)])
        }
    }

    private func textOrNone(_ value: Value, _ name: String) throws(Raise) -> String? {
        if value.isUnset || value.isNone { return nil }
        if let text = value.text { return text }
        throw .typeError("\(name) must be None or a string, not \(value.type.name)")
    }

    /// What a native, or an assignment to `sys.stdout`, has put in the place of the notebook's output.
    private func redirectedOutput() throws(Raise) -> Value? {
        if let last = outputRedirections.last { return last }
        guard let output = importedModules["sys"]?.attributes?.get(intern("stdout")) else { return nil }
        return (output.object as? OutputObject)?.isError == false ? nil : output
    }
}
