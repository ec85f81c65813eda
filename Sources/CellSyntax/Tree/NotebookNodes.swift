/// A piece of a shell command or of a magic's arguments.
public enum ShellPart: Sendable {
    case text(String)
    /// `$name`, `$name.attribute` or `{expression}`: the value's `str` goes in. When any of them
    /// cannot be evaluated, IPython passes the command on as written, in ``ShellCommand/text``.
    case value(Expression)
}

/// `!command`, at the start of a statement or on the right of an assignment.
public final class ShellCommand: Sendable {
    /// What follows `!` as written, with backslash line joins kept.
    public let text: String
    /// The same with variables marked. One text when a `{…}` holds no expression, as in `awk
    /// '{print}'`.
    public let parts: [ShellPart]
    /// `!!command`, which shows the output as a list of lines.
    public let capturesLines: Bool
    public init(text: String, parts: [ShellPart], capturesLines: Bool) {
        self.text = text
        self.parts = parts
        self.capturesLines = capturesLines
    }
}

/// `%name arguments`
public final class LineMagic: Sendable {
    public let name: String
    public let nameRange: SourceRange
    /// The rest of the line, trimmed.
    public let arguments: String
    public let argumentsRange: SourceRange
    public init(
        name: String, nameRange: SourceRange, arguments: String, argumentsRange: SourceRange
    ) {
        self.name = name
        self.nameRange = nameRange
        self.arguments = arguments
        self.argumentsRange = argumentsRange
    }
}

/// `%%name arguments` on a cell's first line; the rest of the cell is its body.
public final class CellMagic: Sendable {
    public let name: String
    public let nameRange: SourceRange
    public let arguments: String
    public let argumentsRange: SourceRange
    public let body: String
    /// For magics whose body is cell code: ``Parser/parse(_:range:)`` keeps its error positions
    /// right.
    public let bodyRange: SourceRange
    public init(
        name: String, nameRange: SourceRange, arguments: String, argumentsRange: SourceRange,
        body: String, bodyRange: SourceRange
    ) {
        self.name = name
        self.nameRange = nameRange
        self.arguments = arguments
        self.argumentsRange = argumentsRange
        self.body = body
        self.bodyRange = bodyRange
    }
}

/// `?name`, `name?`, and with two marks for more, such as the source.
public final class HelpRequest: Sendable {
    /// What help is asked about, as written: `learn.fine_tune`, `%timeit`; empty for a lone `?`.
    public let subject: String
    public let subjectRange: SourceRange
    /// The subject as an expression, where it is one.
    public let expression: Expression?
    /// Two question marks.
    public let isDetailed: Bool
    public init(
        subject: String, subjectRange: SourceRange, expression: Expression?, isDetailed: Bool
    ) {
        self.subject = subject
        self.subjectRange = subjectRange
        self.expression = expression
        self.isDetailed = isDetailed
    }
}

/// A comment at the head of a cell that says how to show it: `#hide`, `#id first_training`,
/// `#caption Results`, or with nbdev's bar, `#| export`.
public struct Directive: Sendable, Hashable {
    public let name: String
    public let argument: String
    public let range: SourceRange
    public init(name: String, argument: String, range: SourceRange) {
        self.name = name
        self.argument = argument
        self.range = range
    }
}
