extension Tensor {
    /// Zeros of `shape`.
    public static func zeros(_ shape: [Int], dtype: DType = .float32) throws(TensorError) -> Tensor {
        try call("aten::zeros", .ints(shape), .dtype(dtype))
    }

    public static func ones(_ shape: [Int], dtype: DType = .float32) throws(TensorError) -> Tensor {
        try call("aten::ones", .ints(shape), .dtype(dtype))
    }

    public static func full(_ shape: [Int], _ value: Double, dtype: DType = .float32)
        throws(TensorError) -> Tensor
    {
        try call("aten::full", .ints(shape), .double(value), .dtype(dtype))
    }

    /// Numbers from `start` up to but not including `end`.
    public static func arange(_ start: Double, _ end: Double, step: Double = 1, dtype: DType = .int64)
        throws(TensorError) -> Tensor
    {
        let whole = !dtype.isFloatingPoint
        let number = { (value: Double) -> Argument in whole ? .int(Int(value)) : .double(value) }
        return try call(
            "aten::arange", overload: "start_step", number(start), number(end), number(step), .dtype(dtype))
    }

    /// `steps` numbers from `start` to `end`, both included.
    public static func linspace(_ start: Double, _ end: Double, steps: Int) throws(TensorError) -> Tensor {
        try call("aten::linspace", .double(start), .double(end), .int(steps), .dtype(.float32))
    }

    public static func eye(_ size: Int) throws(TensorError) -> Tensor { try call("aten::eye", .int(size)) }

    public func zerosLike() throws(TensorError) -> Tensor { try Tensor.call("aten::zeros_like", .tensor(self)) }

    public func onesLike() throws(TensorError) -> Tensor { try Tensor.call("aten::ones_like", .tensor(self)) }

    // MARK: Copies and conversions

    public func to(dtype: DType) throws(TensorError) -> Tensor {
        try Tensor.call("aten::to", overload: "dtype", .tensor(self), .dtype(dtype))
    }

    /// The tensor on another device, such as "cuda".
    public func to(device: String) throws(TensorError) -> Tensor {
        try Tensor.call(
            "aten::to", overload: "device", .tensor(self), .string(device), .dtype(dtype))
    }

    /// Converts in one step, keeping the layout of a picture; itself when nothing is to change.
    public func to(dtype: DType, device: String) throws(TensorError) -> Tensor {
        try Tensor.call("aten::to", overload: "device", .tensor(self), .string(device), .dtype(dtype))
    }

    public func clone() throws(TensorError) -> Tensor { try Tensor.call("aten::clone", .tensor(self)) }

    /// The same values without history.
    public func detach() throws(TensorError) -> Tensor { try Tensor.call("aten::detach", .tensor(self)) }

    /// The same values laid out as `format` says; itself when it is so already.
    public func contiguous(_ format: MemoryFormat = .contiguous) throws(TensorError) -> Tensor {
        try Tensor.call("aten::contiguous", .tensor(self), named: [("memory_format", .format(format))])
    }

    /// Writes the values of `source`, broadcast, into this tensor.
    @discardableResult
    public func copy_(_ source: Tensor) throws(TensorError) -> Tensor {
        try Tensor.call("aten::copy_", .tensor(self), .tensor(source))
    }

    @discardableResult
    public func zero_() throws(TensorError) -> Tensor { try Tensor.call("aten::zero_", .tensor(self)) }

    @discardableResult
    public func fill_(_ value: Double) throws(TensorError) -> Tensor {
        try Tensor.call("aten::fill_", overload: "Scalar", .tensor(self), .double(value))
    }
}
