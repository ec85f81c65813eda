internal import BigInt

/// Methods of `int`, `bool` and `float`.
extension BuiltinMembers {
    private static func integerMethod(
        _ name: String, _ doc: String, _ signature: String = "",
        body: @escaping (BigInt, Arguments) throws(Raise) -> Value
    ) -> Member {
        RawMethod(name, doc: doc, parameters(signature)) { (arguments: Arguments) throws(Raise) -> Value in
            guard let number = arguments[0].bigInteger else {
                throw .typeError(
                    "descriptor '\(name)' for 'int' objects doesn't apply to a '\(arguments[0].type.name)' object")
            }
            return try body(number, arguments)
        }
    }

    private static func floatMethod(
        _ name: String, _ doc: String, body: @escaping (Double) throws(Raise) -> Value
    ) -> Member {
        RawMethod(name, doc: doc) { (arguments: Arguments) throws(Raise) -> Value in
            guard arguments[0].bigInteger == nil, let number = arguments[0].double else {
                throw .typeError(
                    "descriptor '\(name)' for 'float' objects doesn't apply to a '\(arguments[0].type.name)' object")
            }
            return try body(number)
        }
    }

    /// A property that a raw getter computes.
    static func property(_ name: String, _ doc: String, get: @escaping (Value) throws(Raise) -> Value) -> Member {
        let getter = SignatureBuilder([], isMethod: true, style: .native).function(name, doc: doc) {
            (arguments: Arguments) throws(Raise) -> Value in try get(arguments[0])
        }
        return Member(name: name, content: .value(.object(PropertyObject(getter: .object(getter), doc: .string(doc)))))
    }

    static func classMethod(
        _ name: String, _ doc: String, _ signature: String, body: @escaping NativeFunction.Body
    ) -> Member {
        let function = SignatureBuilder(parameters(signature), isMethod: true, style: .native).function(
            name, doc: doc, body: body)
        return Member(name: name, content: .value(.object(ClassMethod(.object(function)))))
    }

    // MARK: int

    @MembersBuilder static var int: [Member] {
        RawConstructor(
            doc: "An integer: of a number, its fraction cut off, or of text in a base.", parameters("x=0, /, base=10"),
            body: makeInteger)
        integerMethod("bit_length", "How many bits the magnitude needs.") { (number, _) throws(Raise) in
            .int(number.magnitude.bitWidth)
        }
        integerMethod("bit_count", "How many bits of the magnitude are set.") { (number, _) throws(Raise) in
            .int(number.magnitude.words.reduce(0) { $0 + $1.nonzeroBitCount })
        }
        integerMethod("conjugate", "The number itself.") { (number, _) throws(Raise) in .integer(number) }
        integerMethod("as_integer_ratio", "The number and 1.") { (number, _) throws(Raise) in
            .tuple([.integer(number), .int(1)])
        }
        integerMethod(
            "to_bytes", "The bytes of the number.", "length=1, byteorder='big', *, signed=False", body: toBytes)
        classMethod("from_bytes", "The number that bytes stand for.", "bytes, byteorder='big', *, signed=False") {
            (arguments: Arguments) throws(Raise) -> Value in
            var bytes: [UInt8] = []
            for item in try arguments.cell.items(of: arguments[1]) {
                guard let byte = UInt8(exactly: try arguments.cell.index(item)) else {
                    throw .valueError("bytes must be in range(0, 256)")
                }
                bytes.append(byte)
            }
            if try isLittleEndian(arguments[2]) { bytes.reverse() }
            var magnitude = BigUInt(0)
            for byte in bytes { magnitude = magnitude << 8 | BigUInt(byte) }
            let isNegative = try arguments.bool(3, default: false) && (bytes.first ?? 0) >= 0x80
            return .integer(isNegative ? BigInt(magnitude) - BigInt(1) << (8 * bytes.count) : BigInt(magnitude))
        }
        property("real", "The number itself.") { (value) throws(Raise) in .integer(value.bigInteger ?? 0) }
        property("imag", "0.") { (_) throws(Raise) in .int(0) }
        property("numerator", "The number itself.") { (value) throws(Raise) in .integer(value.bigInteger ?? 0) }
        property("denominator", "1.") { (_) throws(Raise) in .int(1) }
    }

    private static func makeInteger(_ arguments: Arguments) throws(Raise) -> Value {
        let cell = arguments.cell
        let value = arguments[0]
        if arguments.has(1) {
            if value.isUnset { throw .typeError("int() missing string argument") }
            let base = try cell.index(arguments[1])
            if let text = value.text {
                return try raising { () throws(Failure) in try NumberParsing.integer(text, base: base) }.value
            }
            if let bytes = value.object as? Bytes {
                return try raising { () throws(Failure) in
                    try NumberParsing.integer(
                        String(utf8Bytes: bytes.bytes), base: base, shown: StringRepr.repr(bytes.bytes))
                }.value
            }
            throw .typeError("int() can't convert non-string with explicit base")
        }
        switch value {
        case .unset: return .int(0)
        case .int: return value
        case .bool(let flag): return .int(flag ? 1 : 0)
        case .float(let number): return try raising { () throws(Failure) in try Arithmetic.integer(number) }.value
        case .none: break
        case .object(let object):
            if !object.type.isBuiltin {
                for special in [SpecialName.int, .index, .trunc] where object.type.has(special) {
                    let answer = try cell.callSpecial(special, of: value)
                    guard let number = answer.bigInteger else {
                        throw .typeError("\(special.text) returned non-int (type \(answer.type.name))")
                    }
                    return .integer(number)
                }
            }
            if let number = value.bigInteger { return .integer(number) }
            if let number = value.double {
                return try raising { () throws(Failure) in try Arithmetic.integer(number) }.value
            }
            if let text = value.text {
                return try raising { () throws(Failure) in try NumberParsing.integer(text) }.value
            }
            if let bytes = object as? Bytes {
                return try raising { () throws(Failure) in
                    try NumberParsing.integer(String(utf8Bytes: bytes.bytes), shown: StringRepr.repr(bytes.bytes))
                }.value
            }
        }
        throw .typeError(
            "int() argument must be a string, a bytes-like object or a real number, not '\(value.type.name)'")
    }

