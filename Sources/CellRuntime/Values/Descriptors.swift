/// A `property` made in a cell or declared by a native class.
public final class PropertyObject: Object {
    public let getter: Value
    public let setter: Value
    public let deleter: Value
    let doc: Value

    public init(getter: Value, setter: Value = .none, deleter: Value = .none, doc: Value = .none) {
        self.getter = getter
        self.setter = setter
        self.deleter = deleter
        self.doc = doc
        super.init(type: types.property)
    }

    public override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        for value in [getter, setter, deleter, doc] { visit(value) }
    }
}

public final class StaticMethod: Object {
    public let function: Value

    public init(_ function: Value) {
        self.function = function
        super.init(type: types.staticMethod)
    }

    public override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        visit(function)
    }
}

public final class ClassMethod: Object {
    public let function: Value

    public init(_ function: Value) {
        self.function = function
        super.init(type: types.classMethod)
    }

    public override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        visit(function)
    }
}

/// What `super()` gives: attributes looked up past a class.
final class SuperObject: Object {
    let owner: TypeObject
    let receiver: Value
    /// The class whose order of look-up is followed.
    let start: TypeObject

    init(owner: TypeObject, receiver: Value, start: TypeObject) {
        self.owner = owner
        self.receiver = receiver
        self.start = start
        super.init(type: types.superType)
    }
}

/// An instance of a class written in a cell that derives from no native class with storage of its own.
public final class Instance: Object {
    public override init(type: TypeObject) { super.init(type: type) }

    deinit {
        // Attributes are released by their dictionary, which takes chains apart.
    }
}

/// An imported module.
public final class ModuleObject: Object {
    public let name: String
    public let doc: String

    public init(_ name: String, doc: String, attributes: Dict) {
        self.name = name
        self.doc = doc
        super.init(type: types.module)
        self.attributes = attributes
    }
}
