internal import CellSyntax

/// fastcore's `L`: a list that maps, filters and picks, and shows how many items it has.
public final class LObject: Container, NativeObject {
    public var items: ContiguousArray<Value>

    public init(_ items: ContiguousArray<Value>) {
        self.items = items
        super.init(type: Self.declaration)
    }

    deinit {
        var rest = items
        items = []
        Object.release(&rest)
    }

    public override func surrender(into pending: inout [Value]) {
        super.surrender(into: &pending)
        pending.append(contentsOf: items)
        items = []
    }

    public override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        items.withUnsafeMutableBufferPointer { $0.forEach(visit) }
    }

    static func value(_ items: some Sequence<Value>) -> Value { .object(LObject(ContiguousArray(items))) }

    /// fastcore's `listify`: nothing for `None`, the items of an iterable, else the value alone.
    public static func listify(_ value: Value, _ cell: Interpreter) throws(Raise) -> ContiguousArray<Value> {
        if value.isNone || value.isUnset { return [] }
        if value.text != nil || value.object is Bytes || value.object is PathObject || !cell.isIterable(value) {
            return [value]
        }
        if let object = value.object, !(object.type.isBuiltin || object.type.has(.iter)), !(object is IteratorObject) {
            return [value]
        }
        return try cell.items(of: value)
    }

    public static let declaration: TypeObject = NativeType<LObject>(
        "L", module: "fastcore.foundation", doc: "A list that maps, filters and picks.", allowsAttributes: true
    ) {
        Allocator { LObject([]) }
        method(
            "__init__", "A list of an iterable's items, or of the values given.",
            "items=None, *rest, use_list=False, match=None"
        ) {
            (list, arguments) throws(Raise) in
            let rest = arguments.variadic(4)
            list.items =
                rest.isEmpty
                ? try listify(arguments[1], arguments.cell) : [arguments[1].isUnset ? .none : arguments[1]] + rest
            if arguments.isGiven(3) {
                let wanted =
                    arguments[3].smallInteger == nil
                    ? try arguments.cell.length(of: arguments[3]) : try arguments.cell.index(arguments[3])
                if list.items.count == 1 {
                    list.items = ContiguousArray(repeating: list.items[0], count: wanted)
                } else if list.items.count != wanted {
                    throw Raise(exceptions.assertionError, "Match length mismatch")
                }
            }
            return .none
        }
        LMembers.containers
        LMembers.maps
        LMembers.picks
        LMembers.orders
        LMembers.sums
    }.type

    static func method(
        _ name: String, _ doc: String = "", _ signature: String = "",
        body: @escaping (LObject, Arguments) throws(Raise) -> Value
    ) -> Member {
        RawMethod(name, doc: doc, parameters(signature)) { (arguments: Arguments) throws(Raise) -> Value in
            try body(arguments.receiver(LObject.self, name, of: "L"), arguments)
        }
    }
}

/// What `L` can do, in groups.
enum LMembers {
    private static func method(
        _ name: String, _ doc: String = "", _ signature: String = "",
        body: @escaping (LObject, Arguments) throws(Raise) -> Value
    ) -> Member { LObject.method(name, doc, signature, body: body) }

    // MARK: As a container

    /// `l[index]`: one item by its position, an `L` by a slice, positions or a mask.
    private static func pick(_ list: LObject, _ index: Value, _ cell: Interpreter) throws(Raise) -> Value {
        let plain = Value.object(List(list.items))
        if index.smallInteger != nil, !(index.object is List) { return try cell.item(of: plain, at: index) }
        if index.object is SliceObject {
            return LObject.value(try cell.items(of: cell.item(of: plain, at: index)))
        }
        guard cell.isIterable(index) else { return try cell.item(of: plain, at: index) }
        let wanted = try cell.items(of: index)
        var picked = ContiguousArray<Value>()
        if let first = wanted.first, case .bool = first {
            for (item, isIn) in Swift.zip(list.items, wanted) where try cell.truth(isIn) { picked.append(item) }
        } else {
            for place in wanted { picked.append(try cell.item(of: plain, at: place)) }
        }
        return LObject.value(picked)
    }

