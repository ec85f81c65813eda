internal import CTorch
import Synchronization

/// An argument of an ATen operator.
public enum Argument: Sendable {
    case none
    case tensor(Tensor)
    case int(Int)
    case double(Double)
    case bool(Bool)
    case string(String)
    case ints([Int])
    case doubles([Double])
    case tensors([Tensor?])

    public static func dtype(_ dtype: DType) -> Argument { .int(Int(dtype.rawValue)) }
    public static func format(_ format: MemoryFormat) -> Argument { .int(format.rawValue) }
    public static func optional(_ tensor: Tensor?) -> Argument { tensor.map(Argument.tensor) ?? .none }
    public static func optional(_ dtype: DType?) -> Argument { dtype.map(Argument.dtype) ?? .none }
}

/// What an operator gives back.
public enum Output: Sendable {
    case none
    case tensor(Tensor)
    case int(Int)
    case double(Double)
    case bool(Bool)
}

/// Calls any ATen operator by the name and overload of its schema, as
/// `native_functions.yaml` lists them: "aten::add" with the overload "Tensor".
///
/// Trailing arguments that are left out take the schema's defaults; `named` ones go by name.
public func callOperator(
    _ name: StaticString, overload: StaticString = "", _ arguments: [Argument],
    named: [(String, Argument)] = []
) throws(TensorError) -> [Output] {
    try callOperator(named: name.description, overload: overload.description, arguments, named: named)
}

/// The same for a name that is known only when the program runs.
public func callOperator(
    named name: String, overload: String = "", _ arguments: [Argument], named: [(String, Argument)] = []
) throws(TensorError) -> [Output] {
    let table = try Engine.table()
    let id = try OperatorCache.id(name, overload, table)
    var packed = PackedArguments(arguments + named.map(\.1))
    return try packed.call(id, names: arguments.map { _ in nil } + named.map(\.0), table)
}

extension Tensor {
    /// Calls an operator that gives one tensor; see ``callOperator(_:overload:_:named:)``.
    public static func call(
        _ name: StaticString, overload: StaticString = "", _ arguments: Argument...,
        named: [(String, Argument)] = []
    ) throws(TensorError) -> Tensor {
        let outputs = try callOperator(name, overload: overload, arguments, named: named)
        guard case .tensor(let tensor)? = outputs.first else {
            throw .operation("\(name) gave no tensor")
        }
        return tensor
    }

    /// Calls an operator that gives several tensors.
    public static func callMany(
        _ name: StaticString, overload: StaticString = "", _ arguments: Argument...,
        named: [(String, Argument)] = []
    ) throws(TensorError) -> [Tensor] {
        try callOperator(name, overload: overload, arguments, named: named).compactMap {
            if case .tensor(let tensor) = $0 { tensor } else { nil }
        }
    }
}

/// The numbers under which the shim knows operators that were used before.
private enum OperatorCache {
    private static let ids = Mutex<[String: Int64]>([:])

    static func id(_ name: String, _ overload: String, _ table: Table) throws(TensorError) -> Int64 {
        let key = overload.isEmpty ? name : name + "." + overload
        if let id = ids.withLock({ $0[key] }) { return id }
        var id: Int64 = 0
        try table.check(table.c.find_operator(name, overload, &id))
        ids.withLock { $0[key] = id }
        return id
    }
}

/// Arguments as C sees them, with the memory that they point to.
private struct PackedArguments {
    private var values: [CTValue] = []
    private var owned: [UnsafeMutableRawPointer] = []
    private let kept: [Argument]

    init(_ arguments: [Argument]) {
        kept = arguments
        values.reserveCapacity(arguments.count)
        for argument in arguments { values.append(pack(argument)) }
    }

    private mutating func pack(_ argument: Argument) -> CTValue {
        var value = CTValue()
        switch argument {
        case .none: value.kind = Int32(CT_NONE)
        case .tensor(let tensor):
            value.kind = Int32(CT_TENSOR)
            value.tensor = tensor.handle
        case .int(let number):
            value.kind = Int32(CT_INT)
            value.integer = Int64(number)
        case .bool(let flag):
            value.kind = Int32(CT_BOOL)
            value.integer = flag ? 1 : 0
        case .double(let number):
            value.kind = Int32(CT_DOUBLE)
            value.number = number
        case .string(let text):
            value.kind = Int32(CT_STRING)
            value.pointer = UnsafeRawPointer(copy(Array(text.utf8CString)))
        case .ints(let numbers):
            value.kind = Int32(CT_INTS)
            value.count = Int32(numbers.count)
            value.pointer = UnsafeRawPointer(copy(numbers.map(Int64.init)))
        case .doubles(let numbers):
            value.kind = Int32(CT_DOUBLES)
            value.count = Int32(numbers.count)
            value.pointer = UnsafeRawPointer(copy(numbers))
        case .tensors(let tensors):
            value.kind = Int32(CT_TENSORS)
            value.count = Int32(tensors.count)
            value.pointer = UnsafeRawPointer(copy(tensors.map { $0?.handle }))
        }
        return value
    }

    private mutating func copy<Element>(_ elements: [Element]) -> UnsafeMutableRawPointer {
        let size = max(1, elements.count * MemoryLayout<Element>.stride)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        elements.withUnsafeBytes { if let base = $0.baseAddress { memory.copyMemory(from: base, byteCount: $0.count) } }
        owned.append(memory)
        return memory
    }

    mutating func call(_ id: Int64, names: [String?], _ table: Table) throws(TensorError) -> [Output] {
        defer {
            owned.forEach { $0.deallocate() }
            owned = []
        }
        var results: UnsafeMutablePointer<CTValue>?
        var count: Int32 = 0
        var cNames: [UnsafePointer<CChar>?] = []
        if names.contains(where: { $0 != nil }) {
            cNames = names.map { name in
                name.map { UnsafePointer(copy(Array($0.utf8CString)).assumingMemoryBound(to: CChar.self)) }
            }
        }
        let message = withExtendedLifetime(kept) {
            cNames.isEmpty
                ? table.c.call(id, values, nil, Int32(values.count), &results, &count)
                : table.c.call(id, values, cNames, Int32(values.count), &results, &count)
        }
        try table.check(message)
        defer { table.c.free_values(results) }
        return UnsafeBufferPointer(start: results, count: Int(count)).map(Self.output)
    }

    private static func output(_ value: CTValue) -> Output {
        switch Int(value.kind) {
        case CT_TENSOR: value.tensor.map { .tensor(Tensor(owning: $0)) } ?? .none
        case CT_INT: .int(Int(value.integer))
        case CT_DOUBLE: .double(value.number)
        case CT_BOOL: .bool(value.integer != 0)
        default: .none
        }
    }
}
