/// Cuts text into words and marks, byte by byte.
struct TextScanner {
    enum Kind { case word, mark(Character) }

    struct Piece {
        var kind: Kind
        var text: String
        /// Offsets of UTF-8.
        var range: Range<Int>
        var isCapital = false
    }

    private let bytes: [UInt8]
    private var index = 0
    private var word: [UInt8] = []
    private var start = 0
    private var pieces: [Piece] = []

    init(_ text: String) {
        var bytes = Array(text.utf8)
        // Curly apostrophes become straight ones; zeros fill up, and are passed over.
        for index in bytes.indices.dropLast(2) where bytes[index] == 0xE2 && bytes[index + 1] == 0x80 {
            guard bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99 else { continue }
            (bytes[index], bytes[index + 1], bytes[index + 2]) = (0, 0, 39)
        }
        self.bytes = bytes
    }

    func read() -> [Piece] {
        var scanner = self
        while scanner.index < bytes.count { scanner.step() }
        scanner.flush()
        return scanner.pieces
    }

    private mutating func step() {
        let byte = bytes[index]
        let lower = byte >= 65 && byte <= 90 ? byte + 32 : byte
        switch lower {
        case 97...122: letter(lower)
        case 48...57: append(lower)
        case UInt8(ascii: "."), UInt8(ascii: ","): stop(byte)
        case UInt8(ascii: "'"): if isLetter(index + 1), !word.isEmpty { contraction() } else { flush() }
        case UInt8(ascii: "&"):
            flush()
            pieces.append(Piece(kind: .word, text: "and", range: index..<index + 1))
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "="), 10:
            mark(Character(UnicodeScalar(byte)))
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): mark("(")
        case UInt8(ascii: "-"): hyphen()
        case UInt8(ascii: "/"): slash()
        case 194...244: wide()
        case 0: break
        default: flush()
        }
        index += 1
    }

    // MARK: Pieces

    private mutating func append(_ byte: UInt8) {
        if word.isEmpty { start = index }
        word.append(byte)
    }

    private mutating func flush() {
        guard !word.isEmpty else { return }
        let isCapital = bytes[start] >= 65 && bytes[start] <= 90
        pieces.append(
            Piece(kind: .word, text: String(decoding: word, as: UTF8.self), range: start..<index, isCapital: isCapital))
        word = []
    }

    private mutating func mark(_ character: Character) {
        flush()
        pieces.append(Piece(kind: .mark(character), text: "", range: index..<index + 1))
    }

    // MARK: Characters

    private func isDigit(_ place: Int) -> Bool { place < bytes.count && bytes[place] >= 48 && bytes[place] <= 57 }

    private func isLetter(_ place: Int) -> Bool {
        place < bytes.count && (bytes[place] | 32 >= 97 && bytes[place] | 32 <= 122 || bytes[place] >= 195)
    }

    private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] | 32 : 32 }

    private var isNumber: Bool { word.allSatisfy { $0 >= 48 && $0 <= 57 || $0 == 46 } }

    /// A letter behind digits begins a word of its own, as in 224x224, where the `x` is a sign of times.
    private mutating func letter(_ lower: UInt8) {
        if !word.isEmpty, isNumber {
            flush()
            if lower == UInt8(ascii: "x"), isDigit(index + 1) { return }
        }
        append(lower)
    }

    /// Full stops and commas end something, but not inside `0.2`, `1,000`, `e.g.` and `i.e.`
    private mutating func stop(_ byte: UInt8) {
        let isDot = byte == UInt8(ascii: ".")
        if isDigit(index + 1), isNumber, isDot || !word.isEmpty {
            guard isDot else { return }
            if word.isEmpty { append(48) }
            word.append(46)
        } else if isDot, word.count == 1, !isNumber, isLetter(index + 1) || index >= 2 && bytes[index - 2] == 46 {
            return
        } else {
            mark(isDot ? "." : ",")
        }
    }

    /// `don't` is kept as `dont`, which stands for two words; of `we're` the first part is enough.
    private mutating func contraction() {
        var end = index + 1
        while end < bytes.count, bytes[end] | 32 >= 97, bytes[end] | 32 <= 122 { end += 1 }
        let tail = bytes[(index + 1)..<end].map { $0 | 32 }
        if tail == [UInt8(ascii: "t")], word.last == UInt8(ascii: "n") { word.append(UInt8(ascii: "t")) }
        index = end - 1
    }

    private mutating func hyphen() {
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ">") {
            mark(">")
            index += 1
        } else if word.isEmpty, !pieces.isEmpty {
            mark("-")
        } else {
            flush()
        }
    }

    /// `w/`, `w/o` and `b/c` are words; any other slash parts two.
    private mutating func slash() {
        let endsThere = byte(index + 2) < 97 || byte(index + 2) > 122
        if word == Array("w".utf8), byte(index + 1) == UInt8(ascii: "o"), endsThere {
            word = Array("without".utf8)
            index += 1
        } else if word == Array("w".utf8) {
            word = Array("with".utf8)
        } else if word == Array("b".utf8), byte(index + 1) == UInt8(ascii: "c"), endsThere {
            word = Array("because".utf8)
            index += 1
        }
        flush()
    }

    /// Letters beyond ASCII belong to words; dashes, bullets and arrows are marks; other signs part words.
    private mutating func wide() {
        let end = min(index + (bytes[index] < 224 ? 2 : bytes[index] < 240 ? 3 : 4), bytes.count)
        let character = Character(String(decoding: bytes[index..<end], as: UTF8.self))
        if character.isLetter {
            if word.isEmpty { start = index }
            word += Array(character.lowercased().utf8)
        } else if "→⇒⟶".contains(character) {
            mark(">")
        } else if "–—•·".contains(character) {
            mark("-")
        } else {
            flush()
        }
        index = end - 1
    }
}
