internal import CellSyntax

/// `callee(a, b, name=c)`, without stars.
class CallNode: Node {
    final let callee: Node
    final let arguments: NodeRow
    final let keywords: [Str]
    /// Positional ones.
    final let count: Int
    final let hasKeywords: Bool

    init(_ code: Code, _ range: SourceRange, _ callee: Node, _ arguments: [Node], keywords: [Str]) {
        self.callee = callee
        self.arguments = NodeRow(arguments)
        self.keywords = keywords
        hasKeywords = !keywords.isEmpty
        count = arguments.count - keywords.count
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let function = try callee.evaluate(f)
        let base = machine.pointee.stackTop
        try pushArguments(f, base)
        do throws(Raise) {
            if case .object(let object) = function, object.kind == .function {
                let function = unsafeDowncast(object, to: CellFunction.self)
                if !hasKeywords, function.code.plainCount == count { return try function.run(base, machine) }
            }
            return try cell.call(function, base, count, keywords: keywords)
        } catch {
            throw placed(error)
        }
    }

    /// Evaluates the arguments onto the stack; takes them off again when one raises.
    @inline(__always)
    final func pushArguments(_ f: Frame, _ base: Frame) throws(Raise) {
        if arguments.count > 48 {
            do throws(Raise) { try cell.reserve(arguments.count) } catch { throw placed(error) }
        }
        do throws(Raise) {
            for index in 0..<arguments.count {
                let value = try arguments.evaluate(index, f)
                machine.pointee.push(value)
            }
        } catch {
            machine.pointee.pop(to: base)
            throw error
        }
    }
}

/// `receiver.name(arguments)`: a method is called without making an object of it first.
final class MethodCallNode: CallNode {
    let receiver: Node
    let name: Str
    let nameRange: SourceRange
    /// ``TypeObject/version`` of the class that was looked at last.
    private var seenVersion = 0
    /// The method of that class, if it is a function: the class holds it.
    private var method: Unmanaged<Object>?
    private let hashBit: UInt64

    init(
        _ code: Code, _ range: SourceRange, _ attribute: AttributeNode, _ arguments: [Node], keywords: [Str]
    ) {
        receiver = attribute.object
        name = attribute.name
        nameRange = attribute.range
        hashBit = Dict.bit(of: name.hash)
        super.init(code, range, attribute, arguments, keywords: keywords)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let value = try receiver.evaluate(f)
        let base = machine.pointee.stackTop
        guard case .object(let object) = value else { return try callAny(value, f) }
        if object.typeVersion != seenVersion { look(object.type) }
        guard let method, !hasOwn(object) else { return try callAny(value, f) }
        // The method is held on to: its class may let go of it meanwhile.
        let function = method.takeUnretainedValue()
        machine.pointee.push(value)
        try pushArguments(f, base)
        do throws(Raise) {
            if function.kind == .function {
                let function = unsafeDowncast(function, to: CellFunction.self)
                if !hasKeywords, function.code.plainCount == count + 1 { return try function.run(base, machine) }
                return try cell.call(function, base, count + 1, keywords: keywords)
            }
            return try cell.call(
                unsafeDowncast(function, to: NativeFunction.self), base, count + 1, keywords: keywords)
        } catch {
            throw placed(error)
        }
    }

    /// Calls whatever the attribute is.
    @inline(never)
    private func callAny(_ value: Value, _ f: Frame) throws(Raise) -> Value {
        let function: Value
        let quick = value.object == nil ? method(of: value) : nil
        if let quick {
            let base = machine.pointee.stackTop
            machine.pointee.push(value)
            try pushArguments(f, base)
            do throws(Raise) { return try cell.call(quick, base, count + 1, keywords: keywords) } catch {
                throw placed(error)
            }
        }
        do throws(Raise) { function = try cell.attribute(name, of: value) } catch { throw placed(error, nameRange) }
        let base = machine.pointee.stackTop
        try pushArguments(f, base)
        do throws(Raise) {
            return try cell.call(function, base, count, keywords: keywords)
        } catch {
            throw placed(error)
        }
    }

    /// The method of a number or other small value.
    private func method(of value: Value) -> Value? {
        guard let found = value.type.lookup(name), found.object is NativeFunction else { return nil }
        return found
    }

    /// Whether an attribute of the instance hides the method.
    @inline(__always)
    private func hasOwn(_ object: Object) -> Bool {
        guard let attributes = object.attributes, attributes.hashBits & hashBit != 0 else { return false }
        return isNamed(object)
    }

    @inline(never)
    private func isNamed(_ object: Object) -> Bool { (object.attributes?.position(of: name) ?? -1) >= 0 }

    @inline(never)
    private func look(_ type: TypeObject) {
        seenVersion = type.version
        method = nil
        guard !type.has(.getattribute), !type.isMetaclass, type !== types.module, type !== types.superType,
            case .object(let object)? = type.lookup(name)
        else { return }
        if object is CellFunction || object is NativeFunction { method = .passUnretained(object) }
    }
}

