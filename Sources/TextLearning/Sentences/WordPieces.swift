import Foundation

/// Cuts texts into pieces of words that a vocabulary has (Wu and others, 2016), as BERT's uncased tokenizer does: small
/// letters without accents, punctuation and Chinese characters apart, then the longest known pieces from the left.
public struct WordPieces: Sendable {
    public let pieces: [String]
    private let indices: [String: Int]
    /// Pieces of a text at most, start and end among them.
    public let limit: Int

    public static let padding = 0
    private let unknown: Int
    private let start: Int
    private let end: Int

    /// - Parameter pieces: In the order of their indices, with `[PAD]` first, and `[UNK]`, `[CLS]` and `[SEP]`.
    public init(_ pieces: [String], limit: Int = 128) throws(TextError) {
        var indices: [String: Int] = [:]
        for (index, piece) in pieces.enumerated() { indices[piece] = index }
        guard pieces.first == "[PAD]", let unknown = indices["[UNK]"], let start = indices["[CLS]"],
            let end = indices["[SEP]"]
        else { throw .wrongKind("a vocabulary of word pieces has [PAD] first, and [UNK], [CLS] and [SEP]") }
        self.pieces = pieces
        self.indices = indices
        self.limit = max(2, limit)
        (self.unknown, self.start, self.end) = (unknown, start, end)
    }

    /// The pieces of a file with one a line.
    public init(contentsOf path: String, limit: Int = 128) throws(TextError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .unreadable(path, String(cString: strerror(errno)))
        }
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        try self.init((lines.last?.isEmpty == true ? lines.dropLast() : lines[...]).map(String.init), limit: limit)
    }

    /// The indices of a text's pieces between those of start and end.
    public func callAsFunction(_ text: String) -> [Int] {
        var result = [start]
        for word in Self.words(text) {
            result += cut(word)
            if result.count >= limit { break }
        }
        return result.prefix(limit - 1) + [end]
    }

    /// Words longer than this are unknown.
    private static let longestWord = 100

    private func cut(_ word: [Unicode.Scalar]) -> [Int] {
        guard word.count <= Self.longestWord else { return [unknown] }
        var (result, place): ([Int], Int) = ([], 0)
        while place < word.count {
            var last = word.count
            var found: Int?
            while last > place, found == nil {
                let piece = String(String.UnicodeScalarView(word[place..<last]))
                found = indices[place == 0 ? piece : "##" + piece]
                if found == nil { last -= 1 }
            }
            guard let found else { return [unknown] }
            result.append(found)
            place = last
        }
        return result
    }

    static func words(_ text: String) -> [[Unicode.Scalar]] {
        var words: [[Unicode.Scalar]] = []
        var word: [Unicode.Scalar] = []
        func finish() {
            if !word.isEmpty { words.append(word) }
            word = []
        }
        // Accents are taken off letters that are written as one.
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            if isSpace(scalar) {
                finish()
            } else if isControl(scalar) || scalar.properties.generalCategory == .nonspacingMark {
                continue
            } else if isPunctuation(scalar) || isChinese(scalar) {
                finish()
                words.append([scalar])
            } else {
                word.append(scalar)
            }
        }
        finish()
        return words
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar.properties.generalCategory == .spaceSeparator
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value == 0 || scalar.value == 0xFFFD { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .surrogate, .unassigned: return true
        default: return false
        }
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 33...47, 58...64, 91...96, 123...126: return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }

    private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
            true
        default: false
        }
    }
}
