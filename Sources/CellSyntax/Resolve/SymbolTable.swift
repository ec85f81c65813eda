/// How one scope uses a name.
struct SymbolUse: OptionSet {
    let rawValue: UInt8
    static let read = SymbolUse(rawValue: 1)
    static let bound = SymbolUse(rawValue: 2)
    static let parameter = SymbolUse(rawValue: 4)
    static let global = SymbolUse(rawValue: 8)
    static let nonlocal = SymbolUse(rawValue: 16)
    static let annotated = SymbolUse(rawValue: 32)
    /// The target of a comprehension's `for`.
    static let iteration = SymbolUse(rawValue: 64)
}

/// The names of one scope while the tree is walked.
struct SymbolTable {
    let kind: Scope.Kind
    let name: String
    let qualifiedName: String
    let parent: ScopeID?
    var uses: [String: SymbolUse] = [:]
    /// Names by first appearance, which decides about the order of slots.
    var order: [String] = []
    var parameterCount = 0
    var isGenerator = false
    var occurrences: [(occurrence: Int, name: String)] = []
    /// For `nonlocal` names: where they are declared, for the error message.
    var nonlocalRanges: [String: SourceRange] = [:]

    mutating func note(_ name: String, _ use: SymbolUse) {
        if uses[name] == nil { order.append(name) }
        uses[name, default: []].formUnion(use)
    }

    /// Whether the name is a variable of this very scope.
    func owns(_ name: String) -> Bool {
        guard let use = uses[name] else { return false }
        return !use.isDisjoint(with: [.bound, .parameter])
            && use.isDisjoint(with: [.global, .nonlocal])
    }
}
