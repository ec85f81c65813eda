import CellRuntime
import Foundation

/// Tables as lines of values: CSV by RFC 4180, with pandas' ideas of what is missing and what is a number.
enum DelimitedText {
    /// Words that pandas takes for a missing value.
    private static let missing: Set<String> = [
        "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA",
        "NULL",
        "NaN", "None", "n/a", "nan", "null",
    ]

    /// The fields of all lines. A quoted field may hold separators, line ends and doubled quotes.
    static func fields(
        _ text: String, separator: String, skipsBlanks: Bool = false
    ) throws(Raise) -> [[String]] {
        guard let mark = separator.utf8.first, separator.utf8.count == 1 else {
            throw .notImplemented("a separator of one ASCII character is supported, not '\(separator)'")
        }
        let quote = UInt8(ascii: "\""), newline = UInt8(ascii: "\n"), carriage = UInt8(ascii: "\r")
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var (isQuoted, hasQuotes) = (false, false)
        func endField() {
            row.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
            hasQuotes = false
        }
        func endRow() {
            let isBlank = row.isEmpty && field.isEmpty && !hasQuotes
            endField()
            if !isBlank { rows.append(row) }
            row = []
        }
        var bytes = Array(text.utf8)[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let byte = bytes[place]
            place += 1
            if isQuoted {
                if byte == quote {
                    if place < bytes.endIndex, bytes[place] == quote {
                        field.append(quote)
                        place += 1
                    } else {
                        isQuoted = false
                    }
                } else {
                    field.append(byte)
                }
            } else if skipsBlanks, byte == UInt8(ascii: " "), field.isEmpty, !hasQuotes {
                continue
            } else if byte == quote, field.isEmpty {
                (isQuoted, hasQuotes) = (true, true)
            } else if byte == mark {
                endField()
            } else if byte == newline {
                endRow()
            } else if byte == carriage {
                if place < bytes.endIndex, bytes[place] == newline { place += 1 }
                endRow()
            } else {
                field.append(byte)
            }
        }
        if isQuoted { throw .valueError("Error tokenizing data: a quoted value does not end") }
        if !row.isEmpty || !field.isEmpty || hasQuotes { endRow() }
        return rows
    }

    /// Words as whole numbers, fractions, truth values or texts: the narrowest kind that fits all.
    static func column(_ words: [String]) -> Column {
        let gaps = words.map(missing.contains)
        let hasGap = gaps.contains(true)
        let isEmpty = !gaps.contains(false)
        if isEmpty { return .floats(Array(repeating: .nan, count: words.count)) }
        let trimmed = words.map { $0.trimmingCharacters(in: .whitespaces) }
        if !hasGap {
            let ints = trimmed.map { Int($0) }
            if ints.allSatisfy({ $0 != nil }) { return .ints(ints.compactMap(\.self)) }
        }
        let numbers = zip(trimmed, gaps).map { word, isGap in isGap ? Double.nan : number(word) }
        if numbers.allSatisfy({ $0 != nil }) { return .floats(numbers.compactMap(\.self)) }
        if !hasGap, trimmed.allSatisfy({ ["True", "False", "TRUE", "FALSE", "true", "false"].contains($0) }) {
            return .flags(trimmed.map { $0.lowercased() == "true" })
        }
        return .texts(zip(words, gaps).map { $1 ? nil : $0 })
    }

    /// A decimal number; Swift alone would take hexadecimal ones too.
    private static func number(_ word: String) -> Double? {
        guard let first = word.utf8.first(where: { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "+") }),
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) || first == UInt8(ascii: ".")
                || word.lowercased().hasSuffix("inf"),
            !word.contains("x"), !word.contains("X")
        else { return nil }
        return Double(word)
    }

    static func write(_ frame: FrameObject, separator: String, hasIndex: Bool) -> String {
        func field(_ text: String) -> String {
            let needsQuotes =
                text.contains(separator) || text.contains("\"") || text.contains("\n") || text.contains("\r")
            return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
        }
        func line(_ words: [String]) -> String { words.map(field).joined(separator: separator) + "\n" }
        let labels = frame.index.column
        var text = line((hasIndex ? [frame.index.name ?? ""] : []) + frame.columns.map(\.name))
        for row in 0..<frame.index.count {
            let words = frame.columns.map { $0.values.isMissing(row) ? "" : $0.values.label(row) }
            text += line((hasIndex ? [labels.label(row)] : []) + words)
        }
        return text
    }
}
