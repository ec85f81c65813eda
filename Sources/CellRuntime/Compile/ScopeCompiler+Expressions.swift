internal import BigInt
internal import CellSyntax

extension ScopeCompiler {
    /// Whether the expression holds a `yield` of this function, so that it has to be taken apart.
    func yields(_ expression: Expression) -> Bool {
        guard isGenerator else { return false }
        switch expression.kind {
        case .yield, .yieldFrom: return true
        case .lambda, .comprehension: return false
        default:
            var found = false
            expression.kind.forEachChild { if !found { found = yields($0) } }
            return found
        }
    }

    /// Compiles an operand. When the expression around holds a `yield`, everything in it is evaluated in order into
    /// temporaries, by statements that come before.
    private func operand(_ expression: Expression, _ isSplit: Bool) -> Node {
        let node = compile(expression)
        guard isSplit, !(node is ConstantNode), !(node is TemporaryNode) else { return node }
        return stored(node)
    }

    private func stored(_ node: Node) -> Node {
        let index = temporary()
        emitted.append(StoreNode(code, index, node))
        return TemporaryNode(code, node.range, index)
    }

    func compile(_ expression: Expression) -> Node {
        let range = expression.range
        let isSplit = yields(expression)
        func sub(_ child: Expression) -> Node { operand(child, isSplit) }
        switch expression.kind {
        case .none: return ConstantNode(code, range, .none)
        case .boolean(let flag): return ConstantNode(code, range, .bool(flag))
        case .ellipsis: return ConstantNode(code, range, .ellipsis)
        case .integer(let literal): return ConstantNode(code, range, literal.value)
        case .float(let number): return ConstantNode(code, range, .float(number))
        case .string(let text): return ConstantNode(code, range, .object(cell.literal(text)))
        case .bytes(let bytes): return ConstantNode(code, range, .object(Bytes(bytes)))
        case .formatted(let parts): return formatted(parts, range, isSplit)
        case .name(let identifier, _): return name(identifier)
        case .attribute(let object, let name, let nameRange, _):
            return AttributeNode(code, nameRange, sub(object), cell.intern(name))
        case .subscript(let object, let index, _): return IndexNode(code, range, sub(object), sub(index))
        case .slice(let lower, let upper, let step):
            return SliceNode(code, range, lower.map(sub), upper.map(sub), step.map(sub))
        case .starred(let value, _): return sub(value)
        case .tuple(let items, _): return tuple(items, range, isSplit)
        case .list(let items, _): return ListNode(code, range, display(items, isSplit))
        case .set(let items): return SetNode(code, range, display(items, isSplit))
        case .dictionary(let items):
            return DictNode(
                code, range,
                items.map { item in
                    switch item {
                    case .pair(let key, let value): .pair(sub(key), sub(value))
                    case .unpack(let mapping): .unpack(sub(mapping))
                    }
                })
        case .unary(.not, let value): return NotNode(code, range, sub(value))
        case .unary(let operation, let value):
            let operand = sub(value)
            if operation == .negate, let constant = operand as? ConstantNode, let folded = constant.value.negatedLiteral
            {
                return ConstantNode(code, range, folded)
            }
            return UnaryNode(code, range, operation, operand)
        case .binary(let left, let operation, let right):
            return BinaryNode.make(code, range, sub(left), operation, sub(right))
        case .logical(let operation, let operands):
            if isSplit { return splitLogical(operation, operands) }
            return LogicalNode(code, range, isAnd: operation == .and, operands.map { compile($0) })
        case .compare(let first, let rest):
            return comparison(range, sub(first), rest.map { ($0.comparator, sub($0.operand)) })
        case .conditional(let condition, let then, let otherwise):
            if isSplit { return splitConditional(condition, then, otherwise) }
            return ConditionalNode(code, range, compile(condition), compile(then), compile(otherwise))
        case .walrus(let target, let value): return WalrusNode(code, range, name(target), compile(value))
        case .lambda(let lambda): return self.lambda(lambda, range: range)
        case .call(let callee, let arguments): return call(callee, arguments, range, isSplit)
        case .comprehension(let comprehension): return self.comprehension(comprehension, range: range)
        case .yield(let value):
            let result = temporary()
            emitted.append(YieldNode(code, range, value.map { compile($0) }, result: result, state: temporary()))
            return TemporaryNode(code, range, result)
        case .yieldFrom(let value):
            let result = temporary()
            emitted.append(YieldFromNode(code, range, compile(value), result: result, state: temporary()))
            return TemporaryNode(code, range, result)
        case .shell(let command): return shell(command, range, captures: true)
        case .magic(let magic): return MagicNode(code, range, magic, isValue: true)
        }
    }

    private func tuple(_ items: [Expression], _ range: SourceRange, _ isSplit: Bool) -> Node {
        let items = display(items, isSplit)
        let constants = items.compactMap { $0.isStarred ? nil : ($0.node as? ConstantNode)?.value }
        if constants.count == items.count { return ConstantNode(code, range, .tuple(constants)) }
        return TupleNode(code, range, items)
    }

    private func display(_ items: [Expression], _ isSplit: Bool) -> [DisplayItem] {
        items.map { item in
            if case .starred(let value, _) = item.kind {
                return DisplayItem(node: operand(value, isSplit), isStarred: true)
            }
            return DisplayItem(node: operand(item, isSplit), isStarred: false)
        }
    }

