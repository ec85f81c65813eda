internal import BigInt

/// Methods of `list`, `tuple`, `range` and `slice`.
extension BuiltinMembers {
    // MARK: list

    private static func listMethod(
        _ name: String, _ doc: String, _ signature: String = "",
        body: @escaping (List, Arguments) throws(Raise) -> Value
    ) -> Member {
        RawMethod(name, doc: doc, parameters(signature)) { (arguments: Arguments) throws(Raise) -> Value in
            try body(arguments.receiver(List.self, name, of: "list"), arguments)
        }
    }

    @MembersBuilder static var list: [Member] {
        Allocator { List() }
        listMethod("__init__", "A list of the items of an iterable.", "iterable=(), /") {
            (list, arguments) throws(Raise) in
            list.items = arguments.has(1) ? try arguments.cell.items(of: arguments[1]) : []
            return .none
        }
        listMethod("append", "Puts an item at the end.", "object, /") { (list, arguments) throws(Raise) in
            list.items.append(arguments[1])
            return .none
        }
        listMethod("extend", "Puts the items of an iterable at the end.", "iterable, /") {
            (list, arguments) throws(Raise) in
            list.items.append(contentsOf: try arguments.cell.items(of: arguments[1]))
            return .none
        }
        listMethod("insert", "Puts an item before the one at a position.", "index, object, /") {
            (list, arguments) throws(Raise) in
            let index = try arguments.cell.index(arguments[1])
            let count = list.items.count
            list.items.insert(arguments[2], at: index < 0 ? max(index + count, 0) : min(index, count))
            return .none
        }
        listMethod("pop", "Takes out the item at a position (the last by default) and returns it.", "index=-1, /") {
            (list, arguments) throws(Raise) in
            let count = list.items.count
            let given = try arguments.int(1, default: -1)
            if count == 0 { throw .indexError("pop from empty list") }
            let index = given < 0 ? given + count : given
            guard (0..<count).contains(index) else { throw .indexError("pop index out of range") }
            return list.items.remove(at: index)
        }
        listMethod("remove", "Takes out the first item equal to a value.", "value, /") {
            (list, arguments) throws(Raise) in
            guard let index = try position(of: arguments[1], in: { list.items }, from: 0, to: .max, arguments.cell)
            else {
                throw .valueError("list.remove(x): x not in list")
            }
            if index < list.items.count { list.items.remove(at: index) }
            return .none
        }
        listMethod("clear", "Takes out all items.") { (list, _) throws(Raise) in
            list.items.removeAll()
            return .none
        }
        listMethod("copy", "A list of the same items.") { (list, _) throws(Raise) in .object(List(list.items)) }
        listMethod("reverse", "Puts the items into the opposite order.") { (list, _) throws(Raise) in
            list.items.reverse()
            return .none
        }
        listMethod("sort", "Puts the items into order, equal ones as they were.", "*, key=None, reverse=False") {
            (list, arguments) throws(Raise) in
            let items = list.items
            // As in CPython, the list is empty while keys and comparisons run.
            list.items = []
            defer { if list.items.isEmpty { list.items = items } }
            let sorted = try arguments.cell.sorted(items, key: arguments[1], reverse: arguments.bool(2, default: false))
            guard list.items.isEmpty else {
                list.items = sorted
                throw .valueError("list modified during sort")
            }
            list.items = sorted
            return .none
        }
        listMethod(
            "index", "The position of the first item equal to a value.", "value, start=0, stop=9223372036854775807, /"
        ) {
            (list, arguments) throws(Raise) in
            let cell = arguments.cell
            let start = try cell.bound(arguments[2], default: 0, count: list.items.count)
            let stop = try cell.bound(arguments[3], default: .max, count: list.items.count)
            guard let index = try position(of: arguments[1], in: { list.items }, from: start, to: stop, cell) else {
                throw .valueError("\(try cell.repr(arguments[1])) is not in list")
            }
            return .int(index)
        }
        listMethod("count", "How many items are equal to a value.", "value, /") { (list, arguments) throws(Raise) in
            .int(try occurrences(of: arguments[1], in: { list.items }, arguments.cell))
        }
    }

    static func position(
        of value: Value, in items: () -> ContiguousArray<Value>, from start: Int, to end: Int, _ cell: Interpreter
    ) throws(Raise) -> Int? {
        var index = start
        while index < min(end, items().count) {
            if try cell.sameOrEqual(items()[index], value) { return index }
            index += 1
            if index & 0xFFF == 0 { try cell.poll() }
        }
        return nil
    }

