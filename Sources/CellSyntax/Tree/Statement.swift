/// A node of the syntax tree that does something.
public final class Statement: Sendable {
    public let kind: Kind
    /// From the first token to the end of the last one, bodies included.
    public let range: SourceRange

    public init(_ kind: Kind, range: SourceRange) {
        self.kind = kind
        self.range = range
    }

    public enum Kind: Sendable {
        case expression(Expression)
        /// `a = b = value` has two targets, to be assigned from left to right.
        case assign(targets: [Expression], value: Expression)
        case augmentedAssign(target: Expression, BinaryOperator, value: Expression)
        /// `target: annotation = value`. Annotations of variables are not evaluated, save where a
        /// class body or a module may ask for `__annotations__`.
        case annotatedAssign(target: Expression, annotation: Expression, value: Expression?)
        case delete([Expression])
        case pass
        case `break`
        case `continue`
        case `return`(Expression?)
        case raise(Expression?, cause: Expression?)
        case assert(Expression, message: Expression?)
        case global([Identifier])
        case nonlocal([Identifier])
        case `import`([ImportedModule])
        case importFrom(ImportFrom)

        case function(FunctionDefinition)
        case `class`(ClassDefinition)
        /// `if` with its `elif`s in order, and the `else` body, empty when there is none.
        case `if`([ConditionalBody], otherwise: [Statement])
        case `while`(condition: Expression, body: [Statement], otherwise: [Statement])
        case `for`(
            target: Expression, iterable: Expression, body: [Statement], otherwise: [Statement])
        case `try`(TryStatement)
        case with([WithItem], body: [Statement])
        case match(Expression, [MatchCase])

        case shell(ShellCommand)
        case magic(LineMagic)
        case cellMagic(CellMagic)
        case help(HelpRequest)
    }
}

/// One `if` or `elif` with its body.
public struct ConditionalBody: Sendable {
    public let condition: Expression
    public let body: [Statement]
    public init(condition: Expression, body: [Statement]) {
        self.condition = condition
        self.body = body
    }
}

/// `try` with its handlers, `else` and `finally`; parts that are not written are empty.
public final class TryStatement: Sendable {
    /// `except type as name:`
    public struct Handler: Sendable {
        /// Nil for a bare `except:`, which is always the last.
        public let type: Expression?
        /// Bound for the body, unbound after it.
        public let name: Identifier?
        public let body: [Statement]
        public let range: SourceRange
        public init(type: Expression?, name: Identifier?, body: [Statement], range: SourceRange) {
            self.type = type
            self.name = name
            self.body = body
            self.range = range
        }
    }

    public let body: [Statement]
    public let handlers: [Handler]
    public let otherwise: [Statement]
    public let finally: [Statement]
    public init(
        body: [Statement], handlers: [Handler], otherwise: [Statement], finally: [Statement]
    ) {
        self.body = body
        self.handlers = handlers
        self.otherwise = otherwise
        self.finally = finally
    }
}

/// `context as target` in a `with` statement.
public struct WithItem: Sendable {
    public let context: Expression
    public let target: Expression?
    public init(context: Expression, target: Expression?) {
        self.context = context
        self.target = target
    }
}

/// `import a.b as c`: with an alias, `c` is bound to `a.b`; without one, `a` is bound to `a`.
public struct ImportedModule: Sendable {
    public let path: [String]
    /// Whether `as` was written.
    public let hasAlias: Bool
    /// The name that is bound: the alias, or the first part of the path.
    public let binding: Identifier
    public let range: SourceRange
    public init(path: [String], hasAlias: Bool, binding: Identifier, range: SourceRange) {
        self.path = path
        self.hasAlias = hasAlias
        self.binding = binding
        self.range = range
    }
}

/// `from module import names`
public final class ImportFrom: Sendable {
    public struct Name: Sendable {
        public let name: String
        /// The alias, or the name itself.
        public let binding: Identifier
        public let range: SourceRange
        public init(name: String, binding: Identifier, range: SourceRange) {
            self.name = name
            self.binding = binding
            self.range = range
        }
    }

    public enum Names: Sendable {
        case listed([Name])
        /// `*`; only at module level.
        case all
    }

    /// Empty in `from . import x`.
    public let path: [String]
    /// The number of leading dots.
    public let level: Int
    public let names: Names
    /// Where the module's name stands.
    public let pathRange: SourceRange
    public init(path: [String], level: Int, names: Names, pathRange: SourceRange) {
        self.path = path
        self.level = level
        self.names = names
        self.pathRange = pathRange
    }
}
