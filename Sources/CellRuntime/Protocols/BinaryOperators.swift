internal import BigInt
public import CellSyntax

extension BinaryOperator {
    /// `__add__`, `__radd__` and `__iadd__` of each operator.
    var specials: (normal: SpecialName, reflected: SpecialName, inPlace: SpecialName) {
        switch self {
        case .add: (.add, .radd, .iadd)
        case .subtract: (.sub, .rsub, .isub)
        case .multiply: (.mul, .rmul, .imul)
        case .matrixMultiply: (.matmul, .rmatmul, .imatmul)
        case .divide: (.truediv, .rtruediv, .itruediv)
        case .floorDivide: (.floordiv, .rfloordiv, .ifloordiv)
        case .modulo: (.mod, .rmod, .imod)
        case .power: (.pow, .rpow, .ipow)
        case .leftShift: (.lshift, .rlshift, .ilshift)
        case .rightShift: (.rshift, .rrshift, .irshift)
        case .bitAnd: (.and, .rand, .iand)
        case .bitOr: (.or, .ror, .ior)
        case .bitXor: (.xor, .rxor, .ixor)
        }
    }
}

extension Interpreter {
    /// `left operator right`, by `__add__` and the other operand's `__radd__`.
    /// - Throws: a `TypeError` when neither operand knows how.
    public func binary(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws(Raise) -> Value {
        let answer = try binaryIfKnown(operation, left, right)
        if !answer.isNotImplemented { return answer }
        throw unsupported(operation, left, right, suffix: "")
    }

    /// `left operator= right`: in place where the left operand does so, else as ``binary(_:_:_:)``.
    public func inPlace(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws(Raise) -> Value {
        if case .object(let object) = left {
            let method = object.type.special(operation.specials.inPlace)
            if !method.isUnset, !object.type.isBuiltin {
                let answer = try callSpecial(method, left, right)
                if !answer.isNotImplemented { return answer }
            } else if let answer = try builtinInPlace(operation, object, right) {
                return answer
            }
        }
        let answer = try binaryIfKnown(operation, left, right)
        if !answer.isNotImplemented { return answer }
        throw unsupported(operation, left, right, suffix: "=")
    }

    private func binaryIfKnown(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws(Raise) -> Value {
        let leftType = left.type
        let rightType = right.type
        let specials = operation.specials
        let hasOwnRight = !rightType.isBuiltin && rightType.has(specials.reflected)
        var triedRight = false
        // A number does not know how to repeat what derives from a sequence; that may know better.
        let isRepeating = left.isNumber && leftType.isBuiltin && !right.isNumber
        if hasOwnRight, leftType !== rightType, isRepeating || rightType.isSubclass(of: leftType) {
            triedRight = true
            let answer = try callSpecial(rightType.special(specials.reflected), right, left)
            if !answer.isNotImplemented { return answer }
        }
        if !leftType.isBuiltin, leftType.has(specials.normal) {
            let answer = try callSpecial(leftType.special(specials.normal), left, right)
            if !answer.isNotImplemented { return answer }
        } else if leftType.isBuiltin || leftType.nativeBase.isBuiltin {
            // A sequence gives way to a right operand with an opinion of its own, as `[1] * tensor`.
            let answer = try builtinBinary(operation, left, right, givesWay: hasOwnRight)
            if !answer.isNotImplemented { return answer }
        }
        if hasOwnRight, !triedRight, leftType !== rightType {
            return try callSpecial(rightType.special(specials.reflected), right, left)
        }
        if operation == .bitOr, let union = UnionType.of(left, right) { return .object(union) }
        if !rightType.isBuiltin || !leftType.isBuiltin, rightType.nativeBase.isBuiltin {
            return try builtinBinary(operation, left, right, givesWay: false)
        }
        return .notImplemented
    }

    private func unsupported(_ operation: BinaryOperator, _ left: Value, _ right: Value, suffix: String) -> Raise {
        let sign = operation == .power && suffix.isEmpty ? "** or pow()" : operation.rawValue + suffix
        return .typeError(
            "unsupported operand type(s) for \(sign): '\(left.type.name)' and '\(right.type.name)'")
    }

    /// What built-in classes make of an operator; ``Value/notImplemented`` when it is not theirs.
    func builtinBinary(
        _ operation: BinaryOperator, _ left: Value, _ right: Value, givesWay: Bool = false
    ) throws(Raise) -> Value {
        if let a = left.smallInteger, let b = right.smallInteger {
            if case .bool(let x) = left, case .bool(let y) = right {
                switch operation {
                case .bitAnd: return .bool(x && y)
                case .bitOr: return .bool(x || y)
                case .bitXor: return .bool(x != y)
                default: break
                }
            }
            return try integerBinary(operation, a, b)
        }
        let leftFloat = left.object == nil || left.object is FloatBox ? left.floatOnly : nil
        let rightFloat = right.object == nil || right.object is FloatBox ? right.floatOnly : nil
        if leftFloat != nil || rightFloat != nil {
            if left.isNumber, right.isNumber { return try floatBinary(operation, double(left), double(right)) }
        } else if let a = left.bigInteger, let b = right.bigInteger {
            return try bigBinary(operation, a, b)
        }
        return try sequenceBinary(operation, left, right, givesWay: givesWay)
    }

    private func integerBinary(_ operation: BinaryOperator, _ a: Int, _ b: Int) throws(Raise) -> Value {
        switch operation {
        case .add:
            let (sum, overflow) = a.addingReportingOverflow(b)
            return overflow ? .integer(BigInt(a) + BigInt(b)) : .int(sum)
        case .subtract:
            let (difference, overflow) = a.subtractingReportingOverflow(b)
            return overflow ? .integer(BigInt(a) - BigInt(b)) : .int(difference)
        case .multiply:
            let (product, overflow) = a.multipliedReportingOverflow(by: b)
            return overflow ? .integer(BigInt(a) * BigInt(b)) : .int(product)
        case .divide:
            guard b != 0 else { throw .zeroDivision("division by zero") }
            if a.magnitude < 1 << 53, b.magnitude < 1 << 53 { return .float(Double(a) / Double(b)) }
            return try bigBinary(operation, BigInt(a), BigInt(b))
        case .floorDivide:
            if let result = try raising({ () throws(Failure) in try Arithmetic.floorDivide(a, b) }) {
                return .int(result)
            }
            return try bigBinary(operation, BigInt(a), BigInt(b))
        case .modulo:
            guard b != 0 else { throw .zeroDivision("integer modulo by zero") }
            return .int(try raising { () throws(Failure) in try Arithmetic.modulo(a, b) })
        case .power:
            if b < 0 { return try floatBinary(.power, Double(a), Double(b)) }
            if let result = Arithmetic.power(a, b) { return .int(result) }
            return try bigBinary(operation, BigInt(a), BigInt(b))
        case .leftShift:
            guard b >= 0 else { throw .valueError("negative shift count") }
            if b < 63, a.magnitude.leadingZeroBitCount > b + 1 { return .int(a << b) }
            return try bigBinary(operation, BigInt(a), BigInt(b))
        case .rightShift:
            guard b >= 0 else { throw .valueError("negative shift count") }
            return .int(a >> min(b, 63))
        case .bitAnd: return .int(a & b)
        case .bitOr: return .int(a | b)
        case .bitXor: return .int(a ^ b)
        case .matrixMultiply: return .notImplemented
        }
    }

    private func bigBinary(_ operation: BinaryOperator, _ a: BigInt, _ b: BigInt) throws(Raise) -> Value {
        switch operation {
        case .add: return .integer(a + b)
        case .subtract: return .integer(a - b)
        case .multiply:
            guard a.magnitude.bitWidth + b.magnitude.bitWidth <= Self.mostBits else { throw tooManyBits() }
            return .integer(
                BigInt(sign: a.sign == b.sign ? .plus : .minus, magnitude: try wide.multiply(a.magnitude, b.magnitude)))
        case .divide: return .float(try raising { () throws(Failure) in try Arithmetic.trueDivide(a, b) })
        case .floorDivide:
            return .integer(try floorDivide(a, b).quotient)
        case .modulo:
            guard !b.isZero else { throw .zeroDivision("integer modulo by zero") }
            return .integer(try floorDivide(a, b).rest)
        case .power:
            if b.sign == .minus, !b.isZero {
                return try floatBinary(.power, double(.integer(a)), double(.integer(b)))
            }
            if let times = Int(exactly: b), a.magnitude > 2, times < Self.mostBits, times > 256,
                (a.magnitude.bitWidth - 1) * times <= Self.mostBits
            {
                let sign: BigInt.Sign = a.sign == .minus && times & 1 == 1 ? .minus : .plus
                return .integer(BigInt(sign: sign, magnitude: try wide.power(a.magnitude, times)))
            }
            return .integer(
                try raising { () throws(Failure) in try Arithmetic.power(a, b, limit: Self.mostBits) })
        case .leftShift:
            guard b.sign == .plus || b.isZero else { throw .valueError("negative shift count") }
            if a.isZero { return .int(0) }
            guard let count = Int(exactly: b), count <= Self.mostBits - a.magnitude.bitWidth else {
                throw tooManyBits()
            }
            return .integer(a << count)
        case .rightShift:
            guard b.sign == .plus || b.isZero else { throw .valueError("negative shift count") }
            guard let count = Int(exactly: b) else { return .int(a.sign == .minus ? -1 : 0) }
            return .integer(a >> count)
        case .bitAnd: return .integer(a & b)
        case .bitOr: return .integer(a | b)
        case .bitXor: return .integer(a ^ b)
        case .matrixMultiply: return .notImplemented
        }
    }

    /// Numbers are kept below this size, so that no operation on one takes long.
    static let mostBits = 1 << 22

    private func tooManyBits() -> Raise {
        .memoryError("the result would have more than \(Self.mostBits) bits")
    }

    private func floatBinary(_ operation: BinaryOperator, _ a: Double, _ b: Double) throws(Raise) -> Value {
        switch operation {
        case .add: return .float(a + b)
        case .subtract: return .float(a - b)
        case .multiply: return .float(a * b)
        case .divide:
            guard b != 0 else { throw .zeroDivision("float division by zero") }
            return .float(a / b)
        case .floorDivide: return .float(try raising { () throws(Failure) in try Arithmetic.floorDivide(a, b) })
        case .modulo: return .float(try raising { () throws(Failure) in try Arithmetic.modulo(a, b) })
        case .power:
            if let result = try raising({ () throws(Failure) in try Arithmetic.power(a, b) }) { return .float(result) }
            throw .valueError(
                "a negative number to the power of a fraction is complex, and complex numbers are not supported")
        default: return .notImplemented
        }
    }

    // MARK: Sequences, sets, dictionaries

    private func sequenceBinary(
        _ operation: BinaryOperator, _ left: Value, _ right: Value, givesWay: Bool
    ) throws(Raise) -> Value {
        switch operation {
        case .add: return try concatenate(left, right, givesWay: givesWay)
        case .multiply:
            if let object = left.object, object.isSequence {
                if givesWay { return .notImplemented }
                return try repeated(object, right)
            }
            if let object = right.object, object.isSequence { return try repeated(object, left) }
            return .notImplemented
        case .modulo:
            guard let string = left.object as? Str else { return .notImplemented }
            return .string(try percentFormat(string.text, right))
        case .bitAnd, .bitOr, .bitXor, .subtract:
            if operation == .bitOr, let a = left.object as? Dict, let b = right.object as? Dict {
                let result = a.copy()
                for (key, value) in b { try result.set(key, value, self) }
                return .object(result)
            }
            if let view = left.object as? DictView, view.part != .values {
                guard isIterable(right) else { return .notImplemented }
                return .object(try setOperation(operation, makeSet(left), makeSet(right)))
            }
            guard let a = left.asSetOperand, let b = right.asSetOperand else { return .notImplemented }
            return .object(try setOperation(operation, a, b))
        default: return .notImplemented
        }
    }

    private func concatenate(_ left: Value, _ right: Value, givesWay: Bool) throws(Raise) -> Value {
        guard let object = left.object else { return .notImplemented }
        switch (object, right.object) {
        case (let a as Str, let b as Str):
            try checkSize(a.text.utf8.count + b.text.utf8.count)
            return .string(a.text + b.text)
        case (let a as List, let b as List): return .object(List(a.items + b.items))
        case (let a as Tuple, let b as Tuple): return .object(Tuple(a.items + b.items))
        case (let a as Bytes, let b as Bytes): return .object(Bytes(a.bytes + b.bytes))
        default:
            guard object.isSequence, !givesWay else { return .notImplemented }
            let name = object.type.nativeBase.name
            if object is Bytes { throw .typeError("can't concat \(right.type.name) to bytes") }
            throw .typeError("can only concatenate \(name) (not \"\(right.type.name)\") to \(name)")
        }
    }

    private func repeated(_ object: Object, _ times: Value) throws(Raise) -> Value {
        guard times.bigInteger != nil || times.type.has(.index) else {
            throw .typeError("can't multiply sequence by non-int of type '\(times.type.name)'")
        }
        let number = try integer(times)
        guard let wanted = Int(exactly: number) else {
            if number.sign == .minus { return try repeated(object, .int(0)) }
            throw .overflowError("cannot fit 'int' into an index-sized integer")
        }
        let count = max(wanted, 0)
        switch object {
        case let string as Str:
            try checkSize(multiplied(string.text.utf8.count, count))
            return .string(String(repeating: string.text, count: count))
        case let bytes as Bytes:
            try checkSize(multiplied(bytes.bytes.count, count))
            return .object(Bytes(Array(repeatElement(bytes.bytes, count: count).joined())))
        case let list as List: return .object(List(try repeated(list.items, count)))
        case let tuple as Tuple: return .object(Tuple(try repeated(tuple.items, count)))
        default: return .notImplemented
        }
    }

    private func repeated(_ items: ContiguousArray<Value>, _ count: Int) throws(Raise) -> ContiguousArray<Value> {
        let total = multiplied(items.count, count)
        try checkSize(total, of: MemoryLayout<Value>.stride)
        var result = ContiguousArray<Value>()
        result.reserveCapacity(total)
        if items.count == 1 {
            while result.count < total {
                try poll()
                result.append(contentsOf: repeatElement(items[0], count: min(total - result.count, 1 << 20)))
            }
            return result
        }
        for turn in 0..<count {
            if items.count > 0xFFFF || turn & 0xFFF == 0 { try poll() }
            result.append(contentsOf: items)
        }
        return result
    }

    private func multiplied(_ a: Int, _ b: Int) -> Int {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        return overflow ? .max : product
    }

    private func makeSet(_ value: Value) throws(Raise) -> SetObject {
        let set = SetObject()
        for item in try items(of: value) { try set.insert(item, self) }
        return set
    }

    func setOperation(_ operation: BinaryOperator, _ left: SetObject, _ right: SetObject) throws(Raise) -> SetObject {
        let isFrozen = left.isFrozen
        switch operation {
        case .bitOr:
            let result = try left.copy(frozen: isFrozen, self)
            try result.merge(right, self)
            return result
        case .bitAnd:
            // As CPython's set_intersection: by walking the smaller one.
            let result = SetObject(frozen: isFrozen)
            let (walked, other) = right.count > left.count ? (left, right) : (right, left)
            for key in walked { if try other.contains(key, self) { try result.insert(key, self) } }
            return result
        case .subtract:
            let result = SetObject(frozen: isFrozen)
            for key in left { if try !right.contains(key, self) { try result.insert(key, self) } }
            return result
        default:
            let result = try right.copy(frozen: isFrozen, self)
            for key in left { if try !result.remove(key, self) { try result.insert(key, self) } }
            return result
        }
    }

    // MARK: In place

    func builtinInPlace(_ operation: BinaryOperator, _ object: Object, _ right: Value) throws(Raise) -> Value? {
        switch (object, operation) {
        case (let list as List, .add):
            let items = try items(of: right)
            list.items.append(contentsOf: items)
            return .object(list)
        case (let list as List, .multiply):
            guard let times = right.smallInteger else { return nil }
            list.items = try repeated(list.items, max(times, 0))
            return .object(list)
        case (let dict as Dict, .bitOr):
            guard let other = right.object as? Dict else { return nil }
            for (key, value) in other.copy() { try dict.set(key, value, self) }
            return .object(dict)
        case (let set as SetObject, .bitOr), (let set as SetObject, .bitAnd), (let set as SetObject, .subtract),
            (let set as SetObject, .bitXor):
            guard !set.isFrozen, let other = right.asSetOperand else { return nil }
            switch operation {
            case .bitOr: try set.merge(other, self)
            case .subtract: for key in other === set ? try set.copy(self) : other { try set.remove(key, self) }
            default:
                let result = try setOperation(operation, set, other)
                set.removeAll()
                try set.merge(result, self)
            }
            return .object(set)
        default: return nil
        }
    }
}

extension Value {
    fileprivate var floatOnly: Double? {
        switch self {
        case .float(let number): number
        case .object(let object): (object as? FloatBox)?.value
        default: nil
        }
    }

    /// An `int`, `float` or `bool`.
    public var isNumber: Bool {
        switch self {
        case .int, .float, .bool: true
        case .object(let object): object is IntBig || object is FloatBox
        default: false
        }
    }

    fileprivate var asSetOperand: SetObject? { object as? SetObject }
}

extension Object {
    /// What `+` and `*` take for a sequence.
    fileprivate var isSequence: Bool { self is Str || self is List || self is Tuple || self is Bytes }
}
