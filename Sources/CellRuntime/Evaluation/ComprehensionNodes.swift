internal import CellSyntax

/// A list, set or dictionary comprehension. Its variables lie in the frame of the function around.
final class ComprehensionNode: Node {
    enum Result {
        case list(Node)
        case set(Node)
        case dictionary(Node, Node)
    }

    /// `for target in iterable if condition if …`
    final class Clause {
        let target: Node
        let iterable: Node
        let conditions: NodeRow
        /// Where the target lies in the frame when it is a plain variable, else -1.
        fileprivate let local: Int
        fileprivate let next: Clause?

        init(target: Node, iterable: Node, conditions: [Node], next: Clause?) {
            self.target = target
            self.iterable = iterable
            self.conditions = NodeRow(conditions)
            self.next = next
            local = (target as? LocalNode)?.index ?? -1
        }
    }

    let result: Result
    let clauses: Clause
    /// The comprehension's own variables in the frame; those from `cells` on are cells.
    let variables: Range<Int>
    let cells: Int
    /// The element or key, and the value of a dictionary.
    private let element: Node
    private let value: Node?

    init(
        _ code: Code, _ range: SourceRange, _ result: Result, _ clauses: Clause, variables: Range<Int>, cells: Int
    ) {
        self.result = result
        self.clauses = clauses
        self.variables = variables
        self.cells = cells
        switch result {
        case .list(let node), .set(let node): (element, value) = (node, nil)
        case .dictionary(let key, let node): (element, value) = (key, node)
        }
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let iterable = try clauses.iterable.evaluate(f)
        for index in cells..<variables.upperBound { f[index] = .object(Cell(.unset)) }
        defer { for index in variables { f[index] = .unset } }
        let collection: Object
        switch result {
        case .list:
            let list = List()
            if case .object(let object) = iterable, object.kind == .list || object.kind == .range,
                clauses.next == nil, clauses.conditions.count == 0, let count = cell.builtinLength(object),
                count < 1 << 20
            {
                list.items.reserveCapacity(count)
            }
            collection = list
        case .set: collection = SetObject()
        case .dictionary: collection = Dict()
        }
        try walk(clauses, iterable, f, collection)
        return .object(collection)
    }

    /// Takes all values of one clause.
    private func walk(_ clause: Clause, _ iterable: Value, _ f: Frame, _ collection: Object) throws(Raise) {
        if case .object(let object) = iterable {
            if object.kind == .range {
                let range = unsafeDowncast(object, to: RangeObject.self)
                var number = range.start
                for _ in 0..<range.count {
                    if machine.pointee.wantsAttention { try pollHere() }
                    try step(clause, .int(number), f, collection)
                    number &+= range.step
                }
                return
            }
            if object.kind == .list {
                let list = unsafeDowncast(object, to: List.self)
                var position = 0
                while position < list.items.count {
                    if machine.pointee.wantsAttention { try pollHere() }
                    try step(clause, list.items[position], f, collection)
                    position += 1
                }
                return
            }
        }
        let iterator: IteratorObject
        do throws(Raise) { iterator = try cell.iterator(over: iterable) } catch {
            throw placed(error, clause.iterable.range)
        }
        while true {
            if machine.pointee.wantsAttention { try pollHere() }
            let item: Value?
            do throws(Raise) { item = try iterator.next(cell) } catch { throw placed(error, clause.iterable.range) }
            guard let item else { return }
            try step(clause, item, f, collection)
        }
    }

    /// Takes one value of a clause.
    @inline(__always)
    private func step(_ clause: Clause, _ item: Value, _ f: Frame, _ collection: Object) throws(Raise) {
        if clause.local >= 0 { f[clause.local] = item } else { try clause.target.assign(f, item) }
        for index in 0..<clause.conditions.count { if try !clause.conditions.test(index, f) { return } }
        if let next = clause.next { return try walk(next, next.iterable.evaluate(f), f, collection) }
        let element = try element.evaluate(f)
        switch result {
        case .list: unsafeDowncast(collection, to: List.self).items.append(element)
        case .set:
            do throws(Raise) { _ = try unsafeDowncast(collection, to: SetObject.self).insert(element, cell) } catch {
                throw placed(error, self.element.range)
            }
        case .dictionary:
            guard let value = try value?.evaluate(f) else { return }
            do throws(Raise) { try unsafeDowncast(collection, to: Dict.self).set(element, value, cell) } catch {
                throw placed(error, self.element.range)
            }
        }
    }
}

extension Node {
    /// Raises a waiting interruption at this place.
    @inline(never)
    final func pollHere() throws(Raise) {
        do throws(Raise) { try cell.poll() } catch { throw placed(error) }
    }
}

/// A generator expression: a generator over the first iterable, which is evaluated at once.
final class GeneratorExpressionNode: Node {
    let function: Code
    let iterable: Node
    let captures: [Int]

    init(_ code: Code, _ range: SourceRange, _ function: Code, iterable: Node, captures: [Int]) {
        self.function = function
        self.iterable = iterable
        self.captures = captures
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let value = try iterable.evaluate(f)
        var closure = ContiguousArray<Value>()
        for index in captures { closure.append(f[index]) }
        do throws(Raise) {
            let iterator = try cell.iterator(over: value)
            let function = CellFunction(function, defaults: [.unset], closure: closure, doc: nil)
            let base = cell.stackTop
            cell.push(.object(iterator))
            return try cell.run(function, base)
        } catch {
            throw placed(error, iterable.range)
        }
    }
}
