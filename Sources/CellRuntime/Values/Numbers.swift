public import BigInt

/// An integer beyond 64 bits, or an instance of a class derived from `int`.
public final class IntBig: Object {
    public let value: BigInt

    /// Use ``Value/integer(_:)`` to make values: it chooses the form.
    public init(_ value: BigInt) {
        self.value = value
        super.init(type: types.int)
    }
}

/// The number in an instance of a class derived from `float`.
public final class FloatBox: Object {
    public let value: Double

    public init(_ value: Double) {
        self.value = value
        super.init(type: types.float)
    }
}

extension Value {
    /// An integer of any size, in place when it fits.
    public static func integer(_ value: BigInt) -> Value {
        if let small = Int(exactly: value) { return .int(small) }
        return .object(IntBig(value))
    }

    /// The integer in an `int` or a `bool`.
    public var bigInteger: BigInt? {
        switch self {
        case .int(let value): BigInt(value)
        case .bool(let value): value ? 1 : 0
        case .object(let object): (object as? IntBig)?.value
        default: nil
        }
    }

    /// The integer in an `int` or a `bool`, where it fits.
    public var smallInteger: Int? {
        switch self {
        case .int(let value): value
        case .bool(let value): value ? 1 : 0
        case .object(let object): (object as? IntBig).flatMap { Int(exactly: $0.value) }
        default: nil
        }
    }

    /// The number in a `float`, an `int` or a `bool`; infinite for an integer too large.
    public var double: Double? {
        switch self {
        case .float(let value): value
        case .int(let value): Double(value)
        case .bool(let value): value ? 1 : 0
        case .object(let object):
            if let box = object as? FloatBox { box.value } else { (object as? IntBig).map { Double($0.value) } }
        default: nil
        }
    }
}
