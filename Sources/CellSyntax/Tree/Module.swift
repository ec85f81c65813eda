/// A parsed cell or file.
public final class Module: Sendable {
    public let source: Source
    public let statements: [Statement]
    /// Comments at the head of the cell such as `#hide` and `#id`.
    public let directives: [Directive]
    /// Whether the cell ends in `;`, which keeps its last value from being shown.
    public let endsWithSemicolon: Bool
    /// How many ``Identifier``s there are.
    public let identifierCount: Int
    /// How many scopes there are, the module's own included.
    public let scopeCount: Int

    public init(
        source: Source, statements: [Statement], directives: [Directive], endsWithSemicolon: Bool,
        identifierCount: Int, scopeCount: Int
    ) {
        self.source = source
        self.statements = statements
        self.directives = directives
        self.endsWithSemicolon = endsWithSemicolon
        self.identifierCount = identifierCount
        self.scopeCount = scopeCount
    }

    /// The expression whose value the notebook shows: the last statement, unless a `;` follows it.
    public var echoed: Expression? {
        guard !endsWithSemicolon, case .expression(let value)? = statements.last?.kind else {
            return nil
        }
        return value
    }
}