    @MembersBuilder static var containers: [Member] {
        method("__len__") { (list, _) throws(Raise) in .int(list.items.count) }
        method("__getitem__", "", "idx, /") { (list, arguments) throws(Raise) in
            try pick(list, arguments[1], arguments.cell)
        }
        method("__setitem__", "", "idx, o, /") { (list, arguments) throws(Raise) in
            let cell = arguments.cell
            let plain = List(list.items)
            if arguments[1].smallInteger != nil || arguments[1].object is SliceObject {
                try cell.setItem(of: .object(plain), at: arguments[1], to: arguments[2])
            } else {
                let places = try cell.items(of: arguments[1])
                let values = try LObject.listify(arguments[2], cell)
                for (index, place) in places.enumerated() {
                    let value = values.count == 1 ? values[0] : index < values.count ? values[index] : Value.none
                    try cell.setItem(of: .object(plain), at: place, to: value)
                }
            }
            list.items = plain.items
            return .none
        }
        method("__delitem__", "", "idx, /") { (list, arguments) throws(Raise) in
            let plain = List(list.items)
            try arguments.cell.deleteItem(of: .object(plain), at: arguments[1])
            list.items = plain.items
            return .none
        }
        method("__iter__") { (list, _) throws(Raise) in
            var place = 0
            return .object(
                ClosureIterator { (_) throws(Raise) in
                    guard place < list.items.count else { return nil }
                    place += 1
                    return list.items[place - 1]
                })
        }
        method("__contains__", "", "b, /") { (list, arguments) throws(Raise) in
            .bool(
                try BuiltinMembers.position(of: arguments[1], in: { list.items }, from: 0, to: .max, arguments.cell)
                    != nil)
        }
        method("__reversed__") { (list, _) throws(Raise) in LObject.value(list.items.reversed()) }
        method("__invert__") { (list, arguments) throws(Raise) in
            var result = ContiguousArray<Value>()
            for item in list.items { result.append(.bool(try !arguments.cell.truth(item))) }
            return LObject.value(result)
        }
        method("__eq__", "", "b, /") { (list, arguments) throws(Raise) in
            let cell = arguments.cell
            guard cell.isIterable(arguments[1]), arguments[1].text == nil, !(arguments[1].object is Dict) else {
                return .bool(false)
            }
            let other = try cell.items(of: arguments[1])
            guard other.count == list.items.count else { return .bool(false) }
            return .bool(try cell.equal(.object(List(list.items)), .object(List(other))))
        }
        Constant("__hash__", Value.none)
        method("__add__", "", "b, /") { (list, arguments) throws(Raise) in
            LObject.value(list.items + (try LObject.listify(arguments[1], arguments.cell)))
        }
        method("__radd__", "", "a, /") { (list, arguments) throws(Raise) in
            LObject.value(try LObject.listify(arguments[1], arguments.cell) + list.items)
        }
        method("__iadd__", "", "b, /") { (list, arguments) throws(Raise) in
            list.items += try LObject.listify(arguments[1], arguments.cell)
            return arguments[0]
        }
        method("__mul__", "", "b, /") { (list, arguments) throws(Raise) in
            LObject.value(
                try arguments.cell.items(of: arguments.cell.binary(.multiply, .object(List(list.items)), arguments[1])))
        }
        method("__repr__") { (list, arguments) throws(Raise) in
            var parts: [String] = []
            for item in list.items.prefix(10) { parts.append(try arguments.cell.repr(item)) }
            return .string(
                "(#\(list.items.count)) [\(parts.joined(separator: ","))\(list.items.count > 10 ? "..." : "")]")
        }
        BuiltinMembers.property("items", "The plain list.") { (value) throws(Raise) in
            (value.object as? LObject).map { .object(List($0.items)) } ?? .none
        }
        for (name, doc, signature) in [
            ("append", "Puts an item at the end.", "o"), ("remove", "Takes out the first item equal to a value.", "o"),
            ("extend", "Puts items at the end.", "b"), ("pop", "Takes out an item.", "o=-1"),
            ("insert", "Puts an item before a position.", "i, o"), ("clear", "Takes out all items.", ""),
            ("reverse", "Turns the order round.", ""), ("index", "The position of a value.", "value"),
            ("count", "How many items are equal to a value.", "o"),
        ] {
            method(name, doc, signature) { (list, arguments) throws(Raise) in
                let plain = List(list.items)
                var given: [Value] = []
                for slot in stride(from: 1, through: parameters(signature).count, by: 1) where arguments.has(slot) {
                    given.append(arguments[slot])
                }
                let answer = try arguments.cell.callMethod(name, of: .object(plain), given)
                list.items = plain.items
                return answer
            }
        }
        method("copy", "An L of the same items.") { (list, _) throws(Raise) in LObject.value(list.items) }
    }

