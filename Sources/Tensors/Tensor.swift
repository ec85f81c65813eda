internal import CTorch

/// An n-dimensional array of libtorch, perhaps with a gradient. Shapes are written outermost first.
///
/// A tensor is a reference: operations whose names end in `_` in PyTorch change it for every holder.
public final class Tensor: @unchecked Sendable {
    let handle: CTTensor

    init(owning handle: CTTensor) { self.handle = handle }

    deinit { Table.current.c.free_tensor(handle) }

    /// Sizes of the dimensions; empty for a single number.
    public var shape: [Int] {
        var sizes = [Int64](repeating: 0, count: dimensions)
        Table.current.c.shape(handle, &sizes)
        return sizes.map(Int.init)
    }

    public var strides: [Int] {
        var strides = [Int64](repeating: 0, count: dimensions)
        Table.current.c.strides(handle, &strides)
        return strides.map(Int.init)
    }

    public var dimensions: Int { Int(Table.current.c.dimensions(handle)) }

    /// How many numbers it holds.
    public var count: Int { Int(Table.current.c.count(handle)) }

    public var dtype: DType { DType(rawValue: Table.current.c.dtype(handle)) ?? .float32 }

    /// Where it lives, such as "cpu" or "cuda:0".
    public var device: String {
        (try? Table.current.string { Table.current.c.device(handle, $0) }) ?? "cpu"
    }

    /// Whether both are one and the same tensor in libtorch.
    public func isSame(as other: Tensor) -> Bool { Table.current.c.same(handle, other.handle) != 0 }

    // MARK: Values

    /// The only value of a tensor of one element, as a float.
    ///
    /// - Throws: ``TensorError`` when it has more values than one, or none.
    public func item() throws(TensorError) -> Double {
        let value = try itemValue()
        return value.kind == CT_DOUBLE ? value.number : Double(value.integer)
    }

    /// The only value of an integer or boolean tensor of one element.
    public func intItem() throws(TensorError) -> Int {
        let value = try itemValue()
        return value.kind == CT_DOUBLE ? Int(value.number) : Int(value.integer)
    }

    private func itemValue() throws(TensorError) -> CTValue {
        var value = CTValue()
        try Table.current.check(Table.current.c.item(handle, &value))
        return value
    }

    /// All values, row by row, converted to the element type that is asked for.
    public func array<Element: TensorElement>(of type: Element.Type = Element.self)
        throws(TensorError) -> [Element]
    {
        let source = dtype == Element.dtype ? self : try to(dtype: Element.dtype)
        let count = source.count
        guard count > 0 else { return [] }
        var message: UnsafeMutablePointer<CChar>?
        let values = [Element](unsafeUninitializedCapacity: count) { buffer, filled in
            message = Table.current.c.copy_out(
                source.handle, buffer.baseAddress, count * MemoryLayout<Element>.stride)
            filled = message == nil ? count : 0
        }
        try Table.current.check(message)
        return values
    }

