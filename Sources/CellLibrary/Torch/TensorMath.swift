import CellRuntime
import Tensors

extension TensorMembers {
    /// Functions of each number on its own. They are functions of the module too: see ``TorchModule``.
    @MembersBuilder static var elementwise: [Member] {
        unary("abs", "aten::abs", "The values without their signs.")
        unary("neg", "aten::neg", "The values with their signs exchanged.")
        unary("exp", "aten::exp", "e to the power of each value.")
        unary("log", "aten::log", "Natural logarithms.")
        unary("log2", "aten::log2", "Logarithms to the base 2.")
        unary("log10", "aten::log10", "Logarithms to the base 10.")
        unary("log1p", "aten::log1p", "log(1 + x), exact for small x.")
        unary("expm1", "aten::expm1", "exp(x) - 1, exact for small x.")
        unary("sqrt", "aten::sqrt", "Square roots.")
        unary("rsqrt", "aten::rsqrt", "One over the square roots.")
        unary("square", "aten::square", "Squares.")
        unary("reciprocal", "aten::reciprocal", "One over each value.")
        unary("sin", "aten::sin", "Sines.")
        unary("cos", "aten::cos", "Cosines.")
        unary("tan", "aten::tan", "Tangents.")
        unary("asin", "aten::asin", "Arc sines.")
        unary("acos", "aten::acos", "Arc cosines.")
        unary("atan", "aten::atan", "Arc tangents.")
        unary("sinh", "aten::sinh", "Hyperbolic sines.")
        unary("cosh", "aten::cosh", "Hyperbolic cosines.")
        unary("tanh", "aten::tanh", "Hyperbolic tangents, between -1 and 1.")
        unary("sigmoid", "aten::sigmoid", "1 / (1 + exp(-x)), between 0 and 1.")
        unary("relu", "aten::relu", "The values, with 0 in place of negative ones.")
        unary("erf", "aten::erf", "The error function.")
        unary("sign", "aten::sign", "-1, 0 or 1.")
        unary("floor", "aten::floor", "Rounded down.")
        unary("ceil", "aten::ceil", "Rounded up.")
        unary("trunc", "aten::trunc", "Rounded towards 0.")
        unary("frac", "aten::frac", "What trunc takes away.")
        unary("isnan", "aten::isnan", "Where values are not a number.")
        unary("isinf", "aten::isinf", "Where values are infinite.")
        unary("isfinite", "aten::isfinite", "Where values are finite numbers.")
        unary("logical_not", "aten::logical_not", "Where values are 0.")
        unary("bitwise_not", "aten::bitwise_not", "All bits exchanged.")
        Method<Tensor>(
            "round", doc: "Rounded to the nearest, halves to the even one.",
            Parameter("decimals", Int.self, .keywordOnly, default: 0)
        ) { tensor, _, decimals in
            decimals == 0
                ? try tensor.round()
                : try Tensor.call(
                    "aten::round", overload: "decimals", .tensor(tensor), named: [("decimals", .int(decimals))])
        }
        pair("add", "The sum.") { a, b throws(TensorError) in try a.add(b) }
        pair("sub", "The difference.") { a, b throws(TensorError) in try a.sub(b) }
        pair("mul", "The product.") { a, b throws(TensorError) in try a.mul(b) }
        pair("div", "The quotient.") { a, b throws(TensorError) in try a.div(b) }
        pair("pow", "The power.") { a, b throws(TensorError) in try a.pow(b) }
        pair("remainder", "The remainder, with the sign of the divisor.") { a, b throws(TensorError) in
            try a.remainder(b)
        }
        pair("floor_divide", "The quotient rounded down.") { a, b throws(TensorError) in try a.floorDivide(b) }
        pair("eq", "Where they are equal.") { a, b throws(TensorError) in try a.eq(b) }
        pair("ne", "Where they differ.") { a, b throws(TensorError) in try a.ne(b) }
        pair("lt", "Where the first is less.") { a, b throws(TensorError) in try a.lt(b) }
        pair("le", "Where the first is at most the second.") { a, b throws(TensorError) in try a.le(b) }
        pair("gt", "Where the first is greater.") { a, b throws(TensorError) in try a.gt(b) }
        pair("ge", "Where the first is at least the second.") { a, b throws(TensorError) in try a.ge(b) }
        tensors("maximum", "aten::maximum", "The greater of two, value by value.")
        tensors("minimum", "aten::minimum", "The smaller of two, value by value.")
        tensors("matmul", "aten::matmul", "The matrix product.")
        tensors("mm", "aten::mm", "The product of two matrices.")
        tensors("bmm", "aten::bmm", "The products of two batches of matrices.")
        tensors("mv", "aten::mv", "The product of a matrix and a vector.")
        tensors("dot", "aten::dot", "The sum of the products of two vectors.")
        tensors("outer", "aten::outer", "All products of the numbers of two vectors.")
        tensors("atan2", "aten::atan2", "The angle of the point (other, self).")
        tensors("logical_and", "aten::logical_and", "Where both are not 0.")
        tensors("logical_or", "aten::logical_or", "Where one is not 0.")
        tensors("logical_xor", "aten::logical_xor", "Where just one is not 0.")
        Method<Tensor>(
            "clamp", doc: "The values, kept between two bounds.", Parameter("min", Operand?.self, default: nil),
            Parameter("max", Operand?.self, default: nil)
        ) { tensor, _, least, greatest in try tensor.clamped(least, greatest) }
        Method<Tensor>(
            "clip", doc: "The values, kept between two bounds.", Parameter("min", Operand?.self, default: nil),
            Parameter("max", Operand?.self, default: nil)
        ) { tensor, _, least, greatest in try tensor.clamped(least, greatest) }
        Method<Tensor>("clamp_min", doc: "The values, at least a bound.", Parameter("min", Operand.self)) {
            tensor, _, least in
            try tensor.clamped(least, nil)
        }
        Method<Tensor>("clamp_max", doc: "The values, at most a bound.", Parameter("max", Operand.self)) {
            tensor, _, most in
            try tensor.clamped(nil, most)
        }
        Method<Tensor>(
            "where", doc: "The values where a condition holds, others elsewhere.", Parameter("condition", Tensor.self),
            Parameter("other", Operand.self)
        ) { tensor, _, condition, other in
            try Tensor.call(
                "aten::where", overload: "self", .tensor(condition), .tensor(tensor),
                .tensor(other.tensor(like: tensor)))
        }
        Method<Tensor>(
            "lerp", doc: "A way from the values to others: self + weight * (end - self).",
            Parameter("end", Tensor.self),
            Parameter("weight", Operand.self)
        ) { tensor, _, end, weight in
            guard case .tensor(let weights) = weight else {
                return try Tensor.call("aten::lerp", overload: "Scalar", .tensor(tensor), .tensor(end), weight.plain)
            }
            return try Tensor.call("aten::lerp", overload: "Tensor", .tensor(tensor), .tensor(end), .tensor(weights))
        }
        Method<Tensor>(
            "softmax", doc: "exp(x) over the sum of all exp(x): numbers that add up to 1 along a dimension.",
            Parameter("dim", Int.self), Parameter("dtype", DTypeArgument?.self, default: nil)
        ) { tensor, _, dimension, type in
            try Tensor.call("aten::softmax", overload: "int", .tensor(tensor), .int(dimension), .optional(type?.dtype))
        }
        Method<Tensor>(
            "log_softmax", doc: "The logarithm of softmax.", Parameter("dim", Int.self),
            Parameter("dtype", DTypeArgument?.self, default: nil)
        ) { tensor, _, dimension, type in
            try Tensor.call(
                "aten::log_softmax", overload: "int", .tensor(tensor), .int(dimension), .optional(type?.dtype))
        }
        Method<Tensor>("equal", doc: "Whether shapes and all values are equal.", Parameter("other", Tensor.self)) {
            tensor, _, other in
            try tensor.shape == other.shape && tensor.ne(.tensor(other)).any().item() == 0
        }
        Method<Tensor>(
            "allclose", doc: "Whether all values are equal but for rounding.", Parameter("other", Tensor.self),
            Parameter("rtol", Double.self, default: 1e-5), Parameter("atol", Double.self, default: 1e-8)
        ) { tensor, _, other, relative, absolute in
            let outputs = try callOperator(
                "aten::allclose", [.tensor(tensor), .tensor(other), .double(relative), .double(absolute)])
            if case .bool(let flag)? = outputs.first { return flag }
            return false
        }
        Method<Tensor>(
            "isclose", doc: "Where values are equal but for rounding.", Parameter("other", Tensor.self),
            Parameter("rtol", Double.self, default: 1e-5), Parameter("atol", Double.self, default: 1e-8)
        ) { tensor, _, other, relative, absolute in
            try Tensor.call("aten::isclose", .tensor(tensor), .tensor(other), .double(relative), .double(absolute))
        }
    }

