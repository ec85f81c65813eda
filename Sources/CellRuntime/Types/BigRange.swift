internal import BigInt

/// A `range` whose bounds, step or length do not fit 64 bits.
final class BigRangeObject: Object {
    let start, stop, step, count: BigInt

    /// - Precondition: `step` is not 0.
    init(start: BigInt, stop: BigInt, step: BigInt) {
        self.start = start
        self.stop = stop
        self.step = step
        let distance = step.sign == .minus ? start - stop : stop - start
        count = distance > 0 ? (distance - 1) / BigInt(step.magnitude) + 1 : 0
        super.init(type: Self.declaration)
    }

    /// As an object of the smaller kind where it fits.
    static func value(start: BigInt, stop: BigInt, step: BigInt) -> Value {
        if let a = Int(exactly: start), let b = Int(exactly: stop), let c = Int(exactly: step) {
            return .object(RangeObject(start: a, stop: b, step: c))
        }
        return .object(BigRangeObject(start: start, stop: stop, step: step))
    }

    private func position(of number: BigInt) -> BigInt? {
        let (place, rest) = (number - start).quotientAndRemainder(dividingBy: step)
        return rest.isZero && place >= 0 && place < count ? place : nil
    }

    private static func method(
        _ name: String, _ doc: String = "", _ signature: String = "",
        body: @escaping (BigRangeObject, Arguments) throws(Raise) -> Value
    ) -> Member {
        RawMethod(name, doc: doc, parameters(signature)) { (arguments: Arguments) throws(Raise) -> Value in
            try body(arguments.receiver(BigRangeObject.self, name, of: "range"), arguments)
        }
    }

    static let declaration: TypeObject = NativeType<BigRangeObject>(
        "range", module: "builtins", doc: "The integers from start up to, and without, stop.", isBase: false,
        isContainer: false, style: .native
    ) {
        method("__len__") { (range, _) throws(Raise) in
            guard let count = Int(exactly: range.count) else {
                throw .overflowError("Python int too large to convert to C ssize_t")
            }
            return .int(count)
        }
        method("__bool__") { (range, _) throws(Raise) in .bool(range.count > 0) }
        method("__getitem__", "", "index, /") { (range, arguments) throws(Raise) in
            if let slice = arguments[1].object as? SliceObject { return try range.part(slice, arguments.cell) }
            let given = try arguments.cell.integer(arguments[1])
            let place = given < 0 ? given + range.count : given
            guard place >= 0, place < range.count else { throw .indexError("range object index out of range") }
            return .integer(range.start + place * range.step)
        }
        for (name, isReversed) in [("__iter__", false), ("__reversed__", true)] {
            method(name) { (range, _) throws(Raise) in
                var place = BigInt(0)
                return .object(
                    ClosureIterator { (_) throws(Raise) in
                        guard place < range.count else { return nil }
                        defer { place += 1 }
                        return .integer(range.start + (isReversed ? range.count - 1 - place : place) * range.step)
                    })
            }
        }
        method("__contains__", "", "value, /") { (range, arguments) throws(Raise) in
            if let number = arguments[1].bigInteger { return .bool(range.position(of: number) != nil) }
            guard let number = arguments[1].double, number == number.rounded() else { return .bool(false) }
            return .bool(range.position(of: BigInt(number)) != nil)
        }
        method("index", "The position of a number.", "value, /") { (range, arguments) throws(Raise) in
            guard let number = arguments[1].bigInteger, let place = range.position(of: number) else {
                throw .valueError("\(try arguments.cell.repr(arguments[1])) is not in range")
            }
            return .integer(place)
        }
        method("count", "1 if the number is in the range, else 0.", "value, /") { (range, arguments) throws(Raise) in
            .int(arguments[1].bigInteger.flatMap(range.position) == nil ? 0 : 1)
        }
        method("__eq__", "", "other, /") { (range, arguments) throws(Raise) in
            guard let other = arguments[1].object as? BigRangeObject else { return .notImplemented }
            return .bool(range.count == other.count && range.start == other.start && range.step == other.step)
        }
        method("__hash__") { (range, arguments) throws(Raise) in
            .int(try arguments.cell.hash(.tuple([.integer(range.count), .integer(range.start), .integer(range.step)])))
        }
        method("__repr__") { (range, _) throws(Raise) in
            .string("range(\(range.start), \(range.stop)\(range.step == 1 ? "" : ", \(range.step)"))")
        }
        for (name, pick) in [
            ("start", { $0.start }), ("stop", { $0.stop }), ("step", { $0.step }),
        ] as [(String, (BigRangeObject) -> BigInt)] {
            BuiltinMembers.property(name, "The range's \(name).") { (value) throws(Raise) in
                (value.object as? BigRangeObject).map { .integer(pick($0)) } ?? .none
            }
        }
    }.type

    private func part(_ slice: SliceObject, _ cell: Interpreter) throws(Raise) -> Value {
        let stride = slice.step.isNone ? BigInt(1) : try cell.integer(slice.step)
        if stride.isZero { throw .valueError("slice step cannot be zero") }
        let isBackward = stride.sign == .minus
        let (lowest, highest) = isBackward ? (BigInt(-1), count - 1) : (BigInt(0), count)
        func bound(_ value: Value, _ fallback: BigInt) throws(Raise) -> BigInt {
            if value.isNone { return fallback }
            let given = try cell.integer(value)
            return min(max(given < 0 ? given + count : given, lowest), highest)
        }
        let first = try bound(slice.start, isBackward ? highest : lowest)
        let last = try bound(slice.stop, isBackward ? lowest : highest)
        return Self.value(start: start + first * step, stop: start + last * step, step: step * stride)
    }
}
