/// Something that gives value after value. Natives derive from it, or use ``ClosureIterator``.
open class IteratorObject: Object {
    public init() { super.init(type: types.iterator) }

    public override init(type: TypeObject) { super.init(type: type) }

    /// The next value, nil at the end (and from then on).
    open func next(_ cell: Interpreter) throws(Raise) -> Value? { nil }
}

/// An iterator made from a closure.
public final class ClosureIterator: IteratorObject {
    private let advance: (Interpreter) throws(Raise) -> Value?
    private var isAtEnd = false

    public init(_ advance: @escaping (Interpreter) throws(Raise) -> Value?) {
        self.advance = advance
        super.init()
    }

    public override func next(_ cell: Interpreter) throws(Raise) -> Value? {
        if isAtEnd { return nil }
        try cell.poll()
        let value = try advance(cell)
        isAtEnd = value == nil
        return value
    }
}

final class ListIterator: IteratorObject {
    private var list: List?
    private(set) var position = 0

    init(_ list: List) {
        self.list = list
        super.init()
    }

    override func next(_ cell: Interpreter) throws(Raise) -> Value? {
        guard let list else { return nil }
        guard position < list.items.count else {
            self.list = nil
            return nil
        }
        position += 1
        return list.items[position - 1]
    }
}

final class TupleIterator: IteratorObject {
    private let items: ContiguousArray<Value>
    private var position = 0

    init(_ items: ContiguousArray<Value>) {
        self.items = items
        super.init()
    }

    override func next(_ cell: Interpreter) throws(Raise) -> Value? {
        guard position < items.count else { return nil }
        position += 1
        return items[position - 1]
    }
}

final class RangeIterator: IteratorObject {
    private var current: Int
    private var remaining: Int
    private let step: Int

    init(_ range: RangeObject) {
        current = range.start
        remaining = range.count
        step = range.step
        super.init()
    }

    override func next(_ cell: Interpreter) throws(Raise) -> Value? {
        guard remaining > 0 else { return nil }
        remaining -= 1
        defer { current &+= step }
        return .int(current)
    }
}

final class StringIterator: IteratorObject {
    private var scalars: String.UnicodeScalarView.Iterator

    init(_ string: Str) {
        scalars = string.text.unicodeScalars.makeIterator()
        super.init()
    }

    override func next(_ cell: Interpreter) throws(Raise) -> Value? {
        scalars.next().map { .object(Str.single($0)) }
    }
}

/// The keys, values or entries of a dictionary.
public final class DictIterator: IteratorObject {
    enum Part { case keys, values, items }

    private let dict: Dict
    private let part: Part
    private var position = 0
    private let count: Int

    init(_ dict: Dict, _ part: Part) {
        self.dict = dict
        self.part = part
        count = dict.count
        super.init()
    }

    public override func next(_ cell: Interpreter) throws(Raise) -> Value? {
        guard dict.count == count else { throw .runtimeError("dictionary changed size during iteration") }
        guard let entry = dict.next(from: &position) else { return nil }
        switch part {
        case .keys: return entry.key
        case .values: return entry.value
        case .items: return .object(Tuple([entry.key, entry.value]))
        }
    }
}

/// `dict.keys()`, `.values()` or `.items()`: a window on the dictionary.
public final class DictView: Object {
    public let dict: Dict
    let part: DictIterator.Part

    init(_ dict: Dict, _ part: DictIterator.Part) {
        self.dict = dict
        self.part = part
        let type =
            switch part {
            case .keys: types.dictKeys
            case .values: types.dictValues
            case .items: types.dictItems
            }
        super.init(type: type)
    }

    public static func keys(_ dict: Dict) -> DictView { DictView(dict, .keys) }
    public static func values(_ dict: Dict) -> DictView { DictView(dict, .values) }
    public static func items(_ dict: Dict) -> DictView { DictView(dict, .items) }
}

final class SetIterator: IteratorObject {
    private let set: SetObject
    private let count: Int
    private var position = 0

    init(_ set: SetObject) {
        self.set = set
        count = set.count
        super.init()
    }

    override func next(_ cell: Interpreter) throws(Raise) -> Value? {
        guard set.count == count else { throw .runtimeError("Set changed size during iteration") }
        while position < set.table.count {
            position += 1
            let key = set.table[position - 1].key
            if !key.isUnset { return key }
        }
        return nil
    }
}

/// Walks an object by its `__getitem__`, from 0 until it raises `IndexError`.
final class ItemIterator: IteratorObject {
    private let object: Value
    private var position = 0

    init(_ object: Value) {
        self.object = object
        super.init()
    }

    override func next(_ cell: Interpreter) throws(Raise) -> Value? {
        guard position >= 0 else { return nil }
        do throws(Raise) {
            let value = try cell.item(of: object, at: .int(position))
            position += 1
            return value
        } catch {
            position = -1
            if error.is(exceptions.indexError) || error.is(exceptions.stopIteration) { return nil }
            throw error
        }
    }
}

/// Wraps an object that has `__next__`.
final class MethodIterator: IteratorObject {
    let object: Value

    init(_ object: Value) {
        self.object = object
        super.init()
    }

    override func next(_ cell: Interpreter) throws(Raise) -> Value? {
        do throws(Raise) {
            return try cell.callSpecial(.next, of: object)
        } catch {
            if error.is(exceptions.stopIteration) { return nil }
            throw error
        }
    }
}

/// `iter(function, sentinel)`
final class SentinelIterator: IteratorObject {
    private let function: Value
    private let sentinel: Value
    private var isAtEnd = false

    init(_ function: Value, _ sentinel: Value) {
        self.function = function
        self.sentinel = sentinel
        super.init()
    }

    override func next(_ cell: Interpreter) throws(Raise) -> Value? {
        if isAtEnd { return nil }
        let value = try cell.call(function, [])
        if try !cell.equal(value, sentinel) { return value }
        isAtEnd = true
        return nil
    }
}
