internal import CellSyntax

final class IfNode: Node {
    let conditions: NodeRow
    let bodies: NodeRow
    let otherwise: Node?

    init(_ code: Code, _ range: SourceRange, _ branches: [(condition: Node, body: Node)], _ otherwise: Node?) {
        conditions = NodeRow(branches.map(\.condition))
        bodies = NodeRow(branches.map(\.body))
        self.otherwise = otherwise
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        for index in 0..<conditions.count {
            if try conditions.test(index, f) { return try bodies.execute(index, f) }
        }
        guard let otherwise else { return .normal }
        return try otherwise.execute(f)
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
            if machine.pointee.wantsAttention { try condition.pollHere() }
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
    /// Where the target lies in the frame when it is a local variable, else -1.
    private let local: Int

    init(_ code: Code, _ range: SourceRange, _ target: Node, _ iterable: Node, _ body: Node, _ otherwise: Node?) {
        self.target = target
        self.iterable = iterable
        self.body = body
        self.otherwise = otherwise
        local = (target as? LocalNode)?.index ?? -1
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
            if machine.pointee.wantsAttention { try iterable.pollHere() }
            let item: Value?
            do throws(Raise) { item = try iterator.next(cell) } catch { throw placed(error, iterable.range) }
            guard let item else { break }
            try bind(item, f)
            switch try body.execute(f) {
            case .normal, .continue: break
            case .break: return .normal
            case let other: return other
            }
        }
        return try otherwise?.execute(f) ?? .normal
    }

    @inline(__always)
    private func bind(_ item: Value, _ f: Frame) throws(Raise) {
        if local >= 0 { f[local] = item } else { try target.assign(f, item) }
    }

    private func run(_ range: RangeObject, _ f: Frame) throws(Raise) -> Completion {
        var number = range.start
        var remaining = range.count
        let step = range.step
        while remaining > 0 {
            if machine.pointee.wantsAttention { try iterable.pollHere() }
            try bind(.int(number), f)
            number &+= step
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
            if machine.pointee.wantsAttention { try iterable.pollHere() }
            try bind(list.items[position], f)
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
