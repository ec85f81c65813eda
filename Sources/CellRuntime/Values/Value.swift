/// A value of the cell language.
///
/// Small values are held in place; everything else is an ``Object``. Values belong to the thread that runs cells.
public enum Value {
    /// No value at all: a variable not yet bound, an argument not given. Cells never see it.
    case unset
    case none
    case bool(Bool)
    /// An integer that fits 64 bits. Others are an ``IntBig``, which never holds one that fits.
    case int(Int)
    case float(Double)
    case object(Object)
}

extension Value {
    /// A string value.
    @inlinable public static func string(_ text: String) -> Value { .object(Str(text: text)) }

    public static func list(_ items: some Sequence<Value>) -> Value { .object(List(ContiguousArray(items))) }

    public static func tuple(_ items: some Sequence<Value>) -> Value { .object(Tuple(ContiguousArray(items))) }

    /// What operators answer to operands they know nothing of, so that the other operand is asked.
    public static var notImplemented: Value { .object(Singleton.notImplemented) }

    public static var ellipsis: Value { .object(Singleton.ellipsis) }

    /// The object, for values that are one.
    @inlinable public var object: Object? {
        if case .object(let object) = self { return object }
        return nil
    }

    /// The text, for strings (and instances of classes derived from `str`).
    public var text: String? {
        guard case .object(let object) = self else { return nil }
        if object.kind == .str { return unsafeDowncast(object, to: Str.self).text }
        return (object as? Str)?.text
    }

    @inlinable public var isNone: Bool {
        if case .none = self { return true }
        return false
    }

    @inlinable public var isUnset: Bool {
        if case .unset = self { return true }
        return false
    }

    public var isNotImplemented: Bool {
        if case .object(let object) = self { return object === Singleton.notImplemented }
        return false
    }

    /// The class, as `type(value)` gives it.
    public var type: TypeObject {
        switch self {
        case .object(let object): object.type
        case .int: types.int
        case .float: types.float
        case .bool: types.bool
        case .none, .unset: types.none
        }
    }

    /// Python's `is`: the same object, or equal small values of one type.
    public static func isSame(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.none, .none), (.unset, .unset): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
        case (.object(let a), .object(let b)): a === b
        default: false
        }
    }
}

/// `NotImplemented` and `Ellipsis`.
public final class Singleton: Object, @unchecked Sendable {
    public let name: String

    private init(_ name: String, _ type: TypeObject) {
        self.name = name
        super.init(type: type)
    }

    public static let notImplemented = Singleton("NotImplemented", types.notImplemented)
    public static let ellipsis = Singleton("Ellipsis", types.ellipsis)
}
