/// `functools.partial`: a function with some of its arguments given.
public final class PartialObject: Object, NativeObject {
    public let function: Value
    public let positional: ContiguousArray<Value>
    public let keywords: Dict

    init(_ function: Value, _ positional: ContiguousArray<Value>, _ keywords: Dict) {
        self.function = function
        self.positional = positional
        self.keywords = keywords
        super.init(type: Self.declaration)
    }

    public override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        visit(function)
        visit(.object(keywords))
    }

    public static let declaration: TypeObject = NativeType<PartialObject>(
        "partial", module: "functools", doc: "A function with some of its arguments given.", allowsAttributes: true
    ) {
        RawConstructor(parameters("func, /, *args, **keywords")) { (arguments: Arguments) throws(Raise) -> Value in
            var function = arguments[0]
            var positional = arguments.variadic(1)
            let keywords = Dict()
            if let inner = function.object as? PartialObject {
                function = inner.function
                positional = inner.positional + positional
                for (key, value) in inner.keywords { try keywords.set(key, value, arguments.cell) }
            }
            guard arguments.cell.isCallable(function) else { throw .typeError("the first argument must be callable") }
            for (key, value) in arguments.keywords(2) { try keywords.set(key, value, arguments.cell) }
            return .object(PartialObject(function, positional, keywords))
        }
        RawMethod("__call__", doc: "", parameters("*args, **keywords")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let partial = try arguments.receiver(PartialObject.self, "__call__", of: "functools.partial")
            let keywords = partial.keywords.copy()
            for (key, value) in arguments.keywords(2) { try keywords.set(key, value, arguments.cell) }
            return try arguments.cell.call(
                partial.function, Array(partial.positional + arguments.variadic(1)),
                keywords: keywords.map { ($0.key.text ?? "", $0.value) })
        }
        BuiltinMembers.property("func", "The function.") { (value) throws(Raise) in
            (value.object as? PartialObject)?.function ?? .none
        }
        BuiltinMembers.property("args", "The positional arguments given.") { (value) throws(Raise) in
            .tuple((value.object as? PartialObject)?.positional ?? [])
        }
        BuiltinMembers.property("keywords", "The keyword arguments given.") { (value) throws(Raise) in
            (value.object as? PartialObject).map { .object($0.keywords) } ?? .none
        }
        RawMethod("__repr__") { (arguments: Arguments) throws(Raise) -> Value in
            let partial = try arguments.receiver(PartialObject.self, "__repr__", of: "functools.partial")
            var parts = [try arguments.cell.repr(partial.function)]
            for value in partial.positional { parts.append(try arguments.cell.repr(value)) }
            for (key, value) in partial.keywords { parts.append("\(key.text ?? "")=\(try arguments.cell.repr(value))") }
            return .string("functools.partial(\(parts.joined(separator: ", ")))")
        }
    }.type
}

/// A function whose results are kept, as `functools.lru_cache` makes it.
final class CachedFunction: Object {
    let function: Value
    let limit: Int?
    let typed: Bool
    /// Results by their arguments, the oldest first.
    let results = Dict()
    var hits = 0
    var misses = 0

    init(_ function: Value, limit: Int?, typed: Bool, _ cell: Interpreter) throws(Raise) {
        self.function = function
        self.limit = limit
        self.typed = typed
        super.init(type: Self.declaration)
        try StandardModules.takeOver(from: function, to: self, cell)
    }

