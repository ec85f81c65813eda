import Foundation

/// Numbers as C and Python write them.
enum NumberText {
    /// `digits` after the point: "3.1416".
    static func fixed(_ value: Double, digits: Int) -> String { format("%.*f", value, digits) }

    /// `digits` after the point of the first digit: "3.1416e+00".
    static func scientific(_ value: Double, digits: Int) -> String { format("%.*e", value, digits) }

    private static func format(_ pattern: String, _ value: Double, _ digits: Int) -> String {
        if value.isNaN { return "nan" }
        return withVaList([Int32(digits), value]) { arguments in
            var buffer = [CChar](repeating: 0, count: 400)
            let length = Int(vsnprintf(&buffer, buffer.count, pattern, arguments))
            return String(
                decoding: buffer.prefix(min(length, buffer.count - 1)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    /// The fewest digits that tell the value from its neighbours of the same type, and the exponent of the
    /// first: 1250 is (125, 3).
    static func shortest(_ value: Double, dtype: DType) -> (digits: [Character], exponent: Int) {
        var text = description(value, dtype)
        if text.hasPrefix("-") { text.removeFirst() }
        let parts = text.split(separator: "e")
        var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let mantissa = (parts.first ?? "0").split(separator: ".", omittingEmptySubsequences: false)
        let (whole, behind) = (mantissa.first ?? "0", mantissa.count > 1 ? mantissa[1] : "")
        var digits = Array(whole + behind)
        exponent += whole.count - 1
        while digits.count > 1, digits.first == "0" {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.count > 1, digits.last == "0" { digits.removeLast() }
        return (digits, digits == ["0"] ? 0 : exponent)
    }

    private static func description(_ value: Double, _ dtype: DType) -> String {
        switch dtype {
        case .float32, .bfloat16: return Float(value).description
        case .float16:
            #if os(macOS) && arch(x86_64)
                return Float(value).description
            #else
                return Float16(value).description
            #endif
        default: return value.description
        }
    }

    /// The nearest value of the type.
    static func rounded(_ value: Double, to dtype: DType) -> Double {
        switch dtype {
        case .float32, .bfloat16: return Double(Float(value))
        case .float16:
            #if os(macOS) && arch(x86_64)
                return Double(Float(value))
            #else
                return Double(Float16(value))
            #endif
        default: return value
        }
    }

    /// Spaces in front, up to a width.
    static func padded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
