internal import CellSyntax

/// An iterator of `itertools`, which shows itself by its own name.
private final class ItertoolsIterator: IteratorObject {
    private let advance: (Interpreter) throws(Raise) -> Value?
    private var isAtEnd = false

    init(_ type: TypeObject, _ advance: @escaping (Interpreter) throws(Raise) -> Value?) {
        self.advance = advance
        super.init(type: type)
    }

    override func next(_ cell: Interpreter) throws(Raise) -> Value? {
        if isAtEnd { return nil }
        let value = try advance(cell)
        isAtEnd = value == nil
        return value
    }
}

extension StandardModules {
    /// A class of iterators: called, it makes one.
    private static func iterator(
        _ name: String, _ doc: String, _ signature: String, constructors: [Member] = [],
        make: @escaping (Arguments) throws(Raise) -> (Interpreter) throws(Raise) -> Value?
    ) -> TypeObject {
        let holder = TypeHolder()
        let type = TypeObject(name, module: "itertools", doc: doc, base: types.iterator, metatype: types.type)
        type.isBase = false
        type.isContainer = true
        holder.type = type
        type.install(
            [
                RawConstructor(doc: doc, parameters(signature)) { (arguments: Arguments) throws(Raise) -> Value in
                    .object(ItertoolsIterator(holder.type ?? types.iterator, try make(arguments)))
                }
            ] + constructors, style: .native)
        return type
    }

    private final class TypeHolder: @unchecked Sendable { var type: TypeObject? }

    static let itertools = NativeModule("itertools", doc: "Building blocks for loops.") {
        endless
        selections
        combinatorics
        groups
    }

    @MembersBuilder private static var endless: [Member] {
        iterator("count", "start, start + step, …", "start=0, step=1") { (arguments) throws(Raise) in
            var next = arguments.has(0) ? arguments[0] : .int(0)
            let step = arguments.has(1) ? arguments[1] : .int(1)
            guard next.isNumber || !next.type.isBuiltin else { throw .typeError("a number is required") }
            return { (cell) throws(Raise) in
                let value = next
                next = try cell.binary(.add, value, step)
                return value
            }
        }
        iterator("cycle", "The items over and over.", "iterable, /") { (arguments) throws(Raise) in
            let source = try arguments.cell.iterator(over: arguments[0])
            var kept: [Value] = []
            var index = -1
            return { (cell) throws(Raise) in
                if index < 0 {
                    if let item = try source.next(cell) {
                        kept.append(item)
                        return item
                    }
                    index = 0
                }
                guard !kept.isEmpty else { return nil }
                defer { index = (index + 1) % kept.count }
                return kept[index]
            }
        }
        iterator("repeat", "One value, over and over or a number of times.", "object, times=None") {
            (arguments) throws(Raise) in
            let value = arguments[0]
            var left = arguments.isGiven(1) ? try arguments.cell.index(arguments[1]) : Int.max
            return { (_) throws(Raise) in
                guard left > 0 else { return nil }
                if left != .max { left -= 1 }
                return value
            }
        }
    }

