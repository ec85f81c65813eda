/// Prints a tensor as numpy prints an array; the rules are those of its `arrayprint.py`.
public struct ArrayPrinter: Sendable {
    public var options: PrintOptions
    /// No powers of ten for the sake of small values.
    public var suppressesSmall = false

    public init(options: PrintOptions = .numpy, suppressesSmall: Bool = false) {
        self.options = options
        self.suppressesSmall = suppressesSmall
    }

    /// `repr(array)`: "array([1., 2.])", with shape and dtype where the values do not tell them.
    public func representation(_ tensor: Tensor) throws(TensorError) -> String {
        let prefix = "array("
        let isEmpty = tensor.count == 0
        var text = prefix
        text += try body(tensor, separator: ", ", prefix: prefix.count, suffix: 1)
        var extras: [String] = []
        if isEmpty && tensor.shape != [0] || tensor.count > options.threshold {
            extras.append("shape=\(TensorPrinter.tuple(tensor.shape))")
        }
        if isEmpty || ![.int64, .float64, .bool].contains(tensor.dtype) {
            extras.append("dtype=\(tensor.dtype.name)")
        }
        guard !extras.isEmpty else { return text + ")" }
        text += ","
        let extra = extras.joined(separator: ", ") + ")"
        let lastLine = text.split(separator: "\n", omittingEmptySubsequences: false).last?.count ?? 0
        let fits = lastLine + extra.count + 1 <= options.lineWidth
        return text + (fits ? " " : "\n" + String(repeating: " ", count: prefix.count)) + extra
    }

    /// `str(array)`: "[1. 2.]".
    public func text(_ tensor: Tensor) throws(TensorError) -> String {
        tensor.dimensions == 0 ? try scalar(tensor) : try body(tensor, separator: " ", prefix: 0, suffix: 0)
    }

    /// One number as numpy's scalars print themselves: the shortest digits.
    public func scalar(_ tensor: Tensor) throws(TensorError) -> String {
        switch tensor.dtype {
        case .bool: return try tensor.intItem() != 0 ? "True" : "False"
        case let dtype where dtype.isFloatingPoint: return Self.scalar(try tensor.item(), dtype: dtype)
        default: return String(try tensor.intItem())
        }
    }

    private static func scalar(_ value: Double, dtype: DType) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
        let (digits, exponent) = NumberText.shortest(value, dtype: dtype)
        let sign = value.sign == .minus ? "-" : ""
        guard exponent < -4 || exponent >= 16 else {
            let text = ArrayFloats.positional(value, dtype: dtype, precision: 400)
            return text.hasSuffix(".") ? text + "0" : text
        }
        let behind = digits.count > 1 ? "." + String(digits[1...]) : ""
        let power = String(exponent.magnitude)
        return sign + String(digits[0]) + behind + "e" + (exponent < 0 ? "-" : "+") + (power.count < 2 ? "0" : "")
            + power
    }

    private func body(_ tensor: Tensor, separator: String, prefix: Int, suffix: Int) throws(TensorError) -> String {
        guard tensor.count > 0 else { return "[]" }
        let shown = try ShownValues(tensor, edge: tensor.count > options.threshold ? options.edgeItems : nil)
        let floats = ArrayFloats(shown, dtype: tensor.dtype, options: options, suppressesSmall: suppressesSmall)
        let isScalar = tensor.dimensions == 0
        var texts = shown.texts(
            integer: { String($0) }, boolean: { $0 ? isScalar ? "True" : " True" : "False" }, float: { floats.text($0) }
        )
        if case .integers = shown.numbers {
            let width = texts.map(\.count).max() ?? 0
            texts = texts.map { NumberText.padded($0, to: width) }
        }
        var rows = ArrayRows(values: texts[...], shown: shown, separator: separator, edge: options.edgeItems)
        return rows.text(0, indent: String(repeating: " ", count: prefix + 1), width: options.lineWidth - suffix)
    }
}

/// How the floats of one array are written so that their points stand below one another.
private struct ArrayFloats {
    private let dtype: DType
    private let precision: Int
    private var isScientific = false
    private var left = 0
    private var right = 0
    private var exponentDigits = 2

    init(_ shown: ShownValues, dtype: DType, options: PrintOptions, suppressesSmall: Bool) {
        self.dtype = dtype
        guard case .floats(let all) = shown.numbers else {
            precision = options.precision
            return
        }
        let finite = all.filter(\.isFinite)
        isScientific = Self.needsPowers(finite, dtype, suppressesSmall)
        if isScientific {
            let parts = finite.map { NumberText.shortest($0, dtype: dtype) }
            // Up to the wanted digits, as few as tell all values apart.
            precision =
                zip(finite, parts).map { value, part in
                    part.digits.count - 1 <= options.precision
                        ? part.digits.count - 1 : Self.trimmedDigits(value, options.precision)
                }.max() ?? 0
            exponentDigits = max(2, parts.map { String($0.exponent.magnitude).count }.max() ?? 2)
            left = finite.contains { $0.sign == .minus } ? 2 : 1
            right = exponentDigits + 2 + precision
        } else {
            precision = options.precision
            for value in finite {
                let parts = Self.positional(value, dtype: dtype, precision: precision).split(
                    separator: ".", omittingEmptySubsequences: false)
                left = max(left, parts[0].count)
                right = max(right, parts[1].count)
            }
        }
        if finite.count != all.count {
            let negative = all.contains { $0.isInfinite && $0 < 0 } ? 1 : 0
            left = max(left, 3 - right - 1, 3 + negative - right - 1)
        }
    }

