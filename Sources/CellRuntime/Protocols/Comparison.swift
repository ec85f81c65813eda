internal import BigInt

extension Interpreter {
    /// `left == right` where no cell code is needed to tell; nil where it is.
    @inline(__always)
    func equalWithoutCells(_ left: Value, _ right: Value) -> Bool? {
        switch (left, right) {
        case (.int(let a), .int(let b)): return a == b
        case (.float(let a), .float(let b)): return a == b
        case (.bool(let a), .bool(let b)): return a == b
        case (.none, .none): return true
        case (.object(let a), .object(let b)):
            if a.kind == .str, b.kind == .str {
                return unsafeDowncast(a, to: Str.self) == unsafeDowncast(b, to: Str.self)
            }
            return nil
        case (.object(let a), _): return a.type.isCellClass || a.type.has(.eq) ? nil : equalSlowly(left, right)
        case (_, .object(let b)): return b.type.isCellClass || b.type.has(.eq) ? nil : equalSlowly(left, right)
        default: return equalSlowly(left, right)
        }
    }

    /// Numbers of different types, and values of which at most one is an object.
    private func equalSlowly(_ left: Value, _ right: Value) -> Bool? {
        switch (left, right) {
        case (.float(let a), _):
            guard let b = right.bigInteger else { return false }
            return Arithmetic.compare(b, a) == 0
        case (_, .float(let b)):
            guard let a = left.bigInteger else { return false }
            return Arithmetic.compare(a, b) == 0
        default:
            if let a = left.bigInteger, let b = right.bigInteger { return a == b }
            return false
        }
    }

    /// Whether `left == right` is true.
    public func equal(_ left: Value, _ right: Value) throws(Raise) -> Bool {
        if let answer = equalWithoutCells(left, right) { return answer }
        return try truth(compare(.equal, left, right))
    }

    /// Whether they are the same object or equal, as containers compare their items.
    func sameOrEqual(_ left: Value, _ right: Value) throws(Raise) -> Bool {
        if Value.isSame(left, right) {
            if case .float(let number) = left { return !number.isNaN }
            return true
        }
        return try equal(left, right)
    }

    /// Whether `left < right`, for sorting.
    @inline(__always)
    public func isLess(_ left: Value, _ right: Value) throws(Raise) -> Bool {
        switch (left, right) {
        case (.int(let a), .int(let b)): return a < b
        case (.float(let a), .float(let b)): return a < b
        case (.object(let a), .object(let b)) where a.kind == .str && b.kind == .str:
            return Str.compare(unsafeDowncast(a, to: Str.self), unsafeDowncast(b, to: Str.self)) < 0
        default: return try truth(compare(.less, left, right))
        }
    }

    /// The six rich comparisons.
    public enum Comparator: Sendable {
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

        var special: SpecialName {
            switch self {
            case .equal: .eq
            case .notEqual: .ne
            case .less: .lt
            case .lessOrEqual: .le
            case .greater: .gt
            case .greaterOrEqual: .ge
            }
        }

        var swapped: Comparator {
            switch self {
            case .equal, .notEqual: self
            case .less: .greater
            case .lessOrEqual: .greaterOrEqual
            case .greater: .less
            case .greaterOrEqual: .lessOrEqual
            }
        }

        var sign: String {
            switch self {
            case .equal: "=="
            case .notEqual: "!="
            case .less: "<"
            case .lessOrEqual: "<="
            case .greater: ">"
            case .greaterOrEqual: ">="
            }
        }

        /// What the comparison says of values that compare so (negative, zero, positive).
        func holds(_ order: Int) -> Bool {
            switch self {
            case .equal: order == 0
            case .notEqual: order != 0
            case .less: order < 0
            case .lessOrEqual: order <= 0
            case .greater: order > 0
            case .greaterOrEqual: order >= 0
            }
        }
    }

    /// `left < right` and so on, by `__lt__` and the other operand's `__gt__`.
    /// - Returns: mostly a bool; natives such as tensors answer with what they like.
    public func compare(_ comparator: Comparator, _ left: Value, _ right: Value) throws(Raise) -> Value {
        try enterCall()
        defer { depth -= 1 }
        let leftType = left.type
        let rightType = right.type
        var triedRight = false
        if leftType !== rightType, rightType.isSubclass(of: leftType) {
            triedRight = true
            let answer = try compareByMethod(comparator.swapped, right, left)
            if !answer.isNotImplemented { return answer }
        }
        let answer = try compareByMethod(comparator, left, right)
        if !answer.isNotImplemented { return answer }
        if !triedRight {
            let answer = try compareByMethod(comparator.swapped, right, left)
            if !answer.isNotImplemented { return answer }
        }
        switch comparator {
        case .equal: return .bool(Value.isSame(left, right))
        case .notEqual: return .bool(!Value.isSame(left, right))
        default:
            throw .typeError(
                "'\(comparator.sign)' not supported between instances of '\(leftType.name)' and '\(rightType.name)'")
        }
    }

    /// One operand's opinion.
    private func compareByMethod(_ comparator: Comparator, _ left: Value, _ right: Value) throws(Raise) -> Value {
        if case .object(let object) = left, !object.type.isBuiltin {
            let method = object.type.special(comparator.special)
            if !method.isUnset { return try callSpecial(method, left, right) }
            if case .notEqual = comparator {
                let equal = object.type.special(.eq)
                if !equal.isUnset {
                    let answer = try callSpecial(equal, left, right)
                    return answer.isNotImplemented ? answer : .bool(try !truth(answer))
                }
            }
        }
        return try builtinCompare(comparator, left, right)
    }

