/// `collections.deque`: a list with two ends, in a ring.
public final class DequeObject: Container, NativeObject {
    private var ring: ContiguousArray<Value> = []
    private var head = 0
    private(set) var count = 0
    let limit: Int?
    private(set) var version = 0

    init(limit: Int?) {
        self.limit = limit
        super.init(type: Self.declaration)
    }

    public override func surrender(into pending: inout [Value]) {
        super.surrender(into: &pending)
        pending.append(contentsOf: ring)
        ring = []
        count = 0
    }

    public override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        ring.withUnsafeMutableBufferPointer { $0.forEach(visit) }
    }

    subscript(index: Int) -> Value {
        get { ring[(head + index) % ring.count] }
        set { ring[(head + index) % ring.count] = newValue }
    }

    var items: ContiguousArray<Value> { ContiguousArray((0..<count).map { self[$0] }) }

    private func grow() {
        guard count == ring.count else { return }
        let kept = items
        ring = kept + ContiguousArray(repeating: .unset, count: max(8, kept.count))
        head = 0
    }

    func append(_ value: Value) {
        if limit == 0 { return }
        if let limit, count == limit { _ = removeFirst() }
        grow()
        ring[(head + count) % ring.count] = value
        count += 1
        version += 1
    }

    func prepend(_ value: Value) {
        if limit == 0 { return }
        if let limit, count == limit { _ = removeLast() }
        grow()
        head = (head + ring.count - 1) % ring.count
        ring[head] = value
        count += 1
        version += 1
    }

    func removeFirst() -> Value? {
        guard count > 0 else { return nil }
        let value = ring[head]
        ring[head] = .unset
        head = (head + 1) % ring.count
        count -= 1
        version += 1
        return value
    }

    func removeLast() -> Value? {
        guard count > 0 else { return nil }
        let place = (head + count - 1) % ring.count
        let value = ring[place]
        ring[place] = .unset
        count -= 1
        version += 1
        return value
    }

    func replace(by items: ContiguousArray<Value>) {
        ring = []
        head = 0
        count = 0
        version += 1
        items.forEach(append)
    }

    // MARK: Declaration

    private static func method(
        _ name: String, _ doc: String = "", _ signature: String = "",
        body: @escaping (DequeObject, Arguments) throws(Raise) -> Value
    ) -> Member {
        RawMethod(name, doc: doc, parameters(signature)) { (arguments: Arguments) throws(Raise) -> Value in
            try body(arguments.receiver(DequeObject.self, name, of: "collections.deque"), arguments)
        }
    }

    private func position(_ value: Value, _ cell: Interpreter) throws(Raise) -> Int {
        guard value.bigInteger != nil || value.type.has(.index) else {
            throw .typeError("sequence index must be integer, not '\(value.type.name)'")
        }
        let index = try cell.index(value)
        let place = index < 0 ? index + count : index
        guard (0..<count).contains(place) else { throw .indexError("deque index out of range") }
        return place
    }

    public static let declaration: TypeObject = NativeType<DequeObject>(
        "deque", module: "collections", doc: "A list with fast changes at both ends, and perhaps a longest length.",
        style: .native
    ) {
        RawConstructor(doc: "", parameters("iterable=(), maxlen=None")) {
            (arguments: Arguments) throws(Raise) -> Value in
            var limit: Int?
            if arguments.isGiven(1) {
                limit = try arguments.cell.index(arguments[1])
                if limit ?? 0 < 0 { throw .valueError("maxlen must be non-negative") }
            }
            let deque = DequeObject(limit: limit)
            if arguments.has(0) { for item in try arguments.cell.items(of: arguments[0]) { deque.append(item) } }
            return .object(deque)
        }
        method("append", "Puts an item at the right.", "item, /") { (deque, arguments) throws(Raise) in
            deque.append(arguments[1])
            return .none
        }
        method("appendleft", "Puts an item at the left.", "item, /") { (deque, arguments) throws(Raise) in
            deque.prepend(arguments[1])
            return .none
        }
        method("extend", "Puts items at the right.", "iterable, /") { (deque, arguments) throws(Raise) in
            for item in try arguments.cell.items(of: arguments[1]) { deque.append(item) }
            return .none
        }
        method("extendleft", "Puts items at the left, one by one.", "iterable, /") { (deque, arguments) throws(Raise) in
            for item in try arguments.cell.items(of: arguments[1]) { deque.prepend(item) }
            return .none
        }
        method("pop", "Takes out the rightmost item.") { (deque, _) throws(Raise) in
            guard let item = deque.removeLast() else { throw .indexError("pop from an empty deque") }
            return item
        }
        method("popleft", "Takes out the leftmost item.") { (deque, _) throws(Raise) in
            guard let item = deque.removeFirst() else { throw .indexError("pop from an empty deque") }
            return item
        }
        method("clear", "Takes out all items.") { (deque, _) throws(Raise) in
            deque.replace(by: [])
            return .none
        }
        method("copy", "A deque of the same items.") { (deque, _) throws(Raise) in
            let copy = DequeObject(limit: deque.limit)
            copy.replace(by: deque.items)
            return .object(copy)
        }
        method("reverse", "Turns the order round.") { (deque, _) throws(Raise) in
            deque.replace(by: ContiguousArray(deque.items.reversed()))
            return .none
        }
        method("rotate", "Moves items from the right to the left.", "n=1, /") { (deque, arguments) throws(Raise) in
            guard deque.count > 1 else { return .none }
            let steps = try arguments.int(1, default: 1) % deque.count
            let items = deque.items
            let split = (items.count - steps) % items.count
            deque.replace(by: ContiguousArray(items[split...] + items[..<split]))
            return .none
        }
        method("count", "How many items are equal to a value.", "value, /") { (deque, arguments) throws(Raise) in
            .int(try BuiltinMembers.occurrences(of: arguments[1], in: { deque.items }, arguments.cell))
        }
        method("index", "The position of a value.", "value, start=0, stop=9223372036854775807, /") {
            (deque, arguments) throws(Raise) in
            let cell = arguments.cell
            let start = try cell.bound(arguments[2], default: 0, count: deque.count)
            let stop = try cell.bound(arguments[3], default: .max, count: deque.count)
            guard
                let place = try BuiltinMembers.position(
                    of: arguments[1], in: { deque.items }, from: start, to: stop, cell)
            else { throw .valueError("\(try cell.repr(arguments[1])) is not in deque") }
            return .int(place)
        }
        method("insert", "Puts an item before a position.", "index, object, /") { (deque, arguments) throws(Raise) in
            if let limit = deque.limit, deque.count >= limit { throw .indexError("deque already at its maximum size") }
            let index = try arguments.cell.index(arguments[1])
            var items = deque.items
            items.insert(arguments[2], at: index < 0 ? max(index + items.count, 0) : min(index, items.count))
            deque.replace(by: items)
            return .none
        }
        method("remove", "Takes out the first item equal to a value.", "value, /") { (deque, arguments) throws(Raise) in
            guard
                let place = try BuiltinMembers.position(
                    of: arguments[1], in: { deque.items }, from: 0, to: .max, arguments.cell)
            else { throw .valueError("\(try arguments.cell.repr(arguments[1])) is not in deque") }
            var items = deque.items
            items.remove(at: place)
            deque.replace(by: items)
            return .none
        }
        specials
    }.type

    @MembersBuilder private static var specials: [Member] {
        BuiltinMembers.property("maxlen", "The longest it can be.") { (value) throws(Raise) in
            (value.object as? DequeObject)?.limit.map { .int($0) } ?? .none
        }
        method("__len__") { (deque, _) throws(Raise) in .int(deque.count) }
        method("__getitem__", "", "index, /") { (deque, arguments) throws(Raise) in
            deque[try deque.position(arguments[1], arguments.cell)]
        }
        method("__setitem__", "", "index, value, /") { (deque, arguments) throws(Raise) in
            deque[try deque.position(arguments[1], arguments.cell)] = arguments[2]
            return .none
        }
        method("__delitem__", "", "index, /") { (deque, arguments) throws(Raise) in
            var items = deque.items
            items.remove(at: try deque.position(arguments[1], arguments.cell))
            deque.replace(by: items)
            return .none
        }
        method("__contains__", "", "value, /") { (deque, arguments) throws(Raise) in
            let place = try BuiltinMembers.position(
                of: arguments[1], in: { deque.items }, from: 0, to: .max, arguments.cell)
            return .bool(place != nil)
        }
        method("__iter__") { (deque, _) throws(Raise) in
            let version = deque.version
            var place = 0
            return .object(
                ClosureIterator { (_) throws(Raise) in
                    guard deque.version == version else { throw .runtimeError("deque mutated during iteration") }
                    guard place < deque.count else { return nil }
                    defer { place += 1 }
                    return deque[place]
                })
        }
        method("__reversed__") { (deque, _) throws(Raise) in
            var items = deque.items
            return .object(ClosureIterator { (_) throws(Raise) in items.popLast() })
        }
        method("__repr__") { (deque, arguments) throws(Raise) in
            let items = try arguments.cell.repr(.object(List(deque.items)))
            return .string("deque(\(items)\(deque.limit.map { ", maxlen=\($0)" } ?? ""))")
        }
        for (name, comparator) in [
            ("__eq__", Interpreter.Comparator.equal), ("__ne__", .notEqual), ("__lt__", .less),
            ("__le__", .lessOrEqual),
            ("__gt__", .greater), ("__ge__", .greaterOrEqual),
        ] {
            method(name, "", "other, /") { (deque, arguments) throws(Raise) in
                guard let other = arguments[1].object as? DequeObject else { return .notImplemented }
                return try arguments.cell.compare(comparator, .object(List(deque.items)), .object(List(other.items)))
            }
        }
        Constant("__hash__", Value.none)
        method("__add__", "", "other, /") { (deque, arguments) throws(Raise) in
            guard let other = arguments[1].object as? DequeObject else {
                throw .typeError("can only concatenate deque (not \"\(arguments[1].type.name)\") to deque")
            }
            let sum = DequeObject(limit: deque.limit)
            sum.replace(by: deque.items + other.items)
            return .object(sum)
        }
        method("__iadd__", "", "other, /") { (deque, arguments) throws(Raise) in
            for item in try arguments.cell.items(of: arguments[1]) { deque.append(item) }
            return arguments[0]
        }
        method("__mul__", "", "times, /") { (deque, arguments) throws(Raise) in
            let times = max(try arguments.cell.index(arguments[1]), 0)
            try arguments.cell.checkSize(times * deque.count, of: 16)
            let product = DequeObject(limit: deque.limit)
            product.replace(by: ContiguousArray(repeatElement(deque.items, count: times).joined()))
            return .object(product)
        }
    }
}
