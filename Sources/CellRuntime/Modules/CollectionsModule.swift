internal import CellSyntax

/// `collections`: dictionaries that do more, named tuples, and ``DequeObject``.
extension StandardModules {
    static let collections = NativeModule("collections", doc: "More kinds of containers.", source: writtenCollections) {
        DequeObject.declaration
        DictKinds.defaultdict
        DictKinds.orderedDict
        DictKinds.counter
        RawFunction(
            "namedtuple", doc: "A class of tuples whose items have names.",
            parameters("typename, field_names, *, rename=False, defaults=None, module=None")
        ) {
            (arguments: Arguments) throws(Raise) -> Value in
            let cell = arguments.cell
            return .object(
                try NamedTuples.make(
                    cell.str(arguments[0]), fieldNames: arguments[1], rename: arguments.bool(2, default: false),
                    defaults: arguments[3], module: arguments[4].text ?? "__main__", cell))
        }
    }
}

/// Classes derived from `dict`; instances are ``Dict``s with another class.
enum DictKinds {
    private static func method(
        _ name: String, _ doc: String = "", _ signature: String = "",
        body: @escaping (Dict, Arguments) throws(Raise) -> Value
    ) -> Member {
        RawMethod(name, doc: doc, parameters(signature)) { (arguments: Arguments) throws(Raise) -> Value in
            try body(arguments.receiver(Dict.self, name, of: "dict"), arguments)
        }
    }

    private static func make(_ name: String, _ doc: String, @MembersBuilder members: () -> [Member]) -> TypeObject {
        let type = TypeObject(name, module: "collections", doc: doc, base: types.dict, metatype: types.type)
        type.isContainer = true
        type.allowsAttributes = true
        let holder = Holder()
        holder.type = type
        type.install(
            [
                Allocator {
                    let dict = Dict()
                    if let type = holder.type { dict.type = type }
                    return dict
                }
            ] + members(), style: .native)
        return type
    }

    private final class Holder: @unchecked Sendable { var type: TypeObject? }

    /// The same entries in a dictionary of the same class, without running its `__init__`.
    private static func twin(_ dict: Dict, entries: Dict? = nil) -> Dict {
        let copy = (entries ?? dict).copy()
        copy.type = dict.type
        return copy
    }

    private static func plain(_ dict: Dict) -> Value { .object(dict.copy()) }

    // MARK: defaultdict

    static let defaultdict = make("defaultdict", "A dictionary that makes values for missing keys.") {
        method("__init__", "", "*args, **kwargs") { (dict, arguments) throws(Raise) in
            let cell = arguments.cell
            let positional = arguments.variadic(1)
            let factory = positional.first ?? .none
            guard factory.isNone || cell.isCallable(factory) else {
                throw .typeError("first argument must be callable or None")
            }
            if positional.count > 2 {
                throw .typeError("defaultdict expected at most 2 arguments, got \(positional.count)")
            }
            dict.attributes = dict.attributes ?? Dict()
            dict.attributes?.set(cell.intern("default_factory"), factory)
            if positional.count == 2 { try BuiltinMembers.merge(positional[1], into: dict, cell) }
            for (key, value) in arguments.keywords(2) { try dict.set(key, value, cell) }
            return .none
        }
        method("__missing__", "", "key, /") { (dict, arguments) throws(Raise) in
            guard let factory = dict.attributes?["default_factory"], !factory.isNone else {
                throw .keyError(arguments[1])
            }
            let value = try arguments.cell.call(factory, [])
            try dict.set(arguments[1], value, arguments.cell)
            return value
        }
        method("__repr__") { (dict, arguments) throws(Raise) in
            let factory = try arguments.cell.repr(dict.attributes?["default_factory"] ?? .none)
            return .string("\(dict.type.name)(\(factory), \(try arguments.cell.repr(plain(dict))))")
        }
        for name in ["copy", "__copy__"] {
            method(name, "A dictionary of the same entries.") { (dict, _) throws(Raise) in
                let copy = twin(dict)
                copy.attributes = dict.attributes?.copy()
                return .object(copy)
            }
        }
        method("__or__", "", "other, /") { (dict, arguments) throws(Raise) in
            guard let other = arguments[1].object as? Dict else { return .notImplemented }
            let made = twin(dict)
            made.attributes = dict.attributes?.copy()
            for (key, value) in other { try made.set(key, value, arguments.cell) }
            return .object(made)
        }
    }

    // MARK: OrderedDict

