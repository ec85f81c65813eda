internal import CellSyntax

extension ScopeCompiler {
    /// Whether the statement holds a `yield` of this function.
    func yields(_ statement: Statement) -> Bool {
        guard isGenerator else { return false }
        func any(_ expressions: [Expression?]) -> Bool { expressions.contains { $0.map(yields) ?? false } }
        switch statement.kind {
        case .expression(let value): return yields(value)
        case .assign(let targets, let value): return any(targets + [value])
        case .augmentedAssign(let target, _, let value): return any([target, value])
        case .annotatedAssign(let target, _, let value): return any([target, value])
        case .delete(let targets): return any(targets)
        case .return(let value): return any([value])
        case .raise(let error, let cause): return any([error, cause])
        case .assert(let condition, let message): return any([condition, message])
        case .if(let branches, let otherwise):
            return branches.contains { yields($0.condition) || yields($0.body) } || yields(otherwise)
        case .while(let condition, let body, let otherwise):
            return yields(condition) || yields(body) || yields(otherwise)
        case .for(let target, let iterable, let body, let otherwise):
            return any([target, iterable]) || yields(body) || yields(otherwise)
        case .try(let statement):
            return yields(statement.body) || yields(statement.otherwise) || yields(statement.finally)
                || statement.handlers.contains { yields($0.body) || any([$0.type]) }
        case .with(let items, let body): return yields(body) || items.contains { any([$0.context, $0.target]) }
        case .match(let subject, let cases): return any([subject]) || cases.contains { yields($0) }
        case .function(let definition):
            return any(definition.decorators + definition.parameters.inSlotOrder.map(\.default))
        case .class(let definition): return any(definition.decorators + definition.arguments.map(\.value))
        default: return false
        }
    }

    private func yields(_ statements: [Statement]) -> Bool { statements.contains { yields($0) } }

    func block(_ statements: [Statement], range: SourceRange) -> Node {
        var nodes: [Node] = []
        for statement in statements { nodes += compile(statement) }
        if yields(statements) { return ResumableBlockNode(code, range, nodes, state: temporary()) }
        return nodes.count == 1 ? nodes[0] : BlockNode(code, range, nodes)
    }

    private func optionalBlock(_ statements: [Statement], range: SourceRange) -> Node? {
        statements.isEmpty ? nil : block(statements, range: range)
    }

    /// A statement with the ones that its expressions need before it.
    func statement(_ body: () -> Node) -> Node {
        let (before, node) = collecting(body)
        return before.isEmpty ? node : ResumableBlockNode(code, node.range, before + [node], state: temporary())
    }

    func compile(_ statement: Statement) -> [Node] {
        let (before, node) = collecting { plain(statement) }
        return before + [node]
    }

    private func plain(_ statement: Statement) -> Node {
        let range = statement.range
        switch statement.kind {
        case .expression(let value): return compile(value)
        case .assign(let targets, let value):
            let value = compile(value)
            return assignment(targets.map { target($0) }, value, range)
        case .augmentedAssign(let target, let operation, let value): return augmented(target, operation, value, range)
        case .annotatedAssign(let target, let annotation, let value): return annotated(target, annotation, value, range)
        case .delete(let targets): return DeleteNode(code, range, targets.map { target($0) })
        case .pass: return PassNode(code, range)
        case .break: return BreakNode(code, range)
        case .continue: return ContinueNode(code, range)
        case .return(let value): return ReturnNode(code, range, value.map { compile($0) })
        case .raise(let error, let cause):
            return RaiseNode(code, range, error.map { compile($0) }, cause.map { compile($0) })
        case .assert(let condition, let message):
            return AssertNode(code, range, compile(condition), message.map { compile($0) })
        case .global, .nonlocal: return PassNode(code, range)
        case .import(let modules): return importNode(modules, range)
        case .importFrom(let statement): return importNode(statement, range)
        case .function(let definition):
            return assignment([name(definition.name)], function(definition, range: range), range)
        case .class(let definition):
            return assignment([name(definition.name)], classDefinition(definition, range: range), range)
        case .if(let branches, let otherwise): return conditional(branches[...], otherwise, range)
        case .while(let condition, let body, let otherwise): return loop(condition, body, otherwise, range)
        case .for(let target, let iterable, let body, let otherwise):
            let source = compile(iterable)
            let isResumable = yields(body) || yields(otherwise)
            let inner = block(body, range: range)
            let end = optionalBlock(otherwise, range: range)
            if isResumable {
                return ResumableForNode(code, range, self.target(target), source, inner, end, state: temporary())
            }
            return ForNode(code, range, self.target(target), source, inner, end)
        case .try(let statement): return attempt(statement, range)
        case .with(let items, let body): return with(items[...], body, range)
        case .match(let subject, let cases): return match(subject, cases, range)
        case .shell(let command): return shell(command, range, captures: false)
        case .magic(let magic): return MagicNode(code, range, magic, isValue: false)
        case .cellMagic(let magic): return CellMagicNode(code, range, magic)
        case .help(let request): return HelpNode(code, range, request)
        }
    }

