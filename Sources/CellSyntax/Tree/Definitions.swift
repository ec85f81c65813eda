/// A parameter of a function or lambda.
public struct Parameter: Sendable {
    public let name: Identifier
    /// Parsed and resolved, never needed to run.
    public let annotation: Expression?
    /// Evaluated once, where the function is defined.
    public let `default`: Expression?
    public init(name: Identifier, annotation: Expression?, default: Expression?) {
        self.name = name
        self.annotation = annotation
        self.default = `default`
    }
}

/// The parameters of a function or lambda: `(positionalOnly, /, positional, *variadic, keywordOnly,
/// **keywords)`.
public struct Parameters: Sendable {
    public var positionalOnly: [Parameter] = []
    public var positional: [Parameter] = []
    /// `*args`
    public var variadic: Parameter?
    public var keywordOnly: [Parameter] = []
    /// `**kwargs`
    public var keywords: Parameter?
    public init() {}

    /// All of them in the order of their local slots: positional-only, positional, keyword-only,
    /// `*args`, `**kwargs` (CPython's order).
    public var inSlotOrder: [Parameter] {
        positionalOnly + positional + keywordOnly + [variadic, keywords].compactMap(\.self)
    }
}

/// `def name(parameters) -> returns: body`
public final class FunctionDefinition: Sendable {
    public let name: Identifier
    public let decorators: [Expression]
    public let parameters: Parameters
    public let returns: Expression?
    public let body: [Statement]
    public let scope: ScopeID
    public init(
        name: Identifier, decorators: [Expression], parameters: Parameters, returns: Expression?,
        body: [Statement], scope: ScopeID
    ) {
        self.name = name
        self.decorators = decorators
        self.parameters = parameters
        self.returns = returns
        self.body = body
        self.scope = scope
    }

    /// The string that the body begins with, if it does.
    public var docstring: String? { body.docstring }
}

/// `class name(arguments): body`. The bases are the positional arguments.
public final class ClassDefinition: Sendable {
    public let name: Identifier
    public let decorators: [Expression]
    public let arguments: [Argument]
    public let body: [Statement]
    public let scope: ScopeID
    public init(
        name: Identifier, decorators: [Expression], arguments: [Argument], body: [Statement],
        scope: ScopeID
    ) {
        self.name = name
        self.decorators = decorators
        self.arguments = arguments
        self.body = body
        self.scope = scope
    }

    /// The string that the body begins with, if it does.
    public var docstring: String? { body.docstring }
}

extension [Statement] {
    /// The string literal that a body begins with, if it does.
    public var docstring: String? {
        guard case .expression(let first)? = first?.kind, case .string(let text) = first.kind else {
            return nil
        }
        return text
    }
}
