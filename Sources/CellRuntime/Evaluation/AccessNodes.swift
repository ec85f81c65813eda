internal import CellSyntax

/// `object.name`
final class AttributeNode: Node {
    let object: Node
    let name: Str
    /// The object's place in the frame when it is a local variable, else -1.
    private let local: Int
    /// ``TypeObject/version`` of the class that was looked at last.
    private var seenVersion = 0
    /// Whether an attribute of the instance itself comes before what the class says.
    private var isSimple = false
    /// Whether the same holds for assignment.
    private var isPlain = false
    /// Where the attribute was last found among the instance's.
    private var hint = 0

    init(_ code: Code, _ range: SourceRange, _ object: Node, _ name: Str) {
        self.object = object
        self.name = name
        local = (object as? LocalNode)?.index ?? -1
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        if local >= 0, case .object(let object) = f[local], let own = hit(object) { return own }
        let value = try object.evaluate(f)
        if case .object(let object) = value, let own = hit(object) { return own }
        return try miss(value)
    }

    /// The instance's own attribute, when it lies where the last one lay.
    @inline(__always)
    private func hit(_ object: Object) -> Value? {
        guard object.typeVersion == seenVersion, isSimple, let attributes = object.attributes else { return nil }
        return attributes.value(at: hint, ifNamed: name)
    }

    @inline(never)
    private func miss(_ value: Value) throws(Raise) -> Value {
        if case .object(let object) = value {
            if object.typeVersion != seenVersion { look(object.type) }
            if isSimple, let attributes = object.attributes {
                let position = attributes.position(of: name)
                if position >= 0 {
                    hint = position
                    return attributes.entries[position].value
                }
            }
        }
        do throws(Raise) { return try cell.attribute(name, of: value) } catch { throw placed(error) }
    }

    @inline(never)
    private func look(_ type: TypeObject) {
        seenVersion = type.version
        isSimple =
            !type.has(.getattribute) && !type.isMetaclass && type !== types.superType && type.slots == nil
            && name.text != "__class__" && name.text != "__dict__"
        if let found = type.lookup(name), found.object is PropertyObject || found.isDataDescriptor { isSimple = false }
        isPlain = isSimple && type.isCellClass && !type.has(.setattr) && type.nativeIsPlain
    }

    override func assign(_ f: Frame, _ value: Value) throws(Raise) {
        if local >= 0, case .object(let object) = f[local], assignHit(object, value) { return }
        let target = try object.evaluate(f)
        if case .object(let object) = target, assignHit(object, value) { return }
        try assignMiss(target, value)
    }

    @inline(__always)
    private func assignHit(_ object: Object, _ value: Value) -> Bool {
        guard object.typeVersion == seenVersion, isPlain, let attributes = object.attributes else { return false }
        return attributes.replace(at: hint, ifNamed: name, value)
    }

    @inline(never)
    private func assignMiss(_ target: Value, _ value: Value) throws(Raise) {
        if case .object(let object) = target {
            if object.typeVersion != seenVersion { look(object.type) }
            if isPlain, let attributes = object.attributes {
                attributes.set(name, value)
                hint = attributes.position(of: name)
                return
            }
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
    /// Where object and index lie in the frame when they are local variables, else -1.
    private let local: Int
    private let localIndex: Int
    /// The index when it is a constant.
    private let constant: Value

    init(_ code: Code, _ range: SourceRange, _ object: Node, _ index: Node) {
        self.object = object
        self.index = index
        local = (object as? LocalNode)?.index ?? -1
        localIndex = (index as? LocalNode)?.index ?? -1
        constant = (index as? ConstantNode)?.value ?? .unset
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        if local >= 0 {
            let index = localIndex >= 0 ? f[localIndex] : constant
            if case .object(let container) = f[local], let value = Self.quick(container, index) { return value }
        }
        let object = try object.evaluate(f)
        let index = try index.evaluate(f)
        if case .object(let container) = object, let value = Self.quick(container, index) { return value }
        return try slow(object, index)
    }

    /// An item of a list or tuple, or under a key that is a string or small.
    @inline(__always)
    private static func quick(_ container: Object, _ index: Value) -> Value? {
        switch index {
        case .int(let position):
            switch container.kind {
            case .list:
                let list = unsafeDowncast(container, to: List.self)
                let count = list.items.count
                let place = position >= 0 ? position : position &+ count
                return place >= 0 && place < count ? list.items[place] : nil
            case .tuple:
                let tuple = unsafeDowncast(container, to: Tuple.self)
                let count = tuple.items.count
                let place = position >= 0 ? position : position &+ count
                return place >= 0 && place < count ? tuple.items[place] : nil
            case .dict:
                let dict = unsafeDowncast(container, to: Dict.self)
                guard let place = dict.positionOfSmall(position), place >= 0 else { return nil }
                return dict.entries[place].value
            default: return nil
            }
        case .object(let key):
            guard container.kind == .dict, key.kind == .str else { return nil }
            return unsafeDowncast(container, to: Dict.self).get(unsafeDowncast(key, to: Str.self))
        default: return nil
        }
    }

    @inline(never)
    private func slow(_ object: Value, _ index: Value) throws(Raise) -> Value {
        do throws(Raise) { return try cell.item(of: object, at: index) } catch { throw placed(error) }
    }

    override func assign(_ f: Frame, _ value: Value) throws(Raise) {
        if local >= 0 {
            let index = localIndex >= 0 ? f[localIndex] : constant
            if case .object(let container) = f[local], Self.assignQuick(container, index, value) { return }
        }
        let object = try object.evaluate(f)
        let index = try index.evaluate(f)
        if case .object(let container) = object, Self.assignQuick(container, index, value) { return }
        do throws(Raise) { try cell.setItem(of: object, at: index, to: value) } catch { throw placed(error) }
    }

    @inline(__always)
    private static func assignQuick(_ container: Object, _ index: Value, _ value: Value) -> Bool {
        switch index {
        case .int(let position):
            switch container.kind {
            case .list:
                let list = unsafeDowncast(container, to: List.self)
                guard position >= 0, position < list.items.count else { return false }
                // The old item goes last: letting go of it may run anything.
                var old = value
                swap(&list.items[position], &old)
                return true
            case .dict: return unsafeDowncast(container, to: Dict.self).setSmall(position, value)
            default: return false
            }
        case .object(let key):
            guard container.kind == .dict, key.kind == .str else { return false }
            unsafeDowncast(container, to: Dict.self).set(unsafeDowncast(key, to: Str.self), value)
            return true
        default: return false
        }
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
        if star == nil, case .object(let object) = value, object.kind == .tuple {
            let tuple = unsafeDowncast(object, to: Tuple.self)
            if tuple.items.count == before.count {
                for index in 0..<before.count { try before[index].assign(f, tuple.items[index]) }
                return
            }
        }
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
        while star != nil || items.count <= wanted, let item = try iterator.next(cell) {
            if items.count & 0xFFF == 0xFFF { try cell.poll() }
            items.append(item)
        }
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
