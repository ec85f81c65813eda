extension Interpreter {
    /// `value[index]`
    public func item(of value: Value, at index: Value) throws(Raise) -> Value {
        guard case .object(let object) = value else {
            throw .typeError("'\(value.type.name)' object is not subscriptable")
        }
        if !object.type.isBuiltin, object.type.has(.getitem) {
            return try callSpecial(object.type.special(.getitem), value, index)
        }
        if let item = try builtinItem(object, index) { return item }
        if let type = object as? TypeObject {
            if type.has(.classGetitem) {
                let method = type.special(.classGetitem)
                return try callSpecial((method.object as? ClassMethod)?.function ?? method, value, index)
            }
            if GenericAlias.isGeneric(type) { return .object(GenericAlias(value, index)) }
            throw .typeError("type '\(type.name)' is not subscriptable")
        }
        throw .typeError("'\(value.type.name)' object is not subscriptable")
    }

    /// What built-in classes' `__getitem__` gives.
    func builtinItem(_ object: Object, _ index: Value) throws(Raise) -> Value? {
        switch object {
        case let list as List:
            if case .object(let slice as SliceObject) = index {
                return .object(List(try items(list.items, slice)))
            }
            return list.items[try position(index, list.items.count, "list")]
        case let dict as Dict:
            if let value = try dict.get(index, self) { return value }
            if object.type.has(.missing) {
                return try callSpecial(object.type.special(.missing), .object(object), index)
            }
            throw .keyError(index)
        case let tuple as Tuple:
            if case .object(let slice as SliceObject) = index {
                return .object(Tuple(try items(tuple.items, slice)))
            }
            return tuple.items[try position(index, tuple.items.count, "tuple")]
        case let string as Str:
            if case .object(let slice as SliceObject) = index { return .string(try text(string, slice)) }
            return .object(string.character(at: try position(index, string.count, "string")))
        case let range as RangeObject:
            if case .object(let slice as SliceObject) = index {
                let (start, stop, step) = try bounds(slice, range.count)
                let (newStep, overflow) = range.step.multipliedReportingOverflow(by: step)
                return .object(
                    RangeObject(
                        start: range.value(at: start), stop: range.value(at: stop),
                        step: overflow ? range.step : newStep))
            }
            return .int(range.value(at: try position(index, range.count, "range object")))
        case let bytes as Bytes:
            if case .object(let slice as SliceObject) = index {
                let (start, stop, step) = try bounds(slice, bytes.bytes.count)
                return .object(Bytes(stride(from: start, to: stop, by: step).map { bytes.bytes[$0] }))
            }
            return .int(Int(bytes.bytes[try position(index, bytes.bytes.count, "index")]))
        default: return nil
        }
    }

    /// A position in a sequence of `count`, negative ones counted from the end.
    /// - Parameter name: What errors call the sequence.
    func position(_ index: Value, _ count: Int, _ name: String, assigning: Bool = false) throws(Raise) -> Int {
        var position: Int
        if case .int(let number) = index {
            position = number
        } else {
            guard index.bigInteger != nil || index.type.has(.index) else {
                let plain =
                    name == "string" ? "string" : name == "range object" ? "range" : name == "index" ? "byte" : name
                if plain == "string" { throw .typeError("string indices must be integers, not '\(index.type.name)'") }
                throw .typeError("\(plain) indices must be integers or slices, not \(index.type.name)")
            }
            guard let small = Int(exactly: try integer(index)) else {
                throw .indexError("cannot fit 'int' into an index-sized integer")
            }
            position = small
        }
        if position < 0 { position += count }
        guard position >= 0, position < count else {
            throw .indexError(
                name == "index" ? "index out of range" : "\(name) \(assigning ? "assignment " : "")index out of range")
        }
        return position
    }

    /// What `slice.indices(count)` gives.
    /// - Throws: an error when the step is 0 or a part is no integer.
    public func bounds(_ slice: SliceObject, _ count: Int) throws(Raise) -> (start: Int, stop: Int, step: Int) {
        let step = try part(slice.step) ?? 1
        guard step != 0 else { throw .valueError("slice step cannot be zero") }
        let lowest = step < 0 ? -1 : 0
        let highest = step < 0 ? count - 1 : count
        func clamp(_ value: Int?, _ absent: Int) -> Int {
            guard let value else { return absent }
            return value < 0 ? max(value + count, lowest) : min(value, highest)
        }
        return try (
            clamp(part(slice.start), step < 0 ? highest : lowest), clamp(part(slice.stop), step < 0 ? lowest : highest),
            max(step, -Int.max)
        )
    }

    private func part(_ value: Value) throws(Raise) -> Int? {
        if value.isNone { return nil }
        guard value.bigInteger != nil || value.type.has(.index) else {
            throw .typeError("slice indices must be integers or None or have an __index__ method")
        }
        return Int(clamping: try integer(value))
    }

    func items(_ items: ContiguousArray<Value>, _ slice: SliceObject) throws(Raise) -> ContiguousArray<Value> {
        let (start, stop, step) = try bounds(slice, items.count)
        if step == 1 { return start < stop ? ContiguousArray(items[start..<stop]) : [] }
        var result = ContiguousArray<Value>()
        for index in stride(from: start, to: stop, by: step) {
            if result.count & 0xFFF == 0xFFF { try poll() }
            result.append(items[index])
        }
        return result
    }

    private func text(_ string: Str, _ slice: SliceObject) throws(Raise) -> String {
        let (start, stop, step) = try bounds(slice, string.count)
        if step == 1 { return start < stop ? string.text.scalarSlice(start, stop) : "" }
        let scalars = Array(string.text.unicodeScalars)
        return String(scalars: stride(from: start, to: stop, by: step).map { scalars[$0] })
    }

    // MARK: Assignment

    /// `value[index] = item`
    public func setItem(of value: Value, at index: Value, to item: Value) throws(Raise) {
        guard case .object(let object) = value else {
            throw .typeError("'\(value.type.name)' object does not support item assignment")
        }
        if !object.type.isBuiltin, object.type.has(.setitem) {
            _ = try callSpecial(object.type.special(.setitem), value, index, item)
            return
        }
        guard try builtinSetItem(object, index, item) else {
            throw .typeError("'\(value.type.name)' object does not support item assignment")
        }
    }

    func builtinSetItem(_ object: Object, _ index: Value, _ item: Value) throws(Raise) -> Bool {
        switch object {
        case let list as List:
            if case .object(let slice as SliceObject) = index {
                try assign(slice, of: list, item)
            } else {
                list.items[try position(index, list.items.count, "list", assigning: true)] = item
            }
            return true
        case let dict as Dict:
            try dict.set(index, item, self)
            return true
        default: return false
        }
    }

    private func assign(_ slice: SliceObject, of list: List, _ value: Value) throws(Raise) {
        guard value.type.has(.iter) || (value.object.flatMap(builtinIterator)) != nil else {
            let isPlain = slice.step.isNone
            throw .typeError(isPlain ? "can only assign an iterable" : "must assign iterable to extended slice")
        }
        let items = try items(of: value)
        let (start, stop, step) = try bounds(slice, list.items.count)
        if step == 1 {
            list.items.replaceSubrange(start..<max(start, stop), with: items)
            return
        }
        let positions = Array(stride(from: start, to: stop, by: step))
        guard positions.count == items.count else {
            throw .valueError(
                "attempt to assign sequence of size \(items.count) to extended slice of size \(positions.count)")
        }
        for (position, item) in zip(positions, items) { list.items[position] = item }
    }

    /// `del value[index]`
    public func deleteItem(of value: Value, at index: Value) throws(Raise) {
        guard case .object(let object) = value else {
            throw .typeError("'\(value.type.name)' object doesn't support item deletion")
        }
        if !object.type.isBuiltin, object.type.has(.delitem) {
            _ = try callSpecial(object.type.special(.delitem), value, index)
            return
        }
        guard try builtinDeleteItem(object, index) else {
            throw .typeError("'\(value.type.name)' object doesn't support item deletion")
        }
    }

    func builtinDeleteItem(_ object: Object, _ index: Value) throws(Raise) -> Bool {
        switch object {
        case let list as List:
            if case .object(let slice as SliceObject) = index {
                let (start, stop, step) = try bounds(slice, list.items.count)
                if step == 1 {
                    list.items.removeSubrange(start..<max(start, stop))
                } else {
                    let doomed = Set(stride(from: start, to: stop, by: step))
                    list.items = ContiguousArray(
                        list.items.enumerated().filter { !doomed.contains($0.offset) }.map(\.element))
                }
            } else {
                list.items.remove(at: try position(index, list.items.count, "list", assigning: true))
            }
            return true
        case let dict as Dict:
            if try dict.remove(index, self) == nil { throw .keyError(index) }
            return true
        default: return false
        }
    }
}
