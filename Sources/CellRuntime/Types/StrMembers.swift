/// Methods of `str`.
extension BuiltinMembers {
    @MembersBuilder static var str: [Member] {
        strConstructor
        strCases
        strSearches
        strSplits
        strWidths
        strQuestions
        strTranslations
        strFormats
    }

    /// A method that takes the text it is called on.
    static func textMethod(
        _ name: String, _ doc: String, _ signature: String = "",
        body: @escaping (String, Arguments) throws(Raise) -> Value
    ) -> Member {
        RawMethod(name, doc: doc, parameters(signature)) { (arguments: Arguments) throws(Raise) -> Value in
            try body(arguments.receiver(Str.self, name, of: "str").text, arguments)
        }
    }

    static func requiredText(_ value: Value, _ message: (String) -> String) throws(Raise) -> String {
        if let text = value.text { return text }
        throw .typeError(message(value.type.name))
    }

    private static var strConstructor: Member {
        RawConstructor(
            doc: "The text that print shows of an object; with an encoding, the text that bytes stand for.",
            parameters("object='', encoding=utf-8, errors=strict")
        ) { (arguments: Arguments) throws(Raise) -> Value in
            if arguments[0].isUnset { return .string("") }
            guard arguments.has(1) || arguments.has(2) else {
                if case .object(let object) = arguments[0], object.type === types.str { return arguments[0] }
                return .string(try arguments.cell.str(arguments[0]))
            }
            guard let bytes = arguments[0].object as? Bytes else {
                if arguments[0].text != nil { throw .typeError("decoding str is not supported") }
                throw .typeError("decoding to str: need a bytes-like object, \(arguments[0].type.name) found")
            }
            for (index, parameter) in [(1, "encoding"), (2, "errors")]
            where arguments.has(index) && arguments[index].text == nil {
                throw .typeError("str() argument '\(parameter)' must be str, not \(arguments[index].type.name)")
            }
            return .string(try TextCoding.decode(bytes.bytes, arguments[1], arguments[2]))
        }
    }

    // MARK: Case

    @MembersBuilder private static var strCases: [Member] {
        for (name, doc, change) in [
            ("upper", "A copy in capitals.", StringCase.upper), ("lower", "A copy in small letters.", StringCase.lower),
            ("title", "A copy in which each word begins with a capital.", StringCase.titled),
            ("capitalize", "A copy that begins with a capital and goes on in small letters.", StringCase.capitalized),
            ("swapcase", "A copy with capitals for small letters and the other way round.", StringCase.swapped),
            ("casefold", "A copy for comparing without regard to case.", StringCase.folded),
        ] as [(String, String, (String) -> String)] {
            textMethod(name, doc) { (text, _) throws(Raise) in .string(change(text)) }
        }
    }

    // MARK: Searching

    /// The part of a text that `start` and `end` mark off, in bytes; nothing when `start` lies past the end.
    private struct Window {
        let offsets: ScalarOffsets
        let lower: Int
        let upper: Int

        init?(_ text: String, _ start: Value, _ end: Value, _ cell: Interpreter) throws(Raise) {
            offsets = ScalarOffsets(Array(text.utf8))
            let count = offsets.scalars(before: offsets.bytes.count)
            let first = try cell.bound(start, default: 0, count: .max >> 2)
            let low = first >= .max >> 2 ? count + 1 : try Self.position(start, 0, count, cell)
            let high = try cell.bound(end, default: count, count: count)
            if low > count || low > high { return nil }
            lower = offsets.byte(ofScalar: low)
            upper = offsets.byte(ofScalar: high)
        }

        private static func position(_ value: Value, _ fallback: Int, _ count: Int, _ cell: Interpreter) throws(Raise)
            -> Int
        {
            if value.isUnset || value.isNone { return fallback }
            let index = try cell.index(value)
            return index < 0 ? max(index + count, 0) : index
        }
    }

