/// Classes of tuples whose items have names: `collections.namedtuple` and the natives' own.
enum NamedTuples {
    /// A class of tuples.
    static func make(_ name: String, module: String, fields: [String], defaults: [Value] = []) -> TypeObject {
        let type = TypeObject(
            name, module: module, doc: "\(name)(\(fields.joined(separator: ", ")))", base: types.tuple,
            metatype: types.type)
        let optional = fields.count - defaults.count
        let described = fields.enumerated().map { index, field in
            ParameterDescription(name: field, isOptional: index >= optional)
        }
        let holder = Holder()
        holder.type = type
        func build(_ values: some Sequence<Value>) -> Value { instance(of: holder.type ?? types.tuple, Array(values)) }
        var members: [Member] = [
            RawConstructor(doc: type.doc ?? "", described) { (arguments: Arguments) throws(Raise) -> Value in
                build(fields.indices.map { arguments.has($0) ? arguments[$0] : defaults[$0 - optional] })
            },
            Constant("_fields", Value.tuple(fields.map { .string($0) })),
            Constant("__match_args__", Value.tuple(fields.map { .string($0) })),
            Constant(
                "_field_defaults",
                Value.object(Dict(named: zip(fields.suffix(defaults.count), defaults).map { ($0, $1) }))),
            RawMethod("_asdict", doc: "The items by their names.") { (arguments: Arguments) throws(Raise) -> Value in
                let items = try arguments.receiver(Tuple.self, "_asdict", of: name).items
                return .object(Dict(named: zip(fields, items).map { ($0, $1) }))
            },
            RawMethod("_replace", doc: "A tuple with other values for some names.", parameters("**kwargs")) {
                (arguments: Arguments) throws(Raise) -> Value in
                var items = try arguments.receiver(Tuple.self, "_replace", of: name).items
                var unknown: [String] = []
                for (key, value) in arguments.keywords(1) {
                    if let index = fields.firstIndex(where: { $0 == key.text }) {
                        items[index] = value
                    } else {
                        unknown.append(StringRepr.repr(key.text ?? ""))
                    }
                }
                if !unknown.isEmpty {
                    throw .valueError("Got unexpected field names: [\(unknown.joined(separator: ", "))]")
                }
                let made = build(items)
                made.object?.type = arguments[0].type
                return made
            },
            BuiltinMembers.classMethod("_make", "A tuple of the items of an iterable.", "iterable, /") {
                (arguments: Arguments) throws(Raise) -> Value in
                let items = try arguments.cell.items(of: arguments[1])
                guard items.count == fields.count else {
                    throw .typeError("Expected \(fields.count) arguments, got \(items.count)")
                }
                let made = build(items)
                if let type = arguments[0].object as? TypeObject { made.object?.type = type }
                return made
            },
            RawMethod("__repr__") { (arguments: Arguments) throws(Raise) -> Value in
                let tuple = try arguments.receiver(Tuple.self, "__repr__", of: name)
                var parts: [String] = []
                for (field, item) in zip(fields, tuple.items) {
                    parts.append("\(field)=\(try arguments.cell.repr(item))")
                }
                return .string("\(tuple.type.name)(\(parts.joined(separator: ", ")))")
            },
        ]
        for (index, field) in fields.enumerated() {
            members.append(
                BuiltinMembers.property(field, "Alias for field number \(index)") { (value) throws(Raise) in
                    (value.object as? Tuple)?.items[index] ?? .none
                })
        }
        type.isContainer = true
        type.install(members, style: .python)
        type.constructor?.qualifiedName = "\(name).__new__"
        return type
    }

    static func instance(of type: TypeObject, _ values: [Value]) -> Value {
        let tuple = Tuple(ContiguousArray(values))
        tuple.type = type
        return .object(tuple)
    }

    private final class Holder: @unchecked Sendable { var type: TypeObject? }

    /// `collections.namedtuple(name, fields, …)`, with CPython's checks.
    static func make(
        _ name: String, fieldNames: Value, rename: Bool, defaults: Value, module: String, _ cell: Interpreter
    ) throws(Raise) -> TypeObject {
        var fields: [String] = []
        if let text = fieldNames.text {
            fields = StringMethods.splitWhitespace(text.replacing(",", with: " "), limit: .max)
        } else {
            for item in try cell.items(of: fieldNames) { fields.append(try cell.str(item)) }
        }
        var seen: Set<String> = []
        for (index, field) in fields.enumerated() {
            let isBad = !StringMethods.isIdentifier(field) || keywords.contains(field)
            if rename, isBad || field.hasPrefix("_") || seen.contains(field) { fields[index] = "_\(index)" }
            seen.insert(fields[index])
        }
        for field in [name] + fields {
            guard StringMethods.isIdentifier(field) else {
                throw .valueError("Type names and field names must be valid identifiers: \(StringRepr.repr(field))")
            }
            guard !keywords.contains(field) else {
                throw .valueError("Type names and field names cannot be a keyword: \(StringRepr.repr(field))")
            }
        }
        seen = []
        for field in fields {
            if field.hasPrefix("_"), !rename {
                throw .valueError("Field names cannot start with an underscore: \(StringRepr.repr(field))")
            }
            guard seen.insert(field).inserted else {
                throw .valueError("Encountered duplicate field name: \(StringRepr.repr(field))")
            }
        }
        let values = defaults.isUnset || defaults.isNone ? [] : Array(try cell.items(of: defaults))
        guard values.count <= fields.count else { throw .typeError("Got more default values than field names") }
        return make(name, module: module, fields: fields, defaults: values)
    }

    static let keywords: Set<String> = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
        "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
        "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ]
}
