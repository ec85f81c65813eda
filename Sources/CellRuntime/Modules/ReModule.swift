/// A compiled pattern, `re.Pattern`.
public final class PatternObject: Object, NativeObject {
    let program: RegexProgram

    init(_ program: RegexProgram) {
        self.program = program
        super.init(type: Self.declaration)
    }

    public static let declaration: TypeObject = NativeType<PatternObject>(
        "Pattern", module: "re", doc: "A compiled regular expression.", isBase: false
    ) {
        for function in PatternFunctions.all {
            RawMethod(function.name, doc: function.doc, parameters(function.methodSignature)) {
                (arguments: Arguments) throws(Raise) -> Value in
                let pattern = try arguments.receiver(PatternObject.self, function.name, of: "re.Pattern")
                return try function.body(pattern, arguments, true)
            }
        }
        BuiltinMembers.property("pattern", "The pattern's text.") { (value) throws(Raise) in
            guard let program = (value.object as? PatternObject)?.program else { return .none }
            return program.isBytes
                ? .object(Bytes(program.pattern.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }))
                : .string(program.pattern)
        }
        BuiltinMembers.property("flags", "The flags it was compiled with.") { (value) throws(Raise) in
            .int((value.object as? PatternObject)?.program.flags.rawValue ?? 0)
        }
        BuiltinMembers.property("groups", "How many groups it has.") { (value) throws(Raise) in
            .int((value.object as? PatternObject)?.program.groupCount ?? 0)
        }
        BuiltinMembers.property("groupindex", "The groups' numbers by their names.") { (value) throws(Raise) in
            let names = (value.object as? PatternObject)?.program.names ?? []
            return .object(Dict(named: names.map { ($0.name, .int($0.group)) }))
        }
        RawMethod("__repr__") { (arguments: Arguments) throws(Raise) -> Value in
            let program = try arguments.receiver(PatternObject.self, "__repr__", of: "re.Pattern").program
            var names: [String] = []
            let flags = program.flags
            for (flag, name) in RegexFlags.names where flags.contains(flag) && !(flag == .unicode && !program.isBytes) {
                names.append("re." + name)
            }
            let shown = StringRepr.repr(program.pattern)
            return .string(
                "re.compile(\(program.isBytes ? "b" : "")\(shown)\(names.isEmpty ? "" : ", " + names.joined(separator: "|")))"
            )
        }
    }.type
}

extension RegexFlags {
    static let names: [(RegexFlags, String)] = [
        (.ignoreCase, "IGNORECASE"), (.locale, "LOCALE"), (.multiline, "MULTILINE"), (.dotAll, "DOTALL"),
        (.unicode, "UNICODE"), (.verbose, "VERBOSE"), (.debug, "DEBUG"), (.ascii, "ASCII"),
    ]
}

/// What a pattern is matched against: text or bytes, and how offsets are counted.
struct RegexSubject {
    let value: Value
    let offsets: ScalarOffsets
    let isBytes: Bool

    init(_ value: Value, for program: RegexProgram) throws(Raise) {
        self.value = value
        if let text = value.text {
            if program.isBytes { throw .typeError("cannot use a bytes pattern on a string-like object") }
            offsets = ScalarOffsets(Array(text.utf8))
            isBytes = false
        } else if let bytes = value.object as? Bytes {
            if !program.isBytes { throw .typeError("cannot use a string pattern on a bytes-like object") }
            offsets = ScalarOffsets(bytes.bytes)
            isBytes = true
        } else {
            throw .typeError("expected string or bytes-like object, got '\(value.type.name)'")
        }
    }

    func position(_ byte: Int) -> Int { byte < 0 ? -1 : isBytes ? byte : offsets.scalars(before: byte) }

    func byte(_ position: Int) -> Int {
        isBytes ? min(position, offsets.bytes.count) : offsets.byte(ofScalar: position)
    }

    func slice(_ lower: Int, _ upper: Int) -> Value {
        let part = offsets.bytes[lower..<upper]
        return isBytes ? .object(Bytes(Array(part))) : .string(String(utf8Bytes: part))
    }
}

/// A match, `re.Match`.
public final class MatchObject: Object, NativeObject {
    let pattern: PatternObject
    let subject: RegexSubject
    /// Start and end of each group in bytes; -1 where a group took no part.
    let spans: [Int]
    let start: Int
    let end: Int

    init(_ pattern: PatternObject, _ subject: RegexSubject, _ spans: [Int], start: Int, end: Int) {
        self.pattern = pattern
        self.subject = subject
        self.spans = spans
        self.start = start
        self.end = end
        super.init(type: Self.declaration)
    }

