/// The value of an integer literal of any size.
public enum IntegerLiteral: Sendable, Hashable {
    case small(Int)
    /// Too large for `Int`: the digits without prefix and underscores, and the radix 2, 8, 10 or
    /// 16.
    case large(digits: String, radix: Int)
}

/// A piece of an f-string or of a format specification within one.
public enum FormattedPart: Sendable {
    case literal(String)
    case field(FormattedField)
}

/// `{value!r:format}` in an f-string. `{value=}` has become a literal before it.
public final class FormattedField: Sendable {
    public enum Conversion: String, Sendable {
        case str = "s"
        case repr = "r"
        case ascii = "a"
    }

    public let value: Expression
    public let conversion: Conversion?
    /// What follows the colon, itself with fields; nil when there is no colon.
    public let format: [FormattedPart]?
    public let range: SourceRange
    public init(
        value: Expression, conversion: Conversion?, format: [FormattedPart]?, range: SourceRange
    ) {
        self.value = value
        self.conversion = conversion
        self.format = format
        self.range = range
    }
}
