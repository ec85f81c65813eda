/// Methods of `str` on plain text. Positions count characters (Unicode scalars).
enum StringMethods {
    // MARK: White space and lines

    /// `text.split()`: at runs of white space.
    static func splitWhitespace(_ text: String, limit: Int) -> [String] {
        if limit == .max, let parts = splitASCII(text) { return parts }
        var parts: [String] = []
        let scalars = text.unicodeScalars
        var place = scalars.startIndex
        while true {
            while place < scalars.endIndex, scalars[place].isPythonSpace { scalars.formIndex(after: &place) }
            guard place < scalars.endIndex else { return parts }
            if parts.count == limit {
                parts.append(String(scalars[place...]))
                return parts
            }
            let start = place
            while place < scalars.endIndex, !scalars[place].isPythonSpace { scalars.formIndex(after: &place) }
            parts.append(String(scalars[start..<place]))
        }
    }

    /// The words of a text of ASCII; nil for others.
    private static func splitASCII(_ text: String) -> [String]? {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var text = text
        return text.withUTF8 { bytes in
            func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) || (28...31).contains(byte) }
            var parts: [String] = []
            var place = 0
            while true {
                while place < bytes.count, isSpace(bytes[place]) { place += 1 }
                guard place < bytes.count else { return parts }
                let start = place
                while place < bytes.count, !isSpace(bytes[place]) { place += 1 }
                parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
            }
        }
    }

    /// `text.rsplit()`: at runs of white space, from the right.
    static func splitWhitespaceLast(_ text: String, limit: Int) -> [String] {
        var parts: [String] = []
        let scalars = Array(text.unicodeScalars)
        var end = scalars.count
        while true {
            while end > 0, scalars[end - 1].isPythonSpace { end -= 1 }
            guard end > 0 else { return parts.reversed() }
            if parts.count == limit {
                parts.append(String(scalars: scalars[..<end]))
                return parts.reversed()
            }
            var start = end
            while start > 0, !scalars[start - 1].isPythonSpace { start -= 1 }
            parts.append(String(scalars: scalars[start..<end]))
            end = start
        }
    }

    static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    static func splitLines(_ text: String, keepEnds: Bool) -> [String] {
        var lines: [String] = []
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        while start < scalars.endIndex {
            let end = scalars[start...].firstIndex(where: isLineBreak) ?? scalars.endIndex
            var next = end
            if next < scalars.endIndex {
                let isReturn = scalars[next] == "\r"
                scalars.formIndex(after: &next)
                if isReturn, next < scalars.endIndex, scalars[next] == "\n" { scalars.formIndex(after: &next) }
            }
            lines.append(String(scalars[start..<(keepEnds ? next : end)]))
            start = next
        }
        return lines
    }

    /// `strip`, `lstrip`, `rstrip`: of white space, or of the characters given.
    static func strip(_ text: String, _ characters: String?, left: Bool, right: Bool) -> String {
        let set = characters.map { Set($0.unicodeScalars) }
        func goes(_ scalar: Unicode.Scalar) -> Bool { set?.contains(scalar) ?? scalar.isPythonSpace }
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        var end = scalars.endIndex
        if left { while start < end, goes(scalars[start]) { scalars.formIndex(after: &start) } }
        if right {
            while start < end {
                let previous = scalars.index(before: end)
                guard goes(scalars[previous]) else { break }
                end = previous
            }
        }
        return String(scalars[start..<end])
    }

    static func expandTabs(_ text: String, size: Int) -> String {
        var result = String.UnicodeScalarView()
        var column = 0
        for scalar in text.unicodeScalars {
            if scalar == "\t" {
                guard size > 0 else { continue }
                let count = size - column % size
                result.append(contentsOf: repeatElement(" ", count: count))
                column += count
            } else {
                result.append(scalar)
                column = scalar == "\n" || scalar == "\r" ? 0 : column + 1
            }
        }
        return String(result)
    }

    // MARK: Width

    static func pad(_ text: String, width: Int, fill: Unicode.Scalar, left: Bool, right: Bool) -> String {
        let count = text.scalarCount
        let missing = width - count
        guard missing > 0 else { return text }
        // The odd one goes as CPython has it: to the left when the width is odd, too.
        let before = left && right ? missing / 2 + (missing & width & 1) : left ? missing : 0
        return FormatSpecification.repeated(fill, before) + text
            + FormatSpecification.repeated(fill, missing - before)
    }

    static func zeroFill(_ text: String, width: Int) -> String {
        let missing = width - text.scalarCount
        guard missing > 0 else { return text }
        let zeros = String(repeating: "0", count: missing)
        guard let first = text.unicodeScalars.first, first == "+" || first == "-" else { return zeros + text }
        return String(Character(first)) + zeros + String(text.unicodeScalars.dropFirst())
    }

    // MARK: Questions

    /// Whether there are characters, and all pass.
    static func all(_ text: String, _ test: (Unicode.Scalar) -> Bool) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy(test)
    }

    static func isLower(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.isPythonLower }
            && !text.unicodeScalars.contains { $0.isPythonUpper || (!$0.isASCII && $0.isPythonTitle) }
    }

    static func isUpper(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.isPythonUpper }
            && !text.unicodeScalars.contains { $0.isPythonLower || (!$0.isASCII && $0.isPythonTitle) }
    }

    static func isTitle(_ text: String) -> Bool {
        var found = false
        var previousIsCased = false
        for scalar in text.unicodeScalars {
            if scalar.isPythonUpper || (!scalar.isASCII && scalar.isPythonTitle) {
                if previousIsCased { return false }
                previousIsCased = true
                found = true
            } else if scalar.isPythonLower {
                if !previousIsCased { return false }
                found = true
            } else {
                previousIsCased = false
            }
        }
        return found
    }

    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
        return text.unicodeScalars.dropFirst().allSatisfy { $0.properties.isXIDContinue }
    }
}