    static func occurrences(
        of value: Value, in items: () -> ContiguousArray<Value>, _ cell: Interpreter
    ) throws(Raise) -> Int {
        var count = 0
        var index = 0
        while index < items().count {
            if try cell.sameOrEqual(items()[index], value) { count += 1 }
            index += 1
            if index & 0xFFF == 0 { try cell.poll() }
        }
        return count
    }

    // MARK: tuple

    @MembersBuilder static var tuple: [Member] {
        RawConstructor(doc: "A tuple of the items of an iterable.", parameters("iterable=(), /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            if arguments[0].isUnset { return .tuple([]) }
            if case .object(let object) = arguments[0], object.type === types.tuple { return arguments[0] }
            return .object(Tuple(try arguments.cell.items(of: arguments[0])))
        }
        RawMethod(
            "index", doc: "The position of the first item equal to a value.",
            parameters("value, start=0, stop=9223372036854775807, /")
        ) { (arguments: Arguments) throws(Raise) -> Value in
            let items = try arguments.receiver(Tuple.self, "index", of: "tuple").items
            let cell = arguments.cell
            let start = try cell.bound(arguments[2], default: 0, count: items.count)
            let stop = try cell.bound(arguments[3], default: .max, count: items.count)
            guard let index = try position(of: arguments[1], in: { items }, from: start, to: stop, cell) else {
                throw .valueError("tuple.index(x): x not in tuple")
            }
            return .int(index)
        }
        RawMethod("count", doc: "How many items are equal to a value.", parameters("value, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let items = try arguments.receiver(Tuple.self, "count", of: "tuple").items
            return .int(try occurrences(of: arguments[1], in: { items }, arguments.cell))
        }
    }

    // MARK: range and slice

    @MembersBuilder static var range: [Member] {
        RawConstructor(
            doc: "The integers from start up to, and without, stop.", parameters("start, stop=None, step=1, /")
        ) {
            (arguments: Arguments) throws(Raise) -> Value in
            let cell = arguments.cell
            let first = try cell.integer(arguments[0])
            guard arguments.has(1) else { return BigRangeObject.value(start: 0, stop: first, step: 1) }
            let stop = try cell.integer(arguments[1])
            let step = arguments.has(2) ? try cell.integer(arguments[2]) : 1
            if step.isZero { throw .valueError("range() arg 3 must not be zero") }
            return BigRangeObject.value(start: first, stop: stop, step: step)
        }
        RawMethod("index", doc: "The position of a number.", parameters("value, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let range = try arguments.receiver(RangeObject.self, "index", of: "range")
            let cell = arguments.cell
            if let number = arguments[1].smallInteger, try cell.contains(arguments[0], arguments[1]) {
                return .int((number - range.start) / range.step)
            }
            for index in 0..<(arguments[1].isNumber ? 0 : range.count) {
                if try cell.equal(.int(range.value(at: index)), arguments[1]) { return .int(index) }
                try cell.poll()
            }
            let shown = try cell.repr(arguments[1])
            throw .valueError(
                arguments[1].bigInteger != nil ? "\(shown) is not in range" : "sequence.index(x): x not in sequence")
        }
        RawMethod("count", doc: "1 if the number is in the range, else 0.", parameters("value, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            .int(try arguments.cell.contains(arguments[0], arguments[1]) ? 1 : 0)
        }
    }

    @MembersBuilder static var slice: [Member] {
        RawConstructor(
            doc: "What stands for start:stop:step in an index.", parameters("start, stop=None, step=None, /")
        ) {
            (arguments: Arguments) throws(Raise) -> Value in
            guard arguments.has(1) else { return .object(SliceObject(.none, arguments[0], .none)) }
            return .object(SliceObject(arguments[0], arguments[1], arguments.has(2) ? arguments[2] : .none))
        }
        RawMethod("indices", doc: "Start, stop and step for a sequence of a length.", parameters("length, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let slice = try arguments.receiver(SliceObject.self, "indices", of: "slice")
            let count = try arguments.cell.index(arguments[1])
            if count < 0 { throw .valueError("length should not be negative") }
            let (start, stop, step) = try arguments.cell.bounds(slice, count)
            return .tuple([.int(start), .int(stop), .int(step)])
        }
    }
}
