internal import CellSyntax

/// An annotation as a value. One with a name that nobody knows is kept as its text, as all are after
/// `from __future__ import annotations`.
final class AnnotationNode: Node {
    let value: Node?
    let text: String

    init(_ code: Code, _ range: SourceRange, _ value: Node?, text: String) {
        self.value = value
        self.text = text
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        guard let value else { return .string(text) }
        do throws(Raise) {
            return try value.evaluate(f)
        } catch {
            guard error.is(exceptions.nameError) || error.is(exceptions.attributeError) else { throw error }
            return .string(text)
        }
    }
}

/// `name: annotation = value` in a class body or a module, whose `__annotations__` keep the annotation.
final class AnnotatedNameNode: Node {
    let name: String
    let annotation: AnnotationNode
    /// Where the class body's names lie; nil in a module.
    let namespaceIndex: Int?
    let assignment: Node?

    init(
        _ code: Code, _ range: SourceRange, _ name: String, _ annotation: AnnotationNode, namespaceIndex: Int?,
        assignment: Node?
    ) {
        self.name = name
        self.annotation = annotation
        self.namespaceIndex = namespaceIndex
        self.assignment = assignment
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        _ = try assignment?.execute(f)
        let value = try annotation.evaluate(f)
        annotations(f)?.set(cell.intern(name), value)
        return .normal
    }

    private func annotations(_ f: Frame) -> Dict? {
        let key = cell.intern("__annotations__")
        if let namespaceIndex {
            guard let namespace = f[namespaceIndex].object as? Dict else { return nil }
            if namespace.get(key) == nil { namespace.set(key, .object(Dict())) }
            return namespace.get(key)?.object as? Dict
        }
        let variable = cell.globals.variable(key)
        if variable.value.isUnset { variable.value = .object(Dict()) }
        return variable.value.object as? Dict
    }
}