    override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        visit(function)
        visit(.object(results))
    }

    func call(_ positional: ContiguousArray<Value>, _ keywords: Dict, _ cell: Interpreter) throws(Raise) -> Value {
        var parts = positional
        if keywords.count > 0 {
            parts.append(.object(CachedFunction.mark))
            for (key, value) in keywords { parts += [key, value] }
        }
        if typed {
            parts.append(.object(CachedFunction.mark))
            for value in positional + keywords.values { parts.append(.object(value.type)) }
        }
        let key = Value.object(Tuple(parts))
        if let known = try results.get(key, cell) {
            hits += 1
            if limit != nil {
                try results.remove(key, cell)
                try results.set(key, known, cell)
            }
            return known
        }
        misses += 1
        let result = try cell.call(
            function, Array(positional), keywords: keywords.map { ($0.key.text ?? "", $0.value) })
        if limit != 0 {
            try results.set(key, result, cell)
            if let limit, results.count > limit, let (oldest, _) = results.first(where: { _ in true }) {
                try results.remove(oldest, cell)
            }
        }
        return result
    }

    /// Between positional and keyword arguments of a key.
    private nonisolated(unsafe) static let mark = Tuple([.string("keywords")])

    static let declaration: TypeObject = NativeType<CachedFunction>(
        "_lru_cache_wrapper", module: "functools", doc: "A function whose results are kept.", allowsAttributes: true
    ) {
        RawMethod("__call__", doc: "", parameters("*args, **keywords")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let cached = try arguments.receiver(CachedFunction.self, "__call__", of: "functools._lru_cache_wrapper")
            return try cached.call(arguments.variadic(1), arguments.keywords(2), arguments.cell)
        }
        RawMethod("__get__", doc: "", parameters("instance, owner=None")) {
            (arguments: Arguments) throws(Raise) -> Value in
            arguments[1].isNone ? arguments[0] : .object(BoundMethod(arguments[1], arguments[0]))
        }
        RawMethod("cache_clear", doc: "Forgets all results.") { (arguments: Arguments) throws(Raise) -> Value in
            let cached = try arguments.receiver(CachedFunction.self, "cache_clear", of: "functools._lru_cache_wrapper")
            cached.results.removeAll()
            cached.hits = 0
            cached.misses = 0
            return .none
        }
        RawMethod("cache_info", doc: "How often results were known.") { (arguments: Arguments) throws(Raise) -> Value in
            let cached = try arguments.receiver(CachedFunction.self, "cache_info", of: "functools._lru_cache_wrapper")
            return try StandardModules.cacheInfo(
                [
                    .int(cached.hits), .int(cached.misses), cached.limit.map { .int($0) } ?? .none,
                    .int(cached.results.count),
                ])
        }
        RawMethod("cache_parameters", doc: "How the cache was made.") { (arguments: Arguments) throws(Raise) -> Value in
            let cached = try arguments.receiver(
                CachedFunction.self, "cache_parameters", of: "functools._lru_cache_wrapper")
            return .object(
                Dict(named: [("maxsize", cached.limit.map { .int($0) } ?? .none), ("typed", .bool(cached.typed))]))
        }
    }.type
}

/// `functools.cmp_to_key`'s keys.
final class ComparisonKey: Object {
    let function: Value
    let item: Value

    init(_ function: Value, _ item: Value) {
        self.function = function
        self.item = item
        super.init(type: Self.declaration)
    }

    static let declaration: TypeObject = NativeType<ComparisonKey>(
        "KeyWrapper", module: "functools", doc: "A key that a function compares.", isBase: false
    ) {
        for (name, holds) in [
            ("__lt__", { $0 < 0 }), ("__gt__", { $0 > 0 }), ("__le__", { $0 <= 0 }), ("__ge__", { $0 >= 0 }),
            ("__eq__", { $0 == 0 }),
        ] as [(String, (Double) -> Bool)] {
            RawMethod(name, doc: "", parameters("other, /")) { (arguments: Arguments) throws(Raise) -> Value in
                let key = try arguments.receiver(ComparisonKey.self, name, of: "functools.KeyWrapper")
                guard let other = arguments[1].object as? ComparisonKey else { return .notImplemented }
                let order = try arguments.cell.call(key.function, [key.item, other.item])
                return .bool(holds(try arguments.cell.double(order)))
            }
        }
    }.type
}

