/// One occurrence of a name that a scope decides about: a variable read or written, a parameter,
/// the name that `def`, `class`, `import … as` or `except … as` binds.
///
/// Attribute and keyword-argument names are plain strings, for no scope decides about them.
public struct Identifier: Sendable, Hashable {
    /// The name in NFKC form; inside a class, `__name` is already mangled to `_Class__name`.
    public let text: String
    public let range: SourceRange
    /// The number of this occurrence in its ``Module``, counted from 0:
    /// ``Resolution/slot(of:)`` looks up by it.
    public let occurrence: Int

    public init(text: String, range: SourceRange, occurrence: Int) {
        self.text = text
        self.range = range
        self.occurrence = occurrence
    }
}

/// What an expression at this place does with its value.
public enum ExpressionContext: Sendable, Hashable {
    case load
    case store
    case delete
}

/// The number of a scope (module, function, lambda, class or comprehension) in its ``Module``. The
/// module itself is number 0; ``Resolution/scopes`` is indexed by it.
public typealias ScopeID = Int
