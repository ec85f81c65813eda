/// Where a name's value lives, as seen from the scope in which the name occurs.
public enum Slot: Sendable, Hashable {
    /// A local variable of the function, by its index in ``Scope/locals``.
    case local(Int)
    /// A local variable that inner functions use too: a cell made on entry, in ``Scope/cells``.
    case cell(Int)
    /// A variable of an enclosing function, by its index in ``Scope/free``.
    case free(Int)
    /// Looked up by name in the module, then among the built-ins.
    case global
    /// In a class body: looked up by name in the class's namespace, then as `global`. Stores and
    /// deletions touch only the namespace.
    case className
    /// In a class body: the class's namespace first, then the enclosing function's variable.
    case classFree(Int)
}

/// What the resolver found out about one scope.
public struct Scope: Sendable {
    public enum Kind: Sendable, Hashable {
        case module
        case function
        case lambda
        case comprehension
        case `class`
    }

    /// A variable taken over from the enclosing scope when the function object is made.
    public struct FreeVariable: Sendable, Hashable {
        public let name: String
        /// Where the enclosing scope holds it: always `.cell` or `.free`.
        public let origin: Slot
        public init(name: String, origin: Slot) {
            self.name = name
            self.origin = origin
        }
    }

    public let kind: Kind
    /// `f`, `<lambda>`, `<listcomp>`; `<module>` for the module.
    public let name: String
    /// Such as `outer.<locals>.f`.
    public let qualifiedName: String
    /// The scope that this one is written in; nil for the module.
    public let parent: ScopeID?
    /// Names of the local slots: first the parameters in slot order (see
    /// ``Parameters/inSlotOrder``; a comprehension has one, `.0`, the first iterable's iterator),
    /// then the others by first appearance. A parameter that inner functions use keeps its slot
    /// here beside its cell.
    public internal(set) var locals: [String] = []
    public internal(set) var parameterCount = 0
    /// Names of the cells. A class has at most `__class__`, to be filled with the class once made.
    public internal(set) var cells: [String] = []
    /// Parameters whose value is to be put into a cell on entry.
    public internal(set) var parameterCells: [ParameterCell] = []
    public internal(set) var free: [FreeVariable] = []
    /// Whether the body holds a `yield`, so that a call makes a generator. Also set for a generator
    /// expression.
    public internal(set) var isGenerator = false
    /// The index in ``free`` of `__class__`, which `super()` without arguments needs.
    public internal(set) var classCell: Int?

    /// A parameter's local slot, and the cell that takes its value over.
    public struct ParameterCell: Sendable, Hashable {
        public let parameter: Int
        public let cell: Int
        public init(parameter: Int, cell: Int) {
            self.parameter = parameter
            self.cell = cell
        }
    }
}

/// The resolver's result: where every name of a module lives.
public struct Resolution: Sendable {
    /// By ``ScopeID``; the module's own comes first.
    public internal(set) var scopes: [Scope]
    var slots: [Slot]

    /// Where this occurrence of a name lives, seen from the scope it stands in. For parameters: the
    /// local slot or, if inner functions use it, the cell.
    public func slot(of identifier: Identifier) -> Slot { slots[identifier.occurrence] }
}
