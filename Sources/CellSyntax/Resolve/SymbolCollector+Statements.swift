extension SymbolCollector {
    mutating func visit(_ statements: [Statement]) throws(SyntaxError) {
        for statement in statements { try visit(statement) }
    }

    private mutating func visit(_ statement: Statement) throws(SyntaxError) {
        switch statement.kind {
        case .expression(let value):
            try visit(value)
        case .assign(let targets, let value):
            try visit(value)
            for target in targets { try visitTarget(target) }
        case .augmentedAssign(let target, _, let value):
            if case .name(let name, _) = target.kind { table.note(name.text, .read) }
            try visitTarget(target)
            try visit(value)
        case .annotatedAssign(let target, let annotation, let value):
            try visitAnnotated(target)
            try visit(annotation)
            if let value { try visit(value) }
        case .delete(let targets):
            for target in targets { try visitTarget(target) }
        case .pass, .magic, .cellMagic:
            break
        case .break:
            if loopDepth == 0 { throw SyntaxError("'break' outside loop", range: statement.range) }
        case .continue:
            if loopDepth == 0 {
                throw SyntaxError("'continue' not properly in loop", range: statement.range)
            }
        case .return(let value):
            guard table.kind == .function else {
                throw SyntaxError("'return' outside function", range: statement.range)
            }
            if let value { try visit(value) }
        case .raise(let exception, let cause):
            if let exception { try visit(exception) }
            if let cause { try visit(cause) }
        case .assert(let condition, let message):
            try visit(condition)
            if let message { try visit(message) }
        case .global(let names):
            try declare(names, .global)
        case .nonlocal(let names):
            try declare(names, .nonlocal)
        case .import(let modules):
            for module in modules { try bind(module.binding) }
        case .importFrom(let from):
            try visit(from, at: statement.range)
        case .function(let function):
            try visit(function)
        case .class(let definition):
            try visit(definition)
        case .if, .while, .for, .try, .with, .match:
            try visitCompound(statement)
        case .shell(let command):
            for case .value(let value) in command.parts { try visit(value) }
        case .help(let request):
            if let expression = request.expression { try visit(expression) }
        }
    }

    private mutating func visitCompound(_ statement: Statement) throws(SyntaxError) {
        switch statement.kind {
        case .if(let branches, let otherwise):
            for branch in branches {
                try visit(branch.condition)
                try visit(branch.body)
            }
            try visit(otherwise)
        case .while(let condition, let body, let otherwise):
            try visit(condition)
            try visitLoop(body)
            try visit(otherwise)
        case .for(let target, let iterable, let body, let otherwise):
            try visit(iterable)
            try visitTarget(target)
            try visitLoop(body)
            try visit(otherwise)
        case .try(let parts):
            try visit(parts.body)
            for handler in parts.handlers {
                if let type = handler.type { try visit(type) }
                if let name = handler.name { try bind(name) }
                try visit(handler.body)
            }
            try visit(parts.otherwise)
            try visit(parts.finally)
        case .with(let items, let body):
            for item in items {
                try visit(item.context)
                if let target = item.target { try visitTarget(target) }
            }
            try visit(body)
        case .match(let subject, let cases):
            try visit(subject)
            for matchCase in cases {
                for expression in matchCase.pattern.expressions { try visit(expression) }
                for name in matchCase.pattern.occurrences { try bind(name) }
                if let condition = matchCase.guard { try visit(condition) }
                try visit(matchCase.body)
            }
        default:
            preconditionFailure("called for compound statements only")
        }
    }

    private mutating func visitLoop(_ body: [Statement]) throws(SyntaxError) {
        loopDepth += 1
        try visit(body)
        loopDepth -= 1
    }

    private mutating func visit(
        _ from: ImportFrom, at range: SourceRange
    ) throws(SyntaxError) {
        switch from.names {
        case .listed(let names):
            for name in names { try bind(name.binding) }
        case .all:
            if table.kind != .module {
                throw SyntaxError("import * only allowed at module level", range: range)
            }
        }
    }

    private mutating func visitAnnotated(_ target: Expression) throws(SyntaxError) {
        guard case .name(let name, _) = target.kind else { return try visitTarget(target) }
        let before = table.uses[name.text] ?? []
        if table.kind != .module, !before.isDisjoint(with: [.global, .nonlocal]) {
            let word = before.contains(.global) ? "global" : "nonlocal"
            throw SyntaxError("annotated name '\(name.text)' can't be \(word)", range: target.range)
        }
        try bind(name, [.bound, .annotated])
    }

    private mutating func visit(_ function: FunctionDefinition) throws(SyntaxError) {
        try bind(function.name)
        for decorator in function.decorators { try visit(decorator) }
        try visitOutside(function.parameters)
        if let returns = function.returns { try visit(returns) }
        try enter(function.scope, .function, name: writtenName(function.name)) {
            (inner: inout SymbolCollector) throws(SyntaxError) in
            try inner.bindParameters(function.parameters)
            try inner.visit(function.body)
        }
    }

    private mutating func visit(_ definition: ClassDefinition) throws(SyntaxError) {
        try bind(definition.name)
        for decorator in definition.decorators { try visit(decorator) }
        try visit(definition.arguments)
        try enter(definition.scope, .class, name: writtenName(definition.name)) {
            (inner: inout SymbolCollector) throws(SyntaxError) in
            try inner.visit(definition.body)
        }
    }

    /// Defaults and annotations belong to the scope around the function.
    mutating func visitOutside(_ parameters: Parameters) throws(SyntaxError) {
        for parameter in parameters.inSlotOrder {
            if let value = parameter.default { try visit(value) }
            if let annotation = parameter.annotation { try visit(annotation) }
        }
    }

    mutating func bindParameters(_ parameters: Parameters) throws(SyntaxError) {
        for parameter in parameters.inSlotOrder { try bind(parameter.name, .parameter) }
        table.parameterCount = parameters.inSlotOrder.count
    }
}
