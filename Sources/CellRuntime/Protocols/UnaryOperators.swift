internal import BigInt
public import CellSyntax

extension Interpreter {
    /// `-value`, `+value`, `~value`, `not value`
    public func unary(_ operation: UnaryOperator, _ value: Value) throws(Raise) -> Value {
        let special: SpecialName =
            switch operation {
            case .negate: .neg
            case .plus: .pos
            case .invert: .invert
            case .not: .bool
            }
        if operation == .not { return .bool(try !truth(value)) }
        if case .object(let object) = value, !object.type.isBuiltin, object.type.has(special) {
            return try callSpecial(special, of: value)
        }
        if let answer = builtinUnary(operation, value) { return answer }
        let sign = operation == .plus ? "+" : operation.rawValue
        throw .typeError("bad operand type for unary \(sign): '\(value.type.name)'")
    }

    func builtinUnary(_ operation: UnaryOperator, _ value: Value) -> Value? {
        switch operation {
        case .negate:
            if let number = value.smallInteger, number != .min { return .int(-number) }
            if let number = value.bigInteger { return .integer(-number) }
            return value.double.map { .float(-$0) }
        case .plus:
            if let number = value.bigInteger { return .integer(number) }
            return value.double.map { .float($0) }
        case .invert:
            if let number = value.smallInteger { return .int(~number) }
            return value.bigInteger.map { .integer(~$0) }
        case .not: return nil
        }
    }

    /// `abs(value)`
    public func absolute(_ value: Value) throws(Raise) -> Value {
        if case .object(let object) = value, !object.type.isBuiltin, object.type.has(.abs) {
            return try callSpecial(.abs, of: value)
        }
        if let number = value.smallInteger, number != .min { return .int(abs(number)) }
        if let number = value.bigInteger { return .integer(BigInt(number.magnitude)) }
        if let number = value.double { return .float(abs(number)) }
        throw .typeError("bad operand type for abs(): '\(value.type.name)'")
    }
}
