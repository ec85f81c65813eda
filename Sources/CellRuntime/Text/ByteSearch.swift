/// Finding, counting, replacing and splitting in bytes. Text is searched as UTF-8: whole characters
/// never match in the middle of others.
enum ByteSearch {
    /// The first match at or after `start` that ends by `end`.
    static func find(_ needle: [UInt8], in text: [UInt8], from start: Int, to end: Int) -> Int? {
        let length = needle.count
        guard start + length <= end else { return nil }
        guard let first = needle.first else { return start }
        return text.withUnsafeBufferPointer { text in
            needle.withUnsafeBufferPointer { needle in
                var place = start
                let last = end - length
                while place <= last {
                    if text[place] == first {
                        var offset = 1
                        while offset < length, text[place + offset] == needle[offset] { offset += 1 }
                        if offset == length { return place }
                    }
                    place += 1
                }
                return nil
            }
        }
    }

    /// The last match between `start` and `end`.
    static func findLast(_ needle: [UInt8], in text: [UInt8], from start: Int, to end: Int) -> Int? {
        let length = needle.count
        guard start + length <= end else { return nil }
        var place = end - length
        while place >= start {
            if text[place..<place + length].elementsEqual(needle) { return place }
            place -= 1
        }
        return nil
    }

    /// The starts of matches that do not overlap, at most `limit` of them, for a needle that is not empty.
    static func matches(of needle: [UInt8], in text: [UInt8], from start: Int, to end: Int, limit: Int = .max) -> [Int]
    {
        var found: [Int] = []
        var place = start
        while found.count < limit, let next = find(needle, in: text, from: place, to: end) {
            found.append(next)
            place = next + needle.count
        }
        return found
    }

    /// Cuts at each separator, from the left.
    static func split(_ text: [UInt8], by separator: [UInt8], limit: Int) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var place = 0
        for start in matches(of: separator, in: text, from: 0, to: text.count, limit: limit) {
            parts.append(text[place..<start])
            place = start + separator.count
        }
        parts.append(text[place...])
        return parts
    }

    /// Cuts at each separator, from the right.
    static func splitLast(_ text: [UInt8], by separator: [UInt8], limit: Int) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var end = text.count
        while parts.count < limit, let start = findLast(separator, in: text, from: 0, to: end) {
            parts.append(text[start + separator.count..<end])
            end = start
        }
        parts.append(text[..<end])
        return parts.reversed()
    }

    /// Replaces up to `limit` matches; an empty needle matches before each unit that `boundaries`
    /// names and at the end.
    static func replace(
        _ needle: [UInt8], in text: [UInt8], by replacement: [UInt8], limit: Int, isBoundary: (UInt8) -> Bool
    ) -> [UInt8] {
        var result: [UInt8] = []
        if needle.isEmpty {
            var left = limit
            for byte in text {
                if left > 0, isBoundary(byte) {
                    result += replacement
                    left -= 1
                }
                result.append(byte)
            }
            if left > 0 { result += replacement }
            return result
        }
        var place = 0
        for start in matches(of: needle, in: text, from: 0, to: text.count, limit: limit) {
            result += text[place..<start]
            result += replacement
            place = start + needle.count
        }
        return result + text[place...]
    }
}
