/// The parameters of a function, native or written in a cell, in the order of its argument slots: positional-only,
/// ordinary, keyword-only, `*args`, `**kwargs`.
public final class Signature: @unchecked Sendable {
    /// In whose words errors of arguments are told.
    public enum Style: Sendable {
        /// As CPython tells them of functions written in Python.
        case python
        /// As CPython tells them of functions written in C, such as `len` and `list.append`.
        case native
    }

    public let names: [Str]
    public let positionalOnly: Int
    /// Positional-only and ordinary ones.
    public let positional: Int
    public let keywordOnly: Int
    public let hasVariadic: Bool
    public let hasKeywords: Bool
    public internal(set) var style: Style
    /// The first argument is `self`, which messages do not count when the style is native.
    public let isMethod: Bool

    public init(
        names: [String], positionalOnly: Int = 0, positional: Int, keywordOnly: Int = 0, hasVariadic: Bool = false,
        hasKeywords: Bool = false, style: Style = .python, isMethod: Bool = false
    ) {
        self.names = names.map { name in
            let string = Str(text: name)
            _ = string.hash
            return string
        }
        self.positionalOnly = positionalOnly
        self.positional = positional
        self.keywordOnly = keywordOnly
        self.hasVariadic = hasVariadic
        self.hasKeywords = hasKeywords
        self.style = style
        self.isMethod = isMethod
    }

    /// How many argument slots a call fills.
    public var slotCount: Int { names.count }

    /// No more than positional parameters.
    var isPlain: Bool { names.count == positional }

    /// How many of a function's last positional parameters have defaults is up to the function; `(a, /, b, *args)`.
    func text(defaults: ContiguousArray<String?>) -> String {
        var parts: [String] = []
        func add(_ index: Int) {
            parts.append(names[index].text + (defaults[index].map { "=\($0)" } ?? ""))
        }
        for index in 0..<positional {
            add(index)
            if index == positionalOnly - 1, !(isMethod && positionalOnly == 1) { parts.append("/") }
        }
        if hasVariadic {
            parts.append("*" + names[positional + keywordOnly].text)
        } else if keywordOnly > 0 {
            parts.append("*")
        }
        for index in positional..<positional + keywordOnly { add(index) }
        if hasKeywords, let last = names.last { parts.append("**" + last.text) }
        return "(" + parts.joined(separator: ", ") + ")"
    }
}