extension StandardModules {
    static let functools = NativeModule("functools", doc: "Functions of functions.", source: writtenFunctools) {
        PartialObject.declaration
        RawFunction(
            "reduce", doc: "A function of the first two items, then of the result and the next, and so on.",
            parameters("function, iterable, initial=None, /")
        ) {
            (arguments: Arguments) throws(Raise) -> Value in
            let cell = arguments.cell
            guard cell.isIterable(arguments[1]) else { throw .typeError("reduce() arg 2 must support iteration") }
            let source = try cell.iterator(over: arguments[1])
            var total: Value
            if arguments.has(2) {
                total = arguments[2]
            } else {
                guard let first = try source.next(cell) else {
                    throw .typeError("reduce() of empty iterable with no initial value")
                }
                total = first
            }
            while let item = try source.next(cell) { total = try cell.call(arguments[0], [total, item]) }
            return total
        }
        RawFunction(
            "lru_cache", doc: "Keeps the results of a function, the latest maxsize of them.",
            parameters("maxsize=128, typed=False")
        ) {
            (arguments: Arguments) throws(Raise) -> Value in
            let cell = arguments.cell
            let typed = try arguments.bool(1, default: false)
            if arguments.isGiven(0), cell.isCallable(arguments[0]) {
                return .object(try CachedFunction(arguments[0], limit: 128, typed: typed, cell))
            }
            let limit: Int?
            if arguments[0].isNone {
                limit = nil
            } else {
                guard arguments[0].isUnset || arguments[0].smallInteger != nil else {
                    throw .typeError("Expected first argument to be an integer, a callable, or None")
                }
                limit = max(try arguments.int(0, default: 128), 0)
            }
            return function("decorating_function", "function, /") { (inner) throws(Raise) -> Value in
                .object(try CachedFunction(inner[0], limit: limit, typed: typed, inner.cell))
            }
        }
        RawFunction("cache", doc: "Keeps all results of a function.", parameters("user_function, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            .object(try CachedFunction(arguments[0], limit: nil, typed: false, arguments.cell))
        }
        RawFunction(
            "cmp_to_key", doc: "A key for sorting from a function that compares two items.", parameters("mycmp")
        ) {
            (arguments: Arguments) throws(Raise) -> Value in
            let comparison = arguments[0]
            return function("KeyWrapper", "obj, /") { (inner) throws(Raise) -> Value in
                .object(ComparisonKey(comparison, inner[0]))
            }
        }
        RawFunction(
            "update_wrapper", doc: "Gives a function the name and documentation of the one it wraps.",
            parameters("wrapper, wrapped, assigned=None, updated=None")
        ) {
            (arguments: Arguments) throws(Raise) -> Value in
            if let wrapper = arguments[0].object { try takeOver(from: arguments[1], to: wrapper, arguments.cell) }
            return arguments[0]
        }
        RawFunction(
            "wraps", doc: "A decorator that gives a function the name and documentation of another.",
            parameters("wrapped, assigned=None, updated=None")
        ) {
            (arguments: Arguments) throws(Raise) -> Value in
            let wrapped = arguments[0]
            return function("update_wrapper", "wrapper, /") { (inner) throws(Raise) -> Value in
                if let wrapper = inner[0].object { try takeOver(from: wrapped, to: wrapper, inner.cell) }
                return inner[0]
            }
        }
        Constant(
            "WRAPPER_ASSIGNMENTS",
            Value.tuple(["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"].map { .string($0) }))
    }

    /// A native function made by another one.
    static func function(_ name: String, _ signature: String, body: @escaping NativeFunction.Body) -> Value {
        .object(
            SignatureBuilder(parameters(signature), isMethod: false, style: .python).function(name, doc: "", body: body)
        )
    }

    /// As `functools.update_wrapper`.
    static func takeOver(from wrapped: Value, to wrapper: Object, _ cell: Interpreter) throws(Raise) {
        for name in ["__module__", "__name__", "__qualname__", "__doc__"] {
            if let value = try cell.attributeIfAny(cell.intern(name), of: wrapped) {
                if wrapper is CellFunction, name == "__module__" { continue }
                try cell.setAttribute(cell.intern(name), of: .object(wrapper), to: value)
            }
        }
        for (key, value) in wrapped.object?.attributes?.copy() ?? Dict() {
            if let name = key.text { try cell.setAttribute(cell.intern(name), of: .object(wrapper), to: value) }
        }
        try cell.setAttribute(cell.intern("__wrapped__"), of: .object(wrapper), to: wrapped)
    }

    private static let cacheInfoType = NamedTuples.make(
        "CacheInfo", module: "functools", fields: ["hits", "misses", "maxsize", "currsize"])

    static func cacheInfo(_ values: [Value]) throws(Raise) -> Value { NamedTuples.instance(of: cacheInfoType, values) }
}

extension Interpreter {
    /// `callable(value)`
    func isCallable(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return false }
        switch object {
        case is CellFunction, is NativeFunction, is BoundMethod, is TypeObject: return true
        default: return object.type.has(.call)
        }
    }
}
