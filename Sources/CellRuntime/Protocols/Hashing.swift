extension Interpreter {
    /// `hash(value)`: equal for equal values; CPython's for numbers and tuples of them.
    /// - Throws: a `TypeError` for what cannot be a key.
    public func hash(_ value: Value) throws(Raise) -> Int {
        switch value {
        case .int(let number):
            // Small numbers are their own hash, -1 being CPython's sign of an error.
            if number >= 0, number < 1 << 60 { return number }
            return NumericHash.hash(number)
        case .bool(let flag): return flag ? 1 : 0
        case .none: return 0xFCA8_6420
        case .unset: return 0
        case .float(let number): return NumericHash.hash(number)
        case .object(let object): return try hash(of: object)
        }
    }

    private func hash(of object: Object) throws(Raise) -> Int {
        let type = object.type
        if type === types.str { return unsafeDowncast(object, to: Str.self).hash }
        if !type.isBuiltin {
            let method = type.special(.hash)
            if method.isNone { throw unhashable(object) }
            if !method.isUnset {
                let answer = try call(method, [.object(object)])
                guard let number = answer.bigInteger else {
                    throw .typeError("__hash__ method should return an integer")
                }
                return NumericHash.hash(number)
            }
        }
        return try builtinHash(object)
    }

    private func unhashable(_ object: Object) -> Raise { .typeError("unhashable type: '\(object.type.name)'") }

    /// What built-in classes' `__hash__` gives; by identity for others.
    func builtinHash(_ object: Object) throws(Raise) -> Int {
        switch object {
        case let string as Str: return string.hash
        case let number as IntBig: return NumericHash.hash(number.value)
        case let number as FloatBox: return NumericHash.hash(number.value)
        case let tuple as Tuple: return try hash(tuple.items)
        case is List, is Dict, is SliceObject: throw unhashable(object)
        case let set as SetObject:
            guard set.isFrozen else { throw unhashable(object) }
            if let known = set.knownHash { return known }
            var sum = 0
            for key in set { sum &+= try hash(key) &* 0x5BD1_E995 ^ 0x1234_5678 }
            set.knownHash = sum
            return sum
        case let bytes as Bytes: return bytes.bytes.hashValue
        case let range as RangeObject:
            return try hash([
                .int(range.count), range.count > 0 ? .int(range.start) : .none,
                range.count > 1 ? .int(range.step) : .none,
            ])
        case let method as BoundMethod:
            let receiver = method.receiver.object
            let first = receiver == nil ? try hash(method.receiver) : receiver?.identityHash ?? 0
            return try (first &* 31) ^ hash(method.function)
        case let view as DictView where view.part != .values: throw unhashable(object)
        default: return object.identityHash
        }
    }

    /// CPython's hash of tuples (tupleobject.c, after xxHash).
    private func hash(_ items: ContiguousArray<Value>) throws(Raise) -> Int {
        try enterCall()
        defer { depth -= 1 }
        let prime1: UInt = 11_400_714_785_074_694_791
        let prime2: UInt = 14_029_467_366_897_019_727
        let prime5: UInt = 2_870_177_450_012_600_261
        var sum = prime5
        for item in items {
            sum &+= UInt(bitPattern: try hash(item)) &* prime2
            sum = sum << 31 | sum >> 33
            sum &*= prime1
        }
        sum &+= UInt(items.count) ^ (prime5 ^ 3_527_539)
        return sum == .max ? 1_546_275_796 : Int(bitPattern: sum)
    }
}

extension Object {
    /// From the address, rotated as CPython does, since its low bits are always zero.
    var identityHash: Int {
        let address = UInt(bitPattern: Unmanaged.passUnretained(self).toOpaque())
        return Int(bitPattern: address >> 4 | address << 60)
    }
}
