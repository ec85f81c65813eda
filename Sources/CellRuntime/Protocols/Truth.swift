public import BigInt

extension Interpreter {
    /// `bool(value)`
    @inline(__always)
    public func truth(_ value: Value) throws(Raise) -> Bool {
        switch value {
        case .bool(let flag): flag
        case .none, .unset: false
        case .int(let number): number != 0
        case .float(let number): number != 0
        case .object(let object): try truth(of: object)
        }
    }

    func truth(of object: Object) throws(Raise) -> Bool {
        if !object.type.has(.bool) || object.type.isBuiltin {
            switch object {
            case let string as Str where !object.type.isCellClass: return !string.text.isEmpty
            case let list as List where !object.type.isCellClass: return !list.items.isEmpty
            case let dict as Dict where !object.type.isCellClass: return dict.count > 0
            case let tuple as Tuple where !object.type.isCellClass: return !tuple.items.isEmpty
            case let number as IntBig: return !number.value.isZero
            case let number as FloatBox: return number.value != 0
            default: break
            }
            return try lengthIfAny(object).map { $0 != 0 } ?? true
        }
        let answer = try callSpecial(.bool, of: .object(object))
        guard case .bool(let flag) = answer else {
            throw .typeError("__bool__ should return bool, returned \(answer.type.name)")
        }
        return flag
    }

    private func lengthIfAny(_ object: Object) throws(Raise) -> Int? {
        if let count = builtinLength(object), !object.type.has(.len) || object.type.isBuiltin { return count }
        return object.type.has(.len) ? try length(of: .object(object)) : nil
    }

    /// `len(value)`
    public func length(of value: Value) throws(Raise) -> Int {
        guard case .object(let object) = value else {
            throw .typeError("object of type '\(value.type.name)' has no len()")
        }
        if object.type.isBuiltin, let count = builtinLength(object) { return count }
        guard object.type.has(.len) else {
            if let count = builtinLength(object) { return count }
            throw .typeError("object of type '\(value.type.name)' has no len()")
        }
        let answer = try callSpecial(.len, of: value)
        let count = try index(answer)
        guard count >= 0 else { throw .valueError("__len__() should return >= 0") }
        return count
    }

    /// The length of a built-in container, also of an instance of a derived class.
    func builtinLength(_ object: Object) -> Int? {
        switch object {
        case let string as Str: string.count
        case let list as List: list.items.count
        case let tuple as Tuple: tuple.items.count
        case let dict as Dict: dict.count
        case let set as SetObject: set.count
        case let range as RangeObject: range.count
        case let bytes as Bytes: bytes.bytes.count
        case let view as DictView: view.dict.count
        default: nil
        }
    }

    // MARK: Numbers

    /// The value as a position or a count: of an `int`, or by `__index__`.
    public func index(_ value: Value) throws(Raise) -> Int {
        switch value {
        case .int(let number): return number
        case .bool(let flag): return flag ? 1 : 0
        default:
            let number = try integer(value)
            guard let small = Int(exactly: number) else {
                throw .overflowError("Python int too large to convert to C ssize_t")
            }
            return small
        }
    }

    /// The value as an integer of any size: of an `int`, or by `__index__`.
    public func integer(_ value: Value) throws(Raise) -> BigInt {
        if let number = value.bigInteger { return number }
        if case .object(let object) = value, object.type.has(.index) {
            let answer = try callSpecial(.index, of: value)
            if let number = answer.bigInteger { return number }
            throw .typeError("__index__ returned non-int (type \(answer.type.name))")
        }
        throw .typeError("'\(value.type.name)' object cannot be interpreted as an integer")
    }

    /// The value as a number: of a `float` or `int`, or by `__float__`.
    public func double(_ value: Value) throws(Raise) -> Double {
        switch value {
        case .float(let number): return number
        case .int(let number): return Double(number)
        case .bool(let flag): return flag ? 1 : 0
        case .object(let object):
            if let big = object as? IntBig {
                return try raising { () throws(Failure) in try Arithmetic.double(big.value) }
            }
            if let box = object as? FloatBox { return box.value }
            if object.type.has(.float) {
                let answer = try callSpecial(.float, of: value)
                if let number = answer.double { return number }
                throw .typeError("\(object.type.name).__float__ returned non-float (type \(answer.type.name))")
            }
            if object.type.has(.index) { return try double(.integer(integer(value))) }
            throw .typeError("must be real number, not \(value.type.name)")
        default:
            throw .typeError("must be real number, not \(value.type.name)")
        }
    }
}
