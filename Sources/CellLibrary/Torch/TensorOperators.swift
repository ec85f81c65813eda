import CellRuntime
import Tensors

extension TensorMembers {
    /// `+ - * / // % ** @`, comparisons and bits, with numbers on either side.
    @MembersBuilder static var operators: [Member] {
        binary("__add__", "__radd__") { a, b throws(TensorError) in try a.add(b) }
        binary("__sub__") { a, b throws(TensorError) in try a.sub(b) }
        binary("__rsub__") { a, b throws(TensorError) in try a.subtracted(from: b) }
        binary("__mul__", "__rmul__") { a, b throws(TensorError) in try a.mul(b) }
        binary("__truediv__") { a, b throws(TensorError) in try a.div(b) }
        binary("__rtruediv__") { a, b throws(TensorError) in try a.reciprocal().mul(b) }
        binary("__floordiv__") { a, b throws(TensorError) in try a.floorDivide(b) }
        binary("__rfloordiv__") { a, b throws(TensorError) in try b.tensor(like: a).floorDivide(.tensor(a)) }
        binary("__mod__") { a, b throws(TensorError) in try a.remainder(b) }
        binary("__rmod__") { a, b throws(TensorError) in try b.tensor(like: a).remainder(.tensor(a)) }
        binary("__pow__") { a, b throws(TensorError) in try a.pow(b) }
        binary("__rpow__") { a, b throws(TensorError) in try Tensor.pow(b, a) }
        binary("__matmul__") { a, b throws(TensorError) in
            guard case .tensor(let other) = b else { throw .operation("matmul needs a tensor on either side") }
            return try a.matmul(other)
        }
        binary("__eq__") { a, b throws(TensorError) in try a.eq(b) }
        binary("__ne__") { a, b throws(TensorError) in try a.ne(b) }
        binary("__lt__") { a, b throws(TensorError) in try a.lt(b) }
        binary("__le__") { a, b throws(TensorError) in try a.le(b) }
        binary("__gt__") { a, b throws(TensorError) in try a.gt(b) }
        binary("__ge__") { a, b throws(TensorError) in try a.ge(b) }
        binary("__and__", "__rand__") { a, b throws(TensorError) in try a.bitwiseAnd(b) }
        binary("__or__", "__ror__") { a, b throws(TensorError) in try a.bitwiseOr(b) }
        binary("__xor__", "__rxor__") { a, b throws(TensorError) in try a.bitwiseXor(b) }
        binary("__lshift__") { a, b throws(TensorError) in
            try Tensor.call("aten::bitwise_left_shift", overload: b.scalarOverload, .tensor(a), b.plain)
        }
        binary("__rshift__") { a, b throws(TensorError) in
            try Tensor.call("aten::bitwise_right_shift", overload: b.scalarOverload, .tensor(a), b.plain)
        }
        Method<Tensor>("__neg__") { tensor, _ in try tensor.neg() }
        Method<Tensor>("__pos__") { tensor, _ in tensor }
        Method<Tensor>("__abs__") { tensor, _ in try tensor.abs() }
        Method<Tensor>("__invert__") { tensor, _ in try Tensor.call("aten::bitwise_not", .tensor(tensor)) }
        changing("__iadd__") { a, b throws(TensorError) in try a.add_(b) }
        changing("__isub__") { a, b throws(TensorError) in try a.sub_(b) }
        changing("__imul__") { a, b throws(TensorError) in try a.mul_(b) }
        changing("__itruediv__") { a, b throws(TensorError) in try a.div_(b) }
    }

    /// An operator under one or more names. Operands that are neither numbers nor tensors are left to decide themselves.
    private static func binary(
        _ names: String..., compute: @escaping (Tensor, Operand) throws(TensorError) -> Tensor
    ) -> [Member] {
        names.map { name in
            RawMethod(name, [ParameterDescription(name: "other", kind: .positionalOnly)]) {
                arguments throws(Raise) in
                guard let own = arguments[0].object as? TensorObject, let other = Operand(arguments[1]) else {
                    return .notImplemented
                }
                do throws(TensorError) {
                    return .object(TensorObject(try compute(own.tensor, other), type: own.resultType))
                } catch { throw error.raise }
            }
        }
    }

    /// An augmented assignment, which changes the tensor itself.
    private static func changing(
        _ name: String, compute: @escaping (Tensor, Operand) throws(TensorError) -> Tensor
    ) -> Member {
        RawMethod(name, [ParameterDescription(name: "other", kind: .positionalOnly)]) { arguments throws(Raise) in
            guard let own = arguments[0].object as? TensorObject, let other = Operand(arguments[1]) else {
                return .notImplemented
            }
            do throws(TensorError) {
                _ = try compute(own.tensor, other)
                return arguments[0]
            } catch { throw error.raise }
        }
    }
}

extension TensorObject {
    /// The class of what operations on it give: fastai's `TensorImage` and the like stay what they are.
    var resultType: TypeObject {
        type.isCellClass || type === ParameterTypes.declaration ? TensorObject.declaration : type
    }
}

extension Operand {
    var scalarOverload: StaticString {
        if case .tensor = self { "Tensor" } else { "Tensor_Scalar" }
    }

    var plain: Argument {
        switch self {
        case .tensor(let tensor): .tensor(tensor)
        case .int(let number): .int(number)
        case .double(let number): .double(number)
        }
    }

    /// A number as a tensor, so that it can stand on the left.
    func tensor(like other: Tensor) throws(TensorError) -> Tensor {
        switch self {
        case .tensor(let tensor): return tensor
        case .int(let number):
            let made = try Tensor(number)
            return other.dtype.isFloatingPoint ? try made.to(dtype: other.dtype) : made
        case .double(let number):
            return try Tensor(number).to(dtype: other.dtype.isFloatingPoint ? other.dtype : .float32)
        }
    }
}
