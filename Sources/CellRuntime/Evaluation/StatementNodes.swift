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

    init(
        _ code: Code, _ range: SourceRange, prepare: [Node], _ target: Node, _ operation: BinaryOperator, _ value: Node
    ) {
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
        if operation == .add, let place = place(f), Self.areSameString(place, old), let suffix = Self.string(right) {
            // The variable alone holds the text now, so that it can grow in place.
            _ = consume old
            do throws(Raise) { try Self.append(suffix, to: place, cell) } catch { throw placed(error) }
            return .normal
        }
        try target.assign(f, result(old, right))
        return .normal
    }

    @inline(__always)
    private func result(_ left: Value, _ right: Value) throws(Raise) -> Value {
        switch (left, right, operation) {
        case (.int(let x), .int(let y), .add):
            let (sum, overflow) = x.addingReportingOverflow(y)
            if !overflow { return .int(sum) }
        case (.float(let x), .float(let y), .add): return .float(x + y)
        case (.int(let x), .int(let y), .subtract):
            let (difference, overflow) = x.subtractingReportingOverflow(y)
            if !overflow { return .int(difference) }
        default: break
        }
        do throws(Raise) { return try cell.inPlace(operation, left, right) } catch { throw placed(error) }
    }

    /// Where the variable's value lies, for a local or global variable.
    @inline(__always)
    private func place(_ f: Frame) -> UnsafeMutablePointer<Value>? {
        switch target {
        case let local as LocalNode: f + local.index
        case let global as GlobalNode: global.variable.place
        default: nil
        }
    }

    @inline(never)
    private static func areSameString(_ place: UnsafeMutablePointer<Value>, _ value: borrowing Value) -> Bool {
        guard case .object(let object) = copy value, object.kind == .str else { return false }
        guard case .object(let held) = place.pointee else { return false }
        return held === object
    }

    private static func string(_ value: Value) -> Str? {
        guard case .object(let object) = value, object.kind == .str else { return nil }
        return unsafeDowncast(object, to: Str.self)
    }

    @inline(never)
    private static func append(_ suffix: Str, to place: UnsafeMutablePointer<Value>, _ cell: Interpreter) throws(Raise)
    {
        guard case .object(let object) = place.move() else { preconditionFailure("a string was seen here") }
        place.initialize(to: .unset)
        var string = unsafeDowncast(consume object, to: Str.self)
        do throws(Raise) {
            try cell.checkSize(string.text.utf8.count + suffix.text.utf8.count)
        } catch {
            place.pointee = .object(string)
            throw error
        }
        if isKnownUniquelyReferenced(&string) {
            string.appendInPlace(suffix)
            place.pointee = .object(string)
        } else {
            place.pointee = .string(string.text + suffix.text)
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