    @MembersBuilder private static var selections: [Member] {
        chain
        iterator("islice", "The items that a slice would have.", "iterable, start, stop=None, step=None, /") {
            (arguments) throws(Raise) in
            let cell = arguments.cell
            func bound(_ value: Value, _ fallback: Int, _ message: String) throws(Raise) -> Int {
                if value.isNone || value.isUnset { return fallback }
                guard let number = value.smallInteger, number >= 0 else { throw .valueError(message) }
                return number
            }
            let words = "must be None or an integer: 0 <= x <= sys.maxsize."
            let hasStart = arguments.has(2)
            let start = hasStart ? try bound(arguments[1], 0, "Indices for islice() \(words)") : 0
            let stop = try bound(
                hasStart ? arguments[2] : arguments[1], .max, "Stop argument for islice() \(words)")
            let step = try bound(arguments[3], 1, "Step for islice() must be a positive integer or None.")
            if step == 0 { throw .valueError("Step for islice() must be a positive integer or None.") }
            let source = try cell.iterator(over: arguments[0])
            var position = 0
            var wanted = start
            return { (cell) throws(Raise) in
                while wanted < stop, let item = try source.next(cell) {
                    position += 1
                    if position - 1 == wanted {
                        wanted = wanted > .max - step ? .max : wanted + step
                        return item
                    }
                    try cell.poll()
                }
                while position < stop, stop != .max, try source.next(cell) != nil { position += 1 }
                return nil
            }
        }
        for (name, doc, wanted) in [
            ("takewhile", "The items before the first that fails a test.", true),
            ("dropwhile", "The items from the first that fails a test on.", false),
        ] {
            iterator(name, doc, "predicate, iterable, /") { (arguments) throws(Raise) in
                let test = arguments[0]
                let source = try arguments.cell.iterator(over: arguments[1])
                var isDropping = !wanted
                return { (cell) throws(Raise) in
                    while let item = try source.next(cell) {
                        if wanted { return try cell.truth(cell.call(test, [item])) ? item : nil }
                        if isDropping, try cell.truth(cell.call(test, [item])) { continue }
                        isDropping = false
                        return item
                    }
                    return nil
                }
            }
        }
        iterator("filterfalse", "The items that fail a test.", "function, iterable, /") { (arguments) throws(Raise) in
            let test = arguments[0]
            let source = try arguments.cell.iterator(over: arguments[1])
            return { (cell) throws(Raise) in
                while let item = try source.next(cell) {
                    if try !cell.truth(test.isNone ? item : cell.call(test, [item])) { return item }
                }
                return nil
            }
        }
        iterator("compress", "The items whose selectors are true.", "data, selectors") { (arguments) throws(Raise) in
            let data = try arguments.cell.iterator(over: arguments[0])
            let selectors = try arguments.cell.iterator(over: arguments[1])
            return { (cell) throws(Raise) in
                while let item = try data.next(cell), let selector = try selectors.next(cell) {
                    if try cell.truth(selector) { return item }
                }
                return nil
            }
        }
        iterator("starmap", "A function of each item's items.", "function, iterable, /") { (arguments) throws(Raise) in
            let function = arguments[0]
            let source = try arguments.cell.iterator(over: arguments[1])
            return { (cell) throws(Raise) in
                guard let item = try source.next(cell) else { return nil }
                return try cell.call(function, Array(cell.items(of: item)))
            }
        }
        iterator(
            "accumulate", "Running totals, or results of another function.", "iterable, func=None, *, initial=None"
        ) {
            (arguments) throws(Raise) in
            let source = try arguments.cell.iterator(over: arguments[0])
            let function = arguments.isGiven(1) ? arguments[1] : nil
            var total: Value?
            var initial = arguments.isGiven(2) ? arguments[2] : nil
            return { (cell) throws(Raise) in
                if let first = initial {
                    initial = nil
                    total = first
                    return first
                }
                guard let item = try source.next(cell) else { return nil }
                if let sum = total {
                    if let function {
                        total = try cell.call(function, [sum, item])
                    } else {
                        total = try cell.binary(.add, sum, item)
                    }
                } else {
                    total = item
                }
                return total
            }
        }
        iterator("pairwise", "Each two neighbours.", "iterable, /") { (arguments) throws(Raise) in
            let source = try arguments.cell.iterator(over: arguments[0])
            var previous: Value?
            return { (cell) throws(Raise) in
                if previous == nil { previous = try source.next(cell) }
                guard let first = previous, let second = try source.next(cell) else { return nil }
                previous = second
                return .tuple([first, second])
            }
        }
        iterator("zip_longest", "Items side by side, up to the longest.", "*iterables, fillvalue=None") {
            (arguments) throws(Raise) in
            let fill = arguments.has(0) ? arguments[0] : .none
            var sources: [IteratorObject?] = []
            for item in arguments.variadic(1) { sources.append(try arguments.cell.iterator(over: item)) }
            return { (cell) throws(Raise) in
                var row: [Value] = []
                var isAtEnd = true
                for index in sources.indices {
                    if let item = try sources[index]?.next(cell) {
                        row.append(item)
                        isAtEnd = false
                    } else {
                        sources[index] = nil
                        row.append(fill)
                    }
                }
                return isAtEnd ? nil : .tuple(row)
            }
        }
    }

