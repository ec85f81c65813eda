/// An operator between two values that a type may define: `a + b`, also in `a += b`.
public enum BinaryOperator: String, Sendable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case matrixMultiply = "@"
    case divide = "/"
    case floorDivide = "//"
    case modulo = "%"
    case power = "**"
    case leftShift = "<<"
    case rightShift = ">>"
    case bitAnd = "&"
    case bitOr = "|"
    case bitXor = "^"
}

public enum UnaryOperator: String, Sendable, CaseIterable {
    case negate = "-"
    case plus = "+"
    case invert = "~"
    case not
}

/// `and` and `or`, which evaluate their right side only when needed.
public enum BooleanOperator: String, Sendable, CaseIterable {
    case and
    case or
}

public enum ComparisonOperator: String, Sendable, CaseIterable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case `in`
    case notIn = "not in"
    case `is`
    case isNot = "is not"
}
