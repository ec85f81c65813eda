internal import CellSyntax

/// A list, set or dictionary comprehension. Its variables lie in the frame of the function around.
final class ComprehensionNode: Node {
    enum Result {
        case list(Node)
        case set(Node)
        case dictionary(Node, Node)
    }

    struct Clause {
        let target: Node
        let iterable: Node
        let conditions: [Node]
    }

    let result: Result
    let clauses: [Clause]
    /// The comprehension's own variables in the frame; those from `cells` on are cells.
    let variables: Range<Int>
    let cells: Int

    init(
        _ code: Code, _ range: SourceRange, _ result: Result, _ clauses: [Clause], variables: Range<Int>, cells: Int
    ) {
        self.result = result
        self.clauses = clauses
        self.variables = variables
        self.cells = cells
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let iterable = try clauses[0].iterable.evaluate(f)
        for index in cells..<variables.upperBound { f[index] = .object(Cell(.unset)) }
        defer { for index in variables { f[index] = .unset } }
        switch result {
        case .list(let element):
            let list = List()
            if case .object(let object) = iterable, object.kind == .list || object.kind == .range, clauses.count == 1,
                clauses[0].conditions.isEmpty, let count = cell.builtinLength(object), count < 1 << 20
            {
                list.items.reserveCapacity(count)
            }
            try walk(0, iterable, f) { () throws(Raise) in list.items.append(try element.evaluate(f)) }
            return .object(list)
        case .set(let element):
            let set = SetObject()
            try walk(0, iterable, f) { () throws(Raise) in
                let value = try element.evaluate(f)
                do throws(Raise) { try set.insert(value, cell) } catch { throw placed(error, element.range) }
            }
            return .object(set)
        case .dictionary(let keyNode, let valueNode):
            let dict = Dict()
            try walk(0, iterable, f) { () throws(Raise) in
                let key = try keyNode.evaluate(f)
                let value = try valueNode.evaluate(f)
                do throws(Raise) { try dict.set(key, value, cell) } catch { throw placed(error, keyNode.range) }
            }
            return .object(dict)
        }
    }

    private func walk(_ index: Int, _ iterable: Value, _ f: Frame, _ body: () throws(Raise) -> Void) throws(Raise) {
        let clause = clauses[index]
        try each(of: iterable, clause) { (item) throws(Raise) in
            try clause.target.assign(f, item)
            for condition in clause.conditions { if try !condition.test(f) { return } }
            if index + 1 == clauses.count {
                try body()
            } else {
                try walk(index + 1, clauses[index + 1].iterable.evaluate(f), f, body)
            }
        }
    }

    @inline(__always)
    private func each(of iterable: Value, _ clause: Clause, _ body: (Value) throws(Raise) -> Void) throws(Raise) {
        if case .object(let object) = iterable {
            if object.kind == .range {
                let range = unsafeDowncast(object, to: RangeObject.self)
                var number = range.start
                for _ in 0..<range.count {
                    if cell.isInterruptRequested { try pollHere() }
                    try body(.int(number))
                    number &+= range.step
                }
                return
            }
            if object.kind == .list {
                let list = unsafeDowncast(object, to: List.self)
                var position = 0
                while position < list.items.count {
                    if cell.isInterruptRequested { try pollHere() }
                    try body(list.items[position])
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
            if cell.isInterruptRequested { try pollHere() }
            let item: Value?
            do throws(Raise) { item = try iterator.next(cell) } catch { throw placed(error, clause.iterable.range) }
            guard let item else { return }
            try body(item)
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