    private static func find(
        _ text: String, _ arguments: Arguments, last: Bool
    ) throws(Raise) -> Int? {
        let needle = Array(try requiredText(arguments[1]) { "must be str, not \($0)" }.utf8)
        guard let window = try Window(text, arguments[2], arguments[3], arguments.cell) else { return nil }
        let found =
            last
            ? ByteSearch.findLast(needle, in: window.offsets.bytes, from: window.lower, to: window.upper)
            : ByteSearch.find(needle, in: window.offsets.bytes, from: window.lower, to: window.upper)
        return found.map { window.offsets.scalars(before: $0) }
    }

    @MembersBuilder private static var strSearches: [Member] {
        for (name, last, doc) in [
            ("find", false, "The lowest position of a part, or -1."),
            ("rfind", true, "The highest position of a part, or -1."),
        ] {
            textMethod(name, doc, "sub, start=None, end=None, /") { (text, arguments) throws(Raise) in
                .int(try find(text, arguments, last: last) ?? -1)
            }
        }
        for (name, last, doc) in [
            ("index", false, "The lowest position of a part; a ValueError if there is none."),
            ("rindex", true, "The highest position of a part; a ValueError if there is none."),
        ] {
            textMethod(name, doc, "sub, start=None, end=None, /") { (text, arguments) throws(Raise) in
                guard let found = try find(text, arguments, last: last) else {
                    throw .valueError("substring not found")
                }
                return .int(found)
            }
        }
        textMethod("count", "How often a part occurs, without overlaps.", "sub, start=None, end=None, /") {
            (text, arguments) throws(Raise) in
            let needle = Array(try requiredText(arguments[1]) { "must be str, not \($0)" }.utf8)
            guard let window = try Window(text, arguments[2], arguments[3], arguments.cell) else { return .int(0) }
            if needle.isEmpty {
                let between = window.offsets.bytes[window.lower..<window.upper].count { $0 & 0xC0 != 0x80 }
                return .int(between + 1)
            }
            return .int(
                ByteSearch.matches(of: needle, in: window.offsets.bytes, from: window.lower, to: window.upper).count)
        }
        for (name, atEnd) in [("startswith", false), ("endswith", true)] {
            textMethod(
                name, "Whether the text \(atEnd ? "ends" : "begins") with a part, or with one of a tuple of parts.",
                "\(atEnd ? "suffix" : "prefix"), start=None, end=None, /"
            ) { (text, arguments) throws(Raise) in
                let choices: ContiguousArray<Value>
                if arguments[1].text != nil {
                    choices = [arguments[1]]
                } else if let tuple = arguments[1].object as? Tuple {
                    choices = tuple.items
                } else {
                    throw .typeError(
                        "\(name) first arg must be str or a tuple of str, not \(arguments[1].type.name)")
                }
                let window = try Window(text, arguments[2], arguments[3], arguments.cell)
                for choice in choices {
                    let part = try requiredText(choice) { "tuple for \(name) must only contain str, not \($0)" }.utf8
                    guard let window else { continue }
                    let whole = window.offsets.bytes[window.lower..<window.upper]
                    if atEnd ? whole.reversed().starts(with: part.reversed()) : whole.starts(with: part) {
                        return .bool(true)
                    }
                }
                return .bool(false)
            }
        }
    }

    // MARK: Splitting and joining

    private static func separator(_ value: Value) throws(Raise) -> [UInt8]? {
        if value.isUnset || value.isNone { return nil }
        guard let text = value.text else { throw .typeError("must be str or None, not \(value.type.name)") }
        if text.isEmpty { throw .valueError("empty separator") }
        return Array(text.utf8)
    }

