/// Reading and writing of single places: by lists of indices and by masks.
extension Tensor {
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

    /// The places of the values that are not zero, a row each.
    public func nonzero() throws(TensorError) -> Tensor { try Tensor.call("aten::nonzero", .tensor(self)) }

    /// The values where the mask holds, one after the other.
    public func maskedSelect(_ mask: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::masked_select", .tensor(self), .tensor(mask))
    }

    /// A number where the mask holds, else the values.
    public func maskedFill(_ mask: Tensor, _ value: Double) throws(TensorError) -> Tensor {
        try Tensor.call("aten::masked_fill", overload: "Scalar", .tensor(self), .tensor(mask), .double(value))
    }

    @discardableResult
    public func maskedFill_(_ mask: Tensor, _ value: Double) throws(TensorError) -> Tensor {
        try Tensor.call("aten::masked_fill_", overload: "Scalar", .tensor(self), .tensor(mask), .double(value))
    }

    /// Writes `source` to the places along a dimension that `indices`, of its shape, name.
    public func scatter(_ dimension: Int, _ indices: Tensor, _ source: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::scatter", overload: "src", .tensor(self), .int(dimension), .tensor(indices), .tensor(source))
    }

    /// Adds `source` at the places along a dimension that `indices`, of its shape, name.
    public func scatterAdd(_ dimension: Int, _ indices: Tensor, _ source: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::scatter_add", .tensor(self), .int(dimension), .tensor(indices), .tensor(source))
    }

    /// Adds the rows of `source` at the places along a dimension that a list of indices names.
    public func indexAdd(_ dimension: Int, _ indices: Tensor, _ source: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::index_add", .tensor(self), .int(dimension), .tensor(indices), .tensor(source))
    }
}