    // MARK: Mapping and filtering

    /// Calls what `map` and `filter` take: a function with arguments before the item, a format, or something to index.
    private static func apply(
        _ function: Value, _ item: Value, _ positional: ContiguousArray<Value>, _ keywords: Dict, _ cell: Interpreter
    ) throws(Raise) -> Value {
        if function.isNone { return item }
        if cell.isCallable(function) {
            return try cell.call(
                function, Array(positional) + [item], keywords: keywords.map { ($0.key.text ?? "", $0.value) })
        }
        if function.text != nil { return try cell.callMethod("format", of: function, [item]) }
        return try cell.item(of: function, at: item)
    }

    private static func attribute(_ item: Value, _ path: String, _ fallback: Value, _ cell: Interpreter) throws(Raise)
        -> Value
    {
        if let dict = item.object as? Dict { return try dict.get(.string(path), cell) ?? fallback }
        var value = item
        for name in path.split(separator: ".") {
            guard let next = try cell.attributeIfAny(cell.intern(String(name)), of: value) else { return fallback }
            value = next
        }
        return value
    }

    @MembersBuilder static var maps: [Member] {
        method("map", "The results of a function for each item.", "f, *args, gen=False, **kwargs") {
            (list, arguments) throws(Raise) in
            let cell = arguments.cell
            let isLazy = try arguments.bool(2, default: false)
            let positional = arguments.variadic(3)
            let keywords = arguments.keywords(4)
            let function = arguments[1]
            if isLazy {
                var rest = list.items[...]
                return .object(
                    ClosureIterator { (cell) throws(Raise) in
                        guard let item = rest.popFirst() else { return nil }
                        return try apply(function, item, positional, keywords, cell)
                    })
            }
            var result = ContiguousArray<Value>()
            for item in list.items {
                result.append(try apply(function, item, positional, keywords, cell))
                try cell.poll()
            }
            return LObject.value(result)
        }
        method("filter", "The items for which a function is true.", "f=None, negate=False, **kwargs") {
            (list, arguments) throws(Raise) in
            let negate = try arguments.bool(2, default: false)
            var result = ContiguousArray<Value>()
            for item in list.items {
                let answer = try apply(
                    arguments.has(1) ? arguments[1] : .none, item, [], arguments.keywords(3), arguments.cell)
                if try arguments.cell.truth(answer) != negate { result.append(item) }
            }
            return LObject.value(result)
        }
        method("starmap", "The results of a function of each item's items.", "f, *args, **kwargs") {
            (list, arguments) throws(Raise) in
            let cell = arguments.cell
            var result = ContiguousArray<Value>()
            for item in list.items {
                result.append(
                    try cell.call(
                        arguments[1], Array(cell.items(of: item) + arguments.variadic(2)),
                        keywords: arguments.keywords(3).map { ($0.key.text ?? "", $0.value) }))
            }
            return LObject.value(result)
        }
        method("map_dict", "A dictionary of each item and a function's result.", "f=None, *args, **kwargs") {
            (list, arguments) throws(Raise) in
            let dict = Dict()
            for item in list.items {
                let value = try apply(
                    arguments.has(1) ? arguments[1] : .none, item, arguments.variadic(2), arguments.keywords(3),
                    arguments.cell)
                try dict.set(item, value, arguments.cell)
            }
            return .object(dict)
        }
        method("itemgot", "What is at an index of each item.", "*idxs") { (list, arguments) throws(Raise) in
            var result = list.items
            for index in arguments.variadic(1) {
                var next = ContiguousArray<Value>()
                for item in result { next.append(try arguments.cell.item(of: item, at: index)) }
                result = next
            }
            return LObject.value(result)
        }
        method("attrgot", "An attribute of each item, or a default.", "k, default=None") {
            (list, arguments) throws(Raise) in
            guard let name = arguments[1].text else { throw .typeError("attribute name must be string") }
            var result = ContiguousArray<Value>()
            for item in list.items {
                result.append(try attribute(item, name, arguments.has(2) ? arguments[2] : .none, arguments.cell))
            }
            return LObject.value(result)
        }
        method("setattrs", "Sets an attribute of each item.", "attr, val") { (list, arguments) throws(Raise) in
            let name = arguments.cell.intern(try arguments.cell.str(arguments[1]))
            for item in list.items { try arguments.cell.setAttribute(name, of: item, to: arguments[2]) }
            return .none
        }
        method("groupby", "The items by a key.", "key, val=None") { (list, arguments) throws(Raise) in
            let cell = arguments.cell
            func get(_ how: Value, _ item: Value) throws(Raise) -> Value {
                if how.isNone || how.isUnset { return item }
                if let name = how.text { return try cell.attribute(name, of: item) }
                return how.smallInteger != nil ? try cell.item(of: item, at: how) : try cell.call(how, [item])
            }
            let groups = Dict()
            for item in list.items {
                let key = try get(arguments[1], item)
                let value = try get(arguments[2], item)
                if let group = try groups.get(key, cell)?.object as? List {
                    group.items.append(value)
                } else {
                    try groups.set(key, .list([value]), cell)
                }
            }
            return .object(groups)
        }
    }

