/// A pattern of a `case`: what a value must be like, and the names that parts of it are bound to.
public final class Pattern: Sendable {
    public let kind: Kind
    public let range: SourceRange

    public init(_ kind: Kind, range: SourceRange) {
        self.kind = kind
        self.range = range
    }

    public enum Kind: Sendable {
        /// A number, a string or a name with dots: compared by `==`.
        case value(Expression)
        /// `None`, `True` and `False`: compared by `is`.
        case singleton(Expression)
        /// A name, which takes anything; nil is the wildcard `_`.
        case capture(Identifier?)
        /// `[a, *rest, b]`, in brackets, parentheses or neither.
        case sequence([Pattern])
        /// `*rest`, only within a sequence; nil is `*_`.
        case star(Identifier?)
        /// `{'key': pattern, **rest}`
        case mapping([Entry], rest: Identifier?)
        /// `Name(pattern, attribute=pattern)`
        case `class`(Expression, [Pattern], [Attribute])
        /// `a | b`
        case or([Pattern])
        /// `pattern as name`
        case `as`(Pattern, Identifier)
    }

    public struct Entry: Sendable {
        public let key: Expression
        public let value: Pattern
    }

    public struct Attribute: Sendable {
        public let name: String
        public let value: Pattern
    }
}

extension Pattern {
    /// Whether every value fits.
    var isIrrefutable: Bool {
        switch kind {
        case .capture: true
        case .as(let pattern, _): pattern.isIrrefutable
        case .or(let patterns): patterns.contains { $0.isIrrefutable }
        default: false
        }
    }

    /// The names that it binds, in the order they are written.
    public var names: [Identifier] {
        switch kind {
        case .value, .singleton: []
        case .capture(let name), .star(let name): [name].compactMap(\.self)
        case .sequence(let parts): parts.flatMap(\.names)
        case .or(let parts): parts.first?.names ?? []
        case .mapping(let entries, let rest): entries.flatMap(\.value.names) + [rest].compactMap(\.self)
        case .class(_, let parts, let attributes): parts.flatMap(\.names) + attributes.flatMap(\.value.names)
        case .as(let pattern, let name): pattern.names + [name]
        }
    }

    /// Every occurrence of a name that it binds: those of all alternatives, too.
    var occurrences: [Identifier] {
        switch kind {
        case .or(let parts): parts.flatMap(\.occurrences)
        case .sequence(let parts): parts.flatMap(\.occurrences)
        case .mapping(let entries, let rest): entries.flatMap(\.value.occurrences) + [rest].compactMap(\.self)
        case .class(_, let parts, let attributes):
            parts.flatMap(\.occurrences) + attributes.flatMap(\.value.occurrences)
        case .as(let pattern, let name): pattern.occurrences + [name]
        default: names
        }
    }

    /// The expressions in it: values, keys and classes.
    var expressions: [Expression] {
        switch kind {
        case .value(let value), .singleton(let value): [value]
        case .capture, .star: []
        case .sequence(let parts), .or(let parts): parts.flatMap(\.expressions)
        case .mapping(let entries, _): entries.flatMap { [$0.key] + $0.value.expressions }
        case .class(let type, let parts, let attributes):
            [type] + parts.flatMap(\.expressions) + attributes.flatMap(\.value.expressions)
        case .as(let pattern, _): pattern.expressions
        }
    }
}

/// `case pattern if guard: body`
public struct MatchCase: Sendable {
    public let pattern: Pattern
    public let `guard`: Expression?
    public let body: [Statement]
    public let range: SourceRange
}
