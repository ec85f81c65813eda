internal import BigInt

/// How CPython writes integers.
enum IntegerText {
    /// More decimal digits than this are refused (`sys.get_int_max_str_digits()`).
    static let digitLimit = 4300

    /// `str(value)`.
    /// - Throws: `ValueError` beyond ``digitLimit``.
    static func decimal(_ value: BigInt) throws(Failure) -> String {
        // log10(2) times the bits is within one of the digits.
        let bits = value.magnitude.bitWidth
        if bits > 14_280 {
            let text = bits > 15_000 ? nil : String(value)
            let digits = text.map { $0.utf8.count - (value.sign == .minus ? 1 : 0) } ?? .max
            guard digits <= digitLimit else {
                throw .value(
                    "Exceeds the limit (\(digitLimit) digits) for integer string conversion; "
                        + "use sys.set_int_max_str_digits() to increase the limit")
            }
        }
        return String(value)
    }

    /// `bin`, `oct` and `hex`: with a prefix.
    static func prefixed(_ value: BigInt, radix: Int) -> String {
        let prefix = [2: "0b", 8: "0o", 16: "0x"][radix] ?? ""
        return (value.sign == .minus ? "-" : "") + prefix + String(value.magnitude, radix: radix)
    }

    static func prefixed(_ value: Int, radix: Int) -> String {
        let prefix = [2: "0b", 8: "0o", 16: "0x"][radix] ?? ""
        return (value < 0 ? "-" : "") + prefix + String(value.magnitude, radix: radix)
    }
}
