/// What a rubric looks for: a few words near one another in one sentence.
///
/// Written `human|person metric`: words in any order, alternatives with `|`. `_` joins words that stand side by side
/// (`test_set`), `..` asks for the order (`model .. data`), and a `not` in front wants the words denied.
struct Pattern: Sendable {
    struct Element: Sendable {
        /// Numbers of words that stand side by side, in each alternative.
        var alternatives: [[Int]]
    }

    var elements: [Element]
    var isOrdered: Bool
    var isDenied: Bool

    init(_ text: String, _ vocabulary: inout Vocabulary) {
        var parts = text.split(separator: " ").map(String.init)
        isDenied = parts.first == "not"
        if isDenied { parts.removeFirst() }
        isOrdered = parts.contains("..")
        elements = parts.filter { $0 != ".." }.map { part in
            Element(
                alternatives: part.split(separator: "|").map { alternative in
                    Tokenizer.words(String(alternative).replacing("_", with: " ")).map { vocabulary.add($0) }
                }.filter { !$0.isEmpty })
        }.filter { !$0.alternatives.isEmpty }
    }

    /// A place where the pattern is found.
    struct Match: Sendable {
        /// The words that count, by index.
        var words: [Int]
        var isDenied: Bool
    }

    /// All places where the words are, one for each occurrence of the rarest.
    func matches(_ words: [Word]) -> [Match] {
        guard !elements.isEmpty else { return [] }
        var places: [[Range<Int>]] = []
        for element in elements {
            let found = element.places(words)
            if found.isEmpty { return [] }
            places.append(found)
        }
        guard let anchor = places.indices.min(by: { places[$0].count < places[$1].count }) else { return [] }
        let reach = elements.count == 1 ? 0 : 4 * elements.count + 4
        return places[anchor].compactMap { place in
            var chosen = [Range<Int>?](repeating: nil, count: elements.count)
            chosen[anchor] = place
            for index in places.indices where index != anchor {
                let candidates = places[index].filter { candidate in
                    words[candidate.lowerBound].sentence == words[place.lowerBound].sentence
                        && !candidate.overlaps(place)
                        && (!isOrdered || (index < anchor) == (candidate.lowerBound < place.lowerBound))
                }
                chosen[index] = candidates.min {
                    abs($0.lowerBound - place.lowerBound) < abs($1.lowerBound - place.lowerBound)
                }
                if chosen[index] == nil { return nil }
            }
            let found = chosen.compactMap { $0 }.flatMap { Array($0) }.sorted()
            guard let first = found.first, let last = found.last, last - first <= reach + found.count else {
                return nil
            }
            let denied = found.count { words[$0].isDenied }
            return Match(words: found, isDenied: denied * 2 >= found.count && denied > 0)
        }
    }
}

extension Pattern.Element {
    func places(_ words: [Word]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for start in words.indices {
            for alternative in alternatives where start + alternative.count <= words.count {
                guard words[start].id == alternative[0] else { continue }
                if alternative.indices.allSatisfy({ words[start + $0].id == alternative[$0] }) {
                    result.append(start..<start + alternative.count)
                    break
                }
            }
        }
        return result
    }
}
