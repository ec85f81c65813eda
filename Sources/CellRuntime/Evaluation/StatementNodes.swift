internal import CellSyntax

/// Statements one after another.
final class BlockNode: Node {
    let statements: ContiguousArray<Node>

    init(_ code: Code, _ range: SourceRange, _ statements: [Node]) {
        self.statements = ContiguousArray(statements)
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        for statement in statements {
            let completion = try statement.execute(f)
            if completion != .normal { return completion }
        }
        return .normal
    }
}

final class PassNode: Node {
    override func execute(_ f: Frame) throws(Raise) -> Completion { .normal }
}

final class BreakNode: Node {
    override func execute(_ f: Frame) throws(Raise) -> Completion { .break }
}

final class ContinueNode: Node {
    override func execute(_ f: Frame) throws(Raise) -> Completion { .continue }
}

final class ReturnNode: Node {
    let value: Node?

    init(_ code: Code, _ range: SourceRange, _ value: Node?) {
        self.value = value
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        let result = try value?.evaluate(f) ?? .none
        cell.returned = result
        return .return
    }
}

/// `target = value` with one target
final class AssignNode: Node {
    let target: Node
    let value: Node

    init(_ code: Code, _ range: SourceRange, _ target: Node, _ value: Node) {
        self.target = target
        self.value = value
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        try target.assign(f, value.evaluate(f))
        return .normal
    }
}

/// `target = value` for a local variable
final class AssignLocalNode: Node {
    let index: Int
    let value: Node

    init(_ code: Code, _ range: SourceRange, _ index: Int, _ value: Node) {
        self.index = index
        self.value = value
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        let result = try value.evaluate(f)
        f[index] = result
        return .normal
    }
}

/// `a = b = value`
final class MultipleAssignNode: Node {
    let targets: [Node]
    let value: Node

    init(_ code: Code, _ range: SourceRange, _ targets: [Node], _ value: Node) {
        self.targets = targets
        self.value = value
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        let value = try value.evaluate(f)
        for target in targets { try target.assign(f, value) }
        return .normal
    }
}

/// `target operator= value`. An attribute's or item's object is evaluated once: `target` reads and writes temporaries
/// that `prepare` fills.
final class AugmentedAssignNode: Node {
    let prepare: [Node]
    let target: Node
    let operation: BinaryOperator
    let value: Node

    init(_ code: Code, _ range: SourceRange, prepare: [Node], _ target: Node, _ operation: BinaryOperator, _ value: Node) {
        self.prepare = prepare
        self.target = target
        self.operation = operation
        self.value = value
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        for node in prepare { _ = try node.execute(f) }
        let old = try target.evaluate(f)
        let right = try value.evaluate(f)
        try target.assign(f, result(consume old, right, f))
        return .normal
    }

    @inline(__always)
    private func result(_ left: consuming Value, _ right: Value, _ f: Frame) throws(Raise) -> Value {
        switch (left, right, operation) {
        case (.int(let x), .int(let y), .add):
            let (sum, overflow) = x.addingReportingOverflow(y)
            if !overflow { return .int(sum) }
        case (.float(let x), .float(let y), .add): return .float(x + y)
        case (.int(let x), .int(let y), .subtract):
            let (difference, overflow) = x.subtractingReportingOverflow(y)
            if !overflow { return .int(difference) }
        case (.object(let a), .object(let b), .add) where a.kind == .str && b.kind == .str:
            return try append(left, unsafeDowncast(b, to: Str.self), f)
        default: break
        }
        do throws(Raise) { return try cell.inPlace(operation, left, right) } catch { throw placed(error) }
    }

    /// Strings grow in place when only the variable holds them.
    private func append(_ left: consuming Value, _ right: Str, _ f: Frame) throws(Raise) -> Value {
        guard case .object(let object) = consume left else { preconditionFailure("called with a string") }
        var string = unsafeDowncast(object, to: Str.self)
        if string === right { return .string(string.text + right.text) }
        do throws(Raise) {
            try cell.checkSize(string.text.utf8.count + right.text.utf8.count)
            try release(f)
        } catch {
            throw placed(error)
        }
        if isKnownUniquelyReferenced(&string) {
            string.appendInPlace(right)
            return .object(string)
        }
        return .string(string.text + right.text)
    }

    /// Makes the variable let go of its old value, which is about to be replaced.
    @inline(__always)
    private func release(_ f: Frame) throws(Raise) {
        switch target {
        case let local as LocalNode: f[local.index] = .unset
        case let global as GlobalNode: global.variable.value = .unset
        default: break
        }
    }
}

