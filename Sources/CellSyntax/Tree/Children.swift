extension Expression.Kind {
    /// Visits the expressions directly below, in the order they are written.
    public func forEachChild(_ visit: (Expression) -> Void) {
        switch self {
        case .none, .boolean, .ellipsis, .integer, .float, .string, .bytes, .name, .magic:
            break
        case .formatted(let parts):
            Self.forEachChild(of: parts, visit)
        case .attribute(let value, _, _, _), .starred(let value, _), .unary(_, let value),
            .walrus(_, let value), .yieldFrom(let value):
            visit(value)
        case .subscript(let value, let index, _):
            visit(value)
            visit(index)
        case .slice(let lower, let upper, let step):
            for part in [lower, upper, step] { if let part { visit(part) } }
        case .tuple(let items, _), .list(let items, _), .set(let items), .logical(_, let items):
            items.forEach(visit)
        case .dictionary(let items):
            Self.forEachChild(of: items, visit)
        case .binary(let left, _, let right):
            visit(left)
            visit(right)
        case .compare(let first, let rest):
            visit(first)
            for comparison in rest { visit(comparison.operand) }
        case .conditional(let condition, let then, let otherwise):
            visit(then)
            visit(condition)
            visit(otherwise)
        case .lambda(let lambda):
            lambda.parameters.forEachChild(visit)
            visit(lambda.body)
        case .call(let callee, let arguments):
            visit(callee)
            for argument in arguments { visit(argument.value) }
        case .comprehension(let comprehension):
            comprehension.forEachChild(visit)
        case .yield(let value):
            if let value { visit(value) }
        case .shell(let command):
            for case .value(let value) in command.parts { visit(value) }
        }
    }

    private static func forEachChild(of parts: [FormattedPart], _ visit: (Expression) -> Void) {
        for case .field(let field) in parts {
            visit(field.value)
            if let format = field.format { forEachChild(of: format, visit) }
        }
    }

    private static func forEachChild(of items: [DictionaryItem], _ visit: (Expression) -> Void) {
        for item in items {
            switch item {
            case .pair(let key, let value):
                visit(key)
                visit(value)
            case .unpack(let mapping):
                visit(mapping)
            }
        }
    }
}

extension Parameters {
    /// Visits annotations and defaults.
    public func forEachChild(_ visit: (Expression) -> Void) {
        for parameter in inSlotOrder {
            if let annotation = parameter.annotation { visit(annotation) }
            if let value = parameter.default { visit(value) }
        }
    }
}

extension Comprehension {
    func forEachChild(_ visit: (Expression) -> Void) {
        switch result {
        case .list(let element), .set(let element), .generator(let element):
            visit(element)
        case .dictionary(let key, let value):
            visit(key)
            visit(value)
        }
        for clause in clauses {
            visit(clause.target)
            visit(clause.iterable)
            clause.conditions.forEach(visit)
        }
    }
}
