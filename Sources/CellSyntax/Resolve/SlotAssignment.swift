/// Turns symbol tables into slots: which names are local, which need cells, and how inner functions
/// reach them.
struct SlotAssignment {
    private let tables: [SymbolTable]
    private var cells: [[String]]
    private var free: [[Scope.FreeVariable]]

    init(tables: [SymbolTable]) throws(SyntaxError) {
        self.tables = tables
        cells = tables.map { _ in [] }
        free = tables.map { _ in [] }
        for scope in tables.indices {
            for name in tables[scope].order { try capture(name, in: scope) }
        }
    }

    /// Makes cells and free variables for a name that belongs to an enclosing function.
    private mutating func capture(_ name: String, in scope: ScopeID) throws(SyntaxError) {
        let table = tables[scope]
        guard let use = table.uses[name], table.kind != .module else { return }
        if use.contains(.nonlocal) {
            guard owner(of: name, above: scope) != nil else {
                throw SyntaxError(
                    "no binding for nonlocal '\(name)' found",
                    range: table.nonlocalRanges[name] ?? 0..<0,
                    hint: "nonlocal means a variable of an enclosing function; "
                        + "for one of the module write: global \(name)")
            }
            addFree(name, to: scope)
        } else if !table.owns(name), !use.contains(.global), owner(of: name, above: scope) != nil {
            addFree(name, to: scope)
        }
    }

    /// The nearest enclosing function that owns the name. Class bodies are passed over, as their
    /// names are no variables for the functions in them, save for the implicit `__class__`.
    private func owner(of name: String, above scope: ScopeID) -> ScopeID? {
        var next = tables[scope].parent
        while let candidate = next {
            let table = tables[candidate]
            switch table.kind {
            case .module:
                return nil
            case .class:
                if name == "__class__" { return candidate }
            case .function, .lambda, .comprehension:
                if table.owns(name) { return candidate }
                if table.uses[name]?.contains(.global) == true { return nil }
            }
            next = table.parent
        }
        return nil
    }

    @discardableResult
    private mutating func addFree(_ name: String, to scope: ScopeID) -> Int {
        if let index = free[scope].firstIndex(where: { $0.name == name }) { return index }
        guard let parent = tables[scope].parent else {
            preconditionFailure("a free variable is owned by a scope above")
        }
        let table = tables[parent]
        let origin: Slot =
            if table.kind == .class ? name == "__class__" : table.owns(name) {
                .cell(addCell(name, to: parent))
            } else {
                .free(addFree(name, to: parent))
            }
        free[scope].append(Scope.FreeVariable(name: name, origin: origin))
        return free[scope].count - 1
    }

    private mutating func addCell(_ name: String, to scope: ScopeID) -> Int {
        if let index = cells[scope].firstIndex(of: name) { return index }
        cells[scope].append(name)
        return cells[scope].count - 1
    }

    func makeScopes() -> [Scope] {
        tables.indices.map { index in
            let table = tables[index]
            var scope = Scope(
                kind: table.kind, name: table.name, qualifiedName: table.qualifiedName,
                parent: table.parent)
            scope.locals = localNames(of: index)
            scope.parameterCount = table.parameterCount
            scope.cells = cells[index]
            scope.free = free[index]
            scope.isGenerator = table.isGenerator
            scope.classCell = free[index].firstIndex { $0.name == "__class__" }
            for (parameter, name) in table.order.prefix(table.parameterCount).enumerated() {
                if let cell = cells[index].firstIndex(of: name) {
                    scope.parameterCells.append(.init(parameter: parameter, cell: cell))
                }
            }
            return scope
        }
    }

    /// The collector notes parameters first, so they come first here.
    private func localNames(of index: ScopeID) -> [String] {
        let table = tables[index]
        guard table.kind != .module, table.kind != .class else { return [] }
        return table.order.enumerated().filter { position, name in
            position < table.parameterCount || table.owns(name) && !cells[index].contains(name)
        }.map(\.element)
    }

    func makeSlots(count: Int) -> [Slot] {
        var slots = [Slot](repeating: .global, count: count)
        for index in tables.indices where tables[index].kind != .module {
            let byName = slotsByName(of: index)
            for (occurrence, name) in tables[index].occurrences {
                slots[occurrence] = byName[name] ?? .global
            }
        }
        return slots
    }

    private func slotsByName(of index: ScopeID) -> [String: Slot] {
        let table = tables[index]
        var slots: [String: Slot] = [:]
        if table.kind == .class {
            for (name, use) in table.uses where !use.contains(.global) { slots[name] = .className }
            for (position, variable) in free[index].enumerated() {
                let isNonlocal = table.uses[variable.name]?.contains(.nonlocal) == true
                slots[variable.name] =
                    if isNonlocal { .free(position) } else if table.owns(variable.name) {
                        .className
                    } else {
                        .classFree(position)
                    }
            }
            return slots
        }
        for (position, name) in localNames(of: index).enumerated() {
            slots[name] = .local(position)
        }
        for (position, name) in cells[index].enumerated() { slots[name] = .cell(position) }
        for (position, variable) in free[index].enumerated() {
            slots[variable.name] = .free(position)
        }
        return slots
    }
}