    static let orderedDict = make("OrderedDict", "A dictionary whose order can be changed.") {
        method("move_to_end", "Moves a key to the end, or the start.", "key, last=True") {
            (dict, arguments) throws(Raise) in
            let cell = arguments.cell
            guard let value = try dict.remove(arguments[1], cell) else { throw .keyError(arguments[1]) }
            if try arguments.bool(2, default: true) {
                try dict.set(arguments[1], value, cell)
            } else {
                let rest = dict.copy()
                dict.removeAll()
                try dict.set(arguments[1], value, cell)
                for (key, value) in rest { try dict.set(key, value, cell) }
            }
            return .none
        }
        method("popitem", "Takes out the last entry, or the first.", "last=True") { (dict, arguments) throws(Raise) in
            let last = try arguments.bool(1, default: true)
            guard let entry = last ? Array(dict).last : dict.first(where: { _ in true }) else {
                throw .keyError(.string("dictionary is empty"))
            }
            try dict.remove(entry.key, arguments.cell)
            return .tuple([entry.key, entry.value])
        }
        method("__repr__") { (dict, arguments) throws(Raise) in
            let pairs = dict.map { Value.tuple([$0.key, $0.value]) }
            if pairs.isEmpty { return .string("\(dict.type.name)()") }
            return .string("\(dict.type.name)(\(try arguments.cell.repr(.list(pairs))))")
        }
        method("__eq__", "", "other, /") { (dict, arguments) throws(Raise) in
            guard let other = arguments[1].object as? Dict else { return .notImplemented }
            let cell = arguments.cell
            guard try cell.equal(plain(dict), plain(other)) else { return .bool(false) }
            guard other.type.isSubclass(of: dict.type) || dict.type.isSubclass(of: other.type),
                other.type !== types.dict
            else { return .bool(true) }
            return .bool(try cell.equal(.list(dict.keys), .list(other.keys)))
        }
        method("copy", "A dictionary of the same entries.") { (dict, _) throws(Raise) in .object(twin(dict)) }
        method("__or__", "", "other, /") { (dict, arguments) throws(Raise) in
            guard let other = arguments[1].object as? Dict else { return .notImplemented }
            let made = twin(dict)
            for (key, value) in other { try made.set(key, value, arguments.cell) }
            return .object(made)
        }
    }

    // MARK: Counter

    private static func count(_ dict: Dict, _ arguments: Arguments, sign: BinaryOperator) throws(Raise) {
        let cell = arguments.cell
        func add(_ key: Value, _ amount: Value) throws(Raise) {
            let known = try dict.get(key, cell) ?? .int(0)
            try dict.set(key, cell.binary(sign, known, amount), cell)
        }
        let positional = arguments.variadic(1)
        guard positional.count <= 1 else {
            throw .typeError("expected at most 1 argument, got \(positional.count)")
        }
        if let source = positional.first, !source.isNone {
            if let mapping = source.object as? Dict {
                for (key, amount) in mapping.copy() { try add(key, amount) }
            } else {
                for item in try cell.items(of: source) { try add(item, .int(1)) }
            }
        }
        for (key, amount) in arguments.keywords(2) { try add(key, amount) }
    }

    private static func combined(
        _ left: Dict, _ right: Value, _ cell: Interpreter, _ body: (Value, Value) throws(Raise) -> Value
    ) throws(Raise) -> Value {
        guard let other = right.object as? Dict, other.type.isSubclass(of: counter) else { return .notImplemented }
        let result = Dict()
        for source in [left, other] {
            for key in source.keys where try result.get(key, cell) == nil {
                let value = try body(left.get(key, cell) ?? .int(0), other.get(key, cell) ?? .int(0))
                if try cell.isLess(.int(0), value) { try result.set(key, value, cell) }
            }
        }
        return .object(twin(left, entries: result))
    }

    /// Entries with the greatest counts first, equal ones in their order.
    private static func ranked(_ dict: Dict, _ cell: Interpreter) throws(Raise) -> ContiguousArray<Value> {
        let pairs = ContiguousArray(dict.map { Value.tuple([$0.key, $0.value]) })
        let key = StandardModules.function("count", "pair") { (arguments: Arguments) throws(Raise) -> Value in
            (arguments[0].object as? Tuple)?.items[1] ?? .none
        }
        return try cell.sorted(pairs, key: key, reverse: true)
    }

