extension Interpreter {
    /// The items in order, equal ones as they were; in reverse, too.
    func sorted(_ items: ContiguousArray<Value>, key: Value, reverse: Bool) throws(Raise) -> ContiguousArray<Value> {
        var keys = items
        if !key.isNone, !key.isUnset {
            let base = stackTop
            for index in keys.indices {
                push(items[index])
                keys[index] = try call(key, base, 1, keywords: [])
            }
        }
        let order = try self.order(of: keys, reverse: reverse)
        var result = ContiguousArray<Value>()
        result.reserveCapacity(items.count)
        for position in order { result.append(items[Int(position)]) }
        return result
    }

    /// The positions of keys from the least to the greatest, those of equal ones as they come. Keys of one simple type
    /// are compared as that.
    private func order(of keys: ContiguousArray<Value>, reverse: Bool) throws(Raise) -> ContiguousArray<Int32> {
        switch Self.kind(of: keys) {
        case .int:
            return try order(keys, reverse, Self.int) { (a: Int, b: Int) throws(Raise) in a < b }
        case .float:
            return try order(keys, reverse, Self.float) { (a: Double, b: Double) throws(Raise) in a < b }
        case .string:
            return try order(keys, reverse, TextKey.init) { (a: TextKey, b: TextKey) throws(Raise) in a.precedes(b) }
        case .other:
            return try order(keys, reverse, { $0 }) { (a: Value, b: Value) throws(Raise) in try isLess(a, b) }
        }
    }

    private static func int(_ key: Value) -> Int {
        if case .int(let number) = key { return number }
        preconditionFailure("all keys are integers")
    }

    private static func float(_ key: Value) -> Double {
        if case .float(let number) = key { return number }
        preconditionFailure("all keys are floats")
    }

    private enum KeyKind { case int, float, string, other }

    private static func kind(of keys: ContiguousArray<Value>) -> KeyKind {
        func kind(_ key: Value) -> KeyKind {
            switch key {
            case .int: .int
            case .float: .float
            case .object(let object): object.kind == .str ? .string : .other
            default: .other
            }
        }
        guard let first = keys.first else { return .other }
        let wanted = kind(first)
        for key in keys where kind(key) != wanted { return .other }
        return wanted
    }

    private struct Entry<Key> {
        let key: Key
        let position: Int32
    }

    @inline(__always)
    private func order<Key>(
        _ keys: ContiguousArray<Value>, _ reverse: Bool, _ make: (Value) -> Key,
        _ isLess: (Key, Key) throws(Raise) -> Bool
    ) throws(Raise) -> ContiguousArray<Int32> {
        var entries = ContiguousArray<Entry<Key>>()
        entries.reserveCapacity(keys.count)
        for (position, key) in keys.enumerated() {
            entries.append(Entry(key: make(key), position: Int32(truncatingIfNeeded: position)))
        }
        // Reversing before and after keeps equal items in their order.
        if reverse { entries.reverse() }
        try merge(&entries, isLess)
        if reverse { entries.reverse() }
        return ContiguousArray(entries.map(\.position))
    }

    /// Merge sort from the bottom up, over runs that insertion sort has ordered: stable, and interruptible.
    @inline(__always)
    private func merge<Key>(
        _ entries: inout ContiguousArray<Entry<Key>>, _ isLess: (Key, Key) throws(Raise) -> Bool
    ) throws(Raise) {
        let run = 16
        let count = entries.count
        for start in stride(from: 0, to: count, by: run) {
            try poll()
            for index in start..<min(start + run, count) {
                let entry = entries[index]
                var place = index
                while place > start, try isLess(entry.key, entries[place - 1].key) {
                    entries[place] = entries[place - 1]
                    place -= 1
                }
                entries[place] = entry
            }
        }
        var width = run
        var other = entries
        while width < count {
            for start in stride(from: 0, to: count, by: 2 * width) {
                let middle = min(start + width, count)
                let end = min(start + 2 * width, count)
                var left = start
                var right = middle
                // Runs already in order are copied whole.
                let isOrdered = middle >= end ? true : try !isLess(entries[middle].key, entries[middle - 1].key)
                for place in start..<end {
                    if place & 0xFFF == 0 { try poll() }
                    if left < middle,
                        isOrdered ? true : right >= end ? true : try !isLess(entries[right].key, entries[left].key)
                    {
                        other[place] = entries[left]
                        left += 1
                    } else {
                        other[place] = entries[right]
                        right += 1
                    }
                }
            }
            swap(&entries, &other)
            width *= 2
        }
    }
}

/// A string to be compared often: its first eight bytes decide most cases.
private struct TextKey {
    private let start: UInt64
    private let string: Str

    init(_ value: Value) {
        guard case .object(let object) = value else { preconditionFailure("all keys are strings") }
        string = unsafeDowncast(object, to: Str.self)
        var start: UInt64 = 0
        var count = 0
        for byte in string.text.utf8.prefix(8) {
            start = start << 8 | UInt64(byte)
            count += 1
        }
        self.start = count == 0 ? 0 : start << UInt64(8 * (8 - count))
    }

    @inline(__always)
    func precedes(_ other: TextKey) -> Bool {
        start != other.start ? start < other.start : Str.compare(string, other.string) < 0
    }
}
