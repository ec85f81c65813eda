/// A Swift type that arguments of native functions can have.
public protocol CellConvertible {
    /// - Throws: a `TypeError` in CPython's words when the value does not fit.
    static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> Self
    /// The class's name in help, such as `int`.
    static var cellTypeName: String { get }
}

/// A Swift type that native functions can return.
public protocol CellReturn {
    var cellValue: Value { get }
}

/// Which argument is being converted, for the words of its error.
public struct ArgumentPlace {
    public let function: String
    public let parameter: String
    /// From 1.
    public let position: Int
    public unowned(unsafe) let cell: Interpreter

    public init(function: String, parameter: String, position: Int, cell: Interpreter) {
        self.function = function
        self.parameter = parameter
        self.position = position
        self.cell = cell
    }

    /// `f() argument 'x' must be str, not int`
    public func mismatch(_ expected: String, _ value: Value) -> Raise {
        let found = value.isNone ? "None" : value.type.name
        return .typeError("\(function)() argument '\(parameter)' must be \(expected), not \(found)")
    }
}

extension Value: CellConvertible, CellReturn {
    public static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> Value { value }
    public static var cellTypeName: String { "object" }
    public var cellValue: Value { self }
}

extension Bool: CellConvertible, CellReturn {
    public static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> Bool {
        try place.cell.truth(value)
    }
    public static var cellTypeName: String { "bool" }
    public var cellValue: Value { .bool(self) }
}

extension Int: CellConvertible, CellReturn {
    public static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> Int {
        if case .int(let number) = value { return number }
        return try place.cell.index(value)
    }
    public static var cellTypeName: String { "int" }
    public var cellValue: Value { .int(self) }
}

extension Double: CellConvertible, CellReturn {
    public static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> Double {
        if case .float(let number) = value { return number }
        return try place.cell.double(value)
    }
    public static var cellTypeName: String { "float" }
    public var cellValue: Value { .float(self) }
}

extension String: CellConvertible, CellReturn {
    public static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> String {
        if let text = value.text { return text }
        throw place.mismatch("str", value)
    }
    public static var cellTypeName: String { "str" }
    public var cellValue: Value { .string(self) }
}

extension Optional: CellConvertible where Wrapped: CellConvertible {
    public static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> Wrapped? {
        if value.isNone || value.isUnset { return nil }
        return try Wrapped.convert(value, place)
    }
    public static var cellTypeName: String { "\(Wrapped.cellTypeName) or None" }
}

extension Optional: CellReturn where Wrapped: CellReturn {
    public var cellValue: Value { self?.cellValue ?? .none }
}

/// From any iterable; to a `list`.
extension Array: CellConvertible where Element: CellConvertible {
    public static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> [Element] {
        var result: [Element] = []
        for item in try place.cell.items(of: value) { result.append(try Element.convert(item, place)) }
        return result
    }
    public static var cellTypeName: String { "iterable of \(Element.cellTypeName)" }
}

extension Array: CellReturn where Element: CellReturn {
    public var cellValue: Value { .list(map(\.cellValue)) }
}

/// Any native class: `Parameter("path", PathObject.self)`.
extension CellConvertible where Self: Object {
    public static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> Self {
        if case .object(let object) = value, let fitting = object as? Self { return fitting }
        throw place.mismatch(cellTypeName, value)
    }
    public static var cellTypeName: String { cellClassName(of: Self.self) }
}

extension CellReturn where Self: Object {
    public var cellValue: Value { .object(self) }
}

extension Object: CellConvertible, CellReturn {}

/// The name cells know a Swift class by, in errors of arguments.
private func cellClassName(of type: Object.Type) -> String {
    switch type {
    case is Str.Type: "str"
    case is Bytes.Type: "bytes"
    case is List.Type: "list"
    case is Tuple.Type: "tuple"
    case is Dict.Type: "dict"
    case is SetObject.Type: "set"
    case is TypeObject.Type: "type"
    default:
        if let declared = type as? any NativeObject.Type {
            declared.declaration.name
        } else {
            "\(type)".replacingSuffix("Object", with: "")
        }
    }
}

/// A Swift class that belongs to one native class, so that errors can name it.
public protocol NativeObject: Object {
    static var declaration: TypeObject { get }
}

extension String {
    fileprivate func replacingSuffix(_ suffix: String, with other: String) -> String {
        hasSuffix(suffix) ? dropLast(suffix.count) + other : self
    }
}

/// All further positional arguments of a call.
public struct Variadic: CellConvertible {
    public let values: ContiguousArray<Value>

    public static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> Variadic {
        Variadic(values: (value.object as? Tuple)?.items ?? [])
    }
    public static var cellTypeName: String { "*" }
}

/// All further keyword arguments of a call, in their order.
public struct Keywords: CellConvertible {
    public let entries: [(name: String, value: Value)]

    public static func convert(_ value: Value, _ place: ArgumentPlace) throws(Raise) -> Keywords {
        guard let dict = value.object as? Dict else { return Keywords(entries: []) }
        return Keywords(entries: dict.map { ($0.key.text ?? "", $0.value) })
    }
    public static var cellTypeName: String { "**" }

    public subscript(name: String) -> Value? { entries.first { $0.name == name }?.value }
}
