import CellSyntax

/// Writes a tree as nested lists, so that a test can say in one line what it expects.
enum TreeDump {
    static func dump(_ text: String) throws -> String {
        let module = try Parser.parse(Source(name: "test", text: text))
        return dump(module.statements)
    }

    static func dump(_ statements: [Statement]) -> String {
        statements.map(dump).joined(separator: " ")
    }

    static func dump(_ statement: Statement) -> String {
        switch statement.kind {
        case .expression(let value): dump(value)
        case .assign(let targets, let value):
            "(= \((targets + [value]).map(dump).joined(separator: " ")))"
        case .augmentedAssign(let target, let operation, let value):
            "(\(operation.rawValue)= \(dump(target)) \(dump(value)))"
        case .annotatedAssign(let target, let annotation, let value):
            "(: \(dump(target)) \(dump(annotation))\(optional(value)))"
        case .delete(let targets): "(del \(targets.map(dump).joined(separator: " ")))"
        case .pass: "pass"
        case .break: "break"
        case .continue: "continue"
        case .return(let value): "(return\(optional(value)))"
        case .raise(let value, let cause): "(raise\(optional(value))\(optional(cause)))"
        case .assert(let value, let message): "(assert \(dump(value))\(optional(message)))"
        case .global(let names): "(global \(names.map(\.text).joined(separator: " ")))"
        case .nonlocal(let names): "(nonlocal \(names.map(\.text).joined(separator: " ")))"
        case .import(let modules):
            "(import \(modules.map { $0.path.joined(separator: ".") + ":" + $0.binding.text }.joined(separator: " ")))"
        case .importFrom(let from): dump(from)
        case .function(let function):
            "(def \(function.name.text)\(decorators(function.decorators)) \(dump(function.parameters))"
                + "\(optional(function.returns)) \(dump(function.body)))"
        case .class(let definition):
            "(class \(definition.name.text)\(decorators(definition.decorators)) "
                + "(\(definition.arguments.map(dump).joined(separator: " "))) \(dump(definition.body)))"
        case .if(let branches, let otherwise):
            "(if \(branches.map { "\(dump($0.condition)) {\(dump($0.body))}" }.joined(separator: " "))"
                + "\(block("else", otherwise)))"
        case .while(let condition, let body, let otherwise):
            "(while \(dump(condition)) {\(dump(body))}\(block("else", otherwise)))"
        case .for(let target, let iterable, let body, let otherwise):
            "(for \(dump(target)) \(dump(iterable)) {\(dump(body))}\(block("else", otherwise)))"
        case .try(let parts): dump(parts)
        case .with(let items, let body):
            "(with \(items.map(dump).joined(separator: ", "))"
                + " {\(dump(body))})"
        case .match(let subject, let cases):
            "(match \(dump(subject)) \(cases.map(dump).joined(separator: " ")))"
        case .shell(let command): dump(command)
        case .magic(let magic): "(% \(magic.name) '\(magic.arguments)')"
        case .cellMagic(let magic): "(%% \(magic.name) '\(magic.arguments)' '\(magic.body)')"
        case .help(let request):
            "(\(request.isDetailed ? "??" : "?") '\(request.subject)'\(optional(request.expression)))"
        }
    }

    static func dump(_ expression: Expression) -> String {
        switch expression.kind {
        case .none: "None"
        case .boolean(let value): value ? "True" : "False"
        case .ellipsis: "..."
        case .integer(.small(let value)): "\(value)"
        case .integer(.large(let digits, let radix)): "big\(radix):\(digits)"
        case .float(let value): "\(value)"
        case .string(let text): "'\(text)'"
        case .bytes(let bytes): "b\(bytes)"
        case .formatted(let parts): "(f \(parts.map(dump).joined(separator: " ")))"
        case .name(let name, let context): name.text + mark(context)
        case .attribute(let value, let name, _, let context):
            "(. \(dump(value)) \(name)\(mark(context)))"
        case .subscript(let value, let index, let context):
            "([] \(dump(value)) \(dump(index))\(mark(context)))"
        case .slice(let lower, let upper, let step):
            "(slice \([lower, upper, step].map { $0.map(dump) ?? "_" }.joined(separator: " ")))"
        case .starred(let value, let context): "(* \(dump(value))\(mark(context)))"
        case .tuple(let items, let context): list("tuple" + mark(context), items)
        case .list(let items, let context): list("list" + mark(context), items)
        case .set(let items): list("set", items)
        case .dictionary(let items): "(dict\(items.map { " " + dump($0) }.joined()))"
        case .unary(let operation, let value): "(\(operation.rawValue) \(dump(value)))"
        case .binary(let left, let operation, let right):
            "(\(operation.rawValue) \(dump(left)) \(dump(right)))"
        case .logical(let operation, let items): list(operation.rawValue, items)
        case .compare(let first, let rest):
            "(\(dump(first))\(rest.map { " \($0.comparator.rawValue) \(dump($0.operand))" }.joined()))"
        case .conditional(let condition, let then, let otherwise):
            "(if \(dump(condition)) \(dump(then)) \(dump(otherwise)))"
        case .walrus(let name, let value): "(:= \(name.text) \(dump(value)))"
        case .lambda(let lambda): "(lambda \(dump(lambda.parameters)) \(dump(lambda.body)))"
        case .call(let callee, let arguments):
            "(call \(dump(callee))\(arguments.map { " " + dump($0) }.joined()))"
        case .comprehension(let comprehension): dump(comprehension)
        case .yield(let value): "(yield\(optional(value)))"
        case .yieldFrom(let value): "(yield-from \(dump(value)))"
        case .shell(let command): dump(command)
        case .magic(let magic): "(% \(magic.name) '\(magic.arguments)')"
        }
    }

