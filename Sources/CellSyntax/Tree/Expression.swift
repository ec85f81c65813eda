/// A node of the syntax tree that has a value, or is a target of an assignment or a `del`.
public final class Expression: Sendable {
    public let kind: Kind
    public let range: SourceRange
    /// How many nodes lie on the longest way down from here, this one included. The parser keeps it
    /// under ``Parser/maximumHeight``, so recursion over a tree is safe.
    public let height: Int

    public init(_ kind: Kind, range: SourceRange) {
        self.kind = kind
        self.range = range
        var tallest = 0
        kind.forEachChild { tallest = max(tallest, $0.height) }
        height = tallest + 1
    }

    public enum Kind: Sendable {
        case none
        case boolean(Bool)
        /// `...`
        case ellipsis
        case integer(IntegerLiteral)
        case float(Double)
        /// Adjacent literals are already joined.
        case string(String)
        case bytes([UInt8])
        /// An f-string, adjacent plain strings joined in.
        case formatted([FormattedPart])

        case name(Identifier, ExpressionContext)
        case attribute(Expression, name: String, nameRange: SourceRange, ExpressionContext)
        /// The index of `a[i, 1:2]` is a `tuple` that holds a `slice`.
        case `subscript`(Expression, index: Expression, ExpressionContext)
        /// Only inside an index.
        case slice(lower: Expression?, upper: Expression?, step: Expression?)
        /// `*value` in a display, an index or a target. In calls see ``Argument``.
        case starred(Expression, ExpressionContext)
        case tuple([Expression], ExpressionContext)
        case list([Expression], ExpressionContext)
        case set([Expression])
        case dictionary([DictionaryItem])

        case unary(UnaryOperator, Expression)
        case binary(Expression, BinaryOperator, Expression)
        /// Two or more operands of one operator: `a and b and c`.
        case logical(BooleanOperator, [Expression])
        /// `a < b <= c`: each operand is evaluated at most once.
        case compare(Expression, [Comparison])
        /// `then if condition else otherwise`
        case conditional(condition: Expression, then: Expression, otherwise: Expression)
        /// `target := value`
        case walrus(Identifier, Expression)
        case lambda(Lambda)
        case call(Expression, [Argument])
        case comprehension(Comprehension)
        case yield(Expression?)
        case yieldFrom(Expression)

        /// `!command` on the right of an assignment: its value is the list of output lines.
        case shell(ShellCommand)
        /// `%magic arguments` on the right of an assignment.
        case magic(LineMagic)
    }
}

/// One further operand of a comparison chain.
public struct Comparison: Sendable {
    public let comparator: ComparisonOperator
    public let operand: Expression
    public init(comparator: ComparisonOperator, operand: Expression) {
        self.comparator = comparator
        self.operand = operand
    }
}

/// An entry of a dictionary display.
public enum DictionaryItem: Sendable {
    case pair(key: Expression, value: Expression)
    /// `**mapping`
    case unpack(Expression)
}

/// An argument of a call or of a class statement's parentheses, in source order.
public enum Argument: Sendable {
    case positional(Expression)
    /// `*iterable`
    case star(Expression)
    case keyword(name: String, nameRange: SourceRange, value: Expression)
    /// `**mapping`
    case doubleStar(Expression)

    public var value: Expression {
        switch self {
        case .positional(let value), .star(let value), .doubleStar(let value): value
        case .keyword(_, _, let value): value
        }
    }
}

/// `lambda parameters: body`
public final class Lambda: Sendable {
    public let parameters: Parameters
    public let body: Expression
    public let scope: ScopeID
    public init(parameters: Parameters, body: Expression, scope: ScopeID) {
        self.parameters = parameters
        self.body = body
        self.scope = scope
    }
}

/// A list, set or dictionary comprehension or a generator expression. It has a scope of its own, in
/// which everything but the first clause's iterable is evaluated.
public final class Comprehension: Sendable {
    public enum Result: Sendable {
        case list(Expression)
        case set(Expression)
        case dictionary(key: Expression, value: Expression)
        case generator(Expression)
    }

    /// `for target in iterable if condition if condition`
    public struct Clause: Sendable {
        public let target: Expression
        public let iterable: Expression
        public let conditions: [Expression]
        public init(target: Expression, iterable: Expression, conditions: [Expression]) {
            self.target = target
            self.iterable = iterable
            self.conditions = conditions
        }
    }

    public let result: Result
    /// At least one.
    public let clauses: [Clause]
    public let scope: ScopeID
    public init(result: Result, clauses: [Clause], scope: ScopeID) {
        self.result = result
        self.clauses = clauses
        self.scope = scope
    }
}
