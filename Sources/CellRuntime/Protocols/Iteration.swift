extension Interpreter {
    /// `iter(value)` as something to take values from.
    /// - Throws: a `TypeError` when the value is not iterable.
    public func iterator(over value: Value) throws(Raise) -> IteratorObject {
        guard case .object(let object) = value else { throw notIterable(value) }
        if object.type.isBuiltin, let iterator = builtinIterator(object) { return iterator }
        if object.type.has(.iter) {
            let answer = try callSpecial(.iter, of: value)
            if let iterator = answer.object as? IteratorObject, !iterator.type.isCellClass { return iterator }
            if answer.type.has(.next) { return MethodIterator(answer) }
            throw .typeError("iter() returned non-iterator of type '\(answer.type.name)'")
        }
        if let iterator = builtinIterator(object) { return iterator }
        if object.type.has(.getitem), !object.type.isBuiltin { return ItemIterator(value) }
        throw notIterable(value)
    }

    private func notIterable(_ value: Value) -> Raise { .typeError("'\(value.type.name)' object is not iterable") }

    func builtinIterator(_ object: Object) -> IteratorObject? {
        switch object {
        case let list as List: ListIterator(list)
        case let iterator as IteratorObject: iterator
        case let tuple as Tuple: TupleIterator(tuple.items)
        case let range as RangeObject: RangeIterator(range)
        case let string as Str: StringIterator(string)
        case let dict as Dict: DictIterator(dict, .keys)
        case let set as SetObject: SetIterator(set)
        case let view as DictView: DictIterator(view.dict, view.part)
        case let bytes as Bytes: TupleIterator(ContiguousArray(bytes.bytes.map { .int(Int($0)) }))
        default: nil
        }
    }

    /// All values of an iterable.
    public func items(of value: Value) throws(Raise) -> ContiguousArray<Value> {
        if case .object(let object) = value, object.type.isBuiltin {
            switch object {
            case let list as List: return list.items
            case let tuple as Tuple: return tuple.items
            case let range as RangeObject: try checkSize(range.count, of: MemoryLayout<Value>.stride)
            default: break
            }
        }
        var items = ContiguousArray<Value>()
        let iterator = try iterator(over: value)
        while let item = try iterator.next(self) {
            items.append(item)
            if items.count & 0xFFF == 0 {
                try poll()
                try checkSize(items.count, of: MemoryLayout<Value>.stride)
            }
        }
        return items
    }

    /// Calls `body` with each value of an iterable, until it answers false.
    public func forEach(in value: Value, _ body: (Value) throws(Raise) -> Bool) throws(Raise) {
        let iterator = try iterator(over: value)
        while let item = try iterator.next(self) {
            try poll()
            if try !body(item) { return }
        }
    }

    /// `item in container`
    public func contains(_ container: Value, _ item: Value) throws(Raise) -> Bool {
        guard case .object(let object) = container else {
            throw .typeError("argument of type '\(container.type.name)' is not iterable")
        }
        if !object.type.isBuiltin, object.type.has(.contains) {
            return try truth(callSpecial(object.type.special(.contains), container, item))
        }
        if let answer = try builtinContains(object, item) { return answer }
        guard object.type.has(.iter) || object is IteratorObject || object.type.has(.getitem) else {
            throw .typeError("argument of type '\(container.type.name)' is not iterable")
        }
        let iterator = try iterator(over: container)
        while let candidate = try iterator.next(self) {
            if try sameOrEqual(candidate, item) { return true }
            try poll()
        }
        return false
    }

    func builtinContains(_ object: Object, _ item: Value) throws(Raise) -> Bool? {
        switch object {
        case let list as List: return try contains({ list.items }, item)
        case let tuple as Tuple: return try contains({ tuple.items }, item)
        case let dict as Dict: return try dict.get(item, self) != nil
        case let set as SetObject:
            if let other = item.object as? SetObject, !other.isFrozen {
                return try set.contains(.object(other.copy(frozen: true, self)), self)
            }
            return try set.contains(item, self)
        case let string as Str:
            guard let text = item.text else {
                throw .typeError("'in <string>' requires string as left operand, not \(item.type.name)")
            }
            return contains(string.text, text)
        case let range as RangeObject:
            guard let number = item.smallInteger else {
                if case .float(let number) = item, number == number.rounded(), number.magnitude < 9e18 {
                    return contains(range, Int(number))
                }
                return false
            }
            return contains(range, number)
        case let view as DictView:
            switch view.part {
            case .keys: return try view.dict.get(item, self) != nil
            case .items:
                guard let pair = item.object as? Tuple, pair.items.count == 2 else { return false }
                guard let value = try view.dict.get(pair.items[0], self) else { return false }
                return try sameOrEqual(value, pair.items[1])
            case .values: return nil
            }
        case let bytes as Bytes:
            if let part = item.object as? Bytes {
                return ByteSearch.find(part.bytes, in: bytes.bytes, from: 0, to: bytes.bytes.count) != nil
            }
            guard let number = item.smallInteger else {
                throw .typeError("a bytes-like object is required, not '\(item.type.name)'")
            }
            return UInt8(exactly: number).map(bytes.bytes.contains) ?? false
        default: return nil
        }
    }

    private func contains(_ items: () -> ContiguousArray<Value>, _ item: Value) throws(Raise) -> Bool {
        var index = 0
        while index < items().count {
            if try sameOrEqual(items()[index], item) { return true }
            index += 1
            if index & 0xFFF == 0 { try poll() }
        }
        return false
    }

    private func contains(_ range: RangeObject, _ number: Int) -> Bool {
        guard range.count > 0 else { return false }
        let inside =
            range.step > 0 ? number >= range.start && number < range.stop : number <= range.start && number > range.stop
        return inside && (number &- range.start) % range.step == 0
    }

    private func contains(_ text: String, _ part: String) -> Bool {
        if part.isEmpty { return true }
        return ByteSearch.find(Array(part.utf8), in: Array(text.utf8), from: 0, to: text.utf8.count) != nil
    }
}
