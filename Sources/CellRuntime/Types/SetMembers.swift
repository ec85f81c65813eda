internal import CellSyntax

/// Methods of `set` and `frozenset`.
extension BuiltinMembers {
    private static func setMethod(
        _ name: String, _ doc: String, _ signature: String = "",
        body: @escaping (SetObject, Arguments) throws(Raise) -> Value
    ) -> Member {
        RawMethod(name, doc: doc, parameters(signature)) { (arguments: Arguments) throws(Raise) -> Value in
            try body(arguments.receiver(SetObject.self, name, of: "set"), arguments)
        }
    }

    /// An iterable as a set.
    private static func asSet(_ value: Value, _ cell: Interpreter) throws(Raise) -> SetObject {
        if let set = value.object as? SetObject { return set }
        let set = SetObject()
        for item in try cell.items(of: value) { try set.insert(item, cell) }
        return set
    }

    /// What both kinds have.
    @MembersBuilder private static var questions: [Member] {
        for (name, operation, doc) in [
            ("union", BinaryOperator.bitOr, "A set of what is in it or in any of the others."),
            ("intersection", .bitAnd, "A set of what is in it and in all of the others."),
            ("difference", .subtract, "A set of what is in it and in none of the others."),
        ] {
            setMethod(name, doc, "*others") { (set, arguments) throws(Raise) in
                let cell = arguments.cell
                var result = try set.copy(cell)
                for other in arguments.variadic(1) {
                    result = try cell.setOperation(operation, result, asSet(other, cell))
                }
                return .object(result)
            }
        }
        setMethod("symmetric_difference", "A set of what is in just one of the two.", "other, /") {
            (set, arguments) throws(Raise) in
            .object(try arguments.cell.setOperation(.bitXor, set, asSet(arguments[1], arguments.cell)))
        }
        setMethod("issubset", "Whether all elements are in another.", "other, /") { (set, arguments) throws(Raise) in
            let other = try asSet(arguments[1], arguments.cell)
            for item in set { if try !other.contains(item, arguments.cell) { return .bool(false) } }
            return .bool(true)
        }
        setMethod("issuperset", "Whether all elements of another are in it.", "other, /") {
            (set, arguments) throws(Raise) in
            for item in try arguments.cell.items(of: arguments[1]) {
                if try !set.contains(item, arguments.cell) { return .bool(false) }
            }
            return .bool(true)
        }
        setMethod("isdisjoint", "Whether the two have nothing in common.", "other, /") {
            (set, arguments) throws(Raise) in
            for item in try arguments.cell.items(of: arguments[1]) {
                if try set.contains(item, arguments.cell) { return .bool(false) }
            }
            return .bool(true)
        }
        setMethod("copy", "A set of the same elements.") { (set, arguments) throws(Raise) in
            set.type === types.frozenset ? .object(set) : .object(try set.copy(arguments.cell))
        }
    }

    @MembersBuilder static var set: [Member] {
        Allocator { SetObject() }
        setMethod("__init__", "A set of the items of an iterable.", "iterable=(), /") {
            (set, arguments) throws(Raise) in
            set.removeAll()
            if arguments.has(1) {
                if let other = arguments[1].object as? SetObject {
                    try set.merge(other, arguments.cell)
                } else {
                    for item in try arguments.cell.items(of: arguments[1]) { try set.insert(item, arguments.cell) }
                }
            }
            return .none
        }
        questions
        setMethod("add", "Puts in an element.", "elem, /") { (set, arguments) throws(Raise) in
            try set.insert(arguments[1], arguments.cell)
            return .none
        }
        setMethod("remove", "Takes out an element; a KeyError if it is not there.", "elem, /") {
            (set, arguments) throws(Raise) in
            guard try set.remove(arguments[1], arguments.cell) else { throw .keyError(arguments[1]) }
            return .none
        }
        setMethod("discard", "Takes out an element if it is there.", "elem, /") { (set, arguments) throws(Raise) in
            try set.remove(arguments[1], arguments.cell)
            return .none
        }
        setMethod("pop", "Takes out some element and returns it.") { (set, _) throws(Raise) in
            guard let item = set.removeFirst() else { throw .keyError(.string("pop from an empty set")) }
            return item
        }
        setMethod("clear", "Takes out all elements.") { (set, _) throws(Raise) in
            set.removeAll()
            return .none
        }
        setMethod("update", "Puts in the items of iterables.", "*others") { (set, arguments) throws(Raise) in
            for other in arguments.variadic(1) {
                if let elements = other.object as? SetObject {
                    try set.merge(elements, arguments.cell)
                } else {
                    for item in try arguments.cell.items(of: other) { try set.insert(item, arguments.cell) }
                }
            }
            return .none
        }
        for (name, operation, doc) in [
            ("intersection_update", BinaryOperator.bitAnd, "Keeps what is in all of the others, too."),
            ("difference_update", .subtract, "Takes out what is in any of the others."),
        ] {
            setMethod(name, doc, "*others") { (set, arguments) throws(Raise) in
                for other in arguments.variadic(1) {
                    try replace(
                        set, by: arguments.cell.setOperation(operation, set, asSet(other, arguments.cell)),
                        arguments.cell)
                }
                return .none
            }
        }
        setMethod("symmetric_difference_update", "Keeps what is in just one of the two.", "other, /") {
            (set, arguments) throws(Raise) in
            let cell = arguments.cell
            try replace(set, by: cell.setOperation(.bitXor, set, asSet(arguments[1], cell)), cell)
            return .none
        }
    }

    private static func replace(_ set: SetObject, by other: SetObject, _ cell: Interpreter) throws(Raise) {
        set.removeAll()
        try set.merge(other, cell)
    }

    @MembersBuilder static var frozenset: [Member] {
        RawConstructor(doc: "A set that does not change, of the items of an iterable.", parameters("iterable=(), /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let set = SetObject(frozen: true)
            guard arguments.has(0) else { return .object(set) }
            if case .object(let object) = arguments[0], object.type === types.frozenset { return arguments[0] }
            if let other = arguments[0].object as? SetObject {
                try set.merge(other, arguments.cell)
            } else {
                for item in try arguments.cell.items(of: arguments[0]) { try set.insert(item, arguments.cell) }
            }
            return .object(set)
        }
        questions
    }
}
