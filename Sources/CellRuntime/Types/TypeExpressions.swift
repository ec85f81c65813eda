/// `list[int]`: a class with the classes of what is inside, for annotations. It says nothing about values.
final class GenericAlias: Object {
    let origin: Value
    let arguments: Tuple

    /// - Parameter index: What stands in the brackets: one argument, or a tuple of several.
    init(_ origin: Value, _ index: Value) {
        self.origin = origin
        arguments = index.type === types.tuple ? index.object as? Tuple ?? Tuple([index]) : Tuple([index])
        super.init(type: Self.declaration)
    }

    /// Whether a class may stand before such brackets.
    static func isGeneric(_ type: TypeObject) -> Bool {
        guard !type.isCellClass else { return type.nativeBase.isBuiltin && isGeneric(type.nativeBase) }
        let plain = [
            types.object, types.int, types.bool, types.float, types.str, types.bytes, types.range, types.slice,
            types.none, types.function, types.property,
        ]
        return !plain.contains { $0 === type } && !type.isSubclass(of: exceptions.baseException)
    }

    static let declaration: TypeObject = NativeType<GenericAlias>(
        "GenericAlias", module: "types", doc: "A class with the classes of what is inside.", isBase: false
    ) {
        RawMethod("__repr__") { (arguments) throws(Raise) in
            let alias = try arguments.receiver(GenericAlias.self, "__repr__", of: "types.GenericAlias")
            var parts: [String] = []
            for item in alias.arguments.items { parts.append(try TypeText.text(item, arguments.cell)) }
            let inside = parts.isEmpty ? "()" : parts.joined(separator: ", ")
            return .string("\(try TypeText.text(alias.origin, arguments.cell))[\(inside)]")
        }
        RawMethod("__call__", parameters("*args, **kwargs")) { (arguments) throws(Raise) in
            let alias = try arguments.receiver(GenericAlias.self, "__call__", of: "types.GenericAlias")
            return try arguments.cell.call(
                alias.origin, Array(arguments.variadic(1)),
                keywords: arguments.keywords(2).map { ($0.key.text ?? "", $0.value) })
        }
        RawMethod("__eq__", parameters("other, /")) { (arguments) throws(Raise) in
            let alias = try arguments.receiver(GenericAlias.self, "__eq__", of: "types.GenericAlias")
            guard let other = arguments[1].object as? GenericAlias else { return .notImplemented }
            guard try arguments.cell.equal(alias.origin, other.origin) else { return .bool(false) }
            return .bool(try arguments.cell.equal(.object(alias.arguments), .object(other.arguments)))
        }
        RawMethod("__hash__") { (arguments) throws(Raise) in
            let alias = try arguments.receiver(GenericAlias.self, "__hash__", of: "types.GenericAlias")
            return .int(try arguments.cell.hash(.object(Tuple([alias.origin, .object(alias.arguments)]))))
        }
        RawMethod("__mro_entries__", parameters("bases, /")) { (arguments) throws(Raise) in
            .tuple([try arguments.receiver(GenericAlias.self, "__mro_entries__", of: "types.GenericAlias").origin])
        }
        RawMethod("__getattr__", parameters("name, /")) { (arguments) throws(Raise) in
            let alias = try arguments.receiver(GenericAlias.self, "__getattr__", of: "types.GenericAlias")
            return try arguments.cell.attribute(arguments[1].text ?? "", of: alias.origin)
        }
        Property<GenericAlias>("__origin__") { alias, _ in alias.origin }
        Property<GenericAlias>("__args__") { alias, _ in Value.object(alias.arguments) }
        Property<GenericAlias>("__parameters__") { _, _ in Value.tuple([]) }
    }.type
}

/// `int | None`: any of several classes.
final class UnionType: Object {
    let members: [Value]

    private init(_ members: [Value]) {
        self.members = members
        super.init(type: Self.declaration)
    }

