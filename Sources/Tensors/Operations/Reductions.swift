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

    /// Variance over the named dimensions.
    public func variance(_ dimensions: [Int], unbiased: Bool = true, keep: Bool = false)
        throws(TensorError) -> Tensor
    {
        try Tensor.call(
            "aten::var", overload: "dim", .tensor(self), .ints(dimensions), .bool(unbiased), .bool(keep))
    }

    public func prod(_ dimension: Int, keep: Bool = false) throws(TensorError) -> Tensor {
        try Tensor.call("aten::prod", overload: "dim_int", .tensor(self), .int(dimension), .bool(keep))
    }

    public func all(_ dimension: Int, keep: Bool = false) throws(TensorError) -> Tensor {
        try Tensor.call("aten::all", overload: "dim", .tensor(self), .int(dimension), .bool(keep))
    }

    public func any(_ dimension: Int, keep: Bool = false) throws(TensorError) -> Tensor {
        try Tensor.call("aten::any", overload: "dim", .tensor(self), .int(dimension), .bool(keep))
    }

    /// The largest values over the named dimensions.
    public func amax(_ dimensions: [Int], keep: Bool = false) throws(TensorError) -> Tensor {
        try Tensor.call("aten::amax", .tensor(self), .ints(dimensions), .bool(keep))
    }

    public func amin(_ dimensions: [Int], keep: Bool = false) throws(TensorError) -> Tensor {
        try Tensor.call("aten::amin", .tensor(self), .ints(dimensions), .bool(keep))
    }

    /// The lower median along a dimension and where it stands.
    public func median(_ dimension: Int, keep: Bool = false)
        throws(TensorError) -> (values: Tensor, indices: Tensor)
    {
        try Tensor.pair(
            Tensor.callMany("aten::median", overload: "dim", .tensor(self), .int(dimension), .bool(keep)))
    }

    /// The values below which the parts `q` (0 to 1) of all values lie, between neighbours by proportion.
    public func quantile(_ q: Tensor, _ dimension: Int? = nil, keep: Bool = false) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::quantile", .tensor(self), .tensor(q), dimension.map(Argument.int) ?? .none, .bool(keep))
    }

    /// `log(sum(exp(x)))` without overflow.
    public func logSumExp(_ dimensions: [Int], keep: Bool = false) throws(TensorError) -> Tensor {
        try Tensor.call("aten::logsumexp", .tensor(self), .ints(dimensions), .bool(keep))
    }

    public func cumprod(_ dimension: Int) throws(TensorError) -> Tensor {
        try Tensor.call("aten::cumprod", .tensor(self), .int(dimension))
    }

    /// The order in which the values along a dimension would be sorted.
    public func argsort(_ dimension: Int = -1, descending: Bool = false) throws(TensorError) -> Tensor {
        try sort(dimension, descending: descending).indices
    }

    // MARK: Counting

    /// How often each whole number from 0 occurs, weighted when weights are given.
    public func bincount(weights: Tensor? = nil, minimumLength: Int = 0) throws(TensorError) -> Tensor {
        try Tensor.call("aten::bincount", .tensor(self), .optional(weights), .int(minimumLength))
    }

    public func countNonzero() throws(TensorError) -> Tensor {
        try Tensor.call("aten::count_nonzero", .tensor(self), .none)
    }

    /// How many values fall into each of `bins` equal parts of a range; 0 to 0 takes the values' own.
    public func histogram(bins: Int = 100, from low: Double = 0, to high: Double = 0) throws(TensorError) -> Tensor {
        try Tensor.call("aten::histc", .tensor(self), .int(bins), .double(low), .double(high))
    }

    /// The different values in order, for each value its place among them, and how often each occurs.
    public func unique() throws(TensorError) -> (values: Tensor, inverse: Tensor, counts: Tensor) {
        let parts = try Tensor.callMany("aten::_unique2", .tensor(self), .bool(true), .bool(true), .bool(true))
        guard parts.count == 3 else { throw .operation("three tensors were expected") }
        return (parts[0], parts[1], parts[2])
    }

    static func pair(_ tensors: [Tensor]) throws(TensorError) -> (values: Tensor, indices: Tensor) {
        guard tensors.count == 2 else { throw .operation("two tensors were expected") }
        return (tensors[0], tensors[1])
    }
}
