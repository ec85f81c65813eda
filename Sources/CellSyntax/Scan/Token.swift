/// A word or sign of the language, by its kind and its place in the source.
public struct Token: Sendable, Hashable {
    public let kind: Kind
    public let start: Int
    public let end: Int
    public var range: SourceRange { start..<end }

    public init(_ kind: Kind, _ start: Int, _ end: Int) {
        self.kind = kind
        self.start = start
        self.end = end
    }

    public enum Kind: UInt8, Sendable, Hashable {
        case endOfText, newline, indent, dedent
        case name, integer, float, imaginary
        /// With prefix and quotes; adjacent strings are separate tokens.
        case string
        /// A character that begins nothing here, such as a lone `$`, `!` or `?`.
        case unknown

        case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
        case comma, colon, semicolon, dot, ellipsis, arrow, assign, walrus, at
        case plus, minus, star, doubleStar, slash, doubleSlash, percent
        case shiftLeft, shiftRight, ampersand, bar, caret, tilde
        case less, lessEqual, greater, greaterEqual, equalEqual, notEqual
        case plusAssign, minusAssign, starAssign, doubleStarAssign, slashAssign, doubleSlashAssign
        case percentAssign, atAssign, shiftLeftAssign, shiftRightAssign
        case ampersandAssign, barAssign, caretAssign

        case keywordFalse, keywordNone, keywordTrue, keywordAnd, keywordAs, keywordAssert
        case keywordAsync, keywordAwait, keywordBreak, keywordClass, keywordContinue, keywordDef
        case keywordDel, keywordElif, keywordElse, keywordExcept, keywordFinally, keywordFor
        case keywordFrom, keywordGlobal, keywordIf, keywordImport, keywordIn, keywordIs
        case keywordLambda, keywordNonlocal, keywordNot, keywordOr, keywordPass, keywordRaise
        case keywordReturn, keywordTry, keywordWhile, keywordWith, keywordYield

        /// `!command` to the end of the line.
        case shellLine
        /// `%magic arguments` to the end of the line.
        case magicLine
        /// `%%magic` and all of the text after it.
        case cellMagic
        /// `?name`, `name?` or `name??`: the whole line.
        case helpLine

        public var isKeyword: Bool {
            rawValue >= Self.keywordFalse.rawValue && rawValue <= Self.keywordYield.rawValue
        }

        /// Operators and punctuation.
        public var isSign: Bool {
            rawValue >= Self.leftParenthesis.rawValue && rawValue <= Self.caretAssign.rawValue
        }
    }
}

/// The reserved words of the language.
public enum Keyword {
    static let kinds: [String: Token.Kind] = [
        "False": .keywordFalse, "None": .keywordNone, "True": .keywordTrue, "and": .keywordAnd,
        "as": .keywordAs, "assert": .keywordAssert, "async": .keywordAsync, "await": .keywordAwait,
        "break": .keywordBreak, "class": .keywordClass, "continue": .keywordContinue,
        "def": .keywordDef, "del": .keywordDel, "elif": .keywordElif, "else": .keywordElse,
        "except": .keywordExcept, "finally": .keywordFinally, "for": .keywordFor,
        "from": .keywordFrom, "global": .keywordGlobal, "if": .keywordIf, "import": .keywordImport,
        "in": .keywordIn, "is": .keywordIs, "lambda": .keywordLambda,
        "nonlocal": .keywordNonlocal, "not": .keywordNot, "or": .keywordOr, "pass": .keywordPass,
        "raise": .keywordRaise, "return": .keywordReturn, "try": .keywordTry,
        "while": .keywordWhile, "with": .keywordWith, "yield": .keywordYield,
    ]

    /// All of them, sorted; for completion.
    public static let all: [String] = kinds.keys.sorted()

    /// The longest is `continue` and `nonlocal`, so longer words need no look-up.
    static func kind(of word: ArraySlice<UInt8>) -> Token.Kind {
        guard word.count >= 2, word.count <= 8 else { return .name }
        return kinds[String(decoding: word, as: UTF8.self)] ?? .name
    }
}