    private static func dump(_ matchCase: MatchCase) -> String {
        "(case \(dump(matchCase.pattern))\(matchCase.guard.map { " if " + dump($0) } ?? "") {\(dump(matchCase.body))})"
    }

    private static func dump(_ pattern: Pattern) -> String {
        func list(_ patterns: [Pattern]) -> String { patterns.map { " " + dump($0) }.joined() }
        switch pattern.kind {
        case .value(let value), .singleton(let value): return dump(value)
        case .capture(let name): return name?.text ?? "_"
        case .sequence(let items): return "(seq\(list(items)))"
        case .star(let name): return "*" + (name?.text ?? "_")
        case .mapping(let entries, let rest):
            let items = entries.map { " \(dump($0.key)):\(dump($0.value))" }.joined()
            return "(map\(items)\(rest.map { " **" + $0.text } ?? ""))"
        case .class(let type, let items, let attributes):
            let named = attributes.map { " \($0.name)=\(dump($0.value))" }.joined()
            return "(\(dump(type))\(list(items))\(named))"
        case .or(let items): return "(|\(list(items)))"
        case .as(let inner, let name): return "(as \(dump(inner)) \(name.text))"
        }
    }

    private static func dump(_ item: WithItem) -> String {
        dump(item.context) + (item.target.map { " as " + dump($0) } ?? "")
    }

    private static func mark(_ context: ExpressionContext) -> String {
        switch context {
        case .load: ""
        case .store: "!"
        case .delete: "~"
        }
    }

    private static func optional(_ value: Expression?) -> String {
        value.map { " " + dump($0) } ?? ""
    }

    private static func list(_ head: String, _ items: [Expression]) -> String {
        "(\(head)\(items.map { " " + dump($0) }.joined()))"
    }

    private static func decorators(_ list: [Expression]) -> String {
        list.map { " @" + dump($0) }.joined()
    }

    private static func block(_ head: String, _ body: [Statement]) -> String {
        body.isEmpty ? "" : " \(head) {\(dump(body))}"
    }

    private static func dump(_ item: DictionaryItem) -> String {
        switch item {
        case .pair(let key, let value): "\(dump(key)):\(dump(value))"
        case .unpack(let mapping): "**\(dump(mapping))"
        }
    }

    private static func dump(_ argument: Argument) -> String {
        switch argument {
        case .positional(let value): dump(value)
        case .star(let value): "*\(dump(value))"
        case .keyword(let name, _, let value): "\(name)=\(dump(value))"
        case .doubleStar(let value): "**\(dump(value))"
        }
    }

    private static func dump(_ parameters: Parameters) -> String {
        func one(_ parameter: Parameter) -> String {
            parameter.name.text + (parameter.annotation.map { ":" + dump($0) } ?? "")
                + (parameter.default.map { "=" + dump($0) } ?? "")
        }
        var parts = parameters.positionalOnly.map(one)
        if !parts.isEmpty { parts.append("/") }
        parts += parameters.positional.map(one)
        if let variadic = parameters.variadic { parts.append("*" + one(variadic)) }
        if parameters.variadic == nil, !parameters.keywordOnly.isEmpty { parts.append("*") }
        parts += parameters.keywordOnly.map(one)
        if let keywords = parameters.keywords { parts.append("**" + one(keywords)) }
        return "(" + parts.joined(separator: " ") + ")"
    }

    private static func dump(_ comprehension: Comprehension) -> String {
        let head =
            switch comprehension.result {
            case .list(let element): "listcomp \(dump(element))"
            case .set(let element): "setcomp \(dump(element))"
            case .dictionary(let key, let value): "dictcomp \(dump(key)):\(dump(value))"
            case .generator(let element): "genexp \(dump(element))"
            }
        let clauses = comprehension.clauses.map { clause in
            " (for \(dump(clause.target)) \(dump(clause.iterable))"
                + clause.conditions.map { " if \(dump($0))" }.joined() + ")"
        }
        return "(\(head)\(clauses.joined()))"
    }

    private static func dump(_ part: FormattedPart) -> String {
        switch part {
        case .literal(let text): return "'\(text)'"
        case .field(let field):
            let conversion = field.conversion.map { "!\($0.rawValue)" } ?? ""
            let format = field.format.map { ":[" + $0.map(dump).joined(separator: " ") + "]" } ?? ""
            return "{\(dump(field.value))\(conversion)\(format)}"
        }
    }

    private static func dump(_ from: ImportFrom) -> String {
        let module = String(repeating: ".", count: from.level) + from.path.joined(separator: ".")
        switch from.names {
        case .all: return "(from \(module) *)"
        case .listed(let names):
            return
                "(from \(module) \(names.map { $0.name + ":" + $0.binding.text }.joined(separator: " ")))"
        }
    }

    private static func dump(_ parts: TryStatement) -> String {
        let handlers = parts.handlers.map { handler in
            " except\(optional(handler.type))\(handler.name.map { " as \($0.text)" } ?? "") {\(dump(handler.body))}"
        }
        return "(try {\(dump(parts.body))}\(handlers.joined())\(block("else", parts.otherwise))"
            + "\(block("finally", parts.finally)))"
    }

    private static func dump(_ command: ShellCommand) -> String {
        let parts = command.parts.map { part in
            switch part {
            case .text(let text): "'\(text)'"
            case .value(let value): dump(value)
            }
        }
        return "(\(command.capturesLines ? "!!" : "!") \(parts.joined(separator: " ")))"
    }
}
