internal import CellSyntax

/// `left operator right`, for all operators; numbers that fit take a short way.
class BinaryNode: Node {
    final let left: Operand
    final let right: Operand
    final let operation: BinaryOperator

    init(_ code: Code, _ range: SourceRange, _ left: Node, _ operation: BinaryOperator, _ right: Node) {
        self.left = Operand(left)
        self.right = Operand(right)
        self.operation = operation
        super.init(code, range)
    }

    static func make(
        _ code: Code, _ range: SourceRange, _ left: Node, _ operation: BinaryOperator, _ right: Node
    ) -> Node {
        switch operation {
        case .add: AddNode(code, range, left, operation, right)
        case .subtract: SubtractNode(code, range, left, operation, right)
        case .multiply: MultiplyNode(code, range, left, operation, right)
        case .modulo: ModuloNode(code, range, left, operation, right)
        case .floorDivide: FloorDivideNode(code, range, left, operation, right)
        default: BinaryNode(code, range, left, operation, right)
        }
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let a = try left.evaluate(f)
        let b = try right.evaluate(f)
        return try slow(a, b)
    }

    @inline(never)
    final func slow(_ a: Value, _ b: Value) throws(Raise) -> Value {
        do throws(Raise) { return try cell.binary(operation, a, b) } catch { throw placed(error) }
    }
}

final class AddNode: BinaryNode {
    @inline(never)
    private func joined(_ left: Object, _ right: Object) throws(Raise) -> Value {
        let first = unsafeDowncast(left, to: Str.self)
        let second = unsafeDowncast(right, to: Str.self)
        do throws(Raise) { try cell.checkSize(first.text.utf8.count + second.text.utf8.count) } catch {
            throw placed(error)
        }
        return .string(first.text + second.text)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let a = try left.evaluate(f)
        let b = try right.evaluate(f)
        switch (a, b) {
        case (.int(let x), .int(let y)):
            let (sum, overflow) = x.addingReportingOverflow(y)
            if !overflow { return .int(sum) }
        case (.float(let x), .float(let y)): return .float(x + y)
        case (.object(let x), .object(let y)):
            if x.kind == .str, y.kind == .str { return try joined(x, y) }
        default: break
        }
        return try slow(a, b)
    }
}

final class SubtractNode: BinaryNode {
    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let a = try left.evaluate(f)
        let b = try right.evaluate(f)
        switch (a, b) {
        case (.int(let x), .int(let y)):
            let (difference, overflow) = x.subtractingReportingOverflow(y)
            if !overflow { return .int(difference) }
        case (.float(let x), .float(let y)): return .float(x - y)
        default: break
        }
        return try slow(a, b)
    }
}

final class MultiplyNode: BinaryNode {
    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let a = try left.evaluate(f)
        let b = try right.evaluate(f)
        switch (a, b) {
        case (.int(let x), .int(let y)):
            let (product, overflow) = x.multipliedReportingOverflow(by: y)
            if !overflow { return .int(product) }
        case (.float(let x), .float(let y)): return .float(x * y)
        default: break
        }
        return try slow(a, b)
    }
}

final class ModuloNode: BinaryNode {
    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let a = try left.evaluate(f)
        let b = try right.evaluate(f)
        if case .int(let x) = a, case .int(let y) = b, y > 0 {
            let rest = x % y
            return .int(rest < 0 ? rest + y : rest)
        }
        return try slow(a, b)
    }
}

final class FloorDivideNode: BinaryNode {
    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let a = try left.evaluate(f)
        let b = try right.evaluate(f)
        if case .int(let x) = a, case .int(let y) = b, y > 0 {
            let (quotient, rest) = x.quotientAndRemainder(dividingBy: y)
            return .int(rest < 0 ? quotient - 1 : quotient)
        }
        return try slow(a, b)
    }
}

final class UnaryNode: Node {
    let operation: UnaryOperator
    let operand: Node

    init(_ code: Code, _ range: SourceRange, _ operation: UnaryOperator, _ operand: Node) {
        self.operation = operation
        self.operand = operand
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let value = try operand.evaluate(f)
        if operation == .negate {
            switch value {
            case .int(let number) where number != .min: return .int(-number)
            case .float(let number): return .float(-number)
            default: break
            }
        }
        do throws(Raise) { return try cell.unary(operation, value) } catch { throw placed(error) }
    }
}

final class NotNode: Node {
    let operand: Node

    init(_ code: Code, _ range: SourceRange, _ operand: Node) {
        self.operand = operand
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value { .bool(try !operand.test(f)) }

    override func test(_ f: Frame) throws(Raise) -> Bool { try !operand.test(f) }
}

/// `a and b and c`, `a or b or c`
final class LogicalNode: Node {
    let isAnd: Bool
    let operands: NodeRow

    init(_ code: Code, _ range: SourceRange, isAnd: Bool, _ operands: [Node]) {
        self.isAnd = isAnd
        self.operands = NodeRow(operands)
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        for index in 0..<operands.count - 1 {
            let value = try operands.evaluate(index, f)
            if case .bool(let flag) = value {
                if flag != isAnd { return value }
                continue
            }
            let flag: Bool
            do throws(Raise) { flag = try cell.truth(value) } catch { throw placed(error, operands[index].range) }
            if flag != isAnd { return value }
        }
        return try operands.evaluate(operands.count - 1, f)
    }

    override func test(_ f: Frame) throws(Raise) -> Bool {
        for index in 0..<operands.count { if try operands.test(index, f) != isAnd { return !isAnd } }
        return isAnd
    }
}

/// `then if condition else otherwise`
final class ConditionalNode: Node {
    let condition: Node
    let then: Node
    let otherwise: Node

    init(_ code: Code, _ range: SourceRange, _ condition: Node, _ then: Node, _ otherwise: Node) {
        self.condition = condition
        self.then = then
        self.otherwise = otherwise
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        try condition.test(f) ? then.evaluate(f) : otherwise.evaluate(f)
    }
}

/// `target := value`
final class WalrusNode: Node {
    let target: Node
    let value: Node

    init(_ code: Code, _ range: SourceRange, _ target: Node, _ value: Node) {
        self.target = target
        self.value = value
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let value = try value.evaluate(f)
        try target.assign(f, value)
        return value
    }
}