    private static func partition(_ text: String, _ separator: Value, last: Bool) throws(Raise) -> Value {
        let needle = try requiredText(separator) { "must be str, not \($0)" }
        if needle.isEmpty { throw .valueError("empty separator") }
        let bytes = Array(text.utf8)
        let mark = Array(needle.utf8)
        let found =
            last
            ? ByteSearch.findLast(mark, in: bytes, from: 0, to: bytes.count)
            : ByteSearch.find(mark, in: bytes, from: 0, to: bytes.count)
        guard let found else {
            return .tuple(
                last ? [.string(""), .string(""), .string(text)] : [.string(text), .string(""), .string("")])
        }
        return .tuple([
            .string(String(utf8Bytes: bytes[..<found])), separator,
            .string(String(utf8Bytes: bytes[(found + mark.count)...])),
        ])
    }

    @MembersBuilder private static var strSplits: [Member] {
        for (name, last) in [("split", false), ("rsplit", true)] {
            textMethod(
                name,
                "The parts between separators (runs of white space by default), at most maxsplit + 1 of them"
                    + (last ? ", counted from the right." : "."), "sep=None, maxsplit=-1"
            ) { (text, arguments) throws(Raise) in
                let separator = try separator(arguments[1])
                let given = try arguments.int(2, default: -1)
                let limit = given < 0 ? Int.max : given
                guard let separator else {
                    let parts =
                        last
                        ? StringMethods.splitWhitespaceLast(text, limit: limit)
                        : StringMethods.splitWhitespace(text, limit: limit)
                    return .list(parts.map { .string($0) })
                }
                let bytes = Array(text.utf8)
                let parts =
                    last
                    ? ByteSearch.splitLast(bytes, by: separator, limit: limit)
                    : ByteSearch.split(bytes, by: separator, limit: limit)
                return .list(parts.map { .string(String(utf8Bytes: $0)) })
            }
        }
        textMethod("splitlines", "The lines, without their ends unless keepends.", "keepends=False") {
            (text, arguments) throws(Raise) in
            let keep = try arguments.bool(1, default: false)
            return .list(StringMethods.splitLines(text, keepEnds: keep).map { .string($0) })
        }
        textMethod("partition", "What stands before, the separator, and what stands after.", "sep, /") {
            (text, arguments) throws(Raise) in try partition(text, arguments[1], last: false)
        }
        textMethod("rpartition", "As partition, at the last separator.", "sep, /") {
            (text, arguments) throws(Raise) in try partition(text, arguments[1], last: true)
        }
        textMethod("join", "The strings of an iterable, with this text between them.", "iterable, /") {
            (text, arguments) throws(Raise) in
            let cell = arguments.cell
            guard cell.isIterable(arguments[1]) else { throw .typeError("can only join an iterable") }
            var result = ""
            let items = try cell.items(of: arguments[1])
            let size = items.reduce(text.utf8.count * max(items.count - 1, 0)) { $0 + ($1.text?.utf8.count ?? 0) }
            try cell.checkSize(size)
            result.reserveCapacity(size)
            for (index, item) in items.enumerated() {
                if index & 0xFFF == 0xFFF { try cell.poll() }
                guard let part = item.text else {
                    throw .typeError("sequence item \(index): expected str instance, \(item.type.name) found")
                }
                if index > 0 { result += text }
                result += part
            }
            return .string(result)
        }
        for (name, left, right) in [("strip", true, true), ("lstrip", true, false), ("rstrip", false, true)] {
            textMethod(
                name,
                "Without the characters given (white space by default) at "
                    + (left && right ? "both ends." : left ? "the start." : "the end."), "chars=None, /"
            ) { (text, arguments) throws(Raise) in
                guard arguments.isGiven(1) else {
                    return .string(StringMethods.strip(text, nil, left: left, right: right))
                }
                let characters = try requiredText(arguments[1]) { _ in "\(name) arg must be None or str" }
                return .string(StringMethods.strip(text, characters, left: left, right: right))
            }
        }
        textMethod("removeprefix", "Without a part at the start, if it is there.", "prefix, /") {
            (text, arguments) throws(Raise) in
            let part = try requiredText(arguments[1]) { "removeprefix() argument must be str, not \($0)" }
            guard text.utf8.starts(with: part.utf8) else { return .string(text) }
            return .string(String(utf8Bytes: text.utf8.dropFirst(part.utf8.count)))
        }
        textMethod("removesuffix", "Without a part at the end, if it is there.", "suffix, /") {
            (text, arguments) throws(Raise) in
            let part = try requiredText(arguments[1]) { "removesuffix() argument must be str, not \($0)" }
            guard !part.isEmpty, text.utf8.reversed().starts(with: part.utf8.reversed()) else { return .string(text) }
            return .string(String(utf8Bytes: text.utf8.dropLast(part.utf8.count)))
        }
        textMethod("replace", "With another part in place of each (or of the first count).", "old, new, count=-1, /") {
            (text, arguments) throws(Raise) in
            let old = try requiredText(arguments[1]) { "replace() argument 1 must be str, not \($0)" }
            let new = try requiredText(arguments[2]) { "replace() argument 2 must be str, not \($0)" }
            let given = try arguments.int(3, default: -1)
            let result = ByteSearch.replace(
                Array(old.utf8), in: Array(text.utf8), by: Array(new.utf8), limit: given < 0 ? .max : given,
                isBoundary: { $0 & 0xC0 != 0x80 })
            return .string(String(utf8Bytes: result))
        }
    }

