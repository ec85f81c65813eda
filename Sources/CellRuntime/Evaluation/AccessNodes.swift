internal import CellSyntax

/// `object.name`
final class AttributeNode: Node {
    let object: Node
    let name: Str
    private unowned(unsafe) var cachedType: TypeObject?
    private var cachedVersion = 0
    /// What the class says: unset when it says nothing.
    private var cachedFound = Value.unset
    private var isSimple = false
    /// Where the attribute was last found among the instance's.
    private var hint = 0

    init(_ code: Code, _ range: SourceRange, _ object: Node, _ name: Str) {
        self.object = object
        self.name = name
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let value = try object.evaluate(f)
        let type = value.type
        if cachedType !== type || cachedVersion != type.version { look(type) }
        if isSimple, case .object(let object) = value, let attributes = object.attributes,
            let own = attributes.get(name, hint: &hint)
        {
            return own
        }
        return try slow(value)
    }

    @inline(never)
    private func slow(_ value: Value) throws(Raise) -> Value {
        do throws(Raise) { return try cell.attribute(name, of: value) } catch { throw placed(error) }
    }

    /// Whether an attribute of the instance itself comes first.
    @inline(never)
    private func look(_ type: TypeObject) {
        cachedType = type
        cachedVersion = type.version
        isSimple =
            !type.has(.getattribute) && !type.isMetaclass && type !== types.superType && type.slots == nil
            && name.text != "__class__" && name.text != "__dict__"
        if let found = type.lookup(name), found.object is PropertyObject || found.isDataDescriptor { isSimple = false }
    }

    override func assign(_ f: Frame, _ value: Value) throws(Raise) {
        let target = try object.evaluate(f)
        let type = target.type
        if cachedType !== type || cachedVersion != type.version { look(type) }
        if isSimple, case .object(let object) = target, type.isCellClass, !type.has(.setattr), type.nativeIsPlain,
            let attributes = object.attributes
        {
            attributes.set(name, value, hint: &hint)
            return
        }
        do throws(Raise) { try cell.setAttribute(name, of: target, to: value) } catch { throw placed(error) }
    }

    override func delete(_ f: Frame) throws(Raise) {
        let target = try object.evaluate(f)
        do throws(Raise) { try cell.deleteAttribute(name, of: target) } catch { throw placed(error) }
    }
}

/// `object[index]`
final class IndexNode: Node {
    let object: Node
    let index: Node

    init(_ code: Code, _ range: SourceRange, _ object: Node, _ index: Node) {
        self.object = object
        self.index = index
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let object = try object.evaluate(f)
        let index = try index.evaluate(f)
        if case .object(let container) = object {
            if container.kind == .list, case .int(let position) = index {
                let list = unsafeDowncast(container, to: List.self)
                if position >= 0, position < list.items.count { return list.items[position] }
            } else if container.kind == .dict, case .object(let key) = index, key.kind == .str {
                let dict = unsafeDowncast(container, to: Dict.self)
                if let value = dict.get(unsafeDowncast(key, to: Str.self)) { return value }
            }
        }
        return try slow(object, index)
    }

    @inline(never)
    private func slow(_ object: Value, _ index: Value) throws(Raise) -> Value {
        do throws(Raise) { return try cell.item(of: object, at: index) } catch { throw placed(error) }
    }

    override func assign(_ f: Frame, _ value: Value) throws(Raise) {
        let object = try object.evaluate(f)
        let index = try index.evaluate(f)
        if case .object(let container) = object {
            if container.kind == .list, case .int(let position) = index {
                let list = unsafeDowncast(container, to: List.self)
                if position >= 0, position < list.items.count {
                    list.items[position] = value
                    return
                }
            } else if container.kind == .dict, case .object(let key) = index, key.kind == .str {
                unsafeDowncast(container, to: Dict.self).set(unsafeDowncast(key, to: Str.self), value)
                return
            }
        }
        do throws(Raise) { try cell.setItem(of: object, at: index, to: value) } catch { throw placed(error) }
    }

    override func delete(_ f: Frame) throws(Raise) {
        let object = try object.evaluate(f)
        let index = try index.evaluate(f)
        do throws(Raise) { try cell.deleteItem(of: object, at: index) } catch { throw placed(error) }
    }
}

/// `lower:upper:step` inside an index
final class SliceNode: Node {
    let lower: Node?
    let upper: Node?
    let step: Node?

    init(_ code: Code, _ range: SourceRange, _ lower: Node?, _ upper: Node?, _ step: Node?) {
        self.lower = lower
        self.upper = upper
        self.step = step
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let lower = try lower?.evaluate(f) ?? .none
        let upper = try upper?.evaluate(f) ?? .none
        let step = try step?.evaluate(f) ?? .none
        return .object(SliceObject(lower, upper, step))
    }
}

/// `a, *b, c` and `[a, b]` as targets
final class UnpackNode: Node {
    let before: [Node]
    let star: Node?
    let after: [Node]

    init(_ code: Code, _ range: SourceRange, before: [Node], star: Node?, after: [Node]) {
        self.before = before
        self.star = star
        self.after = after
        super.init(code, range)
    }

    override func assign(_ f: Frame, _ value: Value) throws(Raise) {
        let items: ContiguousArray<Value>
        do throws(Raise) { items = try self.items(of: value) } catch { throw placed(error) }
        for (index, target) in before.enumerated() { try target.assign(f, items[index]) }
        guard let star else { return }
        let end = items.count - after.count
        try star.assign(f, .object(List(ContiguousArray(items[before.count..<end]))))
        for (index, target) in after.enumerated() { try target.assign(f, items[end + index]) }
    }

    private func items(of value: Value) throws(Raise) -> ContiguousArray<Value> {
        let wanted = before.count + after.count
        if case .object(let object) = value, object.kind == .tuple || object.kind == .list {
            let items = try cell.items(of: value)
            try check(items.count, wanted, isExhausted: true)
            return items
        }
        let iterator: IteratorObject
        do throws(Raise) {
            iterator = try cell.iterator(over: value)
        } catch {
            guard error.exception.arguments.items.first?.text == "'\(value.type.name)' object is not iterable" else {
                throw error
            }
            throw .typeError("cannot unpack non-iterable \(value.type.name) object")
        }
        var items = ContiguousArray<Value>()
        while star != nil || items.count <= wanted, let item = try iterator.next(cell) { items.append(item) }
        try check(items.count, wanted, isExhausted: star != nil || items.count <= wanted)
        return items
    }

    private func check(_ count: Int, _ wanted: Int, isExhausted: Bool) throws(Raise) {
        if count < wanted {
            throw .valueError(
                "not enough values to unpack (expected \(star == nil ? "" : "at least ")\(wanted), got \(count))")
        }
        if star == nil, count > wanted { throw .valueError("too many values to unpack (expected \(wanted))") }
    }

    override func delete(_ f: Frame) throws(Raise) {
        for target in before { try target.delete(f) }
    }
}