    static let counter: TypeObject = make("Counter", "Counts of things.") {
        method("__init__", "", "*args, **kwargs") { (dict, arguments) throws(Raise) in
            try count(dict, arguments, sign: .add)
            return .none
        }
        method("update", "Adds counts.", "*args, **kwargs") { (dict, arguments) throws(Raise) in
            try count(dict, arguments, sign: .add)
            return .none
        }
        method("subtract", "Takes counts away.", "*args, **kwargs") { (dict, arguments) throws(Raise) in
            try count(dict, arguments, sign: .subtract)
            return .none
        }
        for (name, isBelow, isStrict) in [
            ("__le__", true, false), ("__lt__", true, true), ("__ge__", false, false), ("__gt__", false, true),
        ] {
            method(name, "", "other, /") { (dict, arguments) throws(Raise) in
                guard let other = arguments[1].object as? Dict else { return .notImplemented }
                let (low, high) = isBelow ? (dict, other) : (other, dict)
                let cell = arguments.cell
                var isSame = true
                for key in Array(low.keys) + Array(high.keys) {
                    let (a, b) = try (low.get(key, cell) ?? .int(0), high.get(key, cell) ?? .int(0))
                    guard try cell.truth(cell.compare(.lessOrEqual, a, b)) else { return .bool(false) }
                    if try !cell.equal(a, b) { isSame = false }
                }
                return .bool(!(isStrict && isSame))
            }
        }
        method("__missing__", "", "key, /") { (_, _) throws(Raise) in .int(0) }
        method("most_common", "The n greatest counts, or all, with their keys.", "n=None") {
            (dict, arguments) throws(Raise) in
            let pairs = try ranked(dict, arguments.cell)
            return .list(
                arguments.isGiven(1) ? pairs.prefix(max(try arguments.cell.index(arguments[1]), 0)) : pairs[...])
        }
        method("elements", "Each key as often as its count.") { (dict, arguments) throws(Raise) in
            let entries = dict.map { ($0.key, $0.value) }
            var place = 0
            var given = 0
            return .object(
                ClosureIterator { (cell) throws(Raise) in
                    while place < entries.count {
                        if try given < cell.index(entries[place].1) {
                            given += 1
                            return entries[place].0
                        }
                        place += 1
                        given = 0
                    }
                    return nil
                })
        }
        method("total", "The sum of the counts.") { (dict, arguments) throws(Raise) in
            var sum = Value.int(0)
            for value in dict.values { sum = try arguments.cell.binary(.add, sum, value) }
            return sum
        }
        for name in ["copy", "__copy__"] {
            method(name, "A counter of the same counts.") { (dict, _) throws(Raise) in .object(twin(dict)) }
        }
        method("__delitem__", "", "key, /") { (dict, arguments) throws(Raise) in
            try dict.remove(arguments[1], arguments.cell)
            return .none
        }
        method("__repr__") { (dict, arguments) throws(Raise) in
            if dict.count == 0 { return .string("\(dict.type.name)()") }
            let cell = arguments.cell
            let sorted = Dict()
            let pairs = (try? ranked(dict, cell)) ?? ContiguousArray(dict.map { Value.tuple([$0.key, $0.value]) })
            for pair in pairs {
                if let items = (pair.object as? Tuple)?.items { try sorted.set(items[0], items[1], cell) }
            }
            return .string("\(dict.type.name)(\(try cell.repr(.object(sorted))))")
        }
        for (name, combine) in [
            ("__add__", { (cell, a, b) throws(Raise) in try cell.binary(.add, a, b) }),
            ("__sub__", { (cell, a, b) throws(Raise) in try cell.binary(.subtract, a, b) }),
            ("__and__", { (cell, a, b) throws(Raise) in try cell.isLess(b, a) ? b : a }),
            ("__or__", { (cell, a, b) throws(Raise) in try cell.isLess(a, b) ? b : a }),
        ] as [(String, (Interpreter, Value, Value) throws(Raise) -> Value)] {
            method(name, "", "other, /") { (dict, arguments) throws(Raise) in
                let cell = arguments.cell
                return try combined(dict, arguments[1], cell) { (a, b) throws(Raise) in try combine(cell, a, b) }
            }
        }
        method("__neg__") { (dict, arguments) throws(Raise) in
            let negated = Dict()
            negated.type = dict.type
            for (key, value) in dict {
                try negated.set(key, arguments.cell.binary(.subtract, .int(0), value), arguments.cell)
            }
            let empty = Dict()
            empty.type = dict.type
            return try combined(negated, .object(empty), arguments.cell) { (a, _) throws(Raise) in a }
        }
        method("__pos__") { (dict, arguments) throws(Raise) in
            let empty = Dict()
            empty.type = dict.type
            return try combined(dict, .object(empty), arguments.cell) { (a, _) throws(Raise) in a }
        }
    }
}
