/// An operand of arithmetic. Numbers in local variables and constants, which most operands are, are read in place of a
/// call.
struct Operand {
    let node: Node
    /// Where it lies in the frame when it is a local variable, else -1.
    private let local: Int
    /// The number when it is a constant one, else unset.
    private let number: Value

    init(_ node: Node) {
        self.node = node
        local = (node as? LocalNode)?.index ?? -1
        switch (node as? ConstantNode)?.value {
        case .int(let value): number = .int(value)
        case .float(let value): number = .float(value)
        default: number = .unset
        }
    }

    @inline(__always)
    func evaluate(_ f: Node.Frame) throws(Raise) -> Value {
        if local >= 0 {
            switch f[local] {
            case .int(let value): return .int(value)
            case .float(let value): return .float(value)
            default: break
            }
        } else {
            switch number {
            case .int(let value): return .int(value)
            case .float(let value): return .float(value)
            default: break
            }
        }
        return try node.evaluate(f)
    }
}
