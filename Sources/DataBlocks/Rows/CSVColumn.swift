/// What the fields of a column can be, as far as they have been seen.
struct CSVColumnKind {
    private(set) var canBeInts = true
    private(set) var canBeNumbers = true
    private(set) var canBeBools = true
    private(set) var hasMissing = false
    private(set) var hasPresent = false

    mutating func see(_ field: CSVField) {
        // A column of text stays one.
        guard canBeInts || canBeNumbers || canBeBools || !hasMissing else { return }
        if field.isMissing {
            hasMissing = true
            return
        }
        hasPresent = true
        if canBeInts, field.int == nil { canBeInts = false }
        if canBeNumbers, !canBeInts, field.number == nil { canBeNumbers = false }
        if canBeBools, field.bool == nil { canBeBools = false }
    }
}

/// A column that grows field by field, of the type that all of its fields can be: whole numbers, numbers, True and
/// False, or text.
struct CSVColumn {
    private enum Kind { case ints, numbers, bools, texts }
    private let kind: Kind
    // Only the one of the column's kind grows.
    private var ints: [Int] = []
    private var numbers: [Double] = []
    private var bools: [Bool] = []
    private var texts: [String?] = []
    /// Texts that are kept once; short ones take no memory of their own anyway.
    private var known: [String: String] = [:]
    private static let shortest = 16
    private static let most = 100_000

    init(_ seen: CSVColumnKind, rows: Int) {
        if !seen.hasPresent {
            kind = .numbers
        } else if seen.canBeInts, !seen.hasMissing {
            kind = .ints
        } else if seen.canBeInts || seen.canBeNumbers {
            kind = .numbers
        } else if seen.canBeBools, !seen.hasMissing {
            kind = .bools
        } else {
            kind = .texts
        }
        switch kind {
        case .ints: ints.reserveCapacity(rows)
        case .numbers: numbers.reserveCapacity(rows)
        case .bools: bools.reserveCapacity(rows)
        case .texts: texts.reserveCapacity(rows)
        }
    }

    var column: Column {
        switch kind {
        case .ints: .ints(ints)
        case .numbers: .numbers(numbers)
        case .bools: .bools(bools)
        case .texts: .texts(texts)
        }
    }

    mutating func append(_ field: CSVField) {
        switch kind {
        case .ints: ints.append(field.int ?? 0)
        case .numbers: numbers.append(field.isMissing ? .nan : field.number ?? .nan)
        case .bools: bools.append(field.bool ?? false)
        case .texts: texts.append(field.isMissing ? nil : text(field))
        }
    }

    private mutating func text(_ field: CSVField) -> String {
        let text = field.text
        guard field.bytes.count >= Self.shortest else { return text }
        if let held = known[text] { return held }
        if known.count < Self.most { known[text] = text }
        return text
    }
}

extension CSVField {
    /// Whether it is one of the words that pandas reads as a missing value.
    var isMissing: Bool {
        if bytes.isEmpty { return true }
        guard bytes.count <= 8, let first = bytes.first else { return false }
        // Digits begin none of the words but two, which are longer.
        if first >= UInt8(ascii: "2"), first <= UInt8(ascii: "9") { return false }
        return Self.missingWords.contains { $0.utf8.count == bytes.count && bytes.elementsEqual($0.utf8) }
    }

    private static let missingWords = [
        "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A",
        "NA", "NULL", "NaN", "None", "n/a", "nan", "null",
    ]

    /// A whole number: a sign and digits.
    var int: Int? {
        var digits = bytes[...]
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
        guard !digits.isEmpty, digits.count <= 19 else { return nil }
        var value = 0
        for byte in digits {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            let (product, overflows) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflowsToo) = product.subtractingReportingOverflow(Int(byte - UInt8(ascii: "0")))
            if overflows || overflowsToo { return nil }
            // Negative, as there is one more number below 0 than above.
            value = sum
        }
        if isNegative { return value }
        return value == Int.min ? nil : -value
    }

    /// A number as pandas reads it; "0x1p3", which Swift also reads, is none.
    var number: Double? {
        if let exact = shortNumber { return exact }
        return bytes.contains(UInt8(ascii: "x")) ? nil : Double(text)
    }

    /// A number of at most 15 digits and a point: what a double holds exactly, divided by a power of ten that it holds
    /// exactly as well, is rounded once.
    private var shortNumber: Double? {
        var digits = bytes[...]
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits = digits.dropFirst() }
        guard !digits.isEmpty, digits.count <= 16 else { return nil }
        var (value, decimals, hasPoint, count) = (0, 0, false, 0)
        for byte in digits {
            if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
                continue
            }
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), count < 15 else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            count += 1
            if hasPoint { decimals += 1 }
        }
        guard count > 0 else { return nil }
        let number = Double(value) / Self.powers[decimals]
        return isNegative ? -number : number
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    var bool: Bool? {
        guard bytes.count == 4 || bytes.count == 5 else { return nil }
        if ["True", "TRUE", "true"].contains(where: { bytes.elementsEqual($0.utf8) }) { return true }
        if ["False", "FALSE", "false"].contains(where: { bytes.elementsEqual($0.utf8) }) { return false }
        return nil
    }
}
