internal import CellSyntax

/// A `def` or `lambda` as a value: makes the function object.
final class FunctionNode: Node {
    let function: Code
    /// By parameter.
    let defaults: [Node?]
    let annotations: [(name: Str, value: AnnotationNode)]
    /// Where in this frame the cells lie that the function takes over.
    let captures: [Int]
    let doc: String?

    init(
        _ code: Code, _ range: SourceRange, _ function: Code, defaults: [Node?],
        annotations: [(name: Str, value: AnnotationNode)], captures: [Int], doc: String?
    ) {
        self.function = function
        self.defaults = defaults
        self.annotations = annotations
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
        let made = CellFunction(function, defaults: values, closure: closure, doc: doc)
        if !annotations.isEmpty {
            let dict = Dict()
            for (name, value) in annotations { dict.set(name, try value.evaluate(f)) }
            made.annotations = dict
        }
        return .object(made)
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
        var metaclass: Value?
        for (name, node) in keywords {
            let value = try node.evaluate(f)
            if name == "metaclass" { metaclass = value } else { named.append((name, value)) }
        }
        let namespace = Dict()
        namespace.set(cell.intern("__module__"), .string(cell.globals.name))
        namespace.set(cell.intern("__qualname__"), .string(body.qualifiedName))
        if let doc { namespace.set(cell.intern("__doc__"), .string(doc)) }
        do throws(Raise) {
            let bases = try cell.resolvedBases(Array(bases), namespace)
            let maker = try cell.metaclass(bases: bases, given: metaclass)
            let variable = try run(f, namespace)
            let made = try cell.makeClass(
                body.name, bases: bases, namespace: namespace, keywords: named, metaclass: maker)
            variable?.value = made
            (made.object as? TypeObject)?.definition = (body.source, range)
            return made
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
