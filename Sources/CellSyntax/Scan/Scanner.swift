/// Splits a source into tokens: words, signs, literals, and the newlines and indentations that
/// Python gives meaning to. A line that belongs to the notebook (`!ls`, `%time f()`, `name?`) is
/// one token.
public struct Scanner {
    /// What a scan found. The tokens always end in `endOfText`, after an error too.
    public struct Result: Sendable {
        public var tokens: ContiguousArray<Token> = []
        /// The first thing wrong with the characters, and there the tokens end.
        public var error: SyntaxError?
        /// Ranges of comments, for highlighting and directives.
        public var comments: [SourceRange] = []
        /// Offsets of brackets that are open where the text (or the error) ends, outermost first.
        public var openBrackets: [Int] = []
    }

    let source: Source
    let bytes: [UInt8]
    let end: Int
    var position: Int
    var result = Result()
    var brackets: [(byte: UInt8, offset: Int)] = []
    /// Columns of the open blocks, with tabs to the next multiple of 8, and with tabs as 1: where
    /// the two disagree about a comparison, tabs and spaces are mixed.
    private var indents: [(column: Int, alternative: Int)] = [(0, 0)]

    /// Python's own limits.
    static let maximumIndents = 100
    static let maximumBrackets = 200

    /// The text stands in brackets: lines and indentation mean nothing.
    let isNested: Bool

    private init(_ source: Source, range: SourceRange, isNested: Bool) {
        self.source = source
        self.isNested = isNested
        bytes = source.utf8
        position = range.lowerBound
        end = range.upperBound
    }

    /// Scans a source or the part of it in `range`.
    public static func scan(_ source: Source, range: SourceRange? = nil) -> Result {
        scan(source, range: range, isNested: false)
    }

    static func scan(_ source: Source, range: SourceRange?, isNested: Bool) -> Result {
        let whole = 0..<source.utf8.count
        var scanner = Scanner(
            source, range: (range ?? whole).clamped(to: whole), isNested: isNested)
        scanner.result.tokens.reserveCapacity((scanner.end - scanner.position) / 4 + 4)
        do throws(SyntaxError) {
            try scanner.scanAll()
        } catch {
            scanner.result.error = error
        }
        scanner.result.openBrackets = scanner.brackets.map(\.offset)
        scanner.finish()
        return scanner.result
    }

    private mutating func scanAll() throws(SyntaxError) {
        if position == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        var atLineStart = !isNested
        while true {
            if atLineStart, brackets.isEmpty {
                guard try scanLineStart() else { break }
                atLineStart = false
                if try scanNotebookLine() { continue }
            }
            try skipBlanks()
            guard position < end else { break }
            let byte = bytes[position]
            if Byte.isLineEnd(byte) {
                let start = position
                skipLineEnd()
                if brackets.isEmpty, !isNested {
                    add(.newline, from: start)
                    atLineStart = true
                }
            } else if byte == Byte.hash {
                skipComment()
            } else {
                try scanToken(byte)
            }
        }
    }

    /// Closes the last line and all blocks.
    private mutating func finish() {
        let place = min(position, end)
        if let last = result.tokens.last, last.kind != .newline, last.kind != .dedent,
            result.error == nil
        {
            result.tokens.append(Token(.newline, place, place))
        }
        for _ in indents.dropFirst() { result.tokens.append(Token(.dedent, place, place)) }
        result.tokens.append(Token(.endOfText, place, place))
    }

    // MARK: Lines and indentation

    /// Passes blank lines and comments, then opens or closes blocks by the next line's indentation.
    /// Returns false at the end of the text.
    private mutating func scanLineStart() throws(SyntaxError) -> Bool {
        var column = 0
        var alternative = 0
        // Where a backslash joins lines, the first indentation before one counts.
        var joined: (column: Int, alternative: Int)?
        while position < end {
            switch bytes[position] {
            case Byte.space:
                column += 1
                alternative += 1
                position += 1
            case Byte.tab:
                column = (column / 8 + 1) * 8
                alternative += 1
                position += 1
            case Byte.formFeed:
                column = 0
                alternative = 0
                position += 1
            case Byte.hash:
                skipComment()
            case Byte.newline, Byte.carriageReturn:
                skipLineEnd()
                column = 0
                alternative = 0
                joined = nil
            case Byte.backslash:
                if joined == nil, column > 0 { joined = (column, alternative) }
                guard try skipJoin() else { return false }
                column = 0
                alternative = 0
            default:
                if let joined { (column, alternative) = joined }
                try openOrCloseBlocks(column: column, alternative: alternative)
                return true
            }
        }
        return false
    }

