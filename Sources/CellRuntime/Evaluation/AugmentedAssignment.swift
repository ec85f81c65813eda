internal import CellSyntax

/// `target operator= value`. An attribute's or item's object is evaluated once: `target` reads and writes temporaries
/// that `prepare` fills.
final class AugmentedAssignNode: Node {
    let prepare: [Node]
    let target: Node
    let operation: BinaryOperator
    let value: Node
    /// Where the variable lies in the frame when the target is a local one, else -1.
    private let local: Int
    /// The variable when the target is one of the module.
    private let global: Namespace.Variable?

    init(
        _ code: Code, _ range: SourceRange, prepare: [Node], _ target: Node, _ operation: BinaryOperator, _ value: Node
    ) {
        self.prepare = prepare
        self.target = target
        self.operation = operation
        self.value = value
        local = (target as? LocalNode)?.index ?? -1
        global = (target as? GlobalNode)?.variable
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        if local >= 0 {
            switch f[local] {
            case .int, .float:
                let old = f[local]
                let right = try value.evaluate(f)
                f[local] = try result(old, right)
                return .normal
            default: break
            }
        }
        if !prepare.isEmpty { for node in prepare { _ = try node.execute(f) } }
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
        switch (left, right) {
        case (.int(let x), .int(let y)):
            switch operation {
            case .add:
                let (sum, overflow) = x.addingReportingOverflow(y)
                if !overflow { return .int(sum) }
            case .subtract:
                let (difference, overflow) = x.subtractingReportingOverflow(y)
                if !overflow { return .int(difference) }
            case .multiply:
                let (product, overflow) = x.multipliedReportingOverflow(by: y)
                if !overflow { return .int(product) }
            default: break
            }
        case (.float(let x), .float(let y)):
            switch operation {
            case .add: return .float(x + y)
            case .subtract: return .float(x - y)
            case .multiply: return .float(x * y)
            default: break
            }
        default: break
        }
        return try slow(left, right)
    }

    @inline(never)
    private func slow(_ left: Value, _ right: Value) throws(Raise) -> Value {
        do throws(Raise) { return try cell.inPlace(operation, left, right) } catch { throw placed(error) }
    }

    /// Where the variable's value lies, for a local or global variable.
    private func place(_ f: Frame) -> UnsafeMutablePointer<Value>? { local >= 0 ? f + local : global?.place }

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

/// `left operator= right` as a value
final class InPlaceNode: Node {
    let left: Node
    let operation: BinaryOperator
    let right: Node

    init(_ code: Code, _ range: SourceRange, _ left: Node, _ operation: BinaryOperator, _ right: Node) {
        self.left = left
        self.operation = operation
        self.right = right
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let a = try left.evaluate(f)
        let b = try right.evaluate(f)
        do throws(Raise) { return try cell.inPlace(operation, a, b) } catch { throw placed(error) }
    }
}
