internal import CellSyntax

extension ComparisonOperator {
    var comparator: Interpreter.Comparator? {
        switch self {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .in, .notIn, .is, .isNot: nil
        }
    }
}

/// `left < right` and the other five.
final class CompareNode: Node {
    let left: Operand
    let right: Operand
    let comparator: Interpreter.Comparator

    init(_ code: Code, _ range: SourceRange, _ left: Node, _ comparator: Interpreter.Comparator, _ right: Node) {
        self.left = Operand(left)
        self.right = Operand(right)
        self.comparator = comparator
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let a = try left.evaluate(f)
        let b = try right.evaluate(f)
        if let answer = quick(a, b) { return .bool(answer) }
        do throws(Raise) { return try cell.compare(comparator, a, b) } catch { throw placed(error) }
    }

    override func test(_ f: Frame) throws(Raise) -> Bool {
        let a = try left.evaluate(f)
        let b = try right.evaluate(f)
        if let answer = quick(a, b) { return answer }
        do throws(Raise) { return try cell.truth(cell.compare(comparator, a, b)) } catch { throw placed(error) }
    }

    @inline(__always)
    private func quick(_ a: Value, _ b: Value) -> Bool? {
        switch (a, b) {
        case (.int(let x), .int(let y)):
            switch comparator {
            case .equal: return x == y
            case .notEqual: return x != y
            case .less: return x < y
            case .lessOrEqual: return x <= y
            case .greater: return x > y
            case .greaterOrEqual: return x >= y
            }
        case (.float(let x), .float(let y)):
            switch comparator {
            case .equal: return x == y
            case .notEqual: return x != y
            case .less: return x < y
            case .lessOrEqual: return x <= y
            case .greater: return x > y
            case .greaterOrEqual: return x >= y
            }
        case (.object(let x), .object(let y)):
            guard comparator == .equal || comparator == .notEqual, x.kind == .str, y.kind == .str else {
                return nil
            }
            return (unsafeDowncast(x, to: Str.self) == unsafeDowncast(y, to: Str.self)) == (comparator == .equal)
        default: return nil
        }
    }
}

/// `left in right`, `left not in right`
final class ContainsNode: Node {
    let item: Node
    let container: Node
    let isNegated: Bool

    init(_ code: Code, _ range: SourceRange, _ item: Node, _ container: Node, isNegated: Bool) {
        self.item = item
        self.container = container
        self.isNegated = isNegated
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value { .bool(try test(f)) }

    override func test(_ f: Frame) throws(Raise) -> Bool {
        let item = try item.evaluate(f)
        let container = try container.evaluate(f)
        if case .object(let object) = container, object.kind == .dict {
            let dict = unsafeDowncast(object, to: Dict.self)
            switch item {
            case .int(let number):
                if let place = dict.positionOfSmall(number) { return (place >= 0) != isNegated }
            case .object(let key) where key.kind == .str:
                return (dict.position(of: unsafeDowncast(key, to: Str.self)) >= 0) != isNegated
            default: break
            }
        }
        do throws(Raise) { return try cell.contains(container, item) != isNegated } catch { throw placed(error) }
    }
}

/// `left is right`, `left is not right`
final class IdentityNode: Node {
    let left: Node
    let right: Node
    let isNegated: Bool

    init(_ code: Code, _ range: SourceRange, _ left: Node, _ right: Node, isNegated: Bool) {
        self.left = left
        self.right = right
        self.isNegated = isNegated
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value { .bool(try test(f)) }

    override func test(_ f: Frame) throws(Raise) -> Bool {
        let a = try left.evaluate(f)
        let b = try right.evaluate(f)
        return Value.isSame(a, b) != isNegated
    }
}

/// `a < b < c`: each operand is evaluated at most once.
final class ChainNode: Node {
    let first: Node
    let rest: [(ComparisonOperator, Node)]

    init(_ code: Code, _ range: SourceRange, _ first: Node, _ rest: [(ComparisonOperator, Node)]) {
        self.first = first
        self.rest = rest
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        var left = try first.evaluate(f)
        var answer = Value.bool(true)
        for (index, (comparison, node)) in rest.enumerated() {
            let right = try node.evaluate(f)
            do throws(Raise) {
                answer = try cell.compare(by: comparison, left, right)
                if index < rest.count - 1, try !cell.truth(answer) { return answer }
            } catch {
                throw placed(error)
            }
            left = right
        }
        return answer
    }
}

extension Interpreter {
    func compare(by comparison: ComparisonOperator, _ left: Value, _ right: Value) throws(Raise) -> Value {
        switch comparison {
        case .in: return .bool(try contains(right, left))
        case .notIn: return .bool(try !contains(right, left))
        case .is: return .bool(Value.isSame(left, right))
        case .isNot: return .bool(!Value.isSame(left, right))
        default:
            guard let comparator = comparison.comparator else { preconditionFailure("all others are rich comparisons") }
            return try compare(comparator, left, right)
        }
    }
}