    /// What built-in classes' comparisons give.
    func builtinCompare(_ comparator: Comparator, _ left: Value, _ right: Value) throws(Raise) -> Value {
        if let order = numericOrder(left, right) {
            return .bool(order.map(comparator.holds) ?? (comparator == .notEqual))
        }
        guard case .object(let a) = left, case .object(let b) = right else { return .notImplemented }
        switch (a, b) {
        case (let a as Str, let b as Str): return .bool(comparator.holds(Str.compare(a, b)))
        case (let a as List, let b as List): return try compareItems(comparator, { a.items }, { b.items })
        case (let a as Tuple, let b as Tuple): return try compareItems(comparator, { a.items }, { b.items })
        case (let a as Dict, let b as Dict):
            guard comparator == .equal || comparator == .notEqual else { return .notImplemented }
            let isEqual = try equal(a, b)
            return .bool((comparator == .equal) == isEqual)
        case (let a as SetObject, let b as SetObject): return try compare(comparator, a, b)
        case (let a as Bytes, let b as Bytes):
            let order = a.bytes == b.bytes ? 0 : a.bytes.lexicographicallyPrecedes(b.bytes) ? -1 : 1
            return .bool(comparator.holds(order))
        case (let a as RangeObject, let b as RangeObject):
            guard comparator == .equal || comparator == .notEqual else { return .notImplemented }
            let isEqual =
                a.count == b.count && (a.count == 0 || a.start == b.start && (a.count == 1 || a.step == b.step))
            return .bool((comparator == .equal) == isEqual)
        case (let a as SliceObject, let b as SliceObject):
            return try compareItems(comparator, { [a.start, a.stop, a.step] }, { [b.start, b.stop, b.step] })
        case (let a as DictView, _) where a.part != .values: return try compareView(comparator, a, right)
        case (let a as BoundMethod, let b as BoundMethod):
            guard comparator == .equal || comparator == .notEqual else { return .notImplemented }
            let isEqual = Value.isSame(a.receiver, b.receiver) && Value.isSame(a.function, b.function)
            return .bool((comparator == .equal) == isEqual)
        default: return .notImplemented
        }
    }

    /// The order of two numbers: nil when one is none, a nil inside when one is NaN.
    private func numericOrder(_ left: Value, _ right: Value) -> Int?? {
        if let a = left.smallInteger, let b = right.smallInteger { return .some(a < b ? -1 : a == b ? 0 : 1) }
        let x: Double? = if case .float(let a) = left { a } else { (left.object as? FloatBox)?.value }
        let y: Double? = if case .float(let b) = right { b } else { (right.object as? FloatBox)?.value }
        if let x, let y { return .some(x < y ? -1 : x > y ? 1 : x == y ? 0 : nil) }
        if let x, let b = right.bigInteger { return .some(Arithmetic.compare(b, x).map { -$0 }) }
        if let y, let a = left.bigInteger { return .some(Arithmetic.compare(a, y)) }
        if let a = left.bigInteger, let b = right.bigInteger { return .some(a < b ? -1 : a == b ? 0 : 1) }
        return nil
    }

    private func compareItems(
        _ comparator: Comparator, _ left: () -> ContiguousArray<Value>, _ right: () -> ContiguousArray<Value>
    ) throws(Raise) -> Value {
        if comparator == .equal || comparator == .notEqual, left().count != right().count {
            return .bool(comparator == .notEqual)
        }
        var index = 0
        while index < left().count, index < right().count {
            if index & 0xFFF == 0xFFF { try poll() }
            let a = left()[index]
            let b = right()[index]
            if try !sameOrEqual(a, b) {
                switch comparator {
                case .equal: return .bool(false)
                case .notEqual: return .bool(true)
                default: return try compare(comparator, a, b)
                }
            }
            index += 1
        }
        return .bool(comparator.holds(left().count - right().count))
    }

    private func equal(_ left: Dict, _ right: Dict) throws(Raise) -> Bool {
        guard left.count == right.count else { return false }
        var position = 0
        while let (key, value) = left.next(from: &position) {
            guard let other = try right.get(key, self), try sameOrEqual(value, other) else { return false }
        }
        return true
    }

    private func compare(_ comparator: Comparator, _ left: SetObject, _ right: SetObject) throws(Raise) -> Value {
        func isSubset(_ a: SetObject, _ b: SetObject) throws(Raise) -> Bool {
            guard a.count <= b.count else { return false }
            for key in a { if try !b.contains(key, self) { return false } }
            return true
        }
        switch comparator {
        case .equal, .notEqual:
            guard left.count == right.count else { return .bool(comparator == .notEqual) }
            return .bool(try isSubset(left, right) == (comparator == .equal))
        case .lessOrEqual: return .bool(try isSubset(left, right))
        case .less: return .bool(left.count < right.count ? try isSubset(left, right) : false)
        case .greaterOrEqual: return .bool(try isSubset(right, left))
        case .greater: return .bool(right.count < left.count ? try isSubset(right, left) : false)
        }
    }

    /// Keys and items of dictionaries compare as sets.
    private func compareView(_ comparator: Comparator, _ view: DictView, _ right: Value) throws(Raise) -> Value {
        guard right.object is SetObject || right.object is DictView else { return .notImplemented }
        let a = SetObject()
        for item in try items(of: .object(view)) { try a.insert(item, self) }
        let b = SetObject()
        for item in try items(of: right) { try b.insert(item, self) }
        return try compare(comparator, a, b)
    }
}
