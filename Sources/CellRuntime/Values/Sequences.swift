/// A `list`.
public final class List: Container {
    public var items: ContiguousArray<Value>

    public init(_ items: ContiguousArray<Value> = []) {
        self.items = items
        super.init(type: types.list)
    }

    deinit { Object.release(&items) }

    public override func surrender(into pending: inout [Value]) {
        super.surrender(into: &pending)
        pending.append(contentsOf: items)
        items = []
    }

    public override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        items.withUnsafeMutableBufferPointer { $0.forEach(visit) }
    }
}

/// A `tuple`.
public final class Tuple: Object {
    public private(set) var items: ContiguousArray<Value>

    public init(_ items: ContiguousArray<Value> = []) {
        self.items = items
        super.init(type: types.tuple)
    }

    deinit { Object.release(&items) }

    public override func surrender(into pending: inout [Value]) {
        super.surrender(into: &pending)
        pending.append(contentsOf: items)
        items = []
    }

    public override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        items.withUnsafeMutableBufferPointer { $0.forEach(visit) }
    }
}

extension Object {
    /// Releases what a container held; only chains of objects need more than letting go.
    static func release(_ items: inout ContiguousArray<Value>) {
        // What others hold too is not let go of here, and most containers hold no others.
        let holdsOthers = items.withUnsafeBufferPointer { values in
            for index in 0..<values.count {
                if case .object(let object) = values[index], object.mayHoldOthers { return true }
            }
            return false
        }
        guard holdsOthers else { return }
        var pending: [Value] = []
        for index in items.indices {
            guard case .object(let object) = items[index], object.mayHoldOthers else { continue }
            pending.append(items[index])
            items[index] = .unset
        }
        if !pending.isEmpty { release(&pending) }
    }
}

/// A `range`. Bounds and step fit 64 bits.
public final class RangeObject: Object {
    public let start: Int
    public let stop: Int
    public let step: Int
    public let count: Int

    /// - Precondition: `step` is not 0.
    public init(start: Int, stop: Int, step: Int) {
        self.start = start
        self.stop = stop
        self.step = step
        count = RangeObject.count(start, stop, step)
        super.init(type: types.range)
    }

    private static func count(_ start: Int, _ stop: Int, _ step: Int) -> Int {
        if step > 0 ? start >= stop : start <= stop { return 0 }
        let distance = step > 0 ? UInt(bitPattern: stop &- start) : UInt(bitPattern: start &- stop)
        return Int(clamping: (distance - 1) / step.magnitude + 1)
    }

    /// The number at a position within `0..<count`.
    public func value(at position: Int) -> Int { start &+ position &* step }
}

/// A `slice`.
public final class SliceObject: Object {
    public let start: Value
    public let stop: Value
    public let step: Value

    public init(_ start: Value, _ stop: Value, _ step: Value) {
        self.start = start
        self.stop = stop
        self.step = step
        super.init(type: types.slice)
    }
}