    /// A group's text; nil when it took no part.
    func text(_ group: Int) -> Value? {
        spans[2 * group] < 0 ? nil : subject.slice(spans[2 * group], spans[2 * group + 1])
    }

    func number(_ group: Value) throws(Raise) -> Int {
        if let name = group.text {
            if let found = pattern.program.names.first(where: { $0.name == name }) { return found.group }
        } else if let index = group.smallInteger, (0...pattern.program.groupCount).contains(index) {
            return index
        }
        throw .indexError("no such group")
    }

    private static func method(
        _ name: String, _ doc: String, _ signature: String = "",
        body: @escaping (MatchObject, Arguments) throws(Raise) -> Value
    ) -> Member {
        RawMethod(name, doc: doc, parameters(signature)) { (arguments: Arguments) throws(Raise) -> Value in
            try body(arguments.receiver(MatchObject.self, name, of: "re.Match"), arguments)
        }
    }

    private static func get(_ name: String, _ doc: String, body: @escaping (MatchObject) -> Value) -> Member {
        BuiltinMembers.property(name, doc) { (value) throws(Raise) in (value.object as? MatchObject).map(body) ?? .none
        }
    }

    public static let declaration: TypeObject = NativeType<MatchObject>(
        "Match", module: "re", doc: "What a regular expression has found.", isBase: false
    ) {
        method("group", "The text of a group (of the whole match by default), or a tuple for several.", "*groups") {
            (match, arguments) throws(Raise) in
            let groups = arguments.variadic(1)
            if groups.isEmpty { return match.text(0) ?? .none }
            if groups.count == 1 { return match.text(try match.number(groups[0])) ?? .none }
            var texts: [Value] = []
            for group in groups { texts.append(match.text(try match.number(group)) ?? .none) }
            return .tuple(texts)
        }
        method("__getitem__", "", "group, /") { (match, arguments) throws(Raise) in
            match.text(try match.number(arguments[1])) ?? .none
        }
        method("groups", "The texts of all groups.", "default=None") { (match, arguments) throws(Raise) in
            let fallback = arguments.has(1) ? arguments[1] : .none
            return .tuple((0..<match.pattern.program.groupCount).map { match.text($0 + 1) ?? fallback })
        }
        method("groupdict", "The texts of groups with names.", "default=None") { (match, arguments) throws(Raise) in
            let fallback = arguments.has(1) ? arguments[1] : .none
            return .object(Dict(named: match.pattern.program.names.map { ($0.name, match.text($0.group) ?? fallback) }))
        }
        for (name, offset) in [("start", 0), ("end", 1)] {
            method(name, "Where a group \(name)s.", "group=0, /") { (match, arguments) throws(Raise) in
                let group = arguments.has(1) ? try match.number(arguments[1]) : 0
                return .int(match.subject.position(match.spans[2 * group + offset]))
            }
        }
        method("span", "Where a group starts and ends.", "group=0, /") { (match, arguments) throws(Raise) in
            let group = arguments.has(1) ? try match.number(arguments[1]) : 0
            return .tuple([
                .int(match.subject.position(match.spans[2 * group])),
                .int(match.subject.position(match.spans[2 * group + 1])),
            ])
        }
        method("expand", "A template with the groups put in.", "template") { (match, arguments) throws(Raise) in
            let filler = try Replacement(arguments[1], match.pattern, arguments.cell)
            return match.subject.isBytes
                ? .object(Bytes(try filler.bytes(for: match, arguments.cell)))
                : .string(String(utf8Bytes: try filler.bytes(for: match, arguments.cell)))
        }
        get("string", "What was searched.") { $0.subject.value }
        get("re", "The pattern.") { .object($0.pattern) }
        get("pos", "Where the search began.") { .int($0.subject.position($0.start)) }
        get("endpos", "Where the search ended.") { .int($0.subject.position($0.end)) }
        get("lastindex", "The group that closed last.") { match in
            match.lastGroup.map { .int($0) } ?? .none
        }
        get("lastgroup", "The name of the group that closed last.") { match in
            guard let last = match.lastGroup, let name = match.pattern.program.names.first(where: { $0.group == last })
            else { return .none }
            return .string(name.name)
        }
        method("__repr__", "") { (match, arguments) throws(Raise) in
            let shown = try arguments.cell.repr(match.text(0) ?? .none)
            let from = match.subject.position(match.spans[0])
            let to = match.subject.position(match.spans[1])
            return .string(
                "<re.Match object; span=(\(from), \(to)), match=\(String(scalars: shown.unicodeScalars.prefix(50)))>")
        }
    }.type

