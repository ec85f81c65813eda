/// Operations that gather many values into fewer. Without a dimension they gather all.
extension Tensor {
    /// Sum of all values.
    public func sum() throws(TensorError) -> Tensor { try Tensor.call("aten::sum", .tensor(self)) }

    /// Sum over the named dimensions.
    public func sum(_ dimensions: [Int], keep: Bool = false) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::sum", overload: "dim_IntList", .tensor(self), .ints(dimensions), .bool(keep))
    }

    /// Mean of all values.
    public func mean() throws(TensorError) -> Tensor { try Tensor.call("aten::mean", .tensor(self)) }

    /// Mean over the named dimensions.
    public func mean(_ dimensions: [Int], keep: Bool = false) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::mean", overload: "dim", .tensor(self), .ints(dimensions), .bool(keep))
    }

    /// Product of all values.
    public func prod() throws(TensorError) -> Tensor { try Tensor.call("aten::prod", .tensor(self)) }

    /// Largest of all values.
    public func max() throws(TensorError) -> Tensor { try Tensor.call("aten::max", .tensor(self)) }

    /// Smallest of all values.
    public func min() throws(TensorError) -> Tensor { try Tensor.call("aten::min", .tensor(self)) }

    /// Whether all are true of all values.
    public func all() throws(TensorError) -> Tensor { try Tensor.call("aten::all", .tensor(self)) }

    /// Whether any is true of all values.
    public func any() throws(TensorError) -> Tensor { try Tensor.call("aten::any", .tensor(self)) }

    /// Lower median of all values.
    public func median() throws(TensorError) -> Tensor { try Tensor.call("aten::median", .tensor(self)) }

    /// Standard deviation of all values, divided by n - 1 unless `unbiased` is false.
    public func std(unbiased: Bool = true) throws(TensorError) -> Tensor {
        try Tensor.call("aten::std", .tensor(self), .bool(unbiased))
    }

    public func std(_ dimensions: [Int], unbiased: Bool = true, keep: Bool = false)
        throws(TensorError) -> Tensor
    {
        try Tensor.call(
            "aten::std", overload: "dim", .tensor(self), .ints(dimensions), .bool(unbiased), .bool(keep))
    }

    public func variance(unbiased: Bool = true) throws(TensorError) -> Tensor {
        try Tensor.call("aten::var", .tensor(self), .bool(unbiased))
    }

    /// The largest values along a dimension and where they stand.
    public func max(_ dimension: Int, keep: Bool = false) throws(TensorError) -> (values: Tensor, indices: Tensor) {
        try Tensor.pair(
            Tensor.callMany("aten::max", overload: "dim", .tensor(self), .int(dimension), .bool(keep)))
    }

    public func min(_ dimension: Int, keep: Bool = false) throws(TensorError) -> (values: Tensor, indices: Tensor) {
        try Tensor.pair(
            Tensor.callMany("aten::min", overload: "dim", .tensor(self), .int(dimension), .bool(keep)))
    }

    /// Where the largest value stands; over all values when no dimension is named.
    public func argmax(_ dimension: Int? = nil, keep: Bool = false) throws(TensorError) -> Tensor {
        try Tensor.call("aten::argmax", .tensor(self), dimension.map(Argument.int) ?? .none, .bool(keep))
    }

    public func argmin(_ dimension: Int? = nil, keep: Bool = false) throws(TensorError) -> Tensor {
        try Tensor.call("aten::argmin", .tensor(self), dimension.map(Argument.int) ?? .none, .bool(keep))
    }

    public func cumsum(_ dimension: Int) throws(TensorError) -> Tensor {
        try Tensor.call("aten::cumsum", .tensor(self), .int(dimension))
    }

    /// The values in order along a dimension and where they stood.
    public func sort(_ dimension: Int = -1, descending: Bool = false)
        throws(TensorError) -> (values: Tensor, indices: Tensor)
    {
        try Tensor.pair(
            Tensor.callMany("aten::sort", .tensor(self), .int(dimension), .bool(descending)))
    }

    /// The `count` largest along a dimension, largest first, and where they stand.
    public func topk(_ count: Int, _ dimension: Int = -1, largest: Bool = true)
        throws(TensorError) -> (values: Tensor, indices: Tensor)
    {
        try Tensor.pair(
            Tensor.callMany("aten::topk", .tensor(self), .int(count), .int(dimension), .bool(largest)))
    }

    static func pair(_ tensors: [Tensor]) throws(TensorError) -> (values: Tensor, indices: Tensor) {
        guard tensors.count == 2 else { throw .operation("two tensors were expected") }
        return (tensors[0], tensors[1])
    }
}