    private func formatted(_ parts: [FormattedPart], _ range: SourceRange, _ isSplit: Bool) -> FormattedNode {
        FormattedNode(
            code, range,
            parts.map { part in
                switch part {
                case .literal(let text): return .literal(text)
                case .field(let field):
                    let value = operand(field.value, isSplit)
                    return .field(value, field.conversion, field.format.map { formatted($0, field.range, isSplit) })
                }
            })
    }

    private func comparison(_ range: SourceRange, _ first: Node, _ rest: [(ComparisonOperator, Node)]) -> Node {
        guard rest.count == 1 else { return ChainNode(code, range, first, rest) }
        let (comparison, right) = rest[0]
        switch comparison {
        case .in, .notIn: return ContainsNode(code, range, first, right, isNegated: comparison == .notIn)
        case .is, .isNot: return IdentityNode(code, range, first, right, isNegated: comparison == .isNot)
        default:
            guard let comparator = comparison.comparator else { preconditionFailure("all others are rich comparisons") }
            return CompareNode(code, range, first, comparator, right)
        }
    }

    // MARK: Calls

    private func call(_ callee: Expression, _ arguments: [Argument], _ range: SourceRange, _ isSplit: Bool) -> Node {
        if case .name(let identifier, _) = callee.kind, identifier.text == "super", arguments.isEmpty,
            let index = map.scope.classCell, let global = name(identifier) as? GlobalNode
        {
            return SuperNode(code, range, classIndex: map.free[index], callee: global)
        }
        if case .name(let identifier, _) = callee.kind, identifier.text == "locals", arguments.isEmpty,
            let global = name(identifier) as? GlobalNode
        {
            return LocalsNode(
                code, range, global, namespaceIndex: isClass ? namespaceIndex : nil, isModule: map.scope.kind == .module
            )
        }
        let function = isSplit ? operand(callee, true) : compile(callee)
        let hasStars = arguments.contains {
            switch $0 {
            case .star, .doubleStar: true
            default: false
            }
        }
        // Keyword arguments come last on the stack; where a positional one follows, order of evaluation needs care.
        var isOrdered = true
        var seenKeyword = false
        for argument in arguments {
            if case .keyword = argument { seenKeyword = true } else if seenKeyword { isOrdered = false }
        }
        if hasStars || !isOrdered {
            let items: [StarCallNode.Item] = arguments.map { argument in
                let value = operand(argument.value, isSplit)
                return switch argument {
                case .positional: .positional(value)
                case .star: .star(value)
                case .keyword(let name, _, _): .keyword(cell.intern(name), value)
                case .doubleStar: .doubleStar(value)
                }
            }
            return StarCallNode(code, range, function, items)
        }
        var keywords: [Str] = []
        let values = arguments.map { argument in
            if case .keyword(let name, _, _) = argument { keywords.append(cell.intern(name)) }
            return operand(argument.value, isSplit)
        }
        if let attribute = function as? AttributeNode {
            return MethodCallNode(code, range, attribute, values, keywords: keywords)
        }
        return CallNode(code, range, function, values, keywords: keywords)
    }

    // MARK: Taken apart

    /// Compiles with the statements that it needs before it.
    func collecting(_ body: () -> Node) -> (before: [Node], node: Node) {
        let outer = emitted
        emitted = []
        let node = body()
        defer { emitted = outer }
        return (emitted, node)
    }

    private func splitLogical(_ operation: BooleanOperator, _ operands: [Expression]) -> Node {
        let result = temporary()
        let first = compile(operands[0])
        emitted.append(StoreNode(code, result, first))
        let value = TemporaryNode(code, first.range, result)
        for operand in operands.dropFirst() {
            let (before, node) = collecting { compile(operand) }
            let body = sequence(before + [StoreNode(code, result, node)], operand.range)
            let condition: Node = operation == .and ? value : NotNode(code, value.range, value)
            // Once one decides, the conditions after it do not hold either.
            emitted.append(ResumableIfNode(code, operand.range, condition, body, nil, state: temporary()))
        }
        return value
    }

    private func splitConditional(_ condition: Expression, _ then: Expression, _ otherwise: Expression) -> Node {
        let result = temporary()
        let test = compile(condition)
        func branch(_ expression: Expression) -> Node {
            let (before, node) = collecting { compile(expression) }
            return sequence(before + [StoreNode(code, result, node)], expression.range)
        }
        emitted.append(
            ResumableIfNode(code, condition.range, test, branch(then), branch(otherwise), state: temporary()))
        return TemporaryNode(code, then.range, result)
    }

    func sequence(_ nodes: [Node], _ range: SourceRange) -> Node {
        nodes.count == 1 ? nodes[0] : ResumableBlockNode(code, range, nodes, state: temporary())
    }
}

extension IntegerLiteral {
    var value: Value {
        switch self {
        case .small(let number): .int(number)
        case .large(let digits, let radix): .integer(BigInt(digits, radix: radix) ?? 0)
        }
    }
}

extension Value {
    fileprivate var negatedLiteral: Value? {
        switch self {
        case .int(let number): .int(-number)
        case .float(let number): .float(-number)
        default: nil
        }
    }
}
