extension BuiltinTypes {
    /// `enumerate`, `zip`, `map`, `filter` and `reversed`: classes whose instances are iterators.
    var enumerate: TypeObject { IterationClasses.shared.enumerate }
    var zip: TypeObject { IterationClasses.shared.zip }
    var map: TypeObject { IterationClasses.shared.map }
    var filter: TypeObject { IterationClasses.shared.filter }
    var reversed: TypeObject { IterationClasses.shared.reversed }
}

private final class IterationClasses: Sendable {
    static let shared = IterationClasses()

    let enumerate, zip, map, filter, reversed: TypeObject

    private init() {
        func make(
            _ name: String, _ parameters: [ParameterDescription], doc: String, body: @escaping NativeFunction.Body
        ) -> TypeObject {
            let type = TypeObject(name, doc: doc, base: types.object, metatype: types.type)
            type.isBuiltin = true
            type.isContainer = true
            let constructor = SignatureBuilder(parameters, isMethod: false, style: .native).function(
                name, doc: doc, body: body)
            type.install([Member(name: "__new__", content: .constructor(constructor))], style: .native)
            constructor.qualifiedName = name
            return type
        }
        enumerate = make("enumerate", parameters("iterable, start=0"), doc: "Pairs of a count and an item.") {
            (arguments) throws(Raise) in
            let iterator = try arguments.cell.iterator(over: arguments[0])
            var count = arguments.has(1) ? Value.integer(try arguments.cell.integer(arguments[1])) : .int(0)
            return .object(
                ClassIterator(types.enumerate) { (cell) throws(Raise) in
                    guard let item = try iterator.next(cell) else { return nil }
                    let pair = Tuple([count, item])
                    if case .int(let number) = count, number < .max {
                        count = .int(number + 1)
                    } else {
                        count = try cell.binary(.add, count, .int(1))
                    }
                    return .object(pair)
                })
        }
        zip = make("zip", parameters("*iterables, strict=False"), doc: "Tuples of one item of each iterable.") {
            (arguments) throws(Raise) in
            var iterators: [IteratorObject] = []
            for iterable in arguments.variadic(1) { iterators.append(try arguments.cell.iterator(over: iterable)) }
            let isStrict = arguments.has(0) ? try arguments.cell.truth(arguments[0]) : false
            return .object(
                ClassIterator(types.zip) { (cell) throws(Raise) in try zipped(iterators, isStrict: isStrict, cell) })
        }
        map = make("map", parameters("func, *iterables"), doc: "A function's results over items.") {
            (arguments) throws(Raise) in
            let function = arguments[0]
            var iterators: [IteratorObject] = []
            for iterable in arguments.variadic(1) { iterators.append(try arguments.cell.iterator(over: iterable)) }
            guard !iterators.isEmpty else { throw .typeError("map() must have at least two arguments.") }
            return .object(
                ClassIterator(types.map) { (cell) throws(Raise) in
                    var items: [Value] = []
                    for iterator in iterators {
                        guard let item = try iterator.next(cell) else { return nil }
                        items.append(item)
                    }
                    return try cell.call(function, items)
                })
        }
        filter = make("filter", parameters("function, iterable, /"), doc: "The items for which a function is true.") {
            (arguments) throws(Raise) in
            let function = arguments[0]
            let iterator = try arguments.cell.iterator(over: arguments[1])
            return .object(
                ClassIterator(types.filter) { (cell) throws(Raise) in
                    while let item = try iterator.next(cell) {
                        try cell.poll()
                        let answer = function.isNone ? item : try cell.call(function, [item])
                        if try cell.truth(answer) { return item }
                    }
                    return nil
                })
        }
        reversed = make("reversed", parameters("sequence, /"), doc: "The items from last to first.") {
            (arguments) throws(Raise) in
            let cell = arguments.cell
            let value = arguments[0]
            if case .object(let object) = value, !object.type.isBuiltin, object.type.has(.reversed) {
                return try cell.callSpecial(.reversed, of: value)
            }
            return .object(try reversedIterator(value, cell))
        }
    }
}

private func zipped(_ iterators: [IteratorObject], isStrict: Bool, _ cell: Interpreter) throws(Raise) -> Value? {
    if iterators.isEmpty { return nil }
    var items = ContiguousArray<Value>()
    items.reserveCapacity(iterators.count)
    for (index, iterator) in iterators.enumerated() {
        if let item = try iterator.next(cell) {
            if isStrict, index > 0, items.count < index { throw tooLong(index) }
            items.append(item)
            continue
        }
        guard isStrict else { return nil }
        if index > 0 {
            throw .valueError(
                "zip() argument \(index + 1) is shorter than argument\(index == 1 ? " 1" : "s 1-\(index)")")
        }
        for later in 1..<max(iterators.count, 1) { if try iterators[later].next(cell) != nil { throw tooLong(later) } }
        return nil
    }
    return .object(Tuple(items))
}

private func tooLong(_ index: Int) -> Raise {
    .valueError("zip() argument \(index + 1) is longer than argument\(index == 1 ? " 1" : "s 1-\(index)")")
}

private func reversedIterator(_ value: Value, _ cell: Interpreter) throws(Raise) -> IteratorObject {
    switch value.object {
    case let dict as Dict: return TupleIterator(ContiguousArray(dict.keys.reversed()))
    case let view as DictView: return TupleIterator(ContiguousArray(try cell.items(of: .object(view)).reversed()))
    case let range as RangeObject:
        let last = range.count > 0 ? range.value(at: range.count - 1) : range.start
        return RangeIterator(
            RangeObject(
                start: last, stop: range.count > 0 ? range.start - range.step.signum() : last, step: -range.step))
    case is List, is Tuple, is Str, is Bytes: break
    default:
        guard value.type.has(.getitem), value.type.has(.len) else {
            throw .typeError("'\(value.type.name)' object is not reversible")
        }
    }
    var position = try cell.length(of: value)
    return ClassIterator(types.reversed) { (cell) throws(Raise) in
        position = min(position, try cell.length(of: value))
        guard position > 0 else { return nil }
        position -= 1
        return try cell.item(of: value, at: .int(position))
    }
}

/// An iterator made from a closure, of a class of its own.
final class ClassIterator: IteratorObject {
    private let advance: (Interpreter) throws(Raise) -> Value?

    init(_ type: TypeObject, _ advance: @escaping (Interpreter) throws(Raise) -> Value?) {
        self.advance = advance
        super.init(type: type)
    }

    override func next(_ cell: Interpreter) throws(Raise) -> Value? {
        try cell.poll()
        return try advance(cell)
    }
}
