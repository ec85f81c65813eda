internal import CellSyntax
internal import Display
internal import Synchronization

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
    /// The bases, where there are several.
    private let severalBases: [TypeObject]
    /// The classes that it derives from in the order of look-up, where there are several bases.
    private let ancestors: [TypeObject]
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
    /// Classes of cells that derive from this one of a cell; they remove themselves.
    private(set) var subclasses: [Unmanaged<TypeObject>] = []
    /// Another number after every change, unlike that of any other class that is or was: what a cache of look-ups compares.
    private(set) var version = TypeObject.nextVersion()

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
        let hasSeveral = (bases?.count ?? 0) > 1
        severalBases = hasSeveral ? bases ?? [] : []
        ancestors = hasSeveral ? mro ?? [] : []
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
        if isMetaclass { instanceKind = .type }
        if let base { specials = base.specials }
        for base in self.bases where base.isCellClass { base.subclasses.append(.passUnretained(self)) }
        for name in SpecialName.allCases {
            specials[name.rawValue] =
                hasSeveral ? findSpecial(name) : namespace?.get(name.str) ?? special(name)
        }
    }

    deinit {
        let own = Unmanaged.passUnretained(self).toOpaque()
        for base in bases where base.isCellClass { base.subclasses.removeAll { $0.toOpaque() == own } }
    }

    /// This class and the ones it derives from, in the order of look-up.
    public var mro: [TypeObject] {
        var result: [TypeObject] = []
        forEachInOrder { result.append($0) }
        return result
    }

    /// As written in the `class` statement.
    public var bases: [TypeObject] { severalBases.isEmpty ? base.map { [$0] } ?? [] : severalBases }

    private func forEachInOrder(_ visit: (TypeObject) -> Void) {
        var next: TypeObject? = self
        while let type = next {
            visit(type)
            if !type.ancestors.isEmpty { return type.ancestors.forEach(visit) }
            next = type.base
        }
    }

    public override func surrender(into pending: inout [Value]) {
        super.surrender(into: &pending)
        pending.append(.object(namespace))
        namespace = Dict()
        specials.withUnsafeMutableBufferPointer { values in
            for index in values.indices {
                pending.append(values[index])
                values[index] = .unset
            }
        }
    }

    public override func forEachReference(_ visit: (Value) -> Void) {
        super.forEachReference(visit)
        guard isCellClass else { return }
        visit(.object(namespace))
        if let base { visit(.object(base)) }
        for base in severalBases { visit(.object(base)) }
        for type in ancestors { visit(.object(type)) }
        specials.withUnsafeMutableBufferPointer { $0.forEach(visit) }
    }

    /// Whether it is `other` or derives from it.
    public func isSubclass(of other: TypeObject) -> Bool {
        var next: TypeObject? = self
        while let type = next {
            if type === other { return true }
            if !type.ancestors.isEmpty { return type.ancestors.contains { $0 === other } }
            next = type.base
        }
        return false
    }

    /// What the class or a class above defines under a name.
    public func lookup(_ name: Str) -> Value? {
        var next: TypeObject? = self
        while let type = next {
            if let value = type.namespace.get(name) { return value }
            if !type.ancestors.isEmpty {
                for type in type.ancestors { if let value = type.namespace.get(name) { return value } }
                return nil
            }
            next = type.base
        }
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
        version = Self.nextVersion()
        let special = SpecialName(text: name.text)
        // The interpreter knows what its own classes do; only their `__init__` is looked up.
        if let special, !isBuiltin || special == .`init` && base != nil {
            specials[special.rawValue] = findSpecial(special)
        }
        for subclass in subclasses { subclass._withUnsafeGuaranteedRef { $0.namespaceChanged(name) } }
    }

    /// Built-in classes that the evaluator treats specially.
    public enum Kind: UInt8, Sendable {
        case other, str, list, tuple, dict, range, function, builtin, method, type
    }

    /// Whether the Swift class of instances has no attributes of its own to set.
    var nativeIsPlain: Bool { nativeBase === types.object }

    private static let versions = Atomic<Int>(1)

    private static func nextVersion() -> Int { versions.add(1, ordering: .relaxed).newValue }

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