    // MARK: Width

    private static func checkedWidth(_ arguments: Arguments) throws(Raise) -> Int {
        let width = try arguments.cell.index(arguments[1])
        guard width <= FormatSpecification.maximumWidth else { throw .memoryError("") }
        return width
    }

    @MembersBuilder private static var strWidths: [Member] {
        for (name, left, right, doc) in [
            ("center", true, true, "In the middle of a width."), ("ljust", false, true, "At the left of a width."),
            ("rjust", true, false, "At the right of a width."),
        ] {
            textMethod(name, doc, "width, fillchar=' ', /") { (text, arguments) throws(Raise) in
                let width = try checkedWidth(arguments)
                var fill: Unicode.Scalar = " "
                if arguments.has(2) {
                    let given = try requiredText(arguments[2]) {
                        "The fill character must be a unicode character, not \($0)"
                    }
                    guard given.unicodeScalars.count == 1, let first = given.unicodeScalars.first else {
                        throw .typeError("The fill character must be exactly one character long")
                    }
                    fill = first
                }
                return .string(StringMethods.pad(text, width: width, fill: fill, left: left, right: right))
            }
        }
        textMethod("zfill", "With zeros before a number, after its sign, up to a width.", "width, /") {
            (text, arguments) throws(Raise) in
            .string(StringMethods.zeroFill(text, width: try checkedWidth(arguments)))
        }
        textMethod("expandtabs", "With spaces for tabs.", "tabsize=8") { (text, arguments) throws(Raise) in
            .string(StringMethods.expandTabs(text, size: min(try arguments.int(1, default: 8), 1 << 20)))
        }
    }

    // MARK: Questions

    @MembersBuilder private static var strQuestions: [Member] {
        for (name, doc, test) in [
            ("isalpha", "Whether there are characters, and all are letters.", { $0.isPythonAlpha }),
            ("isdigit", "Whether there are characters, and all are digits.", { $0.isPythonDigit }),
            ("isdecimal", "Whether there are characters, and all are decimal digits.", { $0.isPythonDecimal }),
            ("isnumeric", "Whether there are characters, and all stand for numbers.", { $0.isPythonNumeric }),
            ("isalnum", "Whether there are characters, and all are letters or numbers.", { $0.isPythonAlphanumeric }),
            ("isspace", "Whether there are characters, and all are white space.", { $0.isPythonSpace }),
        ] as [(String, String, (Unicode.Scalar) -> Bool)] {
            textMethod(name, doc) { (text, _) throws(Raise) in .bool(StringMethods.all(text, test)) }
        }
        for (name, doc, test) in [
            ("islower", "Whether there are letters with case, and all are small.", StringMethods.isLower),
            ("isupper", "Whether there are letters with case, and all are capitals.", StringMethods.isUpper),
            ("istitle", "Whether each word begins with a capital and goes on small.", StringMethods.isTitle),
            ("isidentifier", "Whether it could be a variable's name.", StringMethods.isIdentifier),
            ("isascii", "Whether all characters are ASCII.", { $0.isASCIIOnly }),
            (
                "isprintable", "Whether repr shows all characters as they are.",
                { $0.unicodeScalars.allSatisfy { $0.isPythonPrintable } }
            ),
        ] as [(String, String, (String) -> Bool)] {
            textMethod(name, doc) { (text, _) throws(Raise) in .bool(test(text)) }
        }
    }

