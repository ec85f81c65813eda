/// Methods of `bytes`.
extension BuiltinMembers {
    private static func bytesMethod(
        _ name: String, _ doc: String, _ signature: String = "",
        body: @escaping ([UInt8], Arguments) throws(Raise) -> Value
    ) -> Member {
        RawMethod(name, doc: doc, parameters(signature)) { (arguments: Arguments) throws(Raise) -> Value in
            try body(arguments.receiver(Bytes.self, name, of: "bytes").bytes, arguments)
        }
    }

    static func requiredBytes(_ value: Value) throws(Raise) -> [UInt8] {
        if let bytes = value.object as? Bytes { return bytes.bytes }
        throw .typeError("a bytes-like object is required, not '\(value.type.name)'")
    }

    /// A part to look for: bytes, or one byte by its number.
    private static func needle(_ value: Value, _ cell: Interpreter) throws(Raise) -> [UInt8] {
        if let bytes = value.object as? Bytes { return bytes.bytes }
        guard let number = value.smallInteger else {
            throw .typeError("argument should be integer or bytes-like object, not '\(value.type.name)'")
        }
        guard let byte = UInt8(exactly: number) else { throw .valueError("byte must be in range(0, 256)") }
        return [byte]
    }

    private static func object(_ bytes: some Sequence<UInt8>) -> Value { .object(Bytes(Array(bytes))) }

    private static func makeBytes(_ arguments: Arguments) throws(Raise) -> Value {
        let cell = arguments.cell
        let source = arguments[0]
        if source.isUnset { return object([]) }
        if let text = source.text {
            guard arguments.has(1) else { throw .typeError("string argument without an encoding") }
            return object(try TextCoding.encode(text, arguments[1], arguments[2]))
        }
        if arguments.has(1) || arguments.has(2) { throw .typeError("encoding without a string argument") }
        if let bytes = source.object as? Bytes { return .object(Bytes(bytes.bytes)) }
        if source.bigInteger != nil || source.type.has(.index) {
            let count = try cell.index(source)
            if count < 0 { throw .valueError("negative count") }
            try cell.checkSize(count)
            return object([UInt8](repeating: 0, count: count))
        }
        guard cell.isIterable(source) else { throw .typeError("cannot convert '\(source.type.name)' object to bytes") }
        var bytes: [UInt8] = []
        for item in try cell.items(of: source) {
            guard let byte = UInt8(exactly: try cell.index(item)) else {
                throw .valueError("bytes must be in range(0, 256)")
            }
            bytes.append(byte)
        }
        return object(bytes)
    }

    @MembersBuilder static var bytes: [Member] {
        RawConstructor(
            doc: "Bytes: of integers, of text in an encoding, or a number of zeros.",
            parameters("source=b'', encoding='utf-8', errors='strict'"), body: makeBytes)
        bytesMethod("decode", "The text that the bytes stand for.", "encoding='utf-8', errors='strict'") {
            (bytes, arguments) throws(Raise) in .string(try TextCoding.decode(bytes, arguments[1], arguments[2]))
        }
        bytesMethod("hex", "Two hexadecimal digits for each byte.", "sep='', bytes_per_sep=1") {
            (bytes, arguments) throws(Raise) in
            let digits = bytes.map(TextCoding.hex)
            guard arguments.has(1) else { return .string(digits.joined()) }
            let separator = try requiredText(arguments[1]) { _ in "sep must be str or bytes." }
            let size = try arguments.int(2, default: 1)
            guard size != 0 else { return .string(digits.joined()) }
            var result = ""
            for (index, digit) in digits.enumerated() {
                let place = size > 0 ? digits.count - index : index
                if index > 0, place % abs(size) == 0 { result += separator }
                result += digit
            }
            return .string(result)
        }
        classMethod("fromhex", "The bytes that hexadecimal digits stand for.", "string, /") {
            (arguments: Arguments) throws(Raise) -> Value in
            let text = try requiredText(arguments[1]) { "fromhex() argument must be str, not \($0)" }
            var result: [UInt8] = []
            var high: Int?
            for (index, byte) in text.utf8.enumerated() {
                if high == nil, byte == 0x20 || (0x09...0x0D).contains(byte) { continue }
                guard let digit = NumberParsing.digitValue(byte), digit < 16 else {
                    throw .valueError("non-hexadecimal number found in fromhex() arg at position \(index)")
                }
                if let first = high {
                    result.append(UInt8(first << 4 | digit))
                    high = nil
                } else {
                    high = digit
                }
            }
            if high != nil {
                throw .valueError("non-hexadecimal number found in fromhex() arg at position \(text.utf8.count)")
            }
            return object(result)
        }
        bytesSearches
        bytesSplits
        for (name, change) in [
            ("upper", { (0x61...0x7A).contains($0) ? $0 & ~0x20 : $0 }),
            ("lower", { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }),
        ] as [(String, (UInt8) -> UInt8)] {
            bytesMethod(name, "A copy in ASCII \(name)case.") { (bytes, _) throws(Raise) in object(bytes.map(change)) }
        }
        for (name, test) in [
            ("isdigit", { (0x30...0x39).contains($0) }), ("isalpha", { (0x61...0x7A).contains($0 | 0x20) }),
            ("isalnum", { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }),
            ("isspace", { $0 == 0x20 || (0x09...0x0D).contains($0) }),
        ] as [(String, (UInt8) -> Bool)] {
            bytesMethod(name, "Whether there are bytes, and ASCII has all of them so.") { (bytes, _) throws(Raise) in
                .bool(!bytes.isEmpty && bytes.allSatisfy(test))
            }
        }
    }

