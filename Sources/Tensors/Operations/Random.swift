internal import CTorch
import Foundation

/// The engine's default generator: with the same seed it gives PyTorch's own numbers.
public enum RandomNumbers {
    /// `torch.manual_seed`.
    public static func seed(_ seed: Int) throws(TensorError) {
        let table = try Engine.table()
        try table.check(table.c.manual_seed(UInt64(bitPattern: Int64(seed))))
    }

    /// The generator's state, to be put back with ``restore(_:)``.
    public static func state() throws(TensorError) -> Tensor {
        let table = try Engine.table()
        var handle: CTTensor?
        try table.check(table.c.random_state(&handle))
        guard let handle else { throw .operation("the generator has no state") }
        return Tensor(owning: handle)
    }

    public static func restore(_ state: Tensor) throws(TensorError) {
        let table = try Engine.table()
        try table.check(table.c.set_random_state(state.handle))
    }

    /// One at a time: the generator is the process's only one.
    private static let lock = NSRecursiveLock()

    /// Runs `body` with the generator seeded, and puts the generator back as it was. Another thread that
    /// calls this meanwhile waits; one that draws numbers without a seed of its own disturbs both.
    public static func seeded<Result>(
        _ seed: Int, _ body: () throws(TensorError) -> Result
    ) throws(TensorError) -> Result {
        lock.lock()
        defer { lock.unlock() }
        let before = try state()
        try self.seed(seed)
        let result: Result
        do {
            result = try body()
        } catch {
            try restore(before)
            throw error
        }
        try restore(before)
        return result
    }
}

extension Tensor {
    /// Uniform in [0, 1).
    public static func rand(_ shape: [Int], dtype: DType = .float32) throws(TensorError) -> Tensor {
        try call("aten::rand", .ints(shape), .dtype(dtype))
    }

    /// Standard normal.
    public static func randn(_ shape: [Int], dtype: DType = .float32) throws(TensorError) -> Tensor {
        try call("aten::randn", .ints(shape), .dtype(dtype))
    }

    /// Integers in `low..<high`.
    public static func randint(_ low: Int, _ high: Int, _ shape: [Int]) throws(TensorError) -> Tensor {
        try call(
            "aten::randint", overload: "low", .int(low), .int(high), .ints(shape), .dtype(.int64))
    }

    /// The numbers below `count` in random order.
    public static func randperm(_ count: Int) throws(TensorError) -> Tensor {
        try call("aten::randperm", .int(count), .dtype(.int64))
    }

    @discardableResult
    public func uniform_(_ from: Double = 0, _ to: Double = 1) throws(TensorError) -> Tensor {
        try Tensor.call("aten::uniform_", .tensor(self), .double(from), .double(to))
    }

    @discardableResult
    public func normal_(mean: Double = 0, std: Double = 1) throws(TensorError) -> Tensor {
        try Tensor.call("aten::normal_", .tensor(self), .double(mean), .double(std))
    }

    /// 1 with the given probability, else 0. In place.
    @discardableResult
    public func bernoulli_(_ probability: Double = 0.5) throws(TensorError) -> Tensor {
        try Tensor.call("aten::bernoulli_", overload: "float", .tensor(self), .double(probability))
    }

    /// `count` indices of each row, drawn with the row's weights.
    public func multinomial(_ count: Int, replacement: Bool = false) throws(TensorError) -> Tensor {
        try Tensor.call("aten::multinomial", .tensor(self), .int(count), .bool(replacement))
    }
}
