/// A `dict`: keys by Python's equality, in the order of insertion.
///
/// Entries lie in one array in order; a table of 32-bit positions, twice as large, finds them by hash. Removed entries
/// leave gaps (their key is ``Value/unset``) until the next growth closes them.
public final class Dict: Container {
    struct Entry {
        var hash: Int
        var key: Value
        var value: Value
    }

    var entries: UnsafeMutablePointer<Entry>
    private var table: UnsafeMutablePointer<Int32>
    private var capacity = 0
    /// One less than the table's size, a power of two; -1 while there is none.
    private var mask = -1
    /// How many entries there are, gaps included.
    private(set) var used = 0
    public private(set) var count = 0
    /// Grows with every change of keys, so that a walk can notice one.
    private(set) var version = 0
    /// A bit for each key that is or was here, by its hash: most absent keys are seen to be absent at once.
    private(set) var hashBits: UInt64 = 0

    private static let empty: Int32 = -1
    private static let removed: Int32 = -2

    public init() {
        entries = Self.noEntries
        table = Self.noTable
        super.init(type: types.dict)
    }

    /// Before there is a class `dict`.
    override init(metatype: TypeObject?) {
        entries = Self.noEntries
        table = Self.noTable
        super.init(metatype: metatype)
    }

    private nonisolated(unsafe) static let noEntries = UnsafeMutablePointer<Entry>.allocate(capacity: 1)
    private nonisolated(unsafe) static let noTable = UnsafeMutablePointer<Int32>.allocate(capacity: 1)

    deinit {
        var pending: [Value] = []
        for index in 0..<used {
            if case .object(let object) = entries[index].value, object.mayHoldOthers {
                pending.append(entries[index].value)
                entries[index].value = .unset
            }
        }
        freeStorage()
        if !pending.isEmpty { Object.release(&pending) }
    }

    private func freeStorage() {
        guard capacity > 0 else { return }
        entries.deinitialize(count: used)
        entries.deallocate()
        table.deallocate()
        entries = Self.noEntries
        table = Self.noTable
        capacity = 0
        mask = -1
        hashBits = 0
        used = 0
        count = 0
    }

    public override func surrender(into pending: inout [Value]) {
        super.surrender(into: &pending)
        for index in 0..<used { pending.append(entries[index].value) }
        for index in 0..<used { pending.append(entries[index].key) }
        freeStorage()
    }

