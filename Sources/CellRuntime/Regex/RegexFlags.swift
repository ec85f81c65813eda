/// The flags of `re`, with CPython's numbers.
struct RegexFlags: OptionSet, Sendable {
    let rawValue: Int
    static let ignoreCase = RegexFlags(rawValue: 2)
    static let locale = RegexFlags(rawValue: 4)
    static let multiline = RegexFlags(rawValue: 8)
    static let dotAll = RegexFlags(rawValue: 16)
    static let unicode = RegexFlags(rawValue: 32)
    static let verbose = RegexFlags(rawValue: 64)
    static let debug = RegexFlags(rawValue: 128)
    static let ascii = RegexFlags(rawValue: 256)

    init(rawValue: Int) { self.rawValue = rawValue }

    /// By the letter that stands for it in `(?…)`.
    init?(letter: Unicode.Scalar) {
        switch letter {
        case "i": self = .ignoreCase
        case "L": self = .locale
        case "m": self = .multiline
        case "s": self = .dotAll
        case "x": self = .verbose
        case "a": self = .ascii
        case "u": self = .unicode
        default: return nil
        }
    }

    /// The flags that one of `a`, `u` and `L` excludes.
    var opposites: RegexFlags {
        let kinds: RegexFlags = [.ascii, .unicode, .locale]
        return isDisjoint(with: kinds) ? [] : kinds.subtracting(self)
    }

    /// The letters that PCRE2 has, too.
    var scopedLetters: String {
        (contains(.ignoreCase) ? "i" : "") + (contains(.multiline) ? "m" : "") + (contains(.dotAll) ? "s" : "")
    }
}
