internal import CellSyntax

/// Statements one after another.
final class BlockNode: Node {
    let statements: NodeRow

    init(_ code: Code, _ range: SourceRange, _ statements: [Node]) {
        self.statements = NodeRow(statements)
        super.init(code, range)
    }

    var isEmpty: Bool { statements.count == 0 }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        for index in 0..<statements.count {
            let completion = try statements.execute(index, f)
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
        machine.pointee.returned = result
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