/// A call with `*iterable` or `**mapping`.
final class StarCallNode: Node {
    enum Item {
        case positional(Node)
        case star(Node)
        case keyword(Str, Node)
        case doubleStar(Node)
    }

    let callee: Node
    let items: [Item]

    init(_ code: Code, _ range: SourceRange, _ callee: Node, _ items: [Item]) {
        self.callee = callee
        self.items = items
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let function = try callee.evaluate(f)
        var positional = ContiguousArray<Value>()
        let keywords = Dict()
        for item in items {
            switch item {
            case .positional(let node): positional.append(try node.evaluate(f))
            case .keyword(let name, let node):
                let value = try node.evaluate(f)
                do throws(Raise) { try add(name, value, to: keywords, function) } catch { throw placed(error) }
            case .star(let node):
                let value = try node.evaluate(f)
                do throws(Raise) {
                    positional.append(contentsOf: try cell.items(of: value))
                } catch {
                    throw placed(starError(error, value, function), node.range)
                }
            case .doubleStar(let node):
                let value = try node.evaluate(f)
                do throws(Raise) { try unpack(value, into: keywords, function) } catch {
                    throw placed(error, node.range)
                }
            }
        }
        do throws(Raise) {
            let base = cell.stackTop
            try cell.reserve(positional.count + keywords.count)
            for value in positional { cell.push(value) }
            var names: [Str] = []
            for (key, value) in keywords {
                names.append(cell.intern(key.text ?? ""))
                cell.push(value)
            }
            return try cell.call(function, base, positional.count, keywords: names)
        } catch {
            throw placed(error)
        }
    }

    private func unpack(_ value: Value, into keywords: Dict, _ function: Value) throws(Raise) {
        let keys = value.object is Dict ? value : try cell.attributeIfAny(cell.intern("keys"), of: value)
        guard keys != nil else {
            throw .typeError("\(name(of: function)) argument after ** must be a mapping, not \(value.type.name)")
        }
        try cell.forEachEntry(of: value) { (key, item) throws(Raise) in
            guard let text = key.text else { throw .typeError("keywords must be strings") }
            try add(cell.intern(text), item, to: keywords, function)
        }
    }

    private func add(_ key: Str, _ value: Value, to keywords: Dict, _ function: Value) throws(Raise) {
        guard keywords.get(key) == nil else {
            throw .typeError("\(name(of: function)) got multiple values for keyword argument '\(key.text)'")
        }
        keywords.set(key, value)
    }

    private func starError(_ error: Raise, _ value: Value, _ function: Value) -> Raise {
        let plain = "'\(value.type.name)' object is not iterable"
        guard error.exception.arguments.items.first?.text == plain else { return error }
        return .typeError("\(name(of: function)) argument after * must be an iterable, not \(value.type.name)")
    }

    private func name(of function: Value) -> String {
        switch function.object {
        case let function as CellFunction: "__main__.\(function.qualifiedName)()"
        case let function as NativeFunction: "\(function.name)()"
        case let type as TypeObject: type.isCellClass ? "__main__.\(type.qualifiedName)()" : "\(type.name)()"
        default: "\(function.type.name) object"
        }
    }
}

/// `super()` without arguments, inside a method.
final class SuperNode: Node {
    /// Where the cell of `__class__` lies.
    let classIndex: Int
    let callee: GlobalNode

    init(_ code: Code, _ range: SourceRange, classIndex: Int, callee: GlobalNode) {
        self.classIndex = classIndex
        self.callee = callee
        super.init(code, range)
    }

    override func evaluate(_ f: Frame) throws(Raise) -> Value {
        let function = try callee.evaluate(f)
        do throws(Raise) {
            guard Value.isSame(function, .object(types.superType)) else { return try cell.call(function, []) }
            guard case .object(let variable as Cell) = f[classIndex],
                case .object(let owner as TypeObject) = variable.value
            else { throw Raise.runtimeError("super(): empty __class__ cell") }
            guard code.signature.slotCount > 0 else { throw Raise.runtimeError("super(): no arguments") }
            var receiver = f[0]
            if receiver.isUnset, let cell = code.parameterCells.first(where: { $0.parameter == 0 }),
                case .object(let variable as Cell) = f[code.cellBase + cell.cell]
            {
                receiver = variable.value
            }
            return .object(try cell.makeSuper(owner, receiver))
        } catch {
            throw placed(error)
        }
    }
}

extension Interpreter {
    func makeSuper(_ owner: TypeObject, _ receiver: Value) throws(Raise) -> SuperObject {
        if case .object(let type as TypeObject) = receiver, type.isSubclass(of: owner) {
            return SuperObject(owner: owner, receiver: receiver, start: type)
        }
        guard receiver.type.isSubclass(of: owner) else {
            throw .typeError("super(type, obj): obj must be an instance or subtype of type")
        }
        return SuperObject(owner: owner, receiver: receiver, start: receiver.type)
    }
}