    private static func chained(_ sources: IteratorObject) -> (Interpreter) throws(Raise) -> Value? {
        var current: IteratorObject?
        return { (cell) throws(Raise) in
            while true {
                if let item = try current?.next(cell) { return item }
                guard let next = try sources.next(cell) else { return nil }
                current = try cell.iterator(over: next)
            }
        }
    }

    private static let chain: TypeObject = iterator(
        "chain", "The items of one iterable after the other.", "*iterables",
        constructors: [
            BuiltinMembers.classMethod("from_iterable", "The same for iterables in an iterable.", "iterable, /") {
                (arguments: Arguments) throws(Raise) -> Value in
                let sources = try arguments.cell.iterator(over: arguments[1])
                return .object(
                    ItertoolsIterator((arguments[0].object as? TypeObject) ?? types.iterator, chained(sources)))
            }
        ]
    ) { (arguments) throws(Raise) in chained(TupleIterator(arguments.variadic(0))) }

    // MARK: Combinations

    private static func pick(_ pool: ContiguousArray<Value>, _ indices: [Int]) -> Value {
        .tuple(indices.map { pool[$0] })
    }

    private static func size(_ value: Value, _ cell: Interpreter) throws(Raise) -> Int {
        let count = try cell.index(value)
        guard count >= 0 else { throw .valueError("r must be non-negative") }
        return count
    }

    @MembersBuilder private static var combinatorics: [Member] {
        iterator("product", "All tuples with an item of each.", "*iterables, repeat=1") { (arguments) throws(Raise) in
            let cell = arguments.cell
            var pools: [ContiguousArray<Value>] = []
            for item in arguments.variadic(1) { pools.append(try cell.items(of: item)) }
            let times = arguments.has(0) ? try cell.index(arguments[0]) : 1
            guard times >= 0 else { throw .valueError("repeat argument cannot be negative") }
            try cell.checkSize(pools.count * times, of: 16)
            pools = Array(repeatElement(pools, count: times).joined())
            var indices = [Int](repeating: 0, count: pools.count)
            var isAtEnd = pools.contains(where: \.isEmpty)
            return { (_) throws(Raise) in
                if isAtEnd { return nil }
                let result = Value.tuple(zip(pools, indices).map { $0[$1] })
                isAtEnd = true
                for place in indices.indices.reversed() {
                    indices[place] += 1
                    if indices[place] < pools[place].count {
                        isAtEnd = false
                        break
                    }
                    indices[place] = 0
                }
                return result
            }
        }
        for (name, doc, repeats) in [
            ("combinations", "All choices of r items, in order.", false),
            ("combinations_with_replacement", "All choices of r items, in order, each as often as wanted.", true),
        ] {
            iterator(name, doc, "iterable, r") { (arguments) throws(Raise) in
                let pool = try arguments.cell.items(of: arguments[0])
                let count = try size(arguments[1], arguments.cell)
                var isAtEnd = repeats ? pool.isEmpty && count > 0 : count > pool.count
                if !isAtEnd { try arguments.cell.checkSize(count, of: MemoryLayout<Value>.stride) }
                var indices = isAtEnd ? [] : repeats ? [Int](repeating: 0, count: count) : Array(0..<count)
                return { (_) throws(Raise) in
                    if isAtEnd { return nil }
                    let result = pick(pool, indices)
                    let movable = indices.indices.last {
                        indices[$0] != (repeats ? pool.count - 1 : $0 + pool.count - count)
                    }
                    if let movable {
                        indices[movable] += 1
                        for later in (movable + 1)..<max(count, movable + 1) {
                            indices[later] = repeats ? indices[movable] : indices[later - 1] + 1
                        }
                    } else {
                        isAtEnd = true
                    }
                    return result
                }
            }
        }
        iterator("permutations", "All orders of r items.", "iterable, r=None") { (arguments) throws(Raise) in
            let pool = try arguments.cell.items(of: arguments[0])
            let count = arguments.isGiven(1) ? try size(arguments[1], arguments.cell) : pool.count
            var indices = Array(pool.indices)
            var cycles = count <= pool.count ? Array(stride(from: pool.count, to: pool.count - count, by: -1)) : []
            var isAtEnd = count > pool.count
            return { (_) throws(Raise) in
                if isAtEnd { return nil }
                let result = pick(pool, Array(indices.prefix(count)))
                isAtEnd = true
                for place in (0..<count).reversed() {
                    cycles[place] -= 1
                    if cycles[place] == 0 {
                        indices.append(indices.remove(at: place))
                        cycles[place] = pool.count - place
                    } else {
                        indices.swapAt(place, pool.count - cycles[place])
                        isAtEnd = false
                        break
                    }
                }
                return result
            }
        }
    }

