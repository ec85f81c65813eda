/// Methods of `dict` and of its views.
extension BuiltinMembers {
    private static func dictMethod(
        _ name: String, _ doc: String, _ signature: String = "",
        body: @escaping (Dict, Arguments) throws(Raise) -> Value
    ) -> Member {
        RawMethod(name, doc: doc, parameters(signature)) { (arguments: Arguments) throws(Raise) -> Value in
            try body(arguments.receiver(Dict.self, name, of: "dict"), arguments)
        }
    }

    @MembersBuilder static var dict: [Member] {
        Allocator { Dict() }
        dictMethod(
            "__init__", "A dictionary of a mapping's entries, of pairs, and of keyword arguments.", "*args, **kwargs"
        ) {
            (dict, arguments) throws(Raise) in
            try update(dict, arguments, "dict")
            return .none
        }
        dictMethod("keys", "A view of the keys.") { (dict, _) throws(Raise) in .object(DictView.keys(dict)) }
        dictMethod("values", "A view of the values.") { (dict, _) throws(Raise) in .object(DictView.values(dict)) }
        dictMethod("items", "A view of the pairs of key and value.") { (dict, _) throws(Raise) in
            .object(DictView.items(dict))
        }
        dictMethod("get", "The value under a key, or a default.", "key, default=None, /") {
            (dict, arguments) throws(Raise) in
            if let value = try dict.get(arguments[1], arguments.cell) { return value }
            return arguments.has(2) ? arguments[2] : .none
        }
        dictMethod(
            "setdefault", "The value under a key, which is first set to a default if there is none.",
            "key, default=None, /"
        ) {
            (dict, arguments) throws(Raise) in
            if let value = try dict.get(arguments[1], arguments.cell) { return value }
            let value = arguments.has(2) ? arguments[2] : .none
            try dict.set(arguments[1], value, arguments.cell)
            return value
        }
        dictMethod("pop", "Takes out a key and returns its value, or the default.", "key, default=None, /") {
            (dict, arguments) throws(Raise) in
            if let value = try dict.remove(arguments[1], arguments.cell) { return value }
            guard arguments.has(2) else { throw .keyError(arguments[1]) }
            return arguments[2]
        }
        dictMethod("popitem", "Takes out the last entry and returns it.") { (dict, _) throws(Raise) in
            guard let (key, value) = dict.removeLast() else {
                throw .keyError(.string("popitem(): dictionary is empty"))
            }
            return .tuple([key, value])
        }
        dictMethod(
            "update", "Takes over the entries of a mapping, of pairs, and of keyword arguments.", "*args, **kwargs"
        ) {
            (dict, arguments) throws(Raise) in
            try update(dict, arguments, "update")
            return .none
        }
        dictMethod("clear", "Takes out all entries.") { (dict, _) throws(Raise) in
            dict.removeAll()
            return .none
        }
        dictMethod("copy", "A dictionary of the same entries.") { (dict, _) throws(Raise) in .object(dict.copy()) }
        classMethod(
            "fromkeys", "A dictionary with the keys of an iterable, all with one value.", "iterable, value=None, /"
        ) {
            (arguments: Arguments) throws(Raise) -> Value in
            let cell = arguments.cell
            let made = try cell.call(arguments[0], [])
            let value = arguments.has(2) ? arguments[2] : .none
            let items = try cell.items(of: arguments[1])
            if case .object(let object) = made, object.type === types.dict, let dict = object as? Dict {
                for key in items { try dict.set(key, value, cell) }
            } else {
                for key in items { try cell.setItem(of: made, at: key, to: value) }
            }
            return made
        }
    }

    /// `dict(…)` and `dict.update(…)`.
    private static func update(_ dict: Dict, _ arguments: Arguments, _ name: String) throws(Raise) {
        let cell = arguments.cell
        let positional = arguments.variadic(1)
        guard positional.count <= 1 else {
            throw .typeError("\(name) expected at most 1 argument, got \(positional.count)")
        }
        if let source = positional.first { try merge(source, into: dict, cell) }
        for (key, value) in arguments.keywords(2) { try dict.set(key, value, cell) }
    }

    static func merge(_ source: Value, into dict: Dict, _ cell: Interpreter) throws(Raise) {
        if let other = source.object as? Dict, !other.type.has(.iter) || other.type.isBuiltin {
            if other === dict { return }
            for (key, value) in other.copy() { try dict.set(key, value, cell) }
            return
        }
        if let keys = try cell.attributeIfAny(cell.intern("keys"), of: source) {
            for key in try cell.items(of: cell.call(keys, [])) {
                try dict.set(key, cell.item(of: source, at: key), cell)
            }
            return
        }
        for (index, pair) in try cell.items(of: source).enumerated() {
            guard cell.isIterable(pair) else {
                throw .typeError("cannot convert dictionary update sequence element #\(index) to a sequence")
            }
            let parts = try cell.items(of: pair)
            guard parts.count == 2 else {
                throw .valueError(
                    "dictionary update sequence element #\(index) has length \(parts.count); 2 is required")
            }
            try dict.set(parts[0], parts[1], cell)
        }
    }

    // MARK: Views

    @MembersBuilder static var dictView: [Member] {
        RawMethod("isdisjoint", doc: "Whether the view has nothing in common with an iterable.", parameters("other, /"))
        {
            (arguments: Arguments) throws(Raise) -> Value in
            for item in try arguments.cell.items(of: arguments[1]) {
                if try arguments.cell.contains(arguments[0], item) { return .bool(false) }
            }
            return .bool(true)
        }
        dictViewMapping
    }

    static var dictViewMapping: Member {
        property("mapping", "The dictionary that the view shows.") { (value) throws(Raise) in
            (value.object as? DictView).map { .object($0.dict) } ?? .none
        }
    }
}
