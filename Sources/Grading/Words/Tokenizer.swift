/// Splits text into words, with shorthand written out, numbers as digits and sentences counted.
enum Tokenizer {
    static func words(_ text: String) -> [Word] {
        var words: [Word] = []
        var sentence = 0
        var run = 0
        for piece in TextScanner(text).read() {
            switch piece.kind {
            case .word:
                for part in Shorthand.expand(piece.text) ?? [piece.text] {
                    var word = Word(part, range: piece.range)
                    word.sentence = sentence
                    word.run = run
                    word.isCapital = piece.isCapital
                    words.append(word)
                }
            case .mark(let mark):
                if !words.isEmpty, words[words.count - 1].mark == nil || mark == "\n" {
                    words[words.count - 1].mark = mark
                }
                run += 1
                if ".!?;\n".contains(mark) { sentence += 1 }
            }
        }
        return numbered(joined(words))
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