    // MARK: Picking

    @MembersBuilder static var picks: [Member] {
        method("argwhere", "The positions of items for which a function is true.", "f, negate=False") {
            (list, arguments) throws(Raise) in
            let negate = try arguments.bool(2, default: false)
            var result = ContiguousArray<Value>()
            for (index, item) in list.items.enumerated() {
                let answer = try apply(arguments[1], item, [], Dict(), arguments.cell)
                if try arguments.cell.truth(answer) != negate { result.append(.int(index)) }
            }
            return LObject.value(result)
        }
        method("argfirst", "The first position for which a function is true.", "f, negate=False") {
            (list, arguments) throws(Raise) in
            let negate = try arguments.bool(2, default: false)
            for (index, item) in list.items.enumerated() {
                let answer = try apply(arguments[1], item, [], Dict(), arguments.cell)
                if try arguments.cell.truth(answer) != negate { return .int(index) }
            }
            return .none
        }
        method("enumerate", "Pairs of position and item.") { (list, _) throws(Raise) in
            LObject.value(list.items.enumerated().map { .tuple([.int($0.offset), $0.element]) })
        }
        method("zip", "The first items of all, the second ones, and so on.", "cycled=False") {
            (list, arguments) throws(Raise) in
            var columns: [ContiguousArray<Value>] = []
            for item in list.items { columns.append(try arguments.cell.items(of: item)) }
            return zip(columns, cycled: try arguments.bool(1, default: false))
        }
        method("zipwith", "Items side by side with those of others.", "*rest, cycled=False") {
            (list, arguments) throws(Raise) in
            var columns = [list.items]
            for other in arguments.variadic(2) { columns.append(try arguments.cell.items(of: other)) }
            return zip(columns, cycled: try arguments.bool(1, default: false))
        }
        method("concat", "The items of all items.") { (list, arguments) throws(Raise) in
            var result = ContiguousArray<Value>()
            for item in list.items { result += try LObject.listify(item, arguments.cell) }
            return LObject.value(result)
        }
        method("cycle", "The items over and over.") { (list, _) throws(Raise) in
            let items = list.items
            var place = -1
            return .object(
                ClosureIterator { (_) throws(Raise) in
                    guard !items.isEmpty else { return nil }
                    place = (place + 1) % items.count
                    return items[place]
                })
        }
        method("val2idx", "The position of each item.") { (list, arguments) throws(Raise) in
            let dict = Dict()
            for (index, item) in list.items.enumerated() { try dict.set(item, .int(index), arguments.cell) }
            return .object(dict)
        }
        BuiltinMembers.classMethod(
            "range", "The numbers of a range, or the positions in a collection.", "a, b=None, step=None"
        ) {
            (arguments: Arguments) throws(Raise) -> Value in
            let cell = arguments.cell
            let first =
                arguments[1].bigInteger == nil ? try cell.length(of: arguments[1]) : try cell.index(arguments[1])
            let hasStop = arguments.isGiven(2)
            let step = arguments.isGiven(3) ? try cell.index(arguments[3]) : 1
            if step == 0 { throw .valueError("range() arg 3 must not be zero") }
            let range = RangeObject(
                start: hasStop ? first : 0, stop: hasStop ? try cell.index(arguments[2]) : first, step: step)
            return LObject.value(try cell.items(of: .object(range)))
        }
        BuiltinMembers.classMethod("split", "The parts of a text.", "s, sep=None, maxsplit=-1") {
            (arguments: Arguments) throws(Raise) -> Value in
            let parts = try arguments.cell.callMethod(
                "split", of: arguments[1],
                [arguments.has(2) ? arguments[2] : .none, arguments.has(3) ? arguments[3] : .int(-1)])
            return LObject.value(try arguments.cell.items(of: parts))
        }
    }

