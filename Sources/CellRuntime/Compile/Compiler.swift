internal import BigInt
internal import CellSyntax

/// Turns a parsed and resolved module into nodes that run.
final class Compiler {
    let cell: Interpreter
    let source: Source
    let resolution: Resolution
    /// After `from __future__ import annotations`, annotations are text.
    private(set) var postponesAnnotations = false

    init(_ source: Source, _ resolution: Resolution, _ cell: Interpreter) {
        self.source = source
        self.resolution = resolution
        self.cell = cell
    }

    /// A module's code, and the expression whose value is shown.
    func compile(_ module: Module) -> (code: Code, echo: Node?) {
        let code = Code(
            resolution.scopes[0], source: source, range: 0..<source.utf8.count,
            signature: Signature(names: [], positional: 0), cell: cell)
        let scope = ScopeCompiler(self, code, resolution.scopes[0])
        postponesAnnotations = module.statements.contains { statement in
            guard case .importFrom(let from) = statement.kind, from.path == ["__future__"],
                case .listed(let names) = from.names
            else { return false }
            return names.contains { $0.name == "annotations" }
        }
        // A magic that ends a cell shows its value too, as in `%time f()`.
        var magic: LineMagic?
        if case .magic(let last)? = module.statements.last?.kind { magic = last }
        let isShown = module.echoed != nil || magic != nil
        code.body = scope.block(Array(module.statements.dropLast(isShown ? 1 : 0)), range: code.range)
        var echo = module.echoed.map { scope.compile($0) }
        if let magic, let range = module.statements.last?.range {
            echo = MagicNode(code, range, magic, isValue: false)
        }
        code.frameSize = scope.frameSize
        return (code, echo)
    }
}

/// Compiles one function, class body or module, with the comprehensions in it.
final class ScopeCompiler {
    let compiler: Compiler
    let code: Code
    let isGenerator: Bool
    let isClass: Bool
    /// With temporaries.
    private(set) var frameSize: Int
    private var nextTemporary: Int
    /// Where the names of the innermost scope, a comprehension perhaps, lie in the frame.
    private(set) var map: ScopeMap
    /// Where a class body's names are kept.
    let namespaceIndex: Int
    /// In a generator, statements that have to come before the one being compiled.
    var emitted: [Node] = []

    struct ScopeMap {
        let scope: Scope
        let locals: Int
        let cells: Int
        let free: [Int]
    }

    var cell: Interpreter { compiler.cell }

    init(_ compiler: Compiler, _ code: Code, _ scope: Scope) {
        self.compiler = compiler
        self.code = code
        isGenerator = scope.isGenerator
        isClass = scope.kind == .class
        map = ScopeMap(
            scope: scope, locals: 0, cells: code.cellBase, free: Array(code.freeBase..<code.freeBase + scope.free.count)
        )
        namespaceIndex = code.frameSize
        nextTemporary = code.frameSize + (isClass ? 1 : 0)
        frameSize = nextTemporary
    }

    // MARK: The frame

    func temporary() -> Int { temporaries(1) }

    private func temporaries(_ count: Int) -> Int {
        defer {
            nextTemporary += count
            frameSize = max(frameSize, nextTemporary)
        }
        return nextTemporary
    }

    /// Compiles something whose temporaries are free again afterwards.
    private func withTemporaries<Result>(_ body: () -> Result) -> Result {
        let before = nextTemporary
        defer { nextTemporary = before }
        return body()
    }

    /// Where the cells lie that an inner function takes over.
    func captures(_ scope: Scope) -> [Int] {
        scope.free.map { variable in
            switch variable.origin {
            case .cell(let index): map.cells + index
            case .free(let index): map.free[index]
            default: preconditionFailure("free variables come from cells")
            }
        }
    }

    // MARK: Names

    func name(_ identifier: Identifier) -> Node {
        let range = identifier.range
        let text = identifier.text
        switch compiler.resolution.slot(of: identifier) {
        case .local(let index): return LocalNode(code, range, map.locals + index)
        case .cell(let index): return CellNode(code, range, map.cells + index, name: text, isFree: false)
        case .free(let index): return CellNode(code, range, map.free[index], name: text, isFree: true)
        case .global: return global(text, range)
        case .className:
            return ClassNameNode(
                code, range, cell.intern(text), namespaceIndex: namespaceIndex, otherwise: global(text, range))
        case .classFree(let index):
            return ClassNameNode(
                code, range, cell.intern(text), namespaceIndex: namespaceIndex,
                otherwise: CellNode(code, range, map.free[index], name: text, isFree: true))
        }
    }

    private func global(_ name: String, _ range: SourceRange) -> GlobalNode {
        GlobalNode(code, range, cell.globals.variable(cell.intern(name)))
    }

    // MARK: Functions

    func function(_ definition: FunctionDefinition, range: SourceRange) -> Node {
        let node = function(
            definition.parameters, definition.scope, range: range, doc: definition.docstring,
            returns: definition.returns
        ) { inner in
            let statements = definition.docstring == nil ? definition.body[...] : definition.body.dropFirst()
            return inner.block(Array(statements), range: range)
        }
        guard !definition.decorators.isEmpty else { return node }
        return DecoratedNode(code, range, definition.decorators.map { compile($0) }, node)
    }

    func lambda(_ lambda: Lambda, range: SourceRange) -> Node {
        function(lambda.parameters, lambda.scope, range: range, doc: nil) { inner in
            inner.statement { ReturnNode(inner.code, lambda.body.range, inner.compile(lambda.body)) }
        }
    }

