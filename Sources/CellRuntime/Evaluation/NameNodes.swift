internal import CellSyntax

/// A local variable.
final class LocalNode: Node {
    let index: Int

    init(_ code: Code, _ range: SourceRange, _ index: Int) {
        self.index = index
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let value = f[index]
        if case .unset = value { throw placed(unbound()) }
        return value
    }

    @inline(never)
    private func unbound() -> Raise {
        let name = index < code.localNames.count ? code.localNames[index] : "?"
        return cell.unbound(name)
    }

    override func assign(_ f: Frame, _ value: Value) { f[index] = value }

    override func delete(_ f: Frame) throws(Raise) {
        if f[index].isUnset { throw placed(unbound()) }
        f[index] = .unset
    }
}

/// A variable in a cell, of this function or of one around it.
final class CellNode: Node {
    let index: Int
    let name: String
    let isFree: Bool

    init(_ code: Code, _ range: SourceRange, _ index: Int, name: String, isFree: Bool) {
        self.index = index
        self.name = name
        self.isFree = isFree
        super.init(code, range)
    }

    @inline(__always)
    private func variable(_ f: Frame) -> Cell {
        guard case .object(let object) = f[index] else { preconditionFailure("cells are made on entry") }
        return unsafeDowncast(object, to: Cell.self)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let value = variable(f).value
        if case .unset = value { throw placed(unbound()) }
        return value
    }

    @inline(never)
    private func unbound() -> Raise {
        guard isFree else { return cell.unbound(name) }
        let error = Raise.nameError(
            "cannot access free variable '\(name)' where it is not associated with a value in enclosing scope")
        error.exception.subject = name
        return error
    }

    override func assign(_ f: Frame, _ value: Value) { variable(f).value = value }

    override func delete(_ f: Frame) throws(Raise) {
        if variable(f).value.isUnset { throw placed(unbound()) }
        variable(f).value = .unset
    }
}

/// A variable of the module, or a built-in.
final class GlobalNode: Node {
    let variable: Namespace.Variable

    init(_ code: Code, _ range: SourceRange, _ variable: Namespace.Variable) {
        self.variable = variable
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let value = variable.value
        if case .unset = value { return try builtin() }
        return value
    }

    @inline(never)
    private func builtin() throws(Raise) -> Value {
        if variable.builtin.isUnset, let late = cell.builtins.get(variable.name) { variable.builtin = late }
        if variable.builtin.isUnset { throw placed(cell.undefined(variable.name.text, in: code)) }
        return variable.builtin
    }

    override func assign(_ f: Frame, _ value: Value) { variable.value = value }

    override func delete(_ f: Frame) throws(Raise) {
        if variable.value.isUnset { throw placed(cell.undefined(variable.name.text, in: code)) }
        variable.value = .unset
    }
}

/// A name in a class body: of the class so far, then `otherwise`.
final class ClassNameNode: Node {
    let name: Str
    let namespaceIndex: Int
    let otherwise: Node

    init(_ code: Code, _ range: SourceRange, _ name: Str, namespaceIndex: Int, otherwise: Node) {
        self.name = name
        self.namespaceIndex = namespaceIndex
        self.otherwise = otherwise
        super.init(code, range)
    }

    private func namespace(_ f: Frame) -> Dict {
        guard case .object(let object) = f[namespaceIndex] else { preconditionFailure("class bodies have a namespace") }
        return unsafeDowncast(object, to: Dict.self)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        if let value = namespace(f).get(name) { return value }
        return try otherwise.evaluate(f)
    }

    override func assign(_ f: Frame, _ value: Value) { namespace(f).set(name, value) }

    override func delete(_ f: Frame) throws(Raise) {
        if namespace(f).remove(name) == nil { throw placed(cell.undefined(name.text, in: code)) }
    }
}

extension Interpreter {
    func unbound(_ name: String) -> Raise {
        let error = Raise(
            exceptions.unboundLocalError,
            "cannot access local variable '\(name)' where it is not associated with a value")
        error.exception.subject = name
        return error
    }

    /// A `NameError`, with what was probably meant.
    func undefined(_ name: String, in code: Code) -> Raise {
        let near = code.localNames + code.cellNames + code.freeNames + globals.visibleNames
        var hint = Diagnostic.suggestion(for: name, among: near.filter { !$0.hasPrefix(".") })
        if modules.modules[name] != nil, hint == nil || !near.contains(name) { hint = "it is a module: import \(name)" }
        let error = Raise(exceptions.nameError, "name '\(name)' is not defined", hint: hint)
        error.exception.subject = name
        return error
    }
}
