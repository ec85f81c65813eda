/// Walks a module and notes in which scope each name is read, bound or declared. On the way it
/// rejects what is grammatical but has no meaning at its place.
struct SymbolCollector {
    var tables: [SymbolTable] = []
    private var filled: [SymbolTable?]
    var scope: ScopeID = 0
    /// Loops around the current statement, within the current function or class.
    var loopDepth = 0
    /// Within the iterable of a comprehension's `for`, where `:=` is not allowed.
    var iterableDepth = 0

    private let source: Source

    init(_ module: Module) {
        source = module.source
        filled = Array(repeating: nil, count: module.scopeCount)
    }

    mutating func collect(_ module: Module) throws(SyntaxError) {
        filled[0] = SymbolTable(
            kind: .module, name: "<module>", qualifiedName: "<module>", parent: nil)
        try checkFutureImports(module)
        try visit(module.statements)
        tables = filled.map { table in
            guard let table else { preconditionFailure("the parser numbers scopes without gaps") }
            return table
        }
    }

    var table: SymbolTable {
        get {
            guard let table = filled[scope] else { preconditionFailure("the scope was entered") }
            return table
        }
        _modify {
            guard var table = filled[scope] else { preconditionFailure("the scope was entered") }
            filled[scope] = nil
            yield &table
            filled[scope] = table
        }
    }

    func kind(of scope: ScopeID) -> Scope.Kind { filled[scope]?.kind ?? .module }
    func parent(of scope: ScopeID) -> ScopeID? { filled[scope]?.parent }
    func uses(of name: String, in scope: ScopeID) -> SymbolUse { filled[scope]?.uses[name] ?? [] }

    mutating func note(_ name: String, _ use: SymbolUse, in scope: ScopeID) {
        filled[scope]?.note(name, use)
    }

    /// A definition's name as written; that of a method may be mangled for look-up.
    func writtenName(_ identifier: Identifier) -> String {
        identifier.text.hasPrefix("_") ? source.text(in: identifier.range) : identifier.text
    }

    /// Runs `body` with `id` as the current scope.
    mutating func enter(
        _ id: ScopeID, _ kind: Scope.Kind, name: String,
        body: (inout SymbolCollector) throws(SyntaxError) -> Void
    ) throws(SyntaxError) {
        let outer = table
        let isGlobal = outer.uses[name]?.contains(.global) == true
        let qualifiedName =
            switch outer.kind {
            case .module: name
            case _ where isGlobal && kind != .lambda: name
            case .class, .comprehension: "\(outer.qualifiedName).\(name)"
            case .function, .lambda: "\(outer.qualifiedName).<locals>.\(name)"
            }
        filled[id] = SymbolTable(
            kind: kind, name: name, qualifiedName: qualifiedName, parent: scope)
        let saved = (scope, loopDepth)
        scope = id
        loopDepth = 0
        try body(&self)
        (scope, loopDepth) = saved
    }

    mutating func read(_ identifier: Identifier) {
        table.occurrences.append((identifier.occurrence, identifier.text))
        table.note(identifier.text, .read)
        // `super()` finds the class it stands in through this variable.
        if identifier.text == "super", table.kind != .module, table.kind != .class {
            table.note("__class__", .read)
        }
    }

    mutating func bind(_ identifier: Identifier, _ use: SymbolUse = .bound) throws(SyntaxError) {
        let name = identifier.text
        if name == "__debug__" {
            throw SyntaxError("cannot assign to __debug__", range: identifier.range)
        }
        table.occurrences.append((identifier.occurrence, name))
        if use.contains(.parameter), table.uses[name]?.contains(.parameter) == true {
            throw SyntaxError(
                "duplicate argument '\(name)' in function definition", range: identifier.range)
        }
        table.note(name, use)
    }

    /// `global` and `nonlocal` come before any use of the name in their scope.
    mutating func declare(_ names: [Identifier], _ use: SymbolUse) throws(SyntaxError) {
        let word = use == .global ? "global" : "nonlocal"
        for identifier in names {
            let name = identifier.text
            let before = table.uses[name] ?? []
            let problem: String? =
                if before.contains(.parameter) {
                    "name '\(name)' is parameter and \(word)"
                } else if before.contains(.read) {
                    "name '\(name)' is used prior to \(word) declaration"
                } else if before.contains(.annotated) {
                    "annotated name '\(name)' can't be \(word)"
                } else if before.contains(.bound) {
                    "name '\(name)' is assigned to before \(word) declaration"
                } else if use == .nonlocal, table.kind == .module {
                    "nonlocal declaration not allowed at module level"
                } else if before.union(use).isSuperset(of: [.global, .nonlocal]) {
                    "name '\(name)' is nonlocal and global"
                } else { nil }
            if let problem { throw SyntaxError(problem, range: identifier.range) }
            table.occurrences.append((identifier.occurrence, name))
            table.note(name, use)
            if use == .nonlocal { table.nonlocalRanges[name] = identifier.range }
        }
    }

    private static let futureFeatures: Set<String> = [
        "nested_scopes", "generators", "division", "absolute_import", "with_statement",
        "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
    ]

    /// `from __future__ import …` stands before everything but a docstring.
    private func checkFutureImports(_ module: Module) throws(SyntaxError) {
        var isAtHead = true
        for (index, statement) in module.statements.enumerated() {
            if case .importFrom(let from) = statement.kind, from.path == ["__future__"],
                from.level == 0
            {
                guard isAtHead else {
                    throw SyntaxError(
                        "from __future__ imports must occur at the beginning of the file",
                        range: statement.range)
                }
                guard case .listed(let names) = from.names else {
                    throw SyntaxError("future feature * is not defined", range: statement.range)
                }
                for name in names where !Self.futureFeatures.contains(name.name) {
                    throw SyntaxError(
                        name.name == "braces"
                            ? "not a chance" : "future feature \(name.name) is not defined",
                        range: name.range)
                }
                continue
            }
            if index == 0, case .expression(let value) = statement.kind, case .string = value.kind {
                continue
            }
            isAtHead = false
        }
    }
}