    /// numpy compares in the array's own type.
    private static func needsPowers(_ values: [Double], _ dtype: DType, _ suppressesSmall: Bool) -> Bool {
        let magnitudes = values.filter { $0 != 0 }.map(\.magnitude)
        guard let least = magnitudes.min(), let most = magnitudes.max() else { return false }
        let (limit, small): (Double, Double) =
            switch dtype {
            case .float16: (1e3, 0.00010001659393310547)
            case .float32: (1e6, Double(Float(0.0001)))
            default: (1e8, 0.0001)
            }
        let ratio = NumberText.rounded(most / least, to: dtype)
        return most >= limit || !suppressesSmall && (least < small || ratio > 1000)
    }

    private static func trimmedDigits(_ value: Double, _ precision: Int) -> Int {
        let mantissa = NumberText.scientific(value, digits: precision).split(separator: "e")[0]
        let behind = mantissa.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
        return behind.reversed().drop { $0 == "0" }.count
    }

    /// The shortest digits, at most `precision` after the point, which always stands: "0.125", "3.".
    static func positional(_ value: Double, dtype: DType, precision: Int) -> String {
        let (digits, exponent) = NumberText.shortest(value, dtype: dtype)
        let behind = max(0, digits.count - 1 - exponent)
        var text: Substring
        if behind <= precision {
            let whole = exponent < 0 ? "0" : String(digits.prefix(exponent + 1))
            let zeros = String(repeating: "0", count: max(0, exponent + 1 - digits.count))
            let leading = String(repeating: "0", count: exponent < 0 ? -exponent - 1 : 0)
            let rest = exponent < 0 ? String(digits) : String(digits.dropFirst(exponent + 1))
            text = Substring((value.sign == .minus ? "-" : "") + whole + zeros + "." + leading + rest)
        } else {
            text = Substring(NumberText.fixed(value, digits: precision))
        }
        if !text.contains(".") { text += "." }
        while text.last == "0" { text.removeLast() }
        return String(text)
    }

    func text(_ value: Double) -> String {
        guard value.isFinite else {
            return NumberText.padded(value.isNaN ? "nan" : value < 0 ? "-inf" : "inf", to: left + right + 1)
        }
        if isScientific {
            let parts = NumberText.scientific(value, digits: precision).split(separator: "e")
            let mantissa = precision == 0 ? parts[0] + "." : parts[0]
            let power = parts[1].dropFirst()
            let zeros = String(repeating: "0", count: max(0, exponentDigits - power.count))
            let width = left + 1 + precision
            return NumberText.padded(String(mantissa), to: width) + "e" + parts[1].prefix(1) + zeros + power
        }
        let text = Self.positional(value, dtype: dtype, precision: precision)
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return String(repeating: " ", count: max(0, left - parts[0].count)) + text
            + String(repeating: " ", count: max(0, right - parts[1].count))
    }
}

/// Brackets and line breaks as numpy sets them.
private struct ArrayRows {
    var values: ArraySlice<String>
    let shown: ShownValues
    let separator: String
    let edge: Int

    /// - Parameters:
    ///   - indent: what stands before the first value of a line.
    ///   - width: columns that are left, the brackets that close later taken off.
    mutating func text(_ dimension: Int, indent: String, width: Int) -> String {
        let left = shown.shape.count - dimension
        guard left > 0 else { return values.popFirst() ?? "" }
        if left == 1 { return vector(indent: indent, width: width) }
        var pieces: [String] = []
        for index in 0..<shown.shape[dimension] {
            if shown.isCut[dimension], index == edge { pieces.append("...") }
            pieces.append(text(dimension + 1, indent: indent + " ", width: width - 1))
        }
        let trimmed = separator == ", " ? "," : ""
        let between = trimmed + String(repeating: "\n", count: left - 1) + indent
        return "[" + pieces.joined(separator: between) + "]"
    }

    private mutating func vector(indent: String, width: Int) -> String {
        let size = shown.shape.last ?? 0
        var items = Array(values.prefix(size))
        values = values.dropFirst(size)
        if shown.isCut.last == true { items.insert("...", at: edge) }
        // A separator or a bracket follows the value.
        let limit = width - 1
        var (done, line) = ("", indent)
        for (index, item) in items.enumerated() {
            if line.count + item.count > limit, line.count > indent.count {
                while line.last == " " { line.removeLast() }
                done += line + "\n"
                line = indent
            }
            line += item
            if index < items.count - 1 { line += separator }
        }
        return "[" + (done + line).dropFirst(indent.count) + "]"
    }
}
