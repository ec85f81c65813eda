/// A `set` or a `frozenset`: elements by Python's equality.
///
/// The table is CPython's (setobject.c: linear probes of nine, then perturbed jumps; growth by four), so that sets of
/// numbers are walked in the same order as there.
public final class SetObject: Container {
    struct Entry {
        var hash: Int
        /// ``Value/unset`` where nothing is or has been; ``Value/none`` with `isRemoved` where something was.
        var key: Value
        var isRemoved = false
    }

    private(set) var table: ContiguousArray<Entry>
    private var fill = 0
    public private(set) var count = 0
    private(set) var version = 0
    /// The hash of a `frozenset` once asked for.
    var knownHash: Int?

    private static let smallest = 8
    private static let probes = 9

    public init(frozen: Bool = false) {
        table = ContiguousArray(repeating: Entry(hash: 0, key: .unset), count: Self.smallest)
        super.init(type: frozen ? types.frozenset : types.set)
    }

    public var isFrozen: Bool { type.isSubclass(of: types.frozenset) }

    public override func surrender(into pending: inout [Value]) {
        super.surrender(into: &pending)
        for entry in table { pending.append(entry.key) }
        removeAll()
    }

    public override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        table.withUnsafeMutableBufferPointer { entries in
            for entry in entries { visit(entry.key) }
        }
    }

    public func removeAll() {
        table = ContiguousArray(repeating: Entry(hash: 0, key: .unset), count: Self.smallest)
        fill = 0
        count = 0
        version += 1
    }

    private static func isFree(_ entry: Entry) -> Bool { entry.key.isUnset && !entry.isRemoved }

    /// Where the key is, or where it would go.
    private func find(_ key: Value, hash: Int, _ cell: Interpreter) throws(Raise) -> (slot: Int, isPresent: Bool) {
        search: while true {
            let mask = table.count - 1
            var start = hash & mask
            var perturb = UInt(bitPattern: hash)
            while true {
                let last = start + Self.probes <= mask ? start + Self.probes : start
                for slot in start...last {
                    if Self.isFree(table[slot]) { return (slot, false) }
                    guard table[slot].hash == hash, !table[slot].key.isUnset else { continue }
                    let candidate = table[slot].key
                    if Value.isSame(candidate, key) { return (slot, true) }
                    if let isEqual = cell.equalWithoutCells(candidate, key) {
                        if isEqual { return (slot, true) }
                        continue
                    }
                    let before = version
                    let isEqual = try cell.equal(candidate, key)
                    if version != before { continue search }
                    if isEqual { return (slot, true) }
                }
                perturb >>= 5
                start = (start &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
            }
        }
    }

    /// - Throws: what `__hash__` and `__eq__` raise.
    public func contains(_ key: Value, _ cell: Interpreter) throws(Raise) -> Bool {
        try find(key, hash: cell.hash(key), cell).isPresent
    }

    /// Whether the element was new.
    @discardableResult
    public func insert(_ key: Value, _ cell: Interpreter) throws(Raise) -> Bool {
        try insert(key, hash: cell.hash(key), cell)
    }

    private func insert(_ key: Value, hash: Int, _ cell: Interpreter) throws(Raise) -> Bool {
        let (slot, isPresent) = try find(key, hash: hash, cell)
        if isPresent { return false }
        table[slot] = Entry(hash: hash, key: key)
        fill += 1
        count += 1
        version += 1
        if fill * 5 >= (table.count - 1) * 3 { resize(count > 50000 ? count * 2 : count * 4) }
        return true
    }

    /// Whether the element was there.
    @discardableResult
    public func remove(_ key: Value, _ cell: Interpreter) throws(Raise) -> Bool {
        let (slot, isPresent) = try find(key, hash: cell.hash(key), cell)
        if isPresent { clear(slot) }
        return isPresent
    }

    /// An element, taken out; nil when there is none.
    public func removeFirst() -> Value? {
        guard let slot = table.firstIndex(where: { !$0.key.isUnset }) else { return nil }
        let key = table[slot].key
        clear(slot)
        return key
    }

    private func clear(_ slot: Int) {
        table[slot] = Entry(hash: -1, key: .unset, isRemoved: true)
        count -= 1
        version += 1
    }

    private func resize(_ wanted: Int) {
        var size = Self.smallest
        while size <= wanted { size *= 2 }
        let old = table
        table = ContiguousArray(repeating: Entry(hash: 0, key: .unset), count: size)
        for entry in old where !entry.key.isUnset { place(entry) }
        fill = count
    }

    private func place(_ entry: Entry) {
        let mask = table.count - 1
        var start = entry.hash & mask
        var perturb = UInt(bitPattern: entry.hash)
        while true {
            let last = start + Self.probes <= mask ? start + Self.probes : start
            for slot in start...last where Self.isFree(table[slot]) {
                table[slot] = entry
                return
            }
            perturb >>= 5
            start = (start &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
        }
    }

    /// Adds all elements of another set, as `set(other)` and `update` do.
    public func merge(_ other: SetObject, _ cell: Interpreter) throws(Raise) {
        guard other !== self, other.count > 0 else { return }
        if (fill + other.count) * 5 >= (table.count - 1) * 3 { resize((count + other.count) * 2) }
        if fill == 0, table.count == other.table.count, other.fill == other.count {
            table = other.table
            fill = other.fill
            count = other.count
            version += 1
        } else if fill == 0 {
            for entry in other.table where !entry.key.isUnset { place(entry) }
            fill = other.count
            count = other.count
            version += 1
        } else {
            for entry in other.table where !entry.key.isUnset { _ = try insert(entry.key, hash: entry.hash, cell) }
        }
    }

    /// A set of the same elements.
    public func copy(frozen: Bool? = nil, _ cell: Interpreter) throws(Raise) -> SetObject {
        let result = SetObject(frozen: frozen ?? isFrozen)
        try result.merge(self, cell)
        return result
    }
}

extension SetObject: Sequence {
    /// Elements in the table's order. The set must not change meanwhile.
    public struct Iterator: IteratorProtocol {
        let table: ContiguousArray<Entry>
        var position = 0

        public mutating func next() -> Value? {
            while position < table.count {
                defer { position += 1 }
                if !table[position].key.isUnset { return table[position].key }
            }
            return nil
        }
    }

    public func makeIterator() -> Iterator { Iterator(table: table) }

    public var underestimatedCount: Int { count }
}
