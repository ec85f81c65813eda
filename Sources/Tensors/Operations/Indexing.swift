/// One of the parts between the brackets of `x[…]`.
public enum IndexItem: Sendable {
    /// One entry of the dimension, which goes away; negative from the end.
    case int(Int)
    /// `start..<end` of the dimension, each `step`-th; nil is the dimension's own end, or 1.
    case slice(Int?, Int?, step: Int?)
    /// A new dimension of size 1.
    case newAxis
    /// All dimensions that the others leave.
    case ellipsis
    /// A new dimension of size 1, or 0 where false.
    case bool(Bool)
    /// A mask, or the numbers of entries.
    case tensor(Tensor)

    public static let all = IndexItem.slice(nil, nil, step: nil)
}

extension Tensor {
    /// `x[items]` with PyTorch's meaning: a view, or a copy where a tensor is among the items.
    ///
    /// - Throws: ``TensorError/index(_:)`` with PyTorch's words.
    public func at(_ items: [IndexItem]) throws(TensorError) -> Tensor {
        let place = try IndexedPlace(self, items)
        if !place.indices.isEmpty { return try place.view.index(place.indices) }
        return place.view === self ? try Tensor.call("aten::alias", .tensor(self)) : place.view
    }

    /// `x[items] = value`, broadcast and converted to this tensor's dtype.
    public func setAt(_ items: [IndexItem], _ value: Operand) throws(TensorError) {
        let place = try IndexedPlace(self, items)
        guard case .tensor(let source) = value else {
            if place.indices.isEmpty {
                _ = try Tensor.call("aten::fill_", overload: "Scalar", .tensor(place.view), value.argument)
            } else {
                let number = try Tensor.call("aten::scalar_tensor", value.argument, .dtype(dtype))
                try place.view.indexPut_(place.indices, number)
            }
            return
        }
        let converted = source.dtype == dtype ? source : try source.to(dtype: dtype)
        if !place.indices.isEmpty {
            try place.view.indexPut_(place.indices, converted)
            return
        }
        // As in numpy, leading dimensions of size 1 that the place does not have are dropped.
        var trimmed = converted
        while trimmed.dimensions > place.view.dimensions, trimmed.shape.first == 1 { trimmed = try trimmed.squeeze(0) }
        try place.view.copy_(trimmed)
    }
}

/// A view by the plain items, and what is left for advanced indexing.
private struct IndexedPlace {
    private(set) var view: Tensor
    private(set) var indices: [Tensor?] = []
    /// Where each mask begins in the view, and its shape; they are compared last, as PyTorch does.
    private var masks: [(start: Int, shape: [Int])] = []
    private var dimension = 0
    /// The dimension that messages name; a mask counts as one.
    private var ownDimension = 0

    init(_ tensor: Tensor, _ items: [IndexItem]) throws(TensorError) {
        view = tensor
        let named = items.reduce(0) { $0 + $1.dimensions }
        let all = tensor.dimensions
        if all == 0, items.contains(where: \.isNumber) {
            throw .index(
                "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert "
                    + "a 0-dim tensor to a number")
        }
        guard named <= all else { throw .index("too many indices for tensor of dimension \(all)") }
        var rest = all - named
        for item in items {
            if case .ellipsis = item {
                dimension += rest
                ownDimension += rest
                rest = 0
            } else {
                try apply(item)
            }
        }
        try checkMasks()
    }

    private mutating func apply(_ item: IndexItem) throws(TensorError) {
        switch item {
        case .int(let index): try select(index)
        case .slice(let start, let end, let step):
            guard step != 0 else { throw .value("slice step cannot be zero") }
            guard step ?? 1 > 0 else { throw .value("step must be greater than zero") }
            view = try Tensor.call(
                "aten::slice", overload: "Tensor", .tensor(view), .int(dimension), start.map(Argument.int) ?? .none,
                end.map(Argument.int) ?? .none, .int(step ?? 1))
            dimension += 1
            ownDimension += 1
        case .newAxis:
            view = try view.unsqueeze(dimension)
            dimension += 1
        case .bool(let flag): try newDimension(flag)
        case .tensor(let tensor): try apply(tensor)
        case .ellipsis: break
        }
    }

    private mutating func select(_ index: Int) throws(TensorError) {
        let size = view.shape[dimension]
        guard (-size..<size).contains(index) else {
            throw .index("index \(index) is out of bounds for dimension \(ownDimension) with size \(size)")
        }
        view = try view.select(dimension, index)
        ownDimension += 1
    }

    private mutating func newDimension(_ flag: Bool) throws(TensorError) {
        view = try view.unsqueeze(dimension)
        record(try Tensor(flag ? [0] : [Int]()))
    }

    private mutating func apply(_ tensor: Tensor) throws(TensorError) {
        let isMask = tensor.dtype == .bool || tensor.dtype == .uint8
        guard isMask || [.int64, .int32, .int16, .int8].contains(tensor.dtype) else {
            throw .index("tensors used as indices must be long, int, byte or bool tensors")
        }
        if tensor.dimensions == 0 {
            if isMask { try newDimension(try tensor.intItem() != 0) } else { try select(try tensor.intItem()) }
            return
        }
        guard isMask else {
            ownDimension += 1
            record(tensor.dtype == .int64 ? tensor : try tensor.to(dtype: .int64))
            return
        }
        masks.append((dimension, tensor.shape))
        ownDimension += 1
        for places in try tensor.nonzero().unbind(1) { record(places) }
    }

    private func checkMasks() throws(TensorError) {
        let shape = view.shape
        for (start, mask) in masks {
            for (axis, size) in mask.enumerated() where shape[start + axis] != size {
                throw .index(
                    "The shape of the mask \(mask) at index \(axis) does not match the shape of the indexed tensor "
                        + "\(shape) at index \(start + axis)")
            }
        }
    }

    private mutating func record(_ tensor: Tensor) {
        indices += [Tensor?](repeating: nil, count: max(0, dimension - indices.count))
        indices.append(tensor)
        dimension += 1
    }
}

extension IndexItem {
    /// How many dimensions of the tensor it speaks of.
    fileprivate var dimensions: Int {
        switch self {
        case .int, .slice: 1
        case .newAxis, .ellipsis, .bool: 0
        case .tensor(let tensor):
            switch tensor.dtype {
            case .bool, .uint8: tensor.dimensions
            default: 1
            }
        }
    }

    fileprivate var isNumber: Bool {
        if case .int = self { true } else { false }
    }
}