    // MARK: Assignment

    private func assignment(_ targets: [Node], _ value: Node, _ range: SourceRange) -> Node {
        guard targets.count == 1 else { return MultipleAssignNode(code, range, targets, value) }
        if let local = targets[0] as? LocalNode { return AssignLocalNode(code, range, local.index, value) }
        return AssignNode(code, range, targets[0], value)
    }

    /// What an expression is as a target.
    func target(_ expression: Expression) -> Node {
        switch expression.kind {
        case .tuple(let items, _), .list(let items, _):
            let star = items.firstIndex { if case .starred = $0.kind { true } else { false } }
            let before = items[..<(star ?? items.count)]
            let after = star.map { items[($0 + 1)...] } ?? []
            return UnpackNode(
                code, expression.range, before: before.map { target($0) }, star: star.map { target(items[$0]) },
                after: after.map { target($0) })
        case .starred(let value, _): return target(value)
        default: return compile(expression)
        }
    }

    private func augmented(
        _ target: Expression, _ operation: BinaryOperator, _ value: Expression, _ range: SourceRange
    ) -> Node {
        var prepare: [Node] = []
        /// A node that gives the same each time, once prepared.
        func fixed(_ expression: Expression) -> Node {
            let node = compile(expression)
            if node is ConstantNode || node is LocalNode && !value.assignsNames { return node }
            let index = temporary()
            prepare.append(StoreNode(code, index, node))
            return TemporaryNode(code, node.range, index)
        }
        let place: Node
        switch target.kind {
        case .attribute(let object, let name, let nameRange, _):
            place = AttributeNode(code, nameRange, fixed(object), cell.intern(name))
        case .subscript(let object, let index, _):
            place = IndexNode(code, target.range, fixed(object), fixed(index))
        default: place = compile(target)
        }
        if yields(value) {
            emitted += prepare
            let old = temporary()
            emitted.append(StoreNode(code, old, place))
            let right = compile(value)
            let left = TemporaryNode(code, target.range, old)
            return AssignNode(code, range, place, InPlaceNode(code, range, left, operation, right))
        }
        return AugmentedAssignNode(code, range, prepare: prepare, place, operation, compile(value))
    }

    private func annotated(
        _ target: Expression, _ annotation: Expression, _ value: Expression?, _ range: SourceRange
    ) -> Node {
        let isKept = isClass || map.scope.kind == .module
        if isKept, case .name(let identifier, _) = target.kind {
            return AnnotatedNameNode(
                code, range, identifier.text, self.annotation(annotation),
                namespaceIndex: isClass ? namespaceIndex : nil,
                assignment: value.map { assignment([self.target(target)], compile($0), range) })
        }
        guard let value else { return PassNode(code, range) }
        let node = compile(value)
        return assignment([self.target(target)], node, range)
    }

    /// What an annotation is when it is read: its value, or its text.
    func annotation(_ expression: Expression) -> AnnotationNode {
        AnnotationNode(
            code, expression.range, compiler.postponesAnnotations ? nil : compile(expression),
            text: compiler.source.text(in: expression.range))
    }

    // MARK: Blocks