    /// The bytes of all values row by row, in the tensor's own dtype.
    public func bytes() throws(TensorError) -> [UInt8] {
        let length = count * dtype.size
        var message: UnsafeMutablePointer<CChar>?
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
            message = Table.current.c.copy_out(handle, buffer.baseAddress, length)
            filled = message == nil ? length : 0
        }
        try Table.current.check(message)
        return bytes
    }

    /// Runs `body` on the values of a contiguous CPU tensor in place.
    public func withMutableBytes<Result>(
        _ body: (UnsafeMutableRawBufferPointer) -> Result
    ) throws(TensorError) -> Result {
        var address: UnsafeMutableRawPointer?
        try Table.current.check(Table.current.c.data(handle, &address))
        return body(UnsafeMutableRawBufferPointer(start: address, count: count * dtype.size))
    }

    // MARK: Making

    /// A tensor of `shape` from its values row by row.
    ///
    /// - Throws: ``TensorError`` when the number of values is not the product of the shape.
    public convenience init<Element: TensorElement>(_ values: [Element], shape: [Int]? = nil)
        throws(TensorError)
    {
        let message = "\(values.count) values do not fill the shape \(shape ?? [])"
        if let shape, shape.reduce(1, *) != values.count { throw .operation(message) }
        let made = values.withUnsafeBytes { bytes in
            Result { () throws(TensorError) in
                try Self.make(bytes, shape: shape ?? [values.count], dtype: Element.dtype)
            }
        }
        self.init(owning: try made.get())
    }

    /// A tensor of no dimension that holds one number.
    public convenience init<Element: TensorElement>(_ value: Element) throws(TensorError) {
        try self.init([value], shape: [])
    }

    /// A tensor from the raw bytes of its values, row by row.
    public convenience init(bytes: UnsafeRawBufferPointer, shape: [Int], dtype: DType) throws(TensorError) {
        self.init(owning: try Self.make(bytes, shape: shape, dtype: dtype))
    }

    /// A tensor whose values are whatever the memory held.
    public convenience init(uninitialized shape: [Int], dtype: DType = .float32) throws(TensorError) {
        self.init(owning: try Self.make(nil, shape: shape, dtype: dtype))
    }

    private static func make(
        _ bytes: UnsafeRawBufferPointer?, shape: [Int], dtype: DType
    ) throws(TensorError) -> CTTensor {
        let table = try Engine.table()
        var handle: CTTensor?
        // An empty buffer has no address, and none is needed for no values.
        let address = bytes?.isEmpty == true ? nil : bytes?.baseAddress
        try table.check(
            table.c.make(
                address, bytes?.count ?? 0, shape.map(Int64.init), Int32(shape.count), dtype.rawValue,
                &handle))
        guard let handle else { throw .operation("libtorch made no tensor") }
        return handle
    }

    // MARK: Gradients

    /// Whether operations on it are recorded for the backward pass.
    public var requiresGrad: Bool { Table.current.c.requires_grad(handle) != 0 }

    public func setRequiresGrad(_ wanted: Bool) throws(TensorError) {
        try Table.current.check(Table.current.c.set_requires_grad(handle, wanted ? 1 : 0))
    }

    public var isLeaf: Bool { Table.current.c.is_leaf(handle) != 0 }

    /// What the last backward passes added up, or nil.
    public var grad: Tensor? {
        var out: CTTensor?
        guard (try? Table.current.check(Table.current.c.grad(handle, &out))) != nil else { return nil }
        return out.map(Tensor.init(owning:))
    }

    public func setGrad(_ gradient: Tensor?) throws(TensorError) {
        try Table.current.check(Table.current.c.set_grad(handle, gradient?.handle))
    }

    /// Adds the gradient of this (a single number, or weighted by `gradient`) to every leaf.
    public func backward(gradient: Tensor? = nil, retainGraph: Bool = false) throws(TensorError) {
        try Table.current.check(
            Table.current.c.backward(handle, gradient?.handle, retainGraph ? 1 : 0))
    }

    /// The name of the operation that made it, such as "AddBackward0"; empty for a leaf.
    public var gradFunction: String {
        (try? Table.current.string { Table.current.c.grad_function(handle, $0) }) ?? ""
    }

    /// Lets ``Interruption`` stop a backward pass when it comes to this activation.
    public func watchInterruption() throws(TensorError) {
        try Table.current.check(Table.current.c.watch(handle))
    }
}

/// Runs `body` without recording operations for the backward pass.
public func withoutGradients<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
    guard let table = try? Engine.table() else { return try body() }
    let before = table.c.grad_mode()
    table.c.set_grad_mode(0)
    defer { table.c.set_grad_mode(before) }
    return try body()
}

/// Whether operations are recorded on this thread.
public func gradientsAreRecorded() -> Bool {
    ((try? Engine.table())?.c.grad_mode() ?? 1) != 0
}

/// Switches recording on this thread on or off.
public func setGradientRecording(_ on: Bool) {
    (try? Engine.table())?.c.set_grad_mode(on ? 1 : 0)
}