    /// The group whose end comes last; of those that end together, the outermost.
    private var lastGroup: Int? {
        var best: Int?
        for group in stride(from: 1, through: pattern.program.groupCount, by: 1) where spans[2 * group] >= 0 {
            guard let current = best else {
                best = group
                continue
            }
            let isInside = spans[2 * group] >= spans[2 * current] && spans[2 * group + 1] <= spans[2 * current + 1]
            if !isInside || spans[2 * group] > spans[2 * current + 1] { best = group }
        }
        return best
    }
}

/// What `re.sub` puts in place of a match.
struct Replacement {
    private enum Kind {
        case template(RegexTemplate)
        case function(Value)
    }

    private let kind: Kind

    init(_ value: Value, _ pattern: PatternObject, _ cell: Interpreter) throws(Raise) {
        let text: String
        if let given = value.text {
            text = given
        } else if let bytes = value.object as? Bytes {
            text = String(scalars: bytes.bytes.map { Unicode.Scalar($0) })
        } else {
            kind = .function(value)
            return
        }
        do throws(RegexError) {
            kind = .template(try RegexTemplate(text, program: pattern.program))
        } catch {
            throw error.isUnknownName ? Raise.indexError(error.message) : StandardModules.raise(error, in: text)
        }
    }

    func bytes(for match: MatchObject, _ cell: Interpreter) throws(Raise) -> [UInt8] {
        switch kind {
        case .template(let template):
            var result: [UInt8] = []
            for part in template.parts {
                switch part {
                case .literal(let text):
                    result +=
                        match.subject.isBytes
                        ? text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } : Array(text.utf8)
                case .group(let group):
                    if match.spans[2 * group] >= 0 {
                        result += match.subject.offsets.bytes[match.spans[2 * group]..<match.spans[2 * group + 1]]
                    }
                }
            }
            return result
        case .function(let function):
            let answer = try cell.call(function, [.object(match)])
            if let text = answer.text { return Array(text.utf8) }
            if let bytes = answer.object as? Bytes { return bytes.bytes }
            throw .typeError("expected str instance, \(answer.type.name) found")
        }
    }
}

/// The functions that patterns have as methods and the module has with the pattern before.
private struct PatternFunctions {
    let name: String
    let doc: String
    let methodSignature: String
    let functionSignature: String
    /// The pattern, the arguments (which follow it in slot 1), and whether it is called as a method.
    let body: (PatternObject, Arguments, Bool) throws(Raise) -> Value

    static var all: [PatternFunctions] { matches + walks }

    private static func find(
        _ pattern: PatternObject, _ subject: RegexSubject, from start: Int, to end: Int, _ anchor: RegexProgram.Anchor,
        nonEmpty: Bool = false, _ cell: Interpreter
    ) throws(Raise) -> [Int]? {
        do throws(RegexProgram.Interruption) {
            return try pattern.program.match(
                subject.offsets.bytes, from: start, to: end, anchor: anchor, nonEmpty: nonEmpty,
                isInterrupted: { cell.isInterruptRequested })
        } catch {
            switch error {
            case .interrupted: try cell.poll()
            case .failed(let message): throw .runtimeError(message)
            }
            throw .runtimeError("the search was interrupted")
        }
    }

    private static var matches: [PatternFunctions] {
        let kinds: [(String, RegexProgram.Anchor, String)] = [
            ("match", .match, "The match at the start of the text, or None."),
            ("fullmatch", .full, "The match of the whole text, or None."),
            ("search", .search, "The first match anywhere in the text, or None."),
        ]
        return kinds.map { name, anchor, doc in
            PatternFunctions(
                name: name, doc: doc, methodSignature: "string, pos=0, endpos=9223372036854775807",
                functionSignature: "pattern, string, flags=0"
            ) { (pattern, arguments, isMethod) throws(Raise) in
                let subject = try RegexSubject(arguments[1], for: pattern.program)
                let (start, end) = try bounds(subject, arguments, isMethod)
                guard let spans = try find(pattern, subject, from: start, to: end, anchor, arguments.cell) else {
                    return .none
                }
                return .object(MatchObject(pattern, subject, spans, start: start, end: end))
            }
        }
    }

    /// Methods may be told where to begin and to end; functions have their flags in that slot.
    private static func bounds(_ subject: RegexSubject, _ arguments: Arguments, _ isMethod: Bool) throws(Raise) -> (
        Int, Int
    ) {
        guard isMethod else { return (0, subject.offsets.bytes.count) }
        let cell = arguments.cell
        let count = subject.position(subject.offsets.bytes.count)
        let start = arguments.has(2) ? min(max(try cell.index(arguments[2]), 0), count) : 0
        let end = arguments.has(3) ? min(max(try cell.index(arguments[3]), 0), count) : count
        return (subject.byte(start), subject.byte(end))
    }