/// Fills a temporary of the frame.
final class StoreNode: Node {
    let index: Int
    let value: Node

    init(_ code: Code, _ index: Int, _ value: Node) {
        self.index = index
        self.value = value
        super.init(code, value.range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        let result = try value.evaluate(f)
        f[index] = result
        return .normal
    }
}

/// Reads a temporary of the frame.
final class TemporaryNode: Node {
    let index: Int

    init(_ code: Code, _ range: SourceRange, _ index: Int) {
        self.index = index
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value { f[index] }
}

final class DeleteNode: Node {
    let targets: [Node]

    init(_ code: Code, _ range: SourceRange, _ targets: [Node]) {
        self.targets = targets
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        for target in targets { try target.delete(f) }
        return .normal
    }
}

final class AssertNode: Node {
    let condition: Node
    let message: Node?

    init(_ code: Code, _ range: SourceRange, _ condition: Node, _ message: Node?) {
        self.condition = condition
        self.message = message
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        if try condition.test(f) { return .normal }
        var arguments: ContiguousArray<Value> = []
        if let message { arguments.append(try message.evaluate(f)) }
        throw placed(Raise(ExceptionObject(exceptions.assertionError, Tuple(arguments))), condition.range)
    }
}

final class IfNode: Node {
    let branches: [(condition: Node, body: Node)]
    let otherwise: Node?

    init(_ code: Code, _ range: SourceRange, _ branches: [(condition: Node, body: Node)], _ otherwise: Node?) {
        self.branches = branches
        self.otherwise = otherwise
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        for branch in branches { if try branch.condition.test(f) { return try branch.body.execute(f) } }
        return try otherwise?.execute(f) ?? .normal
    }
}

final class WhileNode: Node {
    let condition: Node
    let body: Node
    let otherwise: Node?

    init(_ code: Code, _ range: SourceRange, _ condition: Node, _ body: Node, _ otherwise: Node?) {
        self.condition = condition
        self.body = body
        self.otherwise = otherwise
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        while try condition.test(f) {
            if cell.isInterruptRequested { try condition.pollHere() }
            switch try body.execute(f) {
            case .normal, .continue: break
            case .break: return .normal
            case let other: return other
            }
        }
        return try otherwise?.execute(f) ?? .normal
    }
}

final class ForNode: Node {
    let target: Node
    let iterable: Node
    let body: Node
    let otherwise: Node?

    init(_ code: Code, _ range: SourceRange, _ target: Node, _ iterable: Node, _ body: Node, _ otherwise: Node?) {
        self.target = target
        self.iterable = iterable
        self.body = body
        self.otherwise = otherwise
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        let source = try iterable.evaluate(f)
        if case .object(let object) = source {
            if object.kind == .range { return try run(unsafeDowncast(object, to: RangeObject.self), f) }
            if object.kind == .list { return try run(unsafeDowncast(object, to: List.self), f) }
        }
        let iterator: IteratorObject
        do throws(Raise) { iterator = try cell.iterator(over: source) } catch { throw placed(error, iterable.range) }
        while true {
            if cell.isInterruptRequested { try iterable.pollHere() }
            let item: Value?
            do throws(Raise) { item = try iterator.next(cell) } catch { throw placed(error, iterable.range) }
            guard let item else { break }
            try target.assign(f, item)
            switch try body.execute(f) {
            case .normal, .continue: break
            case .break: return .normal
            case let other: return other
            }
        }
        return try otherwise?.execute(f) ?? .normal
    }

    private func run(_ range: RangeObject, _ f: Frame) throws(Raise) -> Completion {
        var number = range.start
        var remaining = range.count
        let local = (target as? LocalNode)?.index ?? -1
        while remaining > 0 {
            if cell.isInterruptRequested { try iterable.pollHere() }
            if local >= 0 { f[local] = .int(number) } else { try target.assign(f, .int(number)) }
            number &+= range.step
            remaining -= 1
            switch try body.execute(f) {
            case .normal, .continue: break
            case .break: return .normal
            case let other: return other
            }
        }
        return try otherwise?.execute(f) ?? .normal
    }

    private func run(_ list: List, _ f: Frame) throws(Raise) -> Completion {
        var position = 0
        while position < list.items.count {
            if cell.isInterruptRequested { try iterable.pollHere() }
            try target.assign(f, list.items[position])
            position += 1
            switch try body.execute(f) {
            case .normal, .continue: break
            case .break: return .normal
            case let other: return other
            }
        }
        return try otherwise?.execute(f) ?? .normal
    }
}
