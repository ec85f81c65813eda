/// Cuts a text into words and punctuation as spaCy's English tokenizer does, which fastai uses.
///
/// Stretches between spaces are taken apart: exceptions such as "don't" are known, punctuation comes off in front
/// and behind until nothing more does, addresses stay whole, and hyphens and the like come apart within. Then faces such
/// as ":-)" are put together again. White space other than one space is a token, too.
public struct WordTokenizer: Sendable {
    public init() {}

    typealias Word = [Unicode.Scalar]

    private struct Token {
        let text: String
        /// Whether the next token follows without a space.
        var isJoined: Bool
    }

    /// Stretches that were taken apart before: few words make up most of all texts.
    public struct Memory {
        fileprivate var parts: [String: [String]] = [:]
        public init() {}
    }

    /// The tokens of a text.
    public func tokens(_ text: String) -> [String] {
        var memory = Memory()
        return tokens(text, &memory)
    }

    /// The tokens of one of many texts.
    public func tokens(_ text: String, _ memory: inout Memory) -> [String] {
        let scalars = text.unicodeScalars
        var found: [Token] = []
        found.reserveCapacity(text.utf8.count / 4)
        var start = scalars.startIndex
        var isSpace = scalars.first?.isSpace ?? false
        func take(_ end: String.Index) {
            guard start < end else { return }
            let span = String(scalars[start..<end])
            if isSpace { return found.append(Token(text: span, isJoined: true)) }
            if let known = memory.parts[span] {
                for part in known { found.append(Token(text: part, isJoined: true)) }
                return
            }
            let parts = Self.parts(Array(span.unicodeScalars)[...], withExceptions: true).map { Self.text($0) }
            memory.parts[span] = parts
            for part in parts { found.append(Token(text: part, isJoined: true)) }
        }
        var place = scalars.startIndex
        while place < scalars.endIndex {
            let next = scalars.index(after: place)
            if scalars[place].isSpace != isSpace {
                take(place)
                start = place
                if scalars[place] == " ", !found.isEmpty {
                    found[found.count - 1].isJoined = false
                    start = next
                }
                isSpace.toggle()
            }
            place = next
        }
        take(scalars.endIndex)
        return Self.rejoined(found)
    }

    private static func text(_ word: Word) -> String { String(String.UnicodeScalarView(word)) }

    /// The tokens of a stretch without white space.
    private static func parts(_ span: ArraySlice<Unicode.Scalar>, withExceptions: Bool) -> [Word] {
        func exception(_ text: ArraySlice<Unicode.Scalar>) -> [Word]? {
            withExceptions ? WordExceptions.table[Array(text)] : nil
        }
        var text = span
        var (front, back): ([Word], [Word]) = ([], [])
        var lastCount = 0
        while !text.isEmpty, text.count != lastCount {
            if exception(text) != nil { break }
            lastCount = text.count
            let prefix = WordPatterns.prefix(text)
            if prefix > 0, prefix < text.count, exception(text.dropFirst(prefix)) != nil {
                front.append(Array(text.prefix(prefix)))
                text = text.dropFirst(prefix)
                break
            }
            let suffix = WordPatterns.suffix(text.dropFirst(prefix))
            if suffix > 0, suffix < text.count, exception(text.dropLast(suffix)) != nil {
                back.append(Array(text.suffix(suffix)))
                text = text.dropLast(suffix)
                break
            }
            if prefix > 0 {
                front.append(Array(text.prefix(prefix)))
                text = text.dropFirst(prefix)
            }
            if suffix > 0 {
                back.append(Array(text.suffix(suffix)))
                text = text.dropLast(suffix)
            }
        }
        if !text.isEmpty {
            front += exception(text) ?? (WebAddressPattern.matches(text) ? [Array(text)] : pieces(text))
        }
        return front + back.reversed()
    }

    /// A word cut at what stands within it.
    private static func pieces(_ text: ArraySlice<Unicode.Scalar>) -> [Word] {
        var result: [Word] = []
        var start = text.startIndex
        for infix in WordPatterns.infixes(text) where infix.lowerBound != text.startIndex {
            if infix.lowerBound > start { result.append(Array(text[start..<infix.lowerBound])) }
            result.append(Array(text[infix]))
            start = infix.upperBound
        }
        if start < text.endIndex { result.append(Array(text[start...])) }
        return result
    }

    // MARK: Exceptions that come apart

    /// Exceptions by the tokens into which they would be cut: a tree of tokens.
    private final class Node: Sendable {
        let next: [String: Node]
        let isWhole: Bool

        init(_ sequences: [[String]]) {
            isWhole = sequences.contains { $0.isEmpty }
            next = Dictionary(grouping: sequences.filter { !$0.isEmpty }, by: { $0[0] }).mapValues { rest in
                Node(rest.map { Array($0.dropFirst()) })
            }
        }
    }

    private static let sequences = Node(
        WordExceptions.table.keys.filter { text in
            WordPatterns.prefix(text[...]) > 0 || WordPatterns.suffix(text[...]) > 0
                || !WordPatterns.infixes(text[...]).isEmpty
        }.map { parts($0[...], withExceptions: false).map { text($0) } })

    private static func wholes(_ tokens: [Token]) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        for start in tokens.indices {
            var (node, end) = (sequences.next[tokens[start].text], start + 1)
            while let known = node {
                if known.isWhole { spans.append(start..<end) }
                node = end < tokens.count ? known.next[tokens[end].text] : nil
                end += 1
            }
        }
        return spans
    }

    /// Puts together what makes an exception, the longest first.
    private static func rejoined(_ tokens: [Token]) -> [String] {
        var spans = wholes(tokens)
        guard !spans.isEmpty else { return tokens.map(\.text) }
        spans.sort { ($0.count, $1.lowerBound) > ($1.count, $0.lowerBound) }
        var taken = Set<Int>()
        var chosen: [Int: Range<Int>] = [:]
        for span in spans {
            if !taken.contains(span.lowerBound), !taken.contains(span.upperBound - 1) { chosen[span.lowerBound] = span }
            taken.formUnion(span)
        }
        var result: [String] = []
        result.reserveCapacity(tokens.count)
        var place = 0
        while place < tokens.count {
            guard let span = chosen[place], tokens[span.dropLast()].allSatisfy(\.isJoined),
                let parts = WordExceptions.table[tokens[span].flatMap { Array($0.text.unicodeScalars) }]
            else {
                result.append(tokens[place].text)
                place += 1
                continue
            }
            result += parts.map { text($0) }
            place = span.upperBound
        }
        return result
    }
}
