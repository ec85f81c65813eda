internal import CellSyntax

/// `import a.b as c`
final class ImportNode: Node {
    let modules: [(ImportedModule, Node)]

    init(_ code: Code, _ range: SourceRange, _ modules: [(ImportedModule, Node)]) {
        self.modules = modules
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        for (module, target) in modules {
            do throws(Raise) {
                let whole = try cell.importModule(module.path)
                let bound = module.hasAlias ? whole : try cell.importModule(Array(module.path.prefix(1)))
                try target.assign(f, .object(bound))
            } catch {
                throw placed(error, module.range)
            }
        }
        return .normal
    }
}

/// `from a import b as c`, `from a import *`
final class ImportFromNode: Node {
    let statement: ImportFrom
    let names: [(ImportFrom.Name, Node)]

    init(_ code: Code, _ range: SourceRange, _ statement: ImportFrom, _ names: [(ImportFrom.Name, Node)]) {
        self.statement = statement
        self.names = names
        super.init(code, range)
    }

    override func execute(_ f: Frame) throws(Raise) -> Completion {
        let module: ModuleObject
        do throws(Raise) {
            guard statement.level == 0 else {
                throw Raise.importError("attempted relative import with no known parent package")
            }
            module = try cell.importModule(statement.path)
        } catch {
            throw placed(error, statement.pathRange)
        }
        if case .all = statement.names {
            importAll(module)
            return .normal
        }
        for (name, target) in names {
            do throws(Raise) {
                try target.assign(f, cell.member(name.name, of: module))
            } catch {
                throw placed(error, name.range)
            }
        }
        return .normal
    }

    private func importAll(_ module: ModuleObject) {
        let listed = module.attributes?["__all__"]?.object as? List
        let wanted = listed.map { Set($0.items.compactMap(\.text)) }
        for (key, value) in module.attributes ?? Dict() {
            guard let name = key.text else { continue }
            if wanted?.contains(name) ?? !name.hasPrefix("_") { cell.globals.set(cell.intern(name), value) }
        }
    }
}

extension Interpreter {
    /// A module, made when it is first imported; the packages it is in know it from then on.
    public func importModule(_ path: [String]) throws(Raise) -> ModuleObject {
        let name = path.joined(separator: ".")
        if let known = importedModules[name] { return known }
        let hasParts = modules.modules.keys.contains { $0.hasPrefix(name + ".") }
        guard modules.modules[name] != nil || hasParts else { throw noModule(path) }
        // A package may import its own parts while it is made.
        let isInside = modulesBeingMade.contains(path.dropLast().joined(separator: "."))
        let parent = path.count > 1 && !isInside ? try importModule(path.dropLast()) : nil
        if let known = importedModules[name] { return known }
        modulesBeingMade.insert(name)
        defer { modulesBeingMade.remove(name) }
        let module = try modules.modules[name]?.make(self) ?? ModuleObject(name, doc: "", attributes: Dict())
        importedModules[name] = module
        if let parent, let last = path.last { parent.attributes?.set(intern(last), .object(module)) }
        return module
    }

    func member(_ name: String, of module: ModuleObject) throws(Raise) -> Value {
        if let value = module.attributes?.get(intern(name)) { return value }
        if modules.modules["\(module.name).\(name)"] != nil {
            return .object(try importModule((module.name.split(separator: ".").map(String.init)) + [name]))
        }
        let near = module.attributes?.keys.compactMap(\.text) ?? []
        let error = Raise(
            exceptions.importError, "cannot import name '\(name)' from '\(module.name)'",
            hint: Diagnostic.suggestion(for: name, among: near))
        error.exception.subject = name
        throw error
    }

    private func noModule(_ path: [String]) -> Raise {
        for length in 1...path.count {
            let part = path.prefix(length).joined(separator: ".")
            let isKnown = modules.modules.keys.contains { $0 == part || $0.hasPrefix(part + ".") }
            if isKnown { continue }
            let isWhole = length == 1
            let packageName = path.prefix(length - 1).joined(separator: ".")
            let message = "No module named '\(path.joined(separator: "."))'"
            let hint =
                Diagnostic.suggestion(for: part, among: modules.names)
                ?? "what can be imported is what Nuthatch brings; there is no package installation"
            let isPlainModule = !isWhole && !modules.modules.keys.contains { $0.hasPrefix(packageName + ".") }
            let error = Raise(
                exceptions.moduleNotFoundError,
                isPlainModule ? message + "; '\(packageName)' is not a package" : "No module named '\(part)'",
                hint: hint)
            error.exception.subject = path.joined(separator: ".")
            return error
        }
        return .importError("No module named '\(path.joined(separator: "."))'")
    }
}
