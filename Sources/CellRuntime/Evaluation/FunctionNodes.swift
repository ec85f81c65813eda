internal import CellSyntax

/// A `def` or `lambda` as a value: makes the function object.
final class FunctionNode: Node {
    let function: Code
    /// By parameter.
    let defaults: [Node?]
    /// Where in this frame the cells lie that the function takes over.
    let captures: [Int]
    let doc: String?
    /// Where a class body's names lie, for functions written in one.
    init(_ code: Code, _ range: SourceRange, _ function: Code, defaults: [Node?], captures: [Int], doc: String?) {
        self.function = function
        self.defaults = defaults
        self.captures = captures
        self.doc = doc
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        var values = ContiguousArray<Value>()
        values.reserveCapacity(defaults.count)
        for node in defaults { values.append(try node?.evaluate(f) ?? .unset) }
        var closure = ContiguousArray<Value>()
        closure.reserveCapacity(captures.count)
        for index in captures { closure.append(f[index]) }
        return .object(CellFunction(function, defaults: values, closure: closure, doc: doc))
    }
}

/// A value passed through decorators, the nearest first.
final class DecoratedNode: Node {
    let decorators: [Node]
    let definition: Node

    init(_ code: Code, _ range: SourceRange, _ decorators: [Node], _ definition: Node) {
        self.decorators = decorators
        self.definition = definition
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        var functions: [Value] = []
        for decorator in decorators { functions.append(try decorator.evaluate(f)) }
        var value = try definition.evaluate(f)
        for (index, function) in functions.enumerated().reversed() {
            do throws(Raise) { value = try cell.call(function, [value]) } catch {
                throw placed(error, decorators[index].range)
            }
        }
        return value
    }
}

/// A `class` statement's value: runs the body and makes the class.
final class ClassNode: Node {
    let body: Code
    let bases: [DisplayItem]
    let keywords: [(String, Node)]
    let captures: [Int]
    let namespaceIndex: Int
    /// Where the body's cell of `__class__` lies, if methods need it.
    let classCell: Int?
    let doc: String?

    init(
        _ code: Code, _ range: SourceRange, _ body: Code, bases: [DisplayItem], keywords: [(String, Node)],
        captures: [Int],
        namespaceIndex: Int, classCell: Int?, doc: String?
    ) {
        self.body = body
        self.bases = bases
        self.keywords = keywords
        self.captures = captures
        self.namespaceIndex = namespaceIndex
        self.classCell = classCell
        self.doc = doc
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let bases = try items(bases, f)
        var named: [(String, Value)] = []
        for (name, node) in keywords { named.append((name, try node.evaluate(f))) }
        let namespace = Dict()
        namespace.set(cell.intern("__module__"), .string("__main__"))
        namespace.set(cell.intern("__qualname__"), .string(body.qualifiedName))
        if let doc { namespace.set(cell.intern("__doc__"), .string(doc)) }
        do throws(Raise) {
            let variable = try run(f, namespace)
            let qualifiedName = namespace.remove(cell.intern("__qualname__"))?.text ?? body.qualifiedName
            let type = try cell.makeClass(
                body.name, qualifiedName: qualifiedName, bases: Array(bases), namespace: namespace, keywords: named)
            variable?.value = .object(type)
            return .object(type)
        } catch {
            throw placed(error)
        }
    }

    /// Runs the body, and returns the cell to be filled with the class.
    private func run(_ f: Frame, _ namespace: Dict) throws(Raise) -> Cell? {
        try cell.enterCall()
        let base = cell.stackTop
        defer {
            cell.pop(to: base)
            cell.depth -= 1
        }
        try cell.reserve(body.frameSize)
        base.initialize(repeating: .unset, count: body.frameSize)
        cell.stackTop = base + body.frameSize
        for index in 0..<body.cellCount { base[body.cellBase + index] = .object(Cell(.unset)) }
        for (offset, index) in captures.enumerated() { base[body.freeBase + offset] = f[index] }
        base[namespaceIndex] = .object(namespace)
        do throws(Raise) {
            _ = try body.body.execute(base)
        } catch {
            error.exception.isUnplaced = true
            throw error
        }
        guard let classCell else { return nil }
        return base[body.cellBase + classCell].object as? Cell
    }
}
