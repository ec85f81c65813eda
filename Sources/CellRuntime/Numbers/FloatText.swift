#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How CPython writes floats.
enum FloatText {
    /// `repr(value)`: the shortest text that reads back the same, with an exponent from 1e16 on and
    /// below 1e-4.
    static func repr(_ value: Double) -> String {
        if let name = nonFinite(value) { return name }
        if value.magnitude < 1e15, value == value.rounded(.towardZero), !(value == 0 && value.sign == .minus) {
            return String(Int(value)) + ".0"
        }
        let (digits, point) = shortestDigits(value.magnitude)
        let sign = value.sign == .minus ? "-" : ""
        if point > 16 || point <= -4 { return sign + withExponent(digits, point, upper: false) }
        return sign + positional(digits, point, addDotZero: true)
    }

    static func nonFinite(_ value: Double) -> String? {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        return nil
    }

    /// The shortest significant digits of a finite, non-negative value and the place of its point:
    /// `0.ddd × 10^point`.
    static func shortestDigits(_ value: Double) -> (digits: [UInt8], point: Int) {
        var digits: [UInt8] = []
        var point: Int?
        var exponent = 0
        var text = value.description.utf8[...]
        if let mark = text.firstIndex(of: UInt8(ascii: "e")) {
            exponent = Int(Substring(text[text.index(after: mark)...])) ?? 0
            text = text[..<mark]
        }
        for byte in text {
            if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte) }
        }
        var place = (point ?? digits.count) + exponent
        let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(leading)
        place -= leading
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        if digits.isEmpty { return ([UInt8(ascii: "0")], 1) }
        return (digits, place)
    }

    private static func withExponent(_ digits: [UInt8], _ point: Int, upper: Bool) -> String {
        var text = String(decoding: digits.prefix(1), as: UTF8.self)
        if digits.count > 1 { text += "." + String(decoding: digits.dropFirst(), as: UTF8.self) }
        let exponent = point - 1
        let size = String(exponent.magnitude)
        return text + (upper ? "E" : "e") + (exponent < 0 ? "-" : "+") + (size.utf8.count < 2 ? "0" : "") + size
    }

    private static func positional(_ digits: [UInt8], _ point: Int, addDotZero: Bool) -> String {
        if point <= 0 {
            return "0." + String(repeating: "0", count: -point) + String(decoding: digits, as: UTF8.self)
        }
        if digits.count <= point {
            let whole = String(decoding: digits, as: UTF8.self) + String(repeating: "0", count: point - digits.count)
            return addDotZero ? whole + ".0" : whole
        }
        return String(decoding: digits[..<point], as: UTF8.self) + "."
            + String(decoding: digits[point...], as: UTF8.self)
    }

    /// The magnitude of a finite value in the manner of C's `%e`, `%f` and `%g`; CPython's agree.
    static func printf(_ conversion: Character, _ value: Double, precision: Int, alternate: Bool) -> String {
        let format = "%" + (alternate ? "#" : "") + ".*" + String(conversion)
        return withVaList([Int32(clamping: precision), value.magnitude]) { arguments in
            var size = 512
            var buffer = [CChar](repeating: 0, count: size)
            let needed = withVaList([Int32(clamping: precision), value.magnitude]) {
                Int(vsnprintf(&buffer, size, format, $0))
            }
            if needed >= size {
                size = needed + 1
                buffer = [CChar](repeating: 0, count: size)
                vsnprintf(&buffer, size, format, arguments)
            }
            return String(decoding: buffer.prefix(max(needed, 0)).map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
    }

    /// As `format(value, '.{precision}')` without a type: like `g`, but with a digit after the point
    /// at least, and an exponent one digit earlier.
    static func general(_ value: Double, precision: Int, alternate: Bool) -> String {
        let significant = max(precision, 1)
        let scientific = printf("e", value, precision: significant - 1, alternate: false).utf8
        guard let mark = scientific.firstIndex(of: UInt8(ascii: "e")),
            let exponent = Int(Substring(scientific[scientific.index(after: mark)...]))
        else { return "" }
        var digits = scientific[..<mark].filter { $0 != UInt8(ascii: ".") }
        if !alternate {
            while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
        }
        let point = exponent + 1
        if point <= -4 || point > significant - 1 { return withExponent(digits, point, upper: false) }
        return positional(digits, point, addDotZero: true)
    }

    /// `float.hex()`.
    static func hexadecimal(_ value: Double) -> String {
        if let name = nonFinite(value) { return name }
        let sign = value.sign == .minus ? "-" : ""
        if value == 0 { return sign + "0x0.0p+0" }
        let isSubnormal = value.isSubnormal
        let exponent = isSubnormal ? -1022 : Int(value.exponent)
        let digits = String(value.significandBitPattern, radix: 16)
        let padded = String(repeating: "0", count: 13 - digits.utf8.count) + digits
        return "\(sign)0x\(isSubnormal ? 0 : 1).\(padded)p\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
    }
}
