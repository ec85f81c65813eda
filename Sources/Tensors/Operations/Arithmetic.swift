/// A number or a tensor on the right of an operator.
public enum Operand: Sendable {
    case tensor(Tensor)
    case int(Int)
    case double(Double)

    var argument: Argument {
        switch self {
        case .tensor(let tensor): .tensor(tensor)
        case .int(let number): .int(number)
        case .double(let number): .double(number)
        }
    }

    var overload: StaticString {
        if case .tensor = self { "Tensor" } else { "Scalar" }
    }
}

/// Element by element, broadcast, with ATen's type promotion.
extension Tensor {
    /// Sum.
    public func add(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::add", overload: "Tensor", .tensor(self), other.argument)
    }

    /// Sum. In place.
    @discardableResult
    public func add_(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::add_", overload: "Tensor", .tensor(self), other.argument)
    }

    /// Difference.
    public func sub(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::sub", overload: "Tensor", .tensor(self), other.argument)
    }

    /// Difference. In place.
    @discardableResult
    public func sub_(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::sub_", overload: "Tensor", .tensor(self), other.argument)
    }

    /// Product.
    public func mul(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::mul", overload: "Tensor", .tensor(self), other.argument)
    }

    /// Product. In place.
    @discardableResult
    public func mul_(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::mul_", overload: "Tensor", .tensor(self), other.argument)
    }

    /// True division, always floating point.
    public func div(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::div", overload: "Tensor", .tensor(self), other.argument)
    }

    /// True division, always floating point. In place.
    @discardableResult
    public func div_(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::div_", overload: "Tensor", .tensor(self), other.argument)
    }

    /// Remainder with the sign of the divisor, as Python's `%`.
    public func remainder(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::remainder", overload: other.overload, .tensor(self), other.argument)
    }

    /// Quotient rounded down.
    public func floorDivide(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::floor_divide", .tensor(self), other.argument)
    }

    /// Whether equal.
    public func eq(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::eq", overload: other.overload, .tensor(self), other.argument)
    }

    /// Whether different.
    public func ne(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::ne", overload: other.overload, .tensor(self), other.argument)
    }

    /// Whether less.
    public func lt(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::lt", overload: other.overload, .tensor(self), other.argument)
    }

    /// Whether at most.
    public func le(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::le", overload: other.overload, .tensor(self), other.argument)
    }

    /// Whether greater.
    public func gt(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::gt", overload: other.overload, .tensor(self), other.argument)
    }

    /// Whether at least.
    public func ge(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::ge", overload: other.overload, .tensor(self), other.argument)
    }

    /// `&` of integers or booleans.
    public func bitwiseAnd(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::bitwise_and", overload: other.overload, .tensor(self), other.argument)
    }

    /// `|` of integers or booleans.
    public func bitwiseOr(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::bitwise_or", overload: other.overload, .tensor(self), other.argument)
    }

    /// `^` of integers or booleans.
    public func bitwiseXor(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::bitwise_xor", overload: other.overload, .tensor(self), other.argument)
    }

    /// Power; a tensor or a number as the exponent.
    public func pow(_ exponent: Operand) throws(TensorError) -> Tensor {
        if case .tensor(let tensor) = exponent {
            return try Tensor.call("aten::pow", overload: "Tensor_Tensor", .tensor(self), .tensor(tensor))
        }
        return try Tensor.call("aten::pow", overload: "Tensor_Scalar", .tensor(self), exponent.argument)
    }

    /// A number to the power of each element.
    public static func pow(_ base: Operand, _ exponent: Tensor) throws(TensorError) -> Tensor {
        try call("aten::pow", overload: "Scalar", base.argument, .tensor(exponent))
    }

    /// `other - self`.
    public func subtracted(from other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::rsub", overload: other.overload, .tensor(self), other.argument)
    }

    /// Absolute and relative nearness: `|a - b| <= absolute + relative * |b|`.
    public func isClose(_ other: Tensor, relative: Double = 1e-5, absolute: Double = 1e-8, nansEqual: Bool = false)
        throws(TensorError) -> Tensor
    {
        try Tensor.call(
            "aten::isclose", .tensor(self), .tensor(other), .double(relative), .double(absolute), .bool(nansEqual))
    }

    /// Whether all values of both are near one another; see ``isClose(_:relative:absolute:nansEqual:)``.
    public func allClose(_ other: Tensor, relative: Double = 1e-5, absolute: Double = 1e-8, nansEqual: Bool = false)
        throws(TensorError) -> Bool
    {
        try isClose(other, relative: relative, absolute: absolute, nansEqual: nansEqual).all().intItem() != 0
    }

    /// Whether shape and all values are equal.
    public func isEqual(to other: Tensor) throws(TensorError) -> Bool {
        let outputs = try callOperator("aten::equal", [.tensor(self), .tensor(other)])
        guard case .bool(let equal)? = outputs.first else { throw .operation("aten::equal gave no boolean") }
        return equal
    }

    public func logicalAnd(_ other: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::logical_and", .tensor(self), .tensor(other))
    }

    public func logicalOr(_ other: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::logical_or", .tensor(self), .tensor(other))
    }

    public func logicalXor(_ other: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::logical_xor", .tensor(self), .tensor(other))
    }

    public func shiftLeft(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::__lshift__", overload: other.overload, .tensor(self), other.argument)
    }

    public func shiftRight(_ other: Operand) throws(TensorError) -> Tensor {
        try Tensor.call("aten::__rshift__", overload: other.overload, .tensor(self), other.argument)
    }

    /// `self + weight * (end - self)`.
    public func lerp(_ end: Tensor, _ weight: Double) throws(TensorError) -> Tensor {
        try Tensor.call("aten::lerp", overload: "Scalar", .tensor(self), .tensor(end), .double(weight))
    }

    /// Limits every value to the range; nil leaves a side open.
    public func clamp(min: Double? = nil, max: Double? = nil) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::clamp", .tensor(self), min.map(Argument.double) ?? .none, max.map(Argument.double) ?? .none)
    }

    @discardableResult
    public func clamp_(min: Double? = nil, max: Double? = nil) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::clamp_", .tensor(self), min.map(Argument.double) ?? .none, max.map(Argument.double) ?? .none)
    }

    /// The larger of both, element by element.
    public func maximum(_ other: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::maximum", .tensor(self), .tensor(other))
    }

    public func minimum(_ other: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::minimum", .tensor(self), .tensor(other))
    }

    /// This where `condition` holds, else `other`.
    public func whereElse(_ condition: Tensor, _ other: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::where", overload: "self", .tensor(condition), .tensor(self), .tensor(other))
    }
}