    private static func zip(_ columns: [ContiguousArray<Value>], cycled: Bool) -> Value {
        // With cycled, shorter columns start again until the first is through.
        let count = (cycled ? columns.first?.count : columns.map(\.count).min()) ?? 0
        let usable = columns.allSatisfy { !$0.isEmpty } ? count : 0
        return LObject.value((0..<usable).map { row in .tuple(columns.map { $0[row % $0.count] }) })
    }

    // MARK: Order

    @MembersBuilder static var orders: [Member] {
        method(
            "sorted", "The items in order, by a function, an attribute's name or an index.",
            "key=None, reverse=False, cmp=None"
        ) {
            (list, arguments) throws(Raise) in
            let cell = arguments.cell
            var key = arguments[1]
            if let name = key.text {
                key = StandardModules.function("attrgetter", "item") { (inner) throws(Raise) in
                    try inner.cell.attribute(name, of: inner[0])
                }
            } else if key.smallInteger != nil {
                let index = key
                key = StandardModules.function("itemgetter", "item") { (inner) throws(Raise) in
                    try inner.cell.item(of: inner[0], at: index)
                }
            }
            if arguments.isGiven(3) {
                let compare = arguments[3]
                key = StandardModules.function("KeyWrapper", "item") { (inner) throws(Raise) in
                    .object(ComparisonKey(compare, inner[0]))
                }
            }
            return LObject.value(try cell.sorted(list.items, key: key, reverse: arguments.bool(2, default: false)))
        }
        method("shuffle", "The items in random order.") { (list, arguments) throws(Raise) in
            let cell = arguments.cell
            let copy = List(list.items)
            _ = try cell.callMethod("shuffle", of: .object(cell.importModule(["random"])), [.object(copy)])
            return LObject.value(copy.items)
        }
        method("unique", "Each item once.", "sort=False, bidir=False, start=None") { (list, arguments) throws(Raise) in
            let cell = arguments.cell
            let seen = Dict()
            for item in try (arguments.has(3) ? LObject.listify(arguments[3], cell) : []) + list.items {
                if try seen.get(item, cell) == nil { try seen.set(item, .int(seen.count), cell) }
            }
            var items = ContiguousArray(seen.keys)
            if try arguments.bool(1, default: false) { items = try cell.sorted(items, key: .none, reverse: false) }
            guard try arguments.bool(2, default: false) else { return LObject.value(items) }
            let places = Dict()
            for (index, item) in items.enumerated() { try places.set(item, .int(index), cell) }
            return .tuple([LObject.value(items), .object(places)])
        }
    }

    // MARK: Sums

    @MembersBuilder static var sums: [Member] {
        method("sum", "The sum of the items.") { (list, arguments) throws(Raise) in
            var total = Value.int(0)
            for item in list.items { total = try arguments.cell.binary(.add, total, item) }
            return total
        }
        method("product", "The product of the items.") { (list, arguments) throws(Raise) in
            var total = Value.int(1)
            for item in list.items { total = try arguments.cell.binary(.multiply, total, item) }
            return total
        }
        method("reduce", "A function of the first two items, then of the result and the next.", "f, initial=None") {
            (list, arguments) throws(Raise) in
            var rest = list.items[...]
            guard var total = arguments.isGiven(2) ? arguments[2] : rest.popFirst() else {
                throw .typeError("reduce() of empty iterable with no initial value")
            }
            for item in rest { total = try arguments.cell.call(arguments[1], [total, item]) }
            return total
        }
    }
}
