/// The same values seen with another shape, cut out or put together.
extension Tensor {
    /// Another shape with as many values; one size may be -1.
    public func reshape(_ shape: [Int]) throws(TensorError) -> Tensor {
        try Tensor.call("aten::reshape", .tensor(self), .ints(shape))
    }

    public func view(_ shape: [Int]) throws(TensorError) -> Tensor {
        try Tensor.call("aten::view", .tensor(self), .ints(shape))
    }

    /// Joins the dimensions from `start` to `end` into one.
    public func flatten(_ start: Int = 0, _ end: Int = -1) throws(TensorError) -> Tensor {
        try Tensor.call("aten::flatten", overload: "using_ints", .tensor(self), .int(start), .int(end))
    }

    /// The dimensions in another order.
    public func permute(_ order: [Int]) throws(TensorError) -> Tensor {
        try Tensor.call("aten::permute", .tensor(self), .ints(order))
    }

    public func transpose(_ first: Int, _ second: Int) throws(TensorError) -> Tensor {
        try Tensor.call("aten::transpose", overload: "int", .tensor(self), .int(first), .int(second))
    }

    /// Without the dimensions of size 1, or without that one.
    public func squeeze(_ dimension: Int? = nil) throws(TensorError) -> Tensor {
        guard let dimension else { return try Tensor.call("aten::squeeze", .tensor(self)) }
        return try Tensor.call("aten::squeeze", overload: "dim", .tensor(self), .int(dimension))
    }

    /// With a new dimension of size 1.
    public func unsqueeze(_ dimension: Int) throws(TensorError) -> Tensor {
        try Tensor.call("aten::unsqueeze", .tensor(self), .int(dimension))
    }

    /// A larger shape without copying; -1 keeps a size.
    public func expand(_ shape: [Int]) throws(TensorError) -> Tensor {
        try Tensor.call("aten::expand", .tensor(self), .ints(shape))
    }

    public func repeated(_ times: [Int]) throws(TensorError) -> Tensor {
        try Tensor.call("aten::repeat", .tensor(self), .ints(times))
    }

    public func flip(_ dimensions: [Int]) throws(TensorError) -> Tensor {
        try Tensor.call("aten::flip", .tensor(self), .ints(dimensions))
    }

    /// One entry along a dimension, which goes away.
    public func select(_ dimension: Int, _ index: Int) throws(TensorError) -> Tensor {
        try Tensor.call("aten::select", overload: "int", .tensor(self), .int(dimension), .int(index))
    }

    /// `start..<end` along a dimension, each `step`-th.
    public func slice(_ dimension: Int, _ start: Int, _ end: Int, step: Int = 1)
        throws(TensorError) -> Tensor
    {
        try Tensor.call(
            "aten::slice", overload: "Tensor", .tensor(self), .int(dimension), .int(start), .int(end), .int(step))
    }

    /// The entries along a dimension that a list of indices names.
    public func indexSelect(_ dimension: Int, _ indices: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::index_select", .tensor(self), .int(dimension), .tensor(indices))
    }

    /// One entry a row, as `torch.gather`.
    public func gather(_ dimension: Int, _ indices: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::gather", .tensor(self), .int(dimension), .tensor(indices))
    }

    /// Advanced indexing: a tensor of indices or a mask for each leading dimension, nil for all of it.
    public func index(_ indices: [Tensor?]) throws(TensorError) -> Tensor {
        try Tensor.call("aten::index", overload: "Tensor", .tensor(self), .tensors(indices))
    }

    /// Writes `values`, broadcast, to the places that ``index(_:)`` reads.
    @discardableResult
    public func indexPut_(_ indices: [Tensor?], _ values: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::index_put_", .tensor(self), .tensors(indices), .tensor(values))
    }

    /// Joins tensors along a dimension that they have.
    public static func cat(_ tensors: [Tensor], _ dimension: Int = 0) throws(TensorError) -> Tensor {
        try call("aten::cat", .tensors(tensors), .int(dimension))
    }

    /// Joins tensors of one shape along a new dimension.
    public static func stack(_ tensors: [Tensor], _ dimension: Int = 0) throws(TensorError) -> Tensor {
        try call("aten::stack", .tensors(tensors), .int(dimension))
    }

    /// The places of the values that are not zero, a row each.
    public func nonzero() throws(TensorError) -> Tensor { try Tensor.call("aten::nonzero", .tensor(self)) }
}