    private mutating func openOrCloseBlocks(column: Int, alternative: Int) throws(SyntaxError) {
        let lineStart = source.lineStarts[source.line(at: position) - 1]
        let blanks = max(lineStart, 0)..<position
        let current = indents[indents.count - 1]
        if column == current.column {
            guard alternative == current.alternative else { throw tabError(blanks) }
        } else if column > current.column {
            guard alternative > current.alternative else { throw tabError(blanks) }
            guard indents.count < Self.maximumIndents else {
                throw SyntaxError(
                    "too many levels of indentation", kind: .indentation, range: blanks)
            }
            indents.append((column, alternative))
            result.tokens.append(Token(.indent, position, position))
        } else {
            while column < indents[indents.count - 1].column {
                indents.removeLast()
                result.tokens.append(Token(.dedent, position, position))
            }
            let outer = indents[indents.count - 1]
            guard column == outer.column else {
                throw SyntaxError(
                    "unindent does not match any outer indentation level", kind: .indentation,
                    range: position..<lineEnd(from: position))
            }
            guard alternative == outer.alternative else { throw tabError(blanks) }
        }
    }

    private func tabError(_ range: SourceRange) -> SyntaxError {
        SyntaxError(
            "inconsistent use of tabs and spaces in indentation", kind: .tab, range: range,
            hint: "indent every line with spaces only")
    }

    mutating func skipLineEnd() {
        if bytes[position] == Byte.carriageReturn, position + 1 < end,
            bytes[position + 1] == Byte.newline
        {
            position += 1
        }
        position += 1
    }

    private mutating func skipComment() {
        let start = position
        position = lineEnd(from: position)
        result.comments.append(start..<position)
    }

    func lineEnd(from offset: Int) -> Int {
        var offset = offset
        while offset < end, !Byte.isLineEnd(bytes[offset]) { offset += 1 }
        return offset
    }

    /// Passes spaces and joined lines.
    private mutating func skipBlanks() throws(SyntaxError) {
        while position < end {
            if Byte.isBlank(bytes[position]) {
                position += 1
            } else if bytes[position] == Byte.backslash {
                guard try skipJoin() else { return }
            } else {
                return
            }
        }
    }

    /// Passes a backslash and the line's end after it. Returns false when the text ends there.
    private mutating func skipJoin() throws(SyntaxError) -> Bool {
        let start = position
        position += 1
        guard position < end else {
            throw SyntaxError(
                "unexpected EOF while parsing", range: start..<position, isIncomplete: true)
        }
        guard Byte.isLineEnd(bytes[position]) else {
            throw SyntaxError(
                "unexpected character after line continuation character", range: start..<position)
        }
        skipLineEnd()
        guard position < end else {
            throw SyntaxError(
                "unexpected EOF while parsing", range: start..<start + 1, isIncomplete: true)
        }
        return true
    }

    // MARK: Tokens

    mutating func add(_ kind: Token.Kind, from start: Int) {
        result.tokens.append(Token(kind, start, position))
    }

    func peek(_ distance: Int) -> UInt8 {
        position + distance < end ? bytes[position + distance] : 0
    }

    private mutating func scanToken(_ byte: UInt8) throws(SyntaxError) {
        if Byte.isNameStart(byte) {
            try scanWord()
        } else if Byte.isDigit(byte) || byte == Byte.dot && Byte.isDigit(peek(1)) {
            try scanNumber()
        } else if byte == Byte.quote || byte == Byte.doubleQuote {
            try scanString(from: position)
        } else {
            try scanSign(byte)
        }
    }

    private mutating func scanWord() throws(SyntaxError) {
        let start = position
        var isASCII = true
        while position < end, Byte.isNamePart(bytes[position]) {
            if bytes[position] >= 0x80 { isASCII = false }
            position += 1
        }
        if position < end, bytes[position] == Byte.quote || bytes[position] == Byte.doubleQuote,
            StringPrefix(bytes[start..<position]) != nil
        {
            return try scanString(from: start)
        }
        guard isASCII else {
            try checkCharacters(from: start)
            return add(.name, from: start)
        }
        add(Keyword.kind(of: bytes[start..<position]), from: start)
    }

    /// Names may hold letters and digits of all languages, and nothing else beyond ASCII.
    private mutating func checkCharacters(from start: Int) throws(SyntaxError) {
        var offset = start
        for scalar in String(decoding: bytes[start..<position], as: UTF8.self).unicodeScalars {
            let length = UTF8.width(scalar)
            let isAllowed =
                offset == start
                ? scalar.properties.isXIDStart || scalar == "_" : scalar.properties.isXIDContinue
            guard isAllowed else {
                position = offset
                throw Self.invalidCharacter(scalar, range: offset..<min(offset + length, end))
            }
            offset += length
        }
    }
}