    // MARK: Translation and encoding

    @MembersBuilder private static var strTranslations: [Member] {
        textMethod("encode", "The bytes that stand for the text.", "encoding=utf-8, errors=strict") {
            (text, arguments) throws(Raise) in
            .object(Bytes(try TextCoding.encode(text, arguments[1], arguments[2])))
        }
        textMethod("translate", "With each character looked up in a table of ordinals (see maketrans).", "table, /") {
            (text, arguments) throws(Raise) in
            let cell = arguments.cell
            var result = String.UnicodeScalarView()
            for scalar in text.unicodeScalars {
                var found: Value?
                do throws(Raise) {
                    found = try cell.item(of: arguments[1], at: .int(Int(scalar.value)))
                } catch {
                    guard error.is(exceptions.lookupError) else { throw error }
                }
                guard let found else {
                    result.append(scalar)
                    continue
                }
                if found.isNone { continue }
                if let replacement = found.text {
                    result.append(contentsOf: replacement.unicodeScalars)
                } else if let code = found.smallInteger {
                    guard let other = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else {
                        throw .valueError("character mapping must be in range(0x110000)")
                    }
                    result.append(other)
                } else {
                    throw .typeError("character mapping must return integer, None or str")
                }
            }
            return .string(String(result))
        }
        Member(
            name: "maketrans",
            content: .value(
                .object(
                    StaticMethod(
                        .object(
                            SignatureBuilder(parameters("x, y=None, z=None, /"), isMethod: false, style: .native)
                                .function(
                                    "maketrans", doc: "A table for translate.", body: makeTranslation))))))
    }

    private static func makeTranslation(_ arguments: Arguments) throws(Raise) -> Value {
        let cell = arguments.cell
        let table = Dict()
        guard arguments.has(1) else {
            guard let dict = arguments[0].object as? Dict else {
                throw .typeError("if you give only one argument to maketrans it must be a dict")
            }
            for (key, value) in dict {
                if let text = key.text {
                    guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first else {
                        throw .valueError("string keys in translate table must be of length 1")
                    }
                    try table.set(.int(Int(scalar.value)), value, cell)
                } else if key.bigInteger != nil {
                    try table.set(key, value, cell)
                } else {
                    throw .typeError("keys in translate table must be strings or integers")
                }
            }
            return .object(table)
        }
        guard let from = arguments[0].text else {
            throw .typeError("first maketrans argument must be a string if there is a second argument")
        }
        let to = try requiredText(arguments[1]) { "maketrans() argument 2 must be str, not \($0)" }
        guard from.scalarCount == to.scalarCount else {
            throw .valueError("the first two maketrans arguments must have equal length")
        }
        for (old, new) in zip(from.unicodeScalars, to.unicodeScalars) {
            try table.set(.int(Int(old.value)), .int(Int(new.value)), cell)
        }
        if arguments.has(2) {
            for scalar in try requiredText(arguments[2], { "maketrans() argument 3 must be str, not \($0)" })
                .unicodeScalars
            {
                try table.set(.int(Int(scalar.value)), .none, cell)
            }
        }
        return .object(table)
    }
}
