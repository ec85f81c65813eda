/// Upper, lower and title case as CPython has them: full mappings of Unicode, one character at a time,
/// with the final sigma.
enum StringCase {
    static func upper(_ text: String) -> String {
        map(text, ascii: { $0 & ~0x20 }, letters: 0x61...0x7A) { $0.properties.uppercaseMapping }
    }

    static func lower(_ text: String) -> String {
        if text.isASCIIOnly {
            return map(text, ascii: { $0 | 0x20 }, letters: 0x41...0x5A) { $0.properties.lowercaseMapping }
        }
        let scalars = Array(text.unicodeScalars)
        var result = ""
        for place in scalars.indices { result += lowered(scalars, place) }
        return result
    }

    /// `casefold`: lower case, with ß as ss and the like.
    static func folded(_ text: String) -> String {
        if text.isASCIIOnly { return lower(text) }
        var result = ""
        for scalar in text.unicodeScalars {
            // Full case folding is the lower case of the upper case, Cherokee and the dotless i excepted.
            switch scalar.value {
            case 0x131, 0x13A0...0x13F5: result.unicodeScalars.append(scalar)
            case 0x1E9E: result += "ss"
            case 0x130: result += "i\u{307}"
            case 0xAB70...0xABBF: result.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xAB70 + 0x13A0) ?? scalar)
            default:
                for upper in scalar.properties.uppercaseMapping.unicodeScalars {
                    result += upper == "\u{3A3}" ? "\u{3C3}" : upper.properties.lowercaseMapping
                }
            }
        }
        return result
    }

    static func swapped(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = ""
        for (place, scalar) in scalars.enumerated() {
            if scalar.isPythonUpper {
                result += lowered(scalars, place)
            } else if scalar.isPythonLower {
                result += scalar.properties.uppercaseMapping
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    static func capitalized(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first else { return text }
        var result = first.properties.titlecaseMapping
        for place in scalars.indices.dropFirst() { result += lowered(scalars, place) }
        return result
    }

    /// Each run of letters begins with a capital.
    static func titled(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = ""
        var previousIsCased = false
        for (place, scalar) in scalars.enumerated() {
            result += previousIsCased ? lowered(scalars, place) : scalar.properties.titlecaseMapping
            previousIsCased = isCased(scalar)
        }
        return result
    }

    static func isCased(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar.isPythonAlpha : scalar.properties.isCased
    }

    /// A sigma at a word's end has a form of its own.
    private static func lowered(_ scalars: [Unicode.Scalar], _ place: Int) -> String {
        let scalar = scalars[place]
        guard scalar.value == 0x3A3 else { return scalar.properties.lowercaseMapping }
        let before = scalars[..<place].last { !$0.properties.isCaseIgnorable }
        let after = scalars[(place + 1)...].first { !$0.properties.isCaseIgnorable }
        let isFinal = before.map(isCased) == true && after.map(isCased) != true
        return isFinal ? "\u{3C2}" : "\u{3C3}"
    }

    private static func map(
        _ text: String, ascii: (UInt8) -> UInt8, letters: ClosedRange<UInt8>, other: (Unicode.Scalar) -> String
    ) -> String {
        if text.isASCIIOnly { return String(utf8Bytes: text.utf8.map { letters.contains($0) ? ascii($0) : $0 }) }
        var result = ""
        for scalar in text.unicodeScalars { result += other(scalar) }
        return result
    }
}
