/// A function that the interpreter brings.
public final class NativeFunction: Object, @unchecked Sendable {
    /// The body sees one argument slot for each parameter; a slot is ``Value/unset`` when nothing was given for it.
    public typealias Body = (Arguments) throws(Raise) -> Value

    public let name: String
    /// Such as `list.append`.
    public internal(set) var qualifiedName: String
    public internal(set) var module: String?
    public let doc: String
    public let signature: Signature
    /// By parameter; ``Value/unset`` for required ones.
    public let defaults: ContiguousArray<Value>
    /// What help says about each parameter.
    public let parameterDocs: [String]
    /// The same, but for parameters that may be left out without having a value then.
    let isOptional: [Bool]
    /// Defaults as help writes them.
    public internal(set) var shownDefaults: [String?] = []
    let body: Body

    public init(
        _ name: String, signature: Signature, defaults: ContiguousArray<Value>? = nil, doc: String = "",
        parameterDocs: [String] = [], isOptional: [Bool] = [], body: @escaping Body
    ) {
        self.name = name
        qualifiedName = name
        self.doc = doc
        self.signature = signature
        self.defaults = defaults ?? ContiguousArray(repeating: .unset, count: signature.slotCount)
        self.parameterDocs = parameterDocs
        self.isOptional = isOptional.isEmpty ? Array(repeating: false, count: signature.slotCount) : isOptional
        self.body = body
        super.init(type: types.builtin)
    }
}

/// The argument slots of a native call, one for each parameter, and the interpreter.
public struct Arguments {
    let base: UnsafeMutablePointer<Value>
    public let count: Int
    public unowned(unsafe) let cell: Interpreter

    @inlinable public subscript(index: Int) -> Value { value(index) }

    @usableFromInline func value(_ index: Int) -> Value { base[index] }

    /// Whether an argument was given, for parameters without a default.
    public func has(_ index: Int) -> Bool { !base[index].isUnset }
}

/// A variable that functions share.
final class Cell: Container {
    var value: Value

    init(_ value: Value) {
        self.value = value
        super.init(type: types.cell)
    }

    deinit {
        guard case .object(let object) = value, object.mayHoldOthers else { return }
        var pending = [value]
        value = .unset
        Object.release(&pending)
    }

    override func surrender(into pending: inout [Value]) {
        pending.append(value)
        value = .unset
    }

    override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        visit(value)
    }
}

/// A function or lambda written in a cell.
public final class CellFunction: Object {
    let code: Code
    /// By parameter; ``Value/unset`` for required ones.
    var defaults: ContiguousArray<Value>
    /// The cells of enclosing functions' variables.
    var closure: ContiguousArray<Value>
    public internal(set) var name: String
    public internal(set) var qualifiedName: String
    var doc: Value
    /// Of parameters and of the result, by name; nil while there are none.
    var annotations: Dict?

    init(_ code: Code, defaults: ContiguousArray<Value>, closure: ContiguousArray<Value>, doc: String?) {
        self.code = code
        self.defaults = defaults
        self.closure = closure
        name = code.name
        qualifiedName = code.qualifiedName
        self.doc = doc.map { .string($0) } ?? .none
        super.init(type: types.function)
    }

    deinit {
        Object.release(&closure)
        Object.release(&defaults)
    }

    public override func surrender(into pending: inout [Value]) {
        super.surrender(into: &pending)
        pending.append(contentsOf: closure)
        pending.append(contentsOf: defaults)
        if let annotations { pending.append(.object(annotations)) }
        annotations = nil
        closure = []
        defaults = []
    }

    public override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        closure.withUnsafeMutableBufferPointer { $0.forEach(visit) }
        defaults.withUnsafeMutableBufferPointer { $0.forEach(visit) }
        visit(doc)
        if let annotations { visit(.object(annotations)) }
    }
}

/// A function together with the object it was taken from.
public final class BoundMethod: Object {
    public let receiver: Value
    public let function: Value

    public init(_ receiver: Value, _ function: Value) {
        self.receiver = receiver
        self.function = function
        super.init(type: types.method)
    }

    public override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        visit(receiver)
        visit(function)
    }
}