    private static func isLittleEndian(_ value: Value) throws(Raise) -> Bool {
        switch value.text {
        case "little": return true
        case "big": return false
        default:
            if value.isUnset { return false }
            throw .valueError("byteorder must be either 'little' or 'big'")
        }
    }

    private static func toBytes(_ number: BigInt, _ arguments: Arguments) throws(Raise) -> Value {
        let length = try arguments.int(1, default: 1)
        guard length >= 0 else { throw .valueError("length argument must be non-negative") }
        try arguments.cell.checkSize(length)
        let isLittle = try isLittleEndian(arguments[2])
        let isSigned = try arguments.bool(3, default: false)
        if number.sign == .minus, !isSigned { throw .overflowError("can't convert negative int to unsigned") }
        let limit = BigInt(1) << max(0, 8 * length - (isSigned && length > 0 ? 1 : 0))
        let fits = number.sign == .minus ? -number <= limit : number < limit
        guard fits else { throw .overflowError("int too big to convert") }
        var rest = number.sign == .minus ? BigInt(1) << (8 * length) + number : number
        var bytes: [UInt8] = []
        for _ in 0..<length {
            bytes.append(UInt8(truncatingIfNeeded: rest.magnitude.words.first ?? 0))
            rest >>= 8
        }
        return .object(Bytes(isLittle ? bytes : bytes.reversed()))
    }

    // MARK: bool

    @MembersBuilder static var bool: [Member] {
        RawConstructor(doc: "Whether a value counts as true.", parameters("x=False, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            .bool(arguments[0].isUnset ? false : try arguments.cell.truth(arguments[0]))
        }
    }

    // MARK: float

    @MembersBuilder static var float: [Member] {
        RawConstructor(doc: "A floating-point number: of a number or text.", parameters("x=0, /")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let value = arguments[0]
            if value.isUnset { return .float(0) }
            if let text = value.text {
                return .float(try raising { () throws(Failure) in try NumberParsing.float(text) })
            }
            if let bytes = value.object as? Bytes {
                return .float(
                    try raising { () throws(Failure) in
                        try NumberParsing.float(String(utf8Bytes: bytes.bytes), shown: StringRepr.repr(bytes.bytes))
                    })
            }
            guard value.isNumber || value.type.has(.float) || value.type.has(.index) else {
                throw .typeError("float() argument must be a string or a real number, not '\(value.type.name)'")
            }
            return .float(try arguments.cell.double(value))
        }
        floatMethod("is_integer", "Whether it has no fraction.") { (number) throws(Raise) in
            .bool(number.isFinite && number == number.rounded())
        }
        floatMethod("hex", "The number in hexadecimal digits, exactly.") { (number) throws(Raise) in
            .string(FloatText.hexadecimal(number))
        }
        floatMethod("conjugate", "The number itself.") { (number) throws(Raise) in .float(number) }
        floatMethod("as_integer_ratio", "The two integers whose ratio it exactly is.") { (number) throws(Raise) in
            let (top, bottom) = try raising { () throws(Failure) in try Arithmetic.integerRatio(number) }
            return .tuple([.integer(top), .integer(bottom)])
        }
        classMethod("fromhex", "The number that hexadecimal digits stand for.", "string, /") {
            (arguments: Arguments) throws(Raise) -> Value in
            let text = try requiredText(arguments[1]) { _ in "fromhex() argument must be str" }
            guard let number = FloatText.number(hexadecimal: text) else {
                throw .valueError("invalid hexadecimal floating-point string")
            }
            return .float(number)
        }
        property("real", "The number itself.") { (value) throws(Raise) in .float(value.double ?? 0) }
        property("imag", "0.0.") { (_) throws(Raise) in .float(0) }
    }
}

extension FloatText {
    /// Reads what ``hexadecimal(_:)`` writes; the `0x` and the exponent may be left out.
    static func number(hexadecimal text: String) -> Double? {
        let trimmed = StringMethods.strip(text, nil, left: true, right: true).lowercased()
        let isNegative = trimmed.hasPrefix("-")
        var digits = trimmed.hasPrefix("-") || trimmed.hasPrefix("+") ? String(trimmed.dropFirst()) : trimmed
        if digits == "inf" || digits == "infinity" { return isNegative ? -.infinity : .infinity }
        if digits == "nan" { return .nan }
        if !digits.hasPrefix("0x") { digits = "0x" + digits }
        if !digits.contains("p") { digits += "p0" }
        return Double(digits).map { isNegative ? -$0 : $0 }
    }
}
