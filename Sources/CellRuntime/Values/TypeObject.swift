internal import CellSyntax
internal import Display

/// A class, native or written in a cell.
///
/// Native classes are shared by all interpreters, so they never change once declared. A class written in a cell lives as
/// long as its interpreter.
public final class TypeObject: Object, @unchecked Sendable {
    public let name: String
    /// Such as `outer.<locals>.Name`.
    public internal(set) var qualifiedName: String
    /// Such as `builtins`, `__main__` or `fastai.learner`.
    public internal(set) var module: String
    public let doc: String?
    /// Of several bases the one whose instances decide what instances of this class are made of.
    public let base: TypeObject?
    /// As written in the `class` statement.
    public let bases: [TypeObject]
    /// This class and the ones it derives from, in the order of look-up.
    public private(set) var mro: [TypeObject] = []
    /// Written in a cell, so that it may be changed.
    public let isCellClass: Bool
    /// What the class itself defines.
    public internal(set) var namespace: Dict
    /// Whether instances may take attributes.
    public internal(set) var allowsAttributes: Bool
    /// Whether cells may derive classes from it.
    public internal(set) var isBase = true
    /// One of ``BuiltinTypes``, whose instances the interpreter knows without asking for special methods.
    public internal(set) var isBuiltin = false
    /// Which class of the interpreter's own it is, for quick tests.
    public internal(set) var instanceKind = Kind.other
    /// Whether instances are classes.
    public let isMetaclass: Bool
    /// The only attributes that instances may have, where `__slots__` says so.
    var slots: Set<String>?
    /// Whether instances hold other values, so that releasing one may release many.
    public internal(set) var isContainer = false

    /// Makes an instance from a call's arguments, as Python's `__new__` does for values that do not change.
    var constructor: NativeFunction?
    /// Makes an empty instance that `__init__` then fills.
    var allocator: (() -> Object)?
    /// Where a class written in a cell stands.
    var definition: (source: Source, range: SourceRange)?
    /// How a notebook shows an instance, where `repr` would say too little.
    var display: ((Value, Interpreter) throws(Raise) -> DisplayEvent?)?

    /// The special methods as found along ``mro``, by ``SpecialName``.
    private(set) var specials: ContiguousArray<Value>
    private(set) var subclasses: [TypeObject] = []
    /// Grows with every change, for caches of look-ups.
    private(set) var version = 0

    init(
        _ name: String, qualifiedName: String? = nil, module: String = "builtins", doc: String? = nil,
        base: TypeObject?, bases: [TypeObject]? = nil, mro: [TypeObject]? = nil, isCellClass: Bool = false,
        namespace: Dict? = nil, metatype: TypeObject? = nil
    ) {
        self.name = name
        self.qualifiedName = qualifiedName ?? name
        self.module = module
        self.doc = doc
        self.base = base
        self.bases = bases ?? (base.map { [$0] } ?? [])
        isMetaclass = base?.isMetaclass == true || base != nil && name == "type"
        self.isCellClass = isCellClass
        self.namespace = namespace ?? Dict(metatype: nil)
        allowsAttributes = isCellClass || base?.allowsAttributes == true
        // `object` makes plain instances only.
        constructor = base?.base == nil ? nil : base?.constructor
        allocator = base?.allocator
        display = base?.display
        isContainer = isCellClass || base?.isContainer == true
        specials = ContiguousArray(repeating: .unset, count: SpecialName.allCases.count)
        super.init(metatype: metatype)
        self.mro = [self] + (mro ?? base?.mro ?? [])
        if let base { specials = base.specials }
        if isCellClass { for base in self.bases { base.subclasses.append(self) } }
        for name in SpecialName.allCases {
            specials[name.rawValue] =
                self.bases.count > 1 ? findSpecial(name) : namespace?.get(name.str) ?? special(name)
        }
    }

    /// Whether it is `other` or derives from it.
    public func isSubclass(of other: TypeObject) -> Bool {
        for candidate in mro where candidate === other { return true }
        return false
    }

    /// What the class or a class above defines under a name.
    public func lookup(_ name: Str) -> Value? {
        for type in mro { if let value = type.namespace.get(name) { return value } }
        return nil
    }

    public func lookup(_ name: String) -> Value? { lookup(Str(name)) }

    /// A special method; unset where there is none.
    @inline(__always)
    func special(_ name: SpecialName) -> Value { specials[name.rawValue] }

    func has(_ name: SpecialName) -> Bool {
        let value = specials[name.rawValue]
        return !value.isUnset && !value.isNone
    }

    /// Sets or (with nil) removes what the class defines under a name.
    func define(_ name: Str, _ value: Value?) {
        if let value { namespace.set(name, value) } else { namespace.remove(name) }
        namespaceChanged(name)
    }

    private func namespaceChanged(_ name: Str) {
        version += 1
        let special = SpecialName(text: name.text)
        // The interpreter knows what its own classes do; only their `__init__` is looked up.
        if let special, !isBuiltin || special == .`init` && base != nil {
            specials[special.rawValue] = findSpecial(special)
        }
        for subclass in subclasses { subclass.namespaceChanged(name) }
    }

    /// Built-in classes that the evaluator treats specially.
    public enum Kind: UInt8, Sendable {
        case other, str, list, tuple, dict, range, function, builtin, method, type
    }

    /// Whether the Swift class of instances has no attributes of its own to set.
    var nativeIsPlain: Bool { nativeBase === types.object }

    /// A special method along ``mro``, those of the interpreter's own classes left out.
    private func findSpecial(_ name: SpecialName) -> Value {
        for type in mro {
            if type.isBuiltin {
                if type.base != nil, let known = type.namespace.get(name.str) {
                    return name == .`init` ? known : .unset
                }
                if type.base != nil, Self.valueMethods.contains(name) { return .unset }
            } else if let value = type.namespace.get(name.str) {
                return value
            }
        }
        return .unset
    }

    /// What the interpreter does for each of its own classes of values.
    private static let valueMethods: Set<SpecialName> = [.hash, .eq, .ne, .repr, .format]

    /// A class's own order of look-up: every class before its bases, these in the order given (C3).
    /// - Returns: nil when there is no such order.
    static func linearization(of bases: [TypeObject]) -> [TypeObject]? {
        var lists = bases.map(\.mro) + [bases]
        var result: [TypeObject] = []
        while true {
            lists.removeAll(where: \.isEmpty)
            guard !lists.isEmpty else { return result }
            let next = lists.lazy.map { $0[0] }.first { candidate in
                !lists.contains { $0.dropFirst().contains { $0 === candidate } }
            }
            guard let next else { return nil }
            result.append(next)
            for index in lists.indices where lists[index][0] === next { lists[index].removeFirst() }
        }
    }

    /// The nearest native class at or above this one: the one whose Swift class instances have.
    public var nativeBase: TypeObject {
        var type = self
        while type.isCellClass, let base = type.base { type = base }
        return type
    }
}