    public override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        for (key, value) in self {
            visit(key)
            visit(value)
        }
    }

    public func removeAll() {
        var pending: [Value] = []
        surrender(into: &pending)
        version += 1
        Object.release(&pending)
    }

    // MARK: Names as keys

    /// The position of a string key among ``entries``, or -1.
    func position(of name: Str) -> Int {
        guard count > 0 else { return -1 }
        let hash = name.hash
        var slot = hash & mask
        var perturb = UInt(bitPattern: hash)
        while true {
            let position = table[slot]
            if position >= 0 {
                if entries[Int(position)].hash == hash, case .object(let object) = entries[Int(position)].key {
                    if object === name { return Int(position) }
                    if let key = object as? Str, key.hasSameText(as: name.text) {
                        return Int(position)
                    }
                }
            } else if position == Self.empty {
                return -1
            }
            perturb >>= 5
            slot = (slot &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
        }
    }

    /// The bit that a key's hash sets among ``hashBits``.
    static func bit(of hash: Int) -> UInt64 { 1 << UInt64(truncatingIfNeeded: hash & 63) }

    /// The value under an integer key, of those that are their own hash; nil for others, too.
    @inline(__always)
    func positionOfSmall(_ number: Int) -> Int? {
        guard number >= 0, number < 1 << 60, count > 0 else { return number >= 0 && number < 1 << 60 ? -1 : nil }
        var slot = number & mask
        var perturb = UInt(bitPattern: number)
        while true {
            let position = Int(table[slot])
            if position >= 0 {
                if entries[position].hash == number {
                    guard case .int(let key) = entries[position].key else { return nil }
                    if key == number { return position }
                }
            } else if position == Int(Self.empty) {
                return -1
            }
            perturb >>= 5
            slot = (slot &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
        }
    }

    /// The value under a string key, which needs no interpreter to compare.
    public func get(_ name: Str) -> Value? {
        let position = position(of: name)
        return position < 0 ? nil : entries[position].value
    }

    /// The value at a position, when the name lies there.
    @inline(__always)
    func value(at position: Int, ifNamed name: Str) -> Value? {
        guard position < used, case .object(let object) = entries[position].key, object === name else { return nil }
        return entries[position].value
    }

    /// Puts another value at a position, when the name lies there.
    @inline(__always)
    func replace(at position: Int, ifNamed name: Str, _ value: Value) -> Bool {
        guard position < used, case .object(let object) = entries[position].key, object === name else { return false }
        replace(position, value)
        return true
    }

    /// Sets the value under an integer key; false when that takes more care.
    func setSmall(_ number: Int, _ value: Value) -> Bool {
        guard let position = positionOfSmall(number) else { return false }
        if position >= 0 { replace(position, value) } else { insert(.int(number), value, hash: number) }
        return true
    }

    public func set(_ name: Str, _ value: Value) {
        let position = position(of: name)
        if position >= 0 {
            replace(position, value)
        } else {
            insert(.object(name), value, hash: name.hash)
        }
    }

    /// Puts another value under a key. The old one goes last: letting go of it may run anything.
    @inline(__always)
    private func replace(_ position: Int, _ value: Value) {
        let old = entries[position].value
        entries[position].value = value
        _ = consume old
    }

    @discardableResult
    public func remove(_ name: Str) -> Value? {
        let position = position(of: name)
        return position < 0 ? nil : remove(at: position).value
    }

    // MARK: Any keys

    func position(of key: Value, hash: Int, _ cell: Interpreter) throws(Raise) -> Int {
        search: while true {
            guard count > 0 else { return -1 }
            var slot = hash & mask
            var perturb = UInt(bitPattern: hash)
            while true {
                let position = Int(table[slot])
                if position >= 0 {
                    if entries[position].hash == hash {
                        let candidate = entries[position].key
                        if Value.isSame(candidate, key) { return position }
                        if let isEqual = cell.equalWithoutCells(candidate, key) {
                            if isEqual { return position }
                        } else {
                            let before = version
                            let isEqual = try cell.equal(candidate, key)
                            if version != before { continue search }
                            if isEqual { return position }
                        }
                    }
                } else if position == Int(Self.empty) {
                    return -1
                }
                perturb >>= 5
                slot = (slot &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
            }
        }
    }

    /// The value under a key.
    /// - Throws: what `__hash__` and `__eq__` raise.
    public func get(_ key: Value, _ cell: Interpreter) throws(Raise) -> Value? {
        switch key {
        case .object(let object) where object.kind == .str: return get(unsafeDowncast(object, to: Str.self))
        case .int(let number):
            if let position = positionOfSmall(number) { return position < 0 ? nil : entries[position].value }
        default: break
        }
        let position = try position(of: key, hash: cell.hash(key), cell)
        return position < 0 ? nil : entries[position].value
    }

    public func set(_ key: Value, _ value: Value, _ cell: Interpreter) throws(Raise) {
        switch key {
        case .object(let object) where object.kind == .str: return set(unsafeDowncast(object, to: Str.self), value)
        case .int(let number):
            if setSmall(number, value) { return }
        default: break
        }
        let hash = try cell.hash(key)
        let position = try position(of: key, hash: hash, cell)
        if position >= 0 {
            replace(position, value)
        } else {
            insert(key, value, hash: hash)
        }
    }

    @discardableResult
    public func remove(_ key: Value, _ cell: Interpreter) throws(Raise) -> Value? {
        let position = try position(of: key, hash: cell.hash(key), cell)
        return position < 0 ? nil : remove(at: position).value
    }

    // MARK: Entries in order

    /// The last entry, taken out.
    public func removeLast() -> (key: Value, value: Value)? {
        var position = used - 1
        while position >= 0, entries[position].key.isUnset { position -= 1 }
        guard position >= 0 else { return nil }
        let key = entries[position].key
        return (key, remove(at: position).value)
    }

    /// The first entry at or after a position, and the position after it; for walks that allow changes of values.
    func next(from position: inout Int) -> (key: Value, value: Value)? {
        while position < used {
            defer { position += 1 }
            if !entries[position].key.isUnset { return (entries[position].key, entries[position].value) }
        }
        return nil
    }

    /// A dictionary of the same entries.
    public func copy() -> Dict {
        let result = Dict()
        result.reserve(count)
        for index in 0..<used where !entries[index].key.isUnset {
            result.insert(entries[index].key, entries[index].value, hash: entries[index].hash)
        }
        return result
    }

    private func remove(at position: Int) -> (key: Value, value: Value) {
        let hash = entries[position].hash
        var slot = hash & mask
        var perturb = UInt(bitPattern: hash)
        while table[slot] != Int32(truncatingIfNeeded: position) {
            perturb >>= 5
            slot = (slot &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
        }
        table[slot] = Self.removed
        let result = (entries[position].key, entries[position].value)
        entries[position].key = .unset
        entries[position].value = .unset
        count -= 1
        version += 1
        if position == used - 1 {
            while used > 0, entries[used - 1].key.isUnset {
                used -= 1
                (entries + used).deinitialize(count: 1)
            }
        }
        return result
    }

    /// Adds an entry whose key is known to be new.
    func insert(_ key: Value, _ value: Value, hash: Int) {
        if used == capacity { grow(to: Swift.max(8, count * 2)) }
        place(Int32(truncatingIfNeeded: used), hash: hash)
        hashBits |= Self.bit(of: hash)
        (entries + used).initialize(to: Entry(hash: hash, key: key, value: value))
        used += 1
        count += 1
        version += 1
    }

    func reserve(_ wanted: Int) {
        if wanted > capacity { grow(to: wanted) }
    }

    private func place(_ position: Int32, hash: Int) {
        var slot = hash & mask
        var perturb = UInt(bitPattern: hash)
        while table[slot] >= 0 {
            perturb >>= 5
            slot = (slot &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
        }
        table[slot] = position
    }

    private func grow(to wanted: Int) {
        var size = 8
        while size < wanted { size *= 2 }
        let newEntries = UnsafeMutablePointer<Entry>.allocate(capacity: size)
        var moved = 0
        for index in 0..<used {
            if entries[index].key.isUnset {
                (entries + index).deinitialize(count: 1)
            } else {
                (newEntries + moved).moveInitialize(from: entries + index, count: 1)
                moved += 1
            }
        }
        if capacity > 0 {
            entries.deallocate()
            table.deallocate()
        }
        entries = newEntries
        capacity = size
        used = moved
        table = .allocate(capacity: size * 2)
        table.initialize(repeating: Self.empty, count: size * 2)
        mask = size * 2 - 1
        for index in 0..<used { place(Int32(truncatingIfNeeded: index), hash: entries[index].hash) }
    }
}

extension Dict: Sequence {
    /// Entries in order. The dictionary must not change meanwhile.
    public struct Iterator: IteratorProtocol {
        let dict: Dict
        var position = 0

        public mutating func next() -> (key: Value, value: Value)? { dict.next(from: &position) }
    }

    public func makeIterator() -> Iterator { Iterator(dict: self) }

    public var underestimatedCount: Int { count }

    public var keys: [Value] { map(\.key) }

    public var values: [Value] { map(\.value) }

    /// Entries whose keys are strings, such as attributes and keyword arguments.
    public convenience init(named entries: some Sequence<(String, Value)>) {
        self.init()
        for (name, value) in entries { set(Str(name), value) }
    }

    public subscript(name: String) -> Value? { self.get(Str(name)) }
}