    private func function(
        _ parameters: Parameters, _ id: ScopeID, range: SourceRange, doc: String?, returns: Expression? = nil,
        body: (ScopeCompiler) -> Node
    ) -> Node {
        let ordered = parameters.inSlotOrder
        let signature = Signature(
            names: ordered.map(\.name.text), positionalOnly: parameters.positionalOnly.count,
            positional: parameters.positionalOnly.count + parameters.positional.count,
            keywordOnly: parameters.keywordOnly.count, hasVariadic: parameters.variadic != nil,
            hasKeywords: parameters.keywords != nil)
        let scope = compiler.resolution.scopes[id]
        let inner = Code(scope, source: compiler.source, range: range, signature: signature, cell: cell)
        inner.shownDefaults = ContiguousArray(ordered.map { $0.default.map { compiler.source.text(in: $0.range) } })
        let innerScope = ScopeCompiler(compiler, inner, scope)
        inner.body = body(innerScope)
        inner.frameSize = innerScope.frameSize
        let written =
            parameters.positionalOnly + parameters.positional + [parameters.variadic].compactMap(\.self)
            + parameters.keywordOnly + [parameters.keywords].compactMap(\.self)
        var annotations: [(Str, AnnotationNode)] = written.compactMap { parameter in
            parameter.annotation.map { (cell.intern(parameter.name.text), annotation($0)) }
        }
        if let returns { annotations.append((cell.intern("return"), annotation(returns))) }
        return FunctionNode(
            code, range, inner, defaults: ordered.map { $0.default.map { compile($0) } }, annotations: annotations,
            captures: captures(scope), doc: doc)
    }

    func classDefinition(_ definition: ClassDefinition, range: SourceRange) -> Node {
        let scope = compiler.resolution.scopes[definition.scope]
        let body = Code(
            scope, source: compiler.source, range: range, signature: Signature(names: [], positional: 0), cell: cell)
        let inner = ScopeCompiler(compiler, body, scope)
        let statements = definition.docstring == nil ? definition.body[...] : definition.body.dropFirst()
        body.body = inner.block(Array(statements), range: range)
        body.frameSize = inner.frameSize
        var bases: [DisplayItem] = []
        var keywords: [(String, Node)] = []
        for argument in definition.arguments {
            switch argument {
            case .positional(let value): bases.append(DisplayItem(node: compile(value), isStarred: false))
            case .star(let value): bases.append(DisplayItem(node: compile(value), isStarred: true))
            case .keyword(let name, _, let value): keywords.append((name, compile(value)))
            case .doubleStar: break
            }
        }
        let node = ClassNode(
            code, range, body, bases: bases, keywords: keywords, captures: captures(scope),
            namespaceIndex: inner.namespaceIndex, classCell: scope.cells.firstIndex(of: "__class__"),
            doc: definition.docstring)
        guard !definition.decorators.isEmpty else { return node }
        return DecoratedNode(code, range, definition.decorators.map { compile($0) }, node)
    }

    // MARK: Comprehensions

    func comprehension(_ comprehension: Comprehension, range: SourceRange) -> Node {
        if case .generator(let element) = comprehension.result {
            return generatorExpression(comprehension, element, range: range)
        }
        let iterable = compile(comprehension.clauses[0].iterable)
        return withTemporaries {
            let scope = compiler.resolution.scopes[comprehension.scope]
            let outer = map
            let locals = temporaries(scope.locals.count)
            let cells = temporaries(scope.cells.count)
            map = ScopeMap(scope: scope, locals: locals, cells: cells, free: captures(scope))
            defer { map = outer }
            let clauses = clauses(comprehension, first: iterable)
            let result: ComprehensionNode.Result =
                switch comprehension.result {
                case .list(let element), .generator(let element): .list(compile(element))
                case .set(let element): .set(compile(element))
                case .dictionary(let key, let value): .dictionary(compile(key), compile(value))
                }
            return ComprehensionNode(
                code, range, result, clauses, variables: locals..<cells + scope.cells.count, cells: cells)
        }
    }

    private func clauses(_ comprehension: Comprehension, first: Node) -> ComprehensionNode.Clause {
        func made(_ index: Int) -> ComprehensionNode.Clause {
            let clause = comprehension.clauses[index]
            let iterable = index == 0 ? first : compile(clause.iterable)
            let target = self.target(clause.target)
            let conditions = clause.conditions.map { compile($0) }
            let isLast = index + 1 == comprehension.clauses.count
            return ComprehensionNode.Clause(
                target: target, iterable: iterable, conditions: conditions, next: isLast ? nil : made(index + 1))
        }
        return made(0)
    }

    private func generatorExpression(_ comprehension: Comprehension, _ element: Expression, range: SourceRange) -> Node
    {
        let scope = compiler.resolution.scopes[comprehension.scope]
        let inner = Code(
            scope, source: compiler.source, range: range, signature: Signature(names: [".0"], positional: 1), cell: cell
        )
        let body = ScopeCompiler(compiler, inner, scope)
        inner.body = body.generatorBody(comprehension, element)
        inner.frameSize = body.frameSize
        return GeneratorExpressionNode(
            code, range, inner, iterable: compile(comprehension.clauses[0].iterable), captures: captures(scope))
    }

    private func generatorBody(_ comprehension: Comprehension, _ element: Expression) -> Node {
        var body: Node = YieldNode(code, element.range, compile(element), result: temporary(), state: temporary())
        for (index, clause) in comprehension.clauses.enumerated().reversed() {
            for condition in clause.conditions.reversed() {
                body = ResumableIfNode(code, condition.range, compile(condition), body, nil, state: temporary())
            }
            let iterable = index == 0 ? LocalNode(code, clause.iterable.range, 0) : compile(clause.iterable)
            body = ResumableForNode(
                code, clause.iterable.range, target(clause.target), iterable, body, nil, state: temporary())
        }
        return body
    }
}
