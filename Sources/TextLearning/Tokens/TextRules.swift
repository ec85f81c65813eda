/// fastai's rules that prepare a text for the word tokenizer, each by its name there. They work on code points, as
/// Python's strings do.
public enum TextRules {
    /// All of them in fastai's order: what a text becomes before it is cut into words.
    public static func prepared(_ text: String) -> String {
        var scalars = Array(fixHTML(text).unicodeScalars)
        scalars = replacedRepeats(scalars)
        scalars = replacedRepeatedWords(scalars)
        scalars = spaced(scalars)
        scalars = withoutUselessSpaces(scalars)
        scalars = replacedWords(scalars, .capitals)
        scalars = replacedWords(scalars, .capitalised)
        return lowercased(String(String.UnicodeScalarView(scalars)))
    }

    private static let htmlLeftovers: [(from: [UInt8], to: [UInt8])] = [
        ("#39;", "'"), ("amp;", "&"), ("#146;", "'"), ("nbsp;", " "), ("#36;", "$"), ("\\n", "\n"), ("quot;", "'"),
        ("<br />", "\n"), ("\\\"", "\""), ("<unk>", "xxunk"), (" @.@ ", "."), (" @-@ ", "-"), ("...", " …"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// Plain text of what other programs left of HTML: `fix_html`.
    public static func fixHTML(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for (from, to) in htmlLeftovers { bytes = replaced(bytes, from, to) }
        return String(decoding: HTMLText.unescaped(bytes), as: UTF8.self)
    }

    private static func replaced(_ text: [UInt8], _ from: [UInt8], _ to: [UInt8]) -> [UInt8] {
        guard let first = from.first, var place = text.firstIndex(of: first) else { return text }
        var result: [UInt8] = []
        var kept = 0
        while place + from.count <= text.count {
            if text[place..<place + from.count].elementsEqual(from) {
                result += text[kept..<place]
                result += to
                place += from.count
                kept = place
            } else {
                place += 1
            }
            guard let next = text[place...].firstIndex(of: first) else { break }
            place = next
        }
        return kept == 0 ? text : result + text[kept...]
    }

    private static func append(_ text: String, to scalars: inout [Unicode.Scalar]) {
        scalars.append(contentsOf: text.unicodeScalars)
    }

    /// "cccc" becomes " xxrep 4 c ": `replace_rep`.
    static func replacedRepeats(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        var place = 0
        while place < text.count {
            let scalar = text[place]
            var end = place + 1
            while end < text.count, text[end] == scalar { end += 1 }
            if end - place >= 3, !scalar.isSpace {
                append(" \(SpecialToken.repeated.rawValue) \(end - place) ", to: &result)
                result.append(scalar)
                result.append(" ")
            } else {
                result.append(contentsOf: text[place..<end])
            }
            place = end
        }
        return result
    }

    /// "word word word " becomes " xxwrep 3 word  ": `replace_wrep`.
    static func replacedRepeatedWords(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        var place = 0
        while place < text.count {
            if place == 0 || text[place].isSpace, let found = repeatedWord(text, at: place) {
                append(" \(SpecialToken.repeatedWord.rawValue) \(found.count) ", to: &result)
                result.append(contentsOf: text[found.word])
                result.append(" ")
                result.append(contentsOf: text[found.rest])
                place = found.rest.upperBound
            } else {
                result.append(text[place])
                place += 1
            }
        }
        return result
    }

    /// A word that stands three times or more in a row, from a space or the beginning on.
    private static func repeatedWord(
        _ text: [Unicode.Scalar], at place: Int
    ) -> (count: Int, word: Range<Int>, rest: Range<Int>)? {
        // At the beginning there may be no space before it, or one.
        let starts = text[place].isSpace ? [place + 1] : [place]
        for start in starts {
            var end = start
            while end < text.count, text[end].isWord { end += 1 }
            guard end > start else { continue }
            var (count, last, next) = (1, end, end)
            while true {
                var word = next
                while word < text.count, text[word].isSpace { word += 1 }
                let wordEnd = word + (end - start)
                guard word > next, wordEnd <= text.count, text[word..<wordEnd].elementsEqual(text[start..<end]) else {
                    break
                }
                // The word must end there for it to count, save the last, which may be followed by no word character.
                guard wordEnd == text.count || !text[wordEnd].isWord else { break }
                count += 1
                last = wordEnd
                next = wordEnd
                if wordEnd < text.count, !text[wordEnd].isSpace { break }
            }
            guard count >= 3 else { continue }
            return (count, start..<end, last..<min(last + 1, text.count))
        }
        return nil
    }

    /// Spaces around / # and \: `spec_add_spaces`.
    static func spaced(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard text.contains(where: { $0 == "/" || $0 == "#" || $0 == "\\" }) else { return text }
        return text.flatMap { scalar -> [Unicode.Scalar] in
            scalar == "/" || scalar == "#" || scalar == "\\" ? [" ", scalar, " "] : [scalar]
        }
    }

    /// One space for several: `rm_useless_spaces`.
    static func withoutUselessSpaces(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        for scalar in text where !(scalar == " " && result.last == " ") { result.append(scalar) }
        return result
    }

    /// "NOT" becomes "xxup not", "Not" "xxmaj not": `replace_all_caps` and `replace_maj`. One letter alone is only made
    /// small.
    static func replacedWords(_ text: [Unicode.Scalar], _ token: SpecialToken) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        var place = 0
        while place < text.count {
            var end = place
            while end < text.count, !text[end].isSpace { end += 1 }
            let word = text[place..<end]
            let fits =
                word.first?.isASCIIUpper == true
                && (token == .capitals
                    ? !word.contains(where: \.isASCIILower) : !word.dropFirst().contains(where: \.isASCIIUpper))
            if fits {
                if word.count > 1 { append(token.rawValue + " ", to: &result) }
                append(String(String.UnicodeScalarView(word)).lowercased(), to: &result)
            } else {
                result.append(contentsOf: word)
            }
            if end < text.count { result.append(text[end]) }
            place = end + 1
        }
        return result
    }

    /// Small letters, with the token of a text's start before them: `lowercase`.
    static func lowercased(_ text: String) -> String {
        var scalars = Array(text.lowercased().unicodeScalars)[...]
        while scalars.first?.isSpace == true { scalars.removeFirst() }
        while scalars.last?.isSpace == true { scalars.removeLast() }
        return SpecialToken.textStart.rawValue + " " + String(String.UnicodeScalarView(scalars))
    }
}