    static func unary(_ name: String, _ symbol: StaticString, _ doc: String) -> Method<TensorObject> {
        Method<TensorObject>(name, doc: doc) { object, _ in
            TensorObject(try Tensor.call(symbol, .tensor(object.tensor)), type: object.resultType)
        }
    }

    /// A function of a tensor and a number or another tensor.
    private static func pair(
        _ name: String, _ doc: String, compute: @escaping (Tensor, Operand) throws(TensorError) -> Tensor
    ) -> Method<Tensor> {
        Method<Tensor>(name, doc: doc, Parameter("other", Operand.self)) { tensor, _, other in
            try compute(tensor, other)
        }
    }

    private static func tensors(_ name: String, _ symbol: StaticString, _ doc: String) -> Method<Tensor> {
        Method<Tensor>(name, doc: doc, Parameter("other", Tensor.self)) { tensor, _, other in
            try Tensor.call(symbol, .tensor(tensor), .tensor(other))
        }
    }
}

extension Tensor {
    func clamped(_ least: Operand?, _ greatest: Operand?) throws -> Tensor {
        if least == nil, greatest == nil {
            throw Raise.runtimeError("torch.clamp: At least one of 'min' or 'max' must not be None")
        }
        if least?.isTensor == true || greatest?.isTensor == true {
            func bound(_ operand: Operand?) throws(TensorError) -> Argument {
                guard let operand else { return .none }
                return .tensor(try operand.tensor(like: self))
            }
            return try Tensor.call(
                "aten::clamp", overload: "Tensor", .tensor(self), try bound(least), try bound(greatest))
        }
        return try Tensor.call("aten::clamp", .tensor(self), least?.plain ?? .none, greatest?.plain ?? .none)
    }
}

extension Operand {
    var isTensor: Bool { if case .tensor = self { true } else { false } }
}
