/// Child nodes in order, walked without counting references.
struct NodeRow: ~Copyable {
    private let start: UnsafeMutablePointer<Unmanaged<Node>>
    let count: Int

    init(_ nodes: [Node]) {
        count = nodes.count
        start = .allocate(capacity: max(count, 1))
        for (index, node) in nodes.enumerated() { (start + index).initialize(to: .passRetained(node)) }
    }

    deinit {
        for index in 0..<count { start[index].release() }
        start.deallocate()
    }

    @inline(__always)
    func evaluate(_ index: Int, _ f: Node.Frame) throws(Raise) -> Value {
        try start[index].with { (node) throws(Raise) in try node.evaluate(f) }
    }

    @inline(__always)
    func execute(_ index: Int, _ f: Node.Frame) throws(Raise) -> Completion {
        try start[index].with { (node) throws(Raise) in try node.execute(f) }
    }

    @inline(__always)
    func test(_ index: Int, _ f: Node.Frame) throws(Raise) -> Bool {
        try start[index].with { (node) throws(Raise) in try node.test(f) }
    }

    subscript(index: Int) -> Node { start[index].takeUnretainedValue() }
}

extension Unmanaged {
    /// Uses the object without retaining it; whoever calls knows that it stays alive meanwhile.
    @inline(__always)
    func with<Result>(_ body: (Instance) throws(Raise) -> Result) throws(Raise) -> Result {
        let result = _withUnsafeGuaranteedRef { (instance) -> Swift.Result<Result, Raise> in
            do throws(Raise) { return .success(try body(instance)) } catch { return .failure(error) }
        }
        return try result.get()
    }
}
