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

    /// `length` entries along a dimension from `start`, without copying.
    public func narrow(_ dimension: Int, _ start: Int, _ length: Int) throws(TensorError) -> Tensor {
        try Tensor.call("aten::narrow", .tensor(self), .int(dimension), .int(start), .int(length))
    }

    /// The transpose of a matrix.
    public func t() throws(TensorError) -> Tensor { try Tensor.call("aten::t", .tensor(self)) }

    public func moveDimension(_ from: Int, to: Int) throws(TensorError) -> Tensor {
        try Tensor.call("aten::movedim", overload: "int", .tensor(self), .int(from), .int(to))
    }

    /// Rolls the values along the dimensions; those that fall out come back in on the other side.
    public func roll(_ shifts: [Int], _ dimensions: [Int] = []) throws(TensorError) -> Tensor {
        try Tensor.call("aten::roll", .tensor(self), .ints(shifts), .ints(dimensions))
    }

    /// Each entry along a dimension `times` times in a row.
    public func repeatInterleave(_ times: Int, _ dimension: Int? = nil) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::repeat_interleave", overload: "self_int", .tensor(self), .int(times),
            dimension.map(Argument.int) ?? .none)
    }

    /// How ``pad(_:mode:value:)`` fills.
    public enum PadMode: String, Sendable { case constant, reflect, replicate, circular }

    /// A larger border: `[left, right]` of the last dimension, then of the one before, and so on.
    public func pad(_ sizes: [Int], mode: PadMode = .constant, value: Double = 0) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::pad", .tensor(self), .ints(sizes), .string(mode.rawValue),
            mode == .constant ? .double(value) : .none)
    }

    /// Joins tensors along a dimension that they have.
    public static func cat(_ tensors: [Tensor], _ dimension: Int = 0) throws(TensorError) -> Tensor {
        try call("aten::cat", .tensors(tensors), .int(dimension))
    }

    /// Joins tensors of one shape along a new dimension.
    public static func stack(_ tensors: [Tensor], _ dimension: Int = 0) throws(TensorError) -> Tensor {
        try call("aten::stack", .tensors(tensors), .int(dimension))
    }

    /// Pieces of `size` along a dimension; the last may be smaller.
    public func split(_ size: Int, _ dimension: Int = 0) throws(TensorError) -> [Tensor] {
        try Tensor.callMany("aten::split", overload: "Tensor", .tensor(self), .int(size), .int(dimension))
    }

    /// Pieces of the sizes along a dimension.
    public func split(_ sizes: [Int], _ dimension: Int = 0) throws(TensorError) -> [Tensor] {
        try Tensor.callMany("aten::split_with_sizes", .tensor(self), .ints(sizes), .int(dimension))
    }

    /// At most `count` pieces of one size along a dimension.
    public func chunk(_ count: Int, _ dimension: Int = 0) throws(TensorError) -> [Tensor] {
        try Tensor.callMany("aten::chunk", .tensor(self), .int(count), .int(dimension))
    }

    /// All entries along a dimension, which goes away.
    public func unbind(_ dimension: Int = 0) throws(TensorError) -> [Tensor] {
        try Tensor.callMany("aten::unbind", overload: "int", .tensor(self), .int(dimension))
    }

    /// Coordinates of a grid: one tensor an axis; "ij" keeps the order of the axes.
    public static func meshgrid(_ axes: [Tensor], indexing: String = "ij") throws(TensorError) -> [Tensor] {
        try callMany("aten::meshgrid", overload: "indexing", .tensors(axes), .string(indexing))
    }
}
