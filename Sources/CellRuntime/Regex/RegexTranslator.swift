/// Reads a pattern in Python's syntax, with CPython's errors, and writes it in that of PCRE2.
///
/// Groups lose their names (the table of names is kept here), comments and verbose white space go, and
/// everything the two syntaxes see differently is spelled out.
struct RegexTranslator {
    /// What a part of the pattern became, and how many characters it can match.
    struct Piece {
        var text = ""
        var minimum = 0
        var maximum = 0
        static let unbounded = 1 << 32

        mutating func append(_ other: Piece) {
            text += other.text
            minimum = min(minimum + other.minimum, Self.unbounded)
            maximum = min(maximum + other.maximum, Self.unbounded)
        }
    }

    let scalars: [Unicode.Scalar]
    let isBytes: Bool
    var place = 0
    var flags: RegexFlags
    /// Group names in the order of their groups.
    private(set) var names: [(name: String, group: Int)] = []
    var groupCount = 0
    /// The width of each group that is closed; groups still open have none.
    var groupWidths: [Int: (Int, Int)] = [:]
    /// More than one byte or character wide text would need more stack than a cell has.
    private var depth = 0
    private static let maximumDepth = 200

    init(_ pattern: String, flags: RegexFlags, isBytes: Bool) throws(RegexError) {
        scalars = Array(pattern.unicodeScalars)
        self.isBytes = isBytes
        self.flags = flags
    }

    /// The whole pattern.
    mutating func translate() throws(RegexError) -> String {
        let start = (names, groupCount)
        var result = try alternatives(verbose: flags.contains(.verbose), isOutermost: true)
        if place < scalars.count { throw RegexError("unbalanced parenthesis", at: place) }
        // A `(?x)` at the start counts from the start.
        if flags.contains(.verbose), needsSecondReading {
            (names, groupCount) = start
            groupWidths = [:]
            place = 0
            result = try alternatives(verbose: true, isOutermost: true)
        }
        if let unknown = conditions.first(where: { $0.group > groupCount }) {
            throw RegexError("invalid group reference \(unknown.group)", at: unknown.position)
        }
        return result.text
    }

    private var needsSecondReading = false
    /// Groups that conditions name by number, before it is known whether they come.
    private var conditions: [(group: Int, position: Int)] = []

    // MARK: Reading

