/// Splits text into words, with shorthand written out, numbers as digits and sentences counted.
enum Tokenizer {
    static func words(_ text: String) -> [Word] {
        var words: [Word] = []
        var sentence = 0
        var run = 0
        for piece in pieces(text) {
            switch piece.kind {
            case .word:
                for part in Shorthand.expand(piece.text) ?? [piece.text] {
                    var word = Word(part, range: piece.range)
                    word.sentence = sentence
                    word.run = run
                    words.append(word)
                }
            case .mark(let mark):
                if !words.isEmpty, words[words.count - 1].mark == nil || mark == "\n" { words[words.count - 1].mark = mark }
                run += 1
                if ".!?;\n".contains(mark) { sentence += 1 }
            }
        }
        return numbered(joined(words))
    }

    private enum Kind { case word, mark(Character) }
    private struct Piece {
        var kind: Kind
        var text: String
        var range: Range<Int>
    }

    /// Words and marks. An apostrophe inside a word goes with `n't` as `not`, else ends the word.
    private static func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        let bytes = bytes(text)
        var word: [UInt8] = []
        var start = 0
        func isDigit(_ index: Int) -> Bool { bytes.indices.contains(index) && bytes[index] >= 48 && bytes[index] <= 57 }
        func isLetter(_ index: Int) -> Bool {
            bytes.indices.contains(index) && (bytes[index] | 32 >= 97 && bytes[index] | 32 <= 122 || bytes[index] >= 195)
        }
        func flush(_ end: Int) {
            guard !word.isEmpty else { return }
            add(String(decoding: word, as: UTF8.self), start..<end)
            word = []
        }
        func add(_ text: String, _ range: Range<Int>) {
            pieces.append(Piece(kind: .word, text: text, range: range))
        }
        func mark(_ character: Character, _ index: Int) {
            flush(index)
            pieces.append(Piece(kind: .mark(character), text: "", range: index..<index + 1))
        }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let lower = byte >= 65 && byte <= 90 ? byte + 32 : byte
            switch lower {
            case 97...122:
                // A letter after digits is a word of its own: 224x224, 5k.
                if let last = word.last, last >= 48 && last <= 57, !word.contains(where: { $0 >= 97 }) {
                    flush(index)
                    start = index
                    // The sign of times between numbers.
                    if lower == 120, isDigit(index + 1) { break }
                }
                if word.isEmpty { start = index }
                word.append(lower)
            case 48...57:
                if word.isEmpty { start = index }
                word.append(lower)
            case 46, 44:  // full stop, comma
                if isDigit(index + 1), word.allSatisfy({ $0 >= 48 && $0 <= 57 || $0 == 46 }), lower == 46 || !word.isEmpty {
                    if lower == 44 { break }
                    if word.isEmpty {
                        start = index
                        word = [48]
                    }
                    word.append(46)
                } else if lower == 46, word.count <= 1, isLetter(index + 1) || word.count == 1 && isAbbreviation(index) {
                    break  // e.g.
                } else {
                    mark(lower == 46 ? "." : ",", index)
                }
            case 39, 96, 34, 42, 95:  // quotes, emphasis, underscore
                if lower == 39, isLetter(index + 1), !word.isEmpty {
                    contraction(bytes, &index, &word)
                } else {
                    flush(index)
                }
            case 0: break
            case 38: flush(index); add("and", index..<index + 1)
            case 33: mark("!", index)
            case 63: mark("?", index)
            case 59: mark(";", index)
            case 58: mark(":", index)
            case 40, 41, 91, 93: mark("(", index)
            case 10: mark("\n", index)
            case 45:  // hyphen, arrow
                if bytes.indices.contains(index + 1), bytes[index + 1] == 62 {
                    mark(">", index)
                    index += 1
                } else if word.isEmpty || !isLetter(index + 1) {
                    if word.isEmpty, !pieces.isEmpty { mark("-", index) } else { flush(index) }
                } else {
                    flush(index)
                }
            case 61: flush(index); if bytes.indices.contains(index + 1) { mark("=", index) }
            case 47, 92, 32, 9, 13: slash(bytes, &index, &word, flush)
            case 194...244: wide(bytes, &index, &word, &start, flush, mark)
            default: flush(index)
            }
            index += 1
        }
        flush(bytes.count)
        return pieces
        func isAbbreviation(_ dot: Int) -> Bool { dot >= 3 && bytes[dot - 2] == 46 }
    }

    /// `w/`, `w/o` and `b/c` are words; any other slash parts two.
    private static func slash(_ bytes: [UInt8], _ index: inout Int, _ word: inout [UInt8], _ flush: (Int) -> Void) {
        guard bytes[index] == 47 else { return flush(index) }
        let next = bytes.indices.contains(index + 1) ? bytes[index + 1] | 32 : 32
        let afterNext = bytes.indices.contains(index + 2) ? bytes[index + 2] | 32 : 32
        let endsThere = afterNext < 97 || afterNext > 122
        if word == Array("w".utf8), next == 111, endsThere {
            word = Array("without".utf8)
            index += 1
        } else if word == Array("w".utf8) {
            word = Array("with".utf8)
        } else if word == Array("b".utf8), next == 99, endsThere {
            word = Array("because".utf8)
            index += 1
        }
        flush(index)
    }

    /// `don't` is `do not`; of `it's` and `we're` the first part is enough.
    private static func contraction(_ bytes: [UInt8], _ index: inout Int, _ word: inout [UInt8]) {
        var end = index + 1
        while end < bytes.count, bytes[end] | 32 >= 97, bytes[end] | 32 <= 122 { end += 1 }
        let tail = bytes[(index + 1)..<end].map { $0 | 32 }
        if tail == Array("t".utf8), word.last == UInt8(ascii: "n") {
            word = word + Array("t".utf8)
        } else if tail == Array("s".utf8), ["it", "that", "there", "what"].contains(String(decoding: word, as: UTF8.self)) {
            word += Array("s".utf8)
        }
        index = end - 1
    }

    /// Letters beyond ASCII belong to words; dashes, bullets and arrows are marks; other signs part words.
    private static func wide(
        _ bytes: [UInt8], _ index: inout Int, _ word: inout [UInt8], _ start: inout Int, _ flush: (Int) -> Void,
        _ mark: (Character, Int) -> Void
    ) {
        let end = min(index + (bytes[index] < 224 ? 2 : bytes[index] < 240 ? 3 : 4), bytes.count)
        let character = Character(String(decoding: bytes[index..<end], as: UTF8.self))
        if character.isLetter {
            if word.isEmpty { start = index }
            word += Array(character.lowercased().utf8)
        } else if "→⇒⟶".contains(character) {
            mark(">", index)
        } else if "–—•·".contains(character) {
            mark("-", index)
        } else {
            flush(index)
        }
        index = end - 1
    }

    /// The bytes of a text with curly apostrophes straight, at the same offsets: zeros fill up and are passed over.
    private static func bytes(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        for index in bytes.indices.dropLast(2) where bytes[index] == 0xE2 && bytes[index + 1] == 0x80 {
            guard bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99 else { continue }
            (bytes[index], bytes[index + 1], bytes[index + 2]) = (0, 0, 39)
        }
        return bytes
    }

    /// Words written apart become one.
    private static func joined(_ words: [Word]) -> [Word] {
        var result: [Word] = []
        for word in words {
            if let last = result.last, last.mark == nil, let whole = Shorthand.join(last.text, word.text) {
                var both = Word(whole, range: last.range.lowerBound..<word.range.upperBound)
                (both.sentence, both.run, both.mark) = (last.sentence, last.run, word.mark)
                result[result.count - 1] = both
            } else {
                result.append(word)
            }
        }
        return result
    }

    /// Numbers in words become digits.
    private static func numbered(_ words: [Word]) -> [Word] {
        var result: [Word] = []
        var index = 0
        let texts = words.map(\.text)
        while index < words.count {
            // "one" alone is hardly ever a number.
            guard let (value, count) = NumberWords.read(texts[index...]), value != 1 || count > 1 else {
                result.append(words[index])
                index += 1
                continue
            }
            let last = words[index + count - 1]
            var number = Word(String(value), range: words[index].range.lowerBound..<last.range.upperBound)
            (number.sentence, number.run, number.mark) = (words[index].sentence, words[index].run, last.mark)
            result.append(number)
            index += count
        }
        return result
    }
}