    // MARK: Groups

    /// What `groupby` and its groups share.
    private final class Grouping {
        let source: IteratorObject
        let key: Value
        var current: (key: Value, item: Value)?
        var number = 0
        var targetKey: Value?

        init(_ source: IteratorObject, _ key: Value) {
            self.source = source
            self.key = key
        }

        func advance(_ cell: Interpreter) throws(Raise) {
            guard let item = try source.next(cell) else {
                current = nil
                return
            }
            current = (key.isNone || key.isUnset ? item : try cell.call(key, [item]), item)
        }
    }

    @MembersBuilder private static var groups: [Member] {
        iterator("groupby", "Neighbours with the same key together.", "iterable, key=None") {
            (arguments) throws(Raise) in
            let grouping = Grouping(try arguments.cell.iterator(over: arguments[0]), arguments[1])
            var hasStarted = false
            return { (cell) throws(Raise) in
                if !hasStarted {
                    hasStarted = true
                    try grouping.advance(cell)
                } else if let target = grouping.targetKey {
                    while let current = grouping.current, try cell.sameOrEqual(current.key, target) {
                        try grouping.advance(cell)
                    }
                }
                guard let current = grouping.current else { return nil }
                grouping.targetKey = current.key
                grouping.number += 1
                let number = grouping.number
                let group = ClosureIterator { (cell) throws(Raise) in
                    guard grouping.number == number, let item = grouping.current,
                        try cell.sameOrEqual(item.key, current.key)
                    else { return nil }
                    try grouping.advance(cell)
                    return item.item
                }
                return .tuple([current.key, .object(group)])
            }
        }
        RawFunction("tee", doc: "Several iterators over the same items.", parameters("iterable, n=2, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let source = try arguments.cell.iterator(over: arguments[0])
            let count = try arguments.int(1, default: 2)
            guard count >= 0 else { throw .valueError("n must be >= 0") }
            let queue = TeeQueue(source, readers: count)
            return .tuple(
                (0..<count).map { reader in
                    .object(ClosureIterator { (cell) throws(Raise) in try queue.next(reader, cell) })
                })
        }
    }

    /// Items that some of the readers of a `tee` have not seen yet.
    private final class TeeQueue {
        private let source: IteratorObject
        private var waiting: [[Value]]

        init(_ source: IteratorObject, readers: Int) {
            self.source = source
            waiting = Array(repeating: [], count: readers)
        }

        func next(_ reader: Int, _ cell: Interpreter) throws(Raise) -> Value? {
            if !waiting[reader].isEmpty { return waiting[reader].removeFirst() }
            guard let item = try source.next(cell) else { return nil }
            for other in waiting.indices where other != reader { waiting[other].append(item) }
            return item
        }
    }
}
