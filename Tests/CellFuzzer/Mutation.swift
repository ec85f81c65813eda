/// Makes a program from others by damage: bytes, words, lines and parts of another program.
struct Mutation {
    var random: SplitMix
    let corpus: [String]

    private static let words = [
        "if ", "else:", "elif ", ":", "\n", "    ", "\t", "x", "0", "-1", "(", ")", "[", "]", "{", "}", "'", "\"",
        "'''",
        "f'", "rb'", "=", ":=", "lambda ", "for ", " in ", "def f", "class C", "\\", "\\\n", "#", ",", ".", "*", "**",
        "yield ", "yield from ", "not ", "@", ";", "\r\n", "é", "🐦", "0x", "1e", "_", "nonlocal ", "global ", "return ",
        "try:", "except ", "finally:", "import ", "with ", " as ", "->", "del ", "raise ", "assert ", "None", "True",
        "10**30", "range(", "len(", "self.", "__", "while 1:", "break", "continue", "pass", "//", "%", "<<", "~", "...",
    ]

    mutating func program() -> String {
        var lines = random.pick(corpus).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if random.chance(50) { splice(&lines) }
        var bytes = Array(lines.joined(separator: "\n").utf8)
        for _ in 0..<random.below(5) { damage(&bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    mutating func damaged(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for _ in 0..<1 + random.below(4) { damage(&bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func splice(_ lines: inout [String]) {
        let other = random.pick(corpus).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<1 + random.below(4) {
            let place = random.below(lines.count)
            switch random.below(4) {
            case 0: lines.insert(random.pick(other), at: place)
            case 1:
                let start = random.below(other.count)
                lines.insert(contentsOf: other[start..<min(other.count, start + 1 + random.below(8))], at: place)
            case 2: if lines.count > 1 { lines.remove(at: place) }
            default: lines.swapAt(place, random.below(lines.count))
            }
        }
    }

    private mutating func damage(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let place = random.below(bytes.count)
        switch random.below(8) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(random.pick(bytes), at: place)
        case 2: bytes[place] = UInt8(random.below(256))
        case 3: bytes.insert(contentsOf: Array(random.pick(Self.words).utf8), at: place)
        case 4: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(12)))
        case 5:
            let end = min(bytes.count, place + 1 + random.below(20))
            bytes.insert(contentsOf: Array(bytes[place..<end]), at: random.below(bytes.count))
        case 6: replaceNumber(&bytes, from: place)
        default: if random.chance(20) { bytes.removeSubrange(place...) }
        }
    }

    private mutating func replaceNumber(_ bytes: inout [UInt8], from place: Int) {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let start = bytes[place...].firstIndex(where: digits.contains) else { return }
        let end = bytes[start...].firstIndex { !digits.contains($0) } ?? bytes.count
        let numbers = ["0", "1", "-1", "2", "255", "65536", "9223372036854775807", "10**20", "1e308", "0.1", "(1<<64)"]
        bytes.replaceSubrange(start..<end, with: Array(random.pick(numbers).utf8))
    }
}
