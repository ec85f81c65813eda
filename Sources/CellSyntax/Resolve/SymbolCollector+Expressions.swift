extension SymbolCollector {
    mutating func visit(_ expression: Expression) throws(SyntaxError) {
        switch expression.kind {
        case .name(let name, .load):
            read(name)
        case .starred:
            throw SyntaxError("can't use starred expression here", range: expression.range)
        case .tuple(let items, _), .list(let items, _), .set(let items):
            try visitItems(items)
        case .lambda(let lambda):
            try visitOutside(lambda.parameters)
            try enter(lambda.scope, .lambda, name: "<lambda>") {
                (inner: inout SymbolCollector) throws(SyntaxError) in
                try inner.bindParameters(lambda.parameters)
                try inner.visit(lambda.body)
            }
        case .call(let callee, let arguments):
            try visit(callee)
            try visit(arguments)
        case .comprehension(let comprehension):
            try visit(comprehension)
        case .yield(let value):
            try noteYield(at: expression.range)
            if let value { try visit(value) }
        case .yieldFrom(let value):
            try noteYield(at: expression.range)
            try visit(value)
        case .walrus(let name, let value):
            try bindWalrus(name, at: expression.range)
            try visit(value)
        default:
            try visitChildren(of: expression)
        }
    }

    private mutating func visitChildren(of expression: Expression) throws(SyntaxError) {
        var children: [Expression] = []
        expression.kind.forEachChild { children.append($0) }
        for child in children { try visit(child) }
    }

    private mutating func visitItems(_ items: [Expression]) throws(SyntaxError) {
        for item in items {
            if case .starred(let value, _) = item.kind { try visit(value) } else { try visit(item) }
        }
    }

    mutating func visit(_ arguments: [Argument]) throws(SyntaxError) {
        var names: Set<String> = []
        for argument in arguments {
            if case .keyword(let name, let range, let value) = argument,
                !names.insert(name).inserted
            {
                throw SyntaxError(
                    "keyword argument repeated: \(name)",
                    range: range.lowerBound..<value.range.upperBound)
            }
            if case .keyword("__debug__", let range, _) = argument {
                throw SyntaxError("cannot assign to __debug__", range: range)
            }
            try visit(argument.value)
        }
    }

    private mutating func noteYield(at range: SourceRange) throws(SyntaxError) {
        switch table.kind {
        case .module, .class:
            throw SyntaxError("'yield' outside function", range: range)
        case .comprehension:
            let place =
                switch table.name {
                case "<listcomp>": "list comprehension"
                case "<setcomp>": "set comprehension"
                case "<dictcomp>": "dict comprehension"
                default: "generator expression"
                }
            throw SyntaxError("'yield' inside \(place)", range: range)
        case .function, .lambda:
            table.isGenerator = true
        }
    }

    /// Visits what is assigned to or deleted.
    mutating func visitTarget(
        _ target: Expression, _ use: SymbolUse = .bound
    ) throws(SyntaxError) {
        switch target.kind {
        case .name(let name, let context):
            if context == .delete, name.text == "__debug__" {
                throw SyntaxError("cannot delete __debug__", range: name.range)
            }
            try checkIteration(name, use)
            try bind(name, use)
        case .tuple(let items, _), .list(let items, _):
            var starred = 0
            for item in items {
                guard case .starred(let value, _) = item.kind else {
                    try visitTarget(item, use)
                    continue
                }
                starred += 1
                if starred > 1 {
                    throw SyntaxError(
                        "multiple starred expressions in assignment", range: item.range)
                }
                try visitTarget(value, use)
            }
        case .starred:
            throw SyntaxError(
                "starred assignment target must be in a list or tuple", range: target.range,
                hint: "a comma after it makes a tuple of it")
        case .attribute(let value, let name, nameRange: let range, _):
            if name == "__debug__" { throw SyntaxError("cannot assign to __debug__", range: range) }
            try visit(value)
        default:
            try visitChildren(of: target)
        }
    }

    private mutating func visit(_ comprehension: Comprehension) throws(SyntaxError) {
        let name =
            switch comprehension.result {
            case .list: "<listcomp>"
            case .set: "<setcomp>"
            case .dictionary: "<dictcomp>"
            case .generator: "<genexpr>"
            }
        try visitIterable(comprehension.clauses[0].iterable)
        try enter(comprehension.scope, .comprehension, name: name) {
            (inner: inout SymbolCollector) throws(SyntaxError) in
            try inner.visitInside(comprehension)
        }
    }

    private mutating func visitIterable(_ iterable: Expression) throws(SyntaxError) {
        iterableDepth += 1
        try visit(iterable)
        iterableDepth -= 1
    }

    private mutating func visitInside(_ comprehension: Comprehension) throws(SyntaxError) {
        table.note(".0", .parameter)
        table.parameterCount = 1
        if case .generator = comprehension.result { table.isGenerator = true }
        for (index, clause) in comprehension.clauses.enumerated() {
            if index > 0 { try visitIterable(clause.iterable) }
            try visitTarget(clause.target, [.bound, .iteration])
            for condition in clause.conditions { try visit(condition) }
        }
        switch comprehension.result {
        case .list(let element), .set(let element), .generator(let element):
            try visit(element)
        case .dictionary(let key, let value):
            try visit(key)
            try visit(value)
        }
    }

    /// A later `for` must not take over a name that a `:=` in an earlier condition has bound outside.
    private func checkIteration(_ name: Identifier, _ use: SymbolUse) throws(SyntaxError) {
        let before = uses(of: name.text, in: scope)
        guard use.contains(.iteration), !before.isDisjoint(with: [.global, .nonlocal]) else {
            return
        }
        throw SyntaxError(
            "comprehension inner loop cannot rebind assignment expression target '\(name.text)'",
            range: name.range)
    }

    /// In a comprehension `:=` binds a variable of the function around it.
    private mutating func bindWalrus(
        _ name: Identifier, at range: SourceRange
    ) throws(SyntaxError) {
        var outer: ScopeID = scope
        var comprehensions: [ScopeID] = []
        if iterableDepth > 0 {
            throw SyntaxError(
                "assignment expression cannot be used in a comprehension iterable expression",
                range: range)
        }
        while kind(of: outer) == .comprehension, let parent = parent(of: outer) {
            if uses(of: name.text, in: outer).contains(.iteration) {
                throw SyntaxError(
                    "assignment expression cannot rebind comprehension iteration variable "
                        + "'\(name.text)'", range: name.range)
            }
            comprehensions.append(outer)
            outer = parent
        }
        guard !comprehensions.isEmpty else { return try bind(name) }
        let isGlobal: Bool
        switch kind(of: outer) {
        case .class:
            throw SyntaxError(
                "assignment expression within a comprehension cannot be used in a class body",
                range: range)
        case .module:
            isGlobal = true
        default:
            isGlobal = uses(of: name.text, in: outer).contains(.global)
        }
        if !isGlobal { note(name.text, .bound, in: outer) }
        for comprehension in comprehensions {
            note(name.text, isGlobal ? .global : .nonlocal, in: comprehension)
        }
        table.occurrences.append((name.occurrence, name.text))
    }
}
