internal import BigInt

/// `format(value, specification)` of text and numbers.
enum Formatting {
    static func string(_ text: String, _ specification: String, typeName: String = "str") throws(Failure) -> String {
        if specification.isEmpty { return text }
        let spec = try FormatSpecification(specification, for: typeName)
        guard spec.type == nil || spec.type == "s" else { throw spec.unknownType(of: typeName) }
        if let grouping = spec.grouping { throw .value("Cannot specify '\(grouping)' with 's'.") }
        if let sign = spec.sign {
            throw .value("\(sign == " " ? "Space" : "Sign") not allowed in string format specifier")
        }
        if spec.avoidsNegativeZero {
            throw .value("Negative zero coercion (z) not allowed in string format specifier")
        }
        if spec.isAlternate { throw .value("Alternate form (#) not allowed in string format specifier") }
        if spec.align == "=" { throw .value("'=' alignment not allowed in string format specifier") }
        var shown = text
        if let precision = spec.precision, precision < text.utf8.count {
            shown = String(scalars: text.unicodeScalars.prefix(precision))
        }
        return try spec.pad(shown, defaultAlign: "<")
    }

    /// - Parameter typeName: `int` or `bool`, for messages.
    static func integer(_ value: BigInt, _ specification: String, typeName: String = "int") throws(Failure) -> String {
        if specification.isEmpty { return try IntegerText.decimal(value) }
        let spec = try FormatSpecification(specification, for: typeName, defaultAlign: ">")
        switch spec.type {
        case nil, "b", "c", "d", "o", "x", "X", "n":
            if spec.type == "n", spec.grouping != nil {
                throw .value("Cannot specify '\(spec.grouping ?? ",")' with 'n'.")
            }
            return try integer(value, spec)
        case "e", "E", "f", "F", "g", "G", "%":
            return try float(try Arithmetic.double(value), spec)
        default: throw spec.unknownType(of: typeName)
        }
    }

    private static func integer(_ value: BigInt, _ spec: FormatSpecification) throws(Failure) -> String {
        guard spec.precision == nil else { throw .value("Precision not allowed in integer format specifier") }
        if spec.avoidsNegativeZero {
            throw .value("Negative zero coercion (z) not allowed in integer format specifier")
        }
        if spec.type == "c" {
            if spec.sign != nil { throw .value("Sign not allowed with integer format specifier 'c'") }
            if spec.isAlternate { throw .value("Alternate form (#) not allowed with integer format specifier 'c'") }
            guard Int(exactly: value) != nil else { throw .overflow("Python int too large to convert to C long") }
            guard let code = UInt32(exactly: value), let scalar = Unicode.Scalar(code) else {
                throw .overflow("%c arg not in range(0x110000)")
            }
            return try spec.pad(String(Character(scalar)), defaultAlign: ">")
        }
        let radixes: [Unicode.Scalar: Int] = ["b": 2, "o": 8, "x": 16, "X": 16]
        let radix = spec.type.flatMap { radixes[$0] } ?? 10
        let digits =
            radix == 10
            ? try IntegerText.decimal(BigInt(value.magnitude))
            : String(value.magnitude, radix: radix, uppercase: spec.type == "X")
        let prefix = spec.isAlternate && radix != 10 ? "0" + String(spec.type.map(Character.init) ?? "x") : ""
        return try number(
            isNegative: value.sign == .minus, prefix: prefix, whole: digits, rest: "", spec,
            groupSize: radix == 10 ? 3 : 4)
    }

    static func float(_ value: Double, _ specification: String, typeName: String = "float") throws(Failure) -> String {
        if specification.isEmpty { return FloatText.repr(value) }
        let spec = try FormatSpecification(specification, for: typeName, defaultAlign: ">")
        switch spec.type {
        case nil, "e", "E", "f", "F", "g", "G", "n", "%":
            if spec.type == "n", spec.grouping != nil {
                throw .value("Cannot specify '\(spec.grouping ?? ",")' with 'n'.")
            }
            return try float(value, spec)
        default: throw spec.unknownType(of: typeName)
        }
    }

