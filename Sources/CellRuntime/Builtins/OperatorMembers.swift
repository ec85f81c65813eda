internal import BigInt
internal import CellSyntax

/// The special methods of built-in classes, for cells that call them by name or through `super()`. The interpreter itself
/// does without them: it knows what its own classes do.
enum OperatorMembers {
    static func install() {
        let numbers: [BinaryOperator] = [.add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power]
        let bits: [BinaryOperator] = [.leftShift, .rightShift, .bitAnd, .bitOr, .bitXor]
        let sequences: [BinaryOperator] = [.add, .multiply]
        put(binary(numbers + bits, isReflected: true) + comparisons + integers, into: types.int)
        put(binary(numbers, isReflected: true) + comparisons + floats, into: types.float)
        put(binary(sequences + [.modulo]) + comparisons + container + [getitem], into: types.str)
        put(binary(sequences) + comparisons + container + [getitem], into: types.bytes)
        put(binary(sequences) + comparisons + container + [getitem] + changing + inPlace(sequences), into: types.list)
        put(binary(sequences) + comparisons + container + [getitem], into: types.tuple)
        put(binary([.bitOr]) + equality + container + [getitem] + changing + inPlace([.bitOr]), into: types.dict)
        let sets: [BinaryOperator] = [.bitAnd, .bitOr, .subtract, .bitXor]
        put(binary(sets) + comparisons + container + inPlace(sets), into: types.set)
        put(binary(sets) + comparisons + container, into: types.frozenset)
        put(equality + container + [getitem], into: types.range)
        for type in [types.dictKeys, types.dictValues, types.dictItems] { put(container, into: type) }
        for type in [
            types.int, types.float, types.list, types.tuple, types.dict, types.set, types.frozenset, types.str,
        ] {
            put(texts, into: type)
        }
        for type in [types.list, types.dict, types.set] { type.namespace.set(SpecialName.hash.str, .none) }
    }

    private static func put(_ members: [Member], into type: TypeObject) {
        type.install(members.filter { type.namespace[$0.name] == nil }, style: .native)
    }

    private static func method(_ name: SpecialName, _ signature: String = "", body: @escaping NativeFunction.Body)
        -> Member
    {
        RawMethod(name.text, parameters(signature), body: body)
    }

    private static func binary(_ operations: [BinaryOperator], isReflected: Bool = false) -> [Member] {
        operations.flatMap { operation in
            let normal = method(operation.specials.normal, "value, /") { (arguments) throws(Raise) in
                try arguments.cell.builtinBinary(operation, arguments[0], arguments[1])
            }
            guard isReflected || operation == .multiply else { return [normal] }
            let reflected = method(operation.specials.reflected, "value, /") { (arguments) throws(Raise) in
                try arguments.cell.builtinBinary(operation, arguments[1], arguments[0])
            }
            return [normal, reflected]
        }
    }

    private static func inPlace(_ operations: [BinaryOperator]) -> [Member] {
        operations.map { operation in
            method(operation.specials.inPlace, "value, /") { (arguments) throws(Raise) in
                guard let object = arguments[0].object else { return .notImplemented }
                return try arguments.cell.builtinInPlace(operation, object, arguments[1]) ?? .notImplemented
            }
        }
    }

    private static func comparison(_ comparator: Interpreter.Comparator) -> Member {
        method(comparator.special, "value, /") { (arguments) throws(Raise) in
            try arguments.cell.builtinCompare(comparator, arguments[0], arguments[1])
        }
    }

    private static var equality: [Member] { [comparison(.equal), comparison(.notEqual)] }

    private static var comparisons: [Member] {
        equality + [comparison(.less), comparison(.lessOrEqual), comparison(.greater), comparison(.greaterOrEqual)]
    }

    private static var container: [Member] {
        [
            method(.len) { (arguments) throws(Raise) in
                .int(arguments[0].object.flatMap(arguments.cell.builtinLength) ?? 0)
            },
            method(.contains, "key, /") { (arguments) throws(Raise) in
                guard let object = arguments[0].object else { return .notImplemented }
                if let answer = try arguments.cell.builtinContains(object, arguments[1]) { return .bool(answer) }
                return .bool(try arguments.cell.contains(arguments[0], arguments[1]))
            },
            method(.iter) { (arguments) throws(Raise) in
                guard let object = arguments[0].object, let iterator = arguments.cell.builtinIterator(object) else {
                    throw .typeError("'\(arguments[0].type.name)' object is not iterable")
                }
                return .object(iterator)
            },
        ]
    }

    private static var getitem: Member {
        method(.getitem, "key, /") { (arguments) throws(Raise) in
            guard let object = arguments[0].object, let item = try arguments.cell.builtinItem(object, arguments[1])
            else {
                throw .typeError("'\(arguments[0].type.name)' object is not subscriptable")
            }
            return item
        }
    }

    private static var changing: [Member] {
        [
            method(.setitem, "key, value, /") { (arguments) throws(Raise) in
                guard let object = arguments[0].object else { return .notImplemented }
                _ = try arguments.cell.builtinSetItem(object, arguments[1], arguments[2])
                return .none
            },
            method(.delitem, "key, /") { (arguments) throws(Raise) in
                guard let object = arguments[0].object else { return .notImplemented }
                _ = try arguments.cell.builtinDeleteItem(object, arguments[1])
                return .none
            },
        ]
    }

    private static var texts: [Member] {
        [
            method(.repr) { (arguments) throws(Raise) in
                guard let object = arguments[0].object else { return .string(try arguments.cell.repr(arguments[0])) }
                return .string(try arguments.cell.builtinRepr(object))
            }
        ]
    }

    private static func unary(_ name: SpecialName, _ operation: UnaryOperator) -> Member {
        method(name) { (arguments) throws(Raise) in
            arguments.cell.builtinUnary(operation, arguments[0]) ?? .notImplemented
        }
    }

    private static var signs: [Member] {
        [
            unary(.neg, .negate), unary(.pos, .plus),
            method(.abs) { (arguments) throws(Raise) in
                if let number = arguments[0].bigInteger { return .integer(BigInt(number.magnitude)) }
                return .float(abs(arguments[0].double ?? 0))
            },
            method(.bool) { (arguments) throws(Raise) in .bool(arguments[0].double != 0) },
            method(.float) { (arguments) throws(Raise) in .float(try arguments.cell.double(arguments[0])) },
            method(.int) { (arguments) throws(Raise) in
                if let number = arguments[0].bigInteger { return .integer(number) }
                let number = arguments[0].double ?? 0
                return try raising { () throws(Failure) in try Arithmetic.integer(number) }.value
            },
            method(.round, "ndigits=None, /") { (arguments) throws(Raise) in
                try arguments.cell.rounded(arguments[0], arguments[1])
            },
        ]
    }

    private static var integers: [Member] {
        signs + [
            unary(.invert, .invert),
            method(.index) { (arguments) throws(Raise) in .integer(arguments[0].bigInteger ?? 0) },
            method(.divmod, "value, /") { (arguments) throws(Raise) in
                .tuple([
                    try arguments.cell.builtinBinary(.floorDivide, arguments[0], arguments[1]),
                    try arguments.cell.builtinBinary(.modulo, arguments[0], arguments[1]),
                ])
            },
        ]
    }

    private static var floats: [Member] { signs }
}
