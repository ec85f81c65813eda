extension Resolution {
    /// Decides for every name of a module where it lives, as CPython's symbol table does.
    ///
    /// - Throws: ``SyntaxError`` for what is wrong with names or with places: a `nonlocal` without
    /// a
    ///   binding, `return` outside a function, two starred targets, and so on.
    public init(of module: Module) throws(SyntaxError) {
        var collector = SymbolCollector(module)
        try collector.collect(module)
        let assignment = try SlotAssignment(tables: collector.tables)
        scopes = assignment.makeScopes()
        slots = assignment.makeSlots(count: module.identifierCount)
    }
}