    static let maximumPrecision = 1 << 24

    private static func float(_ original: Double, _ spec: FormatSpecification) throws(Failure) -> String {
        if let precision = spec.precision, precision > Int(Int32.max) { throw .value("precision too big") }
        if let precision = spec.precision, precision > maximumPrecision {
            throw Failure(kind: .memoryError, message: "")
        }
        let isPercent = spec.type == "%"
        let value = isPercent ? original * 100 : original
        var text: String
        if !value.isFinite {
            text = value.isNaN ? "nan" : "inf"
        } else {
            switch spec.type {
            case nil:
                if let precision = spec.precision {
                    text = FloatText.general(value, precision: precision, alternate: spec.isAlternate)
                } else {
                    text = FloatText.repr(value.magnitude)
                }
            case "e", "E":
                text = FloatText.printf("e", value, precision: spec.precision ?? 6, alternate: spec.isAlternate)
            case "f", "F", "%":
                text = FloatText.printf("f", value, precision: spec.precision ?? 6, alternate: spec.isAlternate)
            default: text = FloatText.printf("g", value, precision: spec.precision ?? 6, alternate: spec.isAlternate)
            }
        }
        if spec.type == "E" || spec.type == "F" || spec.type == "G" { text = text.uppercased() }
        var isNegative = value.sign == .minus && !value.isNaN
        if spec.avoidsNegativeZero, isNegative, !text.utf8.contains(where: { (0x31...0x39).contains($0) }),
            value.isFinite
        {
            isNegative = false
        }
        if isPercent { text += "%" }
        let whole = text.utf8.prefix { (0x30...0x39).contains($0) }
        return try number(
            isNegative: isNegative, prefix: "", whole: String(Substring(whole)),
            rest: String(Substring(text.utf8.dropFirst(whole.count))), spec, groupSize: 3)
    }

    /// Puts a number together from its parts: sign, prefix, digits in groups, the rest, and fill.
    private static func number(
        isNegative: Bool, prefix: String, whole: String, rest: String, _ spec: FormatSpecification, groupSize: Int
    ) throws(Failure) -> String {
        guard spec.width <= FormatSpecification.maximumWidth else { throw Failure(kind: .memoryError, message: "") }
        let sign = isNegative ? "-" : spec.sign == "+" ? "+" : spec.sign == " " ? " " : ""
        // Zeros that fill up to the width are digits: they are grouped, too.
        let fillsWithZeros = spec.align == "=" && spec.fill == "0"
        let fixed = sign.utf8.count + prefix.utf8.count + rest.utf8.count
        let digits =
            spec.grouping.map { separator in
                group(whole, by: groupSize, separator, minimumWidth: fillsWithZeros ? spec.width - fixed : 0)
            } ?? whole
        let missing = spec.width - fixed - digits.utf8.count
        guard missing > 0 else { return sign + prefix + digits + rest }
        if spec.align == "=" {
            return sign + prefix + FormatSpecification.repeated(spec.fill, missing) + digits + rest
        }
        return try spec.pad(sign + prefix + digits + rest, defaultAlign: ">")
    }

    private static func group(
        _ digits: String, by size: Int, _ separator: Unicode.Scalar, minimumWidth: Int
    ) -> String {
        guard !digits.isEmpty else { return digits }
        var reversed: [UInt8] = []
        var left = Array(digits.utf8)[...]
        var inGroup = 0
        while !left.isEmpty || reversed.count < minimumWidth {
            if inGroup == size {
                reversed.append(UInt8(separator.value))
                inGroup = 0
            }
            reversed.append(left.popLast() ?? UInt8(ascii: "0"))
            inGroup += 1
        }
        return String(decoding: reversed.reversed(), as: UTF8.self)
    }
}
