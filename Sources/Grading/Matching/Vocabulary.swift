/// The words a question knows, numbered. Answers' words are looked up in it, with slips of the pen forgiven.
struct Vocabulary: Sendable {
    private var ids: [String: Int] = [:]
    /// Spellings by their first letter, for the search of what a misspelt word was meant to be.
    private var spellings: [UInt8: [(letters: [UInt8], id: Int)]] = [:]
    private var all: [(letters: [UInt8], id: Int)] = []

    /// The number of a stem, which is added where it is new.
    mutating func add(_ word: Word) -> Int {
        if let id = ids[word.stem] { return id }
        let id = ids.count
        ids[word.stem] = id
        let group = Set(Synonyms.group(word.stem) + [Stem.of(word.text), word.text])
        for stem in group.sorted() where stem.utf8.count >= 4 {
            let letters = Array(stem.utf8)
            spellings[letters[0], default: []].append((letters, id))
            all.append((letters, id))
        }
        return id
    }

    func id(_ stem: String) -> Int? { ids[stem] }

    /// Numbers an answer's words, splits what was written together, and forgives slips.
    func number(_ words: [Word]) -> [Word] {
        var result: [Word] = []
        for var word in words {
            if let id = ids[word.stem] {
                word.id = id
            } else if !WordClass.isListed(word.text), word.text.utf8.count >= 4, word.wordClass != .number {
                if let parts = split(word) {
                    result += parts
                    continue
                }
                word.id = nearest(word) ?? -1
            }
            result.append(word)
        }
        return result
    }

    /// `testset`: two known words written together.
    private func split(_ word: Word) -> [Word]? {
        let letters = Array(word.text.utf8)
        guard letters.count >= 7 else { return nil }
        for cut in 3...(letters.count - 3) {
            var left = Word(String(decoding: letters[..<cut], as: UTF8.self), range: word.range)
            var right = Word(String(decoding: letters[cut...], as: UTF8.self), range: word.range)
            guard let first = ids[left.stem], let second = ids[right.stem] else { continue }
            (left.id, left.sentence, left.run) = (first, word.sentence, word.run)
            (right.id, right.sentence, right.run, right.mark) = (second, word.sentence, word.run, word.mark)
            return [left, right]
        }
        return nil
    }

    private func nearest(_ word: Word) -> Int? {
        nearest(Array(word.text.utf8)) ?? nearest(Array(Stem.of(word.text).utf8))
    }

    private func nearest(_ letters: [UInt8]) -> Int? {
        let limit = Spelling.tolerance(letters.count)
        guard limit > 0, let first = letters.first else { return nil }
        var best = (distance: limit + 1, id: -1)
        // Few people misspell a word's first letter; where they do, one slip is all that is forgiven.
        for (spelling, id) in spellings[first] ?? [] {
            let distance = Spelling.distance(letters, spelling, limit: min(limit, Spelling.tolerance(spelling.count)))
            if distance <= min(limit, Spelling.tolerance(spelling.count)), distance < best.distance {
                best = (distance, id)
            }
        }
        if best.id < 0, letters.count >= 6 {
            for (spelling, id) in all where Spelling.distance(letters, spelling, limit: 1) <= 1 { return id }
        }
        return best.id < 0 ? nil : best.id
    }
}
