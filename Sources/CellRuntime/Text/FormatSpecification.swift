/// A format specification: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
struct FormatSpecification {
    var fill: Unicode.Scalar = " "
    /// `<`, `>`, `=` or `^`, if given or implied by a leading zero.
    var align: Unicode.Scalar?
    /// `+`, `-` or space.
    var sign: Unicode.Scalar?
    var avoidsNegativeZero = false
    var isAlternate = false
    var width = 0
    /// `,` or `_`
    var grouping: Unicode.Scalar?
    var precision: Int?
    var type: Unicode.Scalar?

    /// Reads a specification for a value of the type named.
    /// - Throws: `ValueError` in CPython's words.
    init(_ text: String, for typeName: String, defaultAlign: Unicode.Scalar = "<") throws(Failure) {
        let scalars = Array(text.unicodeScalars)
        var place = 0
        func peek(_ offset: Int = 0) -> Unicode.Scalar? {
            place + offset < scalars.count ? scalars[place + offset] : nil
        }
        func isAlign(_ scalar: Unicode.Scalar?) -> Bool {
            scalar == "<" || scalar == ">" || scalar == "=" || scalar == "^"
        }
        var fillGiven = false
        if isAlign(peek(1)), let first = peek() {
            fill = first
            align = peek(1)
            fillGiven = true
            place += 2
        } else if isAlign(peek()) {
            align = peek()
            place += 1
        }
        if let next = peek(), next == "+" || next == "-" || next == " " {
            sign = next
            place += 1
        }
        if peek() == "z" {
            avoidsNegativeZero = true
            place += 1
        }
        if peek() == "#" {
            isAlternate = true
            place += 1
        }
        if !fillGiven, peek() == "0" {
            fill = "0"
            if align == nil, defaultAlign == ">" { align = "=" }
            place += 1
        }
        width = try Self.number(scalars, &place) ?? 0
        if peek() == "," {
            grouping = ","
            place += 1
        }
        if peek() == "_" {
            if grouping != nil { throw .value("Cannot specify both ',' and '_'.") }
            grouping = "_"
            place += 1
        }
        if peek() == ",", grouping == "_" { throw .value("Cannot specify both ',' and '_'.") }
        if peek() == "." {
            place += 1
            guard let digits = try Self.number(scalars, &place) else {
                throw .value("Format specifier missing precision")
            }
            precision = digits
        }
        if scalars.count - place > 1 {
            throw .value("Invalid format specifier '\(text)' for object of type '\(typeName)'")
        }
        type = peek()
        try checkGrouping()
    }

    private static func number(_ scalars: [Unicode.Scalar], _ place: inout Int) throws(Failure) -> Int? {
        let start = place
        var value = 0
        while place < scalars.count, (0x30...0x39).contains(scalars[place].value) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, more) = product.addingReportingOverflow(Int(scalars[place].value) - 0x30)
            if overflow || more { throw .value("Too many decimal digits in format string") }
            value = sum
            place += 1
        }
        return place > start ? value : nil
    }

    private func checkGrouping() throws(Failure) {
        guard let grouping, let type else { return }
        switch type {
        case "d", "e", "f", "g", "E", "G", "%", "F": return
        case "b", "o", "x", "X": if grouping == "_" { return }
        default: break
        }
        if type.value > 32, type.value < 128 { throw .value("Cannot specify '\(grouping)' with '\(type)'.") }
        throw .value("Cannot specify '\(grouping)' with '\\x\(String(type.value, radix: 16))'.")
    }

    /// Whether nothing but the text itself is asked for.
    var isPlain: Bool { width == 0 && precision == nil && align == nil && sign == nil && !isAlternate && type == nil }

    /// - Throws: `ValueError` for a type that the value does not know.
    func unknownType(of typeName: String) -> Failure {
        let code = type ?? " "
        if code.value > 32, code.value < 128 {
            return .value("Unknown format code '\(code)' for object of type '\(typeName)'")
        }
        return .value("Unknown format code '\\x\(String(code.value, radix: 16))' for object of type '\(typeName)'")
    }

    /// The widest text that a specification may ask for, so that no cell runs out of memory by one.
    static let maximumWidth = 1 << 28

    /// Fills text up to the width.
    func pad(_ text: String, defaultAlign: Unicode.Scalar) throws(Failure) -> String {
        let missing = width - text.scalarCount
        guard missing > 0 else { return text }
        guard width <= Self.maximumWidth else { throw Failure(kind: .memoryError, message: "") }
        let place = align ?? defaultAlign
        let left = place == "<" ? 0 : place == "^" ? missing / 2 : missing
        return Self.repeated(fill, left) + text + Self.repeated(fill, missing - left)
    }

    static func repeated(_ scalar: Unicode.Scalar, _ count: Int) -> String {
        String(repeating: String(Character(scalar)), count: count)
    }
}
