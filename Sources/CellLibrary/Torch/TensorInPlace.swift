import CellRuntime
import Tensors

extension TensorMembers {
    /// Methods whose names end in `_`: they change the tensor and give it back.
    @MembersBuilder static var inPlace: [Member] {
        arithmetic("add_", "Adds.") { a, b throws(TensorError) in try a.add_(b) }
        arithmetic("sub_", "Subtracts.") { a, b throws(TensorError) in try a.sub_(b) }
        arithmetic("mul_", "Multiplies.") { a, b throws(TensorError) in try a.mul_(b) }
        arithmetic("div_", "Divides.") { a, b throws(TensorError) in try a.div_(b) }
        changing("zero_", "aten::zero_", "Makes all values 0.")
        changing("exp_", "aten::exp_", "Takes e to the power of each value.")
        changing("sqrt_", "aten::sqrt_", "Takes square roots.")
        changing("abs_", "aten::abs_", "Takes the signs away.")
        changing("neg_", "aten::neg_", "Exchanges the signs.")
        changing("relu_", "aten::relu_", "Puts 0 in place of negative values.")
        changing("sigmoid_", "aten::sigmoid_", "Takes 1 / (1 + exp(-x)).")
        changing("tanh_", "aten::tanh_", "Takes hyperbolic tangents.")
        Method<TensorObject>("fill_", doc: "Makes all values the same.", Parameter("value", Double.self)) {
            object, _, value in
            _ = try object.tensor.fill_(value)
            return object
        }
        Method<TensorObject>("copy_", doc: "Takes over the values of another tensor.", Parameter("source", Tensor.self))
        {
            object, _, source in
            _ = try object.tensor.copy_(source)
            return object
        }
        Method<TensorObject>(
            "clamp_", doc: "Keeps the values between two bounds.", Parameter("min", Double?.self, default: nil),
            Parameter("max", Double?.self, default: nil)
        ) { object, _, least, greatest in
            _ = try Tensor.call(
                "aten::clamp_", .tensor(object.tensor), least.map(Argument.double) ?? .none,
                greatest.map(Argument.double) ?? .none)
            return object
        }
        Method<TensorObject>(
            "uniform_", doc: "Draws random numbers between two bounds.", Parameter("from", Double.self, default: 0),
            Parameter("to", Double.self, default: 1)
        ) { object, _, from, to in
            _ = try object.tensor.uniform_(from, to)
            return object
        }
        Method<TensorObject>(
            "normal_", doc: "Draws random numbers of a normal distribution.",
            Parameter("mean", Double.self, default: 0),
            Parameter("std", Double.self, default: 1)
        ) { object, _, mean, deviation in
            _ = try object.tensor.normal_(mean: mean, std: deviation)
            return object
        }
        Method<TensorObject>("unsqueeze_", doc: "Puts in a dimension of size 1.", Parameter("dim", Int.self)) {
            object, _, dimension in
            _ = try Tensor.call("aten::unsqueeze_", .tensor(object.tensor), .int(dimension))
            return object
        }
        Method<TensorObject>(
            "masked_fill_", doc: "Puts a value where a mask holds.", Parameter("mask", Tensor.self),
            Parameter("value", Operand.self)
        ) { object, _, mask, value in
            _ = try Tensor.call(
                "aten::masked_fill_", overload: value.isTensor ? "Tensor" : "Scalar", .tensor(object.tensor),
                .tensor(mask),
                value.plain)
            return object
        }
    }

    private static func arithmetic(
        _ name: String, _ doc: String, compute: @escaping (Tensor, Operand) throws(TensorError) -> Tensor
    ) -> Method<TensorObject> {
        Method<TensorObject>(
            name, doc: doc, Parameter("other", Operand.self),
            Parameter("alpha", Operand?.self, .keywordOnly, default: nil)
        ) { object, _, other, factor in
            let operand = try factor.map { Operand.tensor(try other.tensor(like: object.tensor).mul($0)) } ?? other
            _ = try compute(object.tensor, operand)
            return object
        }
    }

    private static func changing(_ name: String, _ symbol: StaticString, _ doc: String) -> Method<TensorObject> {
        Method<TensorObject>(name, doc: doc) { object, _ in
            _ = try Tensor.call(symbol, .tensor(object.tensor))
            return object
        }
    }
}
