/// Pairs of brackets, for a prompt that shows them.
public enum Brackets {
    /// The offset of the bracket that belongs to the one at `offset`; nil when there is no bracket
    /// at
    /// `offset` or it has no partner. Brackets within strings and comments do not count.
    public static func partner(ofBracketAt offset: Int, in source: Source) -> Int? {
        var open: [(kind: Token.Kind, offset: Int)] = []
        for token in Scanner.scanTolerantly(source).tokens {
            switch token.kind {
            case .leftParenthesis, .leftBracket, .leftBrace:
                open.append((token.kind, token.start))
            case .rightParenthesis, .rightBracket, .rightBrace:
                guard let last = open.last, closes(token.kind, last.kind) else {
                    if token.start == offset { return nil }
                    continue
                }
                open.removeLast()
                if token.start == offset { return last.offset }
                if last.offset == offset { return token.start }
            default:
                break
            }
        }
        return nil
    }

    private static func closes(_ closing: Token.Kind, _ opening: Token.Kind) -> Bool {
        switch (opening, closing) {
        case (.leftParenthesis, .rightParenthesis), (.leftBracket, .rightBracket),
            (.leftBrace, .rightBrace):
            true
        default:
            false
        }
    }
}