    @MembersBuilder private static var bytesSearches: [Member] {
        for (name, last, raises) in [
            ("find", false, false), ("rfind", true, false), ("index", false, true), ("rindex", true, true),
        ] {
            bytesMethod(name, "The \(last ? "highest" : "lowest") position of a part.", "sub, start=None, end=None, /")
            {
                (bytes, arguments) throws(Raise) in
                let part = try needle(arguments[1], arguments.cell)
                let start = try arguments.cell.bound(arguments[2], default: 0, count: bytes.count)
                let end = try arguments.cell.bound(arguments[3], default: bytes.count, count: bytes.count)
                let found =
                    last
                    ? ByteSearch.findLast(part, in: bytes, from: start, to: end)
                    : ByteSearch.find(part, in: bytes, from: start, to: end)
                if found == nil, raises { throw .valueError("subsection not found") }
                return .int(found ?? -1)
            }
        }
        bytesMethod("count", "How often a part occurs.", "sub, start=None, end=None, /") {
            (bytes, arguments) throws(Raise) in
            let part = try needle(arguments[1], arguments.cell)
            let start = try arguments.cell.bound(arguments[2], default: 0, count: bytes.count)
            let end = try arguments.cell.bound(arguments[3], default: bytes.count, count: bytes.count)
            if part.isEmpty { return .int(max(end - start, -1) + 1) }
            return .int(ByteSearch.matches(of: part, in: bytes, from: start, to: end).count)
        }
        for (name, atEnd) in [("startswith", false), ("endswith", true)] {
            bytesMethod(name, "Whether it \(atEnd ? "ends" : "begins") with a part, or one of a tuple.", "prefix, /") {
                (bytes, arguments) throws(Raise) in
                let choices = (arguments[1].object as? Tuple)?.items ?? [arguments[1]]
                for choice in choices {
                    guard let part = choice.object as? Bytes else {
                        throw .typeError(
                            "\(name) first arg must be bytes or a tuple of bytes, not \(choice.type.name)")
                    }
                    let fits =
                        atEnd
                        ? bytes.suffix(part.bytes.count).elementsEqual(part.bytes) : bytes.starts(with: part.bytes)
                    if fits { return .bool(true) }
                }
                return .bool(false)
            }
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    @MembersBuilder private static var bytesSplits: [Member] {
        for (name, last) in [("split", false), ("rsplit", true)] {
            bytesMethod(name, "The parts between separators (white space by default).", "sep=None, maxsplit=-1") {
                (bytes, arguments) throws(Raise) in
                let given = try arguments.int(2, default: -1)
                let limit = given < 0 ? Int.max : given
                guard arguments.isGiven(1) else {
                    let text = String(scalars: bytes.map { Unicode.Scalar($0) })
                    let parts =
                        last
                        ? StringMethods.splitWhitespaceLast(text, limit: limit)
                        : StringMethods.splitWhitespace(text, limit: limit)
                    return .list(parts.map { object($0.unicodeScalars.map { UInt8($0.value) }) })
                }
                let separator = try requiredBytes(arguments[1])
                if separator.isEmpty { throw .valueError("empty separator") }
                let parts =
                    last
                    ? ByteSearch.splitLast(bytes, by: separator, limit: limit)
                    : ByteSearch.split(bytes, by: separator, limit: limit)
                return .list(parts.map { object($0) })
            }
        }
        for (name, left, right) in [("strip", true, true), ("lstrip", true, false), ("rstrip", false, true)] {
            bytesMethod(name, "Without the bytes given (white space by default) at the ends.", "bytes=None, /") {
                (bytes, arguments) throws(Raise) in
                let set = arguments.isGiven(1) ? try requiredBytes(arguments[1]) : nil
                func goes(_ byte: UInt8) -> Bool { set?.contains(byte) ?? isBlank(byte) }
                var rest = bytes[...]
                if left { rest = rest.drop(while: goes) }
                if right { while let end = rest.last, goes(end) { rest.removeLast() } }
                return object(rest)
            }
        }
        bytesMethod("join", "The bytes of an iterable, with these between them.", "iterable_of_bytes, /") {
            (bytes, arguments) throws(Raise) in
            guard arguments.cell.isIterable(arguments[1]) else { throw .typeError("can only join an iterable") }
            var result: [UInt8] = []
            for (index, item) in try arguments.cell.items(of: arguments[1]).enumerated() {
                guard let part = item.object as? Bytes else {
                    throw .typeError(
                        "sequence item \(index): expected a bytes-like object, \(item.type.name) found")
                }
                if index > 0 { result += bytes }
                result += part.bytes
            }
            return object(result)
        }
        bytesMethod("replace", "With another part in place of each.", "old, new, count=-1, /") {
            (bytes, arguments) throws(Raise) in
            let given = try arguments.int(3, default: -1)
            return object(
                ByteSearch.replace(
                    try requiredBytes(arguments[1]), in: bytes, by: try requiredBytes(arguments[2]),
                    limit: given < 0 ? .max : given, isBoundary: { _ in true }))
        }
        bytesMethod("splitlines", "The lines.", "keepends=False") { (bytes, arguments) throws(Raise) in
            let keep = try arguments.bool(1, default: false)
            var lines: [Value] = []
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
                var next = min(end + 1, bytes.count)
                if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { next += 1 }
                lines.append(object(bytes[start..<(keep ? next : end)]))
                start = next
            }
            return .list(lines)
        }
    }
}