    /// All matches, one by one.
    private final class Walk {
        let pattern: PatternObject
        let subject: RegexSubject
        let start: Int
        let end: Int
        private var place: Int
        private var nonEmpty = false

        init(_ pattern: PatternObject, _ subject: RegexSubject, _ start: Int, _ end: Int) {
            self.pattern = pattern
            self.subject = subject
            self.start = start
            self.end = end
            place = start
        }

        func next(_ cell: Interpreter) throws(Raise) -> MatchObject? {
            guard let spans = try find(pattern, subject, from: place, to: end, .search, nonEmpty: nonEmpty, cell) else {
                return nil
            }
            place = spans[1]
            nonEmpty = spans[0] == spans[1]
            return MatchObject(pattern, subject, spans, start: start, end: end)
        }
    }

    private static var walks: [PatternFunctions] {
        [
            PatternFunctions(
                name: "findall", doc: "The texts of all matches, or of their groups.",
                methodSignature: "string, pos=0, endpos=9223372036854775807",
                functionSignature: "pattern, string, flags=0"
            ) { (pattern, arguments, isMethod) throws(Raise) in
                let subject = try RegexSubject(arguments[1], for: pattern.program)
                let (start, end) = try bounds(subject, arguments, isMethod)
                let walk = Walk(pattern, subject, start, end)
                let empty: Value = subject.isBytes ? .object(Bytes([])) : .string("")
                var found: [Value] = []
                while let match = try walk.next(arguments.cell) {
                    switch pattern.program.groupCount {
                    case 0: found.append(match.text(0) ?? empty)
                    case 1: found.append(match.text(1) ?? empty)
                    case let count: found.append(.tuple((1...count).map { match.text($0) ?? empty }))
                    }
                    if found.count & 0xFF == 0 { try arguments.cell.poll() }
                }
                return .list(found)
            },
            PatternFunctions(
                name: "finditer", doc: "All matches, one by one.",
                methodSignature: "string, pos=0, endpos=9223372036854775807",
                functionSignature: "pattern, string, flags=0"
            ) { (pattern, arguments, isMethod) throws(Raise) in
                let subject = try RegexSubject(arguments[1], for: pattern.program)
                let (start, end) = try bounds(subject, arguments, isMethod)
                let walk = Walk(pattern, subject, start, end)
                return .object(ClosureIterator { (cell) throws(Raise) in try walk.next(cell).map { .object($0) } })
            },
            PatternFunctions(
                name: "split", doc: "The parts between matches, with the groups of the matches.",
                methodSignature: "string, maxsplit=0", functionSignature: "pattern, string, maxsplit=0, flags=0"
            ) { (pattern, arguments, isMethod) throws(Raise) in
                let subject = try RegexSubject(arguments[1], for: pattern.program)
                let limit = try arguments.int(2, default: 0)
                let walk = Walk(pattern, subject, 0, subject.offsets.bytes.count)
                var parts: [Value] = []
                var splits = 0
                var place = 0
                while limit == 0 || splits < limit, let match = try walk.next(arguments.cell) {
                    parts.append(subject.slice(place, match.spans[0]))
                    for group in stride(from: 1, through: pattern.program.groupCount, by: 1) {
                        parts.append(match.text(group) ?? .none)
                    }
                    place = match.spans[1]
                    splits += 1
                }
                parts.append(subject.slice(place, subject.offsets.bytes.count))
                return .list(parts)
            },
            substitution("sub", "The text with matches replaced.", counts: false),
            substitution("subn", "The text with matches replaced, and how many were.", counts: true),
        ]
    }

    private static func substitution(_ name: String, _ doc: String, counts: Bool) -> PatternFunctions {
        PatternFunctions(
            name: name, doc: doc, methodSignature: "repl, string, count=0",
            functionSignature: "pattern, repl, string, count=0, flags=0"
        ) { (pattern, arguments, _) throws(Raise) in
            let cell = arguments.cell
            let replacement = try Replacement(arguments[1], pattern, cell)
            let subject = try RegexSubject(arguments[2], for: pattern.program)
            let limit = try arguments.int(3, default: 0)
            let walk = Walk(pattern, subject, 0, subject.offsets.bytes.count)
            var result: [UInt8] = []
            var place = 0
            var count = 0
            while limit == 0 || count < limit, let match = try walk.next(cell) {
                result += subject.offsets.bytes[place..<match.spans[0]]
                result += try replacement.bytes(for: match, cell)
                place = match.spans[1]
                count += 1
            }
            result += subject.offsets.bytes[place...]
            let value: Value = subject.isBytes ? .object(Bytes(result)) : .string(String(utf8Bytes: result))
            return counts ? .tuple([value, .int(count)]) : value
        }
    }
}

