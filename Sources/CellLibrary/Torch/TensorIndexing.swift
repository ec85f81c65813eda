import CellRuntime
import Tensors

extension TensorMembers {
    /// `t[…]`, and functions that pick values.
    @MembersBuilder static var indexing: [Member] {
        Method<TensorObject>("__getitem__", Parameter("index", Value.self)) { object, cell, index in
            let list = try IndexList(index, style: .torch, cell)
            if object.tensor.dimensions == 0, list.entries.contains(where: \.takesDimension) {
                throw Raise.indexError(
                    "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert "
                        + "a 0-dim tensor to a number")
            }
            return TensorObject(try list.get(object.tensor, cell), type: object.resultType)
        }
        Method<Tensor>("__setitem__", Parameter("index", Value.self), Parameter("value", Value.self)) {
            tensor, cell, index, value in
            let operand = try Operand(value) ?? .tensor(NestedValues(value, cell).tensor(floating: .float32))
            try IndexList(index, style: .torch, cell).set(tensor, to: operand, cell)
        }
        Method<Tensor>(
            "index_select", doc: "The entries along a dimension that a list of indices names.",
            Parameter("dim", Int.self),
            Parameter("index", Tensor.self)
        ) { tensor, _, dimension, indices in try tensor.indexSelect(dimension, indices) }
        Method<Tensor>(
            "gather", doc: "One value for each index along a dimension.", Parameter("dim", Int.self),
            Parameter("index", Tensor.self)
        ) { tensor, _, dimension, indices in try tensor.gather(dimension, indices) }
        Method<Tensor>(
            "masked_fill", doc: "Another value where a mask holds.", Parameter("mask", Tensor.self),
            Parameter("value", Operand.self)
        ) { tensor, _, mask, value in
            try Tensor.call(
                "aten::masked_fill", overload: value.isTensor ? "Tensor" : "Scalar", .tensor(tensor), .tensor(mask),
                value.plain)
        }
        Method<Tensor>("masked_select", doc: "The values where a mask holds.", Parameter("mask", Tensor.self)) {
            tensor, _, mask in try Tensor.call("aten::masked_select", .tensor(tensor), .tensor(mask))
        }
        Method<Tensor>(
            "nonzero", doc: "The places of the values that are not 0.",
            Parameter("as_tuple", Bool.self, .keywordOnly, default: false)
        ) { tensor, _, asTuple -> Value in
            let places = try tensor.nonzero()
            guard asTuple else { return places.cellValue }
            return .tuple(try (0..<tensor.dimensions).map { try places.select(1, $0).cellValue })
        }
        Method<Tensor>(
            "select", doc: "One entry along a dimension.", Parameter("dim", Int.self), Parameter("index", Int.self)
        ) { tensor, _, dimension, index in try tensor.select(dimension, index) }
        Method<Tensor>(
            "narrow", doc: "Neighbouring entries along a dimension.", Parameter("dim", Int.self),
            Parameter("start", Int.self),
            Parameter("length", Int.self)
        ) { tensor, _, dimension, start, length in try tensor.slice(dimension, start, start + length) }
    }
}

extension IndexList.Entry {
    fileprivate var takesDimension: Bool {
        switch self {
        case .position, .slice: true
        case .places(let tensor): tensor.dimensions > 0
        case .newAxis, .ellipsis: false
        }
    }
}
