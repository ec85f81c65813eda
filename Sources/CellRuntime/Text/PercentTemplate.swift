internal import BigInt

/// The template of printf-style formatting, `'%5.2f' % value`.
struct PercentTemplate {
    /// A number that stands in the template or is taken from the arguments (`*`).
    enum Amount: Equatable {
        case fixed(Int)
        case argument
    }

    struct Conversion: Equatable {
        /// `%(key)s`
        var key: String?
        var leftAlign = false
        var sign = false
        var space = false
        var alternate = false
        var zero = false
        var width: Amount?
        var precision: Amount?
        var type: Unicode.Scalar
        /// Where the type stands, in characters.
        var index: Int
    }

    enum Part: Equatable {
        case literal(String)
        case conversion(Conversion)
    }

    /// The parts up to the first mistake; the mistake is raised when formatting reaches it.
    static func parse(_ text: String) -> (parts: [Part], failure: Failure?) {
        let scalars = Array(text.unicodeScalars)
        var parts: [Part] = []
        var literal = String.UnicodeScalarView()
        var place = 0
        func flush() {
            if !literal.isEmpty { parts.append(.literal(String(literal))) }
            literal = String.UnicodeScalarView()
        }
        while place < scalars.count {
            if scalars[place] != "%" {
                literal.append(scalars[place])
                place += 1
                continue
            }
            place += 1
            if place < scalars.count, scalars[place] == "%" {
                literal.append("%")
                place += 1
                continue
            }
            flush()
            do throws(Failure) {
                parts.append(.conversion(try conversion(scalars, &place)))
            } catch {
                return (parts, error)
            }
        }
        flush()
        return (parts, nil)
    }

    private static func conversion(_ scalars: [Unicode.Scalar], _ place: inout Int) throws(Failure) -> Conversion {
        let incomplete = Failure.value("incomplete format")
        var result = Conversion(type: "s", index: 0)
        if place < scalars.count, scalars[place] == "(" {
            var depth = 1
            let start = place + 1
            place += 1
            while place < scalars.count, depth > 0 {
                if scalars[place] == "(" { depth += 1 }
                if scalars[place] == ")" { depth -= 1 }
                place += 1
            }
            guard depth == 0 else { throw .value("incomplete format key") }
            result.key = String(scalars: scalars[start..<place - 1])
        }
        flags: while place < scalars.count {
            switch scalars[place] {
            case "-": result.leftAlign = true
            case "+": result.sign = true
            case " ": result.space = true
            case "#": result.alternate = true
            case "0": result.zero = true
            default: break flags
            }
            place += 1
        }
        result.width = try amount(scalars, &place, "width too big")
        if place < scalars.count, scalars[place] == "." {
            place += 1
            result.precision = try amount(scalars, &place, "precision too big") ?? .fixed(0)
        }
        while place < scalars.count, scalars[place] == "l" || scalars[place] == "h" || scalars[place] == "L" {
            place += 1
        }
        guard place < scalars.count else { throw incomplete }
        result.type = scalars[place]
        result.index = place
        place += 1
        return result
    }

    private static func amount(
        _ scalars: [Unicode.Scalar], _ place: inout Int, _ message: String
    ) throws(Failure) -> Amount? {
        if place < scalars.count, scalars[place] == "*" {
            place += 1
            return .argument
        }
        let start = place
        var value = 0
        while place < scalars.count, (0x30...0x39).contains(scalars[place].value) {
            value = value * 10 + Int(scalars[place].value) - 0x30
            if value > Int(Int32.max) { throw .value(message) }
            place += 1
        }
        return place > start ? .fixed(value) : nil
    }

    // MARK: Values

    /// Width and precision after `*` has been looked up.
    struct Layout {
        var leftAlign: Bool
        var sign: Bool
        var space: Bool
        var alternate: Bool
        var zero: Bool
        var width: Int
        var precision: Int?

        init(_ conversion: Conversion, width: Int?, precision: Int?) {
            leftAlign = conversion.leftAlign || (width ?? 0) < 0
            sign = conversion.sign
            space = conversion.space
            alternate = conversion.alternate
            zero = conversion.zero
            self.width = abs(width ?? 0)
            self.precision = precision.map { max($0, 0) }
        }

        private func signText(_ isNegative: Bool) -> String { isNegative ? "-" : sign ? "+" : space ? " " : "" }

        /// `%s`, `%r`, `%a` and `%c`.
        func text(_ text: String) throws(Failure) -> String {
            let shown = precision.map { String(scalars: text.unicodeScalars.prefix($0)) } ?? text
            return try fill("", shown, zeros: false)
        }

        /// `%d`, `%o`, `%x`, `%X`.
        func integer(_ value: BigInt, type: Unicode.Scalar) throws(Failure) -> String {
            let radix = type == "o" ? 8 : type == "x" || type == "X" ? 16 : 10
            var digits =
                radix == 10
                ? try IntegerText.decimal(BigInt(value.magnitude))
                : String(value.magnitude, radix: radix, uppercase: type == "X")
            if let precision, digits.utf8.count < precision {
                guard precision < FormatSpecification.maximumWidth else {
                    throw Failure(kind: .memoryError, message: "")
                }
                digits = String(repeating: "0", count: precision - digits.utf8.count) + digits
            }
            let prefix = alternate && radix != 10 ? "0" + String(Character(type)) : ""
            return try fill(signText(value.sign == .minus) + prefix, digits, zeros: zero)
        }

        /// `%e`, `%f`, `%g` and their capitals.
        func float(_ value: Double, type: Unicode.Scalar) throws(Failure) -> String {
            let lower = Character(Unicode.Scalar(UInt8(truncatingIfNeeded: type.value | 0x20)))
            if let precision, precision > Formatting.maximumPrecision {
                throw Failure(kind: .memoryError, message: "")
            }
            var text =
                value.isFinite
                ? FloatText.printf(lower, value, precision: precision ?? 6, alternate: alternate)
                : value.isNaN ? "nan" : "inf"
            if type.value < 0x60 { text = text.uppercased() }
            return try fill(signText(value.sign == .minus && !value.isNaN), text, zeros: zero)
        }

        private func fill(_ prefix: String, _ text: String, zeros: Bool) throws(Failure) -> String {
            let missing = width - prefix.utf8.count - text.scalarCount
            guard missing > 0 else { return prefix + text }
            guard width <= FormatSpecification.maximumWidth else { throw Failure(kind: .memoryError, message: "") }
            if leftAlign { return prefix + text + String(repeating: " ", count: missing) }
            return zeros
                ? prefix + String(repeating: "0", count: missing) + text
                : String(repeating: " ", count: missing) + prefix + text
        }
    }
}