    private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        place += 1
        return true
    }

    private mutating func until(_ terminator: Unicode.Scalar, _ name: String) throws(RegexError) -> String {
        let start = place
        while let scalar = next, scalar != terminator { place += 1 }
        let text = String(scalars: scalars[start..<place])
        guard place < scalars.count else {
            if text.isEmpty { throw RegexError("missing \(name)", at: place) }
            throw RegexError("missing \(terminator), unterminated name", at: start)
        }
        if text.isEmpty { throw RegexError("missing \(name)", at: place) }
        place += 1
        return text
    }

    // MARK: Grammar

    private mutating func alternatives(verbose: Bool, isOutermost: Bool) throws(RegexError) -> Piece {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.maximumDepth { throw RegexError("groups are nested too deeply", at: place) }
        var result = try sequence(verbose: verbose, isOutermost: isOutermost)
        while accept("|") {
            let other = try sequence(verbose: verbose, isOutermost: false)
            result.text += "|" + other.text
            result.minimum = min(result.minimum, other.minimum)
            result.maximum = max(result.maximum, other.maximum)
        }
        return result
    }

    private enum ItemKind { case plain, position, repetition, nothing }

    private mutating func sequence(verbose startsVerbose: Bool, isOutermost: Bool) throws(RegexError) -> Piece {
        var result = Piece()
        var last = Piece()
        var lastKind = ItemKind.nothing
        var isFirst = true
        let verbose = startsVerbose
        while let scalar = next, scalar != "|", scalar != ")" {
            place += 1
            if verbose {
                if scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) { continue }
                if scalar == "#" {
                    while let skipped = next {
                        place += 1
                        if skipped == "\n" { break }
                    }
                    continue
                }
            }
            var piece: Piece
            var kind = ItemKind.plain
            switch scalar {
            case "\\":
                (piece, kind) = try escape()
            case "[": piece = try characterClass()
            case "*", "+", "?", "{":
                guard let (suffix, low, high) = try quantifier(scalar) else {
                    piece = Self.literal("{")
                    break
                }
                let start = quantifierStart
                if lastKind == .nothing || lastKind == .position { throw RegexError("nothing to repeat", at: start) }
                if lastKind == .repetition { throw RegexError("multiple repeat", at: start) }
                last.text += suffix
                last.minimum = min(last.minimum * low, Piece.unbounded)
                last.maximum =
                    high.map { min(last.maximum * $0, Piece.unbounded) } ?? (last.maximum == 0 ? 0 : Piece.unbounded)
                lastKind = .repetition
                continue
            case ".": piece = Piece(text: ".", minimum: 1, maximum: 1)
            case "^":
                piece = Piece(text: "^")
                kind = .position
            case "$":
                piece = Piece(text: "$")
                kind = .position
            case "(":
                guard
                    let group = try self.group(
                        verbose: verbose, isFirst: isFirst && isOutermost && lastKind == .nothing)
                else { continue }
                piece = group
            default: piece = Self.literal(scalar)
            }
            isFirst = false
            result.append(last)
            last = piece
            lastKind = kind
        }
        result.append(last)
        return result
    }

    private var quantifierStart = 0

    /// After `*`, `+`, `?` or `{`. Nothing when the brace is a plain one.
    private mutating func quantifier(_ scalar: Unicode.Scalar) throws(RegexError) -> (String, Int, Int?)? {
        let here = place
        quantifierStart = place - 1
        var low = 0
        var high: Int?
        var text: String
        switch scalar {
        case "?": (text, high) = ("?", 1)
        case "*": text = "*"
        case "+": (text, low) = ("+", 1)
        default:
            if next == "}" { return nil }
            let lowText = digits()
            let hasComma = accept(",")
            let highText = hasComma ? digits() : lowText
            guard accept("}") else {
                place = here
                return nil
            }
            low = try repeatCount(lowText) ?? 0
            high = try repeatCount(highText)
            if let high, high < low { throw RegexError("min repeat greater than max repeat", at: here) }
            // PCRE2 counts to 65535; more than that is as good as any number.
            if low > 65_535 { throw RegexError("the repetition number is too large") }
            text = high.map { $0 > 65_535 ? "{\(low),}" : $0 == low ? "{\(low)}" : "{\(low),\($0)}" } ?? "{\(low),}"
        }
        if accept("?") { text += "?" } else if accept("+") { text += "+" }
        return (text, low, high)
    }

    private mutating func digits() -> String {
        let start = place
        while let scalar = next, ("0"..."9").contains(scalar) { place += 1 }
        return String(scalars: scalars[start..<place])
    }

    private func repeatCount(_ text: String) throws(RegexError) -> Int? {
        if text.isEmpty { return nil }
        guard let count = Int(text), count < 4_294_967_295 else {
            throw RegexError("the repetition number is too large")
        }
        return count
    }

    // MARK: Groups

    /// After `(`. Nothing for comments and flags.
    private mutating func group(verbose: Bool, isFirst: Bool) throws(RegexError) -> Piece? {
        let start = place - 1
        var opening = "("
        var name: String?
        var isCapturing = true
        var innerVerbose = verbose
        if accept("?") {
            guard let scalar = next else { throw RegexError("unexpected end of pattern", at: place) }
            place += 1
            switch scalar {
            case "P":
                if accept("<") {
                    let text = try until(">", "group name")
                    try checkName(text, closing: 1)
                    name = text
                } else if accept("=") {
                    let text = try until(")", "group name")
                    try checkName(text, closing: 1)
                    guard let group = groupNumber(text) else {
                        throw RegexError(
                            "unknown group name \(StringRepr.repr(text))", at: place - text.scalarCount - 1)
                    }
                    return try reference(group, at: place - text.scalarCount - 1)
                } else {
                    guard let other = next else { throw RegexError("unexpected end of pattern", at: place) }
                    place += 1
                    throw RegexError("unknown extension ?P\(other)", at: place - 3)
                }
            case ":":
                opening = "(?:"
                isCapturing = false
            case ">":
                opening = "(?>"
                isCapturing = false
            case "#":
                while next != ")" {
                    guard next != nil else { throw RegexError("missing ), unterminated comment", at: start) }
                    place += 1
                }
                place += 1
                return nil
            case "=", "!", "<": return try lookaround(scalar, start: start, verbose: verbose)
            case "(": return try conditional(start: start, verbose: verbose)
            case "-", "i", "L", "m", "s", "x", "a", "u":
                guard let scoped = try scopedFlags(scalar, start: start, isFirst: isFirst) else { return nil }
                opening = scoped.opening
                if scoped.added.contains(.verbose) { innerVerbose = true }
                if scoped.removed.contains(.verbose) { innerVerbose = false }
                isCapturing = false
                let outer = flags
                if scoped.added.contains(.ascii) { flags.insert(.ascii) }
                if scoped.added.contains(.unicode) { flags.remove(.ascii) }
                defer { flags = outer }
                return try close(opening, nil, start: start, verbose: innerVerbose)
            default:
                throw RegexError("unknown extension ?\(scalar)", at: place - 2)
            }
        }
        guard isCapturing else { return try close(opening, nil, start: start, verbose: innerVerbose) }
        groupCount += 1
        let number = groupCount
        if let name {
            if let earlier = groupNumber(name) {
                throw RegexError(
                    "redefinition of group name \(StringRepr.repr(name)) as group \(number); was group \(earlier)",
                    at: place - name.scalarCount - 1)
            }
            names.append((name, number))
        }
        return try close(opening, number, start: start, verbose: innerVerbose)
    }

    private mutating func close(
        _ opening: String, _ number: Int?, start: Int, verbose: Bool
    ) throws(RegexError) -> Piece {
        var inner = try alternatives(verbose: verbose, isOutermost: false)
        guard accept(")") else { throw RegexError("missing ), unterminated subpattern", at: start) }
        if let number { groupWidths[number] = (inner.minimum, inner.maximum) }
        inner.text = opening + inner.text + ")"
        return inner
    }

    private mutating func lookaround(
        _ first: Unicode.Scalar, start: Int, verbose: Bool
    ) throws(RegexError) -> Piece {
        var opening = "(?" + String(Character(first))
        if first == "<" {
            guard let kind = next else { throw RegexError("unexpected end of pattern", at: place) }
            place += 1
            guard kind == "=" || kind == "!" else { throw RegexError("unknown extension ?<\(kind)", at: place - 3) }
            opening += String(Character(kind))
        }
        let inner = try close(opening, nil, start: start, verbose: verbose)
        if first == "<", inner.minimum != inner.maximum {
            throw RegexError("look-behind requires fixed-width pattern")
        }
        return Piece(text: inner.text)
    }

    private mutating func conditional(start: Int, verbose: Bool) throws(RegexError) -> Piece {
        let name = try until(")", "group name")
        let position = place - name.scalarCount - 1
        var number = 0
        if StringMethods.isIdentifier(name) {
            guard let group = groupNumber(name) else {
                throw RegexError("unknown group name \(StringRepr.repr(name))", at: position)
            }
            number = group
        } else {
            guard let group = Int(name), group >= 0 else {
                throw RegexError("bad character in group name \(StringRepr.repr(name))", at: position)
            }
            if group == 0 { throw RegexError("bad group number", at: position) }
            number = group
            conditions.append((group, position))
        }
        let yes = try sequence(verbose: verbose, isOutermost: false)
        var result = Piece(text: "(?(\(number))" + yes.text, minimum: 0, maximum: yes.maximum)
        if accept("|") {
            let no = try sequence(verbose: verbose, isOutermost: false)
            if next == "|" { throw RegexError("conditional backref with more than two branches", at: place) }
            result.text += "|" + no.text
            result.minimum = min(yes.minimum, no.minimum)
            result.maximum = max(yes.maximum, no.maximum)
        }
        guard accept(")") else { throw RegexError("missing ), unterminated subpattern", at: start) }
        result.text += ")"
        return result
    }

    /// `(?i)` changes the whole pattern and gives nothing; `(?i:` opens a group.
    private mutating func scopedFlags(
        _ first: Unicode.Scalar, start: Int, isFirst: Bool
    ) throws(RegexError) -> (opening: String, added: RegexFlags, removed: RegexFlags)? {
        var added = RegexFlags()
        var removed = RegexFlags()
        var scalar = first
        while scalar != "-" {
            guard let flag = RegexFlags(letter: scalar) else {
                throw RegexError(
                    StringCase.lower(String(scalar)) != StringCase.upper(String(scalar))
                        ? "unknown flag" : "missing -, : or )", at: place - 1)
            }
            if isBytes, flag == .unicode {
                throw RegexError("bad inline flags: cannot use 'u' flag with a bytes pattern", at: place)
            }
            if !isBytes, flag == .locale {
                throw RegexError("bad inline flags: cannot use 'L' flag with a str pattern", at: place)
            }
            added.insert(flag)
            if !added.isDisjoint(with: flag.opposites) {
                throw RegexError("bad inline flags: flags 'a', 'u' and 'L' are incompatible", at: place)
            }
            guard let following = next else { throw RegexError("missing -, : or )", at: place) }
            place += 1
            if following == ")" {
                guard isFirst else { throw RegexError("global flags not at the start of the expression", at: start) }
                if added.contains(.verbose), !flags.contains(.verbose) { needsSecondReading = true }
                flags.formUnion(added)
                return nil
            }
            if following == ":" { return ("(?" + added.scopedLetters + ":", added, removed) }
            scalar = following
        }
        guard var letter = next else { throw RegexError("missing flag", at: place) }
        place += 1
        while letter != ":" {
            guard let flag = RegexFlags(letter: letter) else {
                throw RegexError(letter.properties.isAlphabetic ? "unknown flag" : "missing :", at: place - 1)
            }
            if flag == .ascii || flag == .unicode || flag == .locale {
                throw RegexError("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", at: place)
            }
            removed.insert(flag)
            guard let following = next else { throw RegexError("missing :", at: place) }
            place += 1
            letter = following
        }
        let off = removed.scopedLetters
        return ("(?" + added.scopedLetters + (off.isEmpty ? "" : "-" + off) + ":", added, removed)
    }

    func groupNumber(_ name: String) -> Int? { names.first { $0.name == name }?.group }

    private func checkName(_ name: String, closing: Int) throws(RegexError) {
        guard StringMethods.isIdentifier(name) else {
            throw RegexError(
                "bad character in group name \(StringRepr.repr(name))", at: place - name.scalarCount - closing)
        }
    }

    func reference(_ group: Int, at position: Int) throws(RegexError) -> Piece {
        guard let (low, high) = groupWidths[group] else {
            throw RegexError("cannot refer to an open group", at: position)
        }
        return Piece(text: "\\g{\(group)}", minimum: low, maximum: high)
    }

    // MARK: Characters

    static func literal(_ scalar: Unicode.Scalar) -> Piece {
        Piece(text: literalText(scalar), minimum: 1, maximum: 1)
    }

    static func literalText(_ scalar: Unicode.Scalar) -> String {
        if scalar.isASCII, !scalar.isPythonAlphanumeric, scalar != "_" {
            return scalar.value > 0x20 && scalar.value < 0x7F
                ? "\\" + String(Character(scalar)) : "\\x{" + String(scalar.value, radix: 16) + "}"
        }
        return String(Character(scalar))
    }

    private mutating func escape() throws(RegexError) -> (Piece, ItemKind) {
        guard let scalar = next else { throw RegexError("bad escape (end of pattern)", at: place - 1) }
        let start = place - 1
        place += 1
        switch scalar {
        case "A": return (Piece(text: "\\A"), .position)
        case "Z": return (Piece(text: "\\z"), .position)
        case "b", "B": return (Piece(text: "\\" + String(Character(scalar))), .position)
        case "d", "D", "s", "S", "w", "W":
            return (Piece(text: category(scalar), minimum: 1, maximum: 1), .plain)
        case "0":
            var value: UInt32 = 0
            for _ in 0..<2 {
                guard let digit = next, ("0"..."7").contains(digit) else { break }
                value = value * 8 + digit.value - 0x30
                place += 1
            }
            return (literal(value), .plain)
        case "1"..."9":
            return (try numbered(scalar, start: start), .plain)
        default:
            return (literal(try character(scalar, start: start, inClass: false)), .plain)
        }
    }

    /// A reference to a group, or three octal digits.
    private mutating func numbered(_ first: Unicode.Scalar, start: Int) throws(RegexError) -> Piece {
        var text = [first]
        if let second = next, ("0"..."9").contains(second) {
            place += 1
            text.append(second)
            if ("0"..."7").contains(first), ("0"..."7").contains(second), let third = next, ("0"..."7").contains(third)
            {
                place += 1
                text.append(third)
                let value = text.reduce(UInt32(0)) { $0 * 8 + $1.value - 0x30 }
                guard value <= 0o377 else {
                    throw RegexError(
                        "octal escape value \\\(String(scalars: text)) outside of range 0-0o377", at: start)
                }
                return literal(value)
            }
        }
        let group = Int(String(scalars: text)) ?? 0
        guard group <= groupCount else { throw RegexError("invalid group reference \(group)", at: start + 1) }
        return try reference(group, at: start)
    }

    private func literal(_ value: UInt32) -> Piece {
        if isBytes || value < 0x80 {
            return Piece(text: "\\x{" + String(value, radix: 16) + "}", minimum: 1, maximum: 1)
        }
        return Unicode.Scalar(value).map(Self.literal) ?? Piece(text: "(?!)", minimum: 1, maximum: 1)
    }

    /// The character of an escape that stands for one.
    mutating func character(
        _ scalar: Unicode.Scalar, start: Int, inClass: Bool
    ) throws(RegexError) -> UInt32 {
        switch scalar {
        case "a": return 7
        case "b" where inClass: return 8
        case "f": return 12
        case "n": return 10
        case "r": return 13
        case "t": return 9
        case "v": return 11
        case "\\": return scalar.value
        case "x": return try hexadecimal(2, start: start)
        case "u" where !isBytes: return try hexadecimal(4, start: start)
        case "U" where !isBytes: return try hexadecimal(8, start: start)
        default:
            if scalar.isASCII, scalar.isPythonAlphanumeric { throw RegexError("bad escape \\\(scalar)", at: start) }
            return scalar.value
        }
    }

    private mutating func hexadecimal(_ count: Int, start: Int) throws(RegexError) -> UInt32 {
        var value: UInt32 = 0
        var read = 0
        while read < count, let digit = next, let number = Character(digit).hexDigitValue, digit.isASCII {
            value = value << 4 | UInt32(number)
            place += 1
            read += 1
        }
        guard read == count, value <= 0x10FFFF else {
            throw RegexError(
                (read == count ? "bad escape " : "incomplete escape ") + String(scalars: scalars[start..<place]),
                at: start)
        }
        return value
    }

    /// `\d`, `\s`, `\w` and their opposites, outside of a class.
    private func category(_ scalar: Unicode.Scalar) -> String {
        let isASCII = isBytes || flags.contains(.ascii)
        switch scalar {
        case "s": return isASCII ? "[\\x{20}\\x{9}-\\x{d}]" : "[\\s\\x{1c}-\\x{1f}]"
        case "S": return isASCII ? "[^\\x{20}\\x{9}-\\x{d}]" : "[^\\s\\x{1c}-\\x{1f}]"
        case "d": return isASCII ? "[0-9]" : "\\d"
        case "D": return isASCII ? "[^0-9]" : "\\D"
        case "w": return isASCII ? "[a-zA-Z0-9_]" : "\\w"
        default: return isASCII ? "[^a-zA-Z0-9_]" : "\\W"
        }
    }

    /// The same inside a class.
    private func classCategory(_ scalar: Unicode.Scalar) -> String {
        let isASCII = isBytes || flags.contains(.ascii)
        switch scalar {
        case "s": return isASCII ? "\\x{20}\\x{9}-\\x{d}" : "\\s\\x{1c}-\\x{1f}"
        case "d": return isASCII ? "0-9" : "\\d"
        case "w": return isASCII ? "a-zA-Z0-9_" : "\\w"
        default: return "\\" + String(Character(scalar))
        }
    }

    private enum ClassItem {
        case character(UInt32)
        case category(String)
    }

    private mutating func characterClass() throws(RegexError) -> Piece {
        let open = place - 1
        func unterminated() -> RegexError { RegexError("unterminated character set", at: open) }
        var text = accept("^") ? "[^" : "["
        var isEmpty = true
        while true {
            guard let scalar = next else { throw unterminated() }
            if scalar == "]", !isEmpty { break }
            let start = place
            let item = try classItem()
            isEmpty = false
            guard next == "-" else {
                text += self.text(of: item)
                continue
            }
            place += 1
            guard let after = next else { throw unterminated() }
            if after == "]" {
                text += self.text(of: item) + "\\-"
                break
            }
            let end = try classItem()
            guard case .character(let low) = item, case .character(let high) = end, low <= high else {
                throw RegexError(
                    "bad character range \(String(scalars: scalars[start..<place]))", at: start)
            }
            text += self.text(of: item) + "-" + self.text(of: end)
        }
        place += 1
        return Piece(text: text + "]", minimum: 1, maximum: 1)
    }

    private func text(of item: ClassItem) -> String {
        switch item {
        case .character(let value): "\\x{" + String(value, radix: 16) + "}"
        case .category(let text): text
        }
    }

    private mutating func classItem() throws(RegexError) -> ClassItem {
        guard let scalar = next else { throw RegexError("unterminated character set", at: place) }
        let start = place
        place += 1
        guard scalar == "\\" else { return .character(scalar.value) }
        guard let escaped = next else { throw RegexError("bad escape (end of pattern)", at: start) }
        place += 1
        switch escaped {
        case "d", "D", "s", "S", "w", "W": return .category(classCategory(escaped))
        case "0"..."7":
            var value = escaped.value - 0x30
            for _ in 0..<2 {
                guard let digit = next, ("0"..."7").contains(digit) else { break }
                value = value * 8 + digit.value - 0x30
                place += 1
            }
            guard value <= 0o377 else {
                throw RegexError(
                    "octal escape value \(String(scalars: scalars[start..<place])) outside of range 0-0o377", at: start)
            }
            return .character(value)
        default: return .character(try character(escaped, start: start, inClass: true))
        }
    }
}
