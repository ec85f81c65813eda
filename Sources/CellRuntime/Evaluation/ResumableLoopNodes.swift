internal import CellSyntax

/// `while`; statements that the condition needs come in `prepare`.
final class ResumableWhileNode: Node {
    let prepare: Node?
    let condition: Node
    let body: Node
    let otherwise: Node?
    let state: Int

    init(
        _ code: Code, _ range: SourceRange, prepare: Node?, _ condition: Node, _ body: Node, _ otherwise: Node?,
        state: Int
    ) {
        self.prepare = prepare
        self.condition = condition
        self.body = body
        self.otherwise = otherwise
        self.state = state
        super.init(code, range)
    }

    private static let preparing = 0
    private static let looping = 1
    private static let ending = 2

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        var place = place(f, state)
        f[state] = .unset
        while true {
            if place < Self.looping {
                if machine.pointee.wantsAttention { try condition.pollHere() }
                if let prepare, try prepare.execute(f) == .suspend {
                    f[state] = .int(Self.preparing)
                    return .suspend
                }
                place = try condition.test(f) ? Self.looping : Self.ending
            }
            let completion = try place == Self.looping ? body.execute(f) : otherwise?.execute(f) ?? .normal
            if completion == .suspend {
                f[state] = .int(place)
                return .suspend
            }
            if place == Self.ending { return completion }
            switch completion {
            case .normal, .continue: place = -1
            case .break: return .normal
            default: return completion
            }
        }
    }
}

final class ResumableForNode: Node {
    let target: Node
    let iterable: Node
    let body: Node
    let otherwise: Node?
    /// The iterator while the loop runs; `None` in the `else`.
    let state: Int

    init(
        _ code: Code, _ range: SourceRange, _ target: Node, _ iterable: Node, _ body: Node, _ otherwise: Node?,
        state: Int
    ) {
        self.target = target
        self.iterable = iterable
        self.body = body
        self.otherwise = otherwise
        self.state = state
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        let place = (f + state).move()
        (f + state).initialize(to: .unset)
        if place.isNone { return try finish(f) }
        let iterator: IteratorObject
        var isInBody = false
        if case .object(let running) = place {
            iterator = unsafeDowncast(running, to: IteratorObject.self)
            isInBody = true
        } else {
            let source = try iterable.evaluate(f)
            do throws(Raise) { iterator = try cell.iterator(over: source) } catch {
                throw placed(error, iterable.range)
            }
        }
        while true {
            if !isInBody {
                if machine.pointee.wantsAttention { try iterable.pollHere() }
                let item: Value?
                do throws(Raise) { item = try iterator.next(cell) } catch { throw placed(error, iterable.range) }
                guard let item else { return try finish(f) }
                try target.assign(f, item)
            }
            isInBody = false
            switch try body.execute(f) {
            case .normal, .continue: break
            case .break: return .normal
            case .suspend:
                f[state] = .object(iterator)
                return .suspend
            case let other: return other
            }
        }
    }

    private func finish(_ f: Frame) throws(Raise) -> Completion {
        let completion = try otherwise?.execute(f) ?? .normal
        if completion == .suspend { f[state] = .none }
        return completion
    }
}
