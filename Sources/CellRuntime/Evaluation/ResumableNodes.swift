internal import CellSyntax

// Statements that hold a `yield`. A generator runs its body from the top each time a value is asked for; these nodes
// remember in the frame where they were, and go straight there. Their state is ``Value/unset`` while they are not
// running. Expressions with a `yield` inside are taken apart by the compiler, so that each `yield` is a statement.

extension Node {
    /// Where a node that remembers its place was.
    @inline(__always)
    final func place(_ f: Frame, _ index: Int) -> Int {
        if case .int(let number) = f[index] { return number }
        return -1
    }
}

final class ResumableBlockNode: Node {
    let statements: NodeRow
    let state: Int

    init(_ code: Code, _ range: SourceRange, _ statements: [Node], state: Int) {
        self.statements = NodeRow(statements)
        self.state = state
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        var index = max(place(f, state), 0)
        f[state] = .unset
        while index < statements.count {
            let completion = try statements.execute(index, f)
            if completion == .suspend { f[state] = .int(index) }
            if completion != .normal { return completion }
            index += 1
        }
        return .normal
    }
}

final class ResumableIfNode: Node {
    /// The condition's own statements come before it.
    let condition: Node
    let then: Node
    let otherwise: Node?
    let state: Int

    init(_ code: Code, _ range: SourceRange, _ condition: Node, _ then: Node, _ otherwise: Node?, state: Int) {
        self.condition = condition
        self.then = then
        self.otherwise = otherwise
        self.state = state
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        var branch = place(f, state)
        f[state] = .unset
        if branch < 0 { branch = try condition.test(f) ? 1 : 0 }
        let completion = try branch == 1 ? then.execute(f) : otherwise?.execute(f) ?? .normal
        if completion == .suspend { f[state] = .int(branch) }
        return completion
    }
}