    private func conditional(_ branches: ArraySlice<ConditionalBody>, _ otherwise: [Statement], _ range: SourceRange)
        -> Node
    {
        let isResumable = branches.contains { yields($0.condition) || yields($0.body) } || yields(otherwise)
        guard isResumable, let first = branches.first else {
            return IfNode(
                code, range, branches.map { (compile($0.condition), block($0.body, range: range)) },
                optionalBlock(otherwise, range: range))
        }
        let condition = compile(first.condition)
        let then = block(first.body, range: range)
        let rest = branches.dropFirst()
        let end =
            rest.isEmpty
            ? optionalBlock(otherwise, range: range) : self.statement { conditional(rest, otherwise, range) }
        return ResumableIfNode(code, range, condition, then, end, state: temporary())
    }

    private func loop(_ condition: Expression, _ body: [Statement], _ otherwise: [Statement], _ range: SourceRange)
        -> Node
    {
        guard yields(condition) || yields(body) || yields(otherwise) else {
            return WhileNode(
                code, range, compile(condition), block(body, range: range), optionalBlock(otherwise, range: range))
        }
        let (before, test) = collecting { compile(condition) }
        return ResumableWhileNode(
            code, range, prepare: before.isEmpty ? nil : sequence(before, condition.range), test,
            block(body, range: range), optionalBlock(otherwise, range: range), state: temporary())
    }

    private func attempt(_ statement: TryStatement, _ range: SourceRange) -> Node {
        var node = block(statement.body, range: range)
        let isResumable =
            yields(statement.body) || yields(statement.otherwise) || statement.handlers.contains { yields($0.body) }
        if !statement.handlers.isEmpty || !statement.otherwise.isEmpty {
            let handlers = statement.handlers.map { handler in
                Handler(
                    type: handler.type.map { compile($0) }, target: handler.name.map { name($0) },
                    body: block(handler.body, range: handler.range))
            }
            let attempt = TryNode(code, range, node, handlers, optionalBlock(statement.otherwise, range: range))
            node =
                isResumable
                ? ResumableTryNode(code, range, attempt, state: temporary(), caught: temporary()) : attempt
        }
        guard !statement.finally.isEmpty else { return node }
        let cleanup = block(statement.finally, range: range)
        if isResumable || yields(statement.finally) {
            return ResumableFinallyNode(code, range, node, cleanup, state: temporary(), kept: temporary())
        }
        return FinallyNode(code, range, node, cleanup)
    }

    private func with(_ items: ArraySlice<WithItem>, _ body: [Statement], _ range: SourceRange) -> Node {
        guard let first = items.first else { return block(body, range: range) }
        let rest = items.dropFirst()
        let isResumable =
            yields(body) || rest.contains { yields($0.context) || ($0.target.map(yields) ?? false) }
        let context = compile(first.context)
        let target = first.target.map { self.target($0) }
        let inner = self.statement { with(rest, body, range) }
        let node = WithNode(code, range, context, target, inner)
        return isResumable ? ResumableWithNode(code, range, node, state: temporary(), exit: temporary()) : node
    }

    // MARK: Imports

    private func importNode(_ modules: [ImportedModule], _ range: SourceRange) -> Node {
        ImportNode(code, range, modules.map { ($0, name($0.binding)) })
    }

    private func importNode(_ statement: ImportFrom, _ range: SourceRange) -> Node {
        var names: [(ImportFrom.Name, Node)] = []
        if case .listed(let listed) = statement.names { names = listed.map { ($0, name($0.binding)) } }
        return ImportFromNode(code, range, statement, names)
    }

    func shell(_ command: ShellCommand, _ range: SourceRange, captures: Bool) -> Node {
        let parts: [ShellNode.Part] = command.parts.map { part in
            switch part {
            case .text(let text): .text(text)
            case .value(let value): .value(compile(value))
            }
        }
        return ShellNode(code, range, command, parts, captures: captures)
    }
}

extension Expression {
    /// Whether evaluating it may change local variables, by `:=`.
    var assignsNames: Bool {
        if case .walrus = kind { return true }
        var found = false
        kind.forEachChild { if !found { found = $0.assignsNames } }
        return found
    }
}