    /// The union of two classes, aliases, unions or `None`; nil when one is nothing of these.
    static func of(_ left: Value, _ right: Value) -> UnionType? {
        guard let a = parts(left), let b = parts(right), !(left.isNone && right.isNone) else { return nil }
        var members: [Value] = []
        for member in a + b where !members.contains(where: { Value.isSame($0, member) }) { members.append(member) }
        return UnionType(members)
    }

    private static func parts(_ value: Value) -> [Value]? {
        if value.isNone { return [value] }
        switch value.object {
        case is TypeObject, is GenericAlias: return [value]
        case let union as UnionType: return union.members
        default: return nil
        }
    }

    static let declaration: TypeObject = NativeType<UnionType>(
        "UnionType", module: "types", doc: "Any of several classes.", isBase: false
    ) {
        RawMethod("__repr__") { (arguments) throws(Raise) in
            let union = try arguments.receiver(UnionType.self, "__repr__", of: "types.UnionType")
            var parts: [String] = []
            for item in union.members { parts.append(try TypeText.text(item, arguments.cell)) }
            return .string(parts.joined(separator: " | "))
        }
        RawMethod("__eq__", parameters("other, /")) { (arguments) throws(Raise) in
            let union = try arguments.receiver(UnionType.self, "__eq__", of: "types.UnionType")
            guard let other = arguments[1].object as? UnionType else { return .notImplemented }
            let isSame =
                union.members.count == other.members.count
                && union.members.allSatisfy { member in other.members.contains { Value.isSame($0, member) } }
            return .bool(isSame)
        }
        RawMethod("__hash__") { (arguments) throws(Raise) in
            let union = try arguments.receiver(UnionType.self, "__hash__", of: "types.UnionType")
            var total = 0
            for member in union.members { total ^= try arguments.cell.hash(member) }
            return .int(total)
        }
        Property<UnionType>("__args__") { union, _ in Value.tuple(union.members) }
    }.type
}

/// How classes are written inside brackets.
enum TypeText {
    static func text(_ value: Value, _ cell: Interpreter) throws(Raise) -> String {
        switch value.object {
        case let type as TypeObject:
            return type === types.none
                ? "None" : type.module == "builtins" ? type.qualifiedName : "\(type.module).\(type.qualifiedName)"
        case let list as List:
            var parts: [String] = []
            for item in list.items { parts.append(try text(item, cell)) }
            return "[\(parts.joined(separator: ", "))]"
        default: return Value.isSame(value, .ellipsis) ? "..." : try cell.repr(value)
        }
    }
}

/// `f.__code__`: what there is to know about a function's body.
final class CodeObject: Object {
    let code: Code

    init(_ code: Code) {
        self.code = code
        super.init(type: Self.declaration)
    }

    static let declaration: TypeObject = NativeType<CodeObject>(
        "code", module: "builtins", doc: "A function's body.", isBase: false
    ) {
        Property<CodeObject>("co_name") { object, _ in object.code.name }
        Property<CodeObject>("co_qualname") { object, _ in object.code.qualifiedName }
        Property<CodeObject>("co_filename") { object, _ in object.code.source.name }
        Property<CodeObject>("co_firstlineno") { object, _ in object.code.source.line(at: object.code.range.lowerBound)
        }
        Property<CodeObject>("co_argcount") { object, _ in object.code.signature.positional }
        Property<CodeObject>("co_posonlyargcount") { object, _ in object.code.signature.positionalOnly }
        Property<CodeObject>("co_kwonlyargcount") { object, _ in object.code.signature.keywordOnly }
        Property<CodeObject>("co_varnames") { object, _ in
            Value.tuple(object.code.localNames.map { .string($0) })
        }
        Property<CodeObject>("_source") { object, _ in object.code.source.text(in: object.code.range) }
        Property<CodeObject>("_kinds") { object, _ in
            let signature = object.code.signature
            return Value.tuple([.bool(signature.hasVariadic), .bool(signature.hasKeywords)])
        }
        Property<CodeObject>("_names") { object, _ in
            Value.tuple(object.code.signature.names.map { .object($0) })
        }
    }.type
}