extension StandardModules {
    /// The class of errors in patterns.
    static let regexError: TypeObject = {
        let type = TypeObject(
            "error", module: "re", doc: "A mistake in a pattern.", base: exceptions.exception, metatype: types.type)
        type.allowsAttributes = true
        return type
    }()

    static func raise(_ error: RegexError, in pattern: String) -> Raise {
        if error.message == "the repetition number is too large" { return .overflowError(error.message) }
        let exception = ExceptionObject(regexError, error.described(in: pattern))
        exception.attributes = Dict(named: [
            ("msg", .string(error.message)), ("pattern", .string(pattern)),
            ("pos", error.position.map { .int($0) } ?? .none),
        ])
        return Raise(exception)
    }

    /// A pattern for a function of the module: compiled, or to be looked up among those compiled lately.
    private static func compiled(_ value: Value, _ flags: Value, _ cache: PatternCache, _ cell: Interpreter)
        throws(Raise) -> PatternObject
    {
        let number = flags.isUnset ? 0 : try cell.index(flags)
        if let pattern = value.object as? PatternObject {
            if number != 0 { throw .valueError("cannot process flags argument with a compiled pattern") }
            return pattern
        }
        let isBytes = value.object is Bytes
        let text: String
        if let given = value.text {
            text = given
        } else if let bytes = value.object as? Bytes {
            text = String(scalars: bytes.bytes.map { Unicode.Scalar($0) })
        } else {
            throw .typeError("first argument must be string or compiled pattern")
        }
        let key = PatternCache.Key(text: Array(text.utf8), flags: number, isBytes: isBytes)
        if let known = cache.patterns[key] { return known }
        do throws(RegexError) {
            let made = PatternObject(try RegexProgram(text, flags: RegexFlags(rawValue: number), isBytes: isBytes))
            if cache.patterns.count >= 512 { cache.patterns.removeAll() }
            cache.patterns[key] = made
            return made
        } catch {
            throw raise(error, in: text)
        }
    }

    private final class PatternCache {
        struct Key: Hashable {
            let text: [UInt8]
            let flags: Int
            let isBytes: Bool
        }
        var patterns: [Key: PatternObject] = [:]
    }

    private static let flagsByLetter: [String: RegexFlags] = [
        "I": .ignoreCase, "L": .locale, "M": .multiline, "S": .dotAll, "U": .unicode, "X": .verbose, "A": .ascii,
    ]

    static let re = NativeModule("re", doc: "Regular expressions in Python's syntax.") {
        let cache = PatternCache()
        PatternObject.declaration
        MatchObject.declaration
        regexError
        RawFunction("compile", doc: "Compiles a pattern.", parameters("pattern, flags=0")) {
            (arguments: Arguments) throws(Raise) -> Value in
            .object(try compiled(arguments[0], arguments[1], cache, arguments.cell))
        }
        for function in PatternFunctions.all {
            let described = parameters(function.functionSignature)
            RawFunction(function.name, doc: function.doc, described) { (arguments: Arguments) throws(Raise) -> Value in
                let pattern = try compiled(arguments[0], arguments[described.count - 1], cache, arguments.cell)
                return try function.body(pattern, arguments, false)
            }
        }
        RawFunction("escape", doc: "Text in which no character means anything special.", parameters("pattern")) {
            (arguments: Arguments) throws(Raise) -> Value in
            guard let text = arguments[0].text else {
                throw .typeError("expected string, got \(arguments[0].type.name)")
            }
            let special = Set("()[]{}?*+-|^$\\.&~# \t\n\r\u{B}\u{C}".unicodeScalars)
            var result = String.UnicodeScalarView()
            for scalar in text.unicodeScalars {
                if special.contains(scalar) { result.append("\\") }
                result.append(scalar)
            }
            return .string(String(result))
        }
        RawFunction("purge", doc: "Forgets compiled patterns.", []) { (_) throws(Raise) -> Value in
            cache.patterns.removeAll()
            return .none
        }
        for (flag, name) in RegexFlags.names {
            Constant(name, flag.rawValue)
        }
        for (letter, flag) in flagsByLetter {
            Constant(letter, flag.rawValue)
        }
    }
}
