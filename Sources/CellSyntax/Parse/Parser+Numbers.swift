import Foundation

extension Parser {
    /// CPython refuses longer decimal literals, whose conversion takes quadratic time.
    static let maximumDecimalDigits = 4300

    func decodeInteger(_ token: Token) throws(SyntaxError) -> IntegerLiteral {
        let text = text(of: token).filter { $0 != "_" }.lowercased()
        let radix =
            switch text.prefix(2) {
            case "0x": 16
            case "0o": 8
            case "0b": 2
            default: 10
            }
        let digits = radix == 10 ? text : String(text.dropFirst(2))
        if let value = Int(digits, radix: radix) { return .small(value) }
        if radix == 10, digits.utf8.count > Self.maximumDecimalDigits {
            throw SyntaxError(
                "Exceeds the limit (4300 digits) for integer string conversion: value has "
                    + "\(digits.utf8.count) digits - Consider hexadecimal for huge integer literals "
                    + "to avoid decimal conversion limits.", range: token.range)
        }
        return .large(digits: digits, radix: radix)
    }

    func decodeFloat(_ token: Token) throws(SyntaxError) -> Double {
        let text = text(of: token).filter { $0 != "_" }
        // `strtod` reads every form of Python's literals, and gives infinity where one is too
        // large.
        return strtod(text, nil)
    }
}
